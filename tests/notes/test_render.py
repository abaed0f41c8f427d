from __future__ import annotations

from reporter import locales, notes, styles
from tests import samples


def test_all_sections_stand_in_the_order_of_the_house() -> None:
    note = notes.render(samples.briefing(), style=styles.load(), locale=locales.load("en"))

    names = [section.cls for section in note.sections]

    assert names == ["head", "summary", "chronology", "stakeholders", "quotes", "contacts", "sources", "open"]
