"""A stretch between two numbers of a contact block, cut into name, role, body and address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reporter.facts.contacts.kinds import address_start, kind
from reporter.facts.contacts.wording import Lexicon, Word, pattern, read
from reporter.model.spans import Span, overlapping

ItemKind = Literal["name", "role", "body", "address", "opener", "other-opener", "field", "phrase"]
_Words = tuple[Word, ...]

# Where a block is cut into phrases: lines, bullets, commas, semicolons, " - ", ": ", wide gaps, "/" between words.
_CUT = re.compile(
    r"[\n\t;|•·●▪■*►]+|,(?=\s|$)(?!\s(?:Inc|LLC|Ltd|Corp|plc|LP|LLP|GmbH|S\.A)\b)|\s[-–—]+(?=\s|$)|:(?=\s|$)|[  ]{2,}|\s?/\s?(?=[^\W\d_])|(?<=[^\W\d_]{4})\.(?=\s|$)|[()\[\]<>]"
)
# Patterns of letters (see `wording.Word`). A name of two to five words: "NN", "NiN", "NppN"; a common word ends one only
# after a given name: "Sarah Lane", but not "Macroeconomic Support".
_GIVEN_NAME = r"G(?:p{0,2}[GNi]){0,3}p{0,2}[GNns]"
_NAME = rf"(?:{_GIVEN_NAME}|[GNi](?:p{{0,2}}[GNi]){{0,3}}p{{0,2}}[GN])"
_WHOLE_NAME = re.compile(rf"h*({_NAME}|Gp{{0,2}}A)")
# "Jane Roe Media Spokesperson": a name before a role or a field of work.
_NAME_FIRST = re.compile(rf"(?:(?:[uUw]*[ov])?h*({_NAME})|[muU]*rh*({_GIVEN_NAME}))(?=[rumU])")
_HONOURED_NAME = re.compile(rf"h+({_NAME}|[NG])$")
# "Media Officer Jane Roe", "Contact Jane Roe", "Federal Veterinary Office Jane Roe".
_NAME_LAST = re.compile(rf"(?:(?<=[rovx])h*({_NAME})|(?<=[buUm])h*({_GIVEN_NAME}))$")
# What a person's name may be made of where the text around it tells that it is one.
_PERSON = re.compile(r"[GNi][GNnipsA]+|[npsA]{1,3}[GN][GNnipsA]*")
_TWO_NAMES = re.compile(rf"h*({_NAME})w+h*({_NAME})")
_OPENER = re.compile(r"(?=.*[ox])[ouUxwlmfv]+")
# "Head of Communications | Federal Customs Administration": a body that follows a position without a comma.
_ROLE_THEN_BODY = re.compile(r"(.*[ruU])((?:m[NmuUgA]*b|m+b).*)")
_ROLE_THEN_ACRONYM = re.compile(r"(.*[^wlA])(A+)")


_SHORT_LABEL = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A phrase with what it is."""

    kind: ItemKind
    span: Span
    sure: bool = False
    """Of a name: whether more than its capital letters says that it is one."""


def items(text: str, span: Span, words: Lexicon, persons: Sequence[Span]) -> Iterator[Item]:
    """The phrases of a stretch of a contact block.

    Args:
        text: The whole text.
        span: The stretch, which holds no number and no address of the net.
        words: What the words of contact blocks are.
        persons: Where the text is known to name a person, in text order.
    """
    start = span.start
    for cut in _CUT.finditer(text, span.start, span.end):
        if cut.group() == "," and text[start : cut.start()].strip().isdigit():
            continue  # "7, place de Fontenoy"
        if cut.group() == "/" and text[start : cut.start()].lower().startswith("for "):
            continue  # "For Radio/TV:"
        yield from _phrase(text, Span(start, cut.start()), words, persons, closed=cut.group().startswith(":"))
        start = cut.end()
    yield from _phrase(text, Span(start, span.end), words, persons, closed=False)


def _phrase(text: str, span: Span, words: Lexicon, persons: Sequence[Span], *, closed: bool) -> Iterator[Item]:
    found = _without_labels(_before_reached(read(text, span, words)), words)
    if not found:
        return
    letters = pattern(found)
    label = _label(found, letters, words) if closed else "field" if set(letters) <= set("fwlov") else None
    if _OPENER.fullmatch(letters):
        label = "opener"
    if label == "opener":
        yield Item("other-opener" if _is_for_others(found) else "opener", _span(text, found, words))
    elif label:
        yield Item("field", _span(text, found, words))
    else:
        yield from _named(text, _after_verb(found), words, persons)


def _is_for_others(found: _Words) -> bool:
    """Whether an announcement speaks to others than the press: "Investors", "General public inquiries"."""
    named = {word.text.lower() for word in found}
    return any(word.letter == "x" for word in found) or {"general", "public"} <= named


def _label(found: _Words, letters: str, words: Lexicon) -> Literal["opener", "field"] | None:
    """Whether words before a colon announce contacts or a field of a form."""
    if found[0].text.lower() == "for" or set(letters) <= set("Uowl"):
        return "opener"
    word = found[0].text.lower()
    is_field = set(letters) <= set("fwlov") or (len(found) == 1 and (word in words.fields or len(word) == 1))
    return "field" if is_field else None


