"""From when to when something lasts: a date, a range, or a duration with the day it began or ended on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from reporter.facts.events.clauses import Sentence
from reporter.language import calendar, tenses
from reporter.locales import Locale
from reporter.model.facts import Basis, Status, TimeValue
from reporter.model.spans import Span

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# The rule of an event that is known to its week; a day in that week, named later, says when exactly.
WEEK = "events.week"
_WEEK = re.compile(r"-W\d\d")
# A time of day that names its day as well: "4 p.m. today".
_NAMES_DAY = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_DURATION_IN_DAYS = re.compile(r"P(\d{1,2})D")
_WORD = re.compile(r"[^\W\d_]+")
_PAIR = re.compile(r"\s*(?:and|to|until|through|[-–—])\s*(?:on )?")


@dataclass(frozen=True, slots=True)
class Extent:
    """Start and end of an event, with the words that date it."""

    start: str
    end: str | None
    span: Span
    basis: Basis
    rule: str
    first: date
    last: date
    deictic: bool = False
    """Named by its distance from the day of speaking: today, Friday, next week."""

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day."""
        return _DAY.match(self.start) is not None


@dataclass(frozen=True, slots=True)
class Words:
    """The words that tell how a clause stands to its date."""

    kinds: Mapping[str, str]
    tenses: Mapping[str, str]


@cache
def words(locale: Locale) -> Words:
    """The words of a language."""
    return Words({row[0]: row[1] for row in locale.rows("event_words")}, locale.table("tenses"))


# A sentence with more dates is a table: nothing in it begins or ends.
MOST_DATES = 12


def read(text: str, sentence: Sentence, known: Words) -> list[Extent]:
    """The extents that the dates of a sentence state or imply, in text order."""
    if not sentence.dates:
        return []
    found = _paired(text, [extent for value in sentence.dates if (extent := _stated(value))], sentence)
    if len(found) > MOST_DATES:
        return found
    lasting = _duration(text, sentence)
    if lasting is None:
        return _opened_and_closed(text, sentence, found, known)
    return _lasting(text, sentence, found, lasting, known)


def _stated(value: TimeValue) -> Extent | None:
    """The extent of one date; weeks are given by their days, seasons and halves by their year."""
    if value.rule == "dates.clock" and not _NAMES_DAY.search(value.text):
        return None
    first, last = calendar.first_day(value.value), calendar.last_day(value.end or value.value)
    if first is None or last is None or first > last:
        return None
    start, end = _plain(value.value), _plain(value.end) if value.end else None
    if _WEEK.search(value.value):
        return Extent(first.isoformat(), last.isoformat(), value.span, value.basis, WEEK, first, last, deictic=True)
    deictic = value.rule.removeprefix("dates.") in _DEICTIC
    return Extent(start, None if end == start else end, value.span, value.basis, "events.stated", first, last, deictic)


_DEICTIC = ("near", "weekday", "step", "clock", "weekend", "distance", "season")


def _plain(value: str) -> str:
    """The value as a day, month, quarter or year."""
    if _DAY.match(value):
        return value[:10]
    return value if re.fullmatch(r"\d{4}-(?:\d\d|Q\d)", value) else value.removeprefix("FY")[:4]


def _paired(text: str, extents: list[Extent], sentence: Sentence) -> list[Extent]:
    """Two days that follow one another and are joined ("on Monday and Tuesday"), and ends of ranges, become one."""
    ends = {value.span for value in sentence.dates if value.ends_range}
    result: list[Extent] = []
    for extent in extents:
        before = result[-1] if result else None
        if before and before.end is None and extent.end is None and _joined(text, before, extent, ends):
            span = Span(before.span.start, extent.span.end)
            result[-1] = Extent(
                before.start, extent.start, span, before.basis, "events.range", before.first, extent.last
            )
        else:
            result.append(extent)
    return result


def _joined(text: str, before: Extent, extent: Extent, ends: set[Span]) -> bool:
    if extent.last <= before.first:
        return False
    if extent.span in ends:
        return True
    next_day = extent.first == before.last + timedelta(days=1) and extent.first == extent.last
    return next_day and before.first == before.last and bool(_PAIR.fullmatch(text[before.span.end : extent.span.start]))


@dataclass(frozen=True, slots=True)
class _Duration:
    days: int
    span: Span


def _duration(text: str, sentence: Sentence) -> _Duration | None:
    """A duration in days that says how long something lasts: "two-day", "Two days of", "lasted three days"."""
    for value in sentence.dates:
        found = _DURATION_IN_DAYS.fullmatch(value.value)
        if found and int(found[1]) > 1 and _lasts(text, value.span):
            return _Duration(int(found[1]), value.span)
    return None


# Before "three days": something lasts them. After "two days": something fills them.
_LASTS = re.compile(r"\b(?:last(?:ed|s|ing)?|for|over|spent|took)\s+$")
_FILLED = re.compile(r"\s+of\b|\s+long\b")


def _lasts(text: str, span: Span) -> bool:
    words = span.of(text)
    if not words.endswith("s"):
        return True
    return bool(_LASTS.search(text[max(0, span.start - 16) : span.start]) or _FILLED.match(text, span.end))


