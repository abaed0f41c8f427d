from __future__ import annotations

import re
import unicodedata

import mdformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reporter import locales, notes, styles
from reporter.model.note import Inline, LineBreak, Paragraph, Quotation, Section, Text
from reporter.writers import html, markdown
from reporter.writers.markdown import escaping
from tests import samples as briefings
from tests.writers import samples, words
from tests.writers.samples import definitions, h, listing, note, p, quote, row, table, tag

# Marks that Markdown, GitHub or HTML read something into, and words to set between them.
HOSTILE = st.lists(
    st.sampled_from(
        [
            *"*_`[]()<>|\\&#+-=!:.@/\"'1aZé “”… ·\u0301😀ا",
            *[
                "**",
                "__",
                "~",
                "~~",
                "<br>",
                "<a>",
                "<!--",
                "&amp;",
                "&#38;",
                "&nbsp",
                "[x]",
                "[ ]",
                "](",
                "![",
                "- ",
                "1. ",
                "# ",
            ],
            *[
                "http://a.b",
                "http://a.b/c_d)",
                "www.a_b.c",
                "x@y.z",
                "mailto:x@y.zz",
                "===",
                "---",
                "```",
                "{{7*7}}",
                "| -- |",
                ". A",
            ],
        ]
    ),
    min_size=1,
    max_size=14,
).map(lambda parts: " ".join("".join(parts).split()))


def written(*blocks: object) -> str:
    return markdown.write(note(Section(children=blocks)), styles.load()).decode()  # type: ignore[arg-type]


def formatted(text: str) -> str:
    return mdformat.text(text, extensions={"gfm"}, options={"compact_tables": True})


def parsed(text: str) -> list[str]:
    """The words of every line of a document as GitHub reads it."""
    found: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        if token.type == "inline":
            parts = (child.content if child.type == "text" else " " for child in token.children or [])
            found.append(" ".join("".join(part for part in parts).split()))
        assert token.type not in ("html_block", "fence", "code_block", "hr")
    return [line for line in found if line]


def squeezed(line: str) -> str:
    return unicodedata.normalize("NFD", line).replace(" ", "")


@settings(max_examples=50)
@given(st.lists(HOSTILE, min_size=6, max_size=6))
def test_hostile_words_stay_words_and_formatting_changes_nothing(hostile: list[str]) -> None:
    lines = [line or "x" for line in hostile]
    strong, link = tag("strong", lines[1]), tag("a", lines[2], href="https://example.org")
    text = written(
        h(2, lines[0]),
        p([lines[0], strong, lines[3], " ", link, lines[4]]),
        listing(p(lines[5]), p(lines[0])),
        definitions(term=lines[1]),
        table([lines[2], "x"], row(lines[3], lines[4], id="q")),
        quote(lines[5], lines[0]),
    )

    expected = [
        lines[0],
        lines[0] + lines[1] + lines[3] + lines[2] + lines[4],
        lines[5],
        lines[0],
        f"term: {lines[1]}",
        lines[2],
        "x",
        lines[3],
        lines[4],
        lines[5],
        lines[0],
    ]
    assert [squeezed(line) for line in parsed(text)] == [squeezed(line) for line in expected]
    # mdformat itself changes what three tildes or two opening angles say: there, words go before form.
    if "~~~" not in "".join(expected) and "<<" not in "".join(expected):
        assert formatted(text) == text


@pytest.mark.parametrize("code", ["de", "en", "fr", "ru"])
@pytest.mark.parametrize("style", ["house", "ministry"])
def test_notes_are_as_mdformat_leaves_them(code: str, style: str) -> None:
    chosen = styles.load(style)
    for briefing in (briefings.briefing(), briefings.many(12)):
        text = markdown.write(notes.render(briefing, style=chosen, locale=locales.load(code)), chosen).decode()

        assert formatted(text) == text
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_every_link_inside_the_note_leads_to_a_heading_or_an_anchor() -> None:
    style = styles.load()
    text = markdown.write(notes.render(briefings.many(12), style=style, locale=locales.load("en")), style).decode()
    slugs = {
        re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in text.split("\n")
        if line[:1] == "#"
    }
    anchors = set(re.findall(r'<a id="([^"]+)"></a>', text))

    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= slugs | anchors


def test_headings_that_come_again_are_counted_as_github_counts() -> None:
    link = tag("a", "there", href="#second")

    assert "[there](#what-now-1)" in written(
        h(2, "What now?"), h(2, ["What ", tag("em", "now"), "?"], id="second"), p([link])
    )


def test_one_sentence_a_line() -> None:
    text = written(p("Lt. Smith went to the U.S. in May. He stayed at No. 5. “Why?” she asked. Nobody said."))

    assert text == "Lt. Smith went to the U.S. in May.\nHe stayed at No. 5.\n“Why?” she asked.\nNobody said.\n"


