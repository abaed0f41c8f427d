"""The printed lines of a text, and the pieces of lines that were glued together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reporter.model.spans import Span

_LINE = re.compile(r"[^\n]+")
# A bullet or an item's number: "•", "- ", "· ", "* ", "(a)", "1)", "12." before white space.
_BULLET = re.compile(r"(?:[•·▪◦‣●○■□✓➢*–—-]|ï·|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.)[ \t\u00a0]+(?=\S)")
_MARK_ONLY = re.compile(r"[•·▪◦‣●○■□✓➢](?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line, without the white space around it."""

    span: Span
    text: str
    indent: int
    """Characters of white space before it."""
    gap: int
    """Empty lines before it."""
    bullet: int
    """Length of the bullet or number that opens it; 0 where none does."""


def read(text: str) -> list[Line]:
    """The lines of a text that print anything."""
    lines: list[Line] = []
    previous_end = -1
    for found in _LINE.finditer(text):
        raw = found.group()
        stripped = raw.strip()
        if not stripped:
            continue
        indent = len(raw) - len(raw.lstrip())
        start = found.start() + indent
        gap = text.count("\n", previous_end, start) - 1 if previous_end >= 0 else 0
        previous_end = start + len(stripped)
        lines.append(line_of(text, Span(start, previous_end), indent=indent, gap=gap))
    return lines


def line_of(text: str, span: Span, *, indent: int = 0, gap: int = 0) -> Line:
    """The line that fills a span."""
    words = text[span.start : span.end]
    return Line(span=span, text=words, indent=indent, gap=gap, bullet=_bullet(words))


def _bullet(words: str) -> int:
    if words[0].isalpha() and words[0] not in "abcdefghijivxï":
        return 0
    found = _BULLET.match(words) or _MARK_ONLY.match(words)
    return found.end() if found else 0
