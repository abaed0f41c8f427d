"""What belongs to a position besides its noun: further offices, fields of work, brackets."""

from __future__ import annotations

from reporter.facts.stakeholders.scene import Scene
from reporter.mentions.names.words import SPACE

# No fields of work: "head of security told".
_SPEECH = frozenset(("said", "says", "told", "tells", "notes", "adds", "explains", "speaks", "spoke"))
_CHAIN = 14
"""Words of further offices at most."""
_FIELD = 4
"""Words of a field of work between commas at most."""


def is_title(scene: Scene, place: int) -> bool:
    """Whether the noun of a position stands here, outside any name."""
    return scene.words.low[place] in scene.lexicon.titles and place not in scene.holders


def qualifies(scene: Scene, place: int) -> bool:
    """Whether a plain word before the noun of a position is its field: "campaign manager"."""
    words = scene.words
    if place + 1 >= len(words) or not words.raw[place].isalpha() or words.low[place] in scene.lexicon.function:
        return False
    return is_title(scene, place + 1) and not words.cap[place + 1]


def further(scene: Scene, at: int, limit: int, field: int | None) -> int:
    """Behind a comma, bracket or word inside a position; the place itself where the position ends.

    Args:
        scene: The words.
        at: The place behind what is known to belong to the position.
        limit: The place that the position must not pass.
        field: Where a field of work in small letters may begin, behind "of" or "for".
    """
    words = scene.words
    if words.raw[at] == ",":
        return at + (_listed(scene, at, limit) or _chained(scene, at, limit) or _fielded(scene, at, limit))
    if not is_title(scene, at - 1):
        return at
    if words.raw[at] == "(" and _specified(scene, at, limit):
        return at + 3
    if field is not None:
        end = _plain_field(scene, field, limit)
        return end if end > field else at
    return at + 2 * (not words.cap[at] and qualifies(scene, at))  # "chief nursing officer"


def _listed(scene: Scene, comma: int, limit: int) -> bool:
    """Whether a comma parts fields of one office: "Minister of Agriculture, Fisheries and Trade"."""
    words = scene.words
    for at in range(comma + 1, min(limit, comma + _FIELD + 3)):
        if words.low[at] == "and":
            return at > comma + 1 and at + 1 < limit and words.cap[at + 1] and scene.kind(at + 1) is None
        if not (words.cap[at] or words.raw[at] == ",") or at in scene.holders or words.low[at] in scene.lexicon.titles:
            return False
    return False


def _chained(scene: Scene, comma: int, limit: int) -> bool:
    """Whether a comma parts offices of one person: "Chairman, President and Chief Executive Officer"."""
    words = scene.words
    joined = False
    if not is_title(scene, comma - 1):
        return False
    for at in range(comma + 1, min(limit, comma + _CHAIN)):
        if words.gap[at] > SPACE or at in scene.holders:
            return False
        low = words.low[at]
        if is_title(scene, at) and joined and (at + 1 >= limit or not is_title(scene, at + 1)):
            return at + 1 >= limit or scene.kind(at + 1) != "person"
        if low in {"and", "&", ","}:
            if not is_title(scene, at - 1):
                return False
            joined = joined or low != ","
        elif not words.cap[at] and low not in scene.lexicon.modifiers and not is_title(scene, at):
            return False
    return False


def _fielded(scene: Scene, comma: int, limit: int) -> bool:
    """Whether a comma parts an office from its field: "Vice President, Investor Relations"."""
    words = scene.words
    if not is_title(scene, comma - 1):
        return False
    last = comma
    for at in range(comma + 1, min(limit, comma + 1 + _FIELD + 1)):
        if at in scene.holders or words.gap[at] > SPACE or not (words.cap[at] or words.low[at] in {"and", "&"}):
            break
        last = at
    return last > comma and words.low[last] in scene.lexicon.fields


def _specified(scene: Scene, bracket: int, limit: int) -> bool:
    """Whether a bracket names the field of an office: "Secretary (Fisheries)"; an acronym is none."""
    words = scene.words
    if bracket + 2 >= limit or words.raw[bracket + 2] != ")" or bracket + 1 in scene.holders:
        return False
    return words.cap[bracket + 1] and words.raw[bracket + 1].isalpha() and not words.raw[bracket + 1].isupper()


def _plain_field(scene: Scene, place: int, limit: int) -> int:
    """The end of a field of work in small letters: "head of paediatric neurology"; the place itself where there is none."""
    words, lexicon = scene.words, scene.lexicon
    at = place
    while at < limit and at - place < _FIELD and words.gap[at] == SPACE and at not in scene.holders:
        low = words.low[at]
        if words.cap[at] or not low.isalpha() or low in lexicon.function or low in lexicon.titles:
            break
        if low.endswith("ed") or low in _SPEECH:
            break
        at += 1
    return at
