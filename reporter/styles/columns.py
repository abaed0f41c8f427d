"""How wide the columns of a table are: by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reporter.language.breaking import pieces_of_date
from reporter.model.note import Cell, Row, Table
from reporter.model.walking import inlines_of, plain, plain_block, walk

_SHORT = 26
"""Characters: a column whose longest cell has no more is not broken into lines where the page allows it."""

_MOST_UNBROKEN = 74
"""Percent of the line that columns may have before the long ones are given more."""

_EASE = 5
"""Characters that a column of long cells has beyond their mean."""

_LONGEST_WORD = 22
"""Characters: a longer word may be broken."""


def widths(table: Table, width: int, *, character: int, padding: int) -> list[int]:
    """The width of each column; together they are the table's.

    Args:
        table: With what stands in its cells.
        width: Of the table, in any unit.
        character: Of one of its characters, about.
        padding: Of a cell, left and right together.
    """
    rows = (*table.head, *table.body)
    count = max((sum(cell.colspan for cell in row.cells) for row in rows), default=1) or 1
    columns = _columns(rows, count)
    least = [min(_longest(word for cell in column for word in _pieces(cell)), _LONGEST_WORD) for column in columns]
    longest = [max(_longest(map(_words, column)), low) for column, low in zip(columns, least, strict=True)]
    wanted = [max(low, min(full, _mean(column))) for column, full, low in zip(columns, longest, least, strict=True)]
    least, longest, wanted = ([size * character + padding for size in sizes] for sizes in (least, longest, wanted))
    if sum(longest) <= width:
        return _filled(longest, longest, width)
    start = _unbroken(least, longest, limit=_SHORT * character + padding, room=width * _MOST_UNBROKEN // 100)
    return _filled(start, [max(sizes) for sizes in zip(start, wanted, strict=True)], width)


def _unbroken(least: Sequence[int], longest: Sequence[int], *, limit: int, room: int) -> list[int]:
    """The least widths; short columns are given all that they need, those that need little first, while there is room."""
    sizes = list(least)
    for place in sorted(range(len(sizes)), key=lambda place: longest[place] - least[place]):
        if longest[place] <= limit and sum(sizes) + longest[place] - least[place] <= room:
            sizes[place] = longest[place]
    return sizes


def _columns(rows: Iterable[Row], count: int) -> list[list[Cell]]:
    """The cells of each column that stand in one column only."""
    columns: list[list[Cell]] = [[] for _ in range(count)]
    for row in rows:
        place = 0
        for cell in row.cells:
            if cell.colspan == 1:
                columns[place].append(cell)
            place += cell.colspan
    return columns


def _words(cell: Cell) -> str:
    return " ".join(map(plain_block, cell.children))


def _pieces(cell: Cell) -> Iterator[str]:
    """What stays on one line: words and dates."""
    yield from _words(cell).split()
    for inline in (inline for part in walk(cell.children) for inline in inlines_of(part)):
        if inline.tag == "time":
            yield from pieces_of_date(plain(inline.children))


def _mean(cells: Sequence[Cell]) -> int:
    """A little more than the cells of a column have, on the mean of those that are not empty."""
    lengths = [_length(words) for words in map(_words, cells) if words]
    return sum(lengths) // max(len(lengths), 1) + _EASE


def _longest(texts: Iterable[str]) -> int:
    return max(map(_length, texts), default=1)


def _length(text: str) -> int:
    """Characters, as wide as those of English; those of other scripts are wider by a quarter."""
    return len(text) if text.isascii() else len(text) + sum(not character.isascii() for character in text) // 4 + 1


def _filled(start: Sequence[int], wanted: Sequence[int], width: int) -> list[int]:
    """The rest of the width goes to the columns that want more; what none wants, to all, the wide ones most."""
    total = sum(start)
    if total >= width:
        sizes = [size * width // total for size in start]
    else:
        more = [max(want - size, 0) for want, size in zip(wanted, start, strict=True)]
        if sum(more) < width - total:
            more = [want + extra for want, extra in zip(wanted, more, strict=True)]
        sizes = [size + (width - total) * extra // sum(more) for size, extra in zip(start, more, strict=True)]
    sizes[sizes.index(max(sizes))] += width - sum(sizes)
    return sizes
