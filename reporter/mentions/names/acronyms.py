"""Acronyms beside the names they stand for: "(UNODC)", "ICC (International Criminal Court)", ", or IOM,"."""

from __future__ import annotations

from reporter.language.names import is_acronym, is_acronym_of
from reporter.mentions.names.pieces import Field, Piece
from reporter.mentions.names.words import HARD, SPACE

_LONGEST = 12
_SHORTEST = 3


def _is_one(field: Field, place: int) -> bool:
    raw = field.words.raw[place]
    return is_acronym(raw) and raw not in field.lexicon.no_bodies


def attach(field: Field, piece: Piece) -> None:
    """Gives a body the acronym that is printed after it."""
    words, place = field.words, piece.last
    if place + 2 >= words.size or piece.refers:
        return
    if words.low[place] == "(" and words.gap[place] < HARD:
        at = place + 2 if words.low[place + 1] in {"the", "“", '"', "‘"} else place + 1
        second = at + 2 < len(words) and words.raw[at + 2] == ")" and words.cap[at] and _is_one(field, at + 1)
        if _is_one(field, at) or second:  # "(UNODC)", "(Africa CDC)"
            piece.acronym = _bracketed(field, at)
    elif _is_one(field, place) and _spells(field, piece, place):
        piece.acronym = words.raw[place]
        _own(field, place, place + 1)
    elif words.low[place] == "," and words.low[place + 1] == "or" and _is_one(field, place + 2):
        piece.acronym = words.raw[place + 2]
        _own(field, place + 2, place + 3)


def _spells(field: Field, piece: Piece, place: int) -> bool:
    """Whether capitals behind a name without brackets are its acronym: "Federal Office for Agriculture FOAG"."""
    words, raw = field.words, field.words.raw[place]
    if words.gap[place] != SPACE or words.shout[place] or not raw.isupper() or len(raw) < _SHORTEST:
        return False
    return raw[0].lower() in {words.low[at][0] for at in range(piece.first, piece.last)}


def _bracketed(field: Field, at: int) -> str:
    """One acronym of one or two words: "UNODC", "UN Women"."""
    words = field.words
    last = at + 1
    while last < words.size and last - at < 3 and words.cap[last] and words.gap[last] == SPACE:  # noqa: PLR2004  (words of an acronym)
        last += 1
    _own(field, at, last)
    return words.text[words.start[at] : words.end[last - 1]]


def _own(field: Field, first: int, last: int) -> None:
    if not all(field.owner[place] is not None for place in range(first, last)):
        field.put(Piece(first, last, "organisation", "names.acronym"))


def find(field: Field) -> None:
    """Bodies that only an acronym in brackets tells: "Apples and Pears Initiative (API)"."""
    words = field.words
    for place in words.brackets:
        if not 0 < place < words.size - 2:
            continue
        _reversed(field, place)
        if words.gap[place] == HARD or not _is_one(field, place + 1):
            continue
        held = field.owner[place - 1]
        if held is not None and held.kind == "organisation":
            if held.acronym is None and not held.refers:
                held.acronym = _bracketed(field, place + 1)
            continue
        first = _long_form(field, place, words.raw[place + 1])
        if first is not None:
            piece = Piece(first, place, "organisation", "names.long-form", acronym=_bracketed(field, place + 1))
            field.put(piece)


def _reversed(field: Field, bracket: int) -> None:
    """The long form in brackets: "ICC (International Criminal Court)"."""
    words, inner = field.words, field.owner[bracket + 1]
    if inner is None:
        the = words.low[bracket + 1] == "the"
        inner = field.owner[bracket + 2] if the else None
    if inner is None or inner.kind != "organisation" or inner.refers or words.raw[inner.last : inner.last + 1] != [")"]:
        return
    if _is_one(field, bracket - 1) and words.raw[bracket - 1].isupper() and inner.last - inner.first > 1:
        inner.acronym = words.raw[bracket - 1]
        _own(field, bracket - 1, bracket)


def _long_form(field: Field, bracket: int, acronym: str) -> int | None:
    """The first word of what an acronym stands for: its initials tell."""
    words = field.words
    for first in range(bracket - 2, max(-1, bracket - _LONGEST), -1):
        if words.gap[first + 1] == HARD or words.raw[first] in {".", ",", ";", ":", ")"}:
            return None
        if words.cap[first] and words.low[first][0] == acronym[0].lower():
            held = field.owner[first]
            if held is not None and held.first != first:
                continue
            long = words.text[words.start[first] : words.end[bracket - 1]]
            if is_acronym_of(acronym, long) and _is_name(field, first, bracket):
                return first
    return None


def _is_name(field: Field, first: int, last: int) -> bool:
    """Most words carry a capital: "Memorandum of Understanding (MoU)" does too, so what it ends with counts."""
    words = field.words
    return all(words.cap[at] or len(words.raw[at]) < 4 for at in range(first, last)) and _body_like(field, first, last)  # noqa: PLR2004  ("for", "the")


def _body_like(field: Field, first: int, last: int) -> bool:
    heads = field.lexicon.heads
    return any(field.words.low[at] in heads for at in range(first, last)) or any(
        field.owner[at] is not None for at in range(first, last)
    )
