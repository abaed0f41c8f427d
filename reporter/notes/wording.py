"""The note's words in its language: labels, and dates, numbers, lists and countries as CLDR writes them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reporter.locales import Locale

if TYPE_CHECKING:
    from babel import Locale as Cldr

# 2013-07-03, also with a time of day: 2013-07-03T10:00
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
# 2013-07
_MONTH = re.compile(r"(\d{4})-(\d{2})")
# 2013
_YEAR = re.compile(r"\d{4}")
# 2013-Q3, 2013-H1, 2013-W27
_PART = re.compile(r"(\d{4})-([QHW])(\d{1,2})")

_LANGUAGE_OF_NAMES = "en"
"""Of a briefing's own words."""

# Skeletons of CLDR: what is printed, not how.
_DAYS, _MONTHS, _YEARS = "yMMMMd", "yMMMM", "y"
# The skeleton whose intervals CLDR gives, where it gives none for the long form.
_SHORT = {_DAYS: "yMMMd"}
# MMM, the short month of a pattern
_MONTH_FIELD = re.compile(r"(?<!M)MMM(?!M)")
# MMMM, the month in full; LLLL where it stands without a day
_LONG_MONTH = re.compile(r"MMMM|LLLL")
# CLDR parts some dates with thin and no-break spaces; plain ones read the same and can be searched for.
_SPACES = re.compile(r"\s+")


