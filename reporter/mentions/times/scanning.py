"""A text as a string of one letter a word, so that the grammar of time is regular expressions over letters.

Every word or mark becomes a `Word` of a class: `month` for the name of a month, `year` for a number that may be one,
`other` for what has nothing to do with time. Each class has a letter; the grammar looks for patterns in the joined
letters, and the place of a match leads back to the words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reporter.locales import Locale

# Words and marks; the group that matches is the class of what does not stand in the word list.
_WORD = re.compile(
    r"""(?P<meridiem>(?<![^\W\d_])[AaPp]\.\s?[Mm]\b\.?)                   # p.m.
      | (?P<word>[^\W\d_]+(?!\w))                                       # Monday
      | (?P<figures>(?<![\d./-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:\d{4}|\d{2}))
        (?![\w/-]|\.\d))                                                # 3.7.2013
      | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\.\d{2}(?=\s?[AaPp]\.?[Mm]\b))  # 16:08
      | (?P<digits>\d{1,2}(?=[AaPp][Mm]\b))                             # 3 of 3pm
      | (?P<decade>[12]\d\d0['’]?s\b|['’]\d0s\b)                        # 1990s
      | (?P<nth>\d{1,2}(?:st|nd|rd|th)\b)                               # 3rd
      | (?P<other>\d+(?:[.,]\d+)+(?!\w))                                # 1,200
      | (?P<number>\d+(?!\w))                                           # 2013
      | (?P<code>[QH][1-4]\b|[1-4][QH]\b)                               # Q3
      | (?P<accounts>FY\d{2}(?:\d{2})?\b)                               # FY14
      | (?P<compound>\w+)                                               # A380
      | (?P<short>['’]\d\d\b)                                           # ’13
      | (?P<genitive>['’]s?\b)                                          # ’s
      | (?P<dash>[-–—‑‐−]+)
      | (?P<comma>,)
      | (?P<dot>\.)
      | (?P<slash>/)
      | (?P<and>&)
      | (?P<open>\()
      | (?P<close>\))
      | (?P<break>\n[ \t]*\n)
      | (?P<money>[$€£¥№§+%°©\#])
      | (?P<mark_of_no_use>[^\w\s])
    """,
    re.VERBOSE,
)
# Names of months and short forms are spelt with a capital: "may", "march" and "sat" are verbs.
_CAPITAL = frozenset({"month-shy", "month-short", "weekday-short", "zone"})
_OTHER = "."
_FIRST_LETTER = 0x100
# Numbers with so many digits may be years; the first and the last that a release is likely to name.
_YEAR_DIGITS, _FIRST_YEAR, _LAST_YEAR = 4, 1400, 2199
_LAST_MONTH, _LAST_DAY = 12, 31


class Word(NamedTuple):
    """A word or mark with its class and its value in the word list or in figures."""

    start: int
    end: int
    kind: str
    value: str

    @property
    def number(self) -> int:
        """The value of a number, an ordinal, a month …."""
        return int(self.value)


@cache
def letter(kind: str) -> str:
    """The letter that stands for a class in the string of codes."""
    if kind == "other":
        return _OTHER
    _letters.setdefault(kind, chr(_FIRST_LETTER + len(_letters)))
    return _letters[kind]


_letters: dict[str, str] = {}


@cache
def _table(locale: Locale) -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in locale.rows("times")}  # noqa: PLR2004  (columns)


def scan(text: str, locale: Locale) -> tuple[list[Word], str]:
    """The words of a text, and their letters in one string of the same length."""
    table = _table(locale)
    words: list[Word] = []
    letters: list[str] = []
    for found in _WORD.finditer(text):
        group = found.lastgroup or ""
        kind, value = "other", ""
        if group == "word":
            kind, value = _of_list(found.group(), table)
        elif group == "number":
            kind, value = _of_digits(found.group())
        elif group in _VALUED:
            kind, value = _VALUED[group], found.group()
        words.append(Word(found.start(), found.end(), kind, value))
        letters.append(letter(kind))
    return words, "".join(letters)


# Groups of the expression that are classes; all others are of no use.
_VALUED = {
    name: name
    for name in (
        *("meridiem", "figures", "clock", "decade", "code", "accounts", "short", "genitive", "dash", "comma"),
        *("dot", "slash", "and", "open", "close", "break", "money", "nth", "compound"),
    )
} | {"digits": "day-or-month"}


def _of_list(word: str, table: dict[str, tuple[str, str]]) -> tuple[str, str]:
    kind, value = table.get(word.lower()) or ("other", word)
    if kind in _CAPITAL and not word[0].isupper():
        return "other", word
    return kind, value


def _of_digits(digits: str) -> tuple[str, str]:
    if len(digits) == _YEAR_DIGITS:
        return ("year" if _FIRST_YEAR <= int(digits) <= _LAST_YEAR else "four-digits"), digits
    if len(digits) > _YEAR_DIGITS:
        return "other", ""
    value = int(digits)
    if 0 < value <= _LAST_MONTH:
        return "day-or-month", digits
    return ("day" if 0 < value <= _LAST_DAY else "count"), digits
