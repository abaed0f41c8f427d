"""Inlines as runs: words in character styles, links, languages, directions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reporter.language.breaking import kept, kept_date
from reporter.model.note import Inline, InlineNode, LineBreak, Text
from reporter.writers.docx.anchors import Anchors
from reporter.writers.docx.footnotes import Footnotes, is_footnote, without_brackets
from reporter.writers.docx.package import Package
from reporter.writers.docx.wordml import Element, clean, linked, name, run, text, w

# Letters of scripts that are written from right to left: Hebrew, Arabic, Syriac, Thaana, their presentation forms.
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
# A stretch of them with the spaces and marks between their words: \u0633\u0644\u0627\u0645, \u0639\u0644\u06cc\u06a9\u0645
_STRETCH = re.compile(rf"([{_RIGHT_TO_LEFT}]+(?:[^\w{_RIGHT_TO_LEFT}]+[{_RIGHT_TO_LEFT}]+)*)")
# The first letter that has a direction.
_FIRST_LETTER = re.compile(rf"([{_RIGHT_TO_LEFT}])|[^\W\d_]")

REFERENCE = "Reference"
_BOTH = {("Strong", "Emphasis"), ("Emphasis", "Strong")}
_TAG_STYLES = {"strong": "Strong", "em": "Emphasis", "a": "Hyperlink", "note": REFERENCE}
_CLASS_STYLES = {"mark": "Flag", "insertion": "Flag", "digest": REFERENCE, "references": REFERENCE, "value": "Strong"}
_SHORT_REFERENCE = 24
"""Characters of a reference that stays on one line."""

_TOOLTIP = 260
"""Word takes no longer tip."""

_EXTERNAL = ("http://", "https://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Look:
    """How words stand out, from the elements around them."""

    style: str | None = None
    lang: str | None = None
    is_date: bool = False
    is_key: bool = False
    narrow: bool = False
    """Whether a line is so short that references must break."""


class Lines:
    """Turns the inlines of a note into runs."""

    def __init__(
        self,
        package: Package,
        anchors: Anchors,
        ids: Mapping[str, str],
        language: str,
        footnotes: Footnotes | None = None,
    ) -> None:
        self._package = package
        self._anchors = anchors
        self._ids = ids
        self._language = language
        self._footnotes = footnotes

    def runs(self, nodes: Sequence[InlineNode], look: Look | None = None) -> list[Element]:
        """The runs and links of a line."""
        look = look or Look()
        if self._footnotes and not look.narrow:
            nodes = _closed_up(nodes)
        return [element for node in nodes for element in self._node(node, look)]

    def _node(self, node: InlineNode, look: Look) -> list[Element]:
        match node:
            case Text():
                return list(self._words(node.text, look))
            case LineBreak():
                return [run(w("br"))]
            case Inline():
                return [*self._anchors.place([node.id] if node.id else ()), *self._element(node, look)]

    def _element(self, node: Inline, look: Look) -> list[Element]:
        if self._footnotes and not look.narrow and is_footnote(node) and node.children:
            content = self.runs(without_brackets(node.children), Look(lang=look.lang))
            return [self._footnotes.add(content)]
        dated = node.tag == "time" or node.cls == "insertion"
        is_key = look.is_key or node.tag == "note"
        style, lang = _style(node, look.style), node.lang or look.lang
        inner = replace(look, style=style, lang=lang, is_date=dated, is_key=is_key)
        runs = self.runs(node.children, inner)
        link = self._link(node)
        if link is None or not runs:
            return runs
        link.extend(runs)
        return [link]

    def _link(self, node: Inline) -> Element | None:
        """An empty link; None where the note has no place of this name, or the address is of no safe kind."""
        href = node.href or ""
        if href.startswith("#"):
            bookmark = self._anchors.name(href)
            link = w("hyperlink", anchor=bookmark, history="1") if bookmark else None
        elif href.lower().startswith(_EXTERNAL):
            link = linked(w("hyperlink", history="1"), self._package.link(href))
        else:
            link = None
        if link is not None and node.title:
            link.set(name("w:tooltip"), clean(node.title)[:_TOOLTIP])
        return link

    def _words(self, words: str, look: Look) -> Iterator[Element]:
        """Runs of one direction, with the places where their line may not break."""
        words = kept_date(words) if look.is_date else kept(words)
        for place, stretch in enumerate(_STRETCH.split(words) if not words.isascii() else (words,)):
            if stretch:
                content = _key(stretch, look) if look.is_key else [text(stretch)]
                yield w("r", *self._properties(look, rtl=place % 2 == 1), *content)

    def _properties(self, look: Look, *, rtl: bool) -> list[Element]:
        rows = [w("rStyle", val=self._ids[look.style])] if look.style else []
        rows += [w("rtl")] if rtl else []
        if look.lang and look.lang != self._language:
            rows.append(w("lang", val=look.lang, eastAsia=look.lang, bidi=look.lang))
        return [w("rPr", *rows)] if rows else []


def _key(words: str, look: Look) -> list[Element]:
    """A key like `OSCE 2015-08-19 ¶3`, its date never broken, and a short one not at all."""
    if not look.narrow and len(words) <= _SHORT_REFERENCE:
        words = words.replace(" ", "\N{NO-BREAK SPACE}")
    first, *others = words.split("-")
    return [text(first), *(element for part in others for element in (w("noBreakHyphen"), text(part)))]


def is_right_to_left(words: str) -> bool:
    """Whether a line's first letter is one of a script that runs from right to left."""
    if words.isascii():
        return False
    first = _FIRST_LETTER.search(words)
    return bool(first and first[1])


def _closed_up(nodes: Sequence[InlineNode]) -> list[InlineNode]:
    """A line whose footnotes follow their words without a space."""
    closed = list(nodes)
    for place, (node, following) in enumerate(pairwise(nodes)):
        if isinstance(node, Text) and is_footnote(following):
            closed[place] = Text(text=node.text.rstrip())
    return closed


def style_of_class(cls: str | None) -> str | None:
    """The character style of everything in an element of a class."""
    return _CLASS_STYLES.get(cls or "")


def _style(node: Inline, outer: str | None) -> str | None:
    own = style_of_class(node.cls) or _TAG_STYLES.get(node.tag)
    if own and outer and (outer, own) in _BOTH:
        return "Intense Emphasis"
    return own or outer
