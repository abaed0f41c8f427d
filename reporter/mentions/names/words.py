"""The words of a text as the grammar of names sees them: parallel lists, one place a word or mark."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from reporter.language.tokens import TOKEN

# How far a word stands from the one before it.
GLUED, SPACE, WEAK, HARD = 0, 1, 2, 3
# A line that is longer than this was probably broken to fit a page, so a name may go on in the next line.
_WRAPPED = 55
# "’s" or "’" at the end of a name: "Estonia’s", "the Netherlands’".
_POSSESSIVE = re.compile(r"['’ʼ](?:[sS])?$")
_APOSTROPHES = "'’ʼ"
# Marks of a plural possessive, each with the mark that opens quotations which it closes.
_PLURALS = (("’", "‘"), ("'", " '"))
# Where in the expression of a token a word ends.
_WORD_END = r"(?:['’\-‑][^\W_]+)*"
_LIST_MARK = frozenset("•·▪◦‣*–—-")
_STOPS = frozenset('.!?:;“”"«»•·▪|…#')
# A stretch of a line: "MINISTRY OF FINANCE" in "MINISTRY OF FINANCE   12 May 2020".
_STRETCH = re.compile(r"[^\s](?:[^\s]| (?! ))*")
# A line of capitals has at least this many letters: "OSCE" alone is an acronym.
_SHOUTED = 8


@dataclass(frozen=True, slots=True)
class Words:
    """Words and marks with their places and shapes."""

    text: str
    start: list[int]
    end: list[int]
    """Without a possessive ending."""
    raw: list[str]
    """As printed, without a possessive ending."""
    low: list[str]
    """Lower case with straight apostrophes."""
    cap: list[bool]
    """Begins with a capital letter."""
    owns: list[bool]
    """Carries a possessive ending."""
    gap: list[int]
    """GLUED, SPACE, WEAK (a line break inside a paragraph, two spaces) or HARD (a new line or paragraph)."""
    shout: list[bool]
    """In a line written in capitals."""
    capitals: list[int]
    """The places of the words that begin with a capital."""
    brackets: list[int]
    """The places of opening brackets."""
    size: int
    """How many there are; asked for so often that a call would cost."""

    def __len__(self) -> int:
        return self.size

    def begins(self, place: int) -> bool:
        """Whether a word opens a sentence or a line, so that its capital tells nothing."""
        if place == 0 or self.gap[place] == HARD:
            return True
        before = self.raw[place - 1]
        return before in _STOPS or (before in _LIST_MARK and self.gap[place - 1] == HARD)


@lru_cache(maxsize=1)
def of(text: str) -> Words:
    """The words of a text. The last text is kept, because several stages ask for it."""
    parts = _tokens(_plurals(text)).split(text)
    bounds = list(accumulate(map(len, parts)))
    start, end = bounds[:-1:2], bounds[1::2]
    raw = parts[1::2]
    gap = _gaps(text, start, raw, parts[:-1:2])
    owns = [False] * len(raw)
    low = list(map(str.lower, raw))
    for place in dict.fromkeys(bisect_right(start, at) - 1 for mark in _APOSTROPHES for at in _places(text, mark)):
        if len(raw[place]) > 2:  # noqa: PLR2004  (a letter and "’s")
            _part(place, raw, low, end, owns)
    cap = [word[0].isupper() for word in raw]
    capitals = [place for place, capital in enumerate(cap) if capital]
    brackets = [bisect_left(start, at) for at in _places(text, "(")]
    return Words(text, start, end, raw, low, cap, owns, gap, _shouts(text, start), capitals, brackets, len(raw))


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _plurals(text: str) -> str:
    """The marks that end a plural possessive: not those with which the text opens quotations."""
    return "".join(mark for mark, opening in _PLURALS if f"s{mark} " in text and opening not in text)


@cache
def _tokens(plurals: str) -> re.Pattern[str]:
    """Words and marks; the apostrophe of "the Governors’ Association" belongs to its word."""
    owned = f"(?:(?<=s)[{plurals}](?= ))?" if plurals else ""
    return re.compile(TOKEN.pattern.join(("(", ")")).replace(_WORD_END, _WORD_END + owned))


def _part(place: int, raw: list[str], low: list[str], end: list[int], owns: list[bool]) -> None:
    """Parts a possessive ending from its word."""
    ending = _POSSESSIVE.search(raw[place])
    if ending is not None:
        end[place] -= len(raw[place]) - ending.start()
        raw[place] = raw[place][: ending.start()]
        owns[place] = True
    low[place] = raw[place].lower().replace("’", "'").replace("ʼ", "'")


def _gaps(text: str, start: list[int], raw: list[str], between: list[str]) -> list[int]:
    gaps = [SPACE] * len(raw)
    for place, blank in enumerate(between):
        if blank != " ":
            gap = _wide(text, start[place] - len(blank), blank) if blank else GLUED
            if gap == WEAK and place and (raw[place][0].islower() or raw[place - 1][0].islower()):
                gap = SPACE  # no name ends between "of" and what it governs
            gaps[place] = gap
    return gaps


def _wide(text: str, end: int, between: str) -> int:
    lines = between.count("\n") + between.count("\u2028")
    if not lines:
        return WEAK if len(between) > 1 else SPACE
    if lines > 1 or end <= _WRAPPED or "\n" in text[end - _WRAPPED - 1 : end]:
        return HARD
    return WEAK


def _shouts(text: str, start: list[int]) -> list[bool]:
    """Which words stand in a stretch in which every letter is a capital."""
    shouts = [False] * len(start)
    for line in text.split("\n"):
        if line.isupper() or "  " in line:
            break
    else:
        return shouts
    for stretch in _STRETCH.finditer(text):
        words = stretch.group()
        if words.isupper() and " " in words and sum(map(str.isalpha, words)) >= _SHOUTED:
            first, last = bisect_left(start, stretch.start()), bisect_left(start, stretch.end())
            shouts[first:last] = [True] * (last - first)
    return shouts
