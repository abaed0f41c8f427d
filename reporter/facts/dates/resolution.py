"""What a time expression means once the release's date is known, as a TIMEX3 value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reporter.facts.dates.reference import Anchor
from reporter.language import calendar
from reporter.language.tenses import Tense
from reporter.model.blocks import Reading
from reporter.model.facts import Basis, TimeValue
from reporter.model.mentions import TimeMention, TimePoint
from reporter.model.spans import Span


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved with."""

    anchor: Anchor
    order: str | None = None
    """How the text writes dates in figures: DMY or MDY; None where nothing tells."""
    tense: Tense | None = None
    sentence: Span | None = None
    previous: date | None = None
    """The day named before, for "two days later"."""
    period: date | None = None
    """The first day of the day, month or year named before, for "the same year"."""
    place: Span | None = None
    """The sentence that names the period."""
    in_sentence: tuple[Span, date] | None = None
    """The last day named and the sentence that names it, for a time of day."""

    def after(self, mention: TimeMention, value: TimeValue) -> Context:
        """The context of what follows."""
        day = calendar.first_day(value.value)
        if day is None or not mention.point:
            return self
        if len(value.value) < len("2013-07-03"):
            return replace(self, period=day, place=self.sentence)
        return replace(
            self, previous=day, period=day, place=self.sentence, in_sentence=(self.sentence or mention.span, day)
        )


def numeric_order(reading: Reading) -> str | None:
    """How the text writes days and months, in words or in dates in figures that can be told."""
    votes = sum(_vote(mention, reading.text) for mention in reading.mentions.times)
    return ("MDY" if votes > 0 else "DMY") if votes else None


def _vote(mention: TimeMention, text: str) -> int:
    point = mention.point
    if not point or not point.day or not point.month:
        return 0
    words = mention.span.of(text)
    if mention.rule == "times.figures":
        parts = words.split("/")
        return 0 if point.swapped or len(parts) == 1 else (1 if int(parts[0]) == point.month else -1)
    figure = next((place for place, mark in enumerate(words) if mark.isdigit()), 0)
    return 1 if any(mark.isalpha() for mark in words[:figure]) and point.weekday is None else -1


def needs_tense(mention: TimeMention) -> bool:
    """Whether past and future make different dates of a mention."""
    point = mention.point
    if point is None or point.year is not None:
        return False
    return any((point.month, point.weekday is not None, point.quarter, point.half, point.season))


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
    return swapped if abs(other - context.anchor.day) <= _TOLERANCE else point


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


def _timed(day: str, point: TimePoint, context: Context) -> str:
    del context
    return day + (point.clock or (f"T{point.part}" if point.part else ""))


def _of_day(point: TimePoint, context: Context) -> str:
    """A day of a month; without a year, the year that tense and release date make likely."""
    assert point.day
    assert point.month
    if point.year is not None:
        return _timed(f"{point.year:04}-{point.month:02}-{point.day:02}", point, context)
    near = _near_years(context)
    days = [day for year in near if (day := calendar.day(year, point.month, point.day))]
    if point.weekday is not None:
        days = [day for day in days if day.weekday() == point.weekday] or days
    chosen = _chosen(days, context)
    return _timed(chosen.isoformat() if chosen else f"XXXX-{point.month:02}-{point.day:02}", point, context)


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
        days = [day for day in days if -_FAR <= day - anchor <= _TOLERANCE] or days
    elif context.tense in ("future", "present"):
        days = [day for day in days if -_TOLERANCE <= day - anchor <= _FAR] or days
    return min(days, key=lambda day: abs(day - anchor))


# A release of 3 May may say that something "was" held on 5 May: written ahead, or in another time zone.
_TOLERANCE = timedelta(days=3)
# Whoever names a day so far away from the release names its year too.
_FAR = timedelta(days=270)


def _anchor_day(context: Context) -> date | None:
    anchor = context.anchor
    if anchor.day is None and anchor.year and anchor.month:
        return date(anchor.year, anchor.month, 15)
    return anchor.day


def _of_month(point: TimePoint, context: Context) -> str:
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


def _of_weekday(point: TimePoint, context: Context) -> str:
    assert point.weekday is not None
    anchor = context.anchor.day
    if anchor is None:
        return _timed(f"XXXX-WXX-{point.weekday + 1}", point, context)
    back = (anchor.weekday() - point.weekday) % 7
    ahead = -back % 7
    if point.shift == 0:
        day = anchor + timedelta(days=-back if context.tense == "past" else ahead)
    elif point.shift is not None:
        day = anchor + timedelta(days=-(back or 7) if point.shift < 0 else (ahead or 7))
    else:
        forwards = context.tense in ("future", "present")
        day = anchor + timedelta(days=ahead if forwards else -back)
    return _timed(day.isoformat(), point, context)


def _year_of(point: TimePoint, context: Context) -> int | None:
    if point.year is not None or context.anchor.year is None:
        return point.year
    return context.anchor.year + (point.shift or 0)


def _of_fraction(point: TimePoint, context: Context) -> str:
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


def _of_season(point: TimePoint, context: Context) -> str:
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


def _of_year(point: TimePoint, context: Context) -> str:
    del context
    assert point.year is not None
    return f"FY{point.year:04}" if point.fiscal else f"{point.year:04}"


def _of_decade(point: TimePoint, context: Context) -> str:
    del context
    return f"{point.decade:03}"


def _of_century(point: TimePoint, context: Context) -> str:
    del context
    return f"{point.century:02}"


_FORMS = (
    ("day", _of_day),
    ("month", _of_month),
    ("weekday", _of_weekday),
    ("quarter", _of_fraction),
    ("half", _of_fraction),
    ("season", _of_season),
    ("year", _of_year),
    ("decade", _of_decade),
    ("century", _of_century),
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
        return _timed(calendar.moved(anchor, shift).isoformat(), point, context)
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
