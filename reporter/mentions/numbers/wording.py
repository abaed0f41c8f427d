"""The words of a language that numbers are made of, and those beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from reporter.locales import Locale

SPACE = r"[ \u00a0\u202f]"
_CODE = re.compile(r"[A-Z]{3}")
_MOST_WORDS = 8
# "U" of "U.S. dollars", "€".
_START = re.compile(r"[^\W\d_]+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a language for numbers."""

    first: tuple[str, ...]
    """What a number in words may begin with."""
    spelt: re.Pattern[str]
    add: Mapping[str, int]
    times: Mapping[str, int]
    sizes: Mapping[str, tuple[int, bool]]
    """Word after a number that multiplies it, and whether it does so without a currency."""
    signs: Mapping[str, str]
    sign_ends: frozenset[str]
    """Their last characters: most amounts have none of them in front."""
    names: Mapping[str, str]
    name_starts: frozenset[str]
    """Their first words or marks."""
    phrasal: frozenset[str]
    """Verbs that an "over" or "about" after them belongs to."""
    estimates: Mapping[str, tuple[str, ...]]
    """Last word of a phrase to the phrases, the longest first."""


@cache
def load(locale: Locale) -> Words:
    """The words of a language, built once."""
    rows = locale.rows("number_words")
    add = {word: int(value) for kind, word, value in rows if kind in ("unit", "ten")}
    times = {word: int(value) for kind, word, value in rows if kind in ("hundred", "magnitude", "set")}
    short = {word: int(value) for kind, word, value in rows if kind == "short"}
    large = {word: int(value) for kind, word, value in rows if kind == "magnitude"}
    begin, one, many = _any(add), _any({**add, **times}), _any(times)
    spelt = rf"(?:(?:{begin})|(?:half )?an? (?:{many}))(?:(?:-|{SPACE}(?:and{SPACE})?)(?:{one})\b){{0,{_MOST_WORDS}}}\b"
    signs, names = _currencies(locale)
    return Words(
        first=_shortest((*add, "half a", *(f"a {word}" for word in times))),
        spelt=re.compile(spelt, re.IGNORECASE),
        add=add,
        times=times,
        sizes={word: (size, True) for word, size in large.items()}
        | {word: (size, False) for word, size in short.items()},
        signs=signs,
        sign_ends=frozenset(sign[-1] for sign in signs),
        names=names,
        name_starts=frozenset(found.group() for name in names if (found := _START.match(name))),
        phrasal=frozenset(word for kind, word, *_ in locale.rows("figure_words") if kind == "phrasal"),
        estimates=_estimates(locale),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _currencies(locale: Locale) -> tuple[dict[str, str], dict[str, str]]:
    """Sign before an amount to code, and words after it to code."""
    rows = locale.rows("currencies")
    codes = frozenset(row[0] for row in rows if _CODE.fullmatch(row[0]))
    signs = {sign: row[0] for row in rows for sign in row[1].split("|") if sign != "-"} | {code: code for code in codes}
    names = {name: row[0] for row in rows for name in row[2:]} | {code: code for code in codes}
    return signs, names | {sign: code for sign, code in signs.items() if len(sign) == 1}


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Those that begin with no other: "six" finds "sixteen" too."""
    known = sorted(words)
    return tuple(word for word in known if not any(word != other and word.startswith(other) for other in known))


def _estimates(locale: Locale) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for phrase in sorted(locale.words("approximations"), key=len, reverse=True):
        found.setdefault(phrase.split()[-1], []).append(phrase)
    return {last: tuple(phrases) for last, phrases in found.items()}
