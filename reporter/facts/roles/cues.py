"""The words that give roles, from the word lists of a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, cast

from reporter.locales import Locale
from reporter.mentions.names.words import Words
from reporter.model.facts import RoleKind

Side = Literal["after", "before", "with"]


class Cue(NamedTuple):
    """Words that give a role to whoever stands on one side of them."""

    words: tuple[str, ...]
    side: Side
    role: RoleKind


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a language by their first word, the longest first, and the nouns and verbs beside them."""

    table: dict[str, tuple[Cue, ...]]
    partners: frozenset[tuple[str, ...]]
    people: dict[str, RoleKind]
    """Plural nouns of people, and the role of those who come as such: "experts"."""
    events: frozenset[str]
    attendance: frozenset[str]

    @classmethod
    def of(cls, locale: Locale) -> Cues:
        """The cues of a language."""
        return _of(locale)


@cache
def _of(locale: Locale) -> Cues:
    table: dict[str, list[Cue]] = {}
    for phrase, side, role in locale.rows("role_cues"):
        cue = Cue(tuple(phrase.split()), cast("Side", side), cast("RoleKind", role))
        table.setdefault(cue.words[0], []).append(cue)
    return Cues(
        table={word: tuple(sorted(cues, key=lambda cue: -len(cue.words))) for word, cues in table.items()},
        partners=frozenset(cue.words for cues in table.values() for cue in cues if cue.side == "with"),
        people=cast("dict[str, RoleKind]", locale.table("role_people")),
        events=frozenset(locale.words("role_events")),
        attendance=frozenset(locale.words("role_attendance")),
    )


def match(words: Words, place: int, limit: int, cue: Cue) -> int | None:
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
    return low.endswith("ly") or low in {"also", "both", "again", "together"}
