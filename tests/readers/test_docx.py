"""Word files: structure, text boxes, notes, headers; broken and hostile ones."""

from __future__ import annotations

import io
from datetime import date

import docx as python_docx
import pytest

from reporter.errors import InputError, LimitError
from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import docx
from tests.readers import files
from tests.readers.files import MC, W, paragraph

RELATIONS = '<Relationships xmlns="x"><Relationship Id="r1" Target="header1.xml"/><Relationship Id="r2" Target="header2.xml"/></Relationships>'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def read(content: bytes) -> Document:
    return docx.read(content, Source(path="a.docx"))


def body(content: str, parts: dict[str, str] | None = None) -> Document:
    return read(files.docx(content, parts))


def test_a_file_that_a_library_made() -> None:
    made = python_docx.Document()
    made.add_heading("The title", 0)
    made.add_paragraph("one", style="List Bullet")
    made.add_paragraph("two", style="List Number")
    made.add_paragraph("said", style="Intense Quote")
    made.add_heading("Contact", 2)
    table = made.add_table(2, 2)
    for number, cell in enumerate(table._cells):
        cell.text = f"c{number}"
    content = io.BytesIO()
    made.save(content)
    document = read(content.getvalue())

    assert document.text == "The title\n\n• one\n1. two\n\nsaid\n\nContact\n\nc0 | c1\nc2 | c3"
    assert [mark.kind for mark in document.marks] == ["title", "list", "list", "quote", "heading", "row", "row"]


def test_runs_breaks_and_what_is_no_text() -> None:
    content = (
        "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t><w:br w:type='page'/><w:noBreakHyphen/>"
        "<w:t>e</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t> new</w:t></w:r></w:ins>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )

    assert body(content).text == "ab c\nd-e new link\n\ncontrol"


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    content = (
        f"<w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent {MC}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        f"</mc:AlternateContent></w:r><w:r><w:t> after</w:t></w:r></w:p>"
    )

    assert body(content).text == "before after\n\nin the box"


def test_numbering() -> None:
    numbering = (
        f"<w:numbering {W}><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:numFmt w:val='lowerLetter'/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'/>"
        "</w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='6'><w:abstractNumId w:val='1'/></w:num>"
        "<w:num w:numId='7'/></w:numbering>"
    )

    def item(text: str, number: int, level: int = 0) -> str:
        return paragraph(text, extra=f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>")

    content = item("a", 5) + item("b", 5, 1) + item("c", 5) + item("d", 5, 1) + item("e", 6) + item("f", 7)

    assert body(content, {"word/numbering.xml": numbering}).text == "1. a\n1. b\n2. c\n1. d\n• e\n• f"
    assert body(item("x", 5)).text == "• x"


def test_translated_styles() -> None:
    styles = (
        f"<w:styles {W}><w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style><w:style w:styleId='Eigen'>"
        "<w:name w:val='Eigene'/><w:basedOn w:val='berschrift1'/></w:style><w:style w:styleId='Kreis'><w:basedOn w:val='Kreis'/></w:style>"
        "<w:style w:styleId='Titel'><w:name w:val='Title'/></w:style></w:styles>"
    )
    names = ["Titel", "berschrift1", "Eigen", "Kreis", "Heading3", "ListBullet2", "Unbekannt", "Normal"]
    content = "".join(paragraph(name, name) for name in names)

    assert [(mark.kind, mark.level) for mark in body(content, {"word/styles.xml": styles}).marks] == [
        ("title", 0), ("heading", 1), ("heading", 1), ("paragraph", 0), ("heading", 3), ("list", 2), ("paragraph", 0), ("paragraph", 0),
    ]  # fmt: skip


def test_tables_in_tables() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('x')}</w:tc><w:tc>{paragraph('y')}</w:tc></w:tr></w:tbl>"
    content = f"<w:tbl><w:tblPr/><w:tr><w:tc>{paragraph('a')}{inner}</w:tc><w:tc>{paragraph('b')}{paragraph('c')}</w:tc></w:tr></w:tbl>"

    assert body(content).text == "a x y | b c"


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        (paragraph("Harbour Agency"), True),
        (paragraph("Harbour Agency") + "<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>", False),
        (paragraph("Harbour Agency") * 5, False),
    ],
)
def test_letterheads(header: str, *, kept: bool) -> None:
    parts = {"word/_rels/document.xml.rels": RELATIONS, "word/header1.xml": f"<w:hdr {W}>{header}</w:hdr>"}
    section = f"<w:sectPr {R}><w:headerReference w:type='default' r:id='r1'/></w:sectPr>"

    assert ("Harbour Agency" in body(paragraph("text") + section, parts).text) is kept


