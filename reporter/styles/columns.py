"""How wide the columns of a table are: by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reporter.language.breaking import pieces_of_date
from reporter.model.note import Cell, Row, Table
from reporter.model.walking import inlines_of, plain, plain_block, walk

_STEP = 2
"""Characters by which a column grows at a time."""

_SAMPLE = 48
"""Rows that are looked at, spread over the table."""

_LONGEST_WORD = 26
"""Characters: a longer word may be broken."""

_SHORT = 14
"""Characters: a column whose longest cell has no more is not broken into lines."""

_WHOLE = 22
"""Characters of what is kept on one line though it has several words."""

_SMALLER = 2
"""So many characters less wide is a reference, which is set in smaller letters."""


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
    least = [full if full <= _SHORT else low for full, low in zip(longest, least, strict=True)]
    least, longest = ([size * character + padding for size in sizes] for sizes in (least, longest))
    if sum(longest) <= width:
        return _filled(longest, longest, width)
    return _filled(_grown(least, longest, _sizes(columns, character), width, step=_STEP * character), longest, width)


def _sizes(columns: Sequence[Sequence[Cell]], character: int) -> list[tuple[int, ...]]:
    """How long the cells of some rows are; a table whose cells stand in several columns has rows of what there is."""
    count = max(map(len, columns), default=0)
    places = range(0, count, count // _SAMPLE + 1)
    return [
        tuple(_length(_words(column[place])) * character if place < len(column) else 0 for column in columns)
        for place in places
    ]


def _grown(
    least: Sequence[int], longest: Sequence[int], rows: Iterable[Sequence[int]], width: int, *, step: int
) -> list[int]:
    """Widths that grow step by step, each time the column that makes the rows lower than any other would.

    A row is as high as its highest cell, so what is long gets the room, and what is short breaks into two lines where
    its neighbour has three anyway.
    """
    sizes, rows = list(least), list(rows)
    while sum(sizes) + step <= width:
        gains = [0.0] * len(sizes)
        for row in rows:
            heights = [max(length / size, 1) for length, size in zip(row, sizes, strict=True)]
            highest = max(heights)
            place = heights.index(highest)
            others = max((height for other, height in enumerate(heights) if other != place), default=1)
            gains[place] += highest - max(row[place] / (sizes[place] + step), others, 1)
        best = max(range(len(sizes)), key=lambda place: (gains[place], longest[place] - sizes[place]))
        sizes[best] += step
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
    """What stays on one line: words and dates; a reference and the name of a row if they are short."""
    words = _words(cell)
    if cell.scope == "row" and len(words) <= _WHOLE:
        yield words
    yield from words.replace("-", "- ").replace("/", "/ ").split()
    for inline in (inline for part in walk(cell.children) for inline in inlines_of(part)):
        if inline.tag == "time":
            yield from pieces_of_date(plain(inline.children))
        elif inline.tag == "note" and len(reference := plain(inline.children)) <= _WHOLE:
            yield reference[_SMALLER:]


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
