"""Markdown, with front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reporter.errors import InputError
from reporter.model.document import Document, MarkKind, Source
from reporter.model.limits import Limits
from reporter.readers import dates, metadata
from reporter.readers.characters import without
from reporter.readers.encodings import decode, is_binary
from reporter.readers.galley import Galley, over_characters
from reporter.readers.text import unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

# "---", some "key: value" lines, "---" (or "..."), at the very beginning.
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n((?:[^\n]{0,500}\n){0,100}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"([A-Za-z][\w-]{0,30})[ \t]*:[ \t]*(\S[^\n]*)")
_TAG = re.compile(r"<[^<>]{1,500}>")
_MAIL = re.compile(r"mailto:([^?]+)", re.IGNORECASE)
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)


def read(content: bytes, source: Source, limits: Limits | None = None) -> Document:
    """The document of a Markdown file.

    Raises:
        InputError: It is no text.
    """
    limits = limits or Limits()
    if is_binary(content):
        raise InputError(source.path, "is no text: it has zero bytes", remedy="a Markdown file in any usual encoding")
    decoded = decode(content)
    if len(decoded.text) > limits.characters:
        raise over_characters(source, limits)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    fields, begin = _front_matter(text)
    galley = Galley(metadata.with_url(source, _address(fields)), limits)
    galley.diagnostics += unreadable(decoded.replaced, decoded.encoding)
    tokens = _tokens(text[begin:])
    title = fields.get("title")
    if title and not any(token.type == "heading_open" and token.tag == "h1" for token in tokens):
        galley.add(title, "title", line=1)
    _Setting(galley, text.count("\n", 0, begin)).set(tokens)
    published = next((day for key in ("date", "published") if (day := dates.day(fields.get(key)))), None)
    return galley.document(
        language=fields.get("lang") or fields.get("language"),
        published=published,
        issuer=fields.get("issuer") or fields.get("author"),
    )


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """The fields of the front matter, and where the text begins. Only plain `key: value` lines are understood."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return {}, 0
    fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(found.group(1))}
    return (fields, found.end()) if fields else ({}, 0)


def _address(fields: dict[str, str]) -> str | None:
    return next((fields[key] for key in ("url", "canonical") if metadata.is_web(fields.get(key, ""))), None)


def _tokens(text: str) -> list[Token]:
    from markdown_it import MarkdownIt  # noqa: PLC0415  (only this format needs it)

    return MarkdownIt("commonmark").enable("table").parse(text)


# Lines as short as these were not wrapped by an editor: an address, a contact card.
_CARD_LINES, _LONGEST_CARD_LINE, _CARD_DIGITS = 3, 50, 6
# Fewer words name a file: "photo", "Logo of UNDP".
_CAPTION_WORDS = 5


@dataclass(slots=True)
class _Setting:
    """Sets the blocks of a Markdown file."""

    galley: Galley
    lines_before: int
    items: list[int | None] = field(default_factory=list)
    bullet: str = ""
    quotes: int = 0
    heading: tuple[MarkKind, int] | None = None
    row: list[str] = field(default_factory=list)
    titled: bool = False

    def set(self, tokens: Sequence[Token]) -> None:
        """Every block in order."""
        line: int | None = None
        in_row = False
        for token in tokens:
            if token.map:
                line = self.lines_before + token.map[0] + 1
            if token.type in {"tr_open", "tr_close"}:
                in_row = token.type == "tr_open"
                self._set_row(line)
            elif token.type == "inline" and in_row:
                self.row.append(_words(token))
            elif token.type == "inline" and (caption := _caption(token)):
                self.galley.add(caption, "caption", line=line)
            elif token.type == "inline":
                self._set_inline(_words(token), line)
            elif token.type in {"fence", "code_block", "html_block"}:
                words = token.content if token.type != "html_block" else _without_tags(token.content)
                self.galley.add(words, line=line)
            else:
                self._move(token)

    def _move(self, token: Token) -> None:
        """Into or out of a list, an item, a quotation, a heading."""
        kind = token.type
        if kind in {"bullet_list_open", "ordered_list_open"}:
            start = int(token.attrGet("start") or 1)
            self.items.append(start - 1 if kind == "ordered_list_open" else None)
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self.items.pop()
        elif kind == "list_item_open":
            self.bullet = self._next_bullet()
        elif kind in {"blockquote_open", "blockquote_close"}:
            self.quotes += 1 if kind == "blockquote_open" else -1
        elif kind == "heading_open":
            self.heading = self._heading(int(token.tag[1:]))

    def _heading(self, level: int) -> tuple[MarkKind, int]:
        """The first heading of the first rank is the title."""
        if level == 1 and not self.titled:
            self.titled = True
            return "title", 0
        return "heading", level

    def _next_bullet(self) -> str:
        count = self.items[-1]
        if count is None:
            return "• "
        self.items[-1] = count + 1
        return f"{count + 1}. "

    def _set_inline(self, words: str, line: int | None) -> None:
        kind, level = self.heading or ("paragraph", 0)
        if self.heading is None and self.items:
            kind, level = "list", len(self.items)
        elif self.heading is None and self.quotes:
            kind = "quote"
        self.galley.add(self.bullet + words, kind, level=level, line=line)
        self.bullet = ""
        self.heading = None

    def _set_row(self, line: int | None) -> None:
        self.galley.add(" | ".join(cell for cell in self.row if cell), "row", line=line)
        self.row.clear()


def _words(inline: Token) -> str:
    """The words of a line, without marks; pictures are not read out, line breaks kept where they are meant."""
    words: list[str] = []
    link = 0
    meant = _is_card(inline.content)
    for token in inline.children or ():
        if token.type in {"text", "code_inline", "text_special"}:
            words.append(token.content)
        elif token.type == "softbreak":
            words.append("\n" if meant else " ")
        elif token.type == "hardbreak" or (token.type == "html_inline" and _BREAK.fullmatch(token.content)):
            words.append("\n")
        elif token.type == "link_open":
            address = str(token.attrGet("href") or "")
            link = len(words)
        elif token.type == "link_close" and (hidden := _hidden(address, "".join(words[link:]))):
            words.append(f" ({hidden})")
    return "".join(words)


def _is_card(content: str) -> bool:
    """Whether the lines of a paragraph are those of an address or a contact card, though nothing marks their ends."""
    lines = content.split("\n")
    if len(lines) < _CARD_LINES or max(map(len, lines)) > _LONGEST_CARD_LINE:
        return False
    return "@" in content or sum(map(str.isdigit, content)) >= _CARD_DIGITS


def _caption(inline: Token) -> str | None:
    """What a picture that is a paragraph of its own shows, where that is said in more than a word or two."""
    children = inline.children or ()
    if len(children) != 1 or children[0].type != "image":
        return None
    words = children[0].content.strip()
    return words if len(words.split()) >= _CAPTION_WORDS else None


def _hidden(address: str, shown: str) -> str | None:
    """The address of a `mailto:` link whose words do not show it."""
    mail = _MAIL.match(address)
    return mail.group(1) if mail and "@" not in shown else None


def _without_tags(html: str) -> str:
    return _TAG.sub(" ", _BREAK.sub("\n", without(html, "<!--", "-->")))
