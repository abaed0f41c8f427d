"""The figure of the chronology: dated events on one axis, its geometry computed once for every format.

Each event is a mark on the axis with a flag above it: a thin staff, and to its right the date and the place. Flags stand in
lanes so that none covers another's words, and staffs run behind words only where there is no other way. Where the lanes do
not suffice, neighbours share a flag, which gives their period and number; so the figure reads with three events and with
three hundred.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reporter.language.characters import folded
from reporter.language.shortening import shortened
from reporter.model.briefing import ChronologyLine
from reporter.model.note import Box, Drawing, Label, Line
from reporter.notes.scale import ADVANCE, GAP, WIDTH, Scale, measure
from reporter.notes.wording import Wording, day_of

LEAST_EVENTS = 3
"""Fewer dated events make no figure."""
ASSET = "timeline"

# In points.
_MARGIN = 6.0
_SIZE = 7.5
_LANE = 21.0
_MOST_LANES = 4
# Groups reach that much further each time that the flags do not fit.
_WIDER = 1.15
_STAFF = 3.0
_MARK = 6.0
_AXIS_FOOT = 20.0
_HEAD = 4.0
# Of the bold letters of a sans serif, in ems.
_STRONG_ADVANCE = 0.65
_LONGEST_PLACE = 22
_MOST_IN_ALT = 12
_NEAR_DAYS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The figure with its words."""

    drawing: Drawing
    alt: str
    caption: str
    asset: str = ASSET


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Events that share a flag."""

    events: tuple[ChronologyLine, ...]
    first: dt.date
    last: dt.date
    x: float
    """Of the staff, at the first event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Flag:
    """The words of a group, and where they stand."""

    x: float
    """Of the staff."""
    left: float
    """Where the words begin: at the staff, or before it where they would run over the edge."""
    width: float
    lane: int
    """Counted from the axis."""
    words: tuple[str, str]


def draw(
    events: Sequence[ChronologyLine], wording: Wording, period: tuple[dt.date, dt.date] | None = None
) -> Timeline | None:
    """The figure of a chronology; None where it has too few dated events or all are of one day.

    Args:
        events: In any order; those without a day are left out.
        wording: For dates and numbers.
        period: Of the releases. What happened long before or comes long after would squeeze all else into a corner: it
            stands in the table only.
    """
    dated = sorted((day, at, event) for at, event in enumerate(events) if (day := day_of(event.start)))
    near = [one for one in dated if not period or _is_near(one[2], period)]
    dated = near if len(near) >= LEAST_EVENTS else dated
    if len(dated) < LEAST_EVENTS:
        return None
    lines = [event for _, _, event in dated]
    scale = Scale(dated[0][0], max(_last_day(event) for event in lines))
    if scale.days == 0:
        return None
    flags = _flags(lines, scale, wording)
    lanes = max(flag.lane for flag in flags) + 1
    axis = _HEAD + lanes * _LANE + _MARK
    shapes = (
        Line(x1=_MARGIN, y1=axis, x2=WIDTH - _MARGIN, y2=axis, width=1.0, colour="muted"),
        *scale.ticks(axis, wording),
        *(_staff(flag, axis) for flag in flags),
        *(shape for flag in flags for shape in _cloth(flag, axis)),
        *(_mark(event, scale, axis) for event in lines),
    )
    first = wording.date(lines[0].start, lines[0].end)
    final = max(lines, key=_last_day)
    last = wording.date(final.start, final.end)
    return Timeline(
        drawing=Drawing(width=WIDTH, height=axis + _AXIS_FOOT, shapes=shapes),
        alt=_alt(flags, wording),
        caption=wording.say(
            "timeline.caption_planned" if any(event.status == "planned" for event in lines) else "timeline.caption",
            events=wording.count("event", len(lines)),
            first=first,
            last=last,
        ),
    )


def _is_near(event: ChronologyLine, period: tuple[dt.date, dt.date]) -> bool:
    """Whether an event lies in the period of the releases, or no further from it than half its length, or some years."""
    first = day_of(event.start)
    assert first is not None
    margin = max((period[1] - period[0]).days / 2, _NEAR_DAYS)
    return (period[0] - first).days <= margin and (_last_day(event) - period[1]).days <= margin


def _alt(flags: Sequence[_Flag], wording: Wording) -> str:
    """The flags in words; of many only that the table tells them."""
    if len(flags) > _MOST_IN_ALT:
        return wording.labels["timeline.alt_many"]
    told = (f"{flag.words[0]} ({flag.words[1]})" if flag.words[1] else flag.words[0] for flag in flags)
    return wording.say("timeline.alt", flags="; ".join(told))


_Collision = Callable[[_Flag, _Flag], bool]
"""Of a new flag with one that stands further left."""


