"""The text that quotations are read from: its paragraphs of speech, sentences, and the names in it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from reporter.facts.quotes.clause import Clause, Hint, Hints
from reporter.facts.quotes.lexicon import Lexicon
from reporter.facts.quotes.passages import Paragraph
from reporter.language import sentences
from reporter.model.blocks import BlockKind, Reading
from reporter.model.facts import Facts
from reporter.model.spans import Span

_SPOKEN: frozenset[BlockKind] = frozenset({"body", "list", "quote"})
_HEADING: frozenset[BlockKind] = frozenset({"title", "subtitle", "heading"})
_PASSED: frozenset[BlockKind] = frozenset({"caption", "furniture"})


class Scene:
    """One release, as far as its quotations need it."""

    def __init__(self, reading: Reading, facts: Facts, words: Lexicon) -> None:
        self.text = reading.text
        self.lexicon = words
        self.facts = facts
        self.paragraphs = _paragraphs(reading)
        self.starts = [paragraph.span.start for paragraph in self.paragraphs]
        self._reading = reading

    @cached_property
    def hints(self) -> Hints:
        """The names that earlier stages have found; gathered only where somebody speaks."""
        return Hints(_hints(self._reading, self.facts))

    def clause(self, start: int, end: int) -> Clause:
        """The words of a stretch as tokens."""
        return Clause(self.text, Span(start, end), self.hints, self.lexicon)

    def sentences(self, start: int, end: int) -> tuple[Span, ...]:
        """The sentences of a stretch."""
        return sentences.split(self.text, Span(start, end), self.lexicon.stops)

    def paragraph_of(self, place: int) -> int:
        """The index of the paragraph that a place is in or behind; -1 before the first."""
        return bisect_right(self.starts, place) - 1

    def bounds(self, place: int) -> Span:
        """The paragraph around a place, or the line where it is no paragraph in which anybody speaks."""
        index = self.paragraph_of(place)
        if index >= 0 and place < self.paragraphs[index].span.end:
            return self.paragraphs[index].span
        end = self.text.find("\n", place)
        return Span(self.text.rfind("\n", 0, place) + 1, end if end >= 0 else len(self.text))


def _paragraphs(reading: Reading) -> list[Paragraph]:
    found: list[Paragraph] = []
    follows = False
    for block in reading.blocks:
        if block.kind in _SPOKEN or (block.kind in _HEADING and _is_told(block.span.of(reading.text))):
            found.append(Paragraph(span=block.span, follows=follows, quotation=block.kind == "quote"))
            follows = True
        elif block.kind not in _PASSED:
            follows = False
    return found


def _is_told(line: str) -> bool:
    """Whether a line that the layout takes for a heading is a sentence with a quotation: “Come in,” she said."""
    return line.rstrip('”"» \n').endswith(".") and any(mark in line for mark in '"“”»')


def _hints(reading: Reading, facts: Facts) -> list[Hint]:
    known = {span: Hint(span.start, span.end, "person") for person in facts.people for span in person.mentions} | {
        span: Hint(span.start, span.end, "organisation") for body in facts.organisations for span in body.mentions
    }
    named = {
        name.span: Hint(name.span.start, name.span.end, name.kind)
        for name in reading.mentions.names
        if name.kind in ("person", "organisation")
    }
    return list((named | known).values())
