"""Names that the word lists hold: countries, places, bodies that need no explanation."""

from __future__ import annotations

from reporter.mentions.names.lexicon import Entry
from reporter.mentions.names.pieces import Field, Piece
from reporter.mentions.names.words import HARD, SPACE, Words

# Before an adjective of a country that is none then: "Latin American", "Native Americans", "African American".
_REGIONAL = frozenset(("latin", "north", "south", "central", "native", "african", "anglo", "northern", "indo"))
_SMALL = frozenset(("and", "of", "the", "for", "on", "in", "to", "against", "y", "de", "la", "es", "el", "sur", "am"))
_MONEY = frozenset("$€£¥")
# Societies of one name in every country: the Red Cross, the Red Crescent.
_OF_SOCIETIES = "red"
# Names of countries that people bear as well.
_ALSO_GIVEN = frozenset(("jordan", "chad", "georgia", "israel", "kenya", "india", "ireland", "holland", "jersey"))


def find(field: Field) -> None:
    """Puts every known name into its place, the longest first."""
    words, table, free = field.words, field.lexicon.known, 0
    for place in words.capitals:
        if place >= free and (entries := table.get(words.low[place])):
            entry = next((entry for entry in entries if _stands(words, place, entry)), None)
            if entry is not None and not _misleads(field, place, entry):
                free = place + len(entry.words)
                field.put(_national(field, _piece(place, free, entry)))


def _national(field: Field, piece: Piece) -> Piece:
    """With the country and "Society" around the name of a society: "Rwanda Red Cross", "Turkish Red Crescent Society"."""
    words = field.words
    if piece.kind != "organisation" or words.low[piece.first] != _OF_SOCIETIES:
        return piece
    held = field.owner[piece.first - 1] if piece.first and words.gap[piece.first] == SPACE else None
    if held is not None and held.kind == "country" and not words.owns[piece.first - 1]:
        piece.first, piece.country = held.first, held.code
        if piece.last < len(words) and words.low[piece.last] == "society" and words.gap[piece.last] == SPACE:
            piece.last += 1
    return piece


def _piece(first: int, last: int, entry: Entry) -> Piece:
    return Piece(
        first, last, entry.kind, f"names.known-{entry.kind}", code=entry.code, adjective=entry.adjective, known=True
    )


def _stands(words: Words, place: int, entry: Entry) -> bool:
    """Whether the words of an entry stand here, in capitals where a name has them."""
    size = len(entry.words)
    if place + size > words.size or (entry.acronym and not _printed_as_acronym(words, place)):
        return False
    for offset in range(1, size):
        here = place + offset
        if words.low[here] != entry.words[offset] or words.gap[here] == HARD or words.owns[here - 1]:
            return False
        if not words.cap[here] and words.raw[here].isalpha() and words.low[here] not in _SMALL:
            return False
    return True


def _printed_as_acronym(words: Words, place: int) -> bool:
    """For example "US" and "WHO" in capitals, and not in a line that is all capitals, where they are words."""
    return words.raw[place].isupper() and (not words.shout[place] or len(words.raw[place]) > 3)  # noqa: PLR2004  (longer than "WHO")


def _misleads(field: Field, place: int, entry: Entry) -> bool:
    """Whether the words here are no country: money, a part of the world, a person."""
    words, last = field.words, place + len(entry.words)
    after = words.low[last] if last < words.size else ""
    before = words.low[place - 1] if place and words.gap[place] < HARD else ""
    if entry.kind == "country":
        if after in _MONEY and entry.code == "US":
            return True
        if entry.adjective and before in _REGIONAL and words.cap[place - 1]:
            return True
        if after == "ocean":
            return True
    if entry.kind == "organisation":
        return words.shout[place] and entry.acronym and len(entry.words[0]) < 4  # noqa: PLR2004  (short words)
    return _is_person(field, place, last, entry)


def _is_person(field: Field, place: int, last: int, entry: Entry) -> bool:
    """For example "Jordan Smith", "Florence Müller": a place that opens a person's name."""
    words, lexicon = field.words, field.lexicon
    if last - place > 1 or words.owns[place] or last >= words.size or words.shout[place]:
        return False
    given = entry.words[0] in _ALSO_GIVEN or (entry.kind == "place" and entry.words[0] in lexicon.given)
    before = words.low[place - 1] if place and words.gap[place] < HARD else ""
    if not words.begins(place) and before in lexicon.given and words.cap[place - 1]:
        return not lexicon.is_common(before) and words.low[place] != "united"
    follows = words.low[last]
    return (
        given
        and words.cap[last]
        and words.gap[last] == 1
        and before not in {"in", "of", "from", "to", "the", "at"}
        and follows not in lexicon.titles
        and follows not in lexicon.modifiers
        and follows not in lexicon.heads
        and follows not in lexicon.function
        and not lexicon.is_common(follows)
        and follows not in lexicon.known
    )
