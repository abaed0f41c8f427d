"""Where words stand, as a reader finds them: "OSCE 2015-08-19 ¶3"."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reporter.language.characters import folded
from reporter.model.blocks import STORY, Block, BlockKind
from reporter.model.briefing import Briefing, Entry, Reference
from reporter.notes.views import ReferencesView, ReferenceView
from reporter.notes.wording import Wording

_NAMED = ("title", "subtitle", "caption", "heading", "contact", "boilerplate", "masthead", "label")
_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a release: short as printed after its key, and in full."""

    short: str
    full: str


class Places:
    """The places of all releases of a briefing."""

    def __init__(self, briefing: Briefing, wording: Wording) -> None:
        self._wording = wording
        self._anchors = anchors([entry.key for entry in briefing.entries])
        self._order = {entry.key: at for at, entry in enumerate(briefing.entries)}
        self._paragraphs = {entry.key: _Paragraphs(entry) for entry in briefing.entries}

    def anchor(self, key: str) -> str:
        """The id of a release's entry among the sources."""
        return self._anchors[key]

    def of(self, reference: Reference) -> Place:
        """The place that a reference points to."""
        key, say = folded(reference.release), self._wording.say
        found = self._paragraphs[reference.release].at(reference)
        if found is None:
            return Place("", say("place.release", release=key))
        number, kind = found
        if number:
            short = self._wording.labels["mark.paragraph"] + str(number)
            return Place(short, say("place.paragraph", number=str(number), release=key))
        part = self._wording.labels[f"place.{kind}"]
        return Place(part, say("place.part", part=part, release=key))

    def view(self, references: Sequence[Reference], limit: int | None = None) -> ReferencesView:
        """References as a note prints them: by release, each place once; past the limit they are only counted."""
        known = sorted((one for one in set(references) if one.release in self._order), key=self._rank)
        views: list[ReferenceView] = []
        for key, of_release in groupby(known, key=lambda one: one.release):
            views += self._of_release(key, tuple(of_release))
        kept = views if limit is None or len(views) <= limit + 1 else views[:limit]
        left = len(views) - len(kept)
        return ReferencesView(items=tuple(kept), more=self._wording.count("more", left) if left else "")

    def _rank(self, reference: Reference) -> tuple[int, int, int]:
        return (self._order[reference.release], *reference.span)

    def _of_release(self, key: str, references: Sequence[Reference]) -> list[ReferenceView]:
        by_place: dict[Place, list[Reference]] = {}
        for one in references:
            by_place.setdefault(self.of(one), []).append(one)
        return [
            ReferenceView(
                text=place.short if at and place.short else f"{folded(key)} {place.short}".strip(),
                title=place.full,
                href=f"#{self.anchor(key)}",
                release=key,
                spans=" ".join(f"{one.span.start}-{one.span.end}" for one in ones),
                joint="" if at == 0 else ", ",
            )
            for at, (place, ones) in enumerate(by_place.items())
        ]


class _Paragraphs:
    """The paragraphs of one release, numbered."""

    def __init__(self, entry: Entry) -> None:
        self._blocks = entry.release.blocks
        self._starts = [block.span.start for block in self._blocks]
        self._numbers = numbers(self._blocks)

    def at(self, reference: Reference) -> tuple[int | None, BlockKind] | None:
        """Number and kind of the first block that a reference overlaps; None for places without a name."""
        at = max(bisect_right(self._starts, reference.span.start) - 1, 0)
        for block, number in list(zip(self._blocks, self._numbers, strict=True))[at : at + 2]:
            if block.span.overlaps(reference.span) and (number or block.kind in _NAMED):
                return number, block.kind
        return None


def numbers(blocks: Sequence[Block]) -> tuple[int | None, ...]:
    """The number of each block as a paragraph of its release; None for titles, captions, contacts …."""
    found: list[int | None] = []
    count = 0
    for block in blocks:
        counted = block.kind in STORY
        count += counted
        found.append(count if counted else None)
    return tuple(found)


def anchors(keys: Sequence[str]) -> dict[str, str]:
    """An id for each key, unique among them: `source-osce-2015-08-19`."""
    taken: dict[str, str] = {}
    for key in keys:
        plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode().lower()
        wanted = "source-" + (_NO_ID.sub("-", plain).strip("-") or "x")
        while wanted in taken.values():
            wanted += "-x"
        taken[key] = wanted
    return taken
