"""How much of each list stands in the body of the note, how much in an annex, and how much is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any, Literal, TypeVar

from reporter.notes.views import Listing
from reporter.notes.wording import Wording

Length = Literal["brief", "standard", "full"]
Kind = Literal["figures", "chronology", "organisations", "countries", "people", "quotes", "contacts", "sources"]

Rank = int | tuple[bool, int] | tuple[bool, bool, int]

_Item = TypeVar("_Item")
_View = TypeVar("_View")


@dataclass(frozen=True, slots=True)
class Limit:
    """Entries in the body: so many of a list, references of a line."""

    entries: dict[Kind, int]
    references: int | None
    sentences: int


# What fills two pages of A4, measured on notes of 2 and of 30 releases.
LIMITS: dict[Length, Limit] = {
    "brief": Limit(
        {
            "figures": 3,
            "chronology": 5,
            "organisations": 6,
            "countries": 4,
            "people": 4,
            "quotes": 1,
            "contacts": 1,
        },
        references=2,
        sentences=3,
    ),
    "standard": Limit(
        {
            "figures": 3,
            "chronology": 3,
            "organisations": 5,
            "countries": 5,
            "people": 3,
            "quotes": 2,
            "contacts": 2,
            "sources": 6,
        },
        references=1,
        sentences=5,
    ),
    "full": Limit({}, references=None, sentences=8),
}

# In the order of the annexes; lists with the same title share one.
_TITLES: dict[Kind, str] = {
    "figures": "heading.all_figures",
    "chronology": "heading.full_chronology",
    "organisations": "heading.all_stakeholders",
    "countries": "heading.all_stakeholders",
    "people": "heading.all_stakeholders",
    "quotes": "heading.all_quotes",
    "contacts": "heading.all_contacts",
    "sources": "heading.sources",
}
_ANNEXED_WHOLE: tuple[Kind, ...] = ("contacts", "sources")
"""Lists that one looks up rather than reads: they stand in one place, in the body or in an annex."""
# A list that is longer by no more than this is printed whole: moving the rest away would save nothing.
_TOLERANCE = 1.5
_MANY_REFERENCES = 6
_FEW_RELEASES = 4
"""A note of so many has no annexes."""


class Shares:
    """Deals the entries of all lists out to body and annexes."""

    def __init__(self, length: Length, sizes: dict[Kind, int], wording: Wording, *, annexes: bool) -> None:
        self._limit = LIMITS[length]
        self._wording = wording
        self._brief = length == "brief"
        annexes = annexes and sizes.get("sources", 0) > _FEW_RELEASES
        over = [kind for kind in _TITLES if sizes.get(kind, 0) > self._most(kind) * _TOLERANCE]
        titles = dict.fromkeys(_TITLES[kind] for kind in over) if annexes and not self._brief else {}
        named = {
            title: wording.say("heading.annex", letter=letter, title=wording.labels[title])
            for letter, title in zip(ascii_uppercase, titles, strict=False)
        }
        self._annexes = {kind: named[_TITLES[kind]] for kind in over if named}

    @property
    def _all(self) -> int | None:
        """How many references a line prints that no annex repeats."""
        return None if self._limit.references is None else _MANY_REFERENCES

    @property
    def sentences(self) -> int:
        """How many sentences the summary has at most."""
        return self._limit.sentences

    def deal(
        self,
        kind: Kind,
        items: Sequence[_Item],
        view: Callable[[_Item, int | None], _View],
        rank: Callable[[_Item], Rank] | None = None,
    ) -> Listing[_View]:
        """The entries of one list as they are shown.

        Args:
            kind: Which list.
            items: Its entries, in the order of the note.
            view: Makes a view of an entry with at most so many references.
            rank: Sorts the entries that the body must have first; without it the first ones are kept.
        """
        kept = self._kept(kind, items, rank)
        left = len(items) - len(kept)
        annex = self._annexes.get(kind, "") if left else ""
        most = self._limit.references if annex or self._brief else self._all
        return Listing(
            shown=tuple(view(items[at], most) for at in kept),
            annexed=tuple(view(item, None) for item in items) if annex else (),
            annex=annex,
            left=left,
            more=self._more(left, annex, shown=bool(kept)),
        )

    def together(self, *lists: Listing[Any]) -> Listing[str]:
        """What several lists with one annex leave out, told once."""
        left = sum(one.left for one in lists)
        annex = next((one.annex for one in lists if one.annex), "")
        return Listing(shown=(), annex=annex, left=left, more=self._more(left, annex))

    def _most(self, kind: Kind) -> int:
        return self._limit.entries.get(kind, 1 << 30)

    def _kept(self, kind: Kind, items: Sequence[_Item], rank: Callable[[_Item], Rank] | None) -> list[int]:
        most = self._most(kind)
        every = list(range(len(items)))
        if kind in self._annexes and kind in _ANNEXED_WHOLE:
            return []
        if len(items) <= most * _TOLERANCE or not (self._brief or kind in self._annexes):
            return every
        first = sorted(every, key=lambda at: (rank(items[at]), at)) if rank else every
        return sorted(first[:most])

    def _more(self, left: int, annex: str, *, shown: bool = True) -> str:
        if not left:
            return ""
        if annex:
            return self._wording.count("annexed" if shown else "moved", left, annex=annex)
        return self._wording.count("omitted", left)
