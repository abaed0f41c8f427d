"""Web pages: the release without the page around it, with the metadata of the page.

Own code rather than trafilatura: that drops contact blocks, captions and datelines, which a briefing lives on, folds
lines of an address into one, and takes ten times as long to import.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.errors import InputError, LimitError
from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import metadata
from reporter.readers.composition import Composition
from reporter.readers.encodings import decode, is_binary
from reporter.readers.galley import Galley
from reporter.readers.pages import Page
from reporter.readers.text import unreadable
from reporter.readers.xml import check_elements

if TYPE_CHECKING:
    from lxml.etree import _Element

# `<meta charset="...">`, `<meta http-equiv content="text/html; charset=...">`, `<?xml encoding="...">`
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4_096
# An XML declaration would be believed by the parser over the encoding that it is told.
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def read(content: bytes, source: Source, limits: Limits | None = None) -> Document:
    """The document of a saved web page."""
    return _document(content, source, limits or Limits(), whole=False)


def read_fragment(content: bytes, source: Source, limits: Limits | None = None) -> Document:
    """The document of HTML that has no page around it: the body of a message, an item of a feed."""
    return _document(content, source, limits or Limits(), whole=True)


def _document(content: bytes, source: Source, limits: Limits, *, whole: bool) -> Document:
    if is_binary(content):
        raise InputError(source.path, "is no HTML: it has zero bytes", remedy="a saved web page")
    check_elements(content, source.path, limits)
    declared = _CHARSET.search(content, 0, _HEAD)
    decoded = decode(content, declared.group(1).decode("ascii") if declared else None)
    tree = _tree(decoded.text, source)
    about = metadata.of_page(tree)
    galley = Galley(metadata.with_url(source, about.url), limits)
    galley.diagnostics += unreadable(decoded.replaced, decoded.encoding)
    body = tree.find("body")
    if body is not None:
        _set(galley, body, about.titles, whole=whole)
    return galley.document(language=about.language, published=about.published, issuer=about.site)


def _set(galley: Galley, body: _Element, titles: tuple[str, ...], *, whole: bool) -> None:
    """The whole body, or the release with its headline and the contact boxes beside it."""
    page = Page(body, titles, whole=whole)
    composition = Composition(galley, page)
    for element in (*page.headline, page.root, *page.contacts):
        composition.set(element)


def _tree(text: str, source: Source) -> _Element:
    from lxml import etree  # noqa: PLC0415  (only this format needs it)

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    content = _DECLARATION.sub("", text.replace("\0", ""), count=1).encode("utf-8", "replace")
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(source.path, f"cannot be read as HTML: {error}", remedy="a saved web page") from error
    if root is None:
        raise InputError(source.path, "holds no text")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise LimitError(source.path, "nests its elements deeper than 256 levels", remedy="no page does; a trap")
    return root
