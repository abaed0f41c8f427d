"""Names of people, by their own words and by what beside them says that they are people."""

from __future__ import annotations

from reporter.mentions.names import shapes
from reporter.mentions.names.pieces import Field, Piece
from reporter.mentions.names.shapes import Shape
from reporter.mentions.names.words import GLUED, HARD, SPACE

_CREDIT_MARKS = frozenset((":", "by", "courtesy", "/", "-", "(", "of"))
_CREDITS = frozenset(
    ("photo", "photos", "photograph", "image", "picture", "credit", "©", "photographer", "illustration")
)
# "X, who", "X (left)": what follows people.
_JOINS = frozenset(("of", "for", "and", "the", "in", "on", "to", "at", "&"))
_TAIL = 3
"""Words between a person’s name and the thing that bears it at most: "Martin Luther King Day"."""
_LONG = 3
"""Names from which half of the words must be no common ones: "Marine Reports Fourth Quarter" is nobody."""
# Before a given name these make a place: "Lake Charles", "Port Louis".
_OF_PLACES = frozenset(("lake", "port", "fort", "mount", "cape", "camp", "santa", "point"))
_APOSTROPHES = frozenset("'’‘ʻʼ")
_POSITION = 10
"""Words between the noun of a position and the name at most: "Minister of Foreign Affairs and Trade X"."""
# "A spokesman, X": an office without a capital that the name explains.
_INDEFINITE = frozenset(("a", "his", "her", "its", "their", "whose"))
_AFTER = frozenset(("who", "whose", "aged"))
_SPEECH = frozenset(
    (
        "said",
        "says",
        "added",
        "adds",
        "stated",
        "told",
        "noted",
        "explained",
        "stressed",
        "underlined",
        "commented",
        "remarked",
        "emphasized",
        "emphasised",
        "concluded",
        "recalled",
        "warned",
        "announced",
        "wrote",
        "asked",
        "replied",
    )
)


def find(field: Field) -> None:
    """Puts people into their places."""
    words, free = field.words, 0
    for place in words.capitals:
        if place < free or field.owner[place] is not None or words.shout[place]:
            continue
        shape = shapes.read(field, place)
        if shape is not None and (rule := _evidence(field, place, shape)):
            if not _is_credit(field, place, shape.last):
                field.put(Piece(place, shape.last, "person", rule))
            free = shape.last


def _evidence(field: Field, first: int, shape: Shape) -> str | None:
    """The rule that makes a run of words a person, if there is one."""
    words = field.words
    full = shape.names > 1 or shape.initials
    if first and words.low[first - 1] in _OF_PLACES and words.cap[first - 1] and words.gap[first] == SPACE:
        return None
    before = _before(field, first, full=full)
    if full and shape.given and before is None and _speaks(field, first, shape.last):
        return "names.after-speech"
    thing = words.low[shape.last - 1] in field.lexicon.things
    opens = field.lexicon.things | field.lexicon.particles
    if thing or (words.low[first] in opens and before is None):
        return None
    if before is not None:
        rule = _introduced(field, first, shape, before)
        if rule is not None or not full:
            return rule
    if not full or _continues(field, shape.last):
        return None
    return _by_itself(field, first, shape)


def _speaks(field: Field, first: int, last: int) -> bool:
    """Whether the verb before a name, and the end of the clause behind it, say that it speaks: "wrote Lindsay Park,"."""
    words = field.words
    if not first or words.low[first - 1] not in _SPEECH or words.gap[first] != SPACE:
        return False
    return last >= len(words) or words.gap[last] >= HARD or words.raw[last] in {",", ".", ":"}


def _introduced(field: Field, first: int, shape: Shape, before: str) -> str | None:
    """By an honorific, a rank or a position before the name."""
    full = shape.names > 1 or shape.initials
    closing = field.words.low[shape.last - 1]
    if before == "honorific":
        proper = full or not _function_only(field, first, shape.last)
    elif before == "position":
        plain = field.lexicon.is_common(field.words.low[first])
        held = field.owner[first - 1]
        behind_body = held is not None and held.kind == "organisation"
        thing = field.words.low[first - 1] in _JOINS  # "Minister of Disaster Management and Refugee Affairs"
        proper = full and not plain and not thing and (not behind_body or shape.given or shape.family)
    elif before == "rank" or full:
        proper = shape.plain < shape.names or shape.names == 1
    else:
        acronym = field.words.raw[first].isupper() and shape.last - first == 1
        proper = not acronym and not field.lexicon.is_common(closing) and closing not in field.lexicon.known
    return f"names.after-{before}" if proper else None


def _by_itself(field: Field, first: int, shape: Shape) -> str | None:
    """By its own words, or by what is said of it."""
    words, common = field.words, field.lexicon.common
    if shape.given and (shape.plain < shape.names if shape.names < _LONG else 2 * shape.plain < shape.names):
        doubtful = words.low[first] in common and words.low[shape.last - 1] in common
        if not doubtful:
            return "names.given"
        if _after(field, shape.last):
            return "names.apposition"
    if shape.plain:
        return None
    if shape.family or shape.initials:
        return "names.family-form"
    return "names.apposition" if _after(field, shape.last) else None


