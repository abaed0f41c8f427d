"""Companies and bodies that no noun betrays: "Splendid Ideas Inc.", "the broadcaster Alta", "Alta, a provider of"."""

from __future__ import annotations

from reporter.mentions.names.pieces import Field, Piece
from reporter.mentions.names.words import HARD, SPACE

_INNER = frozenset(("&", "and", "of", "mates"))


def find(field: Field) -> None:
    """Puts companies into their places."""
    for place in range(1, len(field.words)):
        if field.owner[place] is not None or not field.words.cap[place]:
            continue
        if field.words.low[place].rstrip(".") in field.lexicon.companies:
            _before_suffix(field, place)
        elif field.words.low[place - 1] in field.lexicon.descriptors and field.words.gap[place] == SPACE:
            _after_descriptor(field, place)


def _before_suffix(field: Field, suffix: int) -> None:
    """For example "Great Ideas Inc", "Müller & Söhne GmbH": capitals before a legal form."""
    words = field.words
    first = suffix
    while first and words.gap[first] <= SPACE and suffix - first < 6 and _part(field, first - 1):  # noqa: PLR2004
        first -= 1
    while first < suffix and (not words.cap[first] or words.low[first] in field.lexicon.function):
        first += 1
    if first == suffix or words.shout[suffix]:
        return
    field.put(Piece(first, suffix + 1, "organisation", "names.company"))


def _part(field: Field, place: int) -> bool:
    words = field.words
    if words.raw[place] == "," and words.gap[place + 1] == SPACE:
        return False
    held = field.owner[place]
    if held is not None:
        return held.kind != "person" or words.gap[place + 1] == SPACE
    return words.cap[place] or words.low[place] in _INNER


def _after_descriptor(field: Field, first: int) -> None:
    """For example "the NGO Pravo", "the company Alta Voda": the noun before says that it is a body."""
    words, lexicon = field.words, field.lexicon
    if words.low[first] in lexicon.function or words.low[first] in lexicon.titles or words.opens[first]:
        return
    if words.cap[first - 1] and not words.raw[first - 1].isupper():
        return
    last = first
    while last < len(words) and words.cap[last] and last - first < 4 and (last == first or words.gap[last] <= SPACE):  # noqa: PLR2004
        if field.owner[last] is not None or words.low[last] in lexicon.titles:
            break
        last += 1
        if words.owns[last - 1]:
            break
    if last > first and words.gap[first] < HARD:
        field.put(Piece(first, last, "organisation", "names.after-descriptor"))
