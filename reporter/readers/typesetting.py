"""Makes paragraphs of the lines of a PDF: joins what the typesetter broke, tells headings and lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from reporter import locales
from reporter.locales import identification
from reporter.model.document import MarkKind
from reporter.readers import furniture, names, wrapping
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
# Their size in parts of that of capitals.
_SMALL_CAPITALS = 0.7
_LINES_A_BREAK = 12
_SHORTEST_WORD = 4
_LONGEST_BOLD = 90
_ENDS_SENTENCE = re.compile(r"[.!?:][”\"’»)\]]*$")
# The beginning of a telephone number, at the end of a line: "+256 772".
_BROKEN_NUMBER = re.compile(r"\+\d(?:[ ()/-]?\d){0,6}[ ()/-]{0,2}$")
_NEVER_FIRST = frozenset(",;.)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A word broken by a hyphen at the end of a line.
_BROKEN = re.compile(r"[^\W\d_]-$")


def set_pages(pages: Sequence[Page], galley: Galley, title: str = "") -> None:
    """Set all pages of a file, which may have a title among its properties, as running text."""
    rows = in_reading_order(pages)
    if rows:
        _Setting(rows, galley).set(names.of_page((title,)))


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
        # Where few lines end with a hyphen, no word was broken: those are of compounds.
        self._breaks_few = _LINES_A_BREAK * sum(row.text.endswith("-") for row in rows) <= len(rows)
        self._spacing = _spacings(rows)
        self._widths = _widths(rows)

    def set(self, titles: frozenset[str]) -> None:
        """Set the text; a paragraph among `titles` is the headline, whatever its type."""
        paragraphs = [(rows, self._text(rows)) for rows in self._paragraphs()]
        named = next((rows for rows, text in paragraphs if names.folded(text) in titles), None)
        for rows, text in _without_parts(paragraphs):
            kind, level = self._kind(rows, text)
            if named is not None and (rows is named or kind == "title"):
                kind, level = ("title", 0) if rows is named else ("heading", 1)
            self._set_paragraph(rows, text, kind, level)

    def _paragraphs(self) -> Iterator[list[Row]]:
        paragraph: list[Row] = []
        for row in self._rows:
            if paragraph and not (
                self._continues(paragraph[-1], row) or self._is_in_small_capitals(paragraph[-1], row)
            ):
                yield paragraph
                paragraph = []
            paragraph.append(row)
        yield paragraph

    def _continues(self, last: Row, row: Row) -> bool:
        """Whether a line stands in the same paragraph as the one before it."""
        if abs(last.size - row.size) > _OTHER_SIZE or (last.bold != row.bold and not self._is_full(last, row)):
            return False
        if BULLET.match(row.text):
            return False
        if row.page != last.page or row.y > last.y:  # a page or a column further
            ended = _ENDS_SENTENCE.search(last.text) is not None
            if _begins_within(row.text) and not ended:
                return True
            return self._is_full(last, row) and (row.text[:1].islower() or not ended)
        if last.y - row.y > _PARAGRAPH_GAP * self._spacing.get(row.size, 1.4 * row.size):
            return False
        return not (
            row.x > last.x + _INDENT * row.size and not BULLET.match(last.text) and _ENDS_SENTENCE.search(last.text)
        )

    def _is_in_small_capitals(self, last: Row, row: Row) -> bool:
        """Whether a line of a headline in small capitals has no capital letter, and is drawn smaller as a whole."""
        near = row.page == last.page and 0 < last.y - row.y <= _PARAGRAPH_GAP * last.size
        smaller = _SMALL_CAPITALS * last.size <= row.size < last.size
        return near and smaller and last.size > _TITLE * self._body < row.size and _begins_within(row.text)

    def _is_full(self, last: Row, row: Row) -> bool:
        """Whether the first word of a line would not have fitted on the line before."""
        width, tolerance = self._widths.get((last.size, last.bold), (0.0, 0.0))
        first = row.text.split(maxsplit=1)[0] if row.text else ""
        return last.width + last.size * ems(" " + first) > tolerance * width

    def _text(self, paragraph: list[Row]) -> str:
        text = paragraph[0].text
        large = paragraph[0].size > _LARGE * self._body
        for last, row in pairwise(paragraph):
            goes_on = large or self._is_full(last, row) or _goes_on(last.text, row.text)
            text = self._joined(text, row.text) if goes_on else f"{text}\n{row.text}"
        return text

    def _set_paragraph(self, paragraph: list[Row], text: str, kind: MarkKind, level: int) -> None:
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
        if f"{head}-{rest}" in self._vocabulary or (head in self._vocabulary and rest in self._vocabulary):
            return True
        known = _known()
        return self._breaks_few and len(rest) >= _SHORTEST_WORD and rest in known and head + rest not in known

    def _kind(self, paragraph: list[Row], text: str) -> tuple[MarkKind, int]:
        size = paragraph[0].size
        if size == self._largest and size > _TITLE * self._body and paragraph[0].page == 1:
            return "title", 0
        if size > _LARGE * self._body:
            return "heading", 2
        if all(row.bold for row in paragraph) and len(text) <= _LONGEST_BOLD:
            return "heading", 3
        return "paragraph", 0


def _without_parts(paragraphs: list[tuple[list[Row], str]]) -> Iterator[tuple[list[Row], str]]:
    """The paragraphs without parts of a printed page such as "Related news": up to a heading as large, or the end."""
    size = 0.0
    for number, (rows, text) in enumerate(paragraphs):
        if size and (rows[0].size >= size or rows[0].page != paragraphs[number - 1][0][0].page):
            size = 0.0
        if number and furniture.opens_part(text) and not any("@" in later for _, later in paragraphs[number:]):
            size = max(rows[0].size, _next_size(paragraphs, number) + _OTHER_SIZE)
        if not size:
            yield rows, text


def _next_size(paragraphs: list[tuple[list[Row], str]], number: int) -> float:
    return paragraphs[number + 1][0][0].size if number + 1 < len(paragraphs) else 0.0


@cache
def _known() -> frozenset[str]:
    """Common words of English: what is made of two of them is a compound."""
    return frozenset(locales.load(identification.DEFAULT).words("common"))


def _goes_on(last: str, after: str) -> bool:
    """Whether a line goes on with the next, though that would have fitted: in a sentence, a list of data, a number."""
    if after[:1] in _NEVER_FIRST or (_BROKEN_NUMBER.search(last) and after[:1].isdigit()):
        return True
    return _begins_within(after)


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
