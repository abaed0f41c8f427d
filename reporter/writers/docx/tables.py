"""Tables: a grid with widths from the content, head rows that repeat, rows that do not split."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from reporter.model.note import Cell, Row, Table
from reporter.writers.docx.tree import plain, plain_block
from reporter.writers.docx.wordml import Element, clean, w

_CHARACTER = 102
"""Twips that a character of a table takes, about: half an em of 9.5 points."""

_PADDING = 190
"""Twips of a cell's margins, with some room."""

_SHORT = 26
"""Characters: a column whose longest cell has no more is not broken into lines where the page allows it."""

_LONGEST_WORD = 22
_ENOUGH = 240
"""Characters from which on a longer cell does not ask for a wider column."""

CellWriter = Callable[[Cell, int, bool], list[Element]]
"""A cell's blocks, given the width of the cell and whether it stands in the head."""


def write(table: Table, width: int, ids: Mapping[str, str], cell: CellWriter, first: Callable[[Row], None]) -> Element:
    """A table as wide as the text.

    Args:
        table: With one row at least.
        width: Twips.
        ids: Of the named styles.
        cell: Writes what stands in a cell.
        first: Called before the cells of a row are written.
    """
    columns = widths(table, width)
    element = w("tbl", _properties(table, width, ids), w("tblGrid", *(w("gridCol", w=str(size)) for size in columns)))
    for place, row in enumerate((*table.head, *table.body)):
        first(row)
        element.append(_row(row, columns, cell, head=place < len(table.head)))
    return element


def widths(table: Table, width: int) -> list[int]:
    """The width of each column, in twips; together they are the table's."""
    rows = (*table.head, *table.body)
    columns = max((sum(cell.colspan for cell in row.cells) for row in rows), default=1) or 1
    texts = [list(column) for column in _columns(rows, columns)]
    least = [_least(column) for column in texts]
    wanted = [max(_wanted(column), low) for column, low in zip(texts, least, strict=True)]
    short = [want if want <= _SHORT * _CHARACTER + _PADDING else low for want, low in zip(wanted, least, strict=True)]
    start = short if sum(short) <= width * 3 // 4 or short == wanted else least
    return _filled(start, wanted, width)


def _filled(start: list[int], wanted: list[int], width: int) -> list[int]:
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


def _columns(rows: Iterable[Row], count: int) -> list[list[str]]:
    """The texts of each column, of cells that stand in one column only."""
    columns: list[list[str]] = [[] for _ in range(count)]
    for row in rows:
        place = 0
        for cell in row.cells:
            if cell.colspan == 1:
                columns[place].append(" ".join(map(plain_block, cell.children)))
            place += cell.colspan
    return columns


def _least(texts: Sequence[str]) -> int:
    longest = max((len(word) for text in texts for word in text.split()), default=1)
    return min(longest, _LONGEST_WORD) * _CHARACTER + _PADDING


def _wanted(texts: Sequence[str]) -> int:
    return min(max(map(len, texts), default=1), _ENOUGH) * _CHARACTER + _PADDING


def _properties(table: Table, width: int, ids: Mapping[str, str]) -> Element:
    row_heads = any(cell.scope == "row" for row in table.body for cell in row.cells[:1])
    look = {"firstRow": str(int(bool(table.head))), "lastRow": "0", "firstColumn": str(int(row_heads))}
    caption = [w("tblCaption", val=clean(plain(table.caption)))] if table.caption else []
    return w(
        "tblPr",
        w("tblStyle", val=ids["Note Table"]),
        w("tblW", w=str(width), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="04A0" if row_heads else "0420", **look, lastColumn="0", noHBand="0", noVBand="1"),
        *caption,
    )


def _row(row: Row, columns: list[int], cell: CellWriter, *, head: bool) -> Element:
    element = w("tr", w("trPr", w("cantSplit"), *([w("tblHeader")] if head else [])))
    place = 0
    for item in row.cells:
        element.append(_cell(item, sum(columns[place : place + item.colspan]), cell, head=head))
        place += item.colspan
    if place < len(columns):
        element.append(_cell(Cell(children=(), colspan=len(columns) - place), sum(columns[place:]), cell, head=head))
    return element


def _cell(item: Cell, width: int, cell: CellWriter, *, head: bool) -> Element:
    span = [w("gridSpan", val=str(item.colspan))] if item.colspan > 1 else []
    return w("tc", w("tcPr", w("tcW", w=str(width), type="dxa"), *span), *cell(item, width, head))
