"""Numbers with what they count, each once."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.language.names import body_words
from reporter.merge.references import Order
from reporter.model.briefing import Entry, FigureLine, Reference
from reporter.model.facts import Figure


def merge(entries: Sequence[Entry], order: Order) -> tuple[FigureLine, ...]:
    """The figures of all releases, newest release first; the same number of the same things is one line."""
    alike: dict[tuple[object, ...], list[tuple[Entry, Figure]]] = {}
    for entry in entries:
        for figure in entry.release.facts.figures:
            key = (figure.value, figure.upper, figure.approximate, body_words(figure.unit))
            alike.setdefault(key, []).append((entry, figure))
    lines = (_line(found, order) for found in alike.values())
    return tuple(sorted(lines, key=lambda line: order.newest(line.references)))


def _line(found: Sequence[tuple[Entry, Figure]], order: Order) -> FigureLine:
    entry, figure = found[-1]
    return FigureLine(
        value=figure.value,
        upper=figure.upper,
        approximate=figure.approximate,
        unit=figure.unit,
        text=figure.span.of(entry.release.text),
        references=order.sorted(Reference(release=entry.key, span=figure.span) for entry, figure in found),
    )
