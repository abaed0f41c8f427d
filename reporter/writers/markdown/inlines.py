"""Lines of the note as Markdown, one sentence on each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Literal

from reporter import locales
from reporter.language import sentences
from reporter.model.note import Inline, InlineNode, LineBreak, Text
from reporter.model.spans import Span
from reporter.writers.markdown import escaping

_EMPHASIS = {"strong": "**", "em": "*"}
_READING_LANGUAGE = "en"
# 19.
_ORDINAL = re.compile(r"\b\d{1,2}\.$")

Kind = Literal["words", "break", "open", "close", "link", "unlink", "anchor"]


@dataclass(slots=True)
class _Token:
    """A stretch of words, or a mark between such."""

    kind: Kind
    text: str = ""
    """Words; the marks of emphasis; the address of a link; an id."""
    note: bool = False
    """Whether a link is a reference."""


@dataclass(frozen=True, slots=True)
class Line:
    """How the lines of a note are written."""

    anchors: Mapping[str, str]
    """The ids of headings, and the anchors that GitHub gives them."""
    ordinal: str = ""
    """What ends an ordinal number in the note's language; no sentence ends with it: `19. August`."""

    def paragraph(self, nodes: Iterable[InlineNode], anchor: str | None = None) -> list[str]:
        """The lines of a paragraph, one sentence on each."""
        tokens = _sentenced(self._tokens(nodes, anchor), self.ordinal)
        return [escaping.line(text) for text in _written(tokens, "\\\n").split("\n")]

    def single(self, nodes: Iterable[InlineNode], line_break: str, anchor: str | None = None) -> str:
        """All on one line, as headings and cells need it."""
        return _written(self._tokens(nodes, anchor), line_break)

    def _tokens(self, nodes: Iterable[InlineNode], anchor: str | None) -> list[_Token]:
        start = [_Token("anchor", anchor)] if anchor else []
        return _linked(_merged([*start, *self._flat(nodes, inside=False)]))

    def _flat(self, nodes: Iterable[InlineNode], *, inside: bool) -> Iterator[_Token]:
        for node in nodes:
            if isinstance(node, Text):
                yield _Token("words", node.text)
            elif isinstance(node, LineBreak):
                yield _Token("break")
            else:
                yield from self._inline(node, inside=inside)

    def _inline(self, node: Inline, *, inside: bool) -> Iterator[_Token]:
        """Inside a link there is no other one."""
        href = self._href(node) if not inside else None
        mark = _EMPHASIS.get(node.tag)
        if node.id:
            yield _Token("anchor", node.id)
        if href:
            yield _Token("link", href, note=node.tag == "note")
        if mark:
            yield _Token("open", mark)
        yield from self._flat(node.children, inside=inside or bool(href))
        if mark:
            yield _Token("close", mark)
        if href:
            yield _Token("unlink", href)

    def _href(self, node: Inline) -> str | None:
        if node.href is None:
            return None
        if node.href.startswith("#"):
            return "#" + escaping.destination(self.anchors.get(node.href[1:], node.href[1:]))
        return escaping.destination(node.href)


def _merged(tokens: Iterable[_Token]) -> list[_Token]:
    """Words that no mark parts are one stretch: what is escaped depends on its neighbours."""
    found: list[_Token] = []
    for token in tokens:
        if token.kind == "words" and found and found[-1].kind == "words":
            found[-1].text += token.text
        else:
            found.append(token)
    return found


def _linked(tokens: Iterable[_Token]) -> list[_Token]:
    """Addresses among the words as links."""
    found: list[_Token] = []
    inside = False
    for token in tokens:
        inside = token.kind == "link" or (inside and token.kind != "unlink")
        found += [token] if inside or token.kind != "words" else _with_links(token.text)
    return found


