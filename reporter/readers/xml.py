"""XML parsed without entities, without a document type, without the network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

# `<!DOCTYPE` or `<!ENTITY` in the head of a document, in ASCII-compatible encodings or UTF-16.
_DOCTYPE = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)", re.IGNORECASE)
# What may stand before the root element, and thus before any document type: read generously.
_HEAD = 65_536


def parse(content: bytes, path: str, *, recover: bool = False) -> _Element:
    """The root element.

    Args:
        content: The XML file.
        path: Of the source, for errors.
        recover: Read on after an error, as with feeds that real sites write.

    Raises:
        InputError: It is not well-formed, or has a document type, which is how entities get in.
    """
    from lxml import etree  # noqa: PLC0415  (only this format needs it)

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
    if root is None or root.getroottree().docinfo.doctype:
        raise InputError(path, "is no XML that can be read", remedy="a whole file without a document type")
    return root
