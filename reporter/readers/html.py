"""Web pages: the release without the page around it, with the metadata of the page.

Own code rather than trafilatura: that drops contact blocks, captions and datelines, which a briefing lives on, folds
lines of an address into one, and takes ten times as long to import.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.errors import InputError, LimitError
from reporter.model.document import Document, MarkKind, Source
from reporter.model.limits import Limits
from reporter.readers import metadata
from reporter.readers.encodings import decode
from reporter.readers.galley import Galley
from reporter.readers.pages import Page
from reporter.readers.text import unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

# `<meta charset="...">`, `<meta http-equiv content="text/html; charset=...">`, `<?xml encoding="...">`
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4_096
# An XML declaration would be believed by the parser over the encoding that it is told.
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_KINDS: dict[str, MarkKind] = {
    "li": "list",
    "tr": "row",
    "figcaption": "caption",
    "caption": "caption",
    "address": "contact",
    "blockquote": "quote",
}
# Elements that begin and end a paragraph; all others are part of a line.
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_CELLS = frozenset({"td", "th"})
# Class names that say what a paragraph is.
_CAPTION = re.compile(r"(?:^|[\s_-])(?:caption|photo-?credit|image-?credit)", re.IGNORECASE)
_SUBTITLE = re.compile(r"(?:^|[\s_-])(?:sub-?title|sub-?head(?:ing|line)?|standfirst|kicker)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:mailto|tel):([^?]+)", re.IGNORECASE)
# `data-cfemail` of Cloudflare: the first byte is the key to all others.
_SHORTEST_HIDDEN = 4
# Of words that show a telephone number themselves.
_FEWEST_DIGITS = 5


def read(content: bytes, source: Source, limits: Limits | None = None) -> Document:
    """The document of a saved web page."""
    return _document(content, source, limits or Limits(), whole=False)


def read_fragment(content: bytes, source: Source, limits: Limits | None = None) -> Document:
    """The document of HTML that has no page around it: the body of a message, an item of a feed."""
    return _document(content, source, limits or Limits(), whole=True)


def _document(content: bytes, source: Source, limits: Limits, *, whole: bool) -> Document:
    declared = _CHARSET.search(content, 0, _HEAD)
    decoded = decode(content, declared.group(1).decode("ascii") if declared else None)
    tree = _tree(decoded.text, source)
    about = metadata.of_page(tree)
    galley = Galley(metadata.with_url(source, about.url), limits)
    galley.diagnostics += unreadable(decoded.replaced, decoded.encoding)
    body = tree.find("body")
    if body is not None:
        _Setting(galley, Page(body), whole=whole, titles=about.titles).set(body)
    return galley.document(language=about.language, published=about.published, issuer=about.site)


def _tree(text: str, source: Source) -> _Element:
    from lxml import etree  # noqa: PLC0415  (only this format needs it)

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    content = _DECLARATION.sub("", text.replace("\0", ""), count=1).encode("utf-8", "replace")
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(source.path, f"cannot be read as HTML: {error}", remedy="a saved web page") from error
    if root is None:
        raise InputError(source.path, "is an empty page", remedy="a saved web page")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise LimitError(source.path, "nests its elements deeper than 256 levels", remedy="no page does; a trap")
    return root


class _Setting:
    """Sets the words of a page line by line; walks without recursion, whatever the depth."""

    def __init__(self, galley: Galley, page: Page, *, whole: bool, titles: tuple[str, ...]) -> None:
        self._galley = galley
        self._page = page
        self._whole = whole
        self._titles = titles
        self._words: list[str] = []
        self._kind: list[tuple[MarkKind, int]] = [("paragraph", 0)]
        self._items: list[int | None] = []
        self._skipped: _Element | None = None
        self._preformatted = 0

    def set(self, body: _Element) -> None:
        from lxml import etree  # noqa: PLC0415  (only this format needs it)

        root = body if self._whole else self._page.root
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if self._page.is_dropped(element) and element is not root:
                    self._skipped = element
                    walk.skip_subtree()
                else:
                    self._open(element)
            else:
                if element is self._skipped:
                    self._skipped = None
                else:
                    self._close(element)
                if element is not root:
                    self._say(element.tail)
        self._flush()

    def _open(self, element: _Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
            self._kind.append(self._kind_of(element))
        if tag in {"ul", "ol"}:
            self._items.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._words.append(self._bullet())
        elif tag == "br":
            self._words.append("\n")
        elif tag in _CELLS and any(word.strip() for word in self._words):
            self._words.append(" | ")
        elif tag == "q":
            self._words.append("“")
        elif tag == "pre":
            self._preformatted += 1
        self._say(_deobfuscated(element) or element.text)

    def _close(self, element: _Element) -> None:
        tag = element.tag
        if tag == "a" and (address := _hidden_address(element)):
            self._words.append(f" ({address})")
        elif tag == "q":
            self._words.append("”")
        if tag in _BLOCKS:
            self._flush()
            self._kind.pop()
        if tag in {"ul", "ol"} and self._items:
            self._items.pop()
        elif tag == "pre":
            self._preformatted -= 1

    def _say(self, text: str | None) -> None:
        if text:
            self._words.append(text if self._preformatted else _SPACE.sub(" ", text))

    def _bullet(self) -> str:
        if not self._items or self._items[-1] is None:
            return "• "
        self._items[-1] += 1
        return f"{self._items[-1]}. "

    def _kind_of(self, element: _Element) -> tuple[MarkKind, int]:
        """What a block is, by itself or else by what it stands in."""
        tag = element.tag
        if tag in _HEADINGS:
            is_title = tag == "h1" or " ".join("".join(element.itertext()).split()) in self._titles
            return ("title", 0) if is_title else ("heading", _HEADINGS[tag])
        if tag == "li":
            return "list", max(1, len(self._items))
        if tag in _KINDS:
            return _KINDS[tag], 0
        if kind := _named_kind(element.get("class") or ""):
            return kind, 0
        return self._kind[-1] if self._kind[-1][0] != "row" or tag != "table" else ("paragraph", 0)

    def _flush(self) -> None:
        words = "".join(self._words)
        if words.strip() and words.strip() != "•":
            kind, level = self._kind[-1]
            self._galley.add(words, kind, level=level)
            self._words.clear()
        elif not words.strip():
            self._words.clear()


def _named_kind(name: str) -> MarkKind | None:
    """What the class of an element says that it is."""
    if _CAPTION.search(name):
        return "caption"
    return "subtitle" if _SUBTITLE.search(name) else None


_SPACE = re.compile(r"\s+")


def _hidden_address(link: _Element) -> str | None:
    """The address of a link such as "E-mail us", whose words do not show it."""
    address = _ADDRESS.match(link.get("href") or "")
    if address is None:
        return None
    from urllib.parse import unquote  # noqa: PLC0415  (only this format needs it)

    words = unquote(address.group(1)).strip()
    shown = "".join("".join(link.itertext()).split())
    plain = re.sub(r"[^\w@]", "", words)
    return None if not words or plain in re.sub(r"[^\w@]", "", shown) or "@" in shown or _has_number(shown) else words


def _has_number(shown: str) -> bool:
    return sum(character.isdigit() for character in shown) >= _FEWEST_DIGITS


def _deobfuscated(element: _Element) -> str | None:
    code = element.get("data-cfemail")
    if not code or len(code) < _SHORTEST_HIDDEN:
        return None
    try:
        key, *rest = bytes.fromhex(code)
    except ValueError:
        return None
    return bytes(byte ^ key for byte in rest).decode("utf-8", "replace")
