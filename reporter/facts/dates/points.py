"""Points and periods of the calendar as TIMEX3 values, completed by the release's date and the tense."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from reporter.facts.dates.context import Context
from reporter.language import calendar
from reporter.model.mentions import TimePoint


def timed(day: str, point: TimePoint, context: Context) -> str:
    """The day with its time or part, where one is named."""
    del context
    return day + (point.clock or (f"T{point.part}" if point.part else ""))


def of_day(point: TimePoint, context: Context) -> str:
    """A day of a month; without a year, the year that tense and release date make likely."""
    assert point.day
    assert point.month
    if point.year is not None:
        return timed(f"{point.year:04}-{point.month:02}-{point.day:02}", point, context)
    near = _near_years(context)
    days = [day for year in near if (day := calendar.day(year, point.month, point.day))]
    if point.weekday is not None:
        days = [day for day in days if day.weekday() == point.weekday] or days
    chosen = _chosen(days, context)
    return timed(chosen.isoformat() if chosen else f"XXXX-{point.month:02}-{point.day:02}", point, context)


def _near_years(context: Context) -> Iterable[int]:
    year = context.anchor.year
    if year is None:
        return ()
    return range(year - 1, year + 2) if context.anchor.month else (year,)


def _chosen(days: list[date], context: Context) -> date | None:
    """The day nearest to the release; the tense forbids days far on its other side."""
    anchor = _anchor_day(context)
    if not days or anchor is None:
        return days[0] if days else None
    if context.tense == "past":
        days = [day for day in days if -_FAR <= day - anchor <= TOLERANCE] or days
    elif context.tense in ("future", "present"):
        days = [day for day in days if -TOLERANCE <= day - anchor <= _FAR] or days
    return min(days, key=lambda day: abs(day - anchor))


# A release of 3 May may say that something "was" held on 5 May: written ahead, or in another time zone.
TOLERANCE = timedelta(days=3)
# Whoever names a day so far away from the release names its year too.
_FAR = timedelta(days=270)


def _anchor_day(context: Context) -> date | None:
    anchor = context.anchor
    if anchor.day is None and anchor.year and anchor.month:
        return date(anchor.year, anchor.month, 15)
    return anchor.day


def of_month(point: TimePoint, context: Context) -> str:
    """A month; without a year, the one that tense and distance make likely."""
    assert point.month
    anchor = _anchor_day(context)
    if point.year is not None or anchor is None:
        year = point.year or context.anchor.year
        return f"{year:04}-{point.month:02}" if year else f"XXXX-{point.month:02}"
    if point.shift is not None and point.shift != 0:
        return _nearest_month(point.month, anchor, forwards=point.shift > 0, strictly=True)
    if point.shift == 0:
        return f"{anchor.year:04}-{point.month:02}"
    if context.tense == "past" and (point.month - anchor.month) % 12 != 1:
        return _nearest_month(point.month, anchor, forwards=False, strictly=False)
    if context.tense in ("future", "present"):
        return _nearest_month(point.month, anchor, forwards=True, strictly=False)
    months = [(year, point.month) for year in range(anchor.year - 1, anchor.year + 2)]
    year, month = min(months, key=lambda month: abs((month[0] - anchor.year) * 12 + month[1] - anchor.month))
    return f"{year:04}-{month:02}"


def _nearest_month(month: int, anchor: date, *, forwards: bool, strictly: bool) -> str:
    year = anchor.year
    if forwards and (month < anchor.month or (strictly and month == anchor.month)):
        year += 1
    if not forwards and (month > anchor.month or (strictly and month == anchor.month)):
        year -= 1
    return f"{year:04}-{month:02}"


def of_weekday(point: TimePoint, context: Context) -> str:
    """A weekday before or after the release, as the tense and "last" or "next" say."""
    assert point.weekday is not None
    anchor = context.anchor.day
    if anchor is None:
        return timed(f"XXXX-WXX-{point.weekday + 1}", point, context)
    back = (anchor.weekday() - point.weekday) % 7
    ahead = -back % 7
    if point.shift == 0:
        day = anchor + timedelta(days=-back if context.tense == "past" else ahead)
    elif point.shift is not None:
        day = anchor + timedelta(days=-(back or 7) if point.shift < 0 else (ahead or 7))
    else:
        forwards = context.tense in ("future", "present")
        day = anchor + timedelta(days=ahead if forwards else -back)
    return timed(day.isoformat(), point, context)


def _year_of(point: TimePoint, context: Context) -> int | None:
    if point.year is not None or context.anchor.year is None:
        return point.year
    return context.anchor.year + (point.shift or 0)


def of_fraction(point: TimePoint, context: Context) -> str:
    """A quarter or half of a year; of the last year where the tense is past and it is still to come."""
    number, name, months = (point.quarter, "Q", 3) if point.quarter else (point.half, "H", 6)
    assert number
    year = _year_of(point, context)
    if year is None:
        return f"XXXX-{name}{number}"
    anchor = context.anchor
    if point.year is None and point.shift is None and anchor.month:
        begins = (number - 1) * months + 1
        if context.tense == "past" and begins > anchor.month:
            year -= 1
        elif context.tense == "future" and begins + months - 1 < anchor.month:
            year += 1
    return f"{year:04}-{name}{number}"


def of_season(point: TimePoint, context: Context) -> str:
    """A season of the year that tense and "last" or "next" say."""
    assert point.season
    anchor = context.anchor
    if point.year is not None or anchor.year is None:
        return f"{point.year:04}-{point.season}" if point.year else f"XXXX-{point.season}"
    year = anchor.year
    begins, ends = calendar.SEASONS[point.season]
    month = anchor.month or 6
    if point.shift == 1 or (point.shift is None and context.tense in ("future", "present")):
        year += month > ends or (point.shift == 1 and month >= begins)
    elif point.shift == -1 or (point.shift is None and context.tense == "past"):
        year -= month < begins or (point.shift == -1 and month <= ends)
    return f"{year:04}-{point.season}"


def of_year(point: TimePoint, context: Context) -> str:
    """A year, of the calendar or of accounts."""
    del context
    assert point.year is not None
    return f"FY{point.year:04}" if point.fiscal else f"{point.year:04}"


def of_decade(point: TimePoint, context: Context) -> str:
    """199 for the 1990s."""
    del context
    return f"{point.decade:03}"


def of_century(point: TimePoint, context: Context) -> str:
    """20 for the 21st century."""
    del context
    return f"{point.century:02}"
