"""Dates of differing precision, as the days they cover."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

# "2013", "2013-07", "2013-07-03", "2013-Q3", "2013-H1", "2013-W27", "2013-SU".
_VALUE = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])|W(\d{2})|[A-Z]{2}))?$")
_LAST_MONTH = 12
_LONGEST = 60


class Period(NamedTuple):
    """From the first day to the last, both included."""

    first: date
    last: date

    def holds(self, other: Period) -> bool:
        """Whether the other lies wholly inside."""
        return self.first <= other.first and other.last <= self.last

    def months(self) -> Iterator[tuple[int, int]]:
        """Year and month, for every month that it touches."""
        first, last = (12 * day.year + day.month - 1 for day in self)
        for month in range(first, min(last, first + _LONGEST) + 1):
            yield month // 12, month % 12 + 1

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.last - self.first).days + 1


def period(start: str, end: str | None = None) -> Period | None:
    """The days between two ISO 8601 values; None where a value is none or they are in the wrong order."""
    first, last = _days(start), _days(end or start)
    return Period(first.first, last.last) if first and last and first.first <= last.last else None


@lru_cache(4096)
def _days(value: str) -> Period | None:
    found = _VALUE.match(value)
    if not found:
        return None
    year, month, day, quarter, half, week = (int(part) if part else 0 for part in found.groups())
    try:
        if week:
            monday = date.fromisocalendar(year, week, 1)
            return Period(monday, monday + timedelta(days=6))
        if day:
            return Period(date(year, month, day), date(year, month, day))
        first, last = _months(month, quarter, half)
        return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
    except ValueError:
        return None


def _months(month: int, quarter: int, half: int) -> tuple[int, int]:
    if month:
        return month, month
    if quarter:
        return 3 * quarter - 2, 3 * quarter
    return (6 * half - 5, 6 * half) if half else (1, _LAST_MONTH)
