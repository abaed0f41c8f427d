from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reporter
from reporter.model.facts import Facts
from tests.cases import load

TITLE = "Ferry line across the lake reopens after three years"
NEWS = "The ferry between Port Ellery and Stone Quay sails again. The first boat carried forty passengers and a dog."
CASES = {case.title: case for case in load("datelines")}
SHAPES = CASES["Shapes of a dateline"]
LINES = CASES["Lines above and below the news"]


def read(text: str) -> Facts:
    return reporter.parse_text(text).facts


def shown(facts: Facts) -> str:
    found = facts.dateline
    if found is None:
        return "none"
    return f"{found.place or '-'} | {found.country or '-'} | {found.date or '-'} | {facts.published or '-'}"


@pytest.mark.parametrize(("opening", "expected"), [*zip(SHAPES.text.split("\n"), SHAPES.expected, strict=True)])
def test_shape(opening: str, expected: str) -> None:
    facts = read(f"{TITLE}\n\n{opening} {NEWS}")
    assert shown(facts) == expected
    assert facts.title
    assert facts.title.text == TITLE
    if expected != "none":
        assert facts.summary[0].text == "The ferry between Port Ellery and Stone Quay sails again."


@pytest.mark.parametrize(("lines", "expected"), [*zip(LINES.text.split("\n"), LINES.expected, strict=True)])
def test_line(lines: str, expected: str) -> None:
    text = "\n\n".join(lines.replace("…", NEWS).split(" // "))
    assert shown(read(f"{TITLE}\n\n{text}")) == expected


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ("It closed on March 4, 2014.", dt.date(2015, 6, 5)),
        ("It closed on 4 March 2014.", dt.date(2015, 5, 6)),
        ("", dt.date(2015, 5, 6)),
    ],
)
def test_day_and_month_stand_as_the_release_spells_its_dates(context: str, expected: dt.date) -> None:
    assert read(f"{TITLE} (06/05/15)\n\n{NEWS} {context}").published == expected


def test_the_year_of_a_day_comes_from_the_same_day_elsewhere() -> None:
    facts = read(f"{TITLE}\n\nGENEVA, 5 May – {NEWS} It left on 5 May 2015 at noon.")
    assert facts.published == dt.date(2015, 5, 5)


def test_a_date_in_the_title_that_is_an_event_is_not_the_release_s() -> None:
    assert read(f"Ferry to sail again on 5 May 2015\n\n{NEWS}").published is None
    assert read(f"Ferry news, 5 May 2015\n\n{NEWS}").published == dt.date(2015, 5, 5)


def test_the_given_date_is_not_the_dateline_s() -> None:
    facts = reporter.parse_text(f"{TITLE}\n\n{NEWS}", published=dt.date(2015, 5, 5)).facts
    assert facts.dateline is None
    assert facts.published is None


@given(st.text(max_size=80))
def test_any_opening_is_read(opening: str) -> None:
    release = reporter.parse_text(f"{TITLE}\n\n{opening} {NEWS}")
    found = release.facts.dateline
    if found:
        assert 0 <= found.span.start < found.span.end <= len(release.text)


def test_a_label_that_ends_the_text_with_its_date() -> None:
    assert read("Press release\n\n5 May 2015 Statement 5 May 2015").published == dt.date(2015, 5, 5)
    assert read("5 May 2015").published == dt.date(2015, 5, 5)


def test_a_date_that_goes_beyond_what_is_looked_at() -> None:
    words = "Port Ellery and Stone Quay and Loma and Cape Holm and North Quay and the Bay of Loris and Old Orro,"
    assert read(f"{TITLE}\n\n{words} Friday, the 5th of May 2015 – {NEWS}").title
