"""What the words of a contact block are: each word gets one letter, and phrases are told apart by the pattern of letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from reporter.locales import Locale
from reporter.model.spans import Span

# A word with inner marks ("Shoinbek-Ova", "O’Neill", "H.E", "Lt."), a number with letters ("18a", "CH-3003"), or one mark.
_WORD = re.compile(r"[A-Z]{1,3}-\d{4,6}\b|[A-Z]{2}\d{4}\b|[^\W\d_]+(?:[.'’\-‑][^\W\d_]+)*|\d[\w]*|\S")

# Letters of the patterns, by class of `contact_words.txt`; the first class that applies counts.
_LETTERS = {
    "honorific": "h",
    "street": "s",
    "other": "x",
    "role": "r",
    "body": "b",
    "mod": "m",
    "unit": "u",
    "opener": "o",
    "verb": "v",
    "reach": "R",
    "field": "f",
    "place": "g",
    "particle": "p",
    "function": "w",
}
# Street names written as one word: "Holzikofenweg", "Herengracht".
_STREET_ENDS = (
    "strasse",
    "straße",
    "weg",
    "gasse",
    "platz",
    "allee",
    "straat",
    "laan",
    "gracht",
    "gatan",
    "gade",
    "vej",
    "markt",
    "damm",
    "ufer",
    "haus",
)
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_LONGEST_ACRONYM = 6
_ABBREVIATED = ("abbreviations", "company_suffixes")


class Word(NamedTuple):
    """A word of a contact block, [start, end) in the text, with the letter of what it is.

    h honorific, G given name, N unknown word with a capital, n common word with a capital, i initial, p particle, A acronym, r role, b body, m modifier, u unit, U unit that may also
    announce a contact, o opener, x opener for others than the press, v verb, R reached, s street, f field label, g geographic,
    d digits, w small word, l other word in lower case, c mark.
    """

    start: int
    end: int
    text: str
    letter: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of contact blocks in one language."""

    letters: dict[str, str]
    phone_labels: dict[str, str]
    given_names: frozenset[str]
    common: frozenset[str]
    verbs: frozenset[str]
    fields: frozenset[str]
    press: frozenset[str]
    """Words that speak to journalists."""
    abbreviations: frozenset[str]
    """Words that a full stop belongs to."""
    places: dict[str, str]
    """Countries, cities and regions in lower case, with the code of the country."""

    def letter(self, word: str, *, stopped: bool) -> str:
        """What a word is, by its own form and by whether a full stop follows."""
        if not word[0].isalpha() or word[-1].isdigit():
            return "d" if word[-1].isalnum() else "w" if word in "&+" else "c"
        if len(word) == 1 and word.isupper():
            return "i" if stopped else "A"
        if word in self.verbs:
            return "v"
        lower = word.lower()
        known = self.letters.get(lower) or self.letters.get(lower.rpartition("-")[2] if "-" in lower else "")
        if known and not (known == "p" and word[0].isupper()):
            return known
        return "m" if lower.endswith(_POSSESSIVES) else self._by_form(word, lower)

    def _by_form(self, word: str, lower: str) -> str:
        if word[0].isupper() and (
            word.title() in self.given_names or word.partition("-")[0].title() in self.given_names
        ):
            return "G"
        if lower in self.common and word[0].isupper() and len(word) > 1:
            return "n"
        return _by_marks(word, lower)


def _by_marks(word: str, lower: str) -> str:
    if not word[0].isupper():
        return "N" if lower.startswith(("al-", "el-", "d'", "d’")) or not word[0].islower() else "l"
    if lower.endswith(_STREET_ENDS):
        return "s"
    return "A" if word.isupper() and len(word) <= _LONGEST_ACRONYM else "N"


@cache
def lexicon(locale: Locale) -> Lexicon:
    """The words of contact blocks in a language."""
    letters = {}
    classes = {word: row.split() for word, row in locale.rows("contact_words")}
    for word, named in classes.items():
        letter = next(letter for name, letter in _LETTERS.items() if name in named)
        letters[word] = "U" if "unit" in named and "opener" in named else letter
    return Lexicon(
        letters=letters,
        phone_labels={row[0]: row[2] for row in locale.rows("phone_labels")},
        given_names=frozenset(locale.words("given_names")),
        common=frozenset(locale.words("common")),
        verbs=frozenset(word for word, named in classes.items() if "verb" in named),
        press=frozenset(word for word, named in classes.items() if "press" in named),
        fields=frozenset(word for word, named in classes.items() if "field" in named),
        abbreviations=frozenset(word.lower().rstrip(".") for name in _ABBREVIATED for word in locale.words(name)),
        places=_places(locale),
    )


def _places(locale: Locale) -> dict[str, str]:
    places = {row[0].lower(): row[1] for row in locale.rows("places") if len(row) > 1 and row[1]}
    for code, name, *others in locale.rows("countries"):
        for form in (name, *(others[0].split(";") if others else ())):
            places[form.lower()] = code
    places.pop("", None)
    return places


def read(text: str, span: Span, words: Lexicon) -> tuple[Word, ...]:
    """The words of a stretch of text; marks are left out."""
    found: list[Word] = []
    for match in _WORD.finditer(text, span.start, span.end):
        word, end = match.group(), match.end()
        letter = _letter(words, word, text.startswith(".", end))
        if letter != "c":
            found.append(Word(match.start(), end, word, letter))
    return _capitals(found)


@lru_cache(maxsize=10_000)
def _letter(words: Lexicon, word: str, stopped: bool) -> str:
    """The letter of a word; the same few hundred words come back in every contact block."""
    return words.letter(word, stopped=stopped)


def _capitals(found: list[Word]) -> tuple[Word, ...]:
    """In a phrase that is all in capitals, unknown words are no acronyms: "JANE ROE"."""
    named = [word for word in found if word.letter in "NAGn"]
    shouting = len(named) > 1 and all(word.text.isupper() for word in found if word.letter not in "dwl")
    if not shouting:
        return tuple(found)
    return tuple(Word(word.start, word.end, word.text, "N") if word.letter == "A" else word for word in found)


def pattern(words: tuple[Word, ...]) -> str:
    """The letters of a phrase."""
    return "".join(word.letter for word in words)
