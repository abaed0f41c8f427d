from __future__ import annotations

import functools
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree
from pypdf import PdfReader

from reporter import styles
from reporter.errors import TemplateError
from reporter.model import walking
from reporter.model.note import Cell, DefinitionList, Figure, ListBlock, ListItem, Row, Table
from reporter.styles import columns, reference
from reporter.writers import docx
from reporter.writers.docx.anchors import bookmark
from tests.writers import samples, word_lints
from tests.writers.samples import h, listing, note, p, quote, row, section, table, tag

W = word_lints.W
STYLES = ("house", "ministry")
HOSTILE = [
    "<script>alert(1)</script> & {{ 7*7 }} ]]> %s",
    "nul \x00 vtab \x0b esc \x1b half \ud800 none \ufffe end",
    "x" * 5000,
    "\u202eoverride\u202c \u0645\u0631\u062d\u0628\u0627 123 \u05e9\u05dc\u05d5\u05dd",
    "\U0001f1ea\U0001f1fa\U0001f469\u200d\U0001f680 e\u0301\u0302\u0303",
    "",
    " ",
]


@functools.cache
def harbour(style: str) -> bytes:
    return docx.write(samples.harbour(classification="Restricted"), styles.load(style))


def opened(content: bytes) -> python_docx.document.Document:
    return python_docx.Document(io.BytesIO(content))


