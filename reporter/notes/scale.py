"""The axis of the timeline: days to points, its ticks, and the room that words take."""

from __future__ import annotations

import datetime as dt
import unicodedata

from reporter.model.note import Label, Line
from reporter.notes.wording import Wording

WIDTH = 482.0
"""In points: that of the text on A4 with margins of 20 mm."""
GAP = 8.0
"""Between two words side by side."""
ADVANCE = 0.58
"""Average advance of a sans serif, in ems."""
# That of scripts whose letters fill the square.
_WIDE_ADVANCE = 1.05
_TICK_SIZE = 7.0
_SPACE_OF_TICK = 34.0
# The first and the last day of the axis.
_LEFT, _RIGHT = 12.0, 430.0


class Scale:
    """Days to points."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self.first, self.last = first, last
        self.days = (last - first).days

    def x(self, day: dt.date) -> float:
        """Where a day stands."""
        return round(_LEFT + (day - self.first).days / self.days * (_RIGHT - _LEFT), 2)

    def ticks(self, axis: float, wording: Wording) -> list[Line | Label]:
        """Years, months or days below the axis, as many as there is room for."""
        shapes: list[Line | Label] = []
        free = 0.0
        for day, words in _calendar(self.first, self.last, wording):
            x = self.x(day)
            width = measure(words, _TICK_SIZE, ADVANCE)
            if x < free or x + width > WIDTH:
                continue
            shapes += (
                Line(x1=x, y1=axis, x2=x, y2=axis + 4, width=0.75, colour="muted"),
                Label(x=x, y=axis + 4 + _TICK_SIZE + 2, text=words, size=_TICK_SIZE, colour="muted"),
            )
            free = x + max(width + GAP, _SPACE_OF_TICK)
        return shapes


def _calendar(first: dt.date, last: dt.date, wording: Wording) -> list[tuple[dt.date, str]]:
    """The first days of years, else of months, else all days; the coarsest of which two fall into the period."""
    years = [dt.date(year, 1, 1) for year in range(first.year + 1, min(last.year, dt.MAXYEAR) + 1)]
    if len(years) > 1:
        return [(day, str(day.year)) for day in years]
    months = [day for day in _months(first, last) if first <= day <= last]
    if len(months) > 1:
        return [(day, wording.date(f"{day:%Y-%m}")) for day in months]
    days = (last - first).days
    return [(day, wording.date(day)) for day in (first + dt.timedelta(step) for step in range(days + 1))]


def _months(first: dt.date, last: dt.date) -> list[dt.date]:
    count = (last.year - first.year) * 12 + last.month - first.month
    return [
        dt.date(first.year + (first.month - 1 + step) // 12, (first.month - 1 + step) % 12 + 1, 1)
        for step in range(count + 1)
    ]


def measure(words: str, size: float, advance: float) -> float:
    """An upper estimate of the width of words, which holds for every font that a style may choose."""
    ems = sum(_WIDE_ADVANCE if unicodedata.east_asian_width(letter) in "WF" else advance for letter in words)
    return round(ems * size, 2)
