from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reporter
from tests.cases import Case, load


@pytest.mark.parametrize("case", load("summary"), ids=str)
def test_case(case: Case) -> None:
    release = reporter.parse_text(case.text)
    assert [sentence.text for sentence in release.facts.summary] == list(case.expected)
    for sentence in release.facts.summary:
        assert sentence.text == " ".join(sentence.span.of(release.text).split())


SENTENCES = st.sampled_from(
    [
        "The ferry will sail again from 1 July, the council decided last night.",
        "It has been tied up since the storms of 2013.",
        "“We waited long enough,” said Councillor Maud Pettigrew of Stone Quay.",
        "Tickets cost two pounds, and children under six travel free of charge.",
        "However, dogs pay half of what their owners pay for the crossing.",
        "The crew of four has been trained since March at the school in Loma.",
        "Contact: Tom Ashby, 01632 960441.",
        "Short one.",
    ]
)


@given(st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), max_size=8))
@settings(max_examples=60)
def test_a_summary_is_short_in_order_and_says_nothing_twice(paragraphs: list[str]) -> None:
    release = reporter.parse_text("Ferry line reopens\n\n" + "\n\n".join(paragraphs))
    found = release.facts.summary
    assert len(found) <= 4
    assert len({sentence.text for sentence in found}) == len(found)
    assert [sentence.span for sentence in found] == sorted(sentence.span for sentence in found)
    assert not any("01632" in sentence.text for sentence in found)


def test_a_long_release_has_a_short_summary() -> None:
    paragraph = "The council spoke about boat number {} and about its crew, its fares and its engine, for an hour."
    text = "Ferry line reopens\n\n" + "\n\n".join(paragraph.format(number) for number in range(400))
    assert len(reporter.parse_text(text).facts.summary) <= 4