def part(content: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def words_of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def written(*blocks: object, style: str = "house", **more: object) -> bytes:
    return docx.write(note(section(*blocks), **more), styles.load(style))  # type: ignore[arg-type]


def shown(content: bytes) -> list[tuple[str, str]]:
    return [(line.style.name, line.text) for line in opened(content).paragraphs if line.style and line.text]


@pytest.mark.parametrize("style", STYLES)
def test_the_package_has_no_fault_that_we_look_for(style: str) -> None:
    assert word_lints.findings(harbour(style)) == []


@pytest.mark.parametrize("style", STYLES)
def test_the_open_xml_sdk_finds_no_error(style: str, tmp_path: Path, validate: Callable[[Path], list[str]]) -> None:
    (tmp_path / "note.docx").write_bytes(harbour(style))

    assert validate(tmp_path / "note.docx") == []


def test_headings_lists_and_quotes_are_what_word_calls_them() -> None:
    lines = shown(harbour("house"))

    assert lines[1] == ("Title", "Briefing note: harbour safety")
    assert ("Heading 1", "Summary") in lines
    assert ("Heading 2", "Organisers") in lines
    assert ("List Bullet", "Port Authority") in lines
    assert ("List Continue", "since 1998") in lines
    assert ("List Bullet 3", "deep") in lines
    assert ("List Number", "first") in lines
    assert ("Quote", "“We open today,” she said.") in lines
    assert ("Quote Source", "Jane Roe, harbour master, PORT\N{NO-BREAK SPACE}2021-03-02\N{NO-BREAK SPACE}¶2") in lines
    assert ("Caption", "Timeline") in lines
    assert ("Head Line", "To\tThe Minister") in lines
    assert ("Definition", "Office\t+44\N{NO-BREAK SPACE}20\N{NO-BREAK SPACE}7946\N{NO-BREAK SPACE}0000") in lines
    assert ("Remark", "What was left out.") in lines


def test_a_ministry_counts_its_paragraphs_but_not_the_head() -> None:
    content = docx.write(
        note(section(h(1, "Title"), p("Plain"), cls="head"), section(h(2, "Summary"), p("One"))),
        styles.load("ministry"),
    )

    assert ("Body Text", "Plain") in shown(content)
    assert ("Numbered Paragraph", "One") in shown(content)


def test_every_ordered_list_counts_from_one() -> None:
    numbers = [found.get(f"{W}val") for found in part(harbour("house")).iter(f"{W}numId")]

    assert len(numbers) == 5
    assert len(set(numbers)) == 3


@pytest.mark.parametrize(
    "lost", [rb'<w:pStyle w:val="ListNumber\d?"/>', rb'<Relationship [^>]*Target="numbering.xml"/>']
)
def test_a_list_is_left_to_its_style_where_the_reference_numbers_nothing(tmp_path: Path, lost: bytes) -> None:
    style = _changed(tmp_path, lambda _, content: re.sub(lost, b"", content))

    content = docx.write(note(section(listing(p("one"), ordered=True))), style)

    assert ("List Number", "one") in shown(content)


def test_a_table_repeats_its_head_and_splits_no_row() -> None:
    first, *_ = part(harbour("house")).iter(f"{W}tbl")
    rows = list(first.iter(f"{W}tr"))

    assert [len(list(row.iter(f"{W}tblHeader"))) for row in rows] == [1, 0, 0]
    assert all(len(list(row.iter(f"{W}cantSplit"))) == 1 for row in rows)
    assert next(first.iter(f"{W}tblCaption")).get(f"{W}val") == "All dated events"


def test_columns_are_as_wide_as_their_words_ask_and_fill_the_line() -> None:
    text = "The quick brown fox jumps over the lazy dog near the river bank "
    events = table(["Date", "What"], *(row(f"{day} March 2021", text * 3) for day in range(1, 9)))
    even = table(["A", "B"], row("one", "two"))
    long = table(["A", "B"], row("x" * 5000, "y" * 5000))

    assert columns.widths(events, 9000, character=102, padding=190) == [1414, 7586]
    assert columns.widths(even, 9000, character=102, padding=190) == [4500, 4500]
    assert columns.widths(long, 3000, character=102, padding=190) == [1500, 1500]
    for count in (1, 2, 3, 7, 40):
        odd = Table(head=(), body=(row(*("w" * (number % 5) for number in range(count))),))
        assert sum(columns.widths(odd, 9001, character=102, padding=190)) == 9001


def test_cells_that_span_columns_and_rows_that_are_too_short() -> None:
    wide = Row(cells=(Cell(children=(p("all"),), colspan=3),))
    short = Row(cells=(Cell(children=(p("one"),), scope="row"),))
    content = written(Table(head=(), body=(wide, short, row("a", "b", "c"))))

    grid = part(content)
    assert len(list(grid.iter(f"{W}gridCol"))) == 3
    assert [span.get(f"{W}val") for span in grid.iter(f"{W}gridSpan")] == ["3", "2"]
    assert next(grid.iter(f"{W}tblLook")).get(f"{W}firstColumn") == "1"
    assert word_lints.findings(content) == []


def test_what_is_empty_does_no_harm() -> None:
    content = written(
        Table(head=(), body=()),
        Table(head=(), body=(Row(cells=()),)),
        ListBlock(ordered=False, items=()),
        ListBlock(ordered=True, items=(ListItem(children=()),)),
        DefinitionList(entries=()),
        Table(head=(), body=(Row(cells=(Cell(children=()), Cell(children=(table(["in"], row("side")),)))),)),
        section(),
        p(""),
    )

    assert word_lints.findings(content) == []
    assert docx.write(note(), styles.load())


def test_links_lead_to_places_that_there_are() -> None:
    content = written(
        h(2, "Head", id="with spaces & signs"),
        p([tag("a", "there", href="#with spaces & signs"), tag("a", "nowhere", href="#gone")]),
        p([tag("a", "mail", href="mailto:a@example.org"), tag("a", "script", href="javascript:alert(1)")]),
        p([tag("a", "file", href="file:///etc/passwd"), tag("a", "", href="https://example.org/")]),
        p([tag("span", "here", id="inline"), tag("a", "up", href="#inline", title="t" * 300)]),
    )

    links = [link.get(f"{W}anchor") for link in part(content).iter(f"{W}hyperlink")]
    relations = part(content, "word/_rels/document.xml.rels")
    outside = [row.get("Target") for row in relations if row.get("TargetMode") == "External"]
    assert links == [bookmark("with spaces & signs"), None, "inline"]
    assert outside == ["mailto:a@example.org", "https://example.org/"][: len(outside)]
    assert "javascript" not in etree.tostring(relations).decode()
    assert word_lints.findings(content) == []


def test_bookmarks_have_names_that_word_takes_and_no_two_the_same() -> None:
    ids = ["plain", "OSCE-2015-08-19", "OSCE 2015-08-19", "é", "1", "x" * 50, "x" * 51]

    names = [bookmark(id_) for id_ in ids]

    assert len(set(names)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)


def test_the_words_of_another_language_say_so() -> None:
    runs = {
        words_of(run): run.find(f"{W}rPr/{W}lang")
        for run in part(harbour("house")).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}lang") is not None
    }

    russian = runs["«Мы открываем порт»"]
    assert russian is not None
    assert russian.get(f"{W}val") == "ru"
    styles_part = part(harbour("house"), "word/styles.xml")
    assert next(styles_part.iter(f"{W}lang")).get(f"{W}val") == "en"


