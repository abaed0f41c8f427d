"""Core properties and language of a Word file."""

from __future__ import annotations

import datetime as dt

from lxml import etree

from reporter.model.note import Note
from reporter.writers.docx.package import Package
from reporter.writers.docx.wordml import clean, name, serialise, w

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_MIME = "application/vnd.openxmlformats-package.core-properties+xml"
_APPLICATION = "reporter"


def fill(package: Package, note: Note) -> None:
    """Say who, what and when; nothing of the reference's own properties stays."""
    package.add("docProps/core.xml", _core(note), _MIME)
    _set_language(package, note.language)


def _core(note: Note) -> bytes:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    author = note.author or _APPLICATION
    words = {
        f"{{{_DC}}}title": note.title,
        f"{{{_DC}}}subject": note.subject or "",
        f"{{{_DC}}}creator": author,
        f"{{{_CORE}}}keywords": ", ".join(note.keywords),
        f"{{{_DC}}}description": "",
        f"{{{_CORE}}}lastModifiedBy": author,
        f"{{{_CORE}}}revision": "1",
        f"{{{_CORE}}}category": note.classification or "",
        f"{{{_DC}}}language": note.language,
    }
    for tag, value in words.items():
        etree.SubElement(root, tag).text = clean(value)
    for tag in ("created", "modified") if note.date else ():
        stamp = etree.SubElement(root, f"{{{_TERMS}}}{tag}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
        stamp.text = _stamp(note.date)
    return serialise(root)


def _stamp(day: dt.date | None) -> str:
    """The note's date as a time; the clock's would change the bytes of every build."""
    return f"{day:%Y-%m-%d}T00:00:00Z" if day else ""


def _set_language(package: Package, language: str) -> None:
    """The language of everything that does not name its own, so that Word checks the right spelling."""
    defaults = package.part("word/styles.xml").find(f"{name('w:docDefaults')}/{name('w:rPrDefault')}/{name('w:rPr')}")
    if defaults is None:
        return
    found = defaults.find(name("w:lang"))
    if found is None:
        found = w("lang")
        defaults.append(found)
    found.set(name("w:val"), language)
