"""Days with a name: Christmas Eve, World Press Freedom Day 2014."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reporter.locales import Locale
from reporter.model.mentions import TimeMention, TimePoint
from reporter.model.spans import Span

_YEAR = re.compile(r",?\s(?P<year>(?:19|20)\d\d)\b")


class _Holidays(NamedTuple):
    ends: re.Pattern[str]
    """The last words of all names."""
    days: dict[str, str]
    """Name to month and day: 12-25."""
    longest: int
    """Letters of the longest name."""


@cache
def _holidays(locale: Locale) -> _Holidays:
    days = locale.table("holidays")
    ends = sorted(endings(locale))
    pattern = rf"\b(?:{'|'.join(map(re.escape, ends))})\b" if ends else r"(?!)"
    return _Holidays(re.compile(pattern), days, max(map(len, days), default=0))


@cache
def endings(locale: Locale) -> frozenset[str]:
    """The last words of all names: a text without any of them names no such day."""
    return frozenset(name.split()[-1] for name in locale.table("holidays"))


def find(text: str, locale: Locale) -> list[TimeMention]:
    """The named days of a text, in order."""
    holidays = _holidays(locale)
    found = [mention for end in holidays.ends.finditer(text) if (mention := _named(text, end.end(), holidays))]
    return [
        mention
        for place, mention in enumerate(found)
        if place + 1 == len(found) or not mention.span.overlaps(found[place + 1].span)
    ]


def _named(text: str, end: int, holidays: _Holidays) -> TimeMention | None:
    """The longest name that ends at a place."""
    words = text[max(0, end - holidays.longest) : end].replace("’", "'").replace("\n", " ")
    start = -1
    while True:
        day = holidays.days.get(words[start + 1 :])
        if day and (start >= 0 or end <= holidays.longest or not text[end - holidays.longest - 1].isalnum()):
            return _mention(text, end - len(words) + start + 1, end, day)
        start = words.find(" ", start + 1)
        if start < 0:
            return None


def _mention(text: str, start: int, end: int, day: str) -> TimeMention:
    year = _YEAR.match(text, end)
    month, number = map(int, day.split("-"))
    point = TimePoint(year=int(year["year"]) if year else None, month=month, day=number)
    return TimeMention(span=Span(start, year.end() if year else end), rule="times.holiday", point=point)
