from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter import locales
from reporter.model.briefing import ChronologyLine
from reporter.model.note import Box, Label, Line
from reporter.notes.timeline import Timeline, draw
from reporter.notes.wording import Wording

START = dt.date(2013, 7, 3)


def event(day: int, *, days: int = 1, status: str = "past", place: str | None = "Oslo") -> ChronologyLine:
    first = START + dt.timedelta(days=day)
    end = (first + dt.timedelta(days=days - 1)).isoformat() if days > 1 else None
    return ChronologyLine(start=first.isoformat(), end=end, what="x", references=(), status=status, place=place)  # type: ignore[arg-type]


def drawn(*events: ChronologyLine) -> Timeline | None:
    return draw(events, Wording(locales.load("en")))


def labels(timeline: Timeline) -> list[Label]:
    return [shape for shape in timeline.drawing.shapes if isinstance(shape, Label)]


def marks(timeline: Timeline) -> list[Box]:
    return [shape for shape in timeline.drawing.shapes if isinstance(shape, Box) and shape.colour != "paper"]


def test_three_events_make_a_figure() -> None:
    timeline = drawn(event(0, days=2), event(400), event(800, status="planned", place=None))

    assert timeline is not None
    assert timeline.caption == "Timeline: 3 events, 3–4 July 2013 to 11 September 2015; a hollow mark is planned"
    assert timeline.alt == "A time axis with marks: 3–4 Jul 2013 (Oslo); 7 Aug 2014 (Oslo); 11 Sept 2015."
    assert [mark.hollow for mark in marks(timeline)] == [False, False, True]
    assert marks(timeline)[0].width > marks(timeline)[1].width


@pytest.mark.parametrize(
    "events",
    [
        pytest.param((event(0), event(9)), id="two events"),
        pytest.param((event(0), event(0), event(0)), id="all on one day"),
        pytest.param((event(0), event(9), ChronologyLine(start="once", what="x", references=())), id="two dated"),
    ],
)
def test_fewer_make_none(events: tuple[ChronologyLine, ...]) -> None:
    assert drawn(*events) is None


def test_what_lies_far_from_the_releases_stands_in_the_table_only() -> None:
    events = (event(-30_000), event(0), event(20), event(90), event(20_000))
    period = (START, START + dt.timedelta(days=60))

    near = draw(events, Wording(locales.load("en")), period)
    few = draw(events[:3], Wording(locales.load("en")), period)

    assert near is not None
    assert near.caption == "Timeline: 3 events, 3 July 2013 to 1 October 2013"
    assert few is not None
    assert few.caption.startswith("Timeline: 3 events, 15 May 1931")


def test_events_of_one_day_share_a_flag() -> None:
    timeline = drawn(event(0), event(0), event(30, place="Bern"))

    assert timeline is not None
    assert "2 events, Oslo" in [label.text for label in labels(timeline)]


@pytest.mark.parametrize(("days", "ticks"), [(1500, "2015"), (90, "August 2013"), (12, "7 July 2013")])
def test_the_axis_has_years_months_or_days(days: int, ticks: str) -> None:
    timeline = drawn(event(0), event(days // 2), event(days))

    assert timeline is not None
    assert ticks in [label.text for label in labels(timeline) if label.size < 7.5]


def test_of_many_events_the_alternative_text_points_to_the_table() -> None:
    timeline = drawn(*(event(150 * number) for number in range(15)))

    assert timeline is not None
    assert "the table that follows lists them" in timeline.alt


@given(
    st.lists(
        st.tuples(
            st.integers(0, 4000), st.integers(1, 60), st.sampled_from(["Oslo", "Llanfairpwllgwyngyll", "東京都", ""])
        ),
        min_size=3,
        max_size=80,
    )
)
def test_no_label_covers_another_and_all_is_inside(made: list[tuple[int, int, str]]) -> None:
    timeline = drawn(*(event(day, days=days, place=place) for day, days, place in made))
    if timeline is None:
        return
    drawing = timeline.drawing
    grounds = [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.colour == "paper"]

    assert len(marks(timeline)) == len(made)
    for shape in drawing.shapes:
        left, right = (
            (shape.x1, shape.x2) if isinstance(shape, Line) else (shape.x, shape.x + getattr(shape, "width", 0))
        )
        assert -1 <= left <= right <= drawing.width + 1
    for one, other in combinations(grounds, 2):
        apart_across = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart_across or abs(one.y - other.y) >= one.height
    assert all(0 <= label.y <= drawing.height for label in labels(timeline))
