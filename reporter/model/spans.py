"""Stretches of a text: the evidence of everything that is found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, Protocol, TypeVar


class Span(NamedTuple):
    """[start, end) in characters of a document's text; `text[start:end]` is the evidence."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the text that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether both cover at least one character together."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Placed(Protocol):
    """Anything that has a place in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


T = TypeVar("T", bound=Placed)


def within(found: Sequence[T], span: Span) -> Sequence[T]:
    """The items that lie wholly inside a span, of a list in text order without overlaps: found by halving, not by a walk."""
    first = bisect_left(found, span.start, key=lambda item: item.span.start)
    last = bisect_left(found, span.end, first, key=lambda item: item.span.start)
    while last > first and found[last - 1].span.end > span.end:
        last -= 1
    return found[first:last]


def overlapping(found: Sequence[Span], span: Span) -> Span | None:
    """The first of the spans, ordered and without overlaps, that shares a character with a span."""
    place = bisect_left(found, span.start + 1, key=lambda item: item.end)
    return found[place] if place < len(found) and found[place].overlaps(span) else None
