"""How the name of a body goes on after its noun: "of Finance of Chile", "for the Protection of …"."""

from __future__ import annotations

from reporter.mentions.names.pieces import Field, Piece
from reporter.mentions.names.words import SPACE, WEAK

_OPENERS = frozenset(("of", "for", "on", "against"))
_FOREIGN = frozenset(("de", "di", "du", "des", "der", "del", "della", "für", "da", "do"))
# Missions are sent to places and stand in them.
_SENT = frozenset(("to", "in"))
_INNER = frozenset(("of", "for", "on", "de", "di", "du", "des", "der", "del", "da"))
# Nouns that name a field of work as often as a body: "Ministry of Labour and Social Services".
_SOFT = frozenset(
    (
        "services",
        "administration",
        "industries",
        "technologies",
        "enterprises",
        "forces",
        "systems",
        "media",
        "government",
        "police",
        "customs",
        "treasury",
    )
)
# "Department of Public Service" is one body.
_SERVICES, _SERVED = frozenset(("service", "services")), frozenset(("public", "civil", "social", "human", "health"))
# Words that elsewhere open a position and here are what a body works for.
_FIELDS_OF_WORK = frozenset(("general", "justice", "executive", "sister", "father", "engineer", "king", "queen"))
# Of these no field of work follows after "for": "the head of Police for Special Operations".
_WITHOUT_FOR = frozenset(("police", "army", "navy", "forces", "guard", "guards", "court", "gendarmerie", "parliament"))
_LIMIT = 18
"""Words of a name at most."""
# Of a line in title case: words beside the name, long words, and the share of them that has a capital.
_MORE, _FEW, _NEARLY_ALL = 4, 6, 0.8
_LINE = 40
"""Words of a headline on either side at most."""
_INITIALS = 2
"""Letters of an acronym that may be an initial or a country."""
_SMALL_WORD = 3
_ENDS = frozenset((".", "?", "!", ":"))
_DEEPEST = 2
"""Bodies inside one another at most."""
_WIDE = frozenset(("asia", "africa", "europe", "pacific", "caribbean", "americas", "caucasus"))


def right(field: Field, head: int, kind: str, depth: int = 0) -> tuple[int, Piece | None]:
    """Where a body’s name ends that has its noun at `head`, and the body that it is said to be a part of."""
    words = field.words
    last, parent = head + 1, None
    while last < words.size and words.gap[last] <= SPACE and last - head < _LIMIT:
        grown, inner, closed = _next(field, last, kind, depth)
        if inner is not None:
            parent = inner
            if _drops_parent(field, inner):
                break
        if grown == last:
            break
        last = grown
        if closed and kind not in {"dip", "office"}:
            break
    return last, parent


def _next(field: Field, last: int, kind: str, depth: int) -> tuple[int, Piece | None, bool]:
    """One step further: the new end, a body inside, and whether a country closes the name; the old end where it ends."""
    words = field.words
    low = words.low[last]
    if kind == "ext" and low in _FOREIGN:
        return _object(field, last + 1, kind, depth)
    if low in _OPENERS and not words.cap[last] and not (low == "for" and words.low[last - 1] in _WITHOUT_FOR):
        return _object(field, last + 1, kind, depth)
    if low in _SENT and (kind == "dip" or (kind == "office" and low == "in")):
        return _seat(field, last + 1), None, True
    held = field.owner[last]
    if kind == "ext" and held is None and words.cap[last]:
        return last + 1, None, False
    if held is not None and held.kind == "place" and held.code is not None and held.first == last:
        return held.last, None, False
    return last, None, False


def _drops_parent(field: Field, inner: Piece) -> bool:
    """A service of a ministry is a body of its own; a department of another body needs it in its name."""
    return inner.refers or "ministry" in field.words.low[inner.first : inner.last]


def _seat(field: Field, place: int) -> int:
    """The end of the country, town or body that a mission is sent to; `place - 1` where there is none."""
    words = field.words
    at = place + 1 if place < words.size and words.low[place] == "the" else place
    held = field.owner[at] if at < words.size else None
    if held is None or held.kind == "person" or held.first != at or held.adjective:
        return place - 1
    return held.last


