from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reporter
from reporter import layout, locales, mentions
from reporter.model.blocks import Block
from reporter.model.document import Document, Mark, MarkKind, Source
from reporter.model.spans import Span
from tests.cases import Case, load


def blocks(text: str, *marks: Mark) -> tuple[Block, ...]:
    document = Document(text=text, source=Source(path="<test>"), marks=marks)
    locale = locales.load("en")
    return layout.segment(document, mentions.find(document, locale), locale)


def kinds(text: str, *marks: Mark) -> list[str]:
    return [f"{block.kind}: {block.span.of(text)}" for block in blocks(text, *marks)]


def mark(text: str, words: str, kind: MarkKind) -> Mark:
    start = text.index(words)
    return Mark(kind=kind, span=Span(start, start + len(words)))


PASSAGES = load("passages")


@pytest.mark.parametrize("case", [*load("layout"), *PASSAGES[1:]], ids=str)
def test_case(case: Case) -> None:
    found = reporter.parse_text(case.text)
    assert [f"{block.kind}: {' '.join(block.span.of(found.text).split()[:4])}" for block in found.blocks] == list(
        case.expected
    )


@pytest.mark.parametrize("line", PASSAGES[0].text.split("\n"))
def test_news_is_news(line: str) -> None:
    title = "Ferry line across the lake reopens after three years"
    before = "The ferry between Port Ellery and Stone Quay sails again. The first boat carried forty passengers."
    after = "The council will meet again on Monday to speak about the fares of the second boat and about its crew."
    amid = f"{title}\n\n{before}\n\n{line}\n\n{after}"
    assert [block.kind for block in blocks(amid)] == ["title", "body", "body", "body"]
    first = f"{title}\n\n{line} It was the first time since the storms of 2013 that such a thing happened.\n\n{after}"
    assert [block.kind for block in blocks(first)] == ["title", "body", "body"]


PIECES = st.sampled_from(
    [
        "Press release",
        "MINISTRY OF TRADE",
        "Contacts:",
        "###",
        "• one item of a list",
        "About Acme Inc.",
        "Tel: +41 22 555 01 02",
        "Notes to editors",
        "GENEVA, 5 May 2015 – Ministers met in Geneva today to sign the new agreement on lakes.",
        "“We are glad,” said Jane Doe, who leads the office and has done so for many years.",
        "Source",
        "5 May 2015",
        "(OSCE/Jane Doe)",
        "Related news",
        "\n",
        "   two   wide   gaps   ",
        "Minister for Trade  The Hon. Jane Doe  5 May 2015",
    ]
)


@given(st.lists(PIECES | st.text(max_size=60), max_size=25))
@settings(max_examples=150)
def test_blocks_follow_one_another_and_hold_their_sentences(pieces: list[str]) -> None:
    text = reporter.parse_text("\n".join(pieces)).text
    end = 0
    for block in blocks(text):
        assert end <= block.span.start < block.span.end <= len(text)
        end = block.span.end
        inside = block.span.start
        for sentence in block.sentences:
            assert inside <= sentence.start < sentence.end <= block.span.end
            inside = sentence.end


@given(st.lists(PIECES, max_size=12))
@settings(max_examples=60)
def test_every_printed_word_stands_in_a_block(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    covered = {place for block in blocks(text) for place in range(*block.span)}
    assert all(place in covered for place, character in enumerate(text) if character.isalnum())


@pytest.mark.parametrize("text", ["", " \n\n ", "\t", "###", "@", ".", "\u200f\u202bمرحبا", "a" * 5000, "- " * 3000])
def test_odd_texts_have_blocks_or_none(text: str) -> None:
    assert isinstance(blocks(text), tuple)


def test_long_texts_are_read() -> None:
    paragraph = "The ferry sails again. Forty people came aboard – with a dog, said Tom Ashby (42).\n\n"
    assert len(blocks("Ferry sails\n\n" + paragraph * 3000)) == 3001


def test_marks_of_the_format_decide_first() -> None:
    text = """Note on an attachment that came with this mail.
A headline that ends with a full stop.
Below the headline
The ferry sails again.
A heading. With two sentences
Tom Ashby waves from the quay at noon
We never stopped believing
Ask the harbour
An item"""
    found = kinds(
        text,
        mark(text, "A headline that ends with a full stop.", "title"),
        mark(text, "Below the headline", "subtitle"),
        mark(text, "The ferry sails again.", "paragraph"),
        mark(text, "A heading. With two sentences", "heading"),
        mark(text, "Tom Ashby waves from the quay at noon", "caption"),
        mark(text, "We never stopped believing", "quote"),
        mark(text, "Ask the harbour", "contact"),
        mark(text, "An item", "list"),
    )
    assert found[1:3] == ["title: A headline that ends with a full stop.", "subtitle: Below the headline"]
    assert [line.partition(":")[0] for line in found[4:]] == ["heading", "caption", "quote", "contact"]


def test_the_news_does_not_begin_above_a_marked_title() -> None:
    prose = "Dear colleagues, please find our release on the ferry line attached to this message of today."
    text = f"{prose}\n\nFerry line reopens\n\nThe ferry between Port Ellery and Stone Quay sails again from today on."
    assert [line.partition(":")[0] for line in kinds(text, mark(text, "Ferry line reopens", "title"))] == [
        "furniture",
        "title",
        "body",
    ]


def test_lines_of_one_marked_title_are_one() -> None:
    text = "Ferry line\nReopens Today\n\nThe ferry between Port Ellery and Stone Quay sails again from today on."
    assert kinds(text, mark(text, "Ferry line\nReopens Today", "title"))[0] == "title: Ferry line\nReopens Today"
