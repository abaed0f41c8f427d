"""Time expressions resolved against the release's date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reporter
from reporter.language import calendar
from reporter.model.facts import TimeValue
from reporter.model.mentions import TimeUnit
from tests.cases import Case, load


def dates(text: str) -> tuple[TimeValue, ...]:
    """The dates of a text whose first line says when it was published."""
    head, _, body = text.partition("\n")
    stated = head.removeprefix("Published: ")
    published = None if stated == "-" else date.fromisoformat(stated)
    return reporter.parse_text(body, published=published).facts.dates


def found(text: str) -> list[str]:
    return [f"{value.text} = {value.value}{f'/{value.end}' if value.end else ''}" for value in dates(text)]


@pytest.mark.parametrize("case", load("dates"), ids=str)
def test_case(case: Case) -> None:
    assert found(case.text) == list(case.expected)


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(-3, 3))
def test_days_of_the_week_lie_within_a_week(published: date, ahead: int) -> None:
    day = published + timedelta(days=ahead)
    verb = "will meet" if ahead > 0 else "met"
    (value,) = dates(f"Published: {published}\nThey {verb} on {day:%A}.")
    assert value.value == day.isoformat()


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(-120, 120))
def test_a_day_without_year_is_the_nearest(published: date, ahead: int) -> None:
    day = published + timedelta(days=ahead)
    (value,) = dates(f"Published: {published}\nThe talks of {day.day} {day:%B} matter.")
    if (day.month, day.day) != (2, 29):
        assert value.value == day.isoformat()


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_a_period_holds_its_day(day: date, unit: TimeUnit) -> None:
    value = day.isoformat() if unit == "day" else calendar.period(day, unit, 0)
    first, last = calendar.first_day(value), calendar.last_day(value)
    assert first is None or (last is not None and first <= day <= last) or unit == "week"


def test_evidence_is_verbatim() -> None:
    text = "Ministers met\non  3 May 2013 and will meet in\nJune."
    for value in reporter.parse_text(text).facts.dates:
        assert " ".join(value.span.of(text).split()) == value.text
        assert value.rule.startswith("dates.")