def _last_day(event: ChronologyLine) -> dt.date:
    first, last = day_of(event.start), day_of(event.end)
    assert first is not None
    return max(first, last or first)


def _flags(events: Sequence[ChronologyLine], scale: Scale, wording: Wording) -> list[_Flag]:
    """A flag for each group of events, with as few crossings, lanes and shared flags as possible, in this order."""
    groups = _groups(events, scale, _STAFF)
    for collide in (_meet, _cover):
        for lanes in range(1, _MOST_LANES + 1):
            if flags := _fit(groups, lanes, collide, wording):
                return flags
    reach = _STAFF
    while not (flags := _fit(_groups(events, scale, reach), _MOST_LANES, _cover, wording)):
        reach *= _WIDER
    return flags


def _groups(events: Sequence[ChronologyLine], scale: Scale, reach: float) -> list[_Group]:
    """Events as groups; those that start less than so many points after the first of a group belong to it."""
    groups: list[_Group] = []
    for event in events:
        day = day_of(event.start)
        assert day is not None
        x = scale.x(day)
        if groups and x - groups[-1].x < reach:
            last = groups[-1]
            groups[-1] = replace(last, events=(*last.events, event), last=max(last.last, _last_day(event)))
        else:
            groups.append(_Group(events=(event,), first=day, last=_last_day(event), x=x))
    return groups


def _fit(groups: Sequence[_Group], lanes: int, collide: _Collision, wording: Wording) -> list[_Flag]:
    """The flags in so many lanes; none where one finds no place.

    They are set from left to right, each as far from the axis as it can be: so staffs pass before the words below.
    """
    placed: list[_Flag] = []
    for group in groups:
        words = _words(group, wording)
        width = max(measure(words[0], _SIZE, _STRONG_ADVANCE), measure(words[1], _SIZE, ADVANCE)) + _STAFF
        left = min(group.x, WIDTH - width)
        tried = (_Flag(x=group.x, left=left, width=width, lane=lane, words=words) for lane in reversed(range(lanes)))
        flag = next((one for one in tried if not any(collide(one, other) for other in placed)), None)
        if flag is None:
            return []
        placed.append(flag)
    used = sorted({flag.lane for flag in placed})
    return [replace(flag, lane=used.index(flag.lane)) for flag in placed]


def _cover(new: _Flag, old: _Flag) -> bool:
    """Whether the words of two flags cover one another."""
    return new.lane == old.lane and new.left < old.left + old.width + GAP


def _meet(new: _Flag, old: _Flag) -> bool:
    """Whether words cover words, or the staff of one runs behind the words of the other."""
    if new.lane == old.lane:
        return _cover(new, old)
    upper, lower = (new, old) if new.lane > old.lane else (old, new)
    return lower.left - _STAFF < upper.x < lower.left + lower.width + _STAFF


def _words(group: _Group, wording: Wording) -> tuple[str, str]:
    """The date, and the place of an event or the number of several."""
    if len(group.events) == 1:
        event = group.events[0]
        return wording.date(event.start, event.end, short=True), _short(event.place or "")
    places = {event.place for event in group.events}
    where = f", {_short(place)}" if len(places) == 1 and (place := places.pop()) else ""
    return wording.date(group.first, group.last, short=True), wording.count("event", len(group.events)) + where


def _short(place: str) -> str:
    return shortened(folded(place), _LONGEST_PLACE)


def _staff(flag: _Flag, axis: float) -> Line:
    return Line(x1=flag.x, y1=_top(flag, axis), x2=flag.x, y2=axis, width=0.5, colour="muted")


def _cloth(flag: _Flag, axis: float) -> tuple[Box | Label, ...]:
    """The words of a flag, on a ground that hides the staffs behind them."""
    x, top = flag.left + _STAFF, _top(flag, axis)
    ground = Box(x=flag.left + 0.5, y=top, width=flag.width, height=2 * _SIZE + 4, colour="paper")
    date = Label(x=x, y=top + _SIZE, text=flag.words[0], size=_SIZE, strong=True)
    if not flag.words[1]:
        return ground, date
    return ground, date, Label(x=x, y=top + 2 * _SIZE + 2, text=flag.words[1], size=_SIZE, colour="muted")


def _top(flag: _Flag, axis: float) -> float:
    return axis - _MARK - (flag.lane + 1) * _LANE + 2


def _mark(event: ChronologyLine, scale: Scale, axis: float) -> Box:
    """A dot for a day, a bar for several; hollow where it is planned."""
    day = day_of(event.start)
    assert day is not None
    left, right = scale.x(day) - _MARK / 2, scale.x(_last_day(event)) + _MARK / 2
    return Box(
        x=round(left, 2),
        y=axis - _MARK / 2,
        width=round(right - left, 2),
        height=_MARK,
        radius=_MARK / 2,
        hollow=event.status == "planned",
    )
