"""The words of a note in each format, to compare them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

_WORD = re.compile(r"\w+")
_BLOCKS = ("p", "li", "dt", "dd", "td", "th", "br", "h1", "h2", "h3", "figcaption", "caption", "blockquote")


_UNSEEN = ("svg", "style", "title", "aside")


class _Text(HTMLParser):
    """The text of a page without its drawings, styles and the releases beside the note."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.parts.append(" ")
        if tag in _UNSEEN or dict(attrs).get("class") == "skip" or tag in self._hidden:
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append(" ")
        if self._hidden and self._hidden[-1] == tag:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def of_html(page: str) -> list[str]:
    reader = _Text()
    reader.feed(page)
    reader.close()
    return _WORD.findall("".join(reader.parts))


def of_markdown(text: str) -> list[str]:
    return of_html(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))
