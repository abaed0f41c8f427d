"""Which words of a release the note refers to, and how passages lie in one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reporter.model.spans import Span


@dataclass(slots=True)
class Passage:
    """A stretch of words with the passages inside it; grows while the text is read, and only then."""

    span: Span
    of: Span
    """The whole that it is a piece of: one that would cross another is cut."""
    inside: list[Passage] = field(default_factory=list)

    @property
    def opens(self) -> bool:
        """Whether the whole starts here."""
        return self.span.start == self.of.start

    @property
    def closes(self) -> bool:
        """Whether the whole ends here."""
        return self.span.end == self.of.end


def nested(spans: Iterable[Span], within: Span) -> list[Passage]:
    """The pieces of spans that lie in a stretch of text, each in the smallest that holds it; none cross."""
    waiting = sorted((Passage(cut, span) for span in set(spans) if (cut := _cut(span, within))), key=_order)
    root = Passage(within, within)
    path = [root]
    while waiting:
        piece = waiting.pop(0)
        while piece.span.start >= path[-1].span.end:
            path.pop()
        end = path[-1].span.end
        if piece.span.end > end:
            rest = Passage(Span(end, piece.span.end), piece.of)
            piece = Passage(Span(piece.span.start, end), piece.of)
            waiting = sorted([*waiting, rest], key=_order)
        path[-1].inside.append(piece)
        path.append(piece)
    return root.inside


def _order(piece: Passage) -> tuple[int, int, Span]:
    return piece.span.start, -piece.span.end, piece.of


def _cut(span: Span, within: Span) -> Span | None:
    start, end = max(span.start, within.start), min(span.end, within.end)
    return Span(start, end) if start < end else None


def stretches(spans: Sequence[Span], end: int) -> Iterator[Span]:
    """The blocks of a text, and what is left between them."""
    at = 0
    for span in sorted(spans):
        if span.start > at:
            yield Span(at, span.start)
        if span.end > at:
            yield Span(max(span.start, at), span.end)
        at = max(at, span.end)
    if at < end:
        yield Span(at, end)
