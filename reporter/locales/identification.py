"""Tells which language a text is in: by script, then by its function words. Offline and in well under a millisecond."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from reporter import resources

DEFAULT = "en"
"""Of a text that says nothing of its language: too short, or names and numbers only."""

_SAMPLE = 2_000
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_HITS = 4
# Every seventh word or more of running text is a function word of these lists; of a language that has none here, fewer.
_LEAST_SHARE = 0.1
# Scripts that one language has nearly for itself, by a stretch of their letters.
_SCRIPTS = (
    ("ar", re.compile("[\u0620-\u064a]")),
    ("fa", re.compile("[\u067e\u0686\u0698\u06af\u06cc]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("hi", re.compile("[\u0904-\u0939]")),
    ("ja", re.compile("[\u3041-\u30fa]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("th", re.compile("[\u0e01-\u0e2e]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_LEAST_SCRIPT_SHARE = 0.3
_ANY_SCRIPT = re.compile("[\u05d0-\u1fff\u3041-\ud7a3]")
# Letters that Persian adds to the Arabic script and kana beside Chinese characters are few, and tell.
_TELLING_SHARE = 0.03
_TELLING = {"fa": "ar", "ja": "zh"}


def identify(text: str) -> str | None:
    """The language's code (ISO 639-1), or None where the text does not tell."""
    sample = text[:_SAMPLE]
    if not sample.isascii() and _ANY_SCRIPT.search(sample) and (code := _by_script(sample)):
        return code
    words = _WORD.findall(sample.lower())
    hits = Counter(code for word in words for code in _languages().get(word, ()))
    if not hits:
        return None
    code, count = max(hits.items(), key=lambda item: (item[1], item[0] == DEFAULT, item[0]))
    return code if count >= max(_FEWEST_HITS, _LEAST_SHARE * len(words)) else None


def _by_script(sample: str) -> str | None:
    letters = sum(character.isalpha() for character in sample) or 1
    shares = {code: len(letter.findall(sample)) / letters for code, letter in _SCRIPTS}
    for code, script in _TELLING.items():
        if shares[code] >= _TELLING_SHARE and shares[code] + shares[script] >= _LEAST_SCRIPT_SHARE:
            return code
    code, share = max(shares.items(), key=lambda item: item[1])
    return code if share >= _LEAST_SCRIPT_SHARE else None


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages of every function word."""
    languages: dict[str, tuple[str, ...]] = {}
    for line in resources.read_text(resources.locales() / "function-words.txt").splitlines():
        if line and not line.startswith("#"):
            code, words = line.split("\t")
            for word in sorted(set(words.split())):
                languages[word] = (*languages.get(word, ()), code)
    return languages
