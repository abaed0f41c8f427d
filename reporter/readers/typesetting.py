"""From places on a page back to text: lines, columns, running heads, paragraphs, headings."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reporter.model.document import MarkKind
from reporter.readers import wrapping
from reporter.readers.galley import Galley


class Piece(NamedTuple):
    """A stretch of text as the file draws it, with where it begins."""

    text: str
    x: float
    y: float
    """Upwards from the foot of the page, in points."""
    size: float
    bold: bool


class Page(NamedTuple):
    """What one page draws."""

    height: float
    pieces: list[Piece]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of text on a page."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    page: int
    """Counted from 1."""

    @property
    def width(self) -> float:
        """In points, as a usual typeface would have it; good for comparison within one file."""
        return self.size * _ems(self.text)

    @property
    def end(self) -> float:
        """Where the line ends, as estimated."""
        return self.x + self.width


# Widths of letters in ems, after the metrics of Helvetica.
_NARROW, _WIDE, _CAPITAL, _USUAL, _DIGIT = 0.26, 0.83, 0.67, 0.53, 0.556
_WIDTHS = {
    **dict.fromkeys("iljtfrI.,;:'’‘|!()[]/ -", _NARROW),
    **dict.fromkeys("mwMW@%—", _WIDE),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", _CAPITAL),
    **dict.fromkeys("0123456789", _DIGIT),
}

# Baselines this close, in parts of the type size, are one line.
_SAME_LINE = 0.35
# A gap of more than this many ems on a line parts columns or cells.
_WIDE_GAP = 2.0
_SAME_MARGIN = 6.0
# A column has this many lines at least, with this many characters on average.
_COLUMN_LINES = 5
_COLUMN_CHARACTERS = 14
_COLUMN_SHARE = 0.2
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
_OUTER_ROWS = 3
_OUTER_SHARE = 0.12
_SAME_HEIGHT = 6.0
_LONGEST_BOLD = 90
# As in Page 1 of 2, 1/2, - 3 -, Seite 1 von 2; and the address that a browser prints at the foot
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|pagina|página|p\.)?\s*[-–|]?\s*\d{1,4}(?:\s*(?:/|of|von|de|di|sur)\s*\d{1,4})?\s*[-–|]?",
    re.IGNORECASE,
)
_PRINTED_ADDRESS = re.compile(r"(?:https?://|www\.)\S+(?:\s+\d{1,3}\s*/\s*\d{1,3})?")
_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"[•▪◦‣·●○■]\s*|[-–—]\s+|\(?\d{1,2}[.)]\s+")
_ENDS_SENTENCE = re.compile(r"[.!?:][”\"’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A word broken by a hyphen at the end of a line.
_BROKEN = re.compile(r"[^\W\d_]-$")


def set_pages(pages: Sequence[Page], galley: Galley) -> None:
    """Set all pages of a file as running text."""
    drawn = [_rows(page, number) for number, page in enumerate(pages, 1)]
    running = _running_heads(drawn, pages)
    ordered = [row for rows in drawn for row in _reading_order([row for row in rows if row not in running])]
    if ordered:
        _Setting(ordered, galley).set()


def _ems(text: str) -> float:
    return sum(_WIDTHS.get(character, _USUAL) for character in text)


# Lines


def _rows(page: Page, number: int) -> list[Row]:
    """The lines of a page from top to bottom; stretches on one baseline with a wide gap between are lines apart."""
    rows: list[Row] = []
    for baseline in _baselines(page.pieces):
        rows += _joined(sorted(baseline, key=lambda piece: piece.x), number)
    return rows


def _baselines(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    current: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.y, piece.x)):
        if current and abs(current[0].y - piece.y) > _SAME_LINE * max(current[0].size, piece.size, 1):
            yield current
            current = []
        current.append(piece)
    if current:
        yield current


def _joined(pieces: list[Piece], number: int) -> Iterator[Row]:
    row: Row | None = None
    for piece in pieces:
        words = " ".join(piece.text.split())
        spaced = piece.text[:1].isspace()
        if row is not None and piece.x - row.end <= _WIDE_GAP * max(row.size, piece.size):
            gap = " " if spaced or row.text.endswith(" ") or piece.x - row.end > 0.35 * piece.size else ""
            text = f"{row.text}{gap}{words}"
            row = Row(
                text=text, x=row.x, y=row.y, size=max(row.size, piece.size), bold=row.bold and piece.bold, page=number
            )
        else:
            if row is not None:
                yield _stripped(row)
            row = Row(text=words, x=piece.x, y=piece.y, size=piece.size, bold=piece.bold, page=number)
        if piece.text[-1:].isspace() and "\n" not in piece.text[-1:]:
            row = Row(text=row.text + " ", x=row.x, y=row.y, size=row.size, bold=row.bold, page=number)
    if row is not None:
        yield _stripped(row)


def _stripped(row: Row) -> Row:
    return Row(text=row.text.strip(), x=row.x, y=row.y, size=row.size, bold=row.bold, page=row.page)


# Running heads


def _running_heads(drawn: list[list[Row]], pages: Sequence[Page]) -> set[Row]:
    """Lines at the head and foot of pages that stand on others too, and page numbers."""
    outer = [row for rows, page in zip(drawn, pages, strict=True) for row in _outer(rows, page.height)]
    seen = Counter((_DIGITS.sub("0", row.text).lower(), round(row.y / _SAME_HEIGHT)) for row in outer)
    running = set()
    for row in outer:
        height = round(row.y / _SAME_HEIGHT)
        words = _DIGITS.sub("0", row.text).lower()
        repeated = sum(seen[words, near] for near in (height - 1, height, height + 1)) > 1
        if repeated or _PAGE_NUMBER.fullmatch(row.text) or _PRINTED_ADDRESS.fullmatch(row.text):
            running.add(row)
    return running


def _outer(rows: list[Row], height: float) -> list[Row]:
    """The first and last lines of a page, if they stand near its edge."""
    edge = _OUTER_SHARE * height
    top = [row for row in rows[:_OUTER_ROWS] if row.y > height - edge]
    foot = [row for row in rows[-_OUTER_ROWS:] if row.y < edge]
    return top + foot


# Columns


def _reading_order(rows: list[Row]) -> list[Row]:
    """The lines of a page in the order in which they are read: columns from left to right, between full-width lines."""
    margins = _margins(rows)
    if len(margins) <= 1:
        return _as_table(rows)
    ordered: list[Row] = []
    band: list[Row] = []
    for row in rows:
        if _spans_columns(row, margins):
            ordered += _by_column(band, margins)
            ordered.append(row)
            band = []
        else:
            band.append(row)
    return ordered + _by_column(band, margins)


def _margins(rows: list[Row]) -> list[float]:
    """Where columns begin: several lines of text begin there, a good way right of the column before."""
    if not rows:
        return []
    lines = Counter(round(row.x / _SAME_MARGIN) for row in rows)
    width = max(row.end for row in rows) - min(row.x for row in rows)
    margins: list[float] = []
    for place in sorted(lines):
        beginning = [row for row in rows if abs(row.x - place * _SAME_MARGIN) <= _SAME_MARGIN]
        characters = sum(len(row.text) for row in beginning)
        if len(beginning) < _COLUMN_LINES or characters < _COLUMN_CHARACTERS * len(beginning):
            continue
        x = min(row.x for row in beginning)
        if not margins or x - margins[-1] > _COLUMN_SHARE * width:
            margins.append(x)
    return margins


def _column(row: Row, margins: list[float]) -> int:
    return max((n for n, margin in enumerate(margins) if row.x >= margin - _SAME_MARGIN), default=0)


def _spans_columns(row: Row, margins: list[float]) -> bool:
    column = _column(row, margins)
    return column + 1 < len(margins) and row.end > margins[column + 1] + 2 * row.size


def _by_column(band: list[Row], margins: list[float]) -> list[Row]:
    return [row for column in range(len(margins)) for row in band if _column(row, margins) == column]


def _as_table(rows: list[Row]) -> list[Row]:
    """Lines of one baseline as one line with ` | ` between its cells."""
    table: list[Row] = []
    for row in rows:
        if table and abs(table[-1].y - row.y) <= _SAME_LINE * row.size and row.x > table[-1].x:
            last = table[-1]
            text = f"{last.text} {row.text}" if _BULLET.fullmatch(last.text + " ") else f"{last.text} | {row.text}"
            table[-1] = Row(text=text, x=last.x, y=last.y, size=last.size, bold=last.bold, page=last.page)
        else:
            table.append(row)
    return table


# Paragraphs


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
        if _BULLET.match(row.text):
            return False
        if row.page != last.page or row.y > last.y:  # a page or a column further
            return self._is_full(last, row) and (row.text[:1].islower() or not _ENDS_SENTENCE.search(last.text))
        if last.y - row.y > _PARAGRAPH_GAP * self._spacing.get(row.size, 1.4 * row.size):
            return False
        return not (
            row.x > last.x + _INDENT * row.size and not _BULLET.match(last.text) and _ENDS_SENTENCE.search(last.text)
        )

    def _is_full(self, last: Row, row: Row) -> bool:
        """Whether the first word of a line would not have fitted on the line before."""
        width, tolerance = self._widths.get((last.size, last.bold), (0.0, 0.0))
        first = row.text.split(maxsplit=1)[0] if row.text else ""
        return last.width + last.size * _ems(" " + first) > tolerance * width

    def _set_paragraph(self, paragraph: list[Row]) -> None:
        text = paragraph[0].text
        large = paragraph[0].size > _LARGE * self._body
        for last, row in itertools.pairwise(paragraph):
            goes_on = large or self._is_full(last, row) or _begins_within(row.text)
            text = self._joined(text, row.text) if goes_on else f"{text}\n{row.text}"
        kind, level = self._kind(paragraph, text)
        bullet = _BULLET.match(text)
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
    return first[:1].islower() and "@" not in first and not _PRINTED_ADDRESS.match(first)


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
    for last, row in itertools.pairwise(rows):
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
