"""Makes paragraphs of the lines of a PDF: joins what the typesetter broke, tells headings and lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reporter.model.document import MarkKind
from reporter.readers import wrapping
from reporter.readers.galley import Galley
from reporter.readers.rows import BULLET, PRINTED_ADDRESS, Page, Row, ems, in_reading_order

# Distance between baselines, in parts of the usual one, from which on a new paragraph begins.
_PARAGRAPH_GAP = 1.25
# A line that ends this much before the others do has been ended on purpose.
_FULL = 0.96
_FULL_OTHER = 0.88
_FEWEST_LINES = 6
_OTHER_SIZE = 0.5
_LARGE = 1.12
_TITLE = 1.25
_INDENT = 0.8
_LONGEST_BOLD = 90
_ENDS_SENTENCE = re.compile(r"[.!?:][”\"’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A word broken by a hyphen at the end of a line.
_BROKEN = re.compile(r"[^\W\d_]-$")


def set_pages(pages: Sequence[Page], galley: Galley) -> None:
    """Set all pages of a file as running text."""
    rows = in_reading_order(pages)
    if rows:
        _Setting(rows, galley).set()


class _Setting:
    """Makes paragraphs of lines and sets them."""

    def __init__(self, rows: list[Row], galley: Galley) -> None:
        self._rows = rows
        self._galley = galley
        self._body = _commonest(row.size for row in rows for _ in range(1 + len(row.text) // 40))
        self._largest = max(row.size for row in rows)
        self._vocabulary = _vocabulary(rows)
        # Where a file breaks words with a hyphen of typesetting, a plain one at the end of a line belongs to the word.
        self._hyphenates = not any(row.text.endswith(wrapping.TYPESET) for row in rows)
        self._spacing = _spacings(rows)
        self._widths = _widths(rows)

    def set(self) -> None:
        paragraph: list[Row] = []
        for row in self._rows:
            if paragraph and not self._continues(paragraph[-1], row):
                self._set_paragraph(paragraph)
                paragraph = []
            paragraph.append(row)
        self._set_paragraph(paragraph)

    def _continues(self, last: Row, row: Row) -> bool:
        """Whether a line stands in the same paragraph as the one before it."""
        if abs(last.size - row.size) > _OTHER_SIZE or (last.bold != row.bold and not self._is_full(last, row)):
            return False
        if BULLET.match(row.text):
            return False
        if row.page != last.page or row.y > last.y:  # a page or a column further
            return self._is_full(last, row) and (row.text[:1].islower() or not _ENDS_SENTENCE.search(last.text))
        if last.y - row.y > _PARAGRAPH_GAP * self._spacing.get(row.size, 1.4 * row.size):
            return False
        return not (
            row.x > last.x + _INDENT * row.size and not BULLET.match(last.text) and _ENDS_SENTENCE.search(last.text)
        )

    def _is_full(self, last: Row, row: Row) -> bool:
        """Whether the first word of a line would not have fitted on the line before."""
        width, tolerance = self._widths.get((last.size, last.bold), (0.0, 0.0))
        first = row.text.split(maxsplit=1)[0] if row.text else ""
        return last.width + last.size * ems(" " + first) > tolerance * width

    def _set_paragraph(self, paragraph: list[Row]) -> None:
        text = paragraph[0].text
        large = paragraph[0].size > _LARGE * self._body
        for last, row in pairwise(paragraph):
            goes_on = large or self._is_full(last, row) or _begins_within(row.text)
            text = self._joined(text, row.text) if goes_on else f"{text}\n{row.text}"
        kind, level = self._kind(paragraph, text)
        bullet = BULLET.match(text)
        if bullet and kind == "paragraph":
            kind, level = "list", 1
            text = text if bullet.group()[0].isalnum() or bullet.group()[0] == "(" else f"• {text[bullet.end() :]}"
        self._galley.add(text, kind, level=level, page=paragraph[0].page)

    def _joined(self, text: str, after: str) -> str:
        if self._hyphenates and _BROKEN.search(text) and after[:1].islower() and not self._is_compound(text, after):
            return text[:-1] + after
        return wrapping.join(text, after, self._vocabulary)

    def _is_compound(self, text: str, after: str) -> bool:
        """Whether the hyphen at a line's end is one of the word: it stands elsewhere so, or its parts are words."""
        head = text[:-1].rsplit(maxsplit=1)[-1].lower()
        tail = _WORD.match(after)
        rest = tail.group().lower() if tail else ""
        if head + rest in self._vocabulary:
            return False
        return f"{head}-{rest}" in self._vocabulary or (head in self._vocabulary and rest in self._vocabulary)

    def _kind(self, paragraph: list[Row], text: str) -> tuple[MarkKind, int]:
        size = paragraph[0].size
        if size == self._largest and size > _TITLE * self._body and paragraph[0].page == 1:
            return "title", 0
        if size > _LARGE * self._body:
            return "heading", 2
        if all(row.bold for row in paragraph) and len(text) <= _LONGEST_BOLD:
            return "heading", 3
        return "paragraph", 0


def _begins_within(text: str) -> bool:
    """Whether a line begins in the middle of a sentence: with a small letter, and with no address."""
    first = text.split(maxsplit=1)[0]
    return first[:1].islower() and "@" not in first and not PRINTED_ADDRESS.match(first)


def _commonest(sizes: Iterable[float]) -> float:
    return Counter(sizes).most_common(1)[0][0]


def _vocabulary(rows: list[Row]) -> frozenset[str]:
    """The words of a file but for those broken at the end of a line."""
    words: set[str] = set()
    for row in rows:
        text = (
            row.text.rsplit(maxsplit=1)[0]
            if row.text.endswith(("-", *wrapping.TYPESET)) and " " in row.text
            else row.text
        )
        words.update(word.lower() for word in _WORD.findall(text))
    return frozenset(words)


def _spacings(rows: list[Row]) -> dict[float, float]:
    """The usual distance between baselines, by type size."""
    gaps: dict[float, Counter[float]] = {}
    for last, row in pairwise(rows):
        if last.page == row.page and last.size == row.size and 0 < last.y - row.y < 3 * row.size:
            gaps.setdefault(row.size, Counter())[round(last.y - row.y)] += 1
    # The smallest of the common distances: that between lines, where paragraphs are as common as lines.
    return {
        size: float(min(gap for gap, count in counts.items() if count * 4 >= max(counts.values())))
        for size, counts in gaps.items()
    }


def _widths(rows: list[Row]) -> dict[tuple[float, bool], tuple[float, float]]:
    """The width of a full line by type size and weight, and how much of it a line needs to count as full."""
    widest = max(row.width for row in rows)
    fonts: dict[tuple[float, bool], list[float]] = {}
    for row in rows:
        fonts.setdefault((row.size, row.bold), []).append(row.width)
    return {
        font: (sorted(widths)[-2], _FULL) if len(widths) >= _FEWEST_LINES else (widest, _FULL_OTHER)
        for font, widths in fonts.items()
    }
