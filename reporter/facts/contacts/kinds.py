"""What a phrase of a contact block is, if it is no name: a position, a body or a part of a postal address."""

from __future__ import annotations

import re
from typing import Literal

from reporter.facts.contacts.wording import Lexicon, Word, pattern, read
from reporter.model.spans import Span

_GEOGRAPHIC = re.compile(r"[NGngmA]{1,4}d{0,2}")
# "CH-3003 Berne", "734012 Dushanbe", "1070 Vienna".
_POSTCODE = re.compile(r"(?:[A-Z]{1,3}[-– ]?)?\d{4,6}")
# "Washington DC 20009", "London SW1A 2AH", "Canberra ACT 2600".
_POSTCODE_AFTER = re.compile(r"[A-Z]{2,3},? \d{4,5}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b")
_PLACE_NAME = re.compile(r"[NGnimpAg]{0,3}")
# "SECO", "SIF Communications", "UNICEF Kazakhstan".
_ACRONYM = re.compile(r"A+|(?=.*A)[UuAwm]*|A[ANGngmw]{1,3}")
# "Communications", "Media and Public Relations".
_FIELD_OF_WORK = re.compile(r"(?=.*[uU])[Uuwmo]+")
_PREPOSITIONS = frozenset(("of", "for", "to", "in", "at", "de"))


def address_start(text: str, found: tuple[Word, ...]) -> int | None:
    """The word that a postal address begins with."""
    letters = pattern(found)
    street = letters.find("s")
    postcode = next((place for place in range(len(found)) if _is_postcode(found, place)), -1)
    if set(letters) <= set("dw"):
        return None
    if street < 0 and postcode < 0:
        is_postal = _POSTCODE_AFTER.search(text, found[0].start, found[-1].end) and not set(letters) & set("rb")
        return 0 if is_postal else None
    start = _extended(letters, min(place for place in (street, postcode) if place >= 0))
    return None if start and "d" not in letters else start


def _is_postcode(found: tuple[Word, ...], place: int) -> bool:
    """Whether a number stands before the name of a town, or after it; "EURO 2008 for the cities" is none."""
    if not _POSTCODE.fullmatch(found[place].text):
        return False
    after = found[place + 1].letter if place + 1 < len(found) else "N"
    return after in "NGnmgAd"


def _extended(letters: str, start: int) -> int:
    """Back from a street word or postcode to the house number, or to the name of the street or town."""
    number = re.search(r"d+[NGnimpA]{0,3}$", letters[:start])
    if number:
        return 0 if _PLACE_NAME.fullmatch(letters[: number.start()]) else number.start()
    while start and letters[start - 1] == "m":
        start -= 1
    # "Ahmadi Donish Avenue 18a", "Washington DC 20005": where the phrase begins with the name.
    return 0 if _PLACE_NAME.fullmatch(letters[:start]) else start


def kind(found: tuple[Word, ...]) -> Literal["role", "body", "phrase"]:
    """Whether a phrase names a position or a body: by its last noun before "of", "for" or "in"."""
    letters = pattern(found)
    head = next((place for place, word in enumerate(found) if place and word.text.lower() in _PREPOSITIONS), len(found))
    nouns = [letter for letter in letters[:head] if letter in "rb"] or [letter for letter in letters if letter in "rb"]
    if nouns:
        possessive = any(word.text[-2:] in {"'s", "’s"} for word in found[:head])
        return "role" if nouns[-1] == "r" or (nouns[0] == "r" and not possessive) else "body"
    if _ACRONYM.fullmatch(letters):
        return "body"
    return "role" if _FIELD_OF_WORK.fullmatch(letters) else "phrase"


def is_geographic(text: str, span: Span, words: Lexicon) -> bool:
    """Whether a phrase may be a town or country at the end of an address."""
    found = read(text, span, words)
    return " ".join(word.text.lower() for word in found) in words.places or bool(_GEOGRAPHIC.fullmatch(pattern(found)))
