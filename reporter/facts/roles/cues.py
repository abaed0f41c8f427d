"""The words that give roles, from the word lists of a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, cast

from reporter.locales import Locale
from reporter.mentions.names.words import Words
from reporter.model.facts import RoleKind

_ADVERBS = frozenset(("also", "both", "again", "together"))
Side = Literal["after", "before", "with", "thanks"]


class Cue(NamedTuple):
    """Words that give a role to whoever stands on one side of them."""

    words: tuple[str, ...]
    side: Side
    role: RoleKind


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a language by their first word, the longest first, and the nouns and verbs beside them."""

    table: dict[str, dict[str, tuple[Cue, ...]]]
    """By first and second word; the second is empty for cues of one word."""
    people: dict[str, RoleKind]
    """Plural nouns of people, and the role of those who come as such: "experts"."""
    first: frozenset[str]
    """The first words of cues, and those nouns: where none stands nothing is told."""
    events: frozenset[str]
    attendance: frozenset[str]

    @classmethod
    def of(cls, locale: Locale) -> Cues:
        """The cues of a language."""
        return _of(locale)


@cache
def _of(locale: Locale) -> Cues:
    table: dict[str, dict[str, list[Cue]]] = {}
    for phrase, side, role in locale.rows("role_cues"):
        cue = Cue(tuple(phrase.split()), cast("Side", side), cast("RoleKind", role))
        second = cue.words[1] if len(cue.words) > 1 else ""
        table.setdefault(cue.words[0], {}).setdefault(second, []).append(cue)
    people = cast("dict[str, RoleKind]", locale.table("role_people"))
    return Cues(
        first=frozenset((*table, *people)),
        table={
            word: {second: tuple(sorted(cues, key=lambda cue: -len(cue.words))) for second, cues in seconds.items()}
            for word, seconds in table.items()
        },
        people=people,
        events=frozenset(locale.words("role_events")),
        attendance=frozenset(locale.words("role_attendance")),
    )


def at(known: Cues, words: Words, place: int, limit: int) -> tuple[Cue, int] | None:
    """The longest cue that stands here, and the place behind it."""
    seconds = known.table.get(words.low[place])
    if seconds is None:
        return None
    second = words.low[place + 1] if place + 1 < limit else ""
    if place + 2 < limit and second not in seconds and is_adverb(second):
        second = words.low[place + 2]
    for cue in (*seconds.get(second, ()), *(seconds.get("", ()) if second else ())):
        end = _match(words, place, limit, cue)
        if end is not None:
            return cue, end
    return None


def _match(words: Words, place: int, limit: int, cue: Cue) -> int | None:
    """The place behind a cue that stands here, adverbs between its words passed over; None where it does not."""
    at = place
    for number, word in enumerate(cue.words):
        if number and at < limit and words.low[at] != word and is_adverb(words.low[at]):
            at += 1
        if at >= limit or words.low[at] != word:
            return None
        at += 1
    return at


def is_adverb(low: str) -> bool:
    """Whether a word may stand between the words of a cue: "supported financially by"."""
    return low.endswith("ly") or low in _ADVERBS
