"""Stretches of a text: the evidence of everything that is found."""

from __future__ import annotations

from typing import NamedTuple


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
