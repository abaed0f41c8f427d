"""One line for one event, however many releases tell it and however exactly they date it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from reporter.language import names
from reporter.merge.clusters import cluster
from reporter.merge.likeness import jaccard, overlap, shared, stems
from reporter.merge.periods import Period, period
from reporter.merge.references import Order
from reporter.model.briefing import ChronologyLine, Entry, Reference
from reporter.model.facts import Event
from reporter.model.spans import Span

_ALIKE = 0.5
_MUCH_ALIKE = 0.6
_WORDS_SHARED = 3
_WORDS_OF_DEED = 2
_MONTH = 31


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one release tells it."""

    entry: Entry
    event: Event
    start: str
    days: Period | None
    is_main: bool
    """Whether it is what the release is about."""
    words: frozenset[str]
    deed: frozenset[str]
    """The words without the names of people, bodies, places and their positions."""


@dataclass(frozen=True, slots=True)
class Merged:
    """An event as all releases tell it."""

    told: tuple[Told, ...]
    line: ChronologyLine


def merge(entries: Sequence[Entry], order: Order) -> tuple[Merged, ...]:
    """The dated events of all releases by date, each once."""
    told = [one for entry in entries for one in _told(entry)]
    found = (Merged(tuple(group), _line(group, order)) for group in cluster(told, _keys, same_event))
    return tuple(sorted(found, key=lambda one: (one.line.start, one.line.end or one.line.start, _place(one, order))))


def _told(entry: Entry) -> Iterable[Told]:
    facts, text = entry.release.facts, entry.release.text
    named = [span for person in facts.people for span in person.mentions]
    named += [span for body in facts.organisations for span in body.mentions]
    named += [span for country in facts.countries for span in country.mentions]
    named += [person.title_span for person in facts.people if person.title_span]
    for place, event in enumerate(facts.events):
        if event.start:
            days, words = period(event.start, event.end), _countless(stems(event.what))
            deed = _countless(stems(_without(text, event.what_span, named)))
            yield Told(entry, event, event.start, days, is_main=place == 0, words=words, deed=deed)


def _countless(words: frozenset[str]) -> frozenset[str]:
    """Without numbers: releases may count differently, and that is for the conflicts to say."""
    return frozenset(word for word in words if not word.isdigit())


def _without(text: str, span: Span, named: Iterable[Span]) -> str:
    """The words of a span that are none of these."""
    kept, start = [], span.start
    for name in sorted(name for name in named if name.overlaps(span)):
        kept.append(text[start : max(start, name.start)])
        start = max(start, name.end)
    return " ".join([*kept, text[start : span.end]])


def _place(one: Merged, order: Order) -> tuple[int, object]:
    place, span = order.newest(one.line.references)
    return -place, span


def _keys(told: Told) -> Iterable[Hashable]:
    """Events that share a month and a word may be one."""
    if told.days:
        for month in told.days.months():
            for stem in told.deed:
                yield month, stem


def same_event(one: Told, other: Told) -> bool:
    """Whether two releases tell of one event: compatible days and places, and the same words for it.

    The names of those who took part do not count alone: a minister does more than one thing a day.
    """
    if one.entry.key == other.entry.key or not one.days or not other.days or not same_place(one.event, other.event):
        return False
    if shared(one.deed, other.deed) < _WORDS_OF_DEED or overlap(one.deed, other.deed) < _ALIKE:
        return False
    if one.days == other.days:
        return overlap(one.words, other.words) >= _ALIKE and shared(one.words, other.words) >= _WORDS_SHARED
    if not (one.days.holds(other.days) or other.days.holds(one.days)):
        return False
    if max(one.days.days, other.days.days) > _MONTH and jaccard(one.words, other.words) < _ALIKE:
        return False
    return overlap(one.words, other.words) >= _MUCH_ALIKE and shared(one.words, other.words) > _WORDS_SHARED


def same_place(one: Event, other: Event) -> bool:
    """Whether two events do not take place in two places."""
    if one.country and other.country and one.country != other.country:
        return False
    if not one.place or not other.place:
        return True
    ours, theirs = set(names.words(one.place)), set(names.words(other.place))
    return ours <= theirs or theirs <= ours


def _line(group: Sequence[Told], order: Order) -> ChronologyLine:
    """The most exact date, the fullest words, the newest status."""
    dated = min(group, key=_exactness)
    worded = max(group, key=lambda told: (told.is_main, bool(told.event.place), len(told.event.what)))
    newest = group[-1].event
    references = [Reference(release=told.entry.key, span=span) for told in group for span in (told.event.what_span,)]
    main = Reference(release=worded.entry.key, span=worded.event.what_span)
    rest = [reference for reference in order.sorted(references) if reference != main]
    return ChronologyLine(
        start=dated.start,
        end=dated.event.end,
        basis=dated.event.basis,
        status=newest.status,
        what=worded.event.what,
        place=next((told.event.place for told in (worded, *group) if told.event.place), None),
        country=next((told.event.country for told in (worded, *group) if told.event.country), None),
        references=(main, *rest),
    )


def _exactness(told: Told) -> tuple[int, bool, bool]:
    """The longest date first, a stated before an inferred one, one with its end before one without."""
    return -len(told.start), told.event.basis == "inferred", told.event.end is None