def _before_reached(found: _Words) -> _Words:
    """Who stands before "can be reached at"."""
    reached = pattern(found).find("R")
    return found if reached < 0 else found[:reached]


def _without_labels(found: _Words, words: Lexicon) -> _Words:
    """Without the words that only say that a number or address follows: "Tel.", "E-mail", "at", "on"."""
    last = len(found)
    while last and (found[last - 1].letter in "wlf" or _is_label(found[last - 1], last, words)):
        last -= 1
    for place in range(last):
        if _is_short_label(found[place], words):
            last = place  # "Switzerland Tel. Communication service"
            break
    first = 0
    while first < last and words.phone_labels.get(found[first].text.lower()) == "strong":
        first += 1
    return found[first:last]


def _is_label(word: Word, place: int, words: Lexicon) -> bool:
    strength = words.phone_labels.get(word.text.lower())
    return strength == "strong" or (strength == "weak" and (place == 1 or word.letter not in "bu"))


def _is_short_label(word: Word, words: Lexicon) -> bool:
    """Whether a word is "Tel." or "Fax": what follows it up to the number says whose it is, not who somebody is."""
    return len(word.text) <= _SHORT_LABEL and words.phone_labels.get(word.text.lower()) == "strong"


def _after_verb(found: _Words) -> _Words:
    """What follows "please contact" or "call"; the words before it only announce it."""
    verbs = [place for place, word in enumerate(found) if word.letter == "v"]
    rest = found[verbs[-1] + 1 :] if verbs else found
    while rest and rest[0].letter in "wl":
        rest = rest[1:]
    return rest


def _span(text: str, found: _Words, words: Lexicon) -> Span:
    """From the first word to the last, with the full stop of an abbreviation."""
    end = found[-1].end
    stop = text.startswith(".", end) and found[-1].text.lower() in words.abbreviations
    return Span(found[0].start, end + stop)


def _named(text: str, found: _Words, words: Lexicon, persons: Sequence[Span]) -> Iterator[Item]:
    """The names of a phrase and what stands before and after them."""
    letters = pattern(found)
    if two := _TWO_NAMES.fullmatch(letters):
        yield Item("name", _span(text, found[two.start(1) : two.end(1)], words))
        yield Item("name", _span(text, found[two.start(2) : two.end(2)], words))
        return
    place = _known(found, persons) or _name(found, letters, words)
    if place is None:
        yield from _unnamed(text, found, words)
        return
    first, last = place
    before = first
    while before and found[before - 1].letter in "hw":
        before -= 1
    if _OPENER.fullmatch(letters[:before]):
        yield Item("opener", _span(text, found[:before], words))  # "Further information Dr. Jane Roe"
    else:
        yield from _unnamed(text, found[:before], words)
    sure = "h" in letters[before:first] or "G" in letters[first:last]
    yield Item("name", Span(found[first].start, found[last - 1].end), sure=sure)
    yield from _unnamed(text, found[last:], words)


def _known(found: _Words, persons: Sequence[Span]) -> tuple[int, int] | None:
    """The words of a person that the text is known to name."""
    rest = Span(found[0].start, found[-1].end) if found else Span(0, 0)
    while person := overlapping(persons, rest):
        inside = [place for place, word in enumerate(found) if person.start <= word.start and word.end <= person.end]
        inside = [place for place in inside if found[place].letter not in "hr"]
        if _PERSON.fullmatch("".join(found[place].letter for place in inside)):
            return inside[0], inside[-1] + 1
        rest = Span(person.end, max(person.end, rest.end))
    return None


def _name(found: _Words, letters: str, words: Lexicon) -> tuple[int, int] | None:
    """The words of a name, by the pattern of the phrase alone."""
    if " ".join(word.text.lower() for word in found) in words.places:
        return None
    if whole := _WHOLE_NAME.fullmatch(letters) or _HONOURED_NAME.fullmatch(letters):
        return whole.span(1)
    first = _NAME_FIRST.match(letters)
    if first and kind(found[first.end() :]) == "role":
        return first.span(first.lastindex or 0)
    last = _NAME_LAST.search(letters)
    return last.span(last.lastindex or 0) if last else None


def _unnamed(text: str, found: _Words, words: Lexicon) -> Iterator[Item]:
    """A role, a body, both, or a part of an address."""
    while found and found[-1].letter in "wl":
        found = found[:-1]
    while found and (found[0].letter in "wl" or found[0].text == "the"):
        found = found[1:]
    letters = pattern(found)
    if not found or (not set(letters) & set("Uurds") and all(word.text.islower() for word in found)):
        return  # "our team", "the event"
    cut = address_start(text, found)
    if cut is not None:
        yield from _unnamed(text, found[:cut], words)
        yield Item("address", _span(text, found[cut:], words))
        return
    what = kind(found)
    if what == "role" and found[0].text == "The" and len(found) > 1:
        found, letters = found[1:], letters[1:]
    parts = _ROLE_THEN_BODY.fullmatch(letters) or _ROLE_THEN_ACRONYM.fullmatch(letters) if what == "role" else None
    if parts:
        yield Item("role", _span(text, found[: parts.end(1)], words))
        yield Item("body", _span(text, found[parts.end(1) :], words))
    else:
        yield Item(what, _span(text, found, words))
