"""Finds the words beside each passage that say whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reporter.facts.quotes import leading, trailing
from reporter.facts.quotes.attribution import Attribution
from reporter.facts.quotes.passages import Passage
from reporter.facts.quotes.scene import Scene
from reporter.model.spans import Span

_REACH = 700
_BARE_REACH = 160
# "– Jane Doe, Director of the Museum" on the next line.
_SIGNED = re.compile(r"\s{1,4}(?P<line>[–—―-]{1,2}[ \t]?[^\W\d_][^\n]{3,200})(?=\n|$)")
_CLAUSE_STOP = re.compile(r"[,!?.](?=\s)")


def is_attribution(scene: Scene, floor: int, end: int) -> bool:
    """Whether the words before a place, back to a comma or stop, are "he said"."""
    floor = max(floor, end - _BARE_REACH)
    tail = scene.text[floor:end].rstrip().rstrip(".,:")
    if not trailing.reports(scene.clause(floor, floor + len(tail))):
        return False
    starts = [found.start() for found in _CLAUSE_STOP.finditer(tail)]
    return any(trailing.is_bare(scene.clause(floor + at, floor + len(tail))) for at in starts)


def trimmed(scene: Scene, passage: Passage) -> Passage:
    """A passage whose closing mark is missing ends before "he said"."""
    if passage.closed:
        return passage
    start, end = passage.span
    if not trailing.reports(scene.clause(start, min(end, start + _REACH))):
        return passage
    for found in _CLAUSE_STOP.finditer(scene.text, start, min(end, start + _REACH)):
        told = scene.sentences(found.end(), min(end, found.end() + _BARE_REACH))
        if told and trailing.is_bare(scene.clause(*told[0])):
            return replace(passage, span=Span(start, found.start() + 1), outer=Span(passage.outer.start, found.end()))
    return passage


class Beside:
    """The passages of a scene with the words around them."""

    def __init__(self, scene: Scene, passages: Sequence[Passage]) -> None:
        self.scene = scene
        self.passages = passages
        self.found: list[Attribution | None] = []

    def attributions(self) -> list[Attribution | None]:
        """For each passage the words beside it that say whose it is, if any do."""
        for index in range(len(self.passages)):
            self.found.append(self._attribution(index))
        return self.found

    def before(self, index: int) -> Span:
        """The sentence that runs up to a passage; empty where the passage begins one."""
        passage = self.passages[index]
        start = self.scene.paragraphs[passage.first].span.start
        if index and self.passages[index - 1].outer.end > start:
            start = self.passages[index - 1].outer.end
        end = passage.outer.start
        dateline = self.scene.facts.dateline
        if dateline and start <= dateline.span.start < end:
            start = min(end, dateline.span.end)
        found = self.scene.sentences(max(start, end - _REACH), end)
        if not found or self.scene.text[found[-1].end - 1] in ".!?…":
            return Span(end, end)
        return Span(found[-1].start, end)

    def _after(self, index: int) -> Span:
        """What follows a passage, up to the next or the paragraph's end."""
        passage = self.passages[index]
        end = self.scene.paragraphs[passage.last].span.end
        if index + 1 < len(self.passages):
            end = min(end, self.passages[index + 1].outer.start)
        return Span(passage.outer.end, min(end, passage.outer.end + _REACH))

    def _first_sentence(self, span: Span) -> Span:
        """The first sentence, and the next where the stop between stands in the middle of a title."""
        at = span.start
        while at < span.end and self.scene.text[at] in " ,.;\u00a0":
            at += 1
        found = self.scene.sentences(at, span.end)
        return Span(span.start, found[0].end) if found else span

    def _attribution(self, index: int) -> Attribution | None:
        """Look for the words beside a passage that say whose it is."""
        passage = self.passages[index]
        before = self._attributed_before(index)
        # What stands before and leads up to the words outdoes a new sentence after them.
        led = before if before and before.close and self._has_ended(passage) else None
        after = None if led else self._attributed_after(index)
        if after and before and before.rule == "quotes.verb-before" and after.mention.kind not in ("person", "pronoun"):
            after = None  # "… argued that it would do “…,” a claim that the judge rejected"
        return led or after or before or self._same_subject(index)

    def _has_ended(self, passage: Passage) -> bool:
        """Whether a full stop ends the words, inside the marks or after them."""
        return (
            self.scene.text[passage.span.end - 1] in ".…"
            or self.scene.text[passage.outer.end : passage.outer.end + 1] == "."
        )

    def _attributed_after(self, index: int) -> Attribution | None:
        passage = self.passages[index]
        span = self._after(index)
        beside = self.scene.text[span.start : span.end].lstrip()
        if not beside:
            return self._signed_below(passage)
        if beside[0] == "." and beside[1:].lstrip()[:1].isupper():
            return None
        ended = self._has_ended(passage)
        first = self._first_sentence(span)
        if self._belongs_to_next(index, first, span, ended=ended):
            return None
        clause = self.scene.clause(first.start, min(span.end, first.end + _BARE_REACH))
        limit = next((at for at, token in enumerate(clause.tokens) if token.start >= first.end), len(clause))
        return trailing.after(clause.cut(limit), ended=ended) if limit else None

    def _signed_below(self, passage: Passage) -> Attribution | None:
        """The signature on the line below a paragraph that is nothing but a quotation: "– Jane Doe, Director"."""
        paragraph = self.scene.paragraphs[passage.last].span
        if self.scene.paragraphs[passage.first].span.start != passage.outer.start:
            return None
        below = _SIGNED.match(self.scene.text, paragraph.end)
        return trailing.signature(self.scene.clause(*below.span("line"))) if below else None

    def _belongs_to_next(self, index: int, first: Span, span: Span, *, ended: bool) -> bool:
        """Whether the words between two passages introduce the second one."""
        if index + 1 >= len(self.passages) or span.end != self.passages[index + 1].outer.start:
            return False
        rest = self.scene.text[first.end : span.end].strip()
        last = self.scene.text[span.start : span.end].rstrip()[-1:]
        return not rest and ended and last not in ".!?"

    def _same_subject(self, index: int) -> Attribution | None:
        """X called it “…” and vowed to “…”: a second verb of the subject before."""
        span = self.before(index)
        previous = self.found[index - 1] if index else None
        if span.start >= span.end or previous is None:
            return None
        end = self.passages[index - 1].outer.end
        if end > span.start or self.scene.text[end : span.start].strip():
            return None
        clause = self.scene.clause(*span)
        verb = next((at for at in range(len(clause)) if clause.verb(at)), None)
        if verb is None:
            return None
        begun = clause.lower[0] in self.scene.lexicon.auxiliaries and clause.lower[verb - 1] in {"and", "but"}
        if not (clause.lower[0] in {"and", "but", ","} or verb == 0 or begun):
            return None
        return replace(previous, cue=clause.span(verb, verb + 1), rule="quotes.same-subject", close=False)

    def _attributed_before(self, index: int) -> Attribution | None:
        span = self.before(index)
        if span.start >= span.end:
            return None
        return leading.before(self.scene.clause(*span))
