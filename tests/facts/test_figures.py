from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reporter
from reporter.model.facts import Figure
from reporter.model.release_records import number
from tests.cases import Case, load

WORDS = [
    "12",
    "1,400",
    "3.5",
    "five",
    "twenty",
    "dozen",
    "a",
    "hundred",
    "million",
    "EUR",
    "$",
    "%",
    "per",
    "cent",
    "of",
    "officers",
    "women",
    "tonnes",
    "and",
    "to",
    "–",
    "between",
    "over",
    "km",
]


def line(text: str, figure: Figure) -> str:
    upper = "-" if figure.upper is None else str(number(figure.upper))
    return " | ".join(
        [
            str(number(figure.value)),
            upper,
            "~" if figure.approximate else "-",
            figure.unit,
            figure.span.of(text),
        ]
    )


@pytest.mark.parametrize("case", load("figures"), ids=str)
def test_figures(case: Case) -> None:
    release = reporter.parse_text(case.text)
    assert tuple(line(release.text, figure) for figure in release.facts.figures) == case.expected


@settings(max_examples=100)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_numbers_give_spans_that_hold(words: list[str]) -> None:
    release = reporter.parse_text("Title of it\n\nODENSE, 4 March 2018 – They met " + " ".join(words) + ".")
    last = 0
    for figure in release.facts.figures:
        assert last <= figure.span.start < figure.span.end <= len(release.text)
        assert figure.upper is None or figure.upper > figure.value
        assert figure.unit
        last = figure.span.end
