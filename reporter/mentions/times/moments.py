"""Days and hours by their distance from the release: yesterday morning, Thursday, 4 p.m. today, two years ago."""

from __future__ import annotations

import re
from dataclasses import replace

from reporter.mentions.times.parts import (
    PERIODS,
    UNIT_NAMES,
    WEEKDAYS,
    Words,
    count_of,
    first_of,
    made,
    shift_of,
    weekday_of,
)
from reporter.model.mentions import TimeMention, TimePoint


def read_near(rule: str, words: Words) -> list[TimeMention]:
    """A day near the release: "today", "yesterday morning"."""
    return [made(rule, words, _near_point(words))]


def _near_point(words: Words) -> TimePoint:
    """A day near the release, with its part: "yesterday morning", "last night", "this evening"."""
    near = first_of(words, ("near", "near-night"))
    part = first_of(words, ("part",))
    shift = near.number if near else shift_of(words)
    beyond = first_of(words, ("before", "after"))
    if beyond and shift:
        shift += shift
    named = part.value if part else "NI" if near and near.kind == "near-night" else None
    return TimePoint(shift=shift, unit="day", part=named)


def _weekday_point(words: Words) -> TimePoint:
    part = first_of(words, ("part",))
    shift = shift_of(words)
    return TimePoint(
        weekday=weekday_of(words),
        shift=shift,
        unit="week" if shift is not None else None,
        part=part.value if part else None,
    )


def read_weekday(rule: str, words: Words) -> list[TimeMention]:
    """A weekday: "Friday", "last Monday", "Thursday night"."""
    return [made(rule, words, _weekday_point(words))]


def read_clock(rule: str, words: Words) -> list[TimeMention]:
    """A time of day, with its day where that stands beside it: "4 p.m. today"."""
    time = _clock_time(words)
    if time is None:
        return []
    if first_of(words, WEEKDAYS):
        point = _weekday_point(words)
    elif first_of(words, ("near", "near-night", "step")):
        point = _near_point(words)
    else:
        point = TimePoint(shift=0, unit="day", narrative=True)
    return [made(rule, words, replace(point, clock=time, part=None))]


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
    zone = first_of(words, ("zone",))
    return f"T{hour:02}:{minute}{zone.value if zone else ''}"


_HOURS = ("clock", "hour", "decimal", "four-digits", "year", "day-or-month")


_CLOCK = re.compile(r"(?P<hour>\d{1,2})[:.]?(?P<minute>\d\d)?(?::\d\d)?(?P<meridiem>[AaPp])?")


_LAST_HOUR, _LAST_MINUTE = 24, 59


def _is_late(words: Words, glued: str | None) -> bool | None:
    """Whether an hour is one of the afternoon, where "p.m." or "a.m." says so."""
    if glued:
        return glued in "Pp"
    word = first_of(words, ("meridiem", "meridiem-m"))
    if word is None:
        return None
    return word.value == "12" or first_of(words, ("meridiem-p",)) is not None


def read_distance(rule: str, words: Words) -> list[TimeMention]:
    """Two years ago from the release, two days later from the date named before."""
    unit = next(word for word in reversed(words) if word.kind in (*PERIODS, "unit"))
    count = count_of(words[: words.index(unit)])
    sign = next(word for word in reversed(words) if word.kind in ("ago", "edge-er", "hence", "before", "after", "from"))
    direction = {"start": -1, "end": 1, "-1": -1}.get(sign.value, 1)
    size, letters = (int(unit.value[0]), unit.value[1:]) if unit.value[0].isdigit() else (1, unit.value)
    scale = UNIT_NAMES.get(letters)
    if scale is None or count is None or not count.isdigit():
        value = "PAST_REF" if direction < 0 else "FUTURE_REF"
        return [made(rule, words, value=value)]
    point = TimePoint(
        shift=direction * int(count) * size, unit=scale, narrative=sign.kind in ("edge-er", "before", "after")
    )
    return [made(rule, words, point)]
