"""Names of people: given names, particles, initials, and what beside them says that they are people."""

from __future__ import annotations

from typing import NamedTuple

from reporter.mentions.names.pieces import Field, Piece
from reporter.mentions.names.words import GLUED, HARD, SPACE

_MOST = 6
"""Words of a name at most."""
_PREFIXES = ("al-", "el-", "ad-", "as-", "ash-", "an-", "ar-", "ul-", "d'")
_LONG_PREFIXED = 4
# Particles of one letter, which are words as well: "Ortega y Gasset".
_LETTERS = frozenset(("i", "y", "e", "a"))
_ABBREVIATED = 6
"""Letters and stops of initials at most: "J.R.R."."""
_CREDIT_MARKS = frozenset((":", "by", "courtesy", "/", "-", "(", "of"))
_CREDITS = frozenset(
    ("photo", "photos", "photograph", "image", "picture", "credit", "©", "photographer", "illustration")
)
# "X, who", "X (left)": what follows people.
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
    )
)
# Words of a name that are names themselves in other places.
_NOT_LAST = frozenset(
    (
        "street",
        "avenue",
        "road",
        "square",
        "boulevard",
        "lane",
        "prize",
        "award",
        "act",
        "bill",
        "day",
        "week",
        "agreement",
        "process",
        "park",
        "river",
        "lake",
        "mountain",
        "bridge",
        "hall",
        "house",
        "tower",
        "building",
        "hotel",
        "centre",
        "center",
        "county",
        "district",
        "province",
        "region",
        "state",
        "valley",
        "island",
        "islands",
        "beach",
        "bay",
        "city",
        "town",
        "village",
        "airport",
        "station",
        "stadium",
        "memorial",
        "plan",
        "project",
        "programme",
        "program",
        "strategy",
        "convention",
        "treaty",
        "protocol",
        "conference",
        "summit",
        "forum",
        "workshop",
        "report",
        "review",
        "index",
        "times",
        "post",
        "cup",
        "league",
        "games",
        "festival",
        "law",
        "code",
        "charter",
        "declaration",
        "model",
        "platform",
        "system",
        "east",
        "west",
        "north",
        "south",
        "union",
        "development",
        "security",
        "support",
        "security",
    )
)


class Shape(NamedTuple):
    """What a run of words looks like as a person’s name."""

    last: int
    names: int
    """Words that are names, particles and initials left out."""
    given: bool
    """Opens with a given name."""
    plain: int
    """Common words among them."""
    family: bool
    """Ends like a family name, or opens with one that comes first."""
    initials: bool


def find(field: Field) -> None:
    """Puts people into their places."""
    words = field.words
    place, count = 0, len(words)
    while place < count:
        if words.cap[place] and field.owner[place] is None and not words.shout[place] and words.raw[place][0].isalpha():
            shape = _shape(field, place)
            if shape is not None and (rule := _evidence(field, place, shape)):
                if not _is_credit(field, place, shape.last):
                    field.put(Piece(place, shape.last, "person", rule))
                place = shape.last
                continue
        place += 1


def name_word(field: Field, place: int) -> bool:
    """Whether a word can be a part of a name."""
    words, lexicon = field.words, field.lexicon
    low, raw = words.low[place], words.raw[place]
    if not words.cap[place] or len(raw) < 2 or not raw[0].isalpha():  # noqa: PLR2004  (an initial is none)
        return False
    if low in lexicon.function or low in lexicon.titles or low in lexicon.ranks or low in lexicon.heads:
        return low in lexicon.given and low not in {"may", "march", "will"} and low not in lexicon.titles
    held = field.owner[place]
    if held is not None and not (held.kind == "place" and held.last - held.first == 1):
        return False
    return not (raw.isupper() and len(raw) > 1 and raw in lexicon.no_bodies) and low not in lexicon.honorifics


