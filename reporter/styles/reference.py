"""The named styles of a reference.docx: which ones a note needs, and what their ids are."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from reporter.errors import TemplateError

if TYPE_CHECKING:
    from lxml.etree import _Element

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES_PART = "word/styles.xml"

PARAGRAPHS = (
    *(
        "Classification",
        "Title",
        "Head Line",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Body Text",
        "Numbered Paragraph",
        "Remark",
    ),
    *("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3"),
    *("List Continue", "List Continue 2", "List Continue 3", "Definition", "Card", "Quote", "Quote Source"),
    *("Figure", "Caption", "Table Heading", "Table Text", "Table Reference", "Table End"),
    *("TOC Heading", "TOC 1", "Footnote Text"),
)
"""Every paragraph of a note has one of these."""

CHARACTERS = (
    *("Strong", "Emphasis", "Intense Emphasis", "Hyperlink"),
    *("Reference", "Term", "Flag", "Footnote Reference"),
)
"""Words that stand out in a line have one of these."""

TABLES = ("Note Table",)


def ids(path: Path) -> Mapping[str, str]:
    """Ids by name of the styles that a note needs.

    Raises:
        TemplateError: The file is no Word file, or lacks styles; all of them are named.
    """
    found = {
        (str(style.get(f"{WORD}type")), _name(style)): str(style.get(f"{WORD}styleId"))
        for style in _stylesheet(path).iterchildren(f"{WORD}style")
    }
    wanted = {"paragraph": PARAGRAPHS, "character": CHARACTERS, "table": TABLES}
    missing = [
        f"{name!r} ({kind})" for kind, names in wanted.items() for name in names if (kind, name.lower()) not in found
    ]
    if missing:
        remedy = "add them in Word, or copy them from the house style's reference.docx"
        raise TemplateError(str(path), f"lacks the styles {', '.join(missing)}", remedy=remedy)
    return MappingProxyType({name: found[kind, name.lower()] for kind, names in wanted.items() for name in names})


def _name(style: _Element) -> str:
    """The name without regard to case: Word writes `heading 1` and shows `Heading 1`."""
    name = style.find(f"{WORD}name")
    return "" if name is None else str(name.get(f"{WORD}val")).lower()


def _stylesheet(path: Path) -> _Element:
    from lxml import etree  # noqa: PLC0415  (only the DOCX needs it)

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        with zipfile.ZipFile(path) as archive:
            return etree.fromstring(archive.read(STYLES_PART), parser)
    except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise TemplateError(str(path), f"is no Word file: {error}", remedy="save it as .docx in Word") from error
