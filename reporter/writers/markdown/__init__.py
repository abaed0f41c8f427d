"""Markdown: CommonMark with GitHub's tables, one sentence a line, as mdformat would leave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reporter.model.note import (
    BlockNode,
    Cell,
    DefinitionList,
    Figure,
    Heading,
    Inline,
    InlineNode,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Row,
    Section,
    Table,
    Text,
)
from reporter.styles import Style
from reporter.writers.markdown import anchors, escaping
from reporter.writers.markdown.inlines import Line

_CELL_BREAK = "<br>"
_NAME = "name"


def write(note: Note, style: Style) -> bytes:
    """The note as a Markdown file."""
    del style
    ordinal = (note.labels or {}).get("mark.ordinal", "")
    blocks = _Blocks(Line(anchors.of(note.sections), ordinal))
    return ("\n".join(blocks.lines(note.sections)) + "\n").encode("utf-8", "replace")


class _Blocks:
    """Writes blocks as lines."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def lines(self, nodes: Iterable[BlockNode], *, tight: bool = False) -> list[str]:
        """The blocks one after the other, an empty line between them unless the list they stand in is tight."""
        found: list[str] = []
        markers = _Markers()
        for node in _flat(nodes):
            block = self._block(node, markers.next(node))
            if block:
                found += [*([""] if found and not tight else []), *block]
        return found

    def _block(self, node: BlockNode, marker: str) -> list[str]:  # noqa: PLR0911  (one for each kind of block)
        match node:
            case Heading():
                return [self._heading(node)]
            case Paragraph():
                return self._paragraph(node)
            case ListBlock():
                return self._list(node, marker)
            case DefinitionList():
                return self._list(_as_list(node), marker)
            case Table():
                return [*self._caption(node.caption), *self._table(node)]
            case Quotation():
                return [f"> {line}".rstrip() for line in self.lines(node.children)]
            case Figure():
                return self._caption(node.caption)[:-1]
            case _:
                return []

    def _paragraph(self, node: Paragraph) -> list[str]:
        """A sentence a line; a name with position and date is no sentence."""
        if node.cls == _NAME:
            return [escaping.line(self._line.single(node.children, _CELL_BREAK, node.id))]
        return self._line.paragraph(node.children, node.id)

    def _heading(self, node: Heading) -> str:
        text = self._line.single(node.children, " ")
        return "#" * node.level + " " + (f"{text[:-1]}\\#" if text.endswith("#") else text)

    def _caption(self, words: tuple[InlineNode, ...]) -> list[str]:
        """A caption as a line of its own, in italics."""
        return [*self._line.paragraph((Inline(tag="em", children=words),)), ""] if words else []

    def _list(self, node: ListBlock, marker: str) -> list[str]:
        tight = all(_is_tight(item) for item in node.items)
        found: list[str] = []
        for item in node.items:
            lines = self.lines(item.children, tight=tight)
            indent = " " * (len(marker) + 1)
            found += [""] if found and not tight else []
            found.append(f"{marker} {lines[0]}")
            found += [f"{indent}{line}" if line else "" for line in lines[1:]]
        return found

    def _table(self, node: Table) -> list[str]:
        width = sum(cell.colspan for cell in node.head[0].cells)
        rows = [self._row(row) for row in (*node.head, *node.body)]
        return [rows[0], f"| {' | '.join(['--'] * width)} |", *rows[1:]]

    def _row(self, row: Row) -> str:
        cells: list[str] = []
        for at, cell in enumerate(row.cells):
            cells += [self._cell(cell, row.id if at == 0 else None), *[""] * (cell.colspan - 1)]
        return f"| {' | '.join(cells)} |"

    def _cell(self, cell: Cell, anchor: str | None) -> str:
        parts = [self._cell_part(node, anchor if at == 0 else None) for at, node in enumerate(_flat(cell.children))]
        return _CELL_BREAK.join(part for part in parts if part).replace("|", "\\|")

    def _cell_part(self, node: BlockNode, anchor: str | None) -> str:
        lines = (
            self._line.single(words, _CELL_BREAK, anchor if at == 0 else None) for at, words in enumerate(_lines(node))
        )
        return _CELL_BREAK.join(lines)


class _Markers:
    """The marks of lists: one that follows another at once has another mark, else the two would be one."""

    def __init__(self) -> None:
        self._before = ""
        self._run = 0

    def next(self, node: BlockNode) -> str:
        kind = _list_kind(node)
        self._run = self._run + 1 if kind and kind == self._before else 0
        self._before = kind
        if not kind:
            return ""
        return {"bullet": "-*", "ordered": ".)"}[kind][self._run % 2].rjust(2 if kind == "ordered" else 1, "1")


def _list_kind(node: BlockNode) -> str:
    if isinstance(node, ListBlock):
        return "ordered" if node.ordered else "bullet"
    return "bullet" if isinstance(node, DefinitionList) else ""


def _flat(nodes: Iterable[BlockNode]) -> Iterator[BlockNode]:
    """Blocks without sections, which Markdown does not have."""
    for node in nodes:
        if isinstance(node, Section):
            yield from _flat(node.children)
        else:
            yield node


def _as_list(node: DefinitionList) -> ListBlock:
    """Terms in bold; a lone description follows on the same line, several stand in a list below."""
    return ListBlock(ordered=False, items=tuple(_items(node)))


def _items(node: DefinitionList) -> Iterator[ListItem]:
    for entry in node.entries:
        term = Inline(tag="strong", children=entry.term)
        lone = entry.descriptions[0][0] if len(entry.descriptions) == 1 and len(entry.descriptions[0]) == 1 else None
        if isinstance(lone, Paragraph):
            yield ListItem(children=(Paragraph(children=(term, Text(text=": "), *lone.children)),))
        else:
            below = ListBlock(ordered=False, items=tuple(ListItem(children=one) for one in entry.descriptions))
            yield ListItem(children=(Paragraph(children=(term,)), *((below,) if below.items else ())))


def _is_tight(item: ListItem) -> bool:
    """Whether an item needs no empty line: it is one paragraph, with maybe lists below."""
    first, *others = _flat(item.children)
    return isinstance(first, Paragraph) and all(isinstance(one, (ListBlock, DefinitionList)) for one in others)


def _lines(node: BlockNode) -> Iterator[tuple[InlineNode, ...]]:
    """The lines of a block in a cell, where only lines can stand."""
    match node:
        case Paragraph() | Heading():
            yield node.children
        case ListBlock():
            for item in node.items:
                for child in _flat(item.children):
                    yield from _lines(child)
        case DefinitionList():
            yield from _lines(_as_list(node))
        case Quotation():
            for child in _flat(node.children):
                yield from _lines(child)
        case Table() | Figure():
            yield node.caption
        case _:
            return