def _shape(field: Field, first: int) -> Shape | None:
    """The longest run from here that can be a name."""
    words, lexicon = field.words, field.lexicon
    place, names, plain, initials = first, 0, 0, False
    while place < len(words) and place - first < _MOST * 2:
        if place > first and words.gap[place] > SPACE:
            break
        if _initial(field, place):
            initials = True
            place += 2 if place + 1 < len(words) and words.raw[place + 1] == "." and words.gap[place + 1] == 0 else 1
        elif name_word(field, place) and (place == first or field.owner[place] is None or _closes(field, place)):
            names += 1
            plain += words.low[place] in lexicon.common and words.low[place] not in lexicon.given
            place += 1
            if words.owns[place - 1]:
                break
        elif place > first and _particle(field, place):
            place += 1
        elif place > first and words.raw[place] in {"“", '"'} and _nickname(field, place):
            place += 3
        else:
            break
    while place > first and words.raw[place - 1] == ".":
        place -= 2 if _initial(field, place - 2) and names == 0 else 0
        break
    if names == 0:
        return None
    return Shape(place, names, _given(field, first), plain, _family(field, first, place), initials)


def _closes(field: Field, place: int) -> bool:
    """A place that is a family name: "Jack London", after a given name."""
    return field.words.low[place - 1] in field.lexicon.given and not field.words.shout[place]


def _nickname(field: Field, place: int) -> bool:
    words = field.words
    return (
        place + 3 < len(words) and words.raw[place + 2] in {"”", '"'} and words.cap[place + 1] and words.cap[place + 3]
    )


def _initial(field: Field, place: int) -> bool:
    """Whether an initial stands here: "J" of "J. Smith", "N.A.", "F" of "John F Kennedy"."""
    words = field.words
    if place < 0 or not words.cap[place]:
        return False
    raw = words.raw[place]
    if len(raw) == 1:
        return raw.isalpha() and raw != "I" and _lone_initial(field, place)
    if not raw.endswith(".") or len(raw) > _ABBREVIATED or field.owner[place] is not None:
        return False
    return raw.replace(".", "").isupper() and not {raw.lower(), raw.lower().rstrip(".")} & field.lexicon.honorifics


def _lone_initial(field: Field, place: int) -> bool:
    words = field.words
    stop = place + 1 < len(words) and words.raw[place + 1] == "." and words.gap[place + 1] == GLUED
    after = place + 2 if stop else place + 1
    follows = after < len(words) and words.cap[after] and words.gap[after] <= SPACE
    return follows and (stop or words.raw[place] != "A")


def _particle(field: Field, place: int) -> bool:
    """Whether a small word inside a name stands here: "van der", "al-", "bin"."""
    words, particles = field.words, field.lexicon.particles
    low, after = words.low[place], place + 1
    if low.startswith(_PREFIXES) and len(low) > _LONG_PREFIXED:
        return words.gap[place] == SPACE
    if low not in particles or after >= len(words) or words.gap[after] > SPACE:
        return False
    if low in _LETTERS and words.low[place - 1] not in field.lexicon.given:
        return False
    if words.low[after] in particles and after + 1 < len(words):
        after += 1
    return name_word(field, after)


def _given(field: Field, place: int) -> bool:
    low, given = field.words.low[place], field.lexicon.given
    return low in given or ("-" in low and all(part in given for part in low.split("-")))


def _family(field: Field, first: int, last: int) -> bool:
    words, lexicon = field.words, field.lexicon
    low = words.low[last - 1]
    if low not in lexicon.common and len(low) > 4 and low.endswith(lexicon.endings):  # noqa: PLR2004
        return True
    if words.low[first] in lexicon.family_first and 2 <= last - first <= 3:  # noqa: PLR2004
        return all(words.low[at] not in lexicon.common for at in range(first + 1, last))
    return False


def _evidence(field: Field, first: int, shape: Shape) -> str | None:
    """The rule that makes a run of words a person, if there is one."""
    words = field.words
    full = shape.names > 1 or shape.initials
    before = _before(field, first)
    if words.low[shape.last - 1] in _NOT_LAST or (words.low[first] in _NOT_LAST and before is None):
        return None
    if before is not None:
        rule = _introduced(field, first, shape, before)
        if rule is not None or not full:
            return rule
    if not full or _continues(field, shape.last):
        return None
    return _by_itself(field, first, shape)


def _introduced(field: Field, first: int, shape: Shape, before: str) -> str | None:
    """By an honorific, a rank or a position before the name."""
    full = shape.names > 1 or shape.initials
    closing = field.words.low[shape.last - 1]
    if before == "honorific":
        proper = full or not _function_only(field, first, shape.last)
    elif before == "rank" or full:
        proper = shape.plain < shape.names or shape.names == 1
    else:
        proper = closing not in field.lexicon.common and closing not in field.lexicon.known
    return f"names.after-{before}" if proper else None


