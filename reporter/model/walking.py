"""Walks a note: what stands in a block, and its words without marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from reporter.model.note import (
    BlockNode,
    Cell,
    Definition,
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

Part = BlockNode | ListItem | Definition | Row | Cell
"""Everything that is no inline."""


def children_of(part: Part) -> Iterator[Part]:
    """What stands directly in a block, in order."""
    match part:
        case Section() | ListItem() | Cell() | Quotation():
            yield from part.children
        case ListBlock():
            yield from part.items
        case DefinitionList():
            yield from part.entries
        case Definition():
            yield from chain.from_iterable(part.descriptions)
        case Table():
            yield from (*part.head, *part.body)
        case Row():
            yield from part.cells
        case Heading() | Paragraph() | Figure():
            return


def line_of(part: Part) -> tuple[InlineNode, ...]:
    """A block's own line: words, term or caption; it stands before what the block holds."""
    match part:
        case Heading() | Paragraph():
            return part.children
        case Definition():
            return part.term
        case Table() | Figure():
            return part.caption
        case _:
            return ()


def inlines_of(part: Part) -> Iterator[Inline]:
    """The elements in a block's own line, however deep."""
    return _elements(line_of(part))


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
    return " ".join(filter(None, (plain(line_of(part)), *map(plain_block, children_of(part)))))


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
