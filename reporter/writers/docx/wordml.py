"""Elements of WordprocessingML, made without ceremony."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001  (lxml gives the type no public name)

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = {"w": WORD, "r": OFFICE}

# What XML 1.0 has no way to write: NUL, vertical tab, escape, half a surrogate pair …
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@cache
def name(prefixed: str) -> str:
    """`w:p` or `r:id` with its namespace, as lxml wants it."""
    prefix, local = prefixed.split(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def w(tag: str, *children: Element, **attributes: str) -> Element:
    """An element of Word's namespace; so are its attributes."""
    element = etree.Element(name(f"w:{tag}"), {name(f"w:{key}"): value for key, value in attributes.items()})
    element.extend(children)
    return element


def linked(element: Element, relationship: str) -> Element:
    """The element with a relationship's id."""
    element.set(name("r:id"), relationship)
    return element


def clean(text: str) -> str:
    """Text that XML can hold; the note's is already, a title from elsewhere may not be."""
    return _ILLEGAL.sub("\ufffd", text)


def text(words: str, tag: str = "t") -> Element:
    """`w:t`, or the instruction of a field."""
    element = w(tag)
    element.text = clean(words)
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def run(*content: Element, style: str | None = None) -> Element:
    """`w:r` in a character style."""
    look = [w("rPr", w("rStyle", val=style))] if style else []
    return w("r", *look, *content)


def field(instruction: str, shown: str, look: Element | None = None) -> list[Element]:
    """The runs of a field that Word keeps up to date, with what it shows until then."""
    parts = (
        w("fldChar", fldCharType="begin"),
        text(f" {instruction} ", "instrText"),
        w("fldChar", fldCharType="separate"),
        text(shown),
        w("fldChar", fldCharType="end"),
    )
    return [w("r", *([] if look is None else [deepcopy(look)]), part) for part in parts]


def parse(content: bytes) -> Element:
    """A part of the reference; entities are not resolved and nothing is loaded."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True))


def serialise(element: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
