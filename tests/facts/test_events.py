"""The chronology of a release."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reporter
from reporter.model.facts import Event
from tests.cases import Case, load

SEEDS = Path(__file__).parents[2] / "seeds"


def events(text: str, published: date | None = None) -> tuple[Event, ...]:
    return reporter.parse_text(text, published=published).facts.events


def line(event: Event) -> str:
    when = f"{event.start or '?'}{f'/{event.end}' if event.end else ''}"
    where = f"{event.place or '-'} ({event.country or '-'})"
    return f"{when} {event.status} {event.basis} | {where} | {' '.join(event.what.split()[:6])}"


def found(text: str) -> list[str]:
    return [line(event) for event in events(text)]


@pytest.mark.parametrize("case", load("events"), ids=str)
def test_case(case: Case) -> None:
    assert found(case.text) == list(case.expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("000_64b45b93b062a75d", ("2015-08-18", "2015-08-19", "inferred", "past")),
        ("003_850c84373b49c818", ("2013-07-02", "2013-07-03", "inferred", "past")),
    ],
)
def test_seed(name: str, expected: tuple[str, ...]) -> None:
    text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    (event,) = events(text)
    assert (event.start, event.end, event.basis, event.status) == expected
    assert event.place is not None
    assert "Dushanbe" in event.place
    assert len(event.evidence) > 1, "the caption confirms it"


# Said on 12 May 2016: what is over, going on, or to come, in the order of the dates.
STATUSES = (
    ("The bridge was opened on 3 May.", "past"),
    ("The bridge will be opened on 30 May.", "planned"),
    ("The bridge is to be opened on 30 May.", "planned"),
    ("A fair is taking place from 10 to 14 May.", "ongoing"),
    ("A fair opened on Monday and runs until 14 May.", "past planned"),
    ("The council today adopted the budget.", "past"),
    ("The council will today adopt the budget.", "planned"),
    ("The council is scheduled to vote on Friday.", "planned"),
    ("The council was scheduled to vote on Tuesday.", "past"),
    ("The mission continues in May with two teams.", "ongoing"),
    ("The next round takes place in June.", "planned"),
    ("The next round took place in April.", "past"),
    ("The deadline for bids is 1 July.", "planned"),
    ("The deadline for bids was 1 April.", "past"),
    ("The museum plans to reopen in the autumn.", "planned"),
    ("Work is due to start in July.", "planned"),
    ("Work started in July.", "past"),
    ("The ship has been in port since Tuesday and leaves tomorrow.", "planned"),
    ("The exhibition runs from 1 to 31 May.", "ongoing"),
    ("The trial, which began on 2 May, is expected to end on 20 May.", "ongoing"),
    ("A five-day course on first aid started on Monday.", "ongoing"),
    ("A five-day course on first aid ended yesterday.", "past"),
    ("A three-day course on first aid begins tomorrow.", "planned"),
    ("Applications may be sent by 15 June.", "planned"),
    ("The minister would visit the camp on 20 May, she said.", "planned"),
    ("The minister visited the camp on 20 April, she said.", "past"),
    ("They agreed to meet again on 3 June.", "planned"),
    ("They agreed last week to meet again.", "past"),
    ("The road remains closed until 20 May.", "planned"),
    ("The law enters into force on 1 June.", "planned"),
    ("The law entered into force on 1 April.", "past"),
    ("A ceremony marking the day will follow on 25 May.", "planned"),
    ("Two climbers were rescued this morning.", "past"),
    ("The campaign, launched in March, is under way.", "past"),
    ("The vote has been postponed to 9 June.", "planned"),
    ("The vote, planned for 9 May, was cancelled.", "past"),
)


@pytest.mark.parametrize(("sentence", "expected"), STATUSES)
def test_status(sentence: str, expected: str) -> None:
    told = sorted(events(f"GRAZ, 12 May 2016 – {sentence}"), key=lambda event: event.start or "")
    assert " ".join(event.status for event in told) == expected


PIECES = st.sampled_from(
    [
        "GRAZ, 3 July 2013 – ",
        "A two-day course ended today.",
        "It will reopen on 5 May.",
        "On Monday and Tuesday they met in Graz.",
        "The 2004 Law on Fish says so.",
        "“Today is a good day,” said Ada Lund.",
        "Sales rose by 4 per cent in 2012.",
        "From 2014 to 2019 she led the Bank.",
        "\n\n",
        "Contact: Ada Lund",
        "Meeting in Oak district, Elm province, last week.",
    ]
)


@given(st.lists(PIECES, max_size=12))
def test_evidence_and_clause_are_verbatim(pieces: list[str]) -> None:
    release = reporter.parse_text(" ".join(pieces))
    for event in release.facts.events:
        assert event.what == event.what_span.of(release.text)
        assert all(0 <= span.start < span.end <= len(release.text) for span in event.evidence)
        assert event.end is None or event.start is None or event.start <= event.end
        assert event.rule.startswith("events.")


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    events(text)
