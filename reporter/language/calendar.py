"""Days, weeks and longer periods as ISO 8601 and TIMEX3 write them."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

from reporter.model.mentions import TimeUnit

# First and last month of the seasons of the northern half, as far as they lie in the year that names them.
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12)}
_MONTHS = 12
_UNITS_OF_DAYS = {"day": 1, "week": 7, "weekend": 7}
_UNITS_OF_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
_VALUE = re.compile(
    r"(?:FY)?(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<end>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?))?$"
)


def day(year: int, month: int, number: int) -> date | None:
    """A day, if there is such a one."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def week(of: date) -> str:
    """The ISO week of a day: 2013-W27."""
    year, number, _ = of.isocalendar()
    return f"{year:04}-W{number:02}"


def moved(of: date, days: int) -> date:
    """A day so many days away, within the calendar."""
    try:
        return of + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def period(of: date, unit: TimeUnit, shift: int) -> str:
    """The period that is so many units away from the one of a day."""
    if unit in _UNITS_OF_DAYS:
        return week(moved(of, 7 * shift))
    months = of.year * _MONTHS + of.month - 1 + shift * _UNITS_OF_MONTHS[unit]
    year, month = divmod(months, _MONTHS)
    year = min(max(year, MINYEAR), MAXYEAR)
    forms = {
        "month": f"{year:04}-{month + 1:02}",
        "quarter": f"{year:04}-Q{month // 3 + 1}",
        "half": f"{year:04}-H{month // 6 + 1}",
        "decade": f"{year // 10:03}",
        "century": f"{year // 100:02}",
    }
    return forms.get(unit, f"{year:04}")


def first_day(value: str) -> date | None:
    """The first day of a TIMEX3 value that is a date."""
    bounds = _bounds(value)
    return bounds[0] if bounds else None


def last_day(value: str) -> date | None:
    """The last day of a TIMEX3 value that is a date."""
    bounds = _bounds(value)
    return bounds[1] if bounds else None


def _bounds(value: str) -> tuple[date, date] | None:
    found = _VALUE.match(value)
    try:
        return _of_match(found) if found else None
    except ValueError:
        return None


def _of_match(found: re.Match[str]) -> tuple[date, date]:
    year = int(found["year"])
    if found["day"]:
        exact = date(year, int(found["month"]), int(found["day"]))
        return exact, exact
    if found["week"]:
        number = int(found["week"])
        first = date.fromisocalendar(year, number, 6 if found["end"] else 1)
        return first, date.fromisocalendar(year, number, 7)
    return _months(year, *_first_and_last_month(found))


def _first_and_last_month(found: re.Match[str]) -> tuple[int, int]:
    if found["month"]:
        return int(found["month"]), int(found["month"])
    if found["quarter"]:
        return int(found["quarter"]) * 3 - 2, int(found["quarter"]) * 3
    if found["half"]:
        return int(found["half"]) * 6 - 5, int(found["half"]) * 6
    return SEASONS[found["season"]] if found["season"] else (1, _MONTHS)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    following = date(year, last + 1, 1) if last < _MONTHS else date(year + 1, 1, 1)
    return date(year, first, 1), following - timedelta(days=1)