def _object(field: Field, place: int, kind: str, depth: int) -> tuple[int, Piece | None, bool]:
    """The end of "of …", a body inside, and whether a country closes it; `place - 1` where no name follows."""
    words = field.words
    start = place + 1 if place < words.size and words.low[place] in {"the", "its"} else place
    last = start
    while last < words.size and words.gap[last] <= (WEAK if last == start else SPACE) and last - place < _LIMIT:
        held = field.owner[last]
        if held is not None:
            if _closes(field, held, first=last == start):
                return held.last, held if held.kind == "organisation" else None, True
            last = held.last
            if held.kind == "place" and _stranger(field, last):
                break
        elif words.cap[last]:
            nested = _nested(field, start, last, depth)
            if nested is not None:
                return nested.last, nested, True
            if _ends_at(field, start, last, kind):
                break
            last += 1
        elif (after := _joint(field, last, kind)) is not None:
            last = after
        else:
            break
    if last == start or words.low[last - 1] in _INNER:
        return place - 1, None, False
    return last, None, False


def _closes(field: Field, held: Piece, *, first: bool) -> bool:
    """Whether a name inside ends the phrase: a country, or a body that it opens with and that does not go on."""
    if held.kind == "country":
        return not held.adjective
    return held.kind == "organisation" and first and not _noun_follows(field, held.last)


def _ends_at(field: Field, start: int, place: int, kind: str) -> bool:
    """Whether a capital is no more of the name: an acronym, a position (but "Office of the Prime Minister"), a person."""
    if place > start and _is_acronym(field, place):
        return True
    return _stops(field, place) and not (kind == "office" and field.words.low[place] in field.lexicon.titles)


def _stranger(field: Field, place: int) -> bool:
    """Whether a capital of another name follows a place: "University of Texas Jane Doe"."""
    words = field.words
    if place >= words.size or not words.cap[place] or field.owner[place] is not None:
        return False
    return not field.lexicon.is_common(words.low[place])


def _is_acronym(field: Field, place: int) -> bool:
    """Whether an acronym stands here without brackets: "Federal Office for Agriculture FOAG"."""
    raw = field.words.raw[place]
    return len(raw) > _INITIALS and raw.isupper() and not field.words.shout[place]


def _noun_follows(field: Field, place: int) -> bool:
    """Whether a name goes on: "OSCE Secretariat"."""
    words = field.words
    return (
        place < words.size
        and words.cap[place]
        and words.gap[place] == SPACE
        and words.low[place] in field.lexicon.heads
    )


def _nested(field: Field, start: int, place: int, depth: int) -> Piece | None:
    """A body inside the phrase: "of the OSCE Secretariat", "of the Ministry of Finance"."""
    words, heads = field.words, field.lexicon.heads
    low, after = words.low[place], place + 1
    if low not in heads or low in _SOFT or depth >= _DEEPEST or low == "international":
        return None
    if low in _SERVICES and words.low[place - 1] in _SERVED:
        return None
    if heads[low] in {"no", "fac", "unit"} and place != start:
        return None
    goes_on = after < words.size and words.gap[after] == SPACE
    if goes_on and words.cap[after] and words.low[after] in heads:
        return None
    if place == start and not (goes_on and words.low[after] in _OPENERS):
        return Piece(start, after, "organisation", "names.reference", refers=True)
    last, parent = right(field, place, heads[low], depth + 1)
    return Piece(start, last, "organisation", "names.body", parent=parent)


def _stops(field: Field, place: int) -> bool:
    """A capital that opens something else: a position, a person, a day."""
    words, lexicon = field.words, field.lexicon
    low, after = words.low[place], place + 1
    if low in lexicon.function or low in lexicon.ranks or low in lexicon.honorifics:
        return low not in _FIELDS_OF_WORK
    if low in lexicon.titles:
        return not words.owns[place] and low not in _FIELDS_OF_WORK
    if low not in lexicon.given or lexicon.is_common(low) or after >= words.size:
        return False
    return words.cap[after] and words.gap[after] <= SPACE and words.low[after] not in lexicon.heads