def _function_only(field: Field, first: int, last: int) -> bool:
    """Only common words: "Dr Today"."""
    words, lexicon = field.words, field.lexicon
    return all(words.low[at] in lexicon.function for at in range(first, last))


def _continues(field: Field, last: int) -> bool:
    """A noun of bodies or things follows with a capital: "Clara Schumann Museum", "Martin Luther King Day"."""
    words = field.words
    at = last
    if last < words.size and words.low[last] in field.lexicon.areas and words.gap[last] == SPACE:
        return True
    while at < words.size and at - last < _TAIL and words.cap[at] and words.gap[at] <= SPACE and not words.owns[at - 1]:
        if words.low[at] in field.lexicon.things or (words.low[at] in field.lexicon.heads and field.owner[at] is None):
            return True
        at += 1
    return False


def _before(field: Field, first: int, *, full: bool) -> str | None:
    """What stands before a name: an honorific, a rank, a position."""
    words, lexicon = field.words, field.lexicon
    place = _behind_marks(field, first - 1)
    if place < 0 or words.gap[first] >= HARD:
        return None
    low = words.low[place].rstrip(".")
    cap = words.cap[place]
    if words.owns[place]:
        return None
    if low in lexicon.honorifics or words.low[place] in lexicon.honorifics:
        return "honorific" if cap else None
    if low in lexicon.ranks:
        # "Annual General Meeting": the rank is a word of something else.
        inside = not full and place > 0 and words.cap[place - 1] and lexicon.is_common(words.low[place - 1])
        return "rank" if cap and not (inside and lexicon.is_common(words.low[first])) else None
    if field.owner[place] is None and (low in lexicon.titles or (full and low.removesuffix("s") in lexicon.titles)):
        return "title" if cap or not lexicon.is_common(words.low[first]) else None
    return "position" if full and words.gap[first] == SPACE and _position_before(field, place) else None


def _position_before(field: Field, place: int) -> bool:
    """A position with its field or body stands before the name: "Secretary of State X", "the Mayor of Leeds, X"."""
    words = field.words
    comma = words.raw[place] == ","
    if comma:
        place -= 1
    for at in range(place, max(-1, place - _POSITION), -1):
        if words.gap[at + 1] >= HARD or words.owns[at]:
            return False
        if words.low[at] in field.lexicon.titles and field.owner[at] is None:
            return not comma or words.cap[at] or (words.low[at - 1] in _INDEFINITE and at > 0)
        held = field.owner[at]
        if held is not None:
            if held.kind == "person":
                return False
        elif not (words.low[at] in _JOINS or (words.cap[at] and words.low[at] not in field.lexicon.function)):
            return False
    return False


def _behind_marks(field: Field, place: int) -> int:
    """Over the stop of "Dr." and the brackets of "Colonel (ret.)"; -1 where another stop ends a sentence."""
    words, lexicon = field.words, field.lexicon
    if place > 0 and words.raw[place] in _APOSTROPHES and words.gap[place + 1] == GLUED:
        place -= 1  # names that begin with one: "'Mamello"
    if place > 2 and words.raw[place] == ")":  # noqa: PLR2004  (rank, bracket, word)
        inside = place - 2 if words.raw[place - 1] == "." else place - 1
        return inside - 2 if words.low[inside] in {"ret", "retd", "rtd", "retired"} else -1
    if place > 0 and words.raw[place] == "." and words.gap[place] == GLUED:
        return place - 1 if words.low[place - 1] in lexicon.honorifics | lexicon.ranks else -1
    return place


def _after(field: Field, last: int) -> bool:
    """Whether what follows is said of people only: "X, Director of", "X, who", "X said"."""
    words = field.words
    if last + 1 >= words.size or words.gap[last] >= HARD:
        return False
    if words.low[last] in _SPEECH:
        return True
    if words.raw[last] != ",":
        return False
    return words.low[last + 1] in _AFTER or _position_follows(field, last + 1)


def _position_follows(field: Field, first: int) -> bool:
    words = field.words
    for at in range(first, min(first + 7, words.size)):
        if words.low[at] in field.lexicon.titles:
            return True
        if words.raw[at] in {",", ".", ";"} or words.low[at] in {"and", "is", "was", "has"}:
            return False
    return False


def _is_credit(field: Field, first: int, last: int) -> bool:
    """A photographer: "(OSCE/Jane Doe)", "Photo: Jane Doe"."""
    words = field.words
    closed = last < words.size and words.raw[last] in {")", "]"}
    if closed and "/" in words.raw[max(0, first - 2) : first]:
        return True
    for at in range(first - 1, max(-1, first - 4), -1):
        if words.low[at] in _CREDITS:
            return True
        if words.gap[at] == HARD or words.low[at] not in _CREDIT_MARKS:
            return False
    return False
