"""Twice the text is twice the work: counted in calls, since a clock would measure the machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

import reporter

_SIZE = 3_000
_SHAPES = {
    "sentences": "The police said on Monday that three men were arrested in the city. ",
    "paragraphs": "The police said on 3 May 2014 that three men were arrested.\n\n",
    "quotations": "“We did it,” said Jane Doe. ",
    "quotations on lines": '"We did it," said Jane Doe. "It works," he said.\n',
    "open quotations": "“We did it, ‘and “that ",
    "dates": "3 May 2014, 4 June 2015 and 5 July; ",
    "figures": "1 2 3 4 5 ",
    "capitals": "Alpha Beta Gamma Delta ",
    "shouting": "POLICE MINISTRY ARRESTS ",
    "bodies": "Ministry of Finance of Peru and the ",
    "countries": "Peru and Chile and ",
    "telephones": "+44 20 7946 0000, tel. 031 325 91 26 / 27\n",
    "contacts": "Contact: Jane Doe, Press Officer, Tel. +44 20 7946 0000, a@example.org\n",
    "addresses": "a.b@example.org @x https://example.org/a?b ",
    "signs": "@",
    "bullets": "• • • - item\n",
    "lines": "\n",
    "headings": "Heading here\n\nThe police said so today.\n\n",
    "keys": "Key: value\n",
    "wrapped": "the line goes on and on and on until it ends\n",
}


def _calls(text: str) -> int:
    """Functions and methods, those written in C among them, that reading a text calls."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before: Callable[..., object] | None = sys.getprofile()
    sys.setprofile(counted)
    try:
        reporter.parse_text(text).to_dict()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("shape", _SHAPES.values(), ids=_SHAPES)
def test_work_grows_with_the_text_and_no_faster(shape: str) -> None:
    short, long = (shape * (size // len(shape)) for size in (_SIZE, 4 * _SIZE))
    _calls(short)  # lexicons are loaded once
    assert _calls(long) < 5 * _calls(short) + 2_000


def test_many_people_with_one_given_name_cost_no_more_than_others() -> None:
    def people(count: int) -> str:
        return " ".join(f"Jane D{chr(97 + place % 26)}{chr(97 + place // 26)}berg, director," for place in range(count))

    _calls(people(10))
    assert _calls(people(600)) < 5 * _calls(people(300))
