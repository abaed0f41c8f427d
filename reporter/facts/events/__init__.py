"""What happened when: the main event first, then the others in text order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reporter.facts.events import clauses, extents, places, refusals
from reporter.locales import Locale
from reporter.model.blocks import Reading
from reporter.model.facts import Event, Facts
from reporter.model.spans import Span


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far with the events of the text."""
    return replace(facts, events=tuple(_Chronology(reading, facts, locale).events()))


@dataclass(frozen=True, slots=True)
class _Draft:
    """An event in the making."""

    extent: extents.Extent
    sentence: clauses.Sentence
    clause: Span
    rule: str


class _Chronology:
    """The events of one reading."""

    def __init__(self, reading: Reading, facts: Facts, locale: Locale) -> None:
        self._text = reading.text
        self._facts = facts
        self._reference = extents.release_day(reading, facts)
        self._sentences = clauses.sentences(reading, facts)
        self._places = places.Finder(reading, locale)
        self._words = extents.words(locale)
        self._refusals = refusals.Refusals(reading, self._words)

    def events(self) -> list[Event]:
        """All events, each once."""
        drafts = [draft for sentence in self._sentences if sentence.telling for draft in self._drafts(sentence)]
        lead = self._lead()
        if lead and not any(draft.sentence.block == lead.block for draft in drafts):
            drafts = [*self._undated(lead), *drafts]
        kept: list[Event] = []
        for draft in self._main_first(drafts):
            self._add(kept, draft)
        return self._confirmed(kept)

    def _drafts(self, sentence: clauses.Sentence) -> list[_Draft]:
        found = extents.read(self._text, sentence, self._words)
        drafts = []
        for extent in found:
            others = [other.span for other in found if other is not extent]
            clause = clauses.around(self._text, sentence.span, extent.span, others)
            if not self._refusals.refuses(extent, sentence.span):
                drafts.append(_Draft(extent, sentence, clause, extent.rule))
        return [draft for draft in drafts if not self._announces(draft, drafts)]

    def _announces(self, draft: _Draft, drafts: list[_Draft]) -> bool:
        """Whether a date is that of the news ("confirmed today") and the sentence dates what happened besides."""
        if self._reference is None or not extents.is_announced(self._text, draft.extent, self._words):
            return False
        return any(
            other is not draft and other.extent.is_day and other.extent.last <= self._reference for other in drafts
        )

    def _main_first(self, drafts: list[_Draft]) -> list[_Draft]:
        """The drafts, the latest past day of the first sentence in front: "linked to a murder in March … yesterday"."""
        first = [draft for draft in drafts if draft.sentence is drafts[0].sentence]
        if self._reference is None or not all(draft.extent.first <= self._reference for draft in first):
            return drafts
        main = max(first, key=lambda draft: (draft.extent.is_day, draft.extent.last), default=None)
        return drafts if main is None else [main, *(draft for draft in drafts if draft is not main)]

    def _lead(self) -> clauses.Sentence | None:
        return next((sentence for sentence in self._sentences if sentence.telling), None)

    def _undated(self, lead: clauses.Sentence) -> list[_Draft]:
        """What a lead without a date says happened on the day of the release."""
        if self._reference is None:
            return []
        extent = extents.of_release(self._text, lead, self._words, self._reference)
        return [_Draft(extent, lead, lead.span, extent.rule)] if extent else []

    def _add(self, events: list[Event], draft: _Draft) -> None:
        """Add an event, or the words of one that is there already."""
        extent = draft.extent
        for place, event in enumerate(events):
            if (event.start, event.end) == (extent.start, extent.end):
                events[place] = replace(event, evidence=(*event.evidence, draft.clause))
                return
        where = self._place(draft, main=not events)
        events.append(
            Event(
                start=extent.start,
                end=extent.end,
                basis=extent.basis,
                status=extents.status(self._text, extent, draft.clause, self._words, self._reference),
                what=draft.clause.of(self._text),
                what_span=draft.clause,
                evidence=(draft.clause,),
                rule=draft.rule,
                place=where.name if where else None,
                country=self._places.country(where.name) if where else None,
            )
        )

    def _place(self, draft: _Draft, *, main: bool) -> places.Place | None:
        where = self._places.within(draft.clause) or self._places.within(draft.sentence.span)
        return where or (self._near(draft) if main else None)

    def _near(self, draft: _Draft) -> places.Place | None:
        """The place of the main event, where its own sentence names none."""
        place = self._sentences.index(draft.sentence)
        following = self._sentences[place + 1 : place + 4]
        return places.best([self._places.within(sentence.span) for sentence in following])

    def _confirmed(self, events: list[Event]) -> list[Event]:
        """Titles and captions that name a day of an event are evidence for it; they make no event of their own."""
        for sentence in self._sentences:
            if sentence.telling:
                continue
            for extent in extents.read(self._text, sentence, self._words):
                for place, event in enumerate(events):
                    if event.start <= extent.start <= (event.end or event.start) and len(extent.start) == len(
                        event.start
                    ):
                        events[place] = replace(event, evidence=(*event.evidence, sentence.span))
                        break
        return events
