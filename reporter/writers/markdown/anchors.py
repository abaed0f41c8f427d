"""The anchors that GitHub gives to headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reporter.model.note import BlockNode, Heading, Inline, InlineNode, Section, Text

# What GitHub leaves of a heading: letters, digits, marks, underscores, hyphens and spaces.
_DROPPED = re.compile(r"[^\w\- ]")


def of(sections: Iterable[Section]) -> dict[str, str]:
    """The anchor of every heading with an id: its words in lower case, hyphens for spaces, a number where it comes again."""
    found: dict[str, str] = {}
    seen: dict[str, int] = {}
    for heading in _headings(sections):
        slug = _DROPPED.sub("", "".join(_words(heading.children)).lower()).replace(" ", "-")
        count = seen.get(slug, 0)
        seen[slug] = count + 1
        if heading.id:
            found[heading.id] = f"{slug}-{count}" if count else slug
    return found


def _headings(nodes: Iterable[BlockNode]) -> Iterator[Heading]:
    for node in nodes:
        if isinstance(node, Heading):
            yield node
        elif isinstance(node, Section):
            yield from _headings(node.children)


def _words(nodes: Iterable[InlineNode]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Text):
            yield node.text
        else:
            yield from _words(node.children) if isinstance(node, Inline) else " "
