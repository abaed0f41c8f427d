"""Words that must fit on a line."""

from __future__ import annotations


def shortened(words: str, length: int) -> str:
    """Words of at most so many characters, cut between two of them, with an ellipsis where something is missing."""
    if len(words) <= length:
        return words
    kept = words[: length - 1]
    whole = kept.rsplit(" ", 1)[0] if " " in kept else kept
    return f"{whole.rstrip(' ,;:–-')} …"
