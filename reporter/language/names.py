"""When two names are those of the same person or body."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "‑": "-", "–": "-"})
# "ø", "ł", "đ", "ß", "ı", "ð", "þ", "æ", "œ", "ə": letters that no decomposition turns into plain ones.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"}
)
_POSSESSIVE = re.compile(r"'s?$")
_WORD = re.compile(r"[^\W_]+")
# For example "(UNODC)", "(ret.)".
_BRACKETS = re.compile(r"\([^()]{0,80}\)")
# Letters that transcriptions of one name differ by: "Tchanturia" and "Chanturia", "Aygul" and "Aigul".
_TRANSCRIPTIONS = (
    ("tch", "ch"),
    ("tsch", "ch"),
    ("sch", "sh"),
    ("kh", "h"),
    ("gh", "g"),
    ("dj", "j"),
    ("dzh", "j"),
    ("zh", "j"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("c", "k"),
    ("q", "k"),
)
_DOUBLED = re.compile(r"(.)\1")
_VOWELS = "aeiouh"
# Shorter words differ by a letter too often: "Ali", "Alia".
_BEGINNING = 3
_LONG_ENOUGH = 5
_SPELLINGS = (
    (re.compile(r"\bco[- ]?operation\b"), "cooperation"),
    (re.compile(r"\bprogramme"), "program"),
    (re.compile(r"\bcentre"), "center"),
    (re.compile(r"\bdefence"), "defense"),
    (re.compile(r"\blabour"), "labor"),
    (re.compile(r"is(ation|e|ed|ing)(s?)\b"), r"iz\1\2"),
)
_JOINING = frozenset(("of", "the", "for", "and", "in", "on", "to", "at", "de", "des", "du", "la", "les", "und", "für"))
_ACRONYM = re.compile(r"[A-Z][A-Za-z.&/-]{1,11}s?")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Without case and accents, with straight apostrophes: "Šárka" is "sarka"."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_LETTERS)


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name; hyphens part words, apostrophes do not, a possessive is dropped."""
    folded = _POSSESSIVE.sub("", fold(_BRACKETS.sub(" ", name)))
    return tuple(_WORD.findall(folded.replace("'", "")))


def same_person(one: str, other: str) -> bool:
    """Whether two full names are spellings of the same: order, initials, patronymics, transcription may differ.

    Knowingly misses short forms of given names ("Bill", "William").
    """
    ours, theirs = words(one), words(other)
    if not ours or not theirs:
        return False
    if sorted(ours) == sorted(theirs) or "".join(ours) == "".join(theirs):
        return True
    if len(ours) < 2 or len(theirs) < 2:  # noqa: PLR2004  (a family name alone names nobody for sure)
        return False
    if not _same_word(ours[-1], theirs[-1]):
        return _family_first(ours, theirs)
    return _agree(ours[:-1], theirs[:-1]) and (
        ours[-1] == theirs[-1] or ours[0] == theirs[0] or _key(ours[0]) == _key(theirs[0])
    )


def traits(name: str) -> frozenset[str]:
    """What every other spelling of a name shares at least one of: the beginnings of its words in one transcription.

    To look names up by, so that not each is compared with every other.
    """
    return frozenset(_key(word)[:_BEGINNING] for word in words(name) if len(word) > 1) or frozenset(words(name))


def is_short_for(short: str, full: str) -> bool:
    """Whether a part of a name can stand for the whole: "Milsom" for "Jeremy Milsom", "Doe" for "Jane Doe"."""
    ours, theirs = words(short), words(full)
    if not ours or len(ours) >= len(theirs):
        return False
    return ours == theirs[-len(ours) :] or ours == theirs[: len(ours)]


