"""How alike two pieces of text are, by the words that carry meaning."""

from __future__ import annotations

import re
from functools import lru_cache

from reporter.language.names import fold

_WORD = re.compile(r"[^\W_]{2,}")
_STEM = 6
# Words that hold a sentence together; months and weekdays are compared as dates.
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "to",
        "by",
        "for",
        "from",
        "with",
        "as",
        "is",
        "was",
        "were",
        "are",
        "be",
        "been",
        "has",
        "have",
        "had",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "their",
        "his",
        "her",
        "our",
        "will",
        "would",
        "can",
        "could",
        "may",
        "into",
        "over",
        "under",
        "during",
        "today",
        "yesterday",
        "tomorrow",
        "took",
        "take",
        "takes",
        "place",
        "held",
        "hold",
        "holds",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "said",
        "also",
        "which",
        "who",
        "organized",
        "organised",
    ]
)


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning, without case and accents."""
    found = (word for word in _WORD.findall(fold(text)) if word not in _EMPTY)
    return frozenset(word[:_STEM] if word.isalpha() else word for word in found)


def shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words two texts share."""
    return len(one & other)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter text's words that are in the longer one."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of both texts' words that are in both."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0
