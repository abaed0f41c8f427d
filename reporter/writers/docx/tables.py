"""Tables: a grid with widths from the content, head rows that repeat, rows that do not split."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reporter.model.note import Cell, Row, Table
from reporter.model.walking import plain
from reporter.styles.columns import widths
from reporter.writers.docx.wordml import Element, clean, w

_CHARACTER = 102
"""Twips that a character of a table takes, about: half an em of 9.5 points."""

_PADDING = 190
"""Twips of a cell's margins, with some room."""

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
    columns = widths(table, width, character=_CHARACTER, padding=_PADDING)
    element = w("tbl", _properties(table, width, ids), w("tblGrid", *(w("gridCol", w=str(size)) for size in columns)))
    for place, row in enumerate((*table.head, *table.body)):
        first(row)
        element.append(_row(row, columns, cell, head=place < len(table.head)))
    return element


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
