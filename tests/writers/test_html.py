from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter import locales, notes, styles
from reporter.model.blocks import Block
from reporter.model.briefing import Briefing, Entry, QuoteLine, Reference
from reporter.model.document import Document, Source
from reporter.model.facts import Facts, Release
from reporter.model.note import Note
from reporter.model.spans import Span
from reporter.writers import html
from reporter.writers.html import svg
from reporter.writers.html.passages import Passage, nested, stretches
from tests import samples as briefings
from tests.writers import samples
from tests.writers.samples import definitions, h, listing, note, p, quote, row, section, table, tag

ROOT = Path(__file__).resolve().parents[2]


def rendered(briefing: Briefing, code: str = "en", style: str = styles.DEFAULT) -> Note:
    return notes.render(briefing, style=styles.load(style), locale=locales.load(code))


def page(briefing: Briefing, code: str = "en", style: str = styles.DEFAULT) -> str:
    return html.write(rendered(briefing, code, style), styles.load(style)).decode()


def of_text(text: str, *spans: tuple[int, int], key: str = "K 2021") -> Briefing:
    """A briefing of one release, with a quotation from each of the places."""
    blocks = tuple(
        Block(kind="body", span=Span(found.start(), found.end()), rule="test") for found in re.finditer(r"[^\n]+", text)
    )
    release = Release(document=Document(text=text, source=Source(path="a.txt")), blocks=blocks, facts=Facts())
    return Briefing(
        title="T",
        date=None,
        entries=(Entry(key=key, release=release),),
        quotes=tuple(
            QuoteLine(
                parts=(text[start:end],),
                speaker=f"S{start}",
                references=(Reference(release=key, span=Span(start, end)),),
            )
            for start, end in spans
        ),
    )


class Outline(HTMLParser):
    """Ids, links and marked words of a page; sees that tags are nested."""

    VOID = frozenset({"br", "meta", "line", "rect"})

    def __init__(self, content: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marked: dict[str, str] = {}
        self._open: list[tuple[str, str | None]] = []
        self.feed(content)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if name := given.get("id"):
            self.ids.append(name)
        if href := given.get("href"):
            self.links.append(href)
        if tag not in self.VOID:
            self._open.append((tag, given.get("id")))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(kind == "sup" for kind, _ in self._open):
            return
        for kind, name in self._open:
            if kind == "mark" and name:
                self.marked[name] = self.marked.get(name, "") + data


@pytest.mark.parametrize("code", ["de", "en", "fr", "ru"])
def test_every_link_of_the_page_leads_somewhere(code: str) -> None:
    for briefing in (briefings.briefing(), briefings.many(12)):
        outline = Outline(page(briefing, code))

        assert len(outline.ids) == len(set(outline.ids))
        assert {link[1:] for link in outline.links if link.startswith("#")} <= set(outline.ids)


def test_every_reference_leads_to_its_words_and_these_lead_back() -> None:
    briefing = briefings.briefing()
    outline = Outline(page(briefing))
    texts = {
        f"{at}-{entry.key.lower().replace(' ', '-')}": entry.release.text
        for at, entry in enumerate(briefing.entries, 1)
    }

    uses = [name for name in outline.ids if name.startswith("use-")]
    assert len(uses) > 20
    assert set(uses) == {link[1:] for link in outline.links if link.startswith("#use-")}
    assert outline.marked
    for name, words in outline.marked.items():
        release, start, end = re.fullmatch(r"words-(.+)-(\d+)-(\d+)", name).groups()  # type: ignore[union-attr]
        assert words == texts[release][int(start) : int(end)]


def test_the_page_asks_for_nothing() -> None:
    content = page(briefings.briefing())

    assert "default-src 'none'" in content
    assert "<script" not in content
    assert "url(" not in content
    assert not re.search(r"<(?:link|img|iframe|object|source)\b", content)


def test_the_page_says_who_and_what_in_which_language() -> None:
    made = notes.render(
        briefings.briefing(), style=styles.load(), locale=locales.load("de"), lines={"from": 'A "B" <C>'}
    )
    content = html.write(made, styles.load()).decode()

    assert '<html lang="de">' in content
    assert '<meta name="author" content="A &quot;B&quot; &lt;C&gt;">' in content
    assert "<title>Sachstandsvermerk: OSCE Office in Tajikistan, Juli 2013 – August 2015</title>" in content
    assert '<div lang="en">' in content
    assert content.count("<main") == content.count("<h1") == 1


def test_colours_and_stylesheets_are_those_of_the_style(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "style.toml").write_text('title = "M"\nbase = "house"\n[palette]\nink = "#010203"\n', encoding="utf-8")
    (folder / "screen.css").write_text("main { color: red } </style><script>", encoding="utf-8")
    style = styles.load("mine", folders=(tmp_path,))

    content = html.write(rendered(briefings.briefing()), style).decode()

    assert "--ink: #010203;" in content
    assert "main { color: red }" in content
    assert "</style><script>" not in content


def test_hostile_text_is_text_in_note_and_release() -> None:
    text = '<script>alert(1)</script> "&amp;" \u202e\x00\x1b end\nnext <b>'
    content = page(of_text(text, (0, 33)))

    assert "<script" not in content
    assert content.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 2
    assert "\u202e" not in content
    assert "\x00" not in content
    Outline(content)


def test_releases_without_blocks_and_keys_in_any_script() -> None:
    briefing = of_text("Слово за слово.", (0, 5), key="МИД 2021")
    bare = replace(briefing.entries[0].release, blocks=())
    outline = Outline(page(replace(briefing, entries=(Entry(key="МИД 2021", release=bare),))))

    assert list(outline.marked.values()) == ["Слово"]


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12),
    st.sampled_from(["abc def\nghi jkl\n\nmno", "x" * 61, "a\n" * 30]),
)
def test_passages_that_cross_keep_every_word(places: list[tuple[int, int]], text: str) -> None:
    spans = [(start, min(start + length, len(text))) for start, length in places if start < len(text)]
    outline = Outline(page(of_text(text, *spans)))

    wanted = {span for span in spans if text[span[0] : span[1]].strip()}
    assert len([name for name in outline.ids if name.startswith("words-")]) >= len(
        {text[a:b] for a, b in wanted if "\n" not in text[a:b]}
    )
    assert {link[1:] for link in outline.links if link.startswith("#words")} <= set(outline.ids) or any(
        not text[a:b].split("\n", maxsplit=1)[0].strip() for a, b in spans
    )