class Wording:
    """Labels and formats of one language."""

    def __init__(self, locale: Locale, labels: Mapping[str, str] | None = None) -> None:
        self.code = locale.code
        self.labels: dict[str, str] = {**locale.labels, **(labels or {})}
        # As the language's own list writes them, where it has one: CLDR's "Congo - Kinshasa" is for menus.
        self._countries = locale.table("countries")

    @cached_property
    def cldr(self) -> Cldr:
        """The data of CLDR for the language."""
        from babel import Locale as Cldr  # noqa: PLC0415  (heavy, and not needed to parse)

        return Cldr.parse(self.labels["cldr"])

    @property
    def writes_names(self) -> bool:
        """Whether the note is in the language in which a briefing names countries and says what is missing."""
        return self.code == _LANGUAGE_OF_NAMES

    def say(self, key: str, **values: str) -> str:
        """A label, filled in. Only `{name}` is replaced: values are words of releases and may hold braces."""
        parts = re.split(r"\{(\w+)\}", self.labels[key])
        return "".join(values[part] if at % 2 else part for at, part in enumerate(parts))

    def count(self, thing: str, number: int, **values: str) -> str:
        """So many of a thing, in the plural form of the language."""
        form = self.cldr.plural_form(number)
        key = f"count.{thing}.{form}"
        return self.say(key if key in self.labels else f"count.{thing}.other", n=self.number(number), **values)

    def number(self, value: float) -> str:
        """A number with the separators of the language."""
        from babel.numbers import format_decimal  # noqa: PLC0415  (heavy, and not needed to parse)

        return str(format_decimal(value, locale=self.cldr, decimal_quantization=False))

    def listing(self, words: Sequence[str]) -> str:
        """A, B and C."""
        from babel.lists import format_list  # noqa: PLC0415  (heavy, and not needed to parse)

        return str(format_list(list(words), locale=self.cldr)) if words else ""

    def country(self, code: str, printed: str | None = None) -> str:
        """The name of a country by its ISO 3166-1 code; as printed where the note is in the language of such names."""
        if printed and self.writes_names:
            return printed
        return str(self.cldr.territories.get(code, printed or code))

    def currency(self, code: str) -> str:
        """The name of a currency by its ISO 4217 code."""
        from babel.numbers import get_currency_name  # noqa: PLC0415  (heavy, and not needed to parse)

        return str(get_currency_name(code, count=2, locale=self.cldr))

    def language(self, code: str) -> str:
        """The name of a language."""
        return str(self.cldr.languages.get(code.split("-", maxsplit=1)[0], code))

    def date(self, value: str | dt.date, end: str | dt.date | None = None, *, short: bool = False) -> str:
        """A day, month, quarter or year, or the range from it to another; what is no date stays as it is.

        Args:
            value: In ISO 8601, of any precision.
            end: Of a range.
            short: With the months' short names, for figures.
        """
        first, last = _point(value), _point(end) if end else None
        if first is None:
            return self._part(str(value))
        day, skeleton = first
        if last is None or last[0] == day:
            return self._interval(day, day, skeleton, short=short)
        return self._interval(day, last[0], _coarser(skeleton, last[1]), short=short)

    def months(self, start: dt.date, end: dt.date) -> str:
        """The months that a period covers: July 2013 – August 2015."""
        return self._interval(start, end, _MONTHS)

    def _interval(self, start: dt.date, end: dt.date, skeleton: str, *, short: bool = False) -> str:
        from babel.dates import format_date  # noqa: PLC0415  (heavy, and not needed to parse)

        patterns = self._pattern(skeleton) if start == end else self._patterns(start, end, skeleton)
        if short:
            patterns = tuple(_LONG_MONTH.sub("MMM", pattern) for pattern in patterns)
        days = (start, end)[: len(patterns)]
        words = "".join(format_date(day, pattern, self.cldr) for day, pattern in zip(days, patterns, strict=True))
        return _SPACES.sub(" ", words)

    def _pattern(self, skeleton: str) -> tuple[str, ...]:
        if skeleton == _DAYS:
            return (str(self.cldr.date_formats["long"].pattern),)
        return (str(self.cldr.datetime_skeletons[skeleton].pattern),)

    def _patterns(self, start: dt.date, end: dt.date, skeleton: str) -> tuple[str, ...]:
        """How CLDR writes both ends of an interval; months in full, which it knows for days only in short."""
        forms = self.cldr.interval_formats[_SHORT.get(skeleton, skeleton)]
        field = "y" if start.year != end.year else "M" if start.month != end.month else "d"
        if field not in forms:  # both ends read the same: two days of one month, told in months
            return self._pattern(skeleton)
        return tuple(_MONTH_FIELD.sub("MMMM", pattern) for pattern in forms[field])

    def _part(self, value: str) -> str:
        found = _PART.fullmatch(value)
        if found is None:
            return value
        year, kind, number = found.groups()
        if kind == "W":
            return self.say("time.week", week=str(int(number)), year=year)
        if kind == "H":
            return self.say("time.half", half=number, year=year)
        from babel.dates import format_skeleton  # noqa: PLC0415  (heavy, and not needed to parse)

        quarter = dt.date(int(year), min(int(number) * 3, 12), 1)
        return _SPACES.sub(" ", str(format_skeleton("yQQQQ", quarter, locale=self.cldr)))


def day_of(value: str | None) -> dt.date | None:
    """The first day of a date in ISO 8601, of whatever precision; None where it is none."""
    point = _point(value) if value else None
    if point:
        return point[0]
    found = _PART.fullmatch(value or "")
    if found is None:
        return None
    year, number = int(found[1]), int(found[3])
    if found[2] == "W":
        return dt.date.fromisocalendar(year, min(max(number, 1), 52), 1)
    months = 3 if found[2] == "Q" else 6
    return dt.date(year, min((number - 1) * months + 1, 12), 1)


def _point(value: str | dt.date) -> tuple[dt.date, str] | None:
    if isinstance(value, dt.date):
        return value, _DAYS
    try:
        if found := _DAY.fullmatch(value):
            return dt.date(int(found[1]), int(found[2]), int(found[3])), _DAYS
        if found := _MONTH.fullmatch(value):
            return dt.date(int(found[1]), int(found[2]), 1), _MONTHS
        return (dt.date(int(value), 1, 1), _YEARS) if _YEAR.fullmatch(value) else None
    except ValueError:
        return None


def _coarser(first: str, second: str) -> str:
    order = (_YEARS, _MONTHS, _DAYS)
    return min(first, second, key=order.index)
