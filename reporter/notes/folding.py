"""White space of a line: folded across its inlines, none at its ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reporter.model.note import Inline, InlineNode, LineBreak, Text

# White space that folds; no-break spaces (« ») are the typographer's and stay.
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")


def joined(nodes: Sequence[InlineNode]) -> tuple[InlineNode, ...]:
    """White space folded, also across the borders of inlines."""
    return tuple(_Folder().fold(nodes))


class _Folder:
    """Folds white space while it walks a line; remembers whether the last character was a space."""

    def __init__(self) -> None:
        self._space = True

    def fold(self, nodes: Sequence[InlineNode]) -> list[InlineNode]:
        found: list[InlineNode] = []
        for node in nodes:
            if isinstance(node, Text):
                self._words(node, found)
            elif isinstance(node, LineBreak):
                self._space = True
                found.append(node)
            elif children := self.fold(node.children):
                found.append(replace(node, children=tuple(children)))
        return found

    def _words(self, node: Text, found: list[InlineNode]) -> None:
        words = _SPACES.sub(" ", node.text)
        if self._space:
            words = words.lstrip()
        if not words:
            return
        self._space = words.endswith(" ")
        if found and isinstance(found[-1], Text):
            words = found.pop().text + words  # type: ignore[union-attr]
        found.append(Text(text=words))


def trimmed(nodes: tuple[InlineNode, ...]) -> tuple[InlineNode, ...]:
    """The line without white space and breaks at its end, nor white space before a break."""
    line = list(nodes)
    for at in range(len(line) - 1):
        if isinstance(line[at + 1], LineBreak):
            line[at] = _stripped(line[at])
    while line:
        last = _stripped(line.pop())
        if isinstance(last, LineBreak) or (isinstance(last, Text) and not last.text):
            continue
        return (*line, last)
    return ()


def _stripped(node: InlineNode) -> InlineNode:
    if isinstance(node, Text):
        return Text(text=node.text.rstrip())
    if isinstance(node, Inline):
        return replace(node, children=(*node.children[:-1], _stripped(node.children[-1])))
    return node
