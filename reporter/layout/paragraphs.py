"""Lines joined into paragraphs, however they were wrapped."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.layout.lines import Line
from reporter.model.document import Mark, MarkKind
from reporter.model.spans import Span

# A text is hard-wrapped if its lines stop at a column between these, and no more than a few go beyond.
# Lines of one of these are one, whatever breaks it has.
_WHOLE: frozenset[MarkKind] = frozenset({"title", "subtitle", "heading", "caption", "label"})
_NARROWEST, _WIDEST = 48, 112
_BEYOND = 0.1
# Lines that end so many characters before the column at most were broken there.
_SLACK = 14
_FEW = 3
# The end of a sentence or a colon, with closing marks: nothing goes on after it.
_CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_FIELD = re.compile(r"[^\W\d_][\w .’'/-]{0,28}:\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One or several lines that belong together."""

    span: Span
    text: str
    gap: int
    """Empty lines before it."""
    bullet: int = 0
    lines: int = 1
    mark: MarkKind | None = None
    """What the format of the source says it is."""

    @property
    def words(self) -> int:
        """About how many words it has."""
        return self.text.count(" ") + self.lines

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return _CLOSED.search(self.text[-6:]) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seam:
    """How the lines of one text are told to go together."""

    column: int | None
    """The column that the text was wrapped at; None where its lines are paragraphs."""
    open_words: frozenset[str]

    def goes_on(self, line: Line, after: Line) -> bool:
        """Whether the second line goes on with the sentence of the first."""
        if after.gap or after.bullet:
            return False
        lower = after.text[0].islower() or line.text.rsplit(None, 1)[-1].casefold() in self.open_words
        closed = _CLOSED.search(line.text[-6:]) is not None
        if self.column is None:
            return lower and not closed and "@" not in line.text and not _FIELD.match(after.text)
        if closed and after.indent > line.indent + 1:
            return False
        room = self.column - line.indent - len(line.text)
        next_word = len(after.text.partition(" ")[0])
        # The next word would have fit: the line was ended on purpose, unless the sentence plainly goes on.
        if next_word + 1 <= room:
            return lower and not closed
        return not _FIELD.match(after.text)


def join(text: str, lines: list[Line], marks: Sequence[Mark], open_words: frozenset[str]) -> list[Paragraph]:
    """The paragraphs of a text; where its format marks them, none goes beyond its mark."""
    seam = _Seam(column=wrap_column(lines), open_words=open_words)
    marked = _marks_of(lines, marks)
    paragraphs: list[Paragraph] = []
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or not _belongs(lines, marked, number, seam):
            paragraphs.append(_paragraph(text, lines[first:number], marked[first]))
            first = number
    return paragraphs


def _belongs(lines: list[Line], marked: list[Mark | None], number: int, seam: _Seam) -> bool:
    """Whether a line goes on with the one before it."""
    mark = marked[number]
    if mark is not marked[number - 1]:
        return False
    return (mark is not None and mark.kind in _WHOLE) or seam.goes_on(lines[number - 1], lines[number])


def _marks_of(lines: list[Line], marks: Sequence[Mark]) -> list[Mark | None]:
    """The mark that each line begins in."""
    if not marks:
        return [None] * len(lines)
    starts = [mark.span.start for mark in marks]
    before = (
        marks[place - 1] if place else None for place in (bisect_right(starts, line.span.start) for line in lines)
    )
    return [
        mark if mark and line.span.start < mark.span.end else None for line, mark in zip(lines, before, strict=True)
    ]


def _paragraph(text: str, lines: list[Line], mark: Mark | None) -> Paragraph:
    span = Span(lines[0].span.start, lines[-1].span.end)
    return Paragraph(
        span=span,
        text=text[span.start : span.end],
        gap=lines[0].gap,
        bullet=lines[0].bullet,
        lines=len(lines),
        mark=mark.kind if mark else None,
    )


def wrap_column(lines: list[Line]) -> int | None:
    """The column that a text was wrapped at; None where its lines are paragraphs."""
    lengths = [line.indent + len(line.text) for line in lines]
    if not lengths or sum(length > _WIDEST for length in lengths) > max(1, _BEYOND * len(lengths)):
        return None
    column = max(length for length in lengths if length <= _WIDEST) if min(lengths) <= _WIDEST else 0
    if column < _NARROWEST:
        return None
    broken = [
        length
        for length, line, after in zip(lengths, lines, lines[1:], strict=False)
        if after.gap == 0 and column - _SLACK <= length <= column and not _CLOSED.search(line.text[-6:])
    ]
    return column if len(broken) >= _FEW else None
