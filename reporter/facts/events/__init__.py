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


# Sentences from the main event's own on in which its place is looked for.
_NEAR = 4
# Stretches of evidence beyond so many prove no more.
_MOST_EVIDENCE = 12


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
        self._reference = facts.today
        self._sentences = clauses.sentences(reading, facts)
        self._places = places.Finder(reading, locale)
        self._words = extents.words(locale)
        self._places_of: dict[tuple[str, str | None], int] = {}
        self._lasting: list[int] = []
        self._refusals = refusals.Refusals(reading, facts, self._words, self._reference)

    def events(self) -> list[Event]:
        """All events, each once."""
        dated = [sentence for sentence in self._sentences if sentence.telling and sentence.dates]
        drafts = [draft for sentence in dated for draft in self._drafts(sentence)]
        lead = self._lead()
        kept: list[Event] = []
        if lead and not self._dates_lead(lead, drafts):
            drafts = [*self._of_lead(lead), *drafts]
            kept = [] if self._reference else [self._without_date(lead)]
        for draft in self._main_first(drafts):
            self._add(kept, draft)
        return self._confirmed(kept)

    def _dates_lead(self, lead: clauses.Sentence, drafts: list[_Draft]) -> bool:
        """Whether the first sentence, or one beside it that does not look ahead, says when the main event was."""
        beside = [draft for draft in drafts if draft.sentence.block == lead.block]
        if any(draft.sentence is lead for draft in beside):
            return True
        if extents.looks_ahead(self._text, lead.span, self._words):
            return bool(beside)
        return any(self._reference is None or draft.extent.first <= self._reference for draft in beside)

    def _drafts(self, sentence: clauses.Sentence) -> list[_Draft]:
        found = extents.read(self._text, sentence, self._words)
        if len(found) > extents.MOST_DATES:
            return []
        drafts = []
        for extent in found:
            others = [other.span for other in found if other is not extent]
            clause = clauses.around(self._text, sentence.span, extent.span, others)
            if not self._refusals.refuses(extent, sentence.span):
                drafts.append(_Draft(extent, sentence, clause, extent.rule))
        return [draft for draft in drafts if len(drafts) == 1 or not self._announces(draft, drafts)]

    def _announces(self, draft: _Draft, drafts: list[_Draft]) -> bool:
        """Whether a date is that of the news ("confirmed today") and the sentence dates what happened besides."""
        if self._reference is None or not draft.extent.deictic:
            return False
        others = [other.extent for other in drafts if other is not draft]
        if extents.stands_beside(self._text, draft.extent, self._words, "say"):
            return any(other.is_day or other.end for other in others)
        announced = extents.stands_beside(self._text, draft.extent, self._words, "announce")
        return announced and any(other.is_day and other.last <= self._reference for other in others)

    def _main_first(self, drafts: list[_Draft]) -> list[_Draft]:
        """The drafts, the latest past day of the first sentence in front: "linked to a murder in March … yesterday"."""
        first = [draft for draft in drafts if draft.sentence is drafts[0].sentence]
        if self._reference is None or not all(draft.extent.first <= self._reference for draft in first):
            return drafts
        main = max(first, key=lambda draft: (draft.extent.is_day, draft.extent.last), default=None)
        return drafts if main is None else [main, *(draft for draft in drafts if draft is not main)]

    def _lead(self) -> clauses.Sentence | None:
        return next((sentence for sentence in self._sentences if sentence.telling), None)

    def _of_lead(self, lead: clauses.Sentence) -> list[_Draft]:
        """What a lead without a date says happened on the day of the release."""
        if self._reference is None:
            return []
        extent = extents.of_release(self._text, lead, self._words, self._reference)
        return [_Draft(extent, lead, lead.span, extent.rule)] if extent else []

    def _add(self, events: list[Event], draft: _Draft) -> None:
        """Add an event, or the words of one that is there already."""
        extent = draft.extent
        place = self._known(events, extent)
        if place is not None:
            told = _with_evidence(events[place], draft.clause)
            exact = not place and told.rule == extents.WEEK and extent.is_day and not extent.deictic
            events[place] = replace(told, start=extent.start, end=extent.end, basis="stated") if exact else told
            return
        self._places_of[extent.start, extent.end] = len(events)
        if extent.end is not None:
            self._lasting.append(len(events))
        events.append(
            self._placed(
                Event(
                    start=extent.start,
                    end=extent.end,
                    basis=extent.basis,
                    status=extents.status(self._text, extent, draft.clause, self._words, self._reference),
                    what=draft.clause.of(self._text),
                    what_span=draft.clause,
                    evidence=(draft.clause,),
                    rule=draft.rule,
                ),
                draft.sentence,
                main=not events,
            )
        )

    def _known(self, events: list[Event], extent: extents.Extent) -> int | None:
        """The event that has the extent, or lasts for days of which the extent is one."""
        place = self._places_of.get((extent.start, extent.end))
        if place is not None or not extent.is_day:
            return place
        return next((place for place in self._lasting if _confirms(events[place], extent)), None)

    def _without_date(self, lead: clauses.Sentence) -> Event:
        """The main event of a release that states no date, or none with a year: all but its date is known."""
        words = lead.span.of(self._text)
        event = Event(start=None, what=words, what_span=lead.span, evidence=(lead.span,), rule="events.without-date")
        return self._placed(event, lead, main=True)

    def _placed(self, event: Event, sentence: clauses.Sentence, *, main: bool) -> Event:
        """An event with its place and country."""
        where = self._places.within(event.what_span)
        if where is None and event.what_span != sentence.span:
            where = self._places.within(sentence.span)
        if main and (where is None or where.rank < places.LED):
            where = self._near(sentence) or where
        dateline = self._facts.dateline
        if where is None and main and dateline and dateline.place:
            return replace(
                event, place=dateline.place, country=dateline.country or self._places.country(dateline.place)
            )
        if where is None:
            return event
        return replace(event, place=where.name, country=self._places.country(where.name))

    def _near(self, sentence: clauses.Sentence) -> places.Place | None:
        """The place of the main event where its own sentence names none: a province or district of what follows."""
        at = self._sentences.index(sentence)
        near = [self._places.within(following.span) for following in self._sentences[at + 1 : at + _NEAR]]
        sorts = [place for place in near if place and place.rank >= places.SORTED]
        return max(sorts, key=lambda place: place.rank, default=None)

    def _confirmed(self, events: list[Event]) -> list[Event]:
        """Titles and captions that name a day of an event are evidence for it; they make no event of their own."""
        for sentence in self._sentences:
            if sentence.telling or not sentence.dates:
                continue
            for extent in extents.read(self._text, sentence, self._words):
                place = next((place for place, event in enumerate(events) if _confirms(event, extent)), None)
                if place is not None:
                    events[place] = _with_evidence(events[place], sentence.span)
        return events


def _with_evidence(event: Event, span: Span) -> Event:
    return event if len(event.evidence) >= _MOST_EVIDENCE else replace(event, evidence=(*event.evidence, span))


def _confirms(event: Event, extent: extents.Extent) -> bool:
    """Whether an extent, in the same precision, lies in the time of an event."""
    start, end = event.start, event.end or event.start
    if start is None or end is None or len(start) != len(extent.start):
        return False
    return start <= extent.start and (extent.end or extent.start) <= end
