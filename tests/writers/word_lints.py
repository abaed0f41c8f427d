"""What the Open XML SDK validator misses in a Word file: cells without paragraphs, unknown styles, dangling links."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def findings(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = etree.fromstring(parts["word/document.xml"])
    known = {style.get(f"{W}styleId") for style in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    related = {str(row.get("Id")): row for row in etree.fromstring(parts["word/_rels/document.xml.rels"])}
    return [
        *_cells(body),
        *_styles(body, known),
        *_links(body),
        *(f"no relationship {id_}" for id_ in _relationships(body) if id_ not in related),
        *(f"no part {row.get('Target')}" for row in related.values() if _missing(row, parts)),
    ]


def _missing(row: etree._Element, parts: dict[str, bytes]) -> bool:
    return row.get("TargetMode") != "External" and f"word/{row.get('Target')}" not in parts


def _cells(body: etree._Element) -> Iterator[str]:
    for cell in body.iter(f"{W}tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            yield "a cell does not end in a paragraph"
    for table in body.iter(f"{W}tbl"):
        after = table.getnext()
        if after is None or after.tag == f"{W}tbl":
            yield "a table touches another, or ends the text"


def _styles(body: etree._Element, known: set[str | None]) -> Iterator[str]:
    for kind in ("pStyle", "rStyle", "tblStyle"):
        for style in body.iter(f"{W}{kind}"):
            if style.get(f"{W}val") not in known:
                yield f"unknown style {style.get(f'{W}val')}"


def _links(body: etree._Element) -> Iterator[str]:
    marks = [str(mark.get(f"{W}name")) for mark in body.iter(f"{W}bookmarkStart")]
    numbers = [str(mark.get(f"{W}id")) for mark in body.iter(f"{W}bookmarkStart")]
    for values in (marks, numbers):
        yield from (f"two bookmarks {value}" for value in sorted(set(values)) if values.count(value) > 1)
    for link in body.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor is not None and anchor not in marks:
            yield f"dangling link {anchor}"


def _relationships(body: etree._Element) -> Iterator[str]:
    for element in body.iter():
        yield from (str(value) for key, value in element.attrib.items() if str(key).startswith(R))
