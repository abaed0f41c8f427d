"""Reads the quotations of one release: passages, their attributions, and the speakers these name."""

from __future__ import annotations

from functools import partial

from reporter.facts.quotes import beside, leading, passages, phrases, speech
from reporter.facts.quotes.attribution import Attribution
from reporter.facts.quotes.beside import Beside
from reporter.facts.quotes.clause import Mention
from reporter.facts.quotes.lexicon import Lexicon
from reporter.facts.quotes.narration import Narration
from reporter.facts.quotes.passages import Passage
from reporter.facts.quotes.scene import Scene
from reporter.facts.quotes.speakers import Cast, Speaker
from reporter.facts.quotes.unmarked import Unmarked
from reporter.model.blocks import Reading
from reporter.model.diagnostics import Diagnostic
from reporter.model.facts import Facts, Quote
from reporter.model.spans import Span

_REACH = 700


class Found:
    """A passage with what has been found out about it so far."""

    __slots__ = ("attribution", "group", "mention", "passage", "rule", "speaker", "spoken")

    def __init__(self, passage: Passage, attribution: Attribution | None) -> None:
        self.passage = passage
        self.attribution = attribution
        self.mention: Mention | None = None
        self.speaker: Speaker | None = None
        self.rule = "quotes.alone"
        self.spoken = False
        self.group = 0


def read(reading: Reading, facts: Facts, words: Lexicon) -> tuple[tuple[Quote, ...], tuple[Diagnostic, ...]]:
    """The quotations of a release, and a diagnostic for each without a speaker."""
    scene = Scene(reading, facts, words)
    found = _passages(scene)
    return _Reader(scene, found).read() if found else ((), ())


def _passages(scene: Scene) -> list[Passage]:
    """The stretches in which somebody may speak, in text order."""
    within = passages.find(scene.text, scene.paragraphs, partial(beside.is_attribution, scene), scene.lexicon.elisions)
    marked = [beside.trimmed(scene, passage) for passage in within]
    return sorted((*marked, *Unmarked(scene).find(marked)), key=lambda passage: passage.outer)


class _Reader:
    """One release while its quotations are given to speakers."""

    def __init__(self, scene: Scene, found: list[Passage]) -> None:
        self.scene = scene
        self.beside = Beside(scene, found)
        self.narration = Narration(scene, found)
        self.cast = Cast(scene.text, scene.facts, scene.lexicon, scene.bounds)
        self.found = [
            Found(passage, attributed) for passage, attributed in zip(found, self.beside.attributions(), strict=True)
        ]
        self._groups = 0

    def read(self) -> tuple[tuple[Quote, ...], tuple[Diagnostic, ...]]:
        """The quotations, and a diagnostic for each without a speaker."""
        for index in range(len(self.found)):
            self._settle(index)
        spoken = [found for found in self.found if found.spoken]
        self._lend_back(spoken)
        return tuple(map(self._quote, spoken)), tuple(_silent(found) for found in spoken if found.speaker is None)

    def _settle(self, index: int) -> None:
        """Decide whether a passage is speech, and whose."""
        found = self.found[index]
        passage = found.passage
        before = self.beside.before(index)
        alone = before.start == before.end
        shared = self._shared(index)
        found.spoken = not passage.marked or speech.is_speech(
            self.scene.text,
            passage,
            found.attribution or (shared.attribution if shared else None),
            self.scene.lexicon,
            alone=alone or self.scene.text[before.start : before.end].rstrip().endswith(":"),
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
        between = self.scene.text[previous.passage.outer.end : found.passage.outer.start]
        same = found.attribution is None or (
            found.attribution.cue is not None and found.attribution.cue == previous.attribution.cue
        )
        if between.strip() == ":":
            return previous
        return previous if same and between.rstrip().endswith((",", ";", "–", "—", "-")) else None

    def _follow(self, found: Found, other: Found, rule: str) -> None:
        found.speaker, found.mention, found.rule, found.group = other.speaker, other.mention, rule, other.group
        found.attribution = found.attribution or other.attribution

    def _name(self, found: Found, mention: Mention, rule: str) -> None:
        found.mention, found.rule = mention, rule
        found.speaker = self.cast.resolve(mention, self.narration.subjects)
        if found.speaker and rule != "quotes.statement-by":  # of whom the sentence is not
            self.narration.note(mention)

    def _from_sentence(self, found: Found, before: Span) -> None:
        """Words within a sentence that has no reporting verb are its subject's."""
        mention = phrases.main_subject(self.scene.clause(*before))
        told = mention is not None and mention.kind == "pronoun" and mention.span.of(self.scene.text).lower() != "it"
        if mention and (told or mention.kind == "person"):
            self._name(found, mention, "quotes.subject")

    def _from_context(self, index: int) -> None:
        """A passage that is a sentence of its own: the speaker of the words before it."""
        found = self.found[index]
        start = self.scene.paragraphs[found.passage.first].span.start
        previous = self.found[index - 1] if index else None
        floor = start
        if previous and previous.passage.outer.end > start:
            floor = previous.passage.outer.end
        told = self.scene.sentences(max(floor, found.passage.outer.start - _REACH), found.passage.outer.start)
        if previous and previous.spoken and floor > start and len(told) <= 1:
            self._follow(found, previous, "quotes.continued")
            return
        if told:
            mention = self.narration.teller(told[-1])
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
        if not first or not self.scene.paragraphs[first].follows:
            return
        span = self.scene.paragraphs[first - 1].span
        previous = self.found[index - 1] if index else None
        if previous and previous.spoken and previous.passage.last == first - 1:
            rest = self.scene.sentences(previous.passage.outer.end, span.end)
            if len(rest) <= 1:
                self._follow(found, previous, "quotes.next-paragraph")
                found.group = 0
                return
        told = self.scene.sentences(max(span.start, span.end - _REACH), span.end)
        if not told:
            return
        mention = self._introduction(told[-1]) or self.narration.teller(told[-1])
        if mention:
            self._name(found, mention, "quotes.paragraph-before")

    def _introduction(self, span: Span) -> Mention | None:
        """Who is to speak after a paragraph that ends in a colon."""
        if self.scene.text[span.end - 1] != ":":
            return None
        introduced = leading.before(self.scene.clause(*span))
        return introduced.mention if introduced else None

    def _lend_back(self, spoken: list[Found]) -> None:
        """Give a paragraph of speech that names nobody the speaker of the paragraph of speech that follows it."""
        for found, following in zip(reversed(spoken[:-1]), reversed(spoken[1:]), strict=True):
            neighbours = following.passage.first == found.passage.last + 1
            begun = self.scene.paragraphs[found.passage.first].span.start == found.passage.outer.start
            if begun and found.speaker is None and found.mention is None and neighbours and following.speaker:
                begins = following.passage.outer.start == self.scene.paragraphs[following.passage.first].span.start
                if begins:
                    found.speaker, found.mention = following.speaker, following.mention
                    found.rule = "quotes.paragraph-after"

    def _quote(self, found: Found) -> Quote:
        cue = found.attribution.cue if found.attribution else None
        return Quote(
            text=found.passage.span.of(self.scene.text),
            span=found.passage.span,
            group=found.group,
            rule=found.rule,
            speaker=found.speaker.name if found.speaker else None,
            speaker_span=found.mention.span if found.mention else None,
            speaker_title=found.speaker.title if found.speaker else None,
            cue=cue.of(self.scene.text) if cue else None,
        )


def _silent(found: Found) -> Diagnostic:
    return Diagnostic(
        code="quote-without-speaker",
        severity="warning",
        message="The text does not say who speaks here.",
        span=found.passage.span,
    )
