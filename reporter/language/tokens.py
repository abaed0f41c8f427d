"""Words and marks of a text with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

# A word with inner apostrophes, hyphens and dots of initials ("co-operation", "O’Neill", "U.S."), a number with
# separators ("1,200.50"), or one mark.
TOKEN = re.compile(r"[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W\d_]*(?:['’\-‑][^\W_]+)*)|\d+(?:[.,]\d+)*|[^\s]")


class Token(NamedTuple):
    """One word or mark, [start, end) in the text."""

    start: int
    end: int
    text: str


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a stretch of text, in order."""
    found = TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Token(token.start(), token.end(), token.group()) for token in found]
