"""Word files: paragraphs, headings, lists, tables, text boxes, headers and notes, read from the XML itself.

Own code rather than python-docx, which follows neither text boxes nor inserted text and would load 350 kB of styles
through a slower path; and the archive is checked before anything of it is unpacked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from reporter.errors import InputError
from reporter.model.document import Document, MarkKind, Source
from reporter.model.limits import Limits
from reporter.readers import contacts, dates, xml
from reporter.readers.archives import Archive
from reporter.readers.galley import Galley
from reporter.readers.numbering import Numbering

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"

# Names of built-in styles are English in every language of Word; only their identifiers are translated.
_STYLES: dict[str, MarkKind] = {
    "title": "title",
    "subtitle": "subtitle",
    "caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
    "list paragraph": "list",
}
# "heading 1", "Heading2"
_HEADING = re.compile(r"heading ?([1-9])")
# "List Bullet 2", "list number"
_LIST = re.compile(r"list (?:bullet|number)(?: ([2-5]))?")
_SPACED = re.compile(r"(?<=[a-z])(?=[A-Z0-9])")
# A header that is a letterhead has a few short lines; more is something else.
_LETTERHEAD_LINES = 4
# Styles are based on others, in broken files on themselves.
_DEEPEST_STYLE = 5


def read(content: bytes, source: Source, limits: Limits | None = None) -> Document:
    """The document of a Word file."""
    return _Reading(content, source, limits or Limits()).document()


class _Reading:
    """One pass over one file."""

    def __init__(self, content: bytes, source: Source, limits: Limits) -> None:
        self._source = source
        self._limits = limits
        self._archive = Archive(content, source.path, limits)
        self._galley = Galley(source, limits)
        self._notes: list[tuple[str, str]] = []

    def document(self) -> Document:
        body = self._main().find(f"{W}body")
        if body is None:
            raise InputError(self._source.path, "has no body", remedy="a whole Word file")
        self._letterhead(body)
        self._set_blocks(body)
        self._set_notes()
        self._contact_footer(body)
        language, published = self._properties()
        return self._galley.document(language=language, published=published)

    def _main(self) -> _Element:
        content = self._archive.read(MAIN)
        if content is None:
            raise InputError(self._source.path, f"has no {MAIN}", remedy="a whole Word file (.docx)")
        return self._parsed(content)

    def _parsed(self, content: bytes) -> _Element:
        # "Strict" files differ in their namespaces only.
        if _STRICT_W.encode() in content[:8192]:
            content = content.replace(_STRICT_W.encode(), W[1:-1].encode())
        return xml.parse(content, self._source.path, self._limits)

    def _part(self, name: str) -> _Element | None:
        content = self._archive.read(f"word/{name}")
        return None if content is None else self._parsed(content)

    @cached_property
    def _relations(self) -> dict[str, str]:
        root = self._part("_rels/document.xml.rels")
        return {} if root is None else {item.get("Id", ""): item.get("Target", "") for item in root}

    @cached_property
    def _numbering(self) -> Numbering:
        return Numbering(self._part("numbering.xml"))

    @cached_property
    def _styles(self) -> dict[str, _Element]:
        root = self._part("styles.xml")
        return {} if root is None else {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}

    # Blocks

    def _set_blocks(self, parent: _Element, part: str | None = None) -> None:
        for block in _blocks(parent):
            if block.tag == f"{W}tbl":
                self._set_table(block, part)
            else:
                self._set_paragraph(block, part)

    def _set_paragraph(self, paragraph: _Element, part: str | None) -> None:
        text = self._words(paragraph)
        kind, level = self._kind(paragraph)
        if kind == "list" and text.strip():
            text = f"{self._bullet(paragraph)} {text.strip()}"
        self._galley.add(text, kind, level=level, part=part)
        for box in _boxes(paragraph):
            self._set_blocks(box, part)

    def _set_table(self, table: _Element, part: str | None) -> None:
        for row in table.iterfind(f"{W}tr"):
            cells = [" ".join(self._cell(cell).split()) for cell in row.iterfind(f"{W}tc")]
            self._galley.add(" | ".join(cell for cell in cells if cell), "row", part=part)

    def _cell(self, cell: _Element) -> str:
        words: list[str] = []
        for block in _blocks(cell):
            if block.tag == f"{W}tbl":
                words += [self._cell(inner) for inner in block.iterfind(f"{W}tr/{W}tc")]
            else:
                words.append(self._words(block))
        return " ".join(words)

    def _words(self, paragraph: _Element) -> str:
        return "".join(self._pieces(paragraph))

    def _pieces(self, parent: _Element) -> Iterator[str]:
        """The words of a paragraph, in order; what was deleted, and field codes, are no words."""
        for node in parent:
            tag = node.tag
            if tag == f"{W}t":
                yield node.text or ""
            elif tag in _MARKS:
                yield _MARKS[tag]
            elif tag == f"{W}br":
                yield "" if node.get(f"{W}type") in {"page", "column"} else "\n"
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                self._notes.append((tag[len(W) : -len("Reference")], node.get(f"{W}id", "")))
            elif tag not in _SILENT:
                yield from self._pieces(node)

    # What a paragraph is

    def _kind(self, paragraph: _Element) -> tuple[MarkKind, int]:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        identifier = "" if style is None else style.get(f"{W}val", "")
        kind, level = self._style_kind(identifier) if identifier else ("paragraph", 0)
        if kind == "paragraph" and paragraph.find(f"{W}pPr/{W}numPr") is not None:
            return "list", 1
        return kind, level

    def _style_kind(self, identifier: str, depth: int = 0) -> tuple[MarkKind, int]:
        """By the identifier where it is the English one, else by the style's name, else by what it is based on."""
        names = [_SPACED.sub(" ", identifier).lower()]
        style = None
        if _named_kind(names[0]) is None and names[0] not in {"normal", "body text"}:
            style = self._styles.get(identifier)
        if style is not None and (name := style.find(f"{W}name")) is not None:
            names.append(name.get(f"{W}val", "").lower())
        for name_ in names:
            if found := _named_kind(name_):
                return found
        based = None if style is None else style.find(f"{W}basedOn")
        if based is None or depth > _DEEPEST_STYLE:
            return "paragraph", 0
        return self._style_kind(based.get(f"{W}val", ""), depth + 1)

    def _bullet(self, paragraph: _Element) -> str:
        number = paragraph.find(f"{W}pPr/{W}numPr")
        if number is None:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            return "1." if style is not None and "umber" in style.get(f"{W}val", "") else "•"
        return self._numbering.next(_value(number, "numId"), _value(number, "ilvl") or "0")

    # Around the text

    def _letterhead(self, body: _Element) -> None:
        """The header of the first page, where it is a few lines of words and no running head with page numbers."""
        header = self._around(body, "header")
        if header is None or any("PAGE" in (code.text or "") for code in header.iter(f"{W}instrText")):
            return
        lines = self._lines(header)
        if len(lines) <= _LETTERHEAD_LINES:
            for line in lines:
                self._galley.add(line, "label", part="header")

    def _contact_footer(self, body: _Element) -> None:
        """The footer of the first page where it names itself a contact box, and the text has no address."""
        footer = self._around(body, "footer")
        lines = [] if footer is None else self._lines(footer)
        if not lines or not contacts.opens_contact(lines[0]) or "@" in xml.words_of(body):
            return
        for number, line in enumerate(lines):
            self._galley.add(line, "heading" if number == 0 else "contact", part="footer", tight=number > 1)

    def _around(self, body: _Element, what: str) -> _Element | None:
        """The header or footer of the first page."""
        section = body.find(f"{W}sectPr")
        if section is None:
            section = next(body.iter(f"{W}sectPr"), None)
        references = {} if section is None else _references(section, what)
        first = section is not None and section.find(f"{W}titlePg") is not None
        target = self._relations.get(references.get("first" if first else "default", ""))
        return self._part(target) if target else None

    def _lines(self, part: _Element) -> list[str]:
        return [words for block in part.iter(f"{W}p") if (words := self._words(block).strip())]

    def _set_notes(self) -> None:
        """Footnotes and endnotes after the text, in the order in which the text refers to them."""
        for kind in ("footnote", "endnote"):
            wanted = [identifier for name, identifier in self._notes if name == kind]
            root = self._part(f"{kind}s.xml") if wanted else None
            notes = {} if root is None else {note.get(f"{W}id"): note for note in root}
            for identifier in wanted:
                if (note := notes.get(identifier)) is not None:
                    self._galley.add(" ".join(self._words(p) for p in note.iter(f"{W}p")), part=kind)

    def _properties(self) -> tuple[str | None, date | None]:
        """Language and date as the file's properties state them; Word's dates are of the file, so a hint only."""
        content = self._archive.read("docProps/core.xml")
        if content is None:
            return None, None
        root = xml.parse(content, self._source.path, self._limits)
        language = (root.findtext(f"{_DC}language") or "").strip().split("-")[0].lower() or None
        return language, dates.day(root.findtext(f"{_TERMS}issued"))