def test_the_first_page_has_its_own_header() -> None:
    parts = {
        "word/_rels/document.xml.rels": RELATIONS,
        "word/header1.xml": f"<w:hdr {W}>{paragraph('running')}</w:hdr>",
        "word/header2.xml": f"<w:hdr {W}>{paragraph('letterhead')}</w:hdr>",
    }
    section = (
        f"<w:p><w:pPr><w:sectPr {R}><w:headerReference w:type='default' r:id='r1'/><w:headerReference w:type='first' r:id='r2'/>"
        "<w:titlePg/></w:sectPr></w:pPr></w:p>"
    )
    document = body(section + paragraph("text"), parts)

    assert document.text == "letterhead\n\ntext"
    assert document.origins[0].part == "header"


def test_notes() -> None:
    notes = f"<w:footnotes {W}><w:footnote w:id='2'>{paragraph('The note.')}</w:footnote></w:footnotes>"
    content = "<w:p><w:r><w:t>text</w:t><w:footnoteReference w:id='2'/><w:footnoteReference w:id='9'/><w:endnoteReference w:id='1'/></w:r></w:p>"

    assert body(content, {"word/footnotes.xml": notes}).text == "text\n\nThe note."


def test_properties() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dc:language>fr-CH</dc:language><dcterms:issued>2022-05-09</dcterms:issued></cp:coreProperties>"
    )
    document = body(paragraph("x"), {"docProps/core.xml": core})

    assert (document.language, document.published) == ("fr", date(2022, 5, 9))


def test_strict_files() -> None:
    strict = b'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    content = b"<w:document %s><w:body><w:p><w:r><w:t>strict</w:t></w:r></w:p></w:body></w:document>" % strict

    assert read(files.zipped({"word/document.xml": content})).text == "strict"


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({}, "has no word/document.xml"),
        ({"word/document.xml": "<w:document"}, "broken XML"),
        ({"word/document.xml": f"<w:document {W}/>"}, "has no body"),
        ({"word/document.xml": "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"}, "document type"),
        ({"word/document.xml": "<!DOCTYPE a><a/>".encode("utf-16")}, "document type"),
        ({"word/document.xml": "<a>" * 300 + "</a>" * 300}, "broken XML"),
    ],
)
def test_broken_files(parts: dict[str, str | bytes], message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(files.zipped(parts))


def test_many_elements() -> None:
    with pytest.raises(LimitError, match="more than 100 elements"):
        docx.read(files.docx(paragraph("x") * 200), Source(path="a.docx"), Limits(elements=100))


@pytest.mark.parametrize(
    ("text", "footer", "kept"),
    [
        ("Text of it.", ("Press contact", "Olav Brenn", "Tel. +47 22 85 50 50"), True),
        ("Text of it. press@harbour.example", ("Press contact", "Olav Brenn"), False),
        ("Text of it.", ("Harbour Agency, Quay Street 1", "Tel. +47 22 85 50 50"), False),
        ("Text of it.", (), False),
    ],
)
def test_contacts_in_the_footer(text: str, footer: tuple[str, ...], *, kept: bool) -> None:
    parts = {
        "word/_rels/document.xml.rels": '<Relationships><Relationship Id="f" Target="footer1.xml"/></Relationships>',
        "word/footer1.xml": f"<w:ftr {W}>{''.join(map(paragraph, footer))}</w:ftr>",
    }
    section = f"<w:sectPr {R}><w:footerReference w:type='default' r:id='f'/></w:sectPr>"
    document = body(paragraph(text) + section, parts)

    assert document.text == (f"{text}\n\n{footer[0]}\n\n{footer[1]}\n{footer[2]}" if kept else text)
