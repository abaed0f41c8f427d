"""Names of organisations, by the nouns that open or end them: "Coastal Rescue Department", "Ministry of Finance"."""

from __future__ import annotations

from reporter.mentions.names import acronyms, phrases
from reporter.mentions.names.pieces import Field, Piece
from reporter.mentions.names.words import HARD, SPACE

# Positions that may stand before the noun: "Executive Committee", "Representative Office".
_TITLES_INSIDE = frozenset(
    (
        "executive",
        "representative",
        "expert",
        "prosecutor",
        "general",
        "student",
        "judge",
        "trade",
        "trust",
        "volunteer",
        "veteran",
        "teacher",
        "engineer",
        "nurse",
        "farmer",
        "victim",
        "crown",
    )
)
# Words that begin a position, not a body.
_OF_POSITIONS = frozenset(("deputy", "acting", "former", "senior", "vice", "interim", "outgoing"))
# Two bodies under one roof: "the Police and Prison Service".
_ALONE = frozenset(("police", "customs", "army", "navy", "border"))
_JOINS = frozenset(("and", "&"))
_CHAMBERS = frozenset(("senate", "house", "assembly"))
_ENDS = [[mark] for mark in "”\"»“’'"]
# Words that look like verbs and belong to names: "Working Group".
_QUALITIES = frozenset(
    (
        "working",
        "training",
        "broadcasting",
        "housing",
        "banking",
        "shipping",
        "nursing",
        "mining",
        "fishing",
        "steering",
        "planning",
        "engineering",
        "manufacturing",
        "united",
        "allied",
        "integrated",
        "combined",
        "associated",
        "family",
        "assembly",
        "early",
        "daily",
        "monthly",
    )
)
# Whom journalists call: known only together with their body.
_PRESS = frozenset(("press", "media", "information", "public", "communication", "communications", "relations", "and"))
_TOWNS = frozenset(("city", "town"))
_LEGISLATURES = frozenset(("senate", "assembly", "parliament", "congress"))
# Pairs that name bodies where the noun alone names none: "School District", "Public Works".
_PAIRS = {
    "district": frozenset(
        ("school", "water", "fire", "transit", "hospital", "library", "park", "sanitation", "terminal")
    ),
    "works": frozenset(("public",)),
    "survey": frozenset(("geological", "antarctic", "geodetic")),
    "press": frozenset(("university",)),
}
# In a line of capitals these make a headline.
_UNNAMED = frozenset(
    (
        "is",
        "are",
        "will",
        ":",
        "’",
        "release",
        "statement",
        "report",
        "in",
        "opens",
        "launches",
        "at",
        "after",
        "from",
        "with",
    )
)
_SAINTS = frozenset(("saint", "st", "santa", "san", "mac", "la", "le", "los", "las"))
_MASTHEAD = 14
"""Words of a masthead at most."""
_LONG_TEAM = 2
"""Words before "Team" at least, where it is a body: "Rural Crime Team", but not "Management Team"."""
_TWO = 2
# "Leeds-based Harbour Trust": where a body sits is no part of its name.
_SEATED = ("-based", "-headquartered", "-listed", "-owned")
_OPENING = frozenset("“\"«„‘'")
_CLOSING = frozenset("”\"»“’'")
_HEADS_OF_OFFICES = frozenset(
    ("minister", "president", "director", "senator", "secretary", "chairman", "speaker", "spokesperson")
)


def find(field: Field) -> None:
    """Puts the bodies of a text into their places."""
    words, heads, free = field.words, field.lexicon.heads, 0
    for place in words.capitals:
        if place >= free and words.low[place] in heads and not _belongs(field, place):
            piece = _at(field, place)
            if piece is not None:
                _put(field, piece)
                free = piece.last


def _put(field: Field, piece: Piece) -> None:
    field.put(piece)
    parent = piece.parent
    if parent is not None and parent.last <= piece.last and parent not in piece.inner:
        piece.inner.append(parent)
    acronyms.attach(field, piece)


def _belongs(field: Field, place: int) -> bool:
    """Whether the noun is inside a name already, other than a known one that may go on: "… Organization of the …"."""
    held = field.owner[place]
    if held is None:
        return False
    goes_on = held.known and held.kind == "organisation" and held.last - 1 == place and held.last - held.first > 1
    return not (goes_on and held.last < field.words.size and field.words.low[held.last] == "of")


