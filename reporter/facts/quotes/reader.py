"""Reads the quotations of one release: passages, their attributions, and the speakers these name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from reporter.facts.quotes import attribution, passages, phrases, speech
from reporter.facts.quotes.attribution import Attribution
from reporter.facts.quotes.lexicon import Lexicon
from reporter.facts.quotes.passages import Paragraph, Passage
from reporter.facts.quotes.phrases import Clause, Hint, Hints, Mention
from reporter.facts.quotes.speakers import Cast, Speaker
from reporter.facts.quotes.unmarked import Unmarked
from reporter.language import sentences
from reporter.model.blocks import BlockKind, Reading
from reporter.model.diagnostics import Diagnostic
from reporter.model.facts import Facts, Quote
from reporter.model.spans import Span

_SPOKEN: frozenset[BlockKind] = frozenset({"body", "list", "quote"})
_PASSED: frozenset[BlockKind] = frozenset({"caption", "furniture"})
_REACH = 700
_BARE_REACH = 160
_CLAUSE_STOP = re.compile(r"[,!?.](?=\s)")
_SENTENCES_BACK = 6
_ROLE_REACH = 4


class Found:
    """A passage with what has been found out about it so far."""

    __slots__ = ("attribution", "group", "mention", "passage", "rule", "speaker", "spoken")

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.attribution: Attribution | None = None
        self.mention: Mention | None = None
        self.speaker: Speaker | None = None
        self.rule = "quotes.alone"
        self.spoken = False
        self.group = 0


class QuoteReader:
    """One release while its quotations are read."""

    def __init__(self, reading: Reading, facts: Facts, words: Lexicon) -> None:
        self.text = reading.text
        self.lexicon = words
        self.paragraphs = _paragraphs(reading)
        self.starts = [paragraph.span.start for paragraph in self.paragraphs]
        self._reading, self._facts = reading, facts
        self.found: list[Found] = []
        self._groups = 0
        self._told: list[tuple[int, Mention]] = []
        self._narrated: dict[int, list[Span]] = {}
        self._of_paragraph: dict[int, list[Passage]] = {}

    @cached_property
    def hints(self) -> Hints:
        """The names that earlier stages have found; gathered only where somebody speaks."""
        return Hints(_hints(self._reading, self._facts))

    @cached_property
    def cast(self) -> Cast:
        """Who can speak."""
        return Cast(self.text, self._facts, self.lexicon, self._bounds)

    def read(self) -> tuple[tuple[Quote, ...], tuple[Diagnostic, ...]]:
        """The quotations, and a diagnostic for each without a speaker."""
        found = passages.find(self.text, self.paragraphs, self._is_attribution, self.lexicon.elisions)
        marked = list(map(self._trimmed, found))
        loose = Unmarked(self.text, self.paragraphs, lambda: self.hints, self.lexicon).find(marked)
        read = sorted((*marked, *loose), key=lambda passage: passage.outer)
        for passage in read:
            for index in {passage.first, passage.last}:
                self._of_paragraph.setdefault(index, []).append(passage)
        self.found = [Found(passage) for passage in read]
        for index in range(len(self.found)):
            self._attribute(index)
        for index in range(len(self.found)):
            self._settle(index)
        spoken = [found for found in self.found if found.spoken]
        self._lend_back(spoken)
        return tuple(map(self._quote, spoken)), tuple(_silent(found) for found in spoken if found.speaker is None)

    # What stands beside a passage

    def _clause(self, start: int, end: int) -> Clause:
        return Clause(self.text, Span(start, end), self.hints, self.lexicon)

    def _sentences(self, start: int, end: int) -> tuple[Span, ...]:
        return sentences.split(self.text, Span(start, end), self.lexicon.stops)

    def _is_attribution(self, floor: int, end: int) -> bool:
        """Whether the words before a place, back to a comma or stop, are "he said"."""
        floor = max(floor, end - _BARE_REACH)
        tail = self.text[floor:end].rstrip().rstrip(".,:")
        if not attribution.reports(self._clause(floor, floor + len(tail))):
            return False
        starts = [found.start() for found in _CLAUSE_STOP.finditer(tail)]
        return any(attribution.is_bare(self._clause(floor + at, floor + len(tail))) for at in starts)

    def _trimmed(self, passage: Passage) -> Passage:
        """A passage whose closing mark is missing ends before "he said"."""
        if passage.closed:
            return passage
        start, end = passage.span
        if not attribution.reports(self._clause(start, min(end, start + _REACH))):
            return passage
        for found in _CLAUSE_STOP.finditer(self.text, start, min(end, start + _REACH)):
            told = self._sentences(found.end(), min(end, found.end() + _BARE_REACH))
            if told and attribution.is_bare(self._clause(*told[0])):
                return replace(
                    passage, span=Span(start, found.start() + 1), outer=Span(passage.outer.start, found.end())
                )
        return passage

    def _before(self, index: int) -> Span:
        """The sentence that runs up to a passage; empty where the passage begins one."""
        passage = self.found[index].passage
        start = self.paragraphs[passage.first].span.start
        if index and self.found[index - 1].passage.outer.end > start:
            start = self.found[index - 1].passage.outer.end
        end = passage.outer.start
        dateline = self._facts.dateline
        if dateline and start <= dateline.span.start < end:
            start = min(end, dateline.span.end)
        found = self._sentences(max(start, end - _REACH), end)
        if not found or self.text[found[-1].end - 1] in ".!?…":
            return Span(end, end)
        return Span(found[-1].start, end)

    def _after(self, index: int) -> Span:
        """What follows a passage, up to the next or the paragraph's end."""
        passage = self.found[index].passage
        end = self.paragraphs[passage.last].span.end
        if index + 1 < len(self.found):
            end = min(end, self.found[index + 1].passage.outer.start)
        return Span(passage.outer.end, min(end, passage.outer.end + _REACH))

    def _first_sentence(self, span: Span) -> Span:
        """The first sentence, and the next where the stop between stands in the middle of a title."""
        at = span.start
        while at < span.end and self.text[at] in " ,.;\u00a0":
            at += 1
        found = self._sentences(at, span.end)
        return Span(span.start, found[0].end) if found else span

    def _attribute(self, index: int) -> None:
        """Look for the words beside a passage that say whose it is."""
        found = self.found[index]
        before = self._attributed_before(index)
        # What stands before and leads up to the words outdoes a new sentence after them.
        led = before if before and before.close and self._has_ended(found.passage) else None
        after = None if led else self._attributed_after(index)
        if after and before and before.rule == "quotes.verb-before" and after.mention.kind not in ("person", "pronoun"):
            after = None  # "… argued that it would do “…,” a claim that the judge rejected"
        found.attribution = led or after or before or self._same_subject(index)

    def _has_ended(self, passage: Passage) -> bool:
        """Whether a full stop ends the words, inside the marks or after them."""
        return self.text[passage.span.end - 1] in ".…" or self.text[passage.outer.end : passage.outer.end + 1] == "."

    def _attributed_after(self, index: int) -> Attribution | None:
        passage = self.found[index].passage
        span = self._after(index)
        beside = self.text[span.start : span.end].lstrip()
        if not beside or (beside[0] == "." and beside[1:].lstrip()[:1].isupper()):
            return None
        ended = self._has_ended(passage)
        first = self._first_sentence(span)
        if self._belongs_to_next(index, first, span, ended=ended):
            return None
        clause = self._clause(first.start, min(span.end, first.end + _BARE_REACH))
        limit = next((at for at, token in enumerate(clause.tokens) if token.start >= first.end), len(clause))
        return attribution.after(clause.cut(limit), ended=ended) if limit else None

    def _belongs_to_next(self, index: int, first: Span, span: Span, *, ended: bool) -> bool:
        """Whether the words between two passages introduce the second one."""
        if index + 1 >= len(self.found) or span.end != self.found[index + 1].passage.outer.start:
            return False
        rest = self.text[first.end : span.end].strip()
        last = self.text[span.start : span.end].rstrip()[-1:]
        return not rest and ended and last not in ".!?"

    def _same_subject(self, index: int) -> Attribution | None:
        """X called it “…” and vowed to “…”: a second verb of the subject before."""
        span = self._before(index)
        previous = self.found[index - 1] if index else None
        if span.start >= span.end or previous is None or previous.attribution is None:
            return None
        if previous.passage.outer.end > span.start or self.text[previous.passage.outer.end : span.start].strip():
            return None
        clause = self._clause(*span)
        verb = next((at for at in range(len(clause)) if clause.verb(at)), None)
        joined = clause.lower[0] in {"and", "but", ","} or verb == 0
        if verb is None or not joined:
            return None
        return replace(previous.attribution, cue=clause.span(verb, verb + 1), rule="quotes.same-subject", close=False)

    def _attributed_before(self, index: int) -> Attribution | None:
        span = self._before(index)
        if span.start >= span.end:
            return None
        return attribution.before(self._clause(*span))

    # Who speaks

    def _settle(self, index: int) -> None:
        """Decide whether a passage is speech, and whose."""
        found = self.found[index]
        passage = found.passage
        before = self._before(index)
        alone = before.start == before.end
        shared = self._shared(index)
        found.spoken = not passage.marked or speech.is_speech(
            self.text,
            passage,
            found.attribution or (shared.attribution if shared else None),
            self.lexicon,
            alone=alone,
        )
        if not found.spoken:
            return
        if shared:
            self._follow(found, shared, "quotes.split")
        elif found.attribution:
            self._name(found, found.attribution.mention, found.attribution.rule)
        elif alone:
            self._from_context(index)
        else:
            self._from_sentence(found, before)
        if not found.group:
            self._groups += 1
            found.group = self._groups

    def _shared(self, index: int) -> Found | None:
        """The passage before, where only its attribution stands between: “A,” she said, “B.”."""
        if not index:
            return None
        previous, found = self.found[index - 1], self.found[index]
        if not previous.spoken or previous.attribution is None or previous.passage.last != found.passage.first:
            return None
        between = self.text[previous.passage.outer.end : found.passage.outer.start]
        same = found.attribution is None or (
            found.attribution.cue is not None and found.attribution.cue == previous.attribution.cue
        )
        return previous if same and between.rstrip().endswith((",", "–", "—", "-")) else None

    def _follow(self, found: Found, other: Found, rule: str) -> None:
        found.speaker, found.mention, found.rule, found.group = other.speaker, other.mention, rule, other.group
        found.attribution = found.attribution or other.attribution

    def _name(self, found: Found, mention: Mention, rule: str) -> None:
        found.mention, found.rule = mention, rule
        found.speaker = self.cast.resolve(mention, self._subjects)
        if found.speaker:
            insort(self._told, (mention.span.start, mention), key=_first)

    def _from_sentence(self, found: Found, before: Span) -> None:
        """Words within a sentence that has no reporting verb are its subject's."""
        mention = phrases.main_subject(self._clause(*before))
        if mention and mention.kind in ("person", "pronoun"):
            self._name(found, mention, "quotes.subject")

    def _from_context(self, index: int) -> None:
        """A passage that is a sentence of its own: the speaker of the words before it."""
        found = self.found[index]
        start = self.paragraphs[found.passage.first].span.start
        previous = self.found[index - 1] if index else None
        floor = start
        if previous and previous.passage.outer.end > start:
            floor = previous.passage.outer.end
        told = self._sentences(max(floor, found.passage.outer.start - _REACH), found.passage.outer.start)
        if previous and previous.spoken and floor > start and len(told) <= 1:
            self._follow(found, previous, "quotes.continued")
            return
        if told:
            mention = self._teller(told[-1])
            if mention:
                self._name(found, mention, "quotes.sentence-before")
            elif previous and previous.spoken and floor > start:
                self._follow(found, previous, "quotes.continued")
                found.group = 0
            return
        self._from_paragraph_before(index)

    def _from_paragraph_before(self, index: int) -> None:
        """The speaker of the paragraph before, where this one holds nothing but speech."""
        found = self.found[index]
        first = found.passage.first
        if not first or not self.paragraphs[first].follows:
            return
        span = self.paragraphs[first - 1].span
        previous = self.found[index - 1] if index else None
        if previous and previous.spoken and previous.passage.last == first - 1:
            rest = self._sentences(previous.passage.outer.end, span.end)
            if len(rest) <= 1:
                self._follow(found, previous, "quotes.next-paragraph")
                found.group = 0
                return
        told = self._sentences(max(span.start, span.end - _REACH), span.end)
        if not told:
            return
        mention = self._introduction(told[-1]) or self._teller(told[-1])
        if mention:
            self._name(found, mention, "quotes.paragraph-before")

    def _introduction(self, span: Span) -> Mention | None:
        """Who is to speak after a paragraph that ends in a colon."""
        if self.text[span.end - 1] != ":":
            return None
        introduced = attribution.before(self._clause(*span))
        return introduced.mention if introduced else None

    def _teller(self, span: Span) -> Mention | None:
        """The subject of a sentence that reports, else of any sentence about a person."""
        clause = self._clause(*span)
        source = attribution.according(clause)
        if source:
            return source.mention
        for verb in range(min(len(clause), 60)):
            kind = clause.verb(verb)
            if kind and kind.kind in ("say", "call") and kind.form in ("past", "third"):
                if attribution.is_passive(clause, verb, kind.form):
                    if clause.lower[verb + 1 : verb + 2] == ["by"]:
                        return phrases.object_after(clause, verb + 2)
                    continue
                mention = phrases.subject_before(clause, verb)
                if mention:
                    return mention
                break
        mention = phrases.main_subject(clause)
        return mention if mention and mention.kind != "organisation" and self._is_human(mention) else None

    def _is_human(self, mention: Mention) -> bool:
        """Whether a subject is somebody rather than something."""
        if mention.kind in ("person", "pronoun"):
            return True
        words = mention.span.of(self.text).lower().split()[:_ROLE_REACH]
        return mention.kind == "role" and any(
            word in self.lexicon.titles or word in self.lexicon.genders for word in words
        )

    def _subjects(self, place: int) -> Iterator[Mention]:
        """Who the sentences before a place are about, the nearest first."""
        index = max(0, bisect_right(self.starts, place) - 1)
        left = _SENTENCES_BACK
        while index >= 0 and left:
            told = self._narration(index)
            for at in range(bisect_left(told, (place,)) - 1, -1, -1):
                span = told[at]
                left -= 1
                end = min(span.end, place)
                mention = self._told_within(span.start, end) or self._teller(Span(span.start, end))
                if mention and mention.span.end <= place:
                    yield mention
                if not left:
                    return
            index -= 1

    def _told_within(self, start: int, end: int) -> Mention | None:
        """The last one in a stretch who has been found to speak."""
        at = bisect_left(self._told, end, key=_first)
        return self._told[at - 1][1] if at and self._told[at - 1][0] >= start else None

    def _narration(self, index: int) -> list[Span]:
        """The sentences of a paragraph that stand outside marks."""
        if index not in self._narrated:
            span = self.paragraphs[index].span
            at = span.start
            told: list[Span] = []
            for passage in self._of_paragraph.get(index, ()):
                if passage.outer.start > at:
                    told += self._sentences(at, passage.outer.start)
                at = max(at, passage.outer.end)
            if at < span.end:
                told += self._sentences(at, span.end)
            self._narrated[index] = told
        return self._narrated[index]

    def _bounds(self, place: int) -> Span:
        """The paragraph around a place, or the line where it is no paragraph in which anybody speaks."""
        index = bisect_right(self.starts, place) - 1
        if index >= 0 and place < self.paragraphs[index].span.end:
            return self.paragraphs[index].span
        end = self.text.find("\n", place)
        return Span(self.text.rfind("\n", 0, place) + 1, end if end >= 0 else len(self.text))

    def _lend_back(self, spoken: list[Found]) -> None:
        """Give a paragraph of speech that names nobody the speaker of the paragraph of speech that follows it."""
        for found, following in zip(reversed(spoken[:-1]), reversed(spoken[1:]), strict=True):
            neighbours = following.passage.first == found.passage.last + 1
            begun = self.paragraphs[found.passage.first].span.start == found.passage.outer.start
            if begun and found.speaker is None and found.mention is None and neighbours and following.speaker:
                begins = following.passage.outer.start == self.paragraphs[following.passage.first].span.start
                if begins:
                    found.speaker, found.mention = following.speaker, following.mention
                    found.rule = "quotes.paragraph-after"

    def _quote(self, found: Found) -> Quote:
        cue = found.attribution.cue if found.attribution else None
        return Quote(
            text=found.passage.span.of(self.text),
            span=found.passage.span,
            group=found.group,
            rule=found.rule,
            speaker=found.speaker.name if found.speaker else None,
            speaker_span=found.mention.span if found.mention else None,
            speaker_title=found.speaker.title if found.speaker else None,
            cue=cue.of(self.text) if cue else None,
        )


def _first(told: tuple[int, Mention]) -> int:
    return told[0]


def _paragraphs(reading: Reading) -> list[Paragraph]:
    found: list[Paragraph] = []
    follows = False
    for block in reading.blocks:
        if block.kind in _SPOKEN:
            found.append(Paragraph(span=block.span, follows=follows, quotation=block.kind == "quote"))
            follows = True
        elif block.kind not in _PASSED:
            follows = False
    return found


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


def _silent(found: Found) -> Diagnostic:
    return Diagnostic(
        code="quote-without-speaker",
        severity="info",
        message="The text does not say who speaks here.",
        span=found.passage.span,
    )
