"""Days of a month, and ranges of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reporter.language import calendar
from reporter.mentions.times.parts import (
    DAYS,
    MONTHS,
    Words,
    all_of,
    day_of,
    edge_of,
    first_of,
    full_year,
    made,
    number_of,
    shift_of,
    weekday_of,
    year_of,
)
from reporter.mentions.times.scanning import Word
from reporter.model.mentions import TimeMention, TimePoint, TimeUnit
from reporter.model.spans import Span


def read_figures(rule: str, words: Words) -> list[TimeMention]:
    """A date in figures. Day and month may change places: then the other reading goes along."""
    digits = words[-1].value
    parts = [int(part) for part in re.split(r"[./-]", digits)]
    if digits[4:5] in ("-", "/"):
        year, month, day = parts
        points = [TimePoint(year=year, month=month, day=day)]
    else:
        year = full_year(re.split(r"[./-]", digits)[2])
        readings = [(parts[1], parts[0]), (parts[0], parts[1])]
        if "." in digits:
            readings.pop()
        points = [TimePoint(year=year, month=month, day=day) for month, day in dict.fromkeys(readings)]
    real = [point for point in points if day_of(point)]
    if not real:
        return []
    swapped = day_of(real[1]) if len(real) > 1 else None
    return [made(rule, words, replace(real[0], swapped=swapped))]


def read_day(rule: str, words: Words) -> list[TimeMention]:
    """One day: "Friday, 3 July 2013", "July 3rd"."""
    month, day = first_of(words, MONTHS), first_of(words, DAYS)
    assert month
    assert day
    point = TimePoint(year=year_of(words), month=month.number, day=number_of(day), weekday=weekday_of(words))
    return [made(rule, words, point)] if _possible(point) else []


def read_of_year(rule: str, words: Words) -> list[TimeMention]:
    """14 May this year, March last year."""
    step, unit = words[-2], words[-1]
    if unit.value != "Y":
        return []
    find = read_day if rule == "day-of-year" else read_month
    named = find(rule, words[:-2])
    return [
        replace(
            mention,
            span=Span(mention.span.start, unit.end),
            point=replace(mention.point, year_shift=step.number, shift=None, unit=None),
        )
        for mention in named
        if mention.point
    ]


def read_month(rule: str, words: Words) -> list[TimeMention]:
    """A month: "early July 2013", "next May"."""
    month = first_of(words, MONTHS)
    assert month
    shift = shift_of(words)
    unit: TimeUnit | None = "year" if shift is not None else None
    point = TimePoint(year=year_of(words), month=month.number, edge=edge_of(words), shift=shift, unit=unit)
    return [made(rule, words, point)]


def read_range(rule: str, words: Words) -> list[TimeMention]:
    """Two full dates: what the first leaves out, the second says."""
    middle = next(place for place, word in enumerate(words) if word.kind in ("dash", "to") and place)
    first, last = read_day(rule, words[:middle]), read_day(rule, words[middle + 1 :])
    if not first or not last:
        return []
    start, end = first[0].point, last[0].point
    assert start
    assert end
    if start.year is None and end.year is not None:
        start = replace(start, year=end.year - ((start.month or 0) > (end.month or 0)))
    return [made(rule, words, start, last=end)]


def read_days(rule: str, words: Words) -> list[TimeMention]:
    """Days of one month: neighbours joined by "and" are a range, others are days of their own."""
    month = first_of(words, MONTHS)
    assert month
    year = year_of(words)
    days = all_of(words, DAYS)
    points = [TimePoint(year=year, month=month.number, day=number_of(day)) for day in days]
    if not all(_possible(point) for point in points):
        return []
    numbers = [number_of(day) for day in days]
    separate = any(
        word.kind in ("and", "slash", "comma") for word in words[words.index(days[0]) : words.index(days[-1])]
    )
    if numbers != sorted(set(numbers)) or (separate and numbers[-1] - numbers[0] != len(numbers) - 1):
        return _single_days(rule, words, days, points) if numbers == sorted(set(numbers)) else []
    return [made(rule, words, points[0], last=points[-1])]


def _single_days(rule: str, words: Words, days: Sequence[Word], points: Sequence[TimePoint]) -> list[TimeMention]:
    """The days of "3 and 17 May", each by itself: the month stands with the last day, or with the first ("May 3 and 17")."""
    places = [words.index(day) for day in days]
    bounds = [0, *places[1:]]
    ends = [*(place + 1 for place in places[:-1]), len(words)]
    return [made(rule, words[start:end], point) for start, end, point in zip(bounds, ends, points, strict=True)]


def _possible(point: TimePoint) -> bool:
    """Whether there is such a day: 31 June is none; 29 February is, where no year is named."""
    if point.month is None or point.day is None:
        return True
    return calendar.day(point.year or 2000, point.month, point.day) is not None
