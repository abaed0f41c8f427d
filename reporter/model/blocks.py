"""The parts of a release: what each stretch of its text is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reporter.model.document import Document
from reporter.model.mentions import Mentions
from reporter.model.spans import Span

BlockKind = Literal[
    "masthead",
    "label",
    "title",
    "subtitle",
    "caption",
    "heading",
    "body",
    "list",
    "quote",
    "contact",
    "boilerplate",
    "furniture",
]

STORY: tuple[BlockKind, ...] = ("body", "list", "quote")
"""What tells the news; these blocks are counted as paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text with one purpose; blocks follow one another and do not overlap."""

    kind: BlockKind
    span: Span
    rule: str
    """The rule that decided the kind: `layout.caption-with-credit`."""
    sentences: tuple[Span, ...] = ()
    """Of body, list, quote, caption and boilerplate blocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document with what it names and its blocks: all that the facts are read from."""

    document: Document
    mentions: Mentions
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The text that every span refers to."""
        return self.document.text

    def of_kind(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """The blocks of these kinds, in text order."""
        return tuple(block for block in self.blocks if block.kind in kinds)
