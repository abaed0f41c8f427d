"""A text as a string of one letter a word, so that the grammar of time is regular expressions over letters.

Every word or mark has a class: `month` for the name of a month, `year` for a number that may be one, `other` for what
has nothing to do with time. Each class has a letter; the grammar looks for patterns in the joined letters, and the
place of a match leads back to the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple, overload

from reporter.locales import Locale

# A word, a number with its separators, a short year, a blank line or one mark. What is most frequent comes first, and the
# alternatives begin with different characters, so that one look chooses between them.
_TOKEN = re.compile(
    r"([^\W\d]\w*|[^\w\s'’]"
    r"|[\d](?:\d*+(?:[.,:]\d++)+(?:[AaPp][Mm]\b)?(?!\w)"  # 1,200; 16:08; 3.7.2013; 8.30pm
    r"|(?<![-/].)(?:\d{0,3}+/\d{1,2}/\d{2,4}+(?![\w/])|\d{3}-\d\d-\d\d(?![\w-])|\d?-\d{1,2}-\d{4}(?![\w-]))"  # 3/7/2013
    r"|\w*)|['’](?:\d\ds?\b)?|[\n][ \t]*+\n)"
)
# What a number with separators, or one that stands in no table, is.
_NUMBERS = (
    ("figures", re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d\d\.\d\d\.\d\d|\d.*[/-].*")),
    ("clock", re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:[AaPp][Mm])?|\d{1,2}\.\d\d[AaPp][Mm]")),
    ("decimal", re.compile(r"\d{1,2}\.\d\d")),
    ("thousands", re.compile(r"\d+[.,]\d+|\d{1,3}(?:[.,]\d{3})+")),
    ("nth", re.compile(r"\d{1,2}(?:st|nd|rd|th)")),
    ("decade", re.compile(r"[12]\d\d0s")),
    ("hour", re.compile(r"\d{1,2}[AaPp][Mm]")),
    ("code", re.compile(r"[1-4][QH](?:\d\d)?")),
)
_SHORT = (("short", re.compile(r"['’]\d\d")), ("decade", re.compile(r"['’]\d0s")))
_CODES = ("Q1", "Q2", "Q3", "Q4", "H1", "H2")
_ACCOUNTS = re.compile(r"FY\d{2}(?:\d{2})?")
_MARKS = {
    **dict.fromkeys("-–—‑‐−", "dash"),
    **dict.fromkeys("$€£¥№§+%°©#", "money"),
    ",": "comma",
    ".": "dot",
    "/": "slash",
    "&": "and",
    "(": "open",
    ")": "close",
    "\n\n": "break",
}
# Names of months and short forms are spelt with a capital: "may", "march" and "sat" are verbs.
_CAPITAL = frozenset({"month-shy", "month-short", "weekday-short", "zone"})
_OTHER = "."
_FIRST_LETTER = 0x100
# Numbers with so many digits may be years; the first and the last that a release is likely to name.
_YEAR_DIGITS, _FIRST_YEAR, _LAST_YEAR = 4, 1400, 2199
_LAST_MONTH, _LAST_DAY, _LAST_COUNT = 12, 31, 999
# So many spellings are remembered: words come back, and the memory of a run over many texts stays flat.
_MOST_KNOWN = 20_000


class Word(NamedTuple):
    """A word or mark with its class, its value in the word list (or its text), and its text."""

    start: int
    end: int
    kind: str
    value: str
    text: str

    @property
    def number(self) -> int:
        """The value of a number, an ordinal, a month …."""
        return int(self.value)


class Words(Sequence[Word]):
    """The words of a text, each made when it is looked at: most never are."""

    def __init__(self, parts: list[str], tokens: list[str], letters: str, values: dict[str, str]) -> None:
        self._parts = parts
        self._tokens = tokens
        self._values = values
        self.letters = letters

    @cached_property
    def _ends(self) -> list[int]:
        """Where each part ends: what stands between two words, and each word."""
        return list(accumulate(map(len, self._parts)))

    def __len__(self) -> int:
        return len(self._tokens)

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> list[Word]: ...
    def __getitem__(self, place: int | slice) -> Word | list[Word]:
        if isinstance(place, slice):
            return [self._word(each) for each in range(*place.indices(len(self._tokens)))]
        return self._word(place)

    def _word(self, place: int) -> Word:
        kind, text = _kinds[self.letters[place]], self._tokens[place]
        value = text if kind == "other" else self._values.get(text, text)
        return Word(self._ends[2 * place], self._ends[2 * place + 1], kind, value, text)

    def kind(self, place: int) -> str:
        """The class of the word at a place; a break before the first and after the last."""
        return _kinds[self.letters[place]] if 0 <= place < len(self.letters) else "break"

    def holds(self, tokens: frozenset[str]) -> bool:
        """Whether any of these words stands in the text."""
        return not tokens.isdisjoint(self._tokens)


# Class to letter and back; "other" is the full stop.
_letters: dict[str, str] = {"other": _OTHER}
_kinds: dict[str, str] = {_OTHER: "other"}


def letter(kind: str) -> str:
    """The letter that stands for a class in the string of codes."""
    if kind not in _letters:
        _letters[kind] = chr(_FIRST_LETTER + len(_letters))
        _kinds[_letters[kind]] = kind
    return _letters[kind]


class _Letters(dict[str, str]):
    """Words as they are spelt to the letters of their classes; a word that is in no list is looked at once."""

    def __missing__(self, token: str) -> str:
        found = _letter_of(token)
        if len(self) < _MOST_KNOWN:
            self[token] = found
        return found


class _Table(NamedTuple):
    """Words, marks and common numbers as they are spelt."""

    letters: _Letters
    values: dict[str, str]


@cache
def _table(locale: Locale) -> _Table:
    table = {str(number): (letter(_of_digits(str(number))), str(number)) for number in range(_LAST_COUNT + 1)}
    table.update({f"0{digit}": table[str(digit)] for digit in range(1, 10)})
    table.update({mark: (letter(kind), mark) for mark, kind in _MARKS.items()})
    table.update({code: (letter("code"), code) for code in _CODES})
    for word, kind, *values in locale.rows("times"):
        entry = (letter(kind), values[0] if values else "")
        spelt = (word.capitalize(), word.upper()) if kind in _CAPITAL else (word, word.capitalize(), word.upper())
        table.update(dict.fromkeys(spelt, entry))
    letters = _Letters((word, entry[0]) for word, entry in table.items())
    return _Table(letters, {word: entry[1] for word, entry in table.items()})


def scan(text: str, locale: Locale) -> Words:
    """The words of a text, and their letters in one string of the same length."""
    table = _table(locale)
    parts = _TOKEN.split(text)
    tokens = parts[1::2]
    return Words(parts, tokens, "".join(map(table.letters.__getitem__, tokens)), table.values)


def _letter_of(token: str) -> str:
    """The letter of what stands in no table: most are words that have nothing to do with time."""
    first = token[0]
    if first.isdigit():
        if token.isdigit() and token.isascii():
            return letter(_of_digits(token))
        return next((letter(kind) for kind, form in _NUMBERS if form.fullmatch(token)), _OTHER)
    if first == "F" and _ACCOUNTS.fullmatch(token):
        return letter("accounts")
    if first in "'’" and len(token) > 1:
        return next((letter(kind) for kind, form in _SHORT if form.fullmatch(token)), _OTHER)
    return _OTHER


def _of_digits(digits: str) -> str:
    if len(digits) == _YEAR_DIGITS:
        return "year" if _FIRST_YEAR <= int(digits) <= _LAST_YEAR else "four-digits"
    if len(digits) > _YEAR_DIGITS:
        return "other"
    value = int(digits)
    if 0 < value <= _LAST_MONTH:
        return "day-or-month"
    return "day" if 0 < value <= _LAST_DAY else "count"


def runs(letters: str, core: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Stretches without other words in which a word of time stands: only they can hold an expression."""
    end = 0
    for found in core.finditer(letters):
        if found.start() < end:
            continue
        start = letters.rfind(_OTHER, 0, found.start()) + 1
        end = letters.find(_OTHER, found.end())
        # One letter more, so that the grammar sees that another word follows.
        end = len(letters) if end < 0 else end + 1
        yield start, end
