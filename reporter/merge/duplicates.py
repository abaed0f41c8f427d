"""Finds releases that are one: the same text in two files, or as two issuers published it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reporter.language.names import fold
from reporter.merge.clusters import cluster
from reporter.model.blocks import BlockKind
from reporter.model.facts import Release

_TOLD: tuple[BlockKind, ...] = ("title", "subtitle", "body", "list", "quote", "heading")
_WORD = re.compile(r"\w+")
_SHINGLE = 5
_SKETCH = 12
_ALIKE = 0.75
_DAYS_APART = 7
# Words that more releases than these share are a formula of their issuer.
_MOST_ALIKE = 100


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What two releases are compared by."""

    release: Release
    shingles: frozenset[int]
    numbers: frozenset[str]
    day: date | None


def release_date(release: Release) -> date | None:
    """The date of a release as it states it, else as its file does."""
    facts = release.facts
    return facts.published or (facts.dateline.date if facts.dateline else None) or release.document.published


def groups(releases: Iterable[Release]) -> list[tuple[Release, ...]]:
    """The releases, those that are one together, the fullest first; in an order that does not depend on the input's."""
    distinct = {
        (_digest(release), release.document.source.path, str(release_date(release))): release for release in releases
    }
    alike: dict[frozenset[int], list[_Sketch]] = {}
    for key in sorted(distinct):
        sketch = _sketch(distinct[key])
        alike.setdefault(sketch.shingles, []).append(sketch)
    firsts = [same[0] for same in alike.values()]
    found = cluster(firsts, lambda sketch: sorted(sketch.shingles)[:_SKETCH], _is_same, most=_MOST_ALIKE)
    same_words = ([one for first in group for one in alike[first.shingles]] for group in found)
    return [tuple(sorted((sketch.release for sketch in group), key=_rank)) for group in same_words]


def _digest(release: Release) -> str:
    return release.document.source.sha256 or hashlib.sha256(release.text.encode("utf-8", "replace")).hexdigest()


def _rank(release: Release) -> tuple[bool, bool, int, str, str]:
    """The fullest first: with an issuer, with a date, the longest."""
    source = release.document.source
    return (
        release.facts.issuer is None,
        release_date(release) is None,
        -len(release.text),
        source.path,
        _digest(release),
    )


def _sketch(release: Release) -> _Sketch:
    told = " ".join(block.span.of(release.text) for block in release.blocks if block.kind in _TOLD) or release.text
    words = _WORD.findall(fold(told))
    shingles = frozenset(
        int.from_bytes(hashlib.blake2b(" ".join(words[at : at + _SHINGLE]).encode(), digest_size=6).digest(), "big")
        for at in range(max(1, len(words) - _SHINGLE + 1))
    )
    numbers = frozenset(word for word in words if word.isdigit())
    return _Sketch(release, shingles if words else frozenset(), numbers, release_date(release))


def _is_same(one: _Sketch, other: _Sketch) -> bool:
    """Whether two releases tell the same in the same words; with other numbers they contradict one another."""
    if one.numbers != other.numbers:
        return False
    if one.day and other.day and abs((one.day - other.day).days) > _DAYS_APART:
        return False
    return len(one.shingles & other.shingles) >= _ALIKE * len(one.shingles | other.shingles)