def _joint(field: Field, place: int, kind: str) -> int | None:
    """The place after a joining word, where the name goes on behind it; None where it ends."""
    words = field.words
    low, after = words.low[place], place + 1
    if after >= words.size or words.gap[after] > SPACE:
        return None
    if low == "." and words.low[place - 1] == "st":
        return after  # "College of St. Agatha"
    if low in {"and", "&"}:
        return None if kind == "no" else _second(field, after, kind)
    if low == ",":
        return _listed(field, after, kind)
    return _inside(field, after, low) if low in _INNER or low == "in" else None


def _inside(field: Field, after: int, low: str) -> int | None:
    """Behind "of", "for", "in" inside a name: "Prevention of Money Laundering", "Women in Police"."""
    words = field.words
    if words.low[after] == "the":
        after += 1
    if after >= words.size or not words.cap[after] or words.gap[after] > SPACE:
        return None
    if low == "in" and (field.owner[after] is not None or words.low[after] in field.lexicon.function - _FIELDS_OF_WORK):
        return None
    return after


def _second(field: Field, after: int, kind: str) -> int | None:
    """Behind "and": another part of the same name, or another name?"""
    words, lexicon = field.words, field.lexicon
    the = words.low[after] == "the"
    at = after + 1 if the else after
    if at >= words.size or not words.cap[at] or words.gap[at] > SPACE or _stops(field, at):
        return None
    held = field.owner[at]
    if held is not None:
        return at if held.kind == "place" and words.low[held.last - 1] in _WIDE else None
    last = at
    while last < words.size and words.cap[last] and (last == at or words.gap[last] <= SPACE):
        low = words.low[last]
        if low in lexicon.heads and low not in _SOFT and lexicon.heads[low] != "no":
            return None
        last += 1
    if the:
        goes_on = last < words.size and words.low[last] == "of" and lexicon.is_abstract(words.low[at])
        return at if goes_on else None
    if kind != "gov" and not any(lexicon.is_common(words.low[inside]) for inside in range(at, last)):
        return None
    return at


def _listed(field: Field, after: int, kind: str) -> int | None:
    """For example "Ministry of Agriculture, Forestry and Water Economy": a list inside a name ends with "and"."""
    words, lexicon = field.words, field.lexicon
    if kind not in {"gov", "unit", "office"}:
        return None
    for at in range(after, min(after + 7, words.size)):
        if words.low[at] in {"and", "&"}:
            return (
                after
                if at > after and at + 1 < words.size and words.cap[at + 1] and _second(field, at + 1, kind)
                else None
            )
        held = field.owner[at]
        named = words.cap[at] and words.low[at] not in lexicon.given
        if held is not None or not (words.low[at] == "," or named):
            return None
        if lexicon.heads.get(words.low[at], "no") != "no" or words.low[at] in lexicon.titles:
            return None
    return None


def heading_like(field: Field, first: int, last: int) -> bool:
    """Whether the words stand in a line in which nearly every word has a capital, so that capitals tell nothing.

    A line of a card ("Contact: …, …, …") is none: it has commas or a colon.
    """
    words = field.words
    start, stop = first, last
    while start and words.gap[start] <= SPACE and first - start < _LINE:
        start -= 1
    while stop < words.size and words.gap[stop] <= SPACE and stop - last < _LINE:
        stop += 1
    if stop - start <= last - first + _MORE or words.raw[stop - 1] in _ENDS:
        return False
    raw = words.raw[start:stop]
    if ":" in raw or raw.count(",") > 1:
        return False
    long = [word[0].isupper() for word in raw if len(word) > _SMALL_WORD and word[0].isalpha()]
    return len(long) > _FEW and sum(long) >= _NEARLY_ALL * len(long)
