"""Where something happened, from the words around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from reporter.locales import Locale
from reporter.model.blocks import Reading
from reporter.model.spans import Span

# "Nahr-e Saraj", "Pul-e ‘Alam", "Mount Jahorina", "Red Bridge", "Rio de Janeiro".
_NAME = (
    r"[‘’A-ZÀ-Þ](?<![\w’'-].)(?:(?<=[A-ZÀ-Þ])|[A-ZÀ-Þ])[\w’'‘]*(?:[-‑][\w’'‘]+)*"
    r"(?: (?:(?:al|el|de|la|du|del|wa|i|e|da|do|and|of) )?[‘’]?[A-ZÀ-Þ][\w’'‘]*(?:[-‑][\w’'‘]+)*){0,4}"
)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|outside|inside|around|across|throughout|within|(?:visit|trip|travel|return|mission)s? to|visit(?:ed|s|ing)|(?:travelled|traveled) to|arrived in|hit|struck)\s+(?:the\s+)?"
    r"(?:(?:city|town|village|district|province|region) of\s+)?(?:[a-z]{4,8}ern\s+|(?:central|upper|lower|greater)\s+|(?:north|south|east|west)[a-z-]*\s+of\s+)?$"
)
# Common nouns that are spelt with a capital.
_NO_NAMES = frozenset({"Capital", "Government", "Parliament", "City", "State", "Region"})
_AT = re.compile(r"\b[Aa]t\s+(?:the\s+)?$")
# Classes of the word list `times` that end a chain of names: "Aliabad district, July 16".
_TIMES = ("month", "weekday", "near", "label")
_LONGEST_LEAD = 40
# How sure it is that a name is the place looked for, and how exact the place is.
_COUNTRY, LED, _KNOWN, SORTED, _LARGE = 1, 2, 3, 4, 6
# "in Oak district" says where something happened, "an attack on Oak district" perhaps not.
_WITH_PREPOSITION = 1
# So many letters at least lie between a place and a wider one; "in Hazel in Oak district" goes from small to large.
_APART = 12


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
        self._taken = sorted(name.span for name in reading.mentions.names if name.kind in ("person", "organisation"))
        self._starts = [span.start for span in self._taken]
        self._found: dict[Span, list[Place]] = {}

    def within(self, span: Span) -> Place | None:
        """The best place that a stretch names: the surest kind, of these the first."""
        found = self._all_within(span)
        best = max(found, key=lambda place: (place.rank, -place.start), default=None)
        if best is None or not SORTED <= best.rank < _LARGE:
            return best
        # "In Khost last night, … in the Sabari district": both together are the place.
        wider = next((place for place in found if _is_wider(place, best)), None)
        return Place(f"{best.name}, {wider.name}", best.rank, best.start) if wider else best

    def _all_within(self, span: Span) -> list[Place]:
        if span not in self._found:
            chains = self._words.chain.finditer(self._text, span.start, span.end)
            self._found[span] = [place for found in chains if (place := self._place(found))]
        return self._found[span]

    def _place(self, found: re.Match[str]) -> Place | None:
        start, name = self._trimmed(found)
        rank = self._rank(start, name) if name else 0
        return Place(" ".join(name.split()), rank, start) if rank else None

    def _trimmed(self, found: re.Match[str]) -> tuple[int, str]:
        """A chain of names without the word that opens the sentence and without dates: "In", "July 16"."""
        start, parts = found.start(), found.group().split(", ")
        while True:
            first, blank, rest = parts[0].partition(" ")
            if first.lower() not in self._words.openers:
                break
            start += len(first) + len(blank)
            parts[0] = rest
        kept = takewhile(lambda part: part and part.split()[0].lower() not in self._words.never, parts)
        name = ", ".join(kept)
        if " and " in name and self._words.sorts.isdisjoint(
            name.lower().replace(",", "").split()
        ):  # a list of places: the first stands for it
            name = name.partition(" and ")[0].partition(",")[0]
        return start, name

    def _rank(self, start: int, name: str) -> int:
        """How likely a name is the place looked for; 0 where it is none."""
        words = name.lower().replace(",", "").split()
        sort = not self._words.sorts.isdisjoint(words)
        large = sort and not self._words.large.isdisjoint(words)
        if not large and self._is_taken(Span(start, start + len(name))):
            return 0
        lead = self._text[max(0, start - _LONGEST_LEAD) : start]
        led = _AFTER_PREPOSITION.search(lead) is not None
        if large:
            return _LARGE + _WITH_PREPOSITION * led
        # "The City of Maple Grove" that does something is a body.
        if sort and (words[0] not in self._words.sorts or led):
            return SORTED + _WITH_PREPOSITION * led
        return self._rank_by_name(name.split(",", maxsplit=1)[0], lead) if led else 0

    def _rank_by_name(self, first: str, lead: str) -> int:
        if first in _NO_NAMES:
            return 0
        if first in self._words.countries:
            return _COUNTRY
        if first in self._words.known:
            return _KNOWN
        # "at Fjord Steel" is a body more often than a place.
        return 0 if _AT.search(lead) else LED

    def _is_taken(self, span: Span) -> bool:
        """Whether the first name belongs to a person or a body."""
        place = bisect_left(self._starts, span.end) - 1
        return place >= 0 and self._taken[place].overlaps(span) and self._taken[place].start <= span.start

    def country(self, place: str) -> str | None:
        """ISO code of the country of a place, where its name or a part of it is known."""
        parts = [part.strip() for part in place.split(",")]
        known, countries = self._words.known, self._words.countries
        return next((code for part in reversed(parts) if (code := countries.get(part) or known.get(part))), None)


def _is_wider(place: Place, best: Place) -> bool:
    return (
        place.rank in (LED, _KNOWN)
        and place.name not in best.name
        and place.start + len(place.name) + _APART < best.start
    )


@dataclass(frozen=True, slots=True)
class _Words:
    chain: re.Pattern[str]
    sorts: frozenset[str]
    large: frozenset[str]
    known: dict[str, str]
    countries: dict[str, str]
    never: frozenset[str]
    openers: frozenset[str]


@cache
def _words(locale: Locale) -> _Words:
    rows = locale.rows("event_words")
    sorts = [row[0] for row in rows if row[1].startswith("sort")]
    large = [row[0] for row in rows if row[1] == "sort-large"]
    either = "|".join(f"[{sort[0]}{sort[0].upper()}]{sort[1:]}" for sort in dict.fromkeys(sorts))
    part = rf"{_NAME}(?: (?:{either})\b)?"
    return _Words(
        chain=re.compile(rf"{part}(?:, {part}){{0,3}}"),
        sorts=frozenset(sorts),
        large=frozenset(large),
        known={row[0]: row[1] for row in locale.rows("places") if len(row) > 1},
        countries=_countries(locale),
        never=frozenset(row[0] for row in locale.rows("times") if row[1].startswith(_TIMES)),
        openers=frozenset(row[0] for row in rows if row[1] == "opener"),
    )


def _countries(locale: Locale) -> dict[str, str]:
    """Name to code, by the short and the longer names."""
    named = {}
    for code, short, *others in locale.rows("countries"):
        longer = others[0].split(";") if others else []
        named.update(dict.fromkeys([short, *filter(None, longer)], code))
    return named
