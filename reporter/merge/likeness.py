"""How alike two pieces of text are, by the words that carry meaning."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reporter import locales
from reporter.language.names import fold

_WORD = re.compile(r"[^\W_]{2,}")
# "opened", "opens", "opening": what inflection adds.
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|e)$")
_STEM = 6
_LANGUAGE = "en"
_EMPTY = ("stopwords", "function_words", "dating_words")


@cache
def _empty() -> frozenset[str]:
    """Words that hold a sentence together or place it in time."""
    locale = locales.load(_LANGUAGE)
    return frozenset(word for name in _EMPTY for word in locale.words(name))


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning, without case and accents."""
    empty = _empty()
    found = (word for word in _WORD.findall(fold(text)) if word not in empty)
    return frozenset(_ENDING.sub("", word)[:_STEM] if word.isalpha() else word for word in found)


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