def test_passages_lie_in_the_smallest_that_holds_them() -> None:
    outer, inner, crossing = Span(0, 10), Span(2, 5), Span(4, 12)

    (first, rest) = nested([inner, crossing, outer], Span(0, 20))

    assert first.span == outer
    assert [piece.span for piece in first.inside] == [inner, Span(5, 10)]
    assert first.inside[0].inside == [Passage(Span(4, 5), crossing)]
    assert (rest.span, rest.of, rest.opens, rest.closes) == (Span(10, 12), crossing, False, True)


def test_what_stands_between_blocks_is_shown_too() -> None:
    assert list(stretches([Span(2, 4), Span(3, 6)], 8)) == [Span(0, 2), Span(2, 4), Span(4, 6), Span(6, 8)]


def test_a_body_by_hand_has_the_tags_of_the_vocabulary() -> None:
    made = note(
        section(
            h(2, "A & B", id="a"),
            p(
                [
                    tag("time", "today", datetime="2021-01-02"),
                    tag("time", "once"),
                    tag("note", "¶1", href="#a"),
                    tag("note", "¶2"),
                ]
            ),
            p([tag("a", "no link"), tag("abbr", "x", title="y", lang="fr")], cls="more"),
            listing([p("one"), p("two")], ordered=True),
            definitions(cls="head", term="words"),
            table(["h"], row("x", id="r"), caption="c"),
            quote("q", "s", lang="fr"),
            section(p("deep")),
        )
    )

    assert html.body(made) == (
        '<section aria-labelledby="a">\n<h2 id="a">A &amp; B</h2>\n'
        '<p><time datetime="2021-01-02">today</time><span>once</span><a class="note" href="#a">¶1</a>'
        '<span class="note">¶2</span></p>\n'
        '<p class="more"><span>no link</span><abbr lang="fr" title="y">x</abbr></p>\n'
        "<ol>\n<li><p>one</p>\n<p>two</p></li>\n</ol>\n"
        '<dl class="head">\n<dt>term</dt>\n<dd>words</dd>\n</dl>\n'
        '<table>\n<caption>c</caption>\n<thead>\n<tr><th scope="col">h</th></tr>\n</thead>\n'
        '<tbody>\n<tr id="r"><td>x</td></tr>\n</tbody>\n</table>\n'
        '<blockquote lang="fr">\n<p>q</p>\n<p class="name"><cite>s</cite></p>\n</blockquote>\n'
        "<section>\n<p>deep</p>\n</section>\n</section>"
    )


def test_a_drawing_is_svg_with_its_alternative_text() -> None:
    picture = svg.serialise(samples.TIMELINE, "A <line>", {"accent": "#010203"}, "Serif, 'X'")

    assert picture.startswith('<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 440 60"')
    assert "<title>A &lt;line&gt;</title>" in picture
    assert 'class="fill-accent" x="36" y="26" width="8" height="8" rx="4" fill="#010203"' in picture
    assert 'class="fill-paper stroke-accent" x="236.6"' in picture
    assert "stroke-dasharray" in picture
    assert 'font-weight="600">2 March 2021</text>' in picture


def test_the_same_bytes_each_time() -> None:
    assert page(briefings.many(12)) == page(briefings.many(12))


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed: the page is not driven in a browser")
@pytest.mark.parametrize("style", styles.names())
def test_a_browser_finds_no_fault_and_every_way_leads_there(style: str, tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    modules = Path(os.environ.get("REPORTER_NODE_MODULES", ROOT))
    if not browser or not (modules / "node_modules" / "axe-core").is_dir():
        pytest.skip(
            "chromium, axe-core or playwright-core is not installed (apt-get install chromium; script/validators)"
        )
    target = tmp_path / "note.html"
    target.write_text(page(briefings.briefing(), style=style), encoding="utf-8")

    done = subprocess.run(
        ["node", ROOT / "tests" / "writers" / "page.mjs", target, browser],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        cwd=modules,
    )
    found = json.loads(done.stdout)

    assert found["findings"] == []
    assert found["missed"] == []
    assert found["jumps"] > 20
    assert found["back"] >= found["jumps"]
    assert found["focus"] == ["skip"]
    assert {url.partition(":")[0] for url in found["requests"]} == {"file"}
