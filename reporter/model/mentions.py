"""What a text names, with spans and unresolved: times, names, numbers, addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reporter.model.spans import Span

PhoneKind = Literal["office", "mobile", "fax"]
NameKind = Literal["person", "organisation", "country", "place"]


TimeUnit = Literal["day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePoint:
    """A point or period of the calendar, as far as the words name it; what is missing comes from the release's date."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    """SP, SU, FA or WI, as in TIMEX3."""
    decade: int | None = None
    """The year over ten: 199 for the 1990s."""
    century: int | None = None
    """The year over a hundred: 20 for the 21st century."""
    shift: int | None = None
    """Steps of `unit` from the anchor: -1 for "last month" and "yesterday"."""
    unit: TimeUnit | None = None
    """What `shift` counts."""
    year_shift: int | None = None
    """Steps of years from the release, for a day or month: "May last year"."""
    narrative: bool = False
    """The anchor is the date named before this one ("two days later"), not the release's."""
    ordinal: int | None = None
    """The n-th part of the period named, the last being -1: the last week of March."""
    part_unit: TimeUnit | None = None
    """What `ordinal` counts."""
    edge: Literal["start", "mid", "end"] | None = None
    """Early, mid or late in the period named."""
    clock: str | None = None
    """Time of day as in ISO 8601: `T16:08Z`."""
    part: str | None = None
    """Part of the day as in TIMEX3: MO, MI, AF, EV, NI."""
    fiscal: bool = False
    """A year of accounts."""
    swapped: date | None = None
    """The other reading of a date in figures whose day and month cannot be told apart: 03/07/2013."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression as it stands."""

    span: Span
    rule: str
    """The rule that found it: `times.day-month-year`."""
    day: date | None = None
    """The calendar date, where the words alone name exactly one."""
    point: TimePoint | None = None
    """What a date or time names; the first day (month, year) of a range."""
    last: TimePoint | None = None
    """The last day (month, year) of a range."""
    value: str | None = None
    """TIMEX3, where the words alone say it: P2D, PRESENT_REF."""
    joins: bool = False
    """It ends the range that the mention before it begins: "from 2014 to 2019"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """A name of a person, organisation, country or other place as it stands."""

    span: Span
    kind: NameKind
    rule: str
    code: str | None = None
    """ISO 3166-1 alpha-2 of a country or of the country of a place; of a body, where its country stands before it."""
    acronym: str | None = None
    """Of a body: printed beside it, in brackets."""
    part_of: Span | None = None
    """Of a body: the body that it is said to be a part of."""
    refers: bool = False
    """Names nothing by itself but a body named elsewhere: "the Ministry"."""
    inner: tuple[NameMention, ...] = ()
    """Names inside this one: the country of a ministry, the person of a foundation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """A number in digits or words, with what makes it a range, an estimate, money or a percentage."""

    span: Span
    """Of all of it: "between 30 and 40", "some EUR 1.4 million"."""
    value: float
    rule: str
    upper: float | None = None
    """The upper end of a range."""
    approximate: bool = False
    """For "some 50" and "more than 20"."""
    unit: str | None = None
    """`%`, the ISO 4217 code of a currency, or `$` where the text does not say whose dollar it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneMention:
    """A stretch that is written as a telephone number; of a shorthand row (`2265014 /15`) each number is one."""

    span: Span
    """Of the digits: `15` for the second number of `2265014 /15`."""
    rule: str
    digits: str = ""
    """What is dialled: digits only, `+` before them where the country code is printed, shorthand filled up."""
    kind: PhoneKind | None = None
    """As labelled; None where the label does not say."""
    extension: str | None = None
    """Digits after `ext.`."""
    labelled: bool = False
    """Whether a word (tel., mobile, fax …) says that it is a telephone number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressMention:
    """An e-mail address, a web address or a handle."""

    span: Span
    kind: Literal["email", "url", "handle"]
    value: str
    """Without `(at)`, brackets and mailto:."""
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """All that a text names, each list in text order and without overlaps."""

    times: tuple[TimeMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    numbers: tuple[NumberMention, ...] = ()
    phones: tuple[PhoneMention, ...] = ()
    addresses: tuple[AddressMention, ...] = ()
