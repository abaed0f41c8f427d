"""All releases as one briefing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from reporter.merge import (
    chronology,
    conflicts,
    contacts,
    countries,
    figures,
    gaps,
    keys,
    organisations,
    people,
    quotes,
)
from reporter.merge import summary as summaries
from reporter.merge.duplicates import release_date
from reporter.merge.references import Order
from reporter.model.briefing import Briefing
from reporter.model.facts import Release


def merge(releases: Iterable[Release], *, title: str | None = None, date: dt.date | None = None) -> Briefing:
    """One briefing of all releases, whatever their order.

    Args:
        releases: Read releases; the same one twice counts once.
        title: Of the note, where the user gives one.
        date: Of the note; else that of the newest release.
    """
    entries = keys.entries(releases)
    order = Order(entries)
    days = sorted(day for entry in entries if (day := release_date(entry.release)))
    bodies, bodies_by_name = organisations.merge(entries, order)
    persons, persons_by_name = people.merge(entries, bodies_by_name, order)
    events = chronology.merge(entries, order)
    utterances = quotes.merge(entries, persons_by_name, bodies_by_name, order)
    return Briefing(
        title=title,
        date=date or (days[-1] if days else None),
        entries=entries,
        start=days[0] if days else None,
        end=days[-1] if days else None,
        summary=summaries.merge(entries, order),
        figures=figures.merge(entries, order),
        chronology=tuple(event.line for event in events),
        people=persons,
        organisations=bodies,
        countries=countries.merge(entries, order),
        quotes=utterances,
        contacts=contacts.merge(entries, persons_by_name, bodies_by_name, order),
        conflicts=conflicts.find(entries, events, persons, order),
        gaps=gaps.find(entries, utterances),
    )