def test_lines_that_run_from_right_to_left_do_so() -> None:
    content = written(p("שלום 12 world"), p("world שלום"), p("12 …"))

    right, left, none = list(part(content).iter(f"{W}p"))[:3]
    assert right.find(f"{W}pPr/{W}bidi") is not None
    assert left.find(f"{W}pPr/{W}bidi") is None
    assert none.find(f"{W}pPr/{W}bidi") is None
    assert [len(list(run.iter(f"{W}rtl"))) for run in left.iter(f"{W}r")] == [0, 1]


def test_pictures_have_alternative_texts_and_stay_within_the_line() -> None:
    wide = replace(samples.TIMELINE, width=4000)
    content = written(
        Figure(asset="wide", alt="An alternative \x00 text"),
        Figure(asset="wide", alt=""),
        Figure(asset="missing", alt="gone"),
        drawings={"wide": wide},
    )

    pictures = opened(content).inline_shapes
    described = [shape._inline.docPr.get("descr") for shape in pictures]
    assert described == ["An alternative \ufffd text", ""]
    assert pictures[0].width == 9298 * 635
    assert "decorative" in etree.tostring(part(content)).decode()


def test_the_contents_appear_from_as_many_headings_as_the_style_says() -> None:
    def content(headings: int) -> bytes:
        sections = [section(h(2, f"Part {number}"), h(3, "Detail")) for number in range(headings // 2)]
        return docx.write(note(section(h(1, "Title")), *sections), styles.load())

    assert "Contents" not in [text for _, text in shown(content(10))]
    lines = shown(content(12))
    assert lines[:4] == [("Title", "Title"), ("TOC Heading", "Contents"), ("toc 1", "Part 0"), ("toc 1", "Part 1")]
    links = [link.get(f"{W}anchor") for link in part(content(12)).iter(f"{W}hyperlink")]
    assert len(links) == 6
    assert word_lints.findings(content(12)) == []
    assert docx.write(replace(note(*[section(h(2, "x"))] * 12), labels=None), styles.load())


def test_the_foot_counts_pages_in_the_words_of_the_language() -> None:
    foot = part(harbour("house"), "word/footer.xml")
    plain = part(docx.write(replace(samples.harbour(), labels=None), styles.load()), "word/footer.xml")

    assert words_of(foot) == "Briefing note: harbour safetyPage  PAGE 1 of  NUMPAGES 1"
    assert words_of(plain).endswith(" PAGE 1 /  NUMPAGES 1")
    assert not list(foot.iter(f"{W}sdt"))


def test_the_classification_stands_above_and_below_every_page() -> None:
    assert ("Classification", "Restricted") not in shown(harbour("ministry"))
    assert ("Classification", "Restricted") in shown(harbour("house"))
    for name in ("header", "header-first", "footer", "footer-first"):
        assert "Restricted" in words_of(part(harbour("ministry"), f"word/{name}.xml"))
        unclassified = docx.write(samples.harbour(), styles.load("ministry"))
        assert "estricted" not in words_of(part(unclassified, f"word/{name}.xml"))


def test_placeholders_may_hold_whole_paragraphs_and_be_unknown(tmp_path: Path) -> None:
    holders = (
        b"<w:sdt><w:sdtPr><w:tag w:val='title'/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:jc w:val='right'/></w:pPr>"
        b"<w:r><w:rPr><w:b/></w:rPr><w:t>[title]</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        b"<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    )
    style = _changed(
        tmp_path,
        lambda name, content: (
            content.replace(b"</w:hdr>", holders + b"</w:hdr>") if name == "word/header.xml" else content
        ),
    )

    header = part(docx.write(samples.harbour(), style), "word/header.xml")

    assert words_of(header[-2]) == "Briefing note: harbour safety"
    assert header[-2].find(f"{W}pPr/{W}jc") is not None
    assert header[-2].find(f"{W}r/{W}rPr/{W}b") is not None
    assert header[-1].tag == f"{W}sdt"


def test_core_properties_are_the_notes_own() -> None:
    properties = opened(harbour("house")).core_properties

    assert properties.title == "Briefing note: harbour safety"
    assert properties.author == properties.last_modified_by == "Press office"
    assert properties.keywords == "harbour, safety"
    assert properties.category == "Restricted"
    assert properties.language == "en"
    assert properties.created is not None
    assert properties.created.isoformat()[:10] == "2021-03-04"
    undated = opened(docx.write(note(author=None, date=None), styles.load())).core_properties
    assert undated.author == "reporter"
    assert undated.created is None


def test_references_are_footnotes_where_the_style_wants_them_there() -> None:
    content = harbour("ministry")
    notes = {row.get(f"{W}id"): words_of(row) for row in part(content, "word/footnotes.xml")}

    marks = [mark.get(f"{W}id") for mark in part(content).iter(f"{W}footnoteReference")]
    line = next(line for line in part(content).iter(f"{W}p") if words_of(line).startswith("The harbour reopened"))

    assert marks == ["1"]
    assert notes["1"].replace("\N{NO-BREAK SPACE}", " ") == " PORT 20210302 ¶2; ¶4"
    assert words_of(line).endswith("weeks.")
    assert not list(part(harbour("house")).iter(f"{W}footnoteReference"))


@pytest.mark.parametrize("words", [["(seen)"], ["seen"], [tag("note", "seen", href="#x")], []])
def test_footnotes_of_odd_references(words: list[str]) -> None:
    content = docx.write(note(section(p(["a ", tag("span", words, cls="references")]))), styles.load("ministry"))

    assert words_of(part(content, "word/footnotes.xml")).strip() == ("seen" if words else "")
    assert word_lints.findings(content) == []


def test_footnotes_are_made_where_the_reference_has_none(tmp_path: Path, validate: Callable[[Path], list[str]]) -> None:
    def without(name: str, content: bytes) -> bytes:
        if name == "word/footnotes.xml":
            return b""
        return re.sub(
            rb'<(Relationship|Override) [^>]*footnotes.xml"[^>]*/>|<w:footnotePr>.*</w:footnotePr>', b"", content
        )

    style = _changed(tmp_path, without, '[options]\nreferences = "footnotes"\n')
    (tmp_path / "note.docx").write_bytes(docx.write(samples.harbour(), style))

    assert validate(tmp_path / "note.docx") == []
    assert "PORT" in words_of(part((tmp_path / "note.docx").read_bytes(), "word/footnotes.xml"))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_out_as_words(words: str) -> None:
    content = written(
        h(1, words), p(words), listing(p(words)), quote(words, words), table([words], row(words), caption=words),
        Figure(asset="timeline", alt=words, caption=()), title=words, subject=words, labels={"writer.page": words},
    )  # fmt: skip

    texts = {text for _, text in shown(content)}
    expected = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", words)
    assert expected in texts or not expected
    assert word_lints.findings(content) == []


def test_500_quotes() -> None:
    content = written(*(quote(f"“Number {number}.”", f"Speaker {number}") for number in range(500)))

    assert len([1 for name, _ in shown(content) if name == "Quote"]) == 500


def test_a_missing_style_is_named(tmp_path: Path) -> None:
    style = _changed(tmp_path, lambda _, content: content.replace(b'w:val="Quote Source"', b'w:val="Sources"'))

    with pytest.raises(TemplateError, match=r"reference\.docx: lacks the styles 'Quote Source' \(paragraph\)"):
        docx.write(samples.harbour(), style)


@pytest.mark.parametrize("content", [b"", b"PK no zip"])
def test_a_reference_that_is_no_word_file_is_an_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "reference.docx").write_bytes(content)

    with pytest.raises(TemplateError, match="is no Word file"):
        reference.ids(tmp_path / "reference.docx")


def test_a_reference_without_page_or_language_will_do(tmp_path: Path) -> None:
    def bare(name: str, content: bytes) -> bytes:
        if name == "word/document.xml":
            return re.sub(rb"<w:sectPr>.*</w:sectPr>", b"", content)
        if name == "word/styles.xml":
            return re.sub(rb"<w:docDefaults>.*</w:docDefaults>", b"", content)
        return content

    assert shown(docx.write(samples.harbour(), _changed(tmp_path, bare)))


def test_a_language_is_added_where_the_reference_names_none(tmp_path: Path) -> None:
    style = _changed(tmp_path, lambda _, content: re.sub(rb'<w:lang w:val="en-GB"[^>]*/>', b"", content))

    styles_part = part(docx.write(samples.harbour(), style), "word/styles.xml")

    assert next(styles_part.iter(f"{W}lang")).get(f"{W}val") == "en"


def test_the_same_bytes_everywhere_and_always(tmp_path: Path) -> None:
    script = (
        "import hashlib; from reporter import styles; from reporter.writers import docx; from tests.writers import samples;"
        "print(hashlib.sha256(docx.write(samples.harbour(classification='Restricted'), styles.load())).hexdigest())"
    )
    root = Path(__file__).resolve().parents[2]
    digests = {hashlib.sha256(harbour("house")).hexdigest()}
    for seed, zone, language in (("1", "Asia/Tokyo", "C"), ("2", "America/Lima", "de_DE.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": language, "PYTHONPATH": str(root)}
        done = subprocess.run(
            [sys.executable, "-c", script], env=environment, cwd=tmp_path, check=True, capture_output=True, text=True
        )
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_the_words_are_those_of_the_note_in_their_order() -> None:
    content = docx.write(samples.harbour(), styles.load())
    body = part(content)
    for tag_, stands_for in (("tab", " "), ("br", " "), ("noBreakHyphen", "-")):
        for element in body.iter(f"{W}{tag_}"):
            element.text = stands_for
    words = " ".join(words_of(line) for line in body.iter(f"{W}p")).split()

    assert words == " ".join(map(walking.plain_block, samples.harbour().sections)).split()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    (tmp_path / "note.docx").write_bytes(harbour("ministry"))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    subprocess.run([*command, "note.docx"], cwd=tmp_path, check=True, capture_output=True, timeout=120)

    pages = PdfReader(tmp_path / "note.pdf").pages
    text = "".join(page.extract_text() for page in pages)
    assert "harbour safety" in text
    assert re.sub(r"\s", "", text).upper().count("RESTRICTED") == 2 * len(pages)


def _changed(folder: Path, change: Callable[[str, bytes], bytes], settings: str = "") -> styles.Style:
    """The house style with a reference.docx of which parts are changed; empty ones are left out."""
    own = folder / "changed"
    own.mkdir()
    (own / "style.toml").write_text(f'title = "Changed"\n{settings}', encoding="utf-8")
    with (
        zipfile.ZipFile(styles.load().reference_docx) as old,
        zipfile.ZipFile(own / "reference.docx", "w") as new,
    ):
        for name in old.namelist():
            if content := change(name, old.read(name)):
                new.writestr(name, content)
    return styles.load(str(own))
