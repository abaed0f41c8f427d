"""A stretch between two numbers of a contact block, cut into name, role, body and address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reporter.facts.contacts.wording import Lexicon, Word, pattern, read
from reporter.model.spans import Span

ItemKind = Literal["name", "role", "body", "address", "opener", "other-opener", "field", "phrase"]

# Where a block is cut into phrases: lines, bullets, commas, semicolons, " - ", ": ", wide gaps, "/" between words.
_CUT = re.compile(
    r"[\n\t;|•·●▪■*►]+|,(?=\s|$)|\s[-–—]+(?=\s|$)|:(?=\s|$)|[  ]{2,}|\s?/\s?(?=[^\W\d_])|(?<=[^\W\d_]{4})\.(?=\s|$)|[()\[\]<>]"
)
# Patterns of letters (see `wording.Word`). A name of two to five words: "NN", "NiN", "NppN"; a common word ends one only
# after a given name: "Sarah Lane", but not "Macroeconomic Support".
_GIVEN_NAME = r"G(?:p{0,2}[GNi]){0,3}p{0,2}[GNns]"
_NAME = rf"(?:{_GIVEN_NAME}|[GNi](?:p{{0,2}}[GNi]){{0,3}}p{{0,2}}[GN])"
_WHOLE_NAME = re.compile(rf"h*({_NAME})")
# "Jane Roe Media Spokesperson": a name before a role or a field of work.
_NAME_FIRST = re.compile(rf"h*({_NAME})(?=[rumU])")
_HONOURED_NAME = re.compile(rf"h+({_NAME}|[NG])$")
# "Media Officer Jane Roe", "Contact Jane Roe", "Federal Veterinary Office Jane Roe".
_NAME_LAST = re.compile(rf"(?:(?<=[rovx])h*({_NAME})|(?<=[buU])h*({_GIVEN_NAME}))$")
_TWO_NAMES = re.compile(rf"h*({_NAME})w+h*({_NAME})")
_OPENER = re.compile(r"(?=.*[ox])[ouUxwmf]+")
# "Head of Communications | Federal Customs Administration": a body that follows a position without a comma.
_ROLE_THEN_BODY = re.compile(r"(.*[ruU])((?:m[NmuUgA]*b|m+b).*)")
_ROLE_THEN_ACRONYM = re.compile(r"(.*[^wA])(A+)")
_GEOGRAPHIC = re.compile(r"[NGngmA]{1,4}d?")
# "CH-3003 Berne", "734012 Dushanbe", "1070 Vienna".
_POSTCODE = re.compile(r"(?:[A-Z]{1,3}[-– ])?\d{4,6}(?:-\d{3,4})?")
# "Washington DC 20009", "London SW1A 2AH", "Canberra ACT 2600".
_POSTCODE_AFTER = re.compile(r"[A-Z]{2,3},? \d{4,5}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_LONGEST_STREET = 3
_PREPOSITIONS = frozenset(("of", "for", "to", "in", "at", "de"))


@dataclass(frozen=True, slots=True)
class Item:
    """A phrase with what it is."""

    kind: ItemKind
    span: Span
    closed: bool = False
    """Whether a colon follows."""


def items(text: str, span: Span, words: Lexicon, persons: frozenset[Span]) -> Iterator[Item]:
    """The phrases of a stretch of a contact block.

    Args:
        text: The whole text.
        span: The stretch, which holds no number and no address of the net.
        words: What the words of contact blocks are.
        persons: Where the text is known to name a person.
    """
    start = span.start
    for cut in _CUT.finditer(text, span.start, span.end):
        yield from _phrase(text, Span(start, cut.start()), words, persons, closed=cut.group().startswith(":"))
        start = cut.end()
    yield from _phrase(text, Span(start, span.end), words, persons, closed=False)


def _phrase(text: str, span: Span, words: Lexicon, persons: frozenset[Span], *, closed: bool) -> Iterator[Item]:
    found = _without_labels(read(text, span, words), words)
    if not found:
        return
    letters = pattern(found)
    if (
        (closed and found[0].text.lower() == "for")
        or _OPENER.fullmatch(letters)
        or (closed and set(letters) <= set("Uow"))
    ):
        yield Item("other-opener" if "x" in letters else "opener", _span(found), closed)
    elif set(letters) <= set("fwo"):
        yield Item("field", _span(found), closed)
    else:
        for part in _after_verb(found):
            yield from _named(text, part, words, persons, closed)


def _without_labels(found: tuple[Word, ...], words: Lexicon) -> tuple[Word, ...]:
    """Without the words that only say that a number or address follows: "Tel.", "E-mail", "at", "on"."""
    last = len(found)
    while last and (found[last - 1].letter in "wf" or _is_label(found[last - 1], last, words)):
        last -= 1
    first = 0
    while first < last and (
        _is_label(found[first], 1, words) and words.phone_labels.get(found[first].text.lower()) == "strong"
    ):
        first += 1
    return found[first:last]


def _is_label(word: Word, place: int, words: Lexicon) -> bool:
    strength = words.phone_labels.get(word.text.lower())
    return strength == "strong" or (strength == "weak" and (place == 1 or word.letter not in "bu"))


def _after_verb(found: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """What follows "please contact" or "call"; the words before it only announce it."""
    verbs = [place for place, word in enumerate(found) if word.letter == "v"]
    rest = found[verbs[-1] + 1 :] if verbs else found
    while rest and rest[0].letter == "w":
        rest = rest[1:]
    if rest:
        yield rest


def _span(found: tuple[Word, ...]) -> Span:
    return Span(found[0].start, found[-1].end)


def _named(
    text: str, found: tuple[Word, ...], words: Lexicon, persons: frozenset[Span], closed: bool
) -> Iterator[Item]:
    """The names of a phrase and what stands before and after them."""
    letters = pattern(found)
    if two := _TWO_NAMES.fullmatch(letters):
        yield Item("name", _span(found[two.start(1) : two.end(1)]))
        yield Item("name", _span(found[two.start(2) : two.end(2)]), closed)
        return
    place = _known(found, persons) or _name(found, letters, words)
    if place is None:
        yield from _unnamed(text, found, closed)
        return
    first, last = place
    before = first
    while before and found[before - 1].letter in "hw":
        before -= 1
    if before:
        yield from _unnamed(text, found[:before], closed=False)
    yield Item("name", _span(found[first:last]), closed)
    if last < len(found):
        yield from _unnamed(text, found[last:], closed)


def _known(found: tuple[Word, ...], persons: frozenset[Span]) -> tuple[int, int] | None:
    """The words of a person that the text is known to name."""
    for person in persons:
        inside = [place for place, word in enumerate(found) if person.start <= word.start and word.end <= person.end]
        inside = [place for place in inside if found[place].letter not in "hrc"]
        if len(inside) > 1:
            return inside[0], inside[-1] + 1
    return None


def _name(found: tuple[Word, ...], letters: str, words: Lexicon) -> tuple[int, int] | None:
    """The words of a name, by the pattern of the phrase alone."""
    if " ".join(word.text.lower() for word in found) in words.places:
        return None
    if whole := _WHOLE_NAME.fullmatch(letters) or _HONOURED_NAME.fullmatch(letters):
        return whole.span(1)
    first = _NAME_FIRST.match(letters)
    if first and _kind(found[first.end() :]) == "role":
        return first.span(1)
    last = _NAME_LAST.search(letters)
    return last.span(last.lastindex or 0) if last else None


def _unnamed(text: str, found: tuple[Word, ...], closed: bool) -> Iterator[Item]:
    """A role, a body, both, or a part of an address."""
    while found and found[-1].letter == "w":
        found = found[:-1]
    while found and found[0].letter == "w" and found[0].text.lower() != "the":
        found = found[1:]
    if not found:
        return
    letters = pattern(found)
    cut = _address_start(text, found)
    if cut is not None:
        if cut:
            yield from _unnamed(text, found[:cut], closed=False)
        yield Item("address", _span(found[cut:]), closed)
        return
    kind = _kind(found)
    parts = _ROLE_THEN_BODY.fullmatch(letters) or _ROLE_THEN_ACRONYM.fullmatch(letters) if kind == "role" else None
    if parts:
        yield Item("role", _span(found[: parts.end(1)]))
        yield Item("body", _span(found[parts.end(1) :]), closed)
    else:
        yield Item(kind, _span(found), closed)


def _address_start(text: str, found: tuple[Word, ...]) -> int | None:
    """The word that a postal address begins with."""
    letters = pattern(found)
    span = _span(found)
    street = letters.find("s")
    postcode = next((place for place, word in enumerate(found) if _POSTCODE.fullmatch(word.text)), -1)
    if street < 0 and postcode < 0:
        return 0 if _POSTCODE_AFTER.search(text, span.start, span.end) and not set(letters) & set("rb") else None
    if "d" not in letters and (street < 0 or street < len(found) - 2):
        return None
    places = [place for place in (street, postcode) if place >= 0]
    start = min(places)
    number = letters.rfind("d", max(0, start - 4), start)
    if number >= 0:
        return number
    while start and letters[start - 1] == "m":
        start -= 1
    # "Ahmadi Donish Avenue 18a": the street's own name, where the phrase begins with it.
    return 0 if set(letters[:start]) <= set("NGnimp") and start <= _LONGEST_STREET else start


def _kind(found: tuple[Word, ...]) -> ItemKind:
    """Whether a phrase names a position or a body: by its last noun before "of", "for" or "in"."""
    letters = pattern(found)
    head = next(
        (place for place, word in enumerate(found) if place and word.text.lower() in _PREPOSITIONS),
        len(found),
    )
    nouns = [letter for letter in letters[:head] if letter in "rb"]
    possessive = any(word.text[-2:] in {"'s", "’s"} for word in found[:head])
    if nouns and nouns[0] == "r" and (not possessive or nouns[-1] == "r"):
        return "role"
    if nouns:
        return "role" if nouns[-1] == "r" else "body"
    if "r" in letters and not letters.startswith("w"):
        return "role"
    if "b" in letters or (letters.strip("wm") and set(letters) <= set("UuAwm") and "A" in letters):
        return "body"
    if set(letters) <= set("Uuwmo") and set(letters) & set("Uu"):
        return "role"
    return "body" if set(letters) == {"A"} else "phrase"


def is_geographic(text: str, span: Span, words: Lexicon) -> bool:
    """Whether a phrase may be a town or country at the end of an address."""
    return bool(_GEOGRAPHIC.fullmatch(pattern(read(text, span, words))))
