"""Whether the verb nearest to a place in a sentence tells of the past or of what is to come."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from reporter.model.spans import Span

Tense = Literal["past", "present", "future", "ongoing"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# "will be held": a past form so few words after a word of the future belongs to it.
_GROUP = 4
# A clause ends here: what stands behind counts as further away.
_BOUNDARY = re.compile(r"[;:–—()]|, (?:which|who|where|when|while|and|but|as)\b")
_BOUNDARY_LETTERS = 60
# So many verbs on either side of a place are looked at.
_NEIGHBOURS = 4
# What stands after the place counts as further away than what stands before it.
_AFTER_LETTERS = 8
_SHORTEST_PARTICIPLE = 5


class Verb(NamedTuple):
    """A verb, or group of verbs, with its tense."""

    span: Span
    tense: Tense


def verbs(text: str, sentence: Span, table: Mapping[str, str]) -> list[Verb]:
    """The verbs of a sentence that tell its tense; those of the present only where they announce.

    Args:
        text: The whole text.
        sentence: The stretch to look at.
        table: The word list `tenses`: word to class.
    """
    words = list(_WORD.finditer(text, sentence.start, sentence.end))
    kinds = [table.get(form.lower()) or _inflected(form) for form in (word[0] for word in words)]
    found: list[Verb] = []
    reach = -1
    for place, kind in enumerate(kinds):
        if kind is None:
            continue
        tense = _tense(kinds, place)
        if tense is None and place > reach:
            continue
        span = Span(*words[place].span())
        if tense == "future":
            found.append(Verb(span, tense))
            reach = place + _GROUP
        elif place <= reach and kind in ("past", "infinitive", "present"):
            found[-1] = Verb(Span(found[-1].span.start, span.end), found[-1].tense)
            reach = reach if kind == "infinitive" else -1
        elif tense and not (tense == "past" and _is_participle(text, *words[place].span())):
            found.append(Verb(span, tense))
            reach = -1
    return found


def _is_participle(text: str, start: int, end: int) -> bool:
    """Whether a past form is said of a noun: "the delegation, led by its Chairman"."""
    return text.startswith(" by ", end) and text[start - 2 : start] == ", "


def _inflected(word: str) -> str | None:
    return "past" if word.endswith("ed") and len(word) >= _SHORTEST_PARTICIPLE and word.islower() else None


def _tense(kinds: Sequence[str | None], place: int) -> Tense | None:
    kind = kinds[place]
    before = kinds[place - 1] if place else ""
    after = kinds[place + 1] if place + 1 < len(kinds) else ""
    if kind == "future" or (kind in ("plan", "be") and after == "to") or (kind == "infinitive" and before == "to"):
        return "future"
    if kind == "planned" and before != "past" and (before in ("be", "infinitive") or after in ("to", "preposition")):
        return "future"
    if kind in ("ongoing", "perfect"):
        return "ongoing" if kind == "ongoing" else "past"
    if before == "determiner" or (kind == "present" and before == "to"):
        return None
    return _SIMPLE.get(kind)


_SIMPLE: Mapping[str | None, Tense] = {"past": "past", "planned": "past", "present": "present"}


def nearest(text: str, found: Sequence[Verb], place: Span) -> Tense | None:
    """The tense of the verb nearest to a place; a clause between them counts as distance."""
    behind = bisect_left(found, place.start, key=lambda verb: verb.span.start)
    near = found[max(0, behind - _NEIGHBOURS) : behind + _NEIGHBOURS]
    return min(near, key=lambda verb: _distance(text, verb.span, place)).tense if near else None


def _distance(text: str, verb: Span, place: Span) -> int:
    first, second = (verb, place) if verb.start < place.start else (place, verb)
    between = text[first.end : second.start]
    clauses = sum(1 for _ in _BOUNDARY.finditer(between))
    return len(between) + _BOUNDARY_LETTERS * clauses + (_AFTER_LETTERS if verb.start > place.start else 0)
