"""The countries of all releases."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.merge import references
from reporter.merge.references import Order
from reporter.model.briefing import CountryLine, Entry
from reporter.model.facts import Country


def merge(entries: Sequence[Entry], order: Order) -> tuple[CountryLine, ...]:
    """Each country once."""
    alike: dict[str, list[tuple[Entry, Country]]] = {}
    for entry in entries:
        for country in entry.release.facts.countries:
            alike.setdefault(country.code, []).append((entry, country))
    lines = (_line(found, order) for found in alike.values())
    return tuple(sorted(lines, key=lambda line: (order.newest(line.references), line.code)))


def _line(found: Sequence[tuple[Entry, Country]], order: Order) -> CountryLine:
    return CountryLine(
        code=found[0][1].code,
        name=found[-1][1].name,
        roles=references.roles(((entry, country.roles) for entry, country in found), order),
        references=order.sorted(references.first(entry, country.mentions) for entry, country in found),
    )
