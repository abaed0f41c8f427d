"""The tense beside a place in a sentence."""

from __future__ import annotations

import pytest

from reporter import locales
from reporter.language import tenses
from reporter.model.spans import Span

WORDS = locales.load("en").table("tenses")


@pytest.mark.parametrize(
    ("sentence", "place", "tense"),
    [
        ("The workshop, held on Monday, will be followed by a course.", "Monday", "past"),
        ("It was held on Monday and will be followed by a course in October.", "October", "future"),
        ("A second course, she added, would be held in June.", "June", "future"),
        ("The mission is to visit Osh in May.", "May", "future"),
        ("The course, planned in Osh on Friday, is free.", "Friday", "future"),
        ("The vote, planned carefully by the party on Friday, failed.", "Friday", "past"),
        ("The course is expected to start on Friday.", "Friday", "future"),
        ("The council was scheduled to vote on Friday.", "Friday", "past"),
        ("The memorandum expires in June.", "June", "present"),
        ("The training continues in June.", "June", "ongoing"),
        ("The ministers have met in June.", "June", "past"),
        ("A planned visit in June.", "June", None),
        ("The aim: to be held in June.", "June", "future"),
        ("Nothing in June.", "June", None),
    ],
)
def test_nearest(sentence: str, place: str, tense: tenses.Tense | None) -> None:
    start = sentence.index(place)
    found = tenses.verbs(sentence, Span(0, len(sentence)), WORDS)
    assert tenses.nearest(sentence, found, Span(start, start + len(place))) == tense
