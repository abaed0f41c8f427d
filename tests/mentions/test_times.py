"""Time expressions as they stand."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter import locales
from reporter.mentions import times
from reporter.model.mentions import TimeMention, TimePoint
from tests.cases import Case, load

ENGLISH = locales.load("en")


def fields(point: TimePoint | None) -> str:
    """What a point names: "month=5 day=1"."""
    if point is None:
        return ""
    values = {name: getattr(point, name) for name in point.__slots__}
    return " ".join(f"{name}={value}" for name, value in values.items() if value is not None and value is not False)


def line(mention: TimeMention, text: str) -> str:
    parts = (fields(mention.point), fields(mention.last), mention.value, "joins" if mention.joins else "")
    return f"{mention.span.of(text)}: {' | '.join(part for part in parts if part)}"


def found(text: str) -> list[str]:
    return [line(mention, text) for mention in times.find(text, ENGLISH)]


@pytest.mark.parametrize("case", load("times"), ids=str)
def test_case(case: Case) -> None:
    assert found(case.text) == list(case.expected)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("DUSHANBE, 3 July 2013 – A conference", date(2013, 7, 3)),
        ("KABUL (Feb. 21, 2011)", date(2011, 2, 21)),
        ("21.05.2019 -", date(2019, 5, 21)),
        ("3 July", None),
        ("03/07/2013", None),
        ("3 to 5 July 2013", None),
        ("July 2013", None),
    ],
)
def test_day_is_given_only_where_the_words_name_one(text: str, day: date | None) -> None:
    (mention,) = times.find(text, ENGLISH)
    assert mention.day == day


def test_language_without_words_finds_nothing() -> None:
    assert times.find("Am dritten Juli", locales.Locale("xx", ENGLISH.folder / "none")) == ()


VOCABULARY = (
    "3 31 2013 1325 12:30 07/03/2013 July may May Monday today last the of and to from - , . ( ) ’s next two week weeks"
    " year quarter first half FY14 Q3 a.m. 5pm GMT spring 1990s now every Ω # $ 1,200 2004/38 Christmas Day"
)
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n"])


@given(st.lists(WORDS, max_size=40))
def test_mentions_are_in_order_within_the_text_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    mentions = times.find(text, ENGLISH)
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in mentions)
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))
    assert all(mention.point or mention.value for mention in mentions)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    times.find(text, ENGLISH)


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y"])
)
def test_a_full_date_is_read_back(day: date, form: str) -> None:
    (mention,) = times.find(f"On {day.strftime(form)} they met.", ENGLISH)
    assert mention.day == day
