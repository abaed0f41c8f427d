"""Tells which language a text is in: by script, then by its function words. Offline and in well under a millisecond."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import chain

from reporter import resources

DEFAULT = "en"
"""Of a text that says nothing of its language: too short, or names and numbers only."""

_SAMPLE = 2_000
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_HITS = 4
# Every seventh word or more of running text is a function word of these lists; of a language that has none here, fewer.
_LEAST_SHARE = 0.1
# Scripts that one language has nearly for itself: first and last of their letters.
_SCRIPTS = (
    ("ar", "\u0620", "\u064a"),
    ("he", "\u05d0", "\u05ea"),
    ("hi", "\u0904", "\u0939"),
    ("ja", "\u3041", "\u30fa"),
    ("ko", "\uac00", "\ud7a3"),
    ("th", "\u0e01", "\u0e2e"),
    ("zh", "\u4e00", "\u9fff"),
)
_FIRST = min(first for _, first, _ in _SCRIPTS)
# What Persian adds to the Arabic script.
_PERSIAN = frozenset("\u067e\u0686\u0698\u06af\u06cc\u06a9")
_LEAST_SCRIPT_SHARE = 0.3
# Letters that Persian adds to the Arabic script and kana beside Chinese characters are few, and tell.
_TELLING_SHARE = 0.03


def identify(text: str) -> str | None:
    """The language's code (ISO 639-1), or None where the text does not tell."""
    sample = text[:_SAMPLE]
    if not sample.isascii() and (code := _by_script(sample)):
        return code
    words = _WORD.findall(sample.lower())
    hits = Counter(chain.from_iterable(filter(None, map(_languages().get, words))))
    if not hits:
        return None
    code, count = max(hits.items(), key=lambda item: (item[1], item[0] == DEFAULT, item[0]))
    return code if count >= max(_FEWEST_HITS, _LEAST_SHARE * len(words)) else None


def _by_script(sample: str) -> str | None:
    exotic = [character for character in sample if character >= _FIRST and character.isalpha()]
    if not exotic:
        return None
    letters = sum(map(str.isalpha, sample))
    shares = {code: sum(first <= letter <= last for letter in exotic) / letters for code, first, last in _SCRIPTS}
    shares["fa"] = sum(letter in _PERSIAN for letter in exotic) / letters
    for code, script in (("fa", "ar"), ("ja", "zh")):
        if shares[code] >= _TELLING_SHARE and shares[code] + shares[script] >= _LEAST_SCRIPT_SHARE:
            return code
    code, share = max(shares.items(), key=lambda item: item[1])
    return code if share >= _LEAST_SCRIPT_SHARE else None


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages of every function word."""
    languages: dict[str, tuple[str, ...]] = {}
    for line in resources.read_text(resources.locales() / "identifying_words.txt").splitlines():
        if line and not line.startswith("#"):
            code, words = line.split("\t")
            for word in sorted(set(words.split())):
                languages[word] = (*languages.get(word, ()), code)
    return languages
