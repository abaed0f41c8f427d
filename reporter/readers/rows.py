"""From places on a page to its lines in reading order: columns after one another, running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reporter.readers.characters import clean


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
        return self.size * ems(self.text)

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
_OUTER_ROWS = 3
_OUTER_SHARE = 0.12
_SAME_HEIGHT = 6.0
# As in Page 1 of 2, 1/2, - 3 -, Seite 1 von 2; and the address that a browser prints at the foot
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|pagina|página|p\.)?\s*[-–|]?\s*\d{1,4}(?:\s*(?:/|of|von|de|di|sur)\s*\d{1,4})?\s*[-–|]?",
    re.IGNORECASE,
)
PRINTED_ADDRESS = re.compile(r"(?:https?://|file:///|www\.)\S+(?:\s+\d{1,3}\s*/\s*\d{1,3})?")
# When a browser printed a page: 11/21/26, 8:39 PM
_PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s\d{1,2}:\d{2}(?:\s?[AP]M)?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
# What opens an item of a list: a bullet, a dash, a number.
BULLET = re.compile(r"[•▪◦‣·●○■]\s*|[-–—]\s+|\(?\d{1,2}[.)]\s+")


def in_reading_order(pages: Sequence[Page]) -> list[Row]:
    """The lines of all pages as they are read, without running heads and page numbers."""
    drawn = [_rows(page, number) for number, page in enumerate(pages, 1)]
    running = _running_heads(drawn, pages)
    return [row for rows in drawn for row in _reading_order([row for row in rows if row not in running])]


def ems(text: str) -> float:
    """How wide a text is, in parts of its type size."""
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
        words = " ".join(clean(piece.text).split())
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
        if repeated or _is_furniture(row.text):
            running.add(row)
    # What stands on one line with a page number is of its kind.
    lines = {(row.page, row.y) for row in running}
    return running | {row for row in outer if (row.page, row.y) in lines}


def _is_furniture(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in (_PAGE_NUMBER, PRINTED_ADDRESS, _PRINTED))


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
            text = f"{last.text} {row.text}" if BULLET.fullmatch(last.text + " ") else f"{last.text} | {row.text}"
            table[-1] = Row(text=text, x=last.x, y=last.y, size=last.size, bold=last.bold, page=last.page)
        else:
            table.append(row)
    return table
