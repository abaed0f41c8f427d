"""Walks the note: what stands in a block, and its words without marks."""

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
    LineBreak,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Row,
    Section,
    Table,
    Text,
)

Part = BlockNode | ListItem | Row | Cell
"""Everything that is no inline."""


def children_of(part: Part) -> Iterator[Part]:
    """What stands directly in a block, in order."""
    match part:
        case Section() | ListItem() | Cell() | Quotation():
            yield from part.children
        case ListBlock():
            yield from part.items
        case DefinitionList():
            yield from (block for entry in part.entries for blocks in entry.descriptions for block in blocks)
        case Table():
            yield from (*part.head, *part.body)
        case Row():
            yield from part.cells
        case Heading() | Paragraph() | Figure():
            return


def inlines_of(part: Part) -> Iterator[Inline]:
    """The elements in a block's own lines, however deep."""
    match part:
        case Heading() | Paragraph():
            yield from _elements(part.children)
        case DefinitionList():
            yield from (inline for entry in part.entries for inline in _elements(entry.term))
        case Table() | Figure():
            yield from _elements(part.caption)
        case _:
            return


def walk(parts: Iterable[Part]) -> Iterator[Part]:
    """Every block, before what stands in it."""
    for part in parts:
        yield part
        yield from walk(children_of(part))


def plain(nodes: Iterable[InlineNode]) -> str:
    """The words of a line."""
    return "".join(_plain(node) for node in nodes)


def plain_block(part: Part) -> str:
    """The words of a block, its parts parted by spaces."""
    own = plain(part.children) if isinstance(part, Heading | Paragraph) else ""
    return " ".join(filter(None, (own, *map(plain_block, children_of(part)))))


def _plain(node: InlineNode) -> str:
    match node:
        case Text():
            return node.text
        case LineBreak():
            return " "
        case Inline():
            return plain(node.children)


def _elements(nodes: Iterable[InlineNode]) -> Iterator[Inline]:
    for node in nodes:
        if isinstance(node, Inline):
            yield node
            yield from _elements(node.children)