def _family_first(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """The same words with the family name at the other end, spelt alike."""
    turned = (*theirs[1:], theirs[0])
    return len(ours) == len(theirs) and all(_key(word) == _key(other) for word, other in zip(ours, turned, strict=True))


def _agree(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether given names and initials contradict each other nowhere; middle names may lack on one side."""
    if not _same_given(ours[0], theirs[0]):
        return False
    shorter, longer = sorted((ours[1:], theirs[1:]), key=len)
    rest = iter(longer)
    return all(any(_same_given(word, other) for other in rest) for word in shorter)


def _same_given(one: str, other: str) -> bool:
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return _same_word(one, other)


def _same_word(one: str, other: str) -> bool:
    return one == other or _key(one) == _key(other) or _one_letter_apart(one, other)


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    """The word in one transcription."""
    for spelling, plain in _TRANSCRIPTIONS:
        word = word.replace(spelling, plain)
    return _DOUBLED.sub(r"\1", word)


def initial(word: str) -> str:
    """The first letter of a folded word in one transcription: "tchanturia" and "chanturia" share it."""
    return _key(word)[:1]


def _one_letter_apart(one: str, other: str) -> bool:
    """One soft letter more or another vowel ("Gjergj", "Gjergji"; "Nazarbaev", "Nazarbayev"), but not the feminine a ("Ivanov", "Ivanova")."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LONG_ENOUGH or len(longer) - len(shorter) > 1 or shorter[0] != longer[0]:
        return False
    if longer == shorter + "a":
        return False
    same = next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(shorter))
    if len(one) == len(other):
        inside = 0 < same < len(one) - 1
        return inside and one[same + 1 :] == other[same + 1 :] and {one[same], other[same]} <= set(_VOWELS)
    return longer[same + 1 :] == shorter[same:] and longer[same] in _VOWELS + "jy"


@lru_cache(maxsize=4096)
def body_words(name: str) -> tuple[str, ...]:
    """The words of a body's name in one spelling, without "the" and a bracketed acronym."""
    folded = fold(_BRACKETS.sub(" ", name).replace("&", " and "))
    for pattern, plain in _SPELLINGS:
        folded = pattern.sub(plain, folded)
    folded = re.sub(r"\b((?:\w\.)+)", lambda found: found.group().replace(".", ""), folded).replace("'s", "")
    found = _WORD.findall(folded.replace("'", ""))
    return tuple(found[1:] if found[:1] == ["the"] else found)


def same_body(one: str, other: str) -> bool:
    """Whether two names of a body are the same but for spelling; acronyms count letters only: "U.N." is "UN"."""
    return bool(body_words(one)) and body_words(one) == body_words(other)


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym: "UNODC", "PoiB", "U.N."."""
    return _ACRONYM.fullmatch(word) is not None and sum(map(str.isupper, word)) > 1


def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym are, in order, initials of a name: "IOM", "UNDP", "FAO", "EEAS".

    A word may give up to four letters ("UNIFIL" of "Interim"), small words may give none; the first letter must be the
    first word's. Knowingly misses acronyms of other languages ("FINMA" is found, "SECO" is not).
    """
    letters = [letter for letter in fold(acronym) if letter.isalnum()]
    if letters and letters[-1] == "s" and acronym[-1] == "s":
        letters.pop()
    parts = [part for word in _WORD.findall(fold(_BRACKETS.sub(" ", name))) for part in _expanded(word)]
    return bool(letters) and bool(parts) and _spell(letters, parts)


def _expanded(word: str) -> tuple[str, ...]:
    """An acronym inside a longer name stands for its letters: "UN" of "UN Office on Drugs and Crime"."""
    return tuple(word) if word in {"un", "eu"} else (word,)


def _spell(letters: list[str], parts: list[str]) -> bool:
    if not parts[0].startswith(letters[0]):
        return False
    return _spell_from(tuple(letters), tuple(parts))


@lru_cache(maxsize=1024)
def _spell_from(letters: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    if not letters:
        return all(part in _JOINING for part in parts)
    if not parts:
        return False
    head, rest = parts[0], parts[1:]
    for used in range(min(4, len(head), len(letters)), 0, -1):
        if head[:used] == "".join(letters[:used]) and _spell_from(letters[used:], rest):
            return True
    return head in _JOINING and _spell_from(letters, rest)


def recased(name: str, kept: Container[str]) -> str:
    """A name printed in capitals as it stands in running text: "MINISTRY OF FINANCE" is "Ministry of Finance".

    Args:
        name: In capitals throughout; any other is returned as it is.
        kept: Words that stay capitals, in lower case: acronyms.
    """
    if not name.isupper() or " " not in name:
        return name
    return _WORD.sub(lambda found: _recased_word(found.group(), found.start(), kept), name)


def _recased_word(word: str, start: int, kept: Container[str]) -> str:
    low = word.lower()
    if low in kept:
        return word
    return low if start and low in _JOINING else word.capitalize()
