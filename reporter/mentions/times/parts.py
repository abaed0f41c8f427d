"""What builders of all kinds of expressions share: how words are told apart and mentions made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from reporter.language import calendar
from reporter.mentions.times.scanning import Word
from reporter.model.mentions import TimeMention, TimePoint, TimeUnit
from reporter.model.spans import Span

Words = Sequence[Word]
MONTHS = ("month", "month-shy", "month-short")
WEEKDAYS = ("weekday", "weekday-short")
DAYS = ("day-or-month", "day", "nth", "ordinal", "ordinal-second")
_EDGES = ("edge", "edge-of")
STEPS = ("step", "step-past", "step-previous", "step-current", "step-coming", "step-following", "step-same")
ORDINALS = ("ordinal", "ordinal-second", "ordinal-final", "nth")
FIGURES = ("day-or-month", "day", "count", "four-digits", "year")
PERIODS = ("units", "units-hours", "unit-second", "quarter", "half", "weekend", "weekends")
# "’49" is 1949, "’14" is 2014: two digits from here on are of the last century.
_CENTURY_TURN = 50
# The marks of 1,200 and 1.200.000, not that of 1.5.
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?:\D|$))")
UNIT_NAMES: dict[str, TimeUnit] = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "H": "half",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}


def made(
    rule: str,
    words: Words,
    point: TimePoint | None = None,
    *,
    last: TimePoint | None = None,
    value: str | None = None,
) -> TimeMention:
    """A mention of the words."""
    day = None if last or not point else day_of(point)
    span = Span(words[0].start, words[-1].end)
    return TimeMention(span=span, rule=f"times.{rule}", day=day, point=point, last=last, value=value)


def day_of(point: TimePoint) -> date | None:
    """The calendar day of a point that names one without doubt."""
    if point.year is None or point.month is None or point.day is None or point.swapped:
        return None
    return calendar.day(point.year, point.month, point.day)


def all_of(words: Words, kinds: Sequence[str]) -> list[Word]:
    """The words of these classes."""
    return [word for word in words if word.kind in kinds]


def first_of(words: Words, kinds: Sequence[str]) -> Word | None:
    """The first word of these classes."""
    return next((word for word in words if word.kind in kinds), None)


def number_of(word: Word) -> int:
    """The number of a day or ordinal: 3 of "3rd"."""
    return int(word.value.rstrip("stndrh"))


def year_of(words: Words) -> int | None:
    """The year that the words state."""
    word = first_of(words, ("year", "short"))
    return full_year(word.value.lstrip("'’")) if word else None


def full_year(digits: str) -> int:
    """A year of two digits or four, in full."""
    if len(digits) > 2:  # noqa: PLR2004  (two digits: a short year)
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _CENTURY_TURN else 2000)


def last_year(first: int, digits: str) -> int:
    """2013/14 ends with 2014."""
    return int(digits) if len(digits) == 4 else first - first % 100 + int(digits[-2:])  # noqa: PLR2004  (a full year)


def edge_of(words: Words) -> Literal["start", "mid", "end"] | None:
    """Early, mid or late in the period."""
    word = first_of(words, _EDGES)
    return word.value if word else None  # type: ignore[return-value]  # the word list has only these


def weekday_of(words: Words) -> int | None:
    """The weekday, Monday being 0."""
    word = first_of(words, WEEKDAYS)
    return word.number if word else None


def shift_of(words: Words) -> int | None:
    """The steps that "last", "this" or "next" stand for."""
    word = first_of(words, STEPS)
    return word.number if word else None


def count_of(words: Words) -> str | None:
    """A number in figures or words; X where it is vague."""
    vague = first_of(words, ("vague", "vague-some"))
    if vague:
        return vague.value
    large = first_of(words, ("thousands", "decimal"))
    if large:
        return _THOUSANDS.sub("", large.value)
    total = [int(word.value) for word in words if word.kind in ("number-ten", "number", *FIGURES)]
    if total:
        return str(sum(total))
    return "1" if first_of(words, ("article",)) else None
