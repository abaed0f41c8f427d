"""What the text says: an ordered table of facts, each given the reading and the facts found so far."""

from __future__ import annotations

from collections.abc import Callable

from reporter.facts import (
    contacts,
    datelines,
    dates,
    events,
    figures,
    heading,
    quotes,
    roles,
    stakeholders,
    summary,
)
from reporter.locales import Locale
from reporter.model.blocks import Reading
from reporter.model.facts import Facts

Finder = Callable[[Reading, Facts, Locale], Facts]

# In this order, because each may use what those above it have found.
FACTS: tuple[tuple[str, Finder], ...] = (
    ("datelines", datelines.find),
    ("dates", dates.find),
    ("heading", heading.find),
    ("contacts", contacts.find),
    ("stakeholders", stakeholders.find),
    ("quotes", quotes.find),
    ("events", events.find),
    ("figures", figures.find),
    ("roles", roles.find),
    ("summary", summary.find),
)


def gather(reading: Reading, locale: Locale) -> Facts:
    """All facts of one release."""
    facts = Facts()
    for _, find in FACTS:
        facts = find(reading, facts, locale)
    return facts
