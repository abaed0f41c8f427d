from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter import locales
from reporter.mentions import addresses

ENGLISH = locales.load("en")


def find(text: str) -> list[tuple[str, str]]:
    return [(mention.kind, mention.value) for mention in addresses.find(text, ENGLISH)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to press.office+en@example.org.", [("email", "press.office+en@example.org")]),
        ("press(at)example.org", [("email", "press@example.org")]),
        ("press [at] example [dot] org", [("email", "press@example.org")]),
        ("mailto:press@example.co.uk", [("email", "press@example.co.uk")]),
        ("<press@example.int>", [("email", "press@example.int")]),
        ("a@example.org; b@example.org", [("email", "a@example.org"), ("email", "b@example.org")]),
        ("See www.example.org.", [("url", "www.example.org")]),
        ("(https://example.org/a_(b)?c=d)", [("url", "https://example.org/a_(b)?c=d")]),
        ("at example.org, the site", [("url", "example.org")]),
        ("news.example.gov.au/x", [("url", "news.example.gov.au/x")]),
        ("Follow @example_press!", [("handle", "@example_press")]),
        ("“www.example.int/roca”", [("url", "www.example.int/roca")]),
    ],
)
def test_addresses(text: str, expected: list[tuple[str, str]]) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "met at 3 p.m.today",
        "e.g. this",
        "5 @ 3 euros",
        "the @ sign",
        "a@b",
        "Smith & Co.org",
        "at.the.end",
        "@",
        "(at)",
        "#OpenCourts",
    ],
)
def test_nothing_must_be_found(text: str) -> None:
    assert find(text) == []


@given(st.text(alphabet="a@.()[]/:wthps-t ", max_size=80))
def test_mentions_are_in_order_without_overlaps(text: str) -> None:
    found = addresses.find(text, ENGLISH)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(found))
    assert all(mention.value and mention.span.of(text) for mention in found)


@pytest.mark.parametrize("unit", ["a", "a.", "a@", "www.", "http://", "(at) ", "-a.org"])
def test_long_input_of_one_kind_is_read(unit: str) -> None:
    addresses.find(unit * 20_000, ENGLISH)
