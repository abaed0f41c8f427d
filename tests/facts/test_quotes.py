from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reporter
from reporter import locales
from reporter.facts.quotes import lexicon, marks
from reporter.model.facts import Quote, Release
from reporter.model.spans import Span
from tests.cases import Case, load

WORDS = [
    "We",
    "he",
    "she",
    "said",
    "Doe",
    "Jane",
    "Minister",
    "the",
    "of",
    "and",
    "says",
    "told",
    "that",
    ",",
    ".",
    "!",
    "?",
    ":",
    "—",
    "–",
    "-",
    "(",
    ")",
    "12",
    "’s",
    "it",
]
MARKS = ["“", "”", '"', "„", "«", "»", "‘", "’", "'", "``", "''", ",,", "\n", "\n\n"]


def line(release: Release, quote: Quote) -> str:
    mention = quote.speaker_span.of(release.text) if quote.speaker_span else None
    words = " / ".join(part for part in quote.text.split("\n") if part)
    return " | ".join(
        [str(quote.group), quote.speaker or "-", quote.speaker_title or "-", mention or "-", words],
    )


@pytest.mark.parametrize("case", load("quotes"), ids=str)
def test_quotes(case: Case) -> None:
    release = reporter.parse_text(case.text)
    assert tuple(line(release, quote) for quote in release.facts.quotes) == case.expected


def test_a_quotation_without_a_speaker_is_reported() -> None:
    text = 'Wall found\n\nGRANADA, 3 June 2019 – A wall was found.\n\n"Here slept three masons and one goat."\n'
    release = reporter.parse_text(text)
    (found,) = (item for item in release.facts.diagnostics if item.code == "quote-without-speaker")
    assert found.span == release.facts.quotes[0].span
    assert found.severity == "warning"


def test_the_cue_is_the_verb_as_printed() -> None:
    text = "News\n\nGRANADA, 3 June 2019 – A wall was found.\n\n“We dug,” whispered Jane Doe. “We dug deep.”\n"
    assert [quote.cue for quote in reporter.parse_text(text).facts.quotes] == ["whispered", "whispered"]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS + MARKS), max_size=60))
def test_any_marks_give_spans_that_hold(words: list[str]) -> None:
    release = reporter.parse_text(" ".join(words))
    last = 0
    for quote in release.facts.quotes:
        assert quote.span.of(release.text) == quote.text == quote.text.strip()
        assert quote.span.start >= last
        assert quote.group >= 1
        last = quote.span.end
        if quote.speaker_span:
            assert 0 <= quote.speaker_span.start < quote.speaker_span.end <= len(release.text)


def test_an_empty_text_has_no_quotations() -> None:
    assert reporter.parse_text("").facts.quotes == ()


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("“A,” b", "open close"),
        ("„A“ b", "open close"),
        ("»A« b", "open close"),
        ("« A » b", "open close"),
        ("”A” b", "open close"),
        ("``A,'' b", "open close"),
        (",,A'' b", "open close"),
        ('said"A', "either"),
        ("6' 2\" tall", ""),
        ("the members' rights", ""),
        ("’Tis the ’90s", ""),
        ("‘A,’ b", "open close"),
        ("'A look-alike' and 'we won,' b", "open close open close"),
    ],
)
def test_marks_by_what_stands_beside_them(text: str, sides: str) -> None:
    found = marks.find(text, Span(0, len(text)), lexicon.load(locales.load("en")).elisions)
    assert " ".join(mark.side for mark in found) == sides


def test_every_reporting_verb_is_of_a_known_class() -> None:
    rows = locales.load("en").rows("reporting_verbs")
    assert {row[0] for row in rows} == {"say", "call", "act", "give"}
    assert all(len(row) >= 6 for row in rows)


def test_many_marks_and_many_quotations_are_read() -> None:
    text = "News\n\nGRANADA, 3 June 2019 – A wall was found.\n\n" + "“We dug,” said Jane Doe. " * 300 + '“ ” " ' * 300
    assert len(reporter.parse_text(text).facts.quotes) == 300
