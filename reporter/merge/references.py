"""Where the words of the releases stand that a line of the briefing rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reporter.model.blocks import STORY
from reporter.model.briefing import Entry, Reference, References, RoleLine
from reporter.model.facts import Role
from reporter.model.spans import Span, overlapping


class Order:
    """The order of the releases, oldest first, and of the words in them."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._places = {entry.key: place for place, entry in enumerate(entries)}
        self._captions = {
            entry.key: [block.span for block in entry.release.blocks if block.kind == "caption"] for entry in entries
        }

    def place(self, key: str) -> int:
        """How many releases are older."""
        return self._places[key]

    def sorted(self, references: Iterable[Reference]) -> References:
        """Each once, those of the oldest release first; a caption repeats what the story says, so it comes after it."""
        return tuple(sorted(set(references), key=self._rank))

    def _rank(self, reference: Reference) -> tuple[int, bool, Span]:
        captioned = overlapping(self._captions[reference.release], reference.span)
        return self._places[reference.release], captioned is not None, reference.span

    def newest(self, references: References) -> tuple[int, Span]:
        """Sorts lines: those of the newest release first, then by their place in it."""
        last = references[-1].release
        return -self._places[last], min(found.span for found in references if found.release == last)


def first(entry: Entry, mentions: Sequence[Span]) -> Reference:
    """To the first mention in the story itself; to that in a title, caption or contact block where there is no other."""
    blocks = entry.release.blocks
    told = (one for one in mentions if any(block.kind in STORY and block.span.holds(one) for block in blocks))
    return Reference(release=entry.key, span=next(told, mentions[0]))


def roles(found: Iterable[tuple[Entry, Sequence[Role]]], order: Order) -> tuple[RoleLine, ...]:
    """Every part once, in the order in which the releases give them."""
    said: dict[str, tuple[Role, list[Reference]]] = {}
    for entry, parts in found:
        for part in parts:
            said.setdefault(part.role, (part, []))[1].append(Reference(release=entry.key, span=part.evidence))
    lines = [RoleLine(role=part.role, references=order.sorted(references)) for part, references in said.values()]
    return tuple(lines)


Canonical = Mapping[tuple[str, str], str]
"""The name in the briefing of what a release (by key) calls by a name."""
