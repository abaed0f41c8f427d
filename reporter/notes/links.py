"""Sees that links inside the note lead somewhere."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar, get_args

from reporter.model.note import BlockNode, Cell, Definition, Inline, ListItem, Row, Section

_Node = TypeVar("_Node")

_PARTS: dict[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind) if str(field.type).startswith("tuple["))
    for kind in (*get_args(BlockNode), ListItem, Definition, Row, Cell, Inline)
}
"""The nodes that hold others, and in which fields."""


def resolved(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections without links to places that the note does not have: a style may leave sources or annexes out."""
    ids, wanted = _scan(sections)
    if wanted <= ids:
        return sections
    return tuple(_without(section, wanted - ids) for section in sections)


def _scan(sections: tuple[Section, ...]) -> tuple[set[str], set[str]]:
    """The ids that there are, and those that links ask for."""
    ids: set[str] = set()
    wanted: set[str] = set()
    waiting: list[object] = list(sections)
    while waiting:
        node = waiting.pop()
        if isinstance(node, tuple):
            waiting += node
        elif type(node) in _PARTS:
            ids.add(getattr(node, "id", None) or "")
            if isinstance(node, Inline) and node.href and node.href.startswith("#"):
                wanted.add(node.href[1:])
            waiting += (getattr(node, name) for name in _PARTS[type(node)])
    return ids, wanted


def _without(node: _Node, lost: set[str]) -> _Node:
    if isinstance(node, tuple) and not hasattr(node, "_fields"):
        return tuple(_without(part, lost) for part in node)  # type: ignore[return-value]
    if type(node) not in _PARTS:
        return node
    changed: dict[str, object] = {name: _without(getattr(node, name), lost) for name in _PARTS[type(node)]}
    if isinstance(node, Inline) and node.href and node.href.startswith("#") and node.href[1:] in lost:
        changed["href"] = None
    return replace(node, **changed)  # type: ignore[type-var]