def _with_links(text: str) -> list[_Token]:
    found: list[_Token] = []
    done = 0
    for start, end, href in escaping.addresses(text):
        found += [_Token("words", text[done:start])] if start > done else []
        found += [_Token("link", href), _Token("words", text[start:end]), _Token("unlink", href)]
        done = end
    return [*found, _Token("words", text[done:])] if done < len(text) else found


def _sentenced(tokens: list[_Token], ordinal: str) -> list[_Token]:
    """A line break before every sentence, in place of the space."""
    plain = "".join(
        "\n" if token.kind == "break" else token.text for token in tokens if token.kind in ("words", "break")
    )
    found = sentences.split(plain, Span(0, len(plain)), _stops())[1:]
    starts = {one.start for one in found if plain[one.start - 1] == " "} - set(_held(tokens, plain))
    if ordinal:
        starts = {start for start in starts if not _ORDINAL.search(plain[max(start - 5, 0) : start - 1])}
    at = 0
    for token in tokens:
        if token.kind not in ("words", "break"):
            continue
        length = len(token.text) if token.kind == "words" else 1
        inner = sorted(start - at for start in starts if at < start < at + length)
        for start in inner:
            token.text = f"{token.text[: start - 1]}\n{token.text[start:]}"
        if at + length in starts and token.text.endswith(" "):
            token.text = token.text[:-1] + "\n"
        at += length
    return tokens


def _held(tokens: list[_Token], plain: str) -> Iterator[int]:
    """Places where no line may start: inside links, and before a reference, which stays with its sentence."""
    at, link = 0, False
    for token in tokens:
        if token.kind in ("link", "unlink"):
            link = token.kind == "link"
            if token.note:
                yield at
                yield from (at - 1,) if plain[at - 1 : at] == "(" else ()
        elif token.kind in ("words", "break"):
            length = len(token.text) if token.kind == "words" else 1
            if link:
                yield from range(at + 1, at + length)
            at += length


@cache
def _stops() -> sentences.Stops:
    locale = locales.load(_READING_LANGUAGE)
    return sentences.Stops.of(locale.rows("abbreviations"), locale.words("sentence_openers"))


def _written(tokens: list[_Token], line_break: str) -> str:
    kept = _emphasised(tokens)
    parts: list[str] = []
    for at, token in enumerate(kept):
        following = kept[at + 1].kind if at + 1 < len(kept) else ""
        parts.append(_mark(token, line_break) if token.kind != "words" else _words(token.text, following))
    return "".join(parts)


def _words(text: str, following: str) -> str:
    lines = text.split("\n")
    last = len(lines) - 1
    return "\n".join(
        escaping.words(one, before_link=following == "link" and at == last) for at, one in enumerate(lines)
    )


def _mark(token: _Token, line_break: str) -> str:
    if token.kind == "anchor":
        return f'<a id="{escape(token.text)}"></a>'
    return {"break": line_break, "link": "[", "unlink": f"]({token.text})"}.get(token.kind, token.text)


def _emphasised(tokens: list[_Token]) -> list[_Token]:
    """The tokens without emphasis that Markdown would not read as such."""
    dropped: set[int] = set()
    opened: list[int] = []
    for at, token in enumerate(tokens):
        if token.kind == "open":
            opened.append(at)
        elif token.kind == "close":
            start = opened.pop()
            before, after = _last(tokens[:start]), _first(tokens[at + 1 :])
            inner = tokens[start + 1 : at]
            if opened or not escaping.may_emphasise(_first(inner), _last(inner), before, after):
                dropped |= {start, at}
    return _merged(token for at, token in enumerate(tokens) if at not in dropped)


def _last(tokens: list[_Token]) -> str:
    """The last character of what is written: that of the words, or a bracket of a mark."""
    if not tokens or tokens[-1].kind == "break":
        return ""
    return tokens[-1].text[-1:] if tokens[-1].kind == "words" else ")"


def _first(tokens: list[_Token]) -> str:
    if not tokens or tokens[0].kind == "break":
        return ""
    return tokens[0].text[:1] if tokens[0].kind == "words" else "["