def _at(field: Field, head: int) -> Piece | None:
    """The body whose noun stands here."""
    words = field.words
    if words.shout[head]:
        return _shouted(field, head)
    paired = head > 0 and words.low[head - 1] in _PAIRS.get(words.low[head], ())
    paired = paired or (words.low[head] in _TOWNS and words.low[head + 1 : head + 2] == ["of"] and not words.owns[head])
    if (field.lexicon.heads[words.low[head]] == "no" and not paired) or _goes_on(field, head):
        return None
    held = field.owner[head]
    first = _left(field, head if held is None else held.first)
    kind = field.lexicon.heads[words.low[head]]
    last, parent = (head + 1, None) if words.owns[head] else phrases.right(field, head, kind)
    if last < words.size and _suffix(field, last):
        last += 1
    if last - first == 1:
        return _reference(field, head)
    if _misleads(field, first, head, last):
        return None
    minor = (
        kind == "fac"
        or words.low[first:last] == ["board", "of", "directors"]
        or (parent is None and head > first and _PRESS.issuperset(words.low[first:head]))
    )
    piece = Piece(first, last, "organisation", "names.facility" if minor else "names.body", parent=parent)
    if parent is None and first and words.owns[first - 1]:
        _owner(field, first, piece)
    return piece


def _misleads(field: Field, first: int, head: int, last: int) -> bool:
    """Whether the words are no body: in a headline, in quotation marks, the staff of one person, any team."""
    words = field.words
    if last < words.size and words.cap[last] and words.gap[last] == SPACE and words.low[last] in field.lexicon.things:
        return True
    if field.words.low[head] == "team" and head - first < _LONG_TEAM:
        return True
    return phrases.heading_like(field, first, last) or _quoted(field, first, last) or _personal(field, first, last)


def _quoted(field: Field, first: int, last: int) -> bool:
    """A name in quotation marks is a project’s or an exercise’s: “Steady Bank”."""
    words = field.words
    if not first or last >= words.size or words.raw[first - 1] not in _OPENING:
        return False
    return words.raw[last] in _CLOSING or (words.raw[last] in {".", ","} and words.raw[last + 1 : last + 2] in _ENDS)


def _personal(field: Field, first: int, last: int) -> bool:
    """The staff of one person: "the Minister’s Office"."""
    words = field.words
    return last - first == 2 and words.owns[first] and words.low[first] in _HEADS_OF_OFFICES  # noqa: PLR2004  (two words)


def _goes_on(field: Field, head: int) -> bool:
    """Whether a later noun of the same run is the one: "Fire Rescue Board"; or a position: "Police Commissioner"."""
    words, lexicon = field.words, field.lexicon
    after = head + 1
    if after >= words.size or not words.cap[after] or words.gap[after] > SPACE or words.owns[head]:
        return False
    low = words.low[after]
    return low in lexicon.heads and lexicon.heads[low] != "no" and not words.shout[after]


def _reference(field: Field, head: int) -> Piece | None:
    """For example "the Ministry", "the College’s": a body named before."""
    words = field.words
    before = words.low[head - 1] if head and words.gap[head] < HARD else ""
    if before in {"the", "this", "our", "its", "’s"} or words.begins(head):
        return Piece(head, head + 1, "organisation", "names.reference", refers=True)
    return None


def _owner(field: Field, first: int, piece: Piece) -> None:
    """For example "Chile’s Forest Corporation", "NATO’s Programme": whose body it is."""
    held = field.owner[first - 1]
    if held is not None and held.kind == "country":
        piece.country = held.code
    elif held is not None and held.kind == "organisation":
        piece.parent = held


def _suffix(field: Field, place: int) -> bool:
    words = field.words
    return words.cap[place] and words.gap[place] == SPACE and words.low[place] in field.lexicon.companies


def _left(field: Field, head: int) -> int:
    """The first word of a body whose noun stands at `head`."""
    place = head
    while place and field.words.gap[place] < HARD:
        held = field.owner[place - 1]
        if held is not None:
            if not _may_lead(field, held, place) or (
                held.adjective and field.lexicon.heads[field.words.low[head]] == "ext"
            ):
                break
            place = held.first
        elif _modifies(field, place - 1, head):
            place -= 1
        elif _is_saint(field, place - 2):
            place -= 2
        elif (start := _joined(field, place)) is not None:
            place = start
        else:
            break
    return place


def _is_saint(field: Field, place: int) -> bool:
    """Whether "St." stands here, before the saint."""
    words = field.words
    return place >= 0 and words.low[place] == "st" and words.cap[place] and words.raw[place + 1] == "."


