"""What a run of words looks like as a person’s name: given names, particles, initials, family names."""

from __future__ import annotations

from typing import NamedTuple

from reporter.mentions.names.pieces import Field
from reporter.mentions.names.words import GLUED, SPACE

_MOST = 12
"""Words and marks of a name at most."""
_PREFIXES = ("al-", "el-", "ad-", "as-", "ash-", "an-", "ar-", "ul-", "d'")
# Positions and honorifics that are family names behind a given name: "Stephen King".
_SURNAMES_TOO = frozenset(
    (
        "king",
        "bishop",
        "dean",
        "pope",
        "prince",
        "judge",
        "page",
        "knight",
        "marshall",
        "sheriff",
        "baron",
        "reeve",
        "chancellor",
        "banks",
        "forces",
        "house",
        "church",
        "bank",
        "post",
        "west",
        "north",
        "day",
        "may",
        "march",
    )
)
# Particles that stand in names of people only, and so tell one: "Ludovico della Robbia".
_NOBLE = frozenset(("van", "von", "der", "della", "bin", "ibn", "bint", "ter", "ten", "zu", "al", "dos", "del"))
_LONG_PREFIXED = 4
# Particles of one letter that are words as well; "y" and "e" are none: "Ortega y Gasset".
_LETTERS = frozenset(("i", "a"))
_ABBREVIATED = 6
"""Letters and stops of initials at most: "J.R.R."."""


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


def _name_word(field: Field, place: int) -> bool:
    """Whether a word can be a part of a name."""
    words, lexicon = field.words, field.lexicon
    low, raw = words.low[place], words.raw[place]
    if not words.cap[place] or len(raw) < 2 or not raw[0].isalpha():  # noqa: PLR2004  (an initial is none)
        return False
    if low in _SURNAMES_TOO and place and words.low[place - 1] in lexicon.given and words.cap[place - 1]:
        return words.gap[place] == SPACE
    if (
        low == "dean"
        and place + 1 < words.size
        and words.cap[place + 1]
        and not (place and words.low[place - 1] in {"the", ","})
    ):
        return True
    if low in lexicon.function or low in lexicon.titles or low in lexicon.ranks or low in lexicon.heads:
        return low in lexicon.given and low not in {"may", "march", "will"} and low not in lexicon.titles
    held = field.owner[place]
    if held is not None and not (held.kind == "place" and held.last - held.first == 1):
        return False
    return not (raw.isupper() and len(raw) > 1 and raw in lexicon.no_bodies) and low not in lexicon.honorifics


def read(field: Field, first: int) -> Shape | None:
    """The longest run from here that can be a name."""
    words, lexicon = field.words, field.lexicon
    place, names, plain, initials, particles = first, 0, 0, False, False
    while place < words.size and place - first < _MOST and (place == first or words.gap[place] <= SPACE):
        end = _initial_end(field, place)
        if end > place:
            initials = True
        elif _goes_on(field, first, place):
            end = place + 1
            names += 1
            plain += lexicon.is_common(words.low[place]) and words.low[place] not in lexicon.given
        elif place > first:
            end = _inner_end(field, place)
            particles = particles or (end == place + 1 and words.low[place] in _NOBLE)
        if end == place:
            break
        place = end
        if words.owns[place - 1]:
            break
    if names == 0:
        return None
    family = _family(field, first, place) or (particles and words.low[first] not in _NOBLE)
    return Shape(place, names, _given(field, first), plain, family, initials)


def _initial_end(field: Field, place: int) -> int:
    """Behind an initial and its stop; the place itself where there is none."""
    if not _initial(field, place):
        return place
    words = field.words
    stop = place + 1 < words.size and words.raw[place + 1] == "." and words.gap[place + 1] == GLUED
    return place + 2 if stop else place + 1


def _goes_on(field: Field, first: int, place: int) -> bool:
    """Whether a word of a name stands here, and no suffix: "Jr."."""
    if place > first and field.words.low[place].rstrip(".") in field.lexicon.suffixes:
        return False
    return _name_word(field, place) and (place == first or field.owner[place] is None or _closes(field, place))


def _inner_end(field: Field, place: int) -> int:
    """Behind a particle or a nickname in quotation marks; the place itself where there is none."""
    if _particle(field, place):
        return place + 1
    if field.words.raw[place] in {"“", '"'} and _nickname(field, place):
        return place + 3
    return place


def _closes(field: Field, place: int) -> bool:
    """A place that is a family name: "Jack London", after a given name."""
    words, lexicon = field.words, field.lexicon
    if words.shout[place]:
        return False
    before = words.low[place - 2].rstrip(".") if place > 1 else ""
    introduced = words.raw[place - 2] == "." or before in lexicon.ranks or before in lexicon.honorifics
    return words.low[place - 1] in lexicon.given or (place > 1 and introduced)


def _nickname(field: Field, place: int) -> bool:
    words = field.words
    return (
        place + 3 < words.size and words.raw[place + 2] in {"”", '"'} and words.cap[place + 1] and words.cap[place + 3]
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
    stop = place + 1 < words.size and words.raw[place + 1] == "." and words.gap[place + 1] == GLUED
    after = place + 2 if stop else place + 1
    follows = after < words.size and words.cap[after] and words.gap[after] <= SPACE
    return follows and (stop or words.raw[place] != "A")


def _particle(field: Field, place: int) -> bool:
    """Whether a small word inside a name stands here: "van der", "al-", "bin"."""
    words, particles = field.words, field.lexicon.particles
    low, after = words.low[place], place + 1
    if low.startswith(_PREFIXES) and len(low) > _LONG_PREFIXED:
        return words.gap[place] == SPACE
    if low not in particles or after >= words.size or words.gap[after] > SPACE:
        return False
    if low in _LETTERS and words.low[place - 1] not in field.lexicon.given:
        return False
    if words.low[after] in particles and after + 1 < words.size:
        after += 1
    return _name_word(field, after)


def _given(field: Field, place: int) -> bool:
    low, given = field.words.low[place], field.lexicon.given
    return low in given or ("-" in low and all(part in given for part in low.split("-")))


def _family(field: Field, first: int, last: int) -> bool:
    words, lexicon = field.words, field.lexicon
    low = words.low[last - 1]
    if not lexicon.is_common(low) and len(low) > 4 and low.endswith(lexicon.endings):  # noqa: PLR2004  (an ending and a stem)
        return True
    if words.low[first] in lexicon.family_first and 2 <= last - first <= 3:  # noqa: PLR2004  (family and given names)
        return not any(lexicon.is_common(words.low[at]) for at in range(first + 1, last))
    return False
