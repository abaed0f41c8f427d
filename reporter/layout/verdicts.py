"""What is decided of the paragraphs of a text, by number."""

from __future__ import annotations

from dataclasses import dataclass, field

from reporter.model.blocks import BlockKind

Verdict = tuple[BlockKind, str]
"""The kind of a paragraph's block and the rule that decided it."""


@dataclass(slots=True)
class Head:
    """The verdicts on the first paragraphs."""

    lead: int
    """Number of the first paragraph of the news; that after the last where there is none."""
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    joined: set[int] = field(default_factory=set)
    """Paragraphs that go on with the block before them: lines of one title."""