def _may_lead(field: Field, held: Piece, place: int) -> bool:
    """Whether a name before the noun is a part of the body’s: "OSCE Secretariat", "Tajik Ministry"."""
    if field.words.owns[held.last - 1] or held.last != place or field.words.gap[place] > SPACE:
        return False
    return held.kind != "organisation" or not held.refers or field.words.low[held.first] in _LEGISLATURES


def _modifies(field: Field, place: int, head: int) -> bool:
    words, lexicon = field.words, field.lexicon
    low = words.low[place]
    if not words.cap[place] or words.gap[place + 1] > SPACE + (low == "united"):
        return False
    if low.endswith(_SEATED):
        return False
    if low == "first" and words.low[head] == "nation":
        return True
    if (
        (low in lexicon.function and not _initials(field, place))
        or low in lexicon.honorifics
        or low in lexicon.particles - _SAINTS
        or _of_position(field, place, head)
    ):
        return False
    if words.owns[place]:
        plural = words.text[words.end[place] - 1] == "s" or _is_saint(field, place - 2)
        return place == head - 1 and (plural or lexicon.is_common(low) or low in lexicon.titles)
    return not (words.begins(place) and lexicon.is_common(low) and _verbal(words.low[place]))


def _initials(field: Field, place: int) -> bool:
    """Whether a small word in capitals is somebody's initials: "OR Tambo District Municipality"."""
    words = field.words
    return len(words.raw[place]) == _TWO and words.raw[place].isupper() and not words.shout[place]


def _of_position(field: Field, place: int, head: int) -> bool:
    """Whether a word belongs to somebody’s position and not to the body that follows."""
    words, lexicon = field.words, field.lexicon
    low = words.low[place]
    if low in _OF_POSITIONS or (low in lexicon.ranks and low not in {"general", "major"}):
        return True
    return low in lexicon.titles and not (low in _TITLES_INSIDE or (words.owns[place] and place == head - 1))


def _verbal(low: str) -> bool:
    return low not in _QUALITIES and low.endswith(("ing", "ed", "ly"))


def _joined(field: Field, place: int) -> int | None:
    """Where a name begins that goes over "and": "Research and Public Affairs Section"."""
    words, lexicon = field.words, field.lexicon
    join = place - 1
    if join < 1 or words.low[join] not in _JOINS or words.gap[join] != SPACE or words.gap[place] != SPACE:
        return None
    first = join
    while first and words.cap[first - 1] and words.gap[first] == SPACE and _common(field, first - 1):
        first -= 1
    if first == join:
        return None
    alone = join - first == 1 and words.low[first] in _ALONE
    chamber = words.low[first] in _CHAMBERS  # "Senate Environment and Public Works Committee"
    if not alone and any(words.low[at] in lexicon.heads for at in range(first + chamber, join)):
        return None
    before = words.low[first - 1] if first and words.gap[first] < HARD else ""
    return None if before == "," or words.owns[join - 1] else first


def _common(field: Field, place: int) -> bool:
    words, lexicon = field.words, field.lexicon
    low = words.low[place]
    held = field.owner[place]
    if held is not None:
        alone = held.kind == "organisation" and (held.known or held.refers) and held.last - held.first == 1
        return alone and not words.raw[place].isupper()
    return lexicon.is_common(low) and low not in lexicon.function and low not in lexicon.titles


def _shouted(field: Field, head: int) -> Piece | None:
    """A masthead in capitals that is a body from end to end: "MINISTRY OF FINANCE OF CHILE"."""
    words = field.words
    first = last = head
    while first and words.gap[first] <= SPACE and words.shout[first - 1] and head - first <= _MASTHEAD:
        first -= 1
    while last < words.size and words.shout[last] and (last == head or words.gap[last] <= SPACE):
        last += 1
        if last - first > _MASTHEAD:
            return None
    begins = first == 0 or words.gap[first] == HARD
    ends = last == words.size or words.gap[last] == HARD
    if not (begins and ends) or last - first < 2:  # noqa: PLR2004  (one word is no masthead)
        return None
    if field.lexicon.heads[words.low[head]] == "no":
        return None
    for at in range(first, head):
        if words.raw[at] == "," and words.low[at - 1] in field.lexicon.titles:
            first = at + 1  # "CABINET SECRETARY, MINISTRY OF HEALTH"
    if head not in (first, last - 1) and words.low[head + 1] not in {"of", "for", "to"}:
        return None
    if any(words.low[at] in _UNNAMED for at in range(first, last)):
        return None
    return Piece(first, last, "organisation", "names.masthead")
