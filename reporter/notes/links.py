"""Sees that links inside the note lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from reporter.model.note import Inline, Section

_Node = TypeVar("_Node")


def resolved(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections without links to places that the note does not have: a style may leave sources or annexes out."""
    known, wanted = frozenset(_ids(sections)), frozenset(_links(sections))
    if wanted <= known:
        return sections
    return tuple(_without(section, known) for section in sections)


def _ids(node: object) -> Iterator[str]:
    if isinstance(node, tuple):
        for part in node:
            yield from _ids(part)
    elif is_dataclass(node):
        if isinstance(name := getattr(node, "id", None), str):
            yield name
        for field in fields(node):
            yield from _ids(getattr(node, field.name))


def _links(node: object) -> Iterator[str]:
    if isinstance(node, tuple):
        for part in node:
            yield from _links(part)
    elif is_dataclass(node):
        if isinstance(node, Inline) and node.href and node.href.startswith("#"):
            yield node.href[1:]
        for field in fields(node):
            yield from _links(getattr(node, field.name))


def _without(node: _Node, known: frozenset[str]) -> _Node:
    if isinstance(node, tuple) and not hasattr(node, "_fields"):
        return tuple(_without(part, known) for part in node)  # type: ignore[return-value]
    if not is_dataclass(node):
        return node
    if isinstance(node, Inline) and node.href and node.href.startswith("#") and node.href[1:] not in known:
        return _without(replace(node, href=None), known)
    changed = {field.name: _without(getattr(node, field.name), known) for field in fields(node)}
    return replace(node, **changed)  # type: ignore[type-var]
