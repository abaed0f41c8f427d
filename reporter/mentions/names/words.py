"""The words of a text as the grammar of names sees them: parallel lists, one place a word or mark."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from reporter.language.tokens import TOKEN

# How far a word stands from the one before it.
GLUED, SPACE, WEAK, HARD = 0, 1, 2, 3
# A line that is longer than this was probably broken to fit a page, so a name may go on in the next line.
_WRAPPED = 55
# "’s" or "’" at the end of a name: "Estonia’s", "the Netherlands’".
_POSSESSIVE = re.compile(r"['’ʼ](?:[sS])?$")
_APOSTROPHES = frozenset("'’ʼ")
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

    def __len__(self) -> int:
        return len(self.start)

    def begins(self, place: int) -> bool:
        """Whether a word opens a sentence or a line, so that its capital tells nothing."""
        if place == 0 or self.gap[place] == HARD:
            return True
        before = self.raw[place - 1]
        return before in _STOPS or (before in _LIST_MARK and self.gap[place - 1] == HARD)


@lru_cache(maxsize=1)
def of(text: str) -> Words:
    """The words of a text. The last text is kept, because several stages ask for it."""
    spans = [found.span() for found in TOKEN.finditer(text)]
    if "s’ " in text or "s' " in text:
        spans = _with_plural_possessives(text, spans)
    raw = [text[start:end] for start, end in spans]
    start = [span[0] for span in spans]
    end = [span[1] for span in spans]
    gap = _gaps(text, start, end, raw)
    owns = [False] * len(raw)
    low = [word.lower() for word in raw]
    for place, word in enumerate(raw):
        if not word.isalnum() and len(word) > 2 and not _APOSTROPHES.isdisjoint(word):  # noqa: PLR2004  (a letter and "’s")
            _part(place, raw, low, end, owns)
    cap = [word[0].isupper() for word in raw]
    capitals = [place for place, capital in enumerate(cap) if capital]
    brackets = [place for place, word in enumerate(raw) if word == "("]
    return Words(text, start, end, raw, low, cap, owns, gap, _shouts(text, start), capitals, brackets)


def _with_plural_possessives(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The apostrophe of "the Governors’ Association" belongs to its word, where the text opens no quotation with one."""
    marks = {mark for mark, opening in (("’", "‘"), ("'", " '")) if opening not in text}
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        plural = text[start:end] in marks and text[start - 1 : start] == "s" and text[end : end + 1] == " "
        if plural and kept and kept[-1][1] == start:
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept


def _part(place: int, raw: list[str], low: list[str], end: list[int], owns: list[bool]) -> None:
    """Parts a possessive ending from its word."""
    ending = _POSSESSIVE.search(raw[place])
    if ending is not None:
        end[place] -= len(raw[place]) - ending.start()
        raw[place] = raw[place][: ending.start()]
        owns[place] = True
    low[place] = raw[place].lower().replace("’", "'").replace("ʼ", "'")


def _gaps(text: str, start: list[int], end: list[int], raw: list[str]) -> list[int]:
    gaps = [SPACE] * len(start)
    before = 0
    for place, (begin, finish) in enumerate(zip(start, end, strict=True)):
        size = begin - before
        if size != 1 or text[before] != " ":
            gap = GLUED if not size else _wide(text, before, begin)
            if gap == WEAK and place and (raw[place][0].islower() or raw[place - 1][0].islower()):
                gap = SPACE  # no name ends between "of" and what it governs
            gaps[place] = gap
        before = finish
    return gaps


def _wide(text: str, end: int, start: int) -> int:
    between = text[end:start]
    lines = between.count("\n") + between.count("\u2028")
    if not lines:
        return WEAK if start - end > 1 else SPACE
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
