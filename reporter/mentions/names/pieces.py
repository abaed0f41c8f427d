"""Stretches of words that are taken for a name, and who holds which word."""

from __future__ import annotations

from dataclasses import dataclass, field

from reporter.mentions.names.lexicon import Lexicon
from reporter.mentions.names.words import Words
from reporter.model.mentions import NameKind


@dataclass(slots=True)
class Piece:
    """Words [first, last) that are a name."""

    first: int
    last: int
    kind: NameKind
    rule: str
    code: str | None = None
    """Of a country or place."""
    adjective: bool = False
    """Of a country: "Tajik", not "Tajikistan"."""
    known: bool = False
    """In the word lists."""
    acronym: str | None = None
    """Printed beside the name, in brackets."""
    country: str | None = None
    """Of a body whose country stands before it: "Chile’s Forest Corporation"."""
    parent: Piece | None = None
    """The body that this one is a part of."""
    refers: bool = False
    """Names nothing by itself: "the Ministry"."""
    inner: list[Piece] = field(default_factory=list)
    """Names inside this one."""


@dataclass(slots=True)
class Field:
    """The words of a text with the pieces found so far."""

    words: Words
    lexicon: Lexicon
    owner: list[Piece | None]

    def put(self, piece: Piece) -> None:
        """Gives a piece its words; what held them becomes its inner names where it lies inside."""
        for place in range(piece.first, piece.last):
            held = self.owner[place]
            if held is not None and held is not piece and held not in piece.inner:
                piece.inner.append(held)
            self.owner[place] = piece

    def free(self, first: int, last: int) -> bool:
        """Whether no piece holds any of the words."""
        return all(self.owner[place] is None for place in range(first, last))

    def pieces(self) -> list[Piece]:
        """All pieces that hold words, in text order."""
        found: list[Piece] = []
        for piece in self.owner:
            if piece is not None and (not found or found[-1] is not piece):
                found.append(piece)
        return found
