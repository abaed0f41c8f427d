"""Speech without quotation marks: block quotations, statements after a colon, lines that open with a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.facts.quotes import leading, trailing
from reporter.facts.quotes.passages import Passage
from reporter.facts.quotes.scene import Scene
from reporter.model.spans import Span

# A dash, what is said, and a dash with a small letter after it: — We are ready, — said the mayor.
_DASHED = re.compile(r"\s*[—–-]\s+(?=[^\W\d_a-z])")
_SECOND_DASH = re.compile(r"[,.!?…]\s+[—–-]\s+(?=[^\W\d_])")
_COMMA = re.compile(r"[,!?](?=\s)")
_LONGEST_LINE = 3000
_INTRODUCTION = 400


class Unmarked:
    """The passages without marks among the paragraphs of a release."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.text = scene.text
        self.paragraphs = scene.paragraphs
        self.lexicon = scene.lexicon

    def find(self, marked: Sequence[Passage]) -> list[Passage]:
        """The passages, in text order; paragraphs that hold marks have none."""
        taken = {index for passage in marked for index in range(passage.first, passage.last + 1)}
        found: list[Passage] = []
        for index, paragraph in enumerate(self.paragraphs):
            if index in taken or (found and found[-1].last >= index):
                continue
            if paragraph.quotation:
                found.append(_passage(paragraph.span, index, index))
            elif self._introduces(index - 1) and paragraph.follows and index - 1 not in taken:
                found.append(self._statement(index, taken))
            else:
                found += self._dashed(index)
        return found

    def _introduces(self, index: int) -> bool:
        """Whether a paragraph ends in "made the following statement:"."""
        if index < 0 or self.text[self.paragraphs[index].span.end - 1] != ":":
            return False
        span = self.paragraphs[index].span
        clause = self.scene.clause(max(span.start, span.end - _INTRODUCTION), span.end)
        statement = any(word in self.lexicon.statements for word in clause.lower)
        found = leading.before(clause) if statement else None
        return found is not None and found.cue is not None

    def _statement(self, index: int, taken: set[int]) -> Passage:
        """The paragraphs from here on that nobody else's words interrupt."""
        last = index
        while (
            last + 1 < len(self.paragraphs)
            and self.paragraphs[last + 1].follows
            and last + 1 not in taken
            and not self._reports(last + 1)
        ):
            last += 1
        return _passage(Span(self.paragraphs[index].span.start, self.paragraphs[last].span.end), index, last)

    def _reports(self, index: int) -> bool:
        """Whether a paragraph tells what somebody said, so that the statement is over."""
        clause = self.scene.clause(*self.paragraphs[index].span)
        verbs = (clause.verb(at) for at in range(len(clause)))
        return any(verb is not None and verb.kind == "say" and verb.form == "past" for verb in verbs)

    def _dashed(self, index: int) -> list[Passage]:
        """— We are ready, — said the mayor. — All of us. Or: – We are ready, says Mayor Jane Doe."""
        span = self.paragraphs[index].span
        opening = _DASHED.match(self.text, span.start, span.end)
        if opening is None or span.end - span.start > _LONGEST_LINE:
            return []
        inner = Span(opening.end(), span.end)
        return self._between_dashes(inner, index, span.start) or self._before_attribution(inner, index, span.start)

    def _between_dashes(self, span: Span, index: int, start: int) -> list[Passage]:
        second = _SECOND_DASH.search(self.text, span.start, span.end)
        if second is None or self.text[second.end()].isupper():
            return []
        clause = self.scene.clause(second.end(), span.end)
        if trailing.after(clause, ended=False) is None:
            return []
        found = [_passage(Span(span.start, second.start() + 1), index, index, start=start)]
        third = _SECOND_DASH.search(self.text, second.end(), span.end)
        if third:
            found.append(_passage(Span(third.end(), span.end), index, index, start=third.start() + 1))
        return found

    def _before_attribution(self, span: Span, index: int, start: int) -> list[Passage]:
        """What stands before the first "says Jane Doe"; what follows it is not told apart from the reporter's words."""
        for comma in _COMMA.finditer(self.text, span.start, span.end):
            told = self.scene.sentences(comma.end(), span.end)
            clause = self.scene.clause(*told[0]) if told else None
            if clause and clause.verb(0) and trailing.is_bare(clause):
                return [_passage(Span(span.start, comma.start() + 1), index, index, start=start)]
        return []


def _passage(span: Span, first: int, last: int, *, start: int | None = None) -> Passage:
    outer = Span(span.start if start is None else start, span.end)
    return Passage(span=span, outer=outer, first=first, last=last, opened=False, closed=False, marked=False)
