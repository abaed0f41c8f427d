"""Stretches between quotation marks, over paragraphs where the speech runs on, whatever the marks look like."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from reporter.facts.quotes import marks
from reporter.facts.quotes.marks import Mark
from reporter.model.spans import Span

# Somebody speaking on without marks in the inner paragraphs is believed for this many of them.
_MOST_PARAGRAPHS = 12
# Marks that open further in than this are noise.
_DEEPEST = 4

# Whether the words between two places are "he said" and no more.
IsAttribution = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph in which somebody may speak."""

    span: Span
    follows: bool
    """Whether the paragraph before it is its neighbour: no heading between."""
    quotation: bool = False
    """Whether the format itself sets it off as a quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch between two marks."""

    span: Span
    """Of the words, marks left out."""
    outer: Span
    """With the marks."""
    first: int
    """Index of the paragraph in which it opens."""
    last: int
    """Index of the paragraph in which it closes."""
    closed: bool = True
    opened: bool = True
    marked: bool = True
    """Whether it stands in marks at all."""


@dataclass(slots=True)
class _Open:
    """The mark that is open at the moment."""

    mark: Mark
    paragraph: int
    depth: int = 0


class _Scan:
    """One pass over the marks of all paragraphs."""

    def __init__(
        self, text: str, paragraphs: Sequence[Paragraph], is_attribution: IsAttribution, elided: Container[str]
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.is_attribution = is_attribution
        self.marks = [marks.find(text, paragraph.span, elided) for paragraph in paragraphs]
        self.passages: list[Passage] = []
        self.open: _Open | None = None

    def run(self) -> list[Passage]:
        """All passages, in text order."""
        for index, paragraph in enumerate(self.paragraphs):
            for place, mark in enumerate(self.marks[index]):
                self._take(index, place, mark)
            if self.open and not self._runs_on(index):
                self._break(index, paragraph.span.end)
        return self.passages

    def _take(self, index: int, place: int, mark: Mark) -> None:
        if self.open is None:
            if mark.side == "close":
                self._stray(index, mark)
            else:
                self.open = _Open(mark, index)
        elif mark.double != self.open.mark.double:
            return  # a quotation inside the quotation, in marks of the other kind
        elif mark.side == "open":
            self._open_again(index, place, mark)
        elif self._is_inch(index, place, mark):
            return
        elif self.open.depth:
            self.open.depth -= 1
        else:
            self._add(self.open, index, mark.start, mark.end)

    def _is_inch(self, index: int, place: int, mark: Mark) -> bool:
        """Whether a mark after a digit is a measure: "It is 40" long," he said."""
        following = self.marks[index][place + 1 : place + 2]
        after = self.text[mark.end : mark.end + 2]
        return (
            self.text[mark.start - 1].isdigit()
            and after[:1] == " "
            and after[1:].islower()
            and bool(following)
            and following[0].side == "close"
        )

    def _open_again(self, index: int, place: int, mark: Mark) -> None:
        """A second opening mark: speech taken up again, speech whose end was left unmarked, or speech in speech."""
        assert self.open
        floor = max(self.open.mark.end, self.paragraphs[index].span.start)
        if index > self.open.paragraph and not self.text[floor : mark.start].strip():
            return
        if self.open.depth >= _DEEPEST:
            return
        if self.is_attribution(floor, mark.start):
            self._break(index, mark.start)
            self.open = _Open(mark, index)
        elif not marks.ends_sentence(self.text, mark.start, floor) or self._closes_twice(index, place):
            self.open.depth += 1

    def _closes_twice(self, index: int, place: int) -> bool:
        """Whether two closing marks follow, so that the mark between opens speech in speech."""
        following = self.marks[index][place + 1 : place + 3]
        return [mark.side for mark in following] == ["close", "close"]

    def _runs_on(self, index: int) -> bool:
        """Whether what is open at a paragraph's end goes on in the next: taken up by a mark, or closed later on."""
        assert self.open
        span = self.paragraphs[index].span
        if self.is_attribution(max(self.open.mark.end, span.start), span.end):
            return False
        for following in range(index + 1, min(index + _MOST_PARAGRAPHS, len(self.paragraphs))):
            paragraph = self.paragraphs[following]
            if not paragraph.follows:
                return False
            first = next((mark for mark in self.marks[following] if mark.double), None)
            if first:
                taken_up = following == index + 1 and not self.text[paragraph.span.start : first.start].strip()
                return taken_up or (first.side == "close" and marks.ends_clause(self.text, first.start, span.end))
        return False

    def _break(self, index: int, end: int) -> None:
        """End what is open without a closing mark."""
        assert self.open
        self._add(self.open, index, end, end)

    def _stray(self, index: int, mark: Mark) -> None:
        """Where the opening mark is missing, the paragraph's first words are taken to be spoken."""
        start = self.paragraphs[index].span.start
        alone = not self.passages or self.passages[-1].outer.end <= start
        if alone and mark.double and marks.ends_clause(self.text, mark.start, start):
            self._add(_Open(Mark(start, start, "open", double=True), index), index, mark.start, mark.end)

    def _add(self, opened: _Open, index: int, end: int, outer_end: int) -> None:
        self.open = None
        words = self.text[opened.mark.end : end]
        inner = words.strip()
        if not inner:
            return
        start = opened.mark.end + words.index(inner[0])
        self.passages.append(
            Passage(
                span=Span(start, start + len(inner)),
                outer=Span(opened.mark.start, outer_end),
                first=opened.paragraph,
                last=index,
                opened=opened.mark.start < opened.mark.end,
                closed=end < outer_end,
            )
        )


def find(
    text: str, paragraphs: Sequence[Paragraph], is_attribution: IsAttribution, elided: Container[str]
) -> list[Passage]:
    """The passages between marks in these paragraphs, in text order and without overlaps."""
    return _Scan(text, paragraphs, is_attribution, elided).run()
