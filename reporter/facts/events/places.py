"""Where something happened, from the words around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reporter.locales import Locale
from reporter.model.blocks import Reading
from reporter.model.spans import Span

# "Nahr-e Saraj", "Pul-e ‘Alam", "Mount Jahorina", "Red Bridge", "Rio de Janeiro".
_NAME = (
    r"(?<![\w’'-])[‘’]?[A-ZÀ-Þ][\w’'‘]*(?:[-‑][\w’'‘]+)*"
    r"(?: (?:(?:al|el|de|la|du|del|wa|i|e|da|do|and|of) )?[‘’]?[A-ZÀ-Þ][\w’'‘]*(?:[-‑][\w’'‘]+)*){0,4}"
)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|throughout|within|[Ii]n|[Aa]t|[Nn]ear)\s+(?:the\s+)?"
    r"(?:(?:city|town|village|district|province|region) of\s+)?(?:[a-z]{4,8}ern\s+|[a-z]{4,5}\s+of\s+|greater\s+)?$"
)
_LONGEST_LEAD = 40
# How sure it is that a name is a place: a sort of place stands beside it, it is in the lexicon, "in" leads to it.
_SORTED_LARGE, _SORTED, _KNOWN, _LED = 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text names it."""

    name: str
    rank: int
    start: int


class Finder:
    """Finds places in stretches of one reading."""

    def __init__(self, reading: Reading, locale: Locale) -> None:
        self._text = reading.text
        self._words = _words(locale)
        taken = [name.span for name in reading.mentions.names if name.kind in ("person", "organisation")]
        self._taken = taken + [time.span for time in reading.mentions.times]
        self._taken.sort()
        self._starts = [span.start for span in self._taken]

    def within(self, span: Span) -> Place | None:
        """The best place that a stretch names: the surest kind, of these the first."""
        found = self.all_within(span)
        return max(found, key=lambda place: (place.rank, -place.start), default=None)

    def all_within(self, span: Span) -> list[Place]:
        """All places of a stretch."""
        places = []
        for found in self._words.chain.finditer(self._text, span.start, span.end):
            if not self._is_taken(Span(*found.span())):
                rank = self._rank(found)
                if rank:
                    places.append(Place(" ".join(found.group().split()), rank, found.start()))
        return places

    def _is_taken(self, span: Span) -> bool:
        place = bisect_left(self._starts, span.end) - 1
        return place >= 0 and self._taken[place].overlaps(span) and self._taken[place].start <= span.start

    def _rank(self, found: re.Match[str]) -> int:
        if self._words.large.search(found.group()):
            return _SORTED_LARGE
        if self._words.sort.search(found.group()):
            return _SORTED
        lead = self._text[max(0, found.start() - _LONGEST_LEAD) : found.start()]
        if not _AFTER_PREPOSITION.search(lead):
            return 0
        first = found.group().split(",")[0]
        if first in self._words.known:
            return _KNOWN
        return 0 if first.lower() in self._words.never else _LED

    def country(self, place: str) -> str | None:
        """ISO code of the country of a place, where its name or a part of it is known."""
        parts = [part.strip() for part in place.split(",")]
        return next((code for part in reversed(parts) if (code := self._words.known.get(part))), None)


@dataclass(frozen=True, slots=True)
class _Words:
    chain: re.Pattern[str]
    sort: re.Pattern[str]
    large: re.Pattern[str]
    known: dict[str, str]
    never: frozenset[str]


@cache
def _words(locale: Locale) -> _Words:
    rows = locale.rows("event-words")
    sorts = [row[0] for row in rows if row[1].startswith("sort")]
    large = [row[0] for row in rows if row[1] == "sort-large"]
    either = "|".join(f"[{sort[0]}{sort[0].upper()}]{sort[1:]}" for sort in dict.fromkeys(sorts))
    part = rf"{_NAME}(?: (?:{either})\b)?"
    return _Words(
        chain=re.compile(rf"{part}(?:, {part}){{0,3}}"),
        sort=re.compile(rf"\b(?:{'|'.join(sorts)})\b", re.IGNORECASE),
        large=re.compile(rf"\b(?:{'|'.join(large)})\b", re.IGNORECASE),
        known=_known(locale),
        never=frozenset(row[0].lower() for row in locale.rows("times")),
    )


def _known(locale: Locale) -> dict[str, str]:
    return {row[0]: row[1] for row in locale.rows("places") if len(row) > 1}


def best(places: Sequence[Place | None]) -> Place | None:
    """The first place there is."""
    return next((place for place in places if place), None)