_MARKS = {
    f"{W}tab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}ptab": "\t",
}
_SILENT = {
    f"{W}pPr",
    f"{W}rPr",
    f"{W}del",
    f"{W}moveFrom",
    f"{W}instrText",
    f"{W}delText",
    f"{W}txbxContent",
    f"{W}object",
    f"{W}tblPr",
    f"{W}sdtPr",
    f"{W}rt",
    _FALLBACK,
}


def _blocks(parent: _Element) -> Iterator[_Element]:
    """Paragraphs and tables, also those in content controls, inserted stretches and the like."""
    for node in parent:
        if node.tag in {f"{W}p", f"{W}tbl"}:
            yield node
        elif node.tag not in {f"{W}sectPr", f"{W}tcPr", f"{W}sdtPr", f"{W}moveFrom", f"{W}del", _FALLBACK}:
            yield from _blocks(node)


def _boxes(paragraph: _Element) -> Iterable[_Element]:
    """Text boxes that hang on a paragraph; Word writes each twice, the second time for old versions."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if next(box.iterancestors(_FALLBACK, f"{W}txbxContent"), None) is None:
            yield box


def _named_kind(name: str) -> tuple[MarkKind, int] | None:
    if name in _STYLES:
        kind = _STYLES[name]
        return kind, 1 if kind == "list" else 0
    if heading := _HEADING.fullmatch(name):
        return "heading", int(heading.group(1))
    if item := _LIST.fullmatch(name):
        return "list", int(item.group(1) or 1)
    return None


def _value(parent: _Element, name: str) -> str:
    node = parent.find(f"{W}{name}")
    return "" if node is None else node.get(f"{W}val", "")


def _references(section: _Element, what: str) -> dict[str, str]:
    found = section.iterfind(f"{W}{what}Reference")
    return {node.get(f"{W}type", "default"): node.get(_R_ID, "") for node in found}
