"""The words of a text as the grammar of names sees them: parallel lists, one place a word or mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reporter.language.tokens import tokenise

# How far a word stands from the one before it.
GLUED, SPACE, WEAK, HARD = 0, 1, 2, 3
# A line that is longer than this was probably broken to fit a page, so a name may go on in the next line.
_WRAPPED = 55
# "’s" or "’" at the end of a name: "Estonia’s", "the Netherlands’".
_POSSESSIVE = re.compile(r"['’ʼ](?:[sS])?$")
_LIST_MARK = frozenset("•·▪◦‣*–—-")
_STOPS = frozenset('.!?:;“”"«»•·▪|…#')
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
    opens: list[bool]
    """Opens a sentence or a line."""

    def __len__(self) -> int:
        return len(self.start)

    def same_line(self, place: int) -> bool:
        """Whether a word goes on from the one before it."""
        return 0 < place < len(self.start) and self.gap[place] < HARD


@lru_cache(maxsize=1)
def of(text: str) -> Words:
    """The words of a text. The last text is kept, because several stages ask for it."""
    tokens = tokenise(text)
    found = Words(text, [], [], [], [], [], [], [], [], [])
    before = 0
    for token in tokens:
        _add(found, token.start, token.end, token.text, _gap(text, before, token.start))
        before = token.end
    _mark_shouts(found)
    return found


def _add(found: Words, start: int, end: int, raw: str, gap: int) -> None:
    owns = False
    if len(raw) > 2 and raw[-1] in "s'’S" and (ending := _POSSESSIVE.search(raw)):  # noqa: PLR2004  (a letter and "’s")
        owns = True
        end -= len(raw) - ending.start()
        raw = raw[: ending.start()]
    first = raw[0]
    opens = (
        gap == HARD
        or not found.raw
        or found.raw[-1] in _STOPS
        or (found.raw[-1] in _LIST_MARK and found.gap[-1] == HARD)
    )
    if gap == WEAK and found.raw and (first.islower() or found.raw[-1][0].islower()):
        gap = SPACE  # no name ends between "of" and what it governs
    found.start.append(start)
    found.end.append(end)
    found.raw.append(raw)
    found.low.append(raw.lower().replace("’", "'"))
    found.cap.append(first.isupper())
    found.owns.append(owns)
    found.gap.append(gap)
    found.shout.append(False)
    found.opens.append(opens)


def _gap(text: str, end: int, start: int) -> int:
    if start - end <= 1:
        if start == end:
            return GLUED
        if text[end] == " ":
            return SPACE
    between = text[end:start]
    lines = between.count("\n") + between.count("\u2028")
    if not lines:
        return WEAK if len(between) > 1 else SPACE
    if lines > 1 or end - text.rfind("\n", max(0, end - _WRAPPED - 1), end) <= _WRAPPED:
        return HARD
    return WEAK if end > _WRAPPED else HARD


def _mark_shouts(found: Words) -> None:
    """Marks the lines in which every word of letters is in capitals."""
    first = 0
    for place in range(1, len(found) + 1):
        if place == len(found) or found.gap[place] >= WEAK:
            words = [word for word in found.raw[first:place] if word[0].isalpha()]
            if sum(map(len, words)) >= _SHOUTED and len(words) > 1 and all(word.isupper() for word in words):
                found.shout[first:place] = [True] * (place - first)
            first = place
