"""What the words of a matched rule name: mentions with points of the calendar or fixed values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Literal

from reporter.mentions.times.scanning import Word
from reporter.model.mentions import TimeMention, TimePoint, TimeUnit
from reporter.model.spans import Span

Words = Sequence[Word]
_MONTHS = ("month", "month-shy", "month-short")
_WEEKDAYS = ("weekday", "weekday-short")
_DAYS = ("day-or-month", "day", "nth", "ordinal", "ordinal-second")
_EDGES = ("edge", "edge-of")
_STEPS = ("step", "step-past", "step-previous", "step-current", "step-coming", "step-following", "step-same")
_ORDINALS = ("ordinal", "ordinal-second", "ordinal-final", "nth")
_FIGURES = ("day-or-month", "day", "count", "four-digits", "year")
# "’49" is 1949, "’14" is 2014: two digits from here on are of the last century.
_CENTURY_TURN = 50
# Characters before a range in which "from" or "between" is looked for.
_LEAD = 16
# The marks of 1,200 and 1.200.000, not that of 1.5.
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?:\D|$))")
_JOIN = re.compile(r"\s+(?:to|until|till|through|and)\s+")


def build(rule: str, words: Words) -> list[TimeMention]:
    """The mentions that the words of a match are; none where they name no date there is."""
    return _BUILDERS[rule](rule, words)


def _mention(
    rule: str,
    words: Words,
    point: TimePoint | None = None,
    *,
    last: TimePoint | None = None,
    value: str | None = None,
) -> TimeMention:
    day = None if last or not point else _day(point)
    span = Span(words[0].start, words[-1].end)
    return TimeMention(span=span, rule=f"times.{rule}", day=day, point=point, last=last, value=value)


def _day(point: TimePoint) -> date | None:
    if point.year is None or point.month is None or point.day is None or point.swapped:
        return None
    return _calendar(point.year, point.month, point.day)


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _of(words: Words, kinds: Sequence[str]) -> list[Word]:
    return [word for word in words if word.kind in kinds]


def _first(words: Words, kinds: Sequence[str]) -> Word | None:
    return next((word for word in words if word.kind in kinds), None)


def _number(word: Word) -> int:
    return int(word.value.rstrip("stndrh"))


def _year(words: Words) -> int | None:
    word = _first(words, ("year", "short"))
    return _full_year(word.value.lstrip("'’")) if word else None


def _full_year(digits: str) -> int:
    if len(digits) > 2:  # noqa: PLR2004  (two digits: a short year)
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _CENTURY_TURN else 2000)


def _edge(words: Words) -> Literal["start", "mid", "end"] | None:
    word = _first(words, _EDGES)
    return word.value if word else None  # type: ignore[return-value]  # the word list has only these


def _weekday(words: Words) -> int | None:
    word = _first(words, _WEEKDAYS)
    return word.number if word else None


def _possible(point: TimePoint) -> bool:
    """Whether there is such a day: 31 June is none; 29 February is, where no year is named."""
    if point.month is None or point.day is None:
        return True
    return _calendar(point.year or 2000, point.month, point.day) is not None


def _figures(rule: str, words: Words) -> list[TimeMention]:
    """A date in figures. Day and month may change places: then the other reading goes along."""
    digits = words[-1].value
    parts = [int(part) for part in re.split(r"[./-]", digits)]
    if digits[4:5] in ("-", "/"):
        year, month, day = parts
        points = [TimePoint(year=year, month=month, day=day)]
    else:
        year = _full_year(re.split(r"[./-]", digits)[2])
        readings = [(parts[1], parts[0]), (parts[0], parts[1])]
        if "." in digits:
            readings.pop()
        points = [TimePoint(year=year, month=month, day=day) for month, day in dict.fromkeys(readings)]
    real = [point for point in points if _day(point)]
    if not real:
        return []
    swapped = _day(real[1]) if len(real) > 1 else None
    return [_mention(rule, words, replace(real[0], swapped=swapped))]


def _one_day(rule: str, words: Words) -> list[TimeMention]:
    month, day = _first(words, _MONTHS), _first(words, _DAYS)
    assert month
    assert day
    point = TimePoint(year=_year(words), month=month.number, day=_number(day), weekday=_weekday(words))
    return [_mention(rule, words, point)] if _possible(point) else []


def _of_year(rule: str, words: Words) -> list[TimeMention]:
    """14 May this year, March last year."""
    step, unit = words[-2], words[-1]
    if unit.value != "Y":
        return []
    find = _one_day if rule == "day-of-year" else _month
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


def _full_range(rule: str, words: Words) -> list[TimeMention]:
    """Two full dates: what the first leaves out, the second says."""
    middle = next(place for place, word in enumerate(words) if word.kind in ("dash", "to") and place)
    first, last = _one_day(rule, words[:middle]), _one_day(rule, words[middle + 1 :])
    if not first or not last:
        return []
    start, end = first[0].point, last[0].point
    assert start
    assert end
    if start.year is None and end.year is not None:
        start = replace(start, year=end.year - ((start.month or 0) > (end.month or 0)))
    return [_mention(rule, words, start, last=end)]


def _days(rule: str, words: Words) -> list[TimeMention]:
    """Days of one month: neighbours joined by "and" are a range, others are days of their own."""
    month = _first(words, _MONTHS)
    assert month
    year = _year(words)
    days = _of(words, _DAYS)
    points = [TimePoint(year=year, month=month.number, day=_number(day)) for day in days]
    if not all(_possible(point) for point in points):
        return []
    numbers = [_number(day) for day in days]
    separate = any(
        word.kind in ("and", "slash", "comma") for word in words[words.index(days[0]) : words.index(days[-1])]
    )
    if numbers != sorted(set(numbers)) or (separate and numbers[-1] - numbers[0] != len(numbers) - 1):
        return _single_days(rule, words, days, points) if numbers == sorted(set(numbers)) else []
    return [_mention(rule, words, points[0], last=points[-1])]


def _single_days(rule: str, words: Words, days: Sequence[Word], points: Sequence[TimePoint]) -> list[TimeMention]:
    """The days of "3 and 17 May", each by itself: the month stands with the last day, or with the first ("May 3 and 17")."""
    places = [words.index(day) for day in days]
    bounds = [0, *places[1:]]
    ends = [*(place + 1 for place in places[:-1]), len(words)]
    return [_mention(rule, words[start:end], point) for start, end, point in zip(bounds, ends, points, strict=True)]


def _months(rule: str, words: Words) -> list[TimeMention]:
    first, last = _of(words, _MONTHS)
    year = _year(words)
    if first.number == last.number:
        return []
    before = year - (first.number > last.number) if year else None
    start = TimePoint(year=before, month=first.number, edge=_edge(words))
    return [_mention(rule, words, start, last=TimePoint(year=year, month=last.number))]


def _first_months(rule: str, words: Words) -> list[TimeMention]:
    """The first nine months of 2013 are January to September."""
    count, year = _count(words[:-1]), words[-1].number
    unit = next(word for word in words if word.kind in _PERIODS)
    if words[1 if words[0].kind == "the" else 0].value != "1" or unit.value != "M" or not (count or "").isdigit():
        return []
    months = int(count or 0)
    if not 1 < months < 13:  # noqa: PLR2004  (months of a year)
        return []
    return [_mention(rule, words, TimePoint(year=year, month=1), last=TimePoint(year=year, month=months))]


def _shift(words: Words) -> int | None:
    word = _first(words, _STEPS)
    return word.number if word else None


def _month(rule: str, words: Words) -> list[TimeMention]:
    month = _first(words, _MONTHS)
    assert month
    shift = _shift(words)
    unit: TimeUnit | None = "year" if shift is not None else None
    point = TimePoint(year=_year(words), month=month.number, edge=_edge(words), shift=shift, unit=unit)
    return [_mention(rule, words, point)]


def _year_point(words: Words) -> TimePoint:
    """The year of a quarter, half or season: stated, or a step from the release."""
    shift = _shift(words) if _first(words, ("unit",)) else None
    fiscal = _first(words, ("fiscal", "fiscal-year", "accounts")) is not None
    return TimePoint(
        year=_year(words),
        shift=shift,
        unit="year" if shift is not None else None,
        fiscal=fiscal,
        edge=_edge(words),
    )


def _quarter(rule: str, words: Words) -> list[TimeMention]:
    return _fraction(rule, words, "quarter", 4)


def _half(rule: str, words: Words) -> list[TimeMention]:
    return _fraction(rule, words, "half", 2)


def _fraction(rule: str, words: Words, unit: Literal["quarter", "half"], parts: int) -> list[TimeMention]:
    code = _first(words, ("code",))
    if code:
        number = int(re.sub(r"\D", "", code.value)[0])
        unit = "quarter" if "Q" in code.value else "half"
        parts = 4 if unit == "quarter" else 2
    else:
        number = _ordinal(words, parts)
    point = _year_point(words)
    if code and len(code.value) > len("1Q"):
        point = replace(point, year=_full_year(code.value[2:]))
    if number == 0:
        step = _shift(words) if point.year is None else None
        return [_mention(rule, words, replace(point, shift=step, unit=unit))] if step is not None else []
    if not 1 <= number <= parts:
        return []
    named = replace(point, quarter=number) if unit == "quarter" else replace(point, half=number)
    return [_mention(rule, words, named)]


def _ordinal(words: Words, parts: int) -> int:
    """The n-th of the parts of a period; 0 where a step is meant ("last quarter")."""
    whole = _first(words, ("year", "unit")) is not None
    word = words[1] if words[0].kind == "the" else words[0]
    if word.kind == "ordinal-final":
        return parts
    if word.kind in _ORDINALS:
        return _number(word)
    return parts if whole and word.value == "-1" else 0


def _part_of_period(rule: str, words: Words) -> list[TimeMention]:
    """The first week of June: counted in weeks where the unit is one, else the period itself."""
    head = words[1] if words[0].kind == "the" else words[0]
    unit = next(word for word in words if word.kind in ("unit", "weekend"))
    rest = words[words.index(unit) + 1 :]
    month = _first(rest, _MONTHS)
    count = -1 if head.kind in ("step", "ordinal-final") else _number(head)
    shift = _shift(rest)
    inner = _first(rest, ("unit",))
    scale: TimeUnit | None = _UNIT_NAMES.get(inner.value) if inner else None
    point = TimePoint(
        year=_year(rest),
        month=month.number if month else None,
        shift=shift,
        unit=scale,
        ordinal=count,
        part_unit=_UNIT_NAMES.get(unit.value),
    )
    return [_mention(rule, words, point)] if count else []


_UNIT_NAMES: dict[str, TimeUnit] = {
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


def _fiscal(rule: str, words: Words) -> list[TimeMention]:
    accounts = _first(words, ("accounts",))
    if accounts:
        return [_mention(rule, words, TimePoint(year=_full_year(accounts.value[2:]), fiscal=True))]
    point = _year_point(words)
    if point.year is None and point.shift is None:
        point = replace(point, shift=0, unit="year")
    years = _of(words, _FIGURES)
    if len(years) > 1 and point.year:
        return [_mention(rule, words, point, last=TimePoint(year=_last_year(point.year, years[1].value), fiscal=True))]
    return [_mention(rule, words, point)]


def _last_year(first: int, digits: str) -> int:
    """2013/14 ends with 2014."""
    return int(digits) if len(digits) == 4 else first - first % 100 + int(digits[-2:])  # noqa: PLR2004  (a full year)


def _decade(rule: str, words: Words) -> list[TimeMention]:
    digits = re.sub(r"\D", "", words[-1].value)
    return [_mention(rule, words, TimePoint(decade=_full_year(digits) // 10, edge=_edge(words)))]


def _century(rule: str, words: Words) -> list[TimeMention]:
    """The 21st century is 20 in ISO 8601 and TIMEX3."""
    if words[-1].value != "CE":
        return []
    number = sum(_number(word) for word in words if word.kind in ("number-ten", *_ORDINALS))
    return [_mention(rule, words, TimePoint(century=number - 1, edge=_edge(words)))]


def _season(rule: str, words: Words) -> list[TimeMention]:
    word = _first(words, ("season", "season-shy"))
    assert word
    shift = _shift(words)
    unit: TimeUnit | None = "year" if shift is not None else None
    point = TimePoint(year=_year(words), season=word.value, shift=shift, unit=unit, edge=_edge(words))
    return [_mention(rule, words, point)]


def _near(rule: str, words: Words) -> list[TimeMention]:
    return [_mention(rule, words, _near_point(words))]


def _near_point(words: Words) -> TimePoint:
    """A day near the release, with its part: "yesterday morning", "last night", "this evening"."""
    near = _first(words, ("near", "near-night"))
    part = _first(words, ("part",))
    shift = near.number if near else _shift(words)
    beyond = _first(words, ("before", "after"))
    if beyond and shift:
        shift += shift
    named = part.value if part else "NI" if near and near.kind == "near-night" else None
    return TimePoint(shift=shift, unit="day", part=named)


def _weekday_point(words: Words) -> TimePoint:
    part = _first(words, ("part",))
    shift = _shift(words)
    return TimePoint(
        weekday=_weekday(words),
        shift=shift,
        unit="week" if shift is not None else None,
        part=part.value if part else None,
    )


def _weekday_mention(rule: str, words: Words) -> list[TimeMention]:
    return [_mention(rule, words, _weekday_point(words))]


def _clock(rule: str, words: Words) -> list[TimeMention]:
    time = _clock_time(words)
    if time is None:
        return []
    if _first(words, _WEEKDAYS):
        point = _weekday_point(words)
    elif _first(words, ("near", "near-night", "step")):
        point = _near_point(words)
    else:
        point = TimePoint(shift=0, unit="day", narrative=True)
    return [_mention(rule, words, replace(point, clock=time, part=None))]


def _clock_time(words: Words) -> str | None:
    """As in ISO 8601: T16:08Z; none for an hour there is not."""
    word = next(word for word in words if word.kind in _HOURS)
    found = _CLOCK.match(word.value)
    assert found
    hour, minute = int(found["hour"]), found["minute"] or "00"
    late = _is_late(words, found["meridiem"])
    if late is not None:
        hour = hour % 12 + (12 if late else 0)
    if hour > _LAST_HOUR or int(minute) > _LAST_MINUTE:
        return None
    zone = _first(words, ("zone",))
    return f"T{hour:02}:{minute}{zone.value if zone else ''}"


_HOURS = ("clock", "hour", "decimal", "four-digits", "year", "day-or-month")
_CLOCK = re.compile(r"(?P<hour>\d{1,2})[:.]?(?P<minute>\d\d)?(?::\d\d)?(?P<meridiem>[AaPp])?")
_LAST_HOUR, _LAST_MINUTE = 24, 59


def _is_late(words: Words, glued: str | None) -> bool | None:
    """Whether an hour is one of the afternoon, where "p.m." or "a.m." says so."""
    if glued:
        return glued in "Pp"
    word = _first(words, ("meridiem", "meridiem-m"))
    if word is None:
        return None
    return word.value == "12" or _first(words, ("meridiem-p",)) is not None


def _set(rule: str, words: Words) -> list[TimeMention]:
    head = words[-1]
    if head.kind == "set":
        return [_mention(rule, words, value=head.value)]
    if head.kind in ("weekday", "weekdays"):
        return [_mention(rule, words, value=f"XXXX-WXX-{head.number + 1}")]
    if head.kind == "season":
        return [_mention(rule, words, value=f"XXXX-{head.value}")]
    if head.kind == "month":
        return [_mention(rule, words, value=f"XXXX-{head.number:02}")]
    if head.kind == "part":
        return [_mention(rule, words, value=f"XXXX-XX-XXT{head.value}")]
    count = "2" if _first(words, ("alternate",)) else _count(words[1:-1]) or "1"
    return [_mention(rule, words, value=_period(count, head.value))]


def _period(count: str, unit: str) -> str:
    """P2D, PT3H; a fortnight is two weeks."""
    if unit.startswith("T"):
        return f"PT{count}{unit[1:]}"
    if len(unit) > 1 and unit[0].isdigit():
        return f"P{int(count) * int(unit[0])}{unit[1:]}" if count.isdigit() else f"P{count}{unit[1:]}"
    return f"P{count}{unit}"


def _count(words: Words) -> str | None:
    """A number in figures or words; X where it is vague."""
    vague = _first(words, ("vague", "vague-some"))
    if vague:
        return vague.value
    large = _first(words, ("thousands", "decimal"))
    if large:
        return _THOUSANDS.sub("", large.value)
    total = [int(word.value) for word in words if word.kind in ("number-ten", "number", *_FIGURES)]
    if total:
        return str(sum(total))
    return "1" if _first(words, ("article",)) else None


def _distance(rule: str, words: Words) -> list[TimeMention]:
    """Two years ago from the release, two days later from the date named before."""
    unit = next(word for word in reversed(words) if word.kind in (*_PERIODS, "unit"))
    count = _count(words[: words.index(unit)])
    sign = next(word for word in reversed(words) if word.kind in ("ago", "edge-er", "hence", "before", "after", "from"))
    direction = {"start": -1, "end": 1, "-1": -1}.get(sign.value, 1)
    size, letters = (int(unit.value[0]), unit.value[1:]) if unit.value[0].isdigit() else (1, unit.value)
    scale = _UNIT_NAMES.get(letters)
    if scale is None or count is None or not count.isdigit():
        value = "PAST_REF" if direction < 0 else "FUTURE_REF"
        return [_mention(rule, words, value=value)]
    point = TimePoint(
        shift=direction * int(count) * size, unit=scale, narrative=sign.kind in ("edge-er", "before", "after")
    )
    return [_mention(rule, words, point)]


_PERIODS = ("units", "units-hours", "unit-second", "quarter", "half", "weekend", "weekends")


def _span(rule: str, words: Words) -> list[TimeMention]:
    """The past two years are a duration; "recent" or "coming" ones without a number are vague."""
    unit = words[-1]
    count = _count(words[:-1]) or "X"
    return [_mention(rule, words, value=_period(count, unit.value))]


def _step(rule: str, words: Words) -> list[TimeMention]:
    unit = next(word for word in reversed(words) if word.kind in ("unit", "quarter", "half", "weekend", "century"))
    scale = _UNIT_NAMES.get(unit.value)
    if scale is None:
        return []
    word = _first(words, _STEPS)
    point = TimePoint(
        shift=word.number if word else 0,
        unit=scale,
        edge=_edge(words),
        narrative=word is not None and word.kind in ("step-following", "step-same", "step-previous"),
    )
    return [_mention(rule, words, point)]


def _weekend(rule: str, words: Words) -> list[TimeMention]:
    return [_mention(rule, words, TimePoint(shift=None, unit="weekend"))]


def _duration(rule: str, words: Words) -> list[TimeMention]:
    unit = next(word for word in reversed(words) if word.kind in (*_PERIODS, "unit"))
    count = _count([word for word in words if word is not unit]) or "X"
    if _first(words, ("half",)) and unit.kind != "half":
        count = "0.5" if count == "1" and unit.kind == "unit" else f"{count}.5"
    return [_mention(rule, words, value=_period(count, unit.value))]


def _years(rule: str, words: Words) -> list[TimeMention]:
    """2010–2012, 2010-12; a year that is not later than the first is no range."""
    figures = _of(words, _FIGURES)
    first = int(figures[0].value)
    last = _last_year(first, figures[1].value)
    apart = _first(words, ("slash",)) is not None and last != first + 1  # Directive 2004/38
    if last <= first or len(figures[1].value) not in (2, 4) or apart:
        return []
    return [_mention(rule, words, TimePoint(year=first, edge=_edge(words)), last=TimePoint(year=last))]


def _year_month(rule: str, words: Words) -> list[TimeMention]:
    if len(words[-1].value) != 2:  # noqa: PLR2004  (2013-07)
        return []
    return [_mention(rule, words, TimePoint(year=int(words[0].value), month=words[-1].number))]


def _year_mention(rule: str, words: Words) -> list[TimeMention]:
    return [_mention(rule, words, TimePoint(year=_year(words), edge=_edge(words)))]


def _reference(rule: str, words: Words) -> list[TimeMention]:
    word = words[-1]
    value = "PAST_REF" if word.kind == "step-past" else word.value
    return [_mention(rule, words, value=value if value.endswith("_REF") else "PRESENT_REF")]


_BUILDERS: dict[str, Callable[[str, Words], list[TimeMention]]] = {
    "figures": _figures,
    "full-range": _full_range,
    "days": _days,
    "day": _one_day,
    "day-of-year": _of_year,
    "month-of-year": _of_year,
    "months": _months,
    "first-months": _first_months,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "part-of-period": _part_of_period,
    "fiscal": _fiscal,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "near": _near,
    "weekday": _weekday_mention,
    "clock": _clock,
    "set": _set,
    "distance": _distance,
    "span": _span,
    "step": _step,
    "weekend": _weekend,
    "duration": _duration,
    "years": _years,
    "year-month": _year_month,
    "year": _year_mention,
    "reference": _reference,
}


def joined(mentions: Sequence[TimeMention], text: str) -> list[TimeMention]:
    """The mentions, those marked that end a range which the one before them begins: "from 2014 to 2019"."""
    result = list(mentions[:1])
    for before, mention in pairwise(mentions):
        between = text[before.span.end : mention.span.start]
        joins = bool(before.point and mention.point and not before.last and _JOIN.fullmatch(between))
        opened = (
            text[max(0, before.span.start - _LEAD) : before.span.start]
            .rstrip()
            .lower()
            .endswith(("from", "between", "both"))
        )
        if joins and opened:
            result[-1] = _with_year_of(before, mention)
            result.append(replace(mention, joins=True))
        else:
            result.append(mention)
    return result


def _with_year_of(first: TimeMention, last: TimeMention) -> TimeMention:
    """The first day of "between 3 May and 5 June 2014" is of the same year; one of December, of the year before."""
    start, end = first.point, last.point
    if not start or not end or start.year or not end.year or not start.month or not end.month:
        return first
    point = replace(start, year=end.year - (start.month > end.month))
    return replace(first, point=point, day=_day(point))
