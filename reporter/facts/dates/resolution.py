"""What a time expression means once the release's date is known, as a TIMEX3 value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from reporter.facts.dates.context import Context
from reporter.facts.dates.points import (
    TOLERANCE,
    of_century,
    of_day,
    of_decade,
    of_fraction,
    of_month,
    of_season,
    of_weekday,
    of_year,
    timed,
)
from reporter.language import calendar
from reporter.model.facts import Basis, TimeValue
from reporter.model.mentions import TimeMention, TimePoint


def resolve(mention: TimeMention, text: str, context: Context) -> TimeValue:
    """The value of a mention."""
    point = mention.point
    value = mention.value or ""
    end = None
    if point:
        value = _value(_ordered(point, context), context)
    if mention.last:
        value, end = _range(value, mention.last, context)
    return TimeValue(
        span=mention.span,
        text=" ".join(mention.span.of(text).split()),
        value=value,
        end=end,
        rule=mention.rule.replace("times.", "dates.", 1),
        basis=_basis(mention.point),
        ends_range=mention.joins,
    )


def _basis(point: TimePoint | None) -> Basis:
    """Steps from the release and weekdays are reckoned; named days, months and years, and "today", are stated."""
    if point is None or point.day or point.month or point.year or point.decade or point.century:
        return "stated"
    return "stated" if point.unit == "day" and not point.shift else "inferred"


def _ordered(point: TimePoint, context: Context) -> TimePoint:
    """Day and month of a date in figures in the order of the text, or the order that is nearer to the release."""
    other = point.swapped
    if not other:
        return point
    swapped = replace(point, year=other.year, month=other.month, day=other.day)
    if context.order or not context.anchor.day:
        return swapped if context.order == "MDY" else point
    return swapped if abs(other - context.anchor.day) <= TOLERANCE else point


def _range(value: str, last: TimePoint, context: Context) -> tuple[str, str]:
    """The last point of a range takes from the first what it leaves out; the first is never after it."""
    start = calendar.first_day(value)
    year = last.year or (start.year if start else None)
    end = _value(replace(last, year=year), context)
    if year and not last.year and end < value:
        end = _value(replace(last, year=year + 1), context)
    return value, end


def _value(point: TimePoint, context: Context) -> str:
    if point.ordinal is not None:
        return _part_of_period(point, context)
    if point.year_shift is not None and context.anchor.year:
        return _value(replace(point, year=context.anchor.year + point.year_shift, year_shift=None), context)
    for has, form in _FORMS:
        if getattr(point, has) is not None:
            return form(point, context)
    return _stepped(point, context)


_FORMS = (
    ("day", of_day),
    ("month", of_month),
    ("weekday", of_weekday),
    ("quarter", of_fraction),
    ("half", of_fraction),
    ("season", of_season),
    ("year", of_year),
    ("decade", of_decade),
    ("century", of_century),
)


def _part_of_period(point: TimePoint, context: Context) -> str:
    """The first week of June is the week of 4 June; other parts are given as the period."""
    period = _value(replace(point, ordinal=None), context)
    first = calendar.first_day(period)
    last = calendar.last_day(period)
    if point.part_unit not in ("week", "weekend") or first is None or last is None or len(period) != len("2013-07"):
        return period
    assert point.ordinal
    day = last - timedelta(days=3) if point.ordinal < 0 else first + timedelta(days=3 + 7 * (point.ordinal - 1))
    return calendar.week(day) + ("-WE" if point.part_unit == "weekend" else "")


def _stepped(point: TimePoint, context: Context) -> str:
    """Steps of a unit from the release's date, or from the day named before."""
    anchor = context.anchor.day
    if point.narrative:
        anchor = _narrative_day(point, context) or anchor
    shift = point.shift or 0
    if anchor is None:
        return _unanchored(point, context)
    if point.unit == "day":
        return timed(calendar.moved(anchor, shift).isoformat(), point, context)
    if point.unit == "weekend":
        return calendar.week(anchor + timedelta(days=7 * shift)) + "-WE"
    if point.unit is None:
        return "PRESENT_REF"
    value = calendar.period(anchor, point.unit, shift)
    return f"FY{value}" if point.fiscal and point.unit == "year" else value


def _narrative_day(point: TimePoint, context: Context) -> date | None:
    """A time of day belongs to the day of its own sentence, a distance to the last day named anywhere."""
    if point.shift == -1 and point.clock is None and context.place != context.sentence:
        return None
    if point.clock is None:
        return context.previous if point.unit in ("day", "week", "weekend") else context.period
    if context.in_sentence and context.in_sentence[0] == context.sentence:
        return context.in_sentence[1]
    return None


def _unanchored(point: TimePoint, context: Context) -> str:
    """Without a release date: what is known of it, else whether past, present or future."""
    anchor, shift = context.anchor, point.shift or 0
    if point.unit == "year" and anchor.year:
        return f"{anchor.year + shift:04}"
    if anchor.year and anchor.month and point.unit in ("day", "week", "month"):
        month = date(anchor.year, anchor.month, 1)
        return calendar.period(month, "month", shift if point.unit == "month" else 0)
    return "PRESENT_REF" if shift == 0 else "PAST_REF" if shift < 0 else "FUTURE_REF"
