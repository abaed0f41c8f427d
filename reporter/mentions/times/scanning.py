"""A text as a string of one letter a word, so that the grammar of time is regular expressions over letters.

Every word or mark has a class: `month` for the name of a month, `year` for a number that may be one, `other` for what
has nothing to do with time. Each class has a letter; the grammar looks for patterns in the joined letters, and the
place of a match leads back to the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, overload

from reporter.locales import Locale

# Words and marks; the group that matches is the class of what does not stand in the word list.
_WORD = re.compile(
    r"""(?P<word>[^\W\d_]++(?!\w))                                      # Monday
      | (?P<comma>,)
      | (?P<dot>\.)
      | (?P<digits>\d{1,4}+(?![\w.,:/’'-]))                             # 3, 2013
      | (?P<dash>[-–—‑‐−]++)
      | (?P<open>\()
      | (?P<close>\))
      | (?P<figures>(?<![\d./-])(?:\d{4}-\d{2}-\d{2}|\d{4}/\d{2}/\d{2}|\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:\d{4}|\d{2}))
        (?![\w/-]|\.\d))                                                # 3.7.2013
      | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\.\d{2}(?=\s?[AaPp]\.?[Mm]\b))  # 16:08
      | (?P<hour>\d{1,2}(?=[AaPp][Mm]\b))                               # 3 of 3pm
      | (?P<decade>[12]\d\d0['’]?s\b|['’]\d0s\b)                        # 1990s
      | (?P<nth>\d{1,2}(?:st|nd|rd|th)\b)                               # 3rd
      | (?P<thousands>\d+(?:[.,]\d+)++(?!\w))                           # 1,200
      | (?P<number>\d++(?!\w))                                          # 2013-
      | (?P<code>[QH][1-4]\b|[1-4][QH](?:\d\d)?\b)                       # Q3
      | (?P<accounts>FY\d{2}(?:\d{2})?\b)                               # FY14
      | (?P<compound>\w++)                                              # A380
      | (?P<short>['’]\d\d\b)                                           # ’13
      | (?P<genitive>['’]s?\b)                                          # ’s
      | (?P<slash>/)
      | (?P<and>&)
      | (?P<break>\n[ \t]*+\n)
      | (?P<money>[$€£¥№§+%°©\#])
      | (?P<mark_of_no_use>[^\w\s])
    """,
    re.VERBOSE,
)
# Groups of the expression that are classes as they are.
_CLASSES = frozenset(
    [
        *(
            "figures",
            "clock",
            "decade",
            "code",
            "accounts",
            "short",
            "genitive",
            "dash",
            "comma",
            "dot",
            "slash",
            "and",
        ),
        *("open", "close", "break", "money", "nth", "thousands", "compound"),
    ]
)
_DIGITS = ("digits", "number", "hour")
# Names of months and short forms are spelt with a capital: "may", "march" and "sat" are verbs.
_CAPITAL = frozenset({"month-shy", "month-short", "weekday-short", "zone"})
_OTHER = "."
_FIRST_LETTER = 0x100
# Numbers with so many digits may be years; the first and the last that a release is likely to name.
_YEAR_DIGITS, _FIRST_YEAR, _LAST_YEAR = 4, 1400, 2199
_LAST_MONTH, _LAST_DAY = 12, 31


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

    def __init__(self, found: list[re.Match[str]], letters: str, table: dict[str, tuple[str, str]]) -> None:
        self._found = found
        self._table = table
        self.letters = letters

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> list[Word]: ...
    def __getitem__(self, place: int | slice) -> Word | list[Word]:
        if isinstance(place, slice):
            return [self._word(each) for each in range(*place.indices(len(self._found)))]
        return self._word(place)

    def _word(self, place: int) -> Word:
        found = self._found[place]
        kind, text = _kinds[self.letters[place]], found.group()
        value = self._table[text][1] if kind != "other" and text in self._table else text
        return Word(found.start(), found.end(), kind, value, text)


# Class to letter and back; "other" is the full stop.
_letters: dict[str, str] = {"other": _OTHER}
_kinds: dict[str, str] = {_OTHER: "other"}


def letter(kind: str) -> str:
    """The letter that stands for a class in the string of codes."""
    if kind not in _letters:
        _letters[kind] = chr(_FIRST_LETTER + len(_letters))
        _kinds[_letters[kind]] = kind
    return _letters[kind]


@cache
def _table(locale: Locale) -> dict[str, tuple[str, str]]:
    """The word list by the word as it is spelt, with the letter of its class and its value."""
    table: dict[str, tuple[str, str]] = {}
    for word, kind, *values in locale.rows("times"):
        entry = (letter(kind), values[0] if values else "")
        spelt = (word.capitalize(), word.upper()) if kind in _CAPITAL else (word, word.capitalize(), word.upper())
        table.update(dict.fromkeys(spelt, entry))
    return table


def scan(text: str, locale: Locale) -> Words:
    """The words of a text, and their letters in one string of the same length."""
    table = _table(locale)
    other = (_OTHER, "")
    found = list(_WORD.finditer(text))
    letters = [table.get(each.group(), other)[0] if each.lastgroup == "word" else _letter_of(each) for each in found]
    return Words(found, "".join(letters), table)


def _letter_of(found: re.Match[str]) -> str:
    group = found.lastgroup
    if group in _DIGITS:
        return letter(_of_digits(found.group()))
    return letter(group) if group in _CLASSES else _OTHER


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
    for run in _RUN.finditer(letters):
        if core.search(letters, *run.span()):
            # One letter more, so that the grammar sees that another word follows.
            yield run.start(), run.end() + 1


_RUN = re.compile(r"[^.]+")
