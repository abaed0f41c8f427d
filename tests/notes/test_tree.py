from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import TemplateError
from reporter.language.characters import folded
from reporter.model.briefing import Reference
from reporter.model.note import Inline, LineBreak, ListBlock, Paragraph, Section, Table, Text
from reporter.model.spans import Span
from reporter.notes.tree import sections


def read(markup: str) -> tuple[Section, ...]:
    return sections(markup, "section template test.html.j2")


def line(markup: str) -> tuple[object, ...]:
    (section,) = read(f"<section><p>{markup}</p></section>")
    (paragraph,) = section.children
    assert isinstance(paragraph, Paragraph)
    return paragraph.children


@pytest.mark.parametrize(
    ("markup", "named"),
    [
        ("<section><div>x</div></section>", "<div>"),
        ("<section><script>alert(1)</script></section>", "<script>"),
        ("<section><style>p{}</style></section>", "<style>"),
        ('<section><img src="asset:timeline" alt="x"></section>', "<img>"),
        ('<section><p onclick="x">y</p></section>', "onclick"),
        ('<section><p style="x">y</p></section>', "style"),
        ('<section><p class="shouting">y</p></section>', "shouting"),
        ('<section><p lang="a b">y</p></section>', "'a b'"),
        ('<section><p><a href="javascript:alert(1)">y</a></p></section>', "javascript"),
        ('<section><p><a href="file:///etc/passwd">y</a></p></section>', "file:"),
        ('<section><p><note href="data:x">y</note></p></section>', "data:x"),
        ("<section><p>x</section>", "<p>"),
        ("<section><p>x</p>", "<section>"),
        ("</p>", "</p>"),
        ("<!DOCTYPE html><section></section>", "DOCTYPE"),
        ("<section><?php x ?></section>", "<?"),
        ("<section><![CDATA[x]]></section>", "CDATA"),
        ("<p>x</p>", "<p>"),
        ("loose words", "loose words"),
        ("<section>loose words</section>", "loose words"),
        ("<section><strong>x</strong></section>", "<strong>"),
        ("<section><li>x</li></section>", "<li>"),
        ("<section><p><p>x</p></p></section>", "<p>"),
        ("<section><ul>x</ul></section>", "'x'"),
        ("<section><ul><p>x</p></ul></section>", "<p>"),
        ("<section><dl><dd>x</dd></dl></section>", "<dd>"),
        ("<section><table><tbody><tr><td>x</td></tr></tbody></table></section>", "<table>"),
        (
            (
                '<section><table><thead><tr><th scope="col">a</th></tr></thead>'
                "<tbody><tr><td>x</td><td>y</td></tr></tbody></table></section>"
            ),
            "<table>",
        ),
        ("<section><table><thead><tr><th>a</th></tr></thead></table></section>", "scope"),
        (
            '<section><table><thead><tr><th scope="col" colspan="0">a</th></tr></thead></table></section>',
            "colspan",
        ),
        ("<section><figure></figure></section>", "<figure>"),
        ('<section><figure><img src="asset:x" alt=""></figure></section>', "alt"),
        ('<section><figure><img src="https://example.org/x.png" alt="x"></figure></section>', "src"),
    ],
)
def test_what_is_not_in_the_vocabulary_is_refused_by_name(markup: str, named: str) -> None:
    with pytest.raises(TemplateError, match=re.escape(named)) as found:
        read(markup)

    assert "test.html.j2" in found.value.where


def test_white_space_is_folded_across_inlines() -> None:
    assert line("  a\n <em> b </em> c<br> d  ") == (
        Text(text="a "),
        Inline(tag="em", children=(Text(text="b "),)),
        Text(text="c"),
        LineBreak(),
        Text(text="d"),
    )


def test_no_break_spaces_stay() -> None:
    assert line("«\u00a0mot\u00a0»") == (Text(text="«\u00a0mot\u00a0»"),)


def test_a_note_carries_its_evidence() -> None:
    (note,) = line('<note href="#a" title="place" release="OSCE 2015" spans="1-5 7-9">¶1</note>')

    assert isinstance(note, Inline)
    assert note.evidence == (
        Reference(release="OSCE 2015", span=Span(1, 5)),
        Reference(release="OSCE 2015", span=Span(7, 9)),
    )


def test_what_is_empty_is_left_out() -> None:
    empty = "<p> </p><h2></h2><ul><li></li></ul><blockquote></blockquote><section></section><p><em></em><br></p>"
    table = '<table><thead><tr><th scope="col">a</th></tr></thead><tbody></tbody></table>'

    assert read(f"<section>{empty}{table}<dl></dl></section><section><p>x</p></section>") == (
        Section(children=(Paragraph(children=(Text(text="x"),)),)),
    )


def test_an_empty_attribute_is_none() -> None:
    (section,) = read('<section lang="" id=""><p class="">x</p></section>')

    assert section == Section(children=(Paragraph(children=(Text(text="x"),)),))


def test_loose_words_in_items_and_cells_are_paragraphs() -> None:
    (section,) = read(
        "<section><ul><li>a <p>b</p> c</li></ul>"
        '<table><caption>t</caption><thead><tr><th scope="col" colspan="2">h</th></tr></thead>'
        '<tbody><tr id="r"><th scope="row">x</th><td>y</td></tr></tbody></table></section>'
    )
    items, table = section.children

    assert isinstance(items, ListBlock)
    assert len(items.items[0].children) == 3
    assert isinstance(table, Table)
    assert table.head[0].cells[0].colspan == 2
    assert table.body[0].id == "r"


@given(st.text(max_size=60))
def test_any_words_come_through_as_words(text: str) -> None:
    (section,) = read(f"<section><p>.{escape(text)}.</p></section>")
    (paragraph,) = section.children

    assert isinstance(paragraph, Paragraph)
    (words,) = paragraph.children
    assert isinstance(words, Text)
    assert folded(words.text) == folded(f".{text}.")