def test_no_break_spaces_stay_inside_a_line_only() -> None:
    text = written(p("\u00a0«\u00a0One\u00a0». Two.\u00a0 Three.\u00a0"))

    assert text == "«\u00a0One\u00a0».\nTwo.\nThree.\n"
    assert formatted(text) == text


def test_a_reference_stays_with_its_sentence() -> None:
    reference = tag("note", "OSCE ¶1", href="#x")

    assert written(p(["One. Two.", " (", reference, ") ", tag("a", "A. B", href="https://example.org/a"), "."])) == (
        "One.\nTwo. ([OSCE ¶1](#x)) [A. B](https://example.org/a).\n"
    )


def test_a_name_with_position_and_date_is_one_line() -> None:
    assert "> Minister of the Interior. General\n" in written(quote("Yes.", "Minister of the Interior. General"))


def test_a_three_word_change_changes_two_lines() -> None:
    before = written(p("The first came. The second went home. The third stayed."))
    after = written(p("The first came. The second went very far away home. The third stayed."))

    assert len(set(before.split("\n")) ^ set(after.split("\n"))) == 2


def test_lists_that_follow_one_another_stay_two() -> None:
    text = written(listing(p("a")), listing(p("b")), listing(p("c"), ordered=True), listing(p("d"), ordered=True))

    assert text == "- a\n\n* b\n\n1. c\n\n1) d\n"
    assert formatted(text) == text


def test_items_with_more_than_a_line_are_loose() -> None:
    text = written(listing([p("a"), p("b")], [p("c"), listing(p("d"))]))

    assert text == "- a\n\n  b\n\n- c\n\n  - d\n"
    assert formatted(text) == text


def test_cells_hold_lines_only() -> None:
    cell = table(["h"], row("x"))
    broken = p(["one", LineBreak(), "two"])
    inner = type(cell)(
        head=cell.head,
        body=(
            type(cell.body[0])(
                cells=(
                    type(cell.body[0].cells[0])(
                        children=(
                            broken,
                            listing(p("a|b")),
                            definitions(t="d"),
                            Quotation(children=(p("q"),)),
                            Section(children=(h(3, "s"),)),
                            table(["z"], row("y"), caption="c"),
                        )
                    ),
                )
            ),
        ),
        caption=(Text(text="caption"),),
    )
    text = written(inner)

    assert text == ("*caption*\n\n| h |\n| -- |\n| one<br>two<br>a\\|b<br>**t**: d<br>q<br>s<br>c |\n")
    assert formatted(text) == text


def test_breaks_emphasis_and_ids() -> None:
    text = written(
        p(["a", LineBreak(), tag("em", "b"), " ", tag("abbr", "c", title="d"), tag("span", "e", id="here")]),
        Paragraph(children=(Inline(tag="strong", children=(Text(text="“x”"),)), Text(text="y")), id="there"),
        p([tag("em", ["f ", tag("strong", "g")]), tag("a", ["h ", tag("a", "i", href="#j")], href="#k")]),
    )

    assert text == ('a\\\n*b* c<a id="here"></a>e\n\n<a id="there"></a>“x”y\n\n*f g*[h i](#k)\n')
    assert formatted(text) == text


def test_a_heading_that_ends_with_a_hash() -> None:
    assert written(h(2, "C#")) == "## C\\#\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see www.example.org/a.", "see [www.example.org/a](http://www.example.org/a)."),
        ("(https://example.org/a_(b))", "([https://example.org/a\\_(b)](https://example.org/a_%28b%29))"),
        ("mail press@example.org!", "mail [press@example.org](mailto:press@example.org)!"),
        (
            "https://example.org/?a=%zz&amp;b",
            "[https://example.org/?a=%zz\\&amp;b](https://example.org/?a=%25zz%26amp;b)",
        ),
        ("no@address", "no@address"),
    ],
)
def test_addresses_that_github_would_link_are_links(text: str, shown: str) -> None:
    assert written(p(text)) == f"{shown}\n"


def test_long_words_with_many_marks() -> None:
    text = "a_b*c[d](e)~~" * 8_000

    assert len(escaping.words(text)) > len(text)


def test_the_words_are_those_of_the_page() -> None:
    style = styles.load()
    for briefing in (briefings.briefing(), briefings.many(12)):
        made = notes.render(briefing, style=style, locale=locales.load("en"))

        text = markdown.write(made, style).decode()

        assert words.of_markdown(text) == words.of_html(html.body(made))
        assert words.of_html(html.write(made, style).decode()) == words.of_html(html.body(made))


def test_a_note_by_hand() -> None:
    text = markdown.write(samples.harbour(), styles.load()).decode()

    assert formatted(text) == text
