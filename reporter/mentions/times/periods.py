"""Months, quarters, seasons, years and longer periods."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from reporter.mentions.times.parts import (
    FIGURES,
    MONTHS,
    ORDINALS,
    PERIODS,
    STEPS,
    UNIT_NAMES,
    Words,
    all_of,
    count_of,
    edge_of,
    first_of,
    full_year,
    last_year,
    made,
    number_of,
    shift_of,
    year_of,
)
from reporter.model.mentions import TimeMention, TimePoint, TimeUnit


def read_months(rule: str, words: Words) -> list[TimeMention]:
    """Several months: "January–May 2014"."""
    first, last = all_of(words, MONTHS)
    year = year_of(words)
    if first.number == last.number:
        return []
    before = year - (first.number > last.number) if year else None
    start = TimePoint(year=before, month=first.number, edge=edge_of(words))
    return [made(rule, words, start, last=TimePoint(year=year, month=last.number))]


def read_first_months(rule: str, words: Words) -> list[TimeMention]:
    """The first nine months of 2013 are January to September."""
    count, year = count_of(words[:-1]), words[-1].number
    unit = next(word for word in words if word.kind in PERIODS)
    if words[1 if words[0].kind == "the" else 0].value != "1" or unit.value != "M" or not (count or "").isdigit():
        return []
    months = int(count or 0)
    if not 1 < months < 13:  # noqa: PLR2004  (months of a year)
        return []
    return [made(rule, words, TimePoint(year=year, month=1), last=TimePoint(year=year, month=months))]


def _year_point(words: Words) -> TimePoint:
    """The year of a quarter, half or season: stated, or a step from the release."""
    shift = shift_of(words) if first_of(words, ("unit",)) else None
    fiscal = first_of(words, ("fiscal", "fiscal-year", "accounts")) is not None
    return TimePoint(
        year=year_of(words),
        shift=shift,
        unit="year" if shift is not None else None,
        fiscal=fiscal,
        edge=edge_of(words),
    )


def read_quarter(rule: str, words: Words) -> list[TimeMention]:
    """A quarter of a year: "Q3 2014", "the last quarter"."""
    return _fraction(rule, words, "quarter", 4)


def read_half(rule: str, words: Words) -> list[TimeMention]:
    """A half of a year: "H1 2014", "the second half of last year"."""
    return _fraction(rule, words, "half", 2)


def _fraction(rule: str, words: Words, unit: Literal["quarter", "half"], parts: int) -> list[TimeMention]:
    code = first_of(words, ("code",))
    if code:
        number = int(re.sub(r"\D", "", code.value)[0])
        unit = "quarter" if "Q" in code.value else "half"
        parts = 4 if unit == "quarter" else 2
    else:
        number = _ordinal(words, parts)
    point = _year_point(words)
    if code and len(code.value) > len("1Q"):
        point = replace(point, year=full_year(code.value[2:]))
    if number == 0:
        step = shift_of(words) if point.year is None else None
        return [made(rule, words, replace(point, shift=step, unit=unit))] if step is not None else []
    if not 1 <= number <= parts:
        return []
    named = replace(point, quarter=number) if unit == "quarter" else replace(point, half=number)
    return [made(rule, words, named)]


def _ordinal(words: Words, parts: int) -> int:
    """The n-th of the parts of a period; 0 where a step is meant ("last quarter")."""
    whole = first_of(words, ("year", "unit")) is not None
    word = words[1] if words[0].kind == "the" else words[0]
    if word.kind == "ordinal-final":
        return parts
    if word.kind in ORDINALS:
        return number_of(word)
    return parts if whole and word.value == "-1" else 0


def read_part_of_period(rule: str, words: Words) -> list[TimeMention]:
    """The first week of June: counted in weeks where the unit is one, else the period itself."""
    head = words[1] if words[0].kind == "the" else words[0]
    unit = next(word for word in words if word.kind in ("unit", "weekend"))
    rest = words[words.index(unit) + 1 :]
    month = first_of(rest, MONTHS)
    count = -1 if head.kind in ("step", "ordinal-final") else number_of(head)
    shift = shift_of(rest)
    inner = first_of(rest, ("unit",))
    scale: TimeUnit | None = UNIT_NAMES.get(inner.value) if inner else None
    point = TimePoint(
        year=year_of(rest),
        month=month.number if month else None,
        shift=shift,
        unit=scale,
        ordinal=count,
        part_unit=UNIT_NAMES.get(unit.value),
    )
    return [made(rule, words, point)] if count else []


def read_fiscal(rule: str, words: Words) -> list[TimeMention]:
    """A year of accounts: "FY14", "the 2013/14 financial year"."""
    accounts = first_of(words, ("accounts",))
    if accounts:
        return [made(rule, words, TimePoint(year=full_year(accounts.value[2:]), fiscal=True))]
    point = _year_point(words)
    if point.year is None and point.shift is None:
        point = replace(point, shift=0, unit="year")
    years = all_of(words, FIGURES)
    if len(years) > 1 and point.year:
        return [made(rule, words, point, last=TimePoint(year=last_year(point.year, years[1].value), fiscal=True))]
    return [made(rule, words, point)]


def read_decade(rule: str, words: Words) -> list[TimeMention]:
    """Ten years: "the early 1990s"."""
    digits = re.sub(r"\D", "", words[-1].value)
    return [made(rule, words, TimePoint(decade=full_year(digits) // 10, edge=edge_of(words)))]


def read_century(rule: str, words: Words) -> list[TimeMention]:
    """The 21st century is 20 in ISO 8601 and TIMEX3."""
    if words[-1].value != "CE":
        return []
    number = sum(number_of(word) for word in words if word.kind in ("number-ten", *ORDINALS))
    return [made(rule, words, TimePoint(century=number - 1, edge=edge_of(words)))]


def read_season(rule: str, words: Words) -> list[TimeMention]:
    """A season: "next spring", "summer 2014"."""
    word = first_of(words, ("season", "season-shy"))
    assert word
    shift = shift_of(words)
    unit: TimeUnit | None = "year" if shift is not None else None
    point = TimePoint(year=year_of(words), season=word.value, shift=shift, unit=unit, edge=edge_of(words))
    return [made(rule, words, point)]


def read_step(rule: str, words: Words) -> list[TimeMention]:
    """A unit so many steps away: "last week", "the end of this year"."""
    unit = next(word for word in reversed(words) if word.kind in ("unit", "quarter", "half", "weekend", "century"))
    scale = UNIT_NAMES.get(unit.value)
    if scale is None:
        return []
    word = first_of(words, STEPS)
    point = TimePoint(
        shift=word.number if word else 0,
        unit=scale,
        edge=edge_of(words),
        narrative=word is not None and word.kind in ("step-following", "step-same", "step-previous"),
    )
    return [made(rule, words, point)]


def read_weekend(rule: str, words: Words) -> list[TimeMention]:
    """The weekend next to the release."""
    return [made(rule, words, TimePoint(shift=None, unit="weekend"))]


def read_years(rule: str, words: Words) -> list[TimeMention]:
    """2010–2012, 2010-12; a year that is not later than the first is no range."""
    figures = all_of(words, FIGURES)
    first = int(figures[0].value)
    last = last_year(first, figures[1].value)
    apart = first_of(words, ("slash",)) is not None and last != first + 1  # Directive 2004/38
    if last <= first or len(figures[1].value) not in (2, 4) or apart:
        return []
    return [made(rule, words, TimePoint(year=first, edge=edge_of(words)), last=TimePoint(year=last))]


def read_year_month(rule: str, words: Words) -> list[TimeMention]:
    """A month in figures: 2013-07."""
    if len(words[-1].value) != 2:  # noqa: PLR2004  (2013-07)
        return []
    return [made(rule, words, TimePoint(year=int(words[0].value), month=words[-1].number))]


def read_year(rule: str, words: Words) -> list[TimeMention]:
    """A year: "2013", "mid-2014"."""
    return [made(rule, words, TimePoint(year=year_of(words), edge=edge_of(words)))]
