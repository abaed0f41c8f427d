"""Days and periods as ISO 8601 and TIMEX3 write them."""

from __future__ import annotations

from datetime import date

import pytest

from reporter.language import calendar
from reporter.model.mentions import TimeUnit


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2013-07-03", "2013-07-03", "2013-07-03"),
        ("2013-07-03T16:08Z", "2013-07-03", "2013-07-03"),
        ("2013-02", "2013-02-01", "2013-02-28"),
        ("2013-12", "2013-12-01", "2013-12-31"),
        ("2013-W27", "2013-07-01", "2013-07-07"),
        ("2013-W27-WE", "2013-07-06", "2013-07-07"),
        ("2013-Q3", "2013-07-01", "2013-09-30"),
        ("2013-H2", "2013-07-01", "2013-12-31"),
        ("2013-SU", "2013-06-01", "2013-08-31"),
        ("FY2013", "2013-01-01", "2013-12-31"),
        ("2013", "2013-01-01", "2013-12-31"),
    ],
)
def test_bounds(value: str, first: str, last: str) -> None:
    assert calendar.first_day(value) == date.fromisoformat(first)
    assert calendar.last_day(value) == date.fromisoformat(last)


@pytest.mark.parametrize(
    "value", ["P2D", "PRESENT_REF", "XXXX-05", "199", "2013-13", "2013-W60", "2013-02-30", "0000", ""]
)
def test_what_is_no_date_has_no_bounds(value: str) -> None:
    assert calendar.first_day(value) is None
    assert calendar.last_day(value) is None


@pytest.mark.parametrize(
    ("unit", "shift", "value"),
    [
        ("day", 1, "2013-W28"),
        ("week", -1, "2013-W26"),
        ("month", 7, "2014-02"),
        ("quarter", -3, "2012-Q4"),
        ("half", 1, "2014-H1"),
        ("year", -1, "2012"),
        ("decade", -1, "200"),
        ("century", 1, "21"),
        ("year", 20_000, "9999"),
    ],
)
def test_period(unit: TimeUnit, shift: int, value: str) -> None:
    assert calendar.period(date(2013, 7, 3), unit, shift) == value


def test_days_outside_the_calendar_are_its_ends() -> None:
    assert calendar.moved(date(2013, 7, 3), 10**9) == date.max
    assert calendar.moved(date(2013, 7, 3), -(10**9)) == date.min
    assert calendar.day(2013, 2, 30) is None
