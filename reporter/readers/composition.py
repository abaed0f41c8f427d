"""Sets the words of a web page line by line: paragraphs, headings, items, rows, captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reporter.model.document import MarkKind
from reporter.readers.galley import Galley
from reporter.readers.pages import Page
from reporter.readers.xml import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_KINDS: dict[str, MarkKind] = {
    "li": "list",
    "figcaption": "caption",
    "caption": "caption",
    "address": "contact",
    "blockquote": "quote",
}
# Elements that begin and end a paragraph; all others are part of a line.
_BLOCKS_NAMES = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table tbody tfoot thead "
    "tr ul"
)
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_CELLS = frozenset({"td", "th"})
# Class names that say what a paragraph is.
_CAPTION = re.compile(r"(?:^|[\s_-])(?:caption|photo-?credit|image-?credit)", re.IGNORECASE)
_SUBTITLE = re.compile(r"(?:^|[\s_-])(?:sub-?title|sub-?head(?:ing|line)?|standfirst|kicker)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:mailto|tel):([^?]+)", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[^\w@]")
_SPACE = re.compile(r"\s+")
_SHORTEST_CODE = 4
_LONGEST_CELL = 300
# Of words that show a telephone number themselves.
_FEWEST_DIGITS = 5


class Composition:
    """One page on its way into a galley; walked without recursion, whatever its depth.

    Args:
        galley: Takes the lines.
        page: Says what is the release and what is around it.
    """

    def __init__(self, galley: Galley, page: Page) -> None:
        self._galley = galley
        self._page = page
        self._words: list[str] = []
        self._bullet = ""
        self._kinds: list[tuple[MarkKind, int]] = [("paragraph", 0)]
        self._items: list[int | None] = []
        self._row: _Element | None = None
        self._preformatted = 0

    def set(self, root: _Element) -> None:
        """The words of an element and all below it, but for what is none of the release's."""
        from lxml import etree  # noqa: PLC0415  (only this format needs it)

        skipped: _Element | None = None
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if element is not root and self._page.is_dropped(element):
                    skipped = element
                    walk.skip_subtree()
                else:
                    self._open(element)
                continue
            if element is not skipped:
                self._close(element)
            if element is not root:
                self._say(element.tail)
        self._flush()

    def _open(self, element: _Element) -> None:
        tag = element.tag
        if self._is_block(element):
            if tag != "dd" or not _follows_term(element):
                self._flush()
            self._kinds.append(self._kind_of(element))
            if self._kinds[-1][0] == "row":
                self._row = element
        self._open_inline(tag)
        self._say(_deobfuscated(element) or element.text)

    def _open_inline(self, tag: str) -> None:
        if tag in {"ul", "ol"}:
            self._items.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._bullet = self._next_bullet()
        elif tag == "br":
            self._words.append("\n" if self._row is None else " ")
        elif tag in _CELLS and self._row is not None and any(word.strip() for word in self._words):
            self._words.append(" | ")
        elif tag == "q":
            self._words.append("“")
        elif tag == "pre":
            self._preformatted += 1
        elif tag in _BLOCKS and self._row is not None:
            self._words.append(" ")

    def _close(self, element: _Element) -> None:
        tag = element.tag
        if tag == "a" and (address := _hidden_address(element)):
            self._words.append(f" ({address})")
        elif tag == "q":
            self._words.append("”")
        elif tag == "pre":
            self._preformatted -= 1
        elif tag in {"ul", "ol"}:
            self._items.pop()
        if element is self._row:
            self._row = None
            self._end_block()
        elif tag == "dt" and self._row is None:
            self._words.append(" ")
            self._kinds.pop()
        elif self._is_block(element):
            self._end_block()

    def _is_block(self, element: _Element) -> bool:
        """Whether an element is a paragraph or more of its own; nothing in a row of data is."""
        return self._row is None and (element.tag in _BLOCKS or element.tag in _CELLS or element is self._page.title)

    def _end_block(self) -> None:
        self._flush()
        self._kinds.pop()

    def _say(self, text: str | None) -> None:
        if text:
            self._words.append(text if self._preformatted else _SPACE.sub(" ", text))

    def _next_bullet(self) -> str:
        if not self._items or self._items[-1] is None:
            return "• "
        self._items[-1] += 1
        return f"{self._items[-1]}. "

    def _flush(self) -> None:
        words = "".join(self._words)
        self._words.clear()
        if words.strip():
            kind, level = self._kinds[-1]
            self._galley.add(self._bullet + words.lstrip(), kind, level=level)
            self._bullet = ""

    # What a block is

    def _kind_of(self, element: _Element) -> tuple[MarkKind, int]:
        """By itself, or else by what it stands in."""
        tag = element.tag
        if element is self._page.title:
            return "title", 0
        if tag in _HEADINGS:
            return ("title", 0) if tag == "h1" and self._page.title is None else ("heading", _HEADINGS[tag])
        if tag == "tr" and _is_data(element):
            return "row", 0
        if tag == "li":
            return "list", max(1, len(self._items))
        kind = _KINDS.get(tag) or _named_kind(element.get("class") or "")
        return (kind, 0) if kind else self._kinds[-1]


def _is_data(row: _Element) -> bool:
    """Whether a table's row is one of data: several short cells; else the table only puts things beside one another."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    if len(cells) <= 1 or next(row.iter("table"), None) is not None:
        return False
    return all(len(words_of(cell)) <= _LONGEST_CELL and len(cell.findall(".//p")) <= 1 for cell in cells)


def _follows_term(description: _Element) -> bool:
    before = description.getprevious()
    return before is not None and before.tag == "dt"


def _named_kind(name: str) -> MarkKind | None:
    """What the class of an element says that it is."""
    if _CAPTION.search(name):
        return "caption"
    return "subtitle" if _SUBTITLE.search(name) else None


def _hidden_address(link: _Element) -> str | None:
    """The address of a link such as "E-mail us", whose words do not show it."""
    address = _ADDRESS.match(link.get("href") or "")
    if address is None:
        return None
    words = unquote(address.group(1)).strip()
    shown = "".join(words_of(link).split())
    is_shown = "@" in shown or sum(map(str.isdigit, shown)) >= _FEWEST_DIGITS
    return None if is_shown or _NOT_IN_ADDRESS.sub("", words) in _NOT_IN_ADDRESS.sub("", shown) else words


def _deobfuscated(element: _Element) -> str | None:
    """An address that Cloudflare hides from harvesters: the first byte is the key to all others."""
    code = element.get("data-cfemail")
    if not code or len(code) < _SHORTEST_CODE:
        return None
    try:
        key, *rest = bytes.fromhex(code)
    except ValueError:
        return None
    return bytes(byte ^ key for byte in rest).decode("utf-8", "replace")
