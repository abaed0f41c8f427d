"""XML parsed without entities, without a document type, without the network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.errors import InputError, LimitError
from reporter.model.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

# `<!DOCTYPE` or `<!ENTITY` in the head of a document, in ASCII-compatible encodings or UTF-16.
_DOCTYPE = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)", re.IGNORECASE)
# What may stand before the root element, and thus before any document type: read generously.
_HEAD = 65_536


def words_of(element: _Element) -> str:
    """All text of an element, as it stands in the file."""
    return "".join(map(str, element.itertext()))


def check_elements(content: bytes, path: str, limits: Limits) -> None:
    """Refuse what would cost hundreds of bytes of memory for each of its own, before it is parsed.

    Raises:
        LimitError: There are too many elements.
    """
    if content.count(b"<") > 2 * limits.elements:  # one to open, one to close
        raise LimitError(path, f"has more than {limits.elements:,} elements", remedy="raise the limit `elements`")


def parse(content: bytes, path: str, limits: Limits, *, recover: bool = False) -> _Element:
    """The root element.

    Args:
        content: The XML file.
        path: Of the source, for errors.
        limits: How many elements there may be.
        recover: Read on after an error, as with feeds that real sites write.

    Raises:
        LimitError: There are too many elements.
        InputError: It is not well-formed, or has a document type, which is how entities get in.
    """
    from lxml import etree  # noqa: PLC0415  (only this format needs it)

    check_elements(content, path, limits)
    if _DOCTYPE.search(content, 0, _HEAD):
        raise InputError(path, "has a document type declaration, which is refused", remedy="the same file without one")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(path, f"is broken XML: {error}", remedy="a whole file; was it cut?") from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise InputError(path, "is no XML that can be read", remedy="a whole file without a document type")
    return root
