"""Sees that links inside the note lead somewhere."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from reporter.model.note import Inline, LineBreak, Section, Text

_Node = TypeVar("_Node")


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
        elif is_dataclass(node) and not isinstance(node, (Text, LineBreak)):
            ids.add(getattr(node, "id", None) or "")
            if isinstance(node, Inline) and node.href and node.href.startswith("#"):
                wanted.add(node.href[1:])
            waiting += (getattr(node, name) for name in _parts(type(node)))
    return ids, wanted


@cache
def _parts(kind: Any) -> tuple[str, ...]:
    """The fields of a node that may hold others."""
    return tuple(field.name for field in fields(kind) if str(field.type).startswith("tuple["))


def _without(node: _Node, lost: set[str]) -> _Node:
    if isinstance(node, tuple) and not hasattr(node, "_fields"):
        return tuple(_without(part, lost) for part in node)  # type: ignore[return-value]
    if not is_dataclass(node):
        return node
    changed: dict[str, object] = {name: _without(getattr(node, name), lost) for name in _parts(type(node))}
    if isinstance(node, Inline) and node.href and node.href.startswith("#") and node.href[1:] in lost:
        changed["href"] = None
    return replace(node, **changed)  # type: ignore[type-var]