def _by_itself(field: Field, first: int, shape: Shape) -> str | None:
    """By its own words, or by what is said of it."""
    words, common = field.words, field.lexicon.common
    if shape.given and shape.plain < shape.names:
        doubtful = words.low[first] in common and words.low[shape.last - 1] in common
        if not doubtful:
            return "names.given"
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
    """A noun of bodies or things follows with a capital: "Aram Khachaturian Museum", "Martin Luther King Day"."""
    words = field.words
    return (
        last < len(words)
        and words.cap[last]
        and words.gap[last] <= SPACE
        and not words.owns[last - 1]
        and (words.low[last] in _NOT_LAST or (words.low[last] in field.lexicon.heads and field.owner[last] is None))
    )


def _before(field: Field, first: int) -> str | None:
    """What stands before a name: an honorific, a rank, a position."""
    words, lexicon = field.words, field.lexicon
    place = _behind_marks(field, first - 1)
    if place < 0 or words.gap[first] >= HARD:
        return None
    low = words.low[place].rstrip(".")
    cap = words.cap[place]
    if low in lexicon.honorifics or words.low[place] in lexicon.honorifics:
        return "honorific" if cap else None
    if low in lexicon.ranks:
        return "rank" if cap else None
    if low in lexicon.titles and field.owner[place] is None and not words.owns[place]:
        return "title" if cap or words.low[first] not in lexicon.common else None
    return "title" if words.gap[first] == SPACE and _body_of_title(field, place) else None


def _behind_marks(field: Field, place: int) -> int:
    """Over the stop of "Dr." and the brackets of "Colonel (ret.)"; -1 where another stop ends a sentence."""
    words, lexicon = field.words, field.lexicon
    if place > 2 and words.raw[place] == ")":  # noqa: PLR2004  (rank, bracket, word)
        inside = place - 2 if words.raw[place - 1] == "." else place - 1
        return inside - 2 if words.low[inside] in {"ret", "retd", "rtd", "retired"} else -1
    if place > 0 and words.raw[place] == "." and words.gap[place] == GLUED:
        return place - 1 if words.low[place - 1] in lexicon.honorifics | lexicon.ranks else -1
    return place


def _body_of_title(field: Field, place: int) -> bool:
    held = field.owner[place]
    body = held is not None and held.kind == "organisation" and not field.words.owns[place]
    return body and held is not None and _titled(field, held.first - 1)


def _titled(field: Field, place: int) -> bool:
    """For example "Director of the Patrol Police Department X": a position and its body stand before the name."""
    words = field.words
    for at in range(place, max(-1, place - 4), -1):
        if words.low[at] in field.lexicon.titles:
            return True
        if words.low[at] not in {"of", "the", "at", "for"}:
            return False
    return False


def _after(field: Field, last: int) -> bool:
    """Whether what follows is said of people only: "X, Director of", "X, who", "X said"."""
    words = field.words
    if last + 1 >= len(words) or words.gap[last] >= HARD:
        return False
    if words.low[last] in _SPEECH:
        return True
    if words.raw[last] != ",":
        return False
    return words.low[last + 1] in _AFTER or _position_follows(field, last + 1)


def _position_follows(field: Field, first: int) -> bool:
    words = field.words
    for at in range(first, min(first + 7, len(words))):
        if words.low[at] in field.lexicon.titles:
            return True
        if words.raw[at] in {",", ".", ";"} or words.low[at] in {"and", "is", "was", "has"}:
            return False
    return False


def _is_credit(field: Field, first: int, last: int) -> bool:
    """A photographer: "(OSCE/Jane Doe)", "Photo: Jane Doe"."""
    words = field.words
    closed = last < len(words) and words.raw[last] in {")", "]"}
    if closed and "/" in words.raw[max(0, first - 2) : first]:
        return True
    for at in range(first - 1, max(-1, first - 4), -1):
        if words.low[at] in _CREDITS:
            return True
        if words.gap[at] == HARD or words.low[at] not in _CREDIT_MARKS:
            return False
    return False