def _lasting(text: str, sentence: Sentence, found: list[Extent], lasting: _Duration, known: Words) -> list[Extent]:
    """The extents of a sentence, of which one is the first or last day of what lasts so long."""
    length = timedelta(days=lasting.days - 1)
    for place, extent in enumerate(found):
        if extent.end is not None or extent.first != extent.last:
            continue
        for other in found[place + 1 :]:
            if other.first == other.last and abs(other.first - extent.first) == length:
                merged = _merge(extent, other)
                return [merged if kept is extent else kept for kept in found if kept is not other]
        side = _side(text, sentence, extent.span, lasting.span, known)
        if side:
            stretched = _stretched(extent, length, side)
            return [stretched if kept is extent else kept for kept in found]
    return found


def _opened_and_closed(text: str, sentence: Sentence, found: list[Extent], known: Words) -> list[Extent]:
    """Two days of one event: it "began on Tuesday" and "ended today"."""
    for first, last in pairwise(found):
        if not (first.is_day and last.is_day and first.end is None and last.end is None and first.last < last.first):
            continue
        sides = [_nearest_side(text, sentence, extent.span, known) for extent in (first, last)]
        if sides == ["begin", "finish"] and last.first - first.first <= _LONGEST_GATHERING:
            merged = _merge(first, last)
            return [merged if kept is first else kept for kept in found if kept is not last]
    return found


# What began and ended so far apart is hardly one gathering: "the line opened on … and was closed on …".
_LONGEST_GATHERING = timedelta(days=31)


def _merge(first: Extent, second: Extent) -> Extent:
    one, two = sorted((first, second), key=lambda extent: extent.first)
    span = Span(min(first.span.start, second.span.start), max(first.span.end, second.span.end))
    return Extent(one.start, two.start, span, "stated", "events.first-and-last-day", one.first, two.last)


def _stretched(extent: Extent, length: timedelta, side: str) -> Extent:
    if side == "finish":
        first, last = extent.last - length, extent.last
    else:
        first, last = extent.first, extent.first + length
    rule = f"events.duration-{side}"
    return Extent(first.isoformat(), last.isoformat(), extent.span, "inferred", rule, first, last)


def _side(text: str, sentence: Sentence, date_span: Span | None, lasting: Span, known: Words) -> str | None:
    """Whether a date is the day on which what lasts began or finished: the nearest word that says so."""
    side = _nearest_side(text, sentence, date_span or lasting, known)
    if side:
        return side
    if date_span and tenses.nearest(text, tenses.verbs(text, sentence.span, known.tenses), date_span) == "future":
        return "begin"
    return None


def _nearest_side(text: str, sentence: Sentence, anchor: Span, known: Words) -> str | None:
    sides = [
        (_distance(found.span(), anchor), kind)
        for found in _WORD.finditer(text, sentence.span.start, sentence.span.end)
        if (kind := known.kinds.get(found.group().lower())) in ("finish", "begin")
    ]
    return min(sides)[1] if sides else None


def _distance(word: tuple[int, int], anchor: Span) -> int:
    """Letters between a word and a date; the verb stands before its date more often than behind it."""
    return anchor.start - word[1] if word[0] < anchor.start else word[0] - anchor.end + _BEHIND


_BEHIND = 8


def of_release(text: str, lead: Sentence, known: Words, day: date) -> Extent | None:
    """The day of the release as the date of what its lead says, unless that lies ahead or is said to be some time ago."""
    if any(value.value in ("PAST_REF", "FUTURE_REF") for value in lead.dates):
        return None
    if looks_ahead(text, lead.span, known):
        return None
    place = Span(lead.span.start, lead.span.start)
    extent = Extent(day.isoformat(), None, place, "inferred", "events.release-day", day, day)
    lasting = _duration(text, lead)
    side = _side(text, lead, None, lasting.span, known) if lasting else None
    return _stretched(extent, timedelta(days=lasting.days - 1), side) if lasting and side else extent


def looks_ahead(text: str, sentence: Span, known: Words) -> bool:
    """Whether the first verb of a sentence tells what is to come."""
    verbs = tenses.verbs(text, sentence, known.tenses)
    return bool(verbs) and verbs[0].tense == "future"


def status(text: str, extent: Extent, clause: Span, known: Words, reference: date | None) -> Status:
    """Whether something is over, going on or to come on the day of the release."""
    if reference and not extent.first <= reference <= extent.last:
        return "planned" if extent.first > reference else "past"
    tense = tenses.nearest(text, tenses.verbs(text, clause, known.tenses), extent.span)
    if reference is None:
        return "planned" if tense == "future" else "past"
    if tense == "future":
        return "planned"
    if extent.last > reference and extent.rule == "events.duration-begin":
        return "ongoing"
    return "ongoing" if tense in ("ongoing", "present") or _runs(extent, reference) else "past"


def _runs(extent: Extent, reference: date) -> bool:
    return extent.end is not None and _DAY.match(extent.start) is not None and extent.last > reference


# Letters around a date in which a verb of saying is looked for.
_BESIDE = 14


def stands_beside(text: str, extent: Extent, known: Words, kind: str) -> bool:
    """Whether the date stands beside a word of a kind: "confirmed today"."""
    words = text[max(0, extent.span.start - _BESIDE) : extent.span.end + _BESIDE]
    return any(known.kinds.get(found.group().lower()) == kind for found in _WORD.finditer(words))
