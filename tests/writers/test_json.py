from __future__ import annotations

import json

from reporter import locales, notes, styles, writers
from tests import samples


def test_json_is_the_briefing_with_the_title_that_the_note_prints() -> None:
    note = notes.render(samples.briefing(), style=styles.load(), locale=locales.load("en"))

    content = writers.write(note, styles.load(), "json")
    record = json.loads(content)

    assert record["schema"] == "reporter.briefing/1"
    assert record["title"] == note.title
    assert content.endswith(b"}\n")
