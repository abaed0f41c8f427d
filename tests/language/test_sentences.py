from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter import locales
from reporter.language import sentences
from reporter.layout import vocabulary
from reporter.model.spans import Span

STOPS = vocabulary.of(locales.load("en")).stops


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences.split(text, Span(0, len(text)), STOPS)]


@pytest.mark.parametrize(
    "text",
    [
        "Two boats came. | Both left.",
        "Is it safe? | Yes! | It is.",
        "Lt. Gen. Omar Haidari spoke. | He left.",
        "Mr. J. F. Doe and Ms. K. Roe signed.",
        "Mr. N. A. Karimov spoke.",
        "The U.S. Coast Guard helped. | The U.K. did not.",
        "They flew to the U.S. | The crew stayed.",
        "See No. 5 and Art. 12. | Then stop.",
        "The answer was no. | Twelve members left.",
        "It opens at 5 p.m. on Monday. | It closes at 9 p.m. | The quay is lit.",
        "The boats are by Acme Inc. | The crews are not.",
        "Acme Inc. and Roe Ltd. | They merged.",
        "It costs 3.5 million. | That is 1.2 per cent more.",
        "“We won.” | She smiled.",
        "“We won,” she said. | “At last.”",
        "“Why?” she asked. | Nobody knew.",
        "He waited … and left. | She stayed...",
        "He waited... | Then he left.",
        "The fleet has grown.1 | It will grow again.[2] | Not this year.",
        "1. The western flank is held.",
        "The meeting is on 5. Oct. in Bern.",
        "In Sept. 2014 it rained. | In Oct. it snowed.",
        "She is ill. | Smith took over.",
        "He moved to Springfield, Ill. and stayed.",
        "Read www.harbour.example. | Then call.",
        "(He was late.) | She was not.",
        "They came from e.g. Oslo, i.e. the north. | All of them.",
        "Elizabeth I. met him.",
        "«La mer.» | «Encore!»",
    ],
)
def test_sentences(text: str) -> None:
    assert split(text.replace(" | ", " ")) == text.split(" | ")


def test_glued_sentences_come_apart() -> None:
    assert split("The judges left.Twenty officers came.") == ["The judges left.", "Twenty officers came."]
    assert split("“They left.”Twenty came.") == ["“They left.”", "Twenty came."]


@given(st.text(alphabet=st.sampled_from('aB. !?…"”’)1\nMr.U.S '), max_size=80))
def test_sentences_hold_every_printed_character(text: str) -> None:
    spans = sentences.split(text, Span(0, len(text)), STOPS)
    printed = "".join("".join(span.of(text).split()) for span in spans)
    assert printed == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(spans))


def test_a_stretch_is_split_alone() -> None:
    text = "One. Two. Three."
    assert [span.of(text) for span in sentences.split(text, Span(5, 9), STOPS)] == ["Two."]


def test_abbreviations_are_known_with_and_without_capital() -> None:
    assert STOPS.is_abbreviation("Dr")
    assert STOPS.is_abbreviation("Ill")
    assert not STOPS.is_abbreviation("ill")
