"""The law of the writers: one note, the same words in every format."""

from __future__ import annotations

import io
import re
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from reporter import locales, notes, styles, writers
from reporter.model.blocks import Block
from reporter.model.briefing import (
    Briefing,
    ChronologyLine,
    Conflict,
    ConflictValue,
    ContactLine,
    CountryLine,
    Entry,
    FigureLine,
    Gap,
    OrganisationLine,
    PersonLine,
    Position,
    QuoteLine,
    Reference,
    RoleLine,
    SummaryLine,
)
from reporter.model.document import Document, Source
from reporter.model.facts import Facts, Release
from reporter.model.spans import Span
from tests import samples
from tests.writers import word_lints, words

W = word_lints.W
WORDS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "<script>alert(1)</script> & {{ 7*7 }} {% x %}",
            "שלום \u202eمرحبا\u202c 123",
            "e\u0301\u0302 👩\u200d🚀 🇪🇺",
            "x" * 5000,
            "",
            " \n\t ",
            "| a | b |",
            "1. [x](y) *z* _w_ `v` ~~u~~ # \\",
            "www.example.org/a_b(c) and a_b@example.org.",
        ]
    ),
)


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    """A briefing of two releases with any words in every place; many places are empty."""
    text = draw(WORDS) + "\nbody " + draw(WORDS)
    blocks = (Block(kind="body", span=Span(0, len(text)), rule="test"),) if draw(st.booleans()) else ()
    release = Release(
        document=Document(text=text, source=Source(path=draw(WORDS), url=draw(WORDS))), blocks=blocks, facts=Facts()
    )
    keys = ("A 2021", draw(WORDS) + "B")
    reference = st.builds(
        Reference,
        release=st.sampled_from(keys),
        span=st.tuples(st.integers(0, 30), st.integers(1, 20)).map(lambda at: Span(at[0], at[0] + at[1])),
    )
    here = draw(st.lists(reference, max_size=3).map(tuple))
    word = st.shared(WORDS, key="word")
    return Briefing(
        title=draw(st.none() | WORDS),
        date=None,
        entries=tuple(Entry(key=key, release=release) for key in keys),
        summary=(SummaryLine(text=draw(WORDS), references=here),),
        figures=(FigureLine(value=draw(st.floats(0, 1e9)), unit=draw(WORDS), references=here, text=draw(WORDS)),),
        chronology=tuple(
            ChronologyLine(start=start, what=draw(WORDS), place=draw(WORDS), references=here)
            for start in ("2021-01-02", "2021", "x")
        ),
        people=(
            PersonLine(
                name=draw(WORDS),
                positions=(Position(title=draw(WORDS), organisation=draw(word), references=here),),
                references=here,
            ),
        ),
        organisations=(
            OrganisationLine(
                name=draw(WORDS), acronym=draw(WORDS), roles=(RoleLine(role="host", references=here),), references=here
            ),
        ),
        countries=(CountryLine(code="TJ", name=draw(WORDS), references=here),),
        quotes=(QuoteLine(parts=(draw(WORDS), draw(WORDS)), speaker=draw(WORDS), references=here),),
        contacts=(
            ContactLine(
                name=draw(WORDS), emails=(draw(WORDS),), urls=(draw(WORDS),), address=draw(WORDS), references=here
            ),
        ),
        conflicts=(Conflict(about=draw(WORDS), values=(ConflictValue(value=draw(WORDS), references=here),)),),
        gaps=(Gap(code="x", message=draw(WORDS), references=here),),
    )


def of_docx(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    for tag, stands_for in (("tab", " "), ("br", " "), ("noBreakHyphen", "-")):
        for element in body.iter(f"{W}{tag}"):
            element.text = stands_for
    lines = ("".join(map(str, line.itertext())) for line in body.iter(f"{W}p"))
    return re.findall(r"\w+", " ".join(lines))


def check(briefing: Briefing) -> None:
    style = styles.load()
    note = notes.render(briefing, style=style, locale=locales.load("en"))

    page = words.of_html(writers.write(note, style, "html").decode())

    assert words.of_markdown(writers.write(note, style, "md").decode()) == page
    assert of_docx(writers.write(note, style, "docx")) == page


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(briefings())
def test_any_words_are_the_same_in_every_format(briefing: Briefing) -> None:
    check(briefing)


def test_so_are_those_of_real_notes_and_of_500_quotes() -> None:
    check(samples.briefing())
    said = tuple(QuoteLine(parts=(f"Word {number}.",), speaker=f"S {number}", references=()) for number in range(500))
    check(Briefing(title="T", date=None, entries=(), quotes=said))
