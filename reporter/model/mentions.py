"""What a text names, with spans and unresolved: times, names, numbers, addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reporter.model.spans import Span

PhoneKind = Literal["office", "mobile", "fax"]
NameKind = Literal["person", "organisation", "country", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression as it stands."""

    span: Span
    rule: str
    """The rule that found it: `times.day-month-year`."""
    day: date | None = None
    """The calendar date, where the words alone name exactly one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """A name of a person, organisation, country or other place as it stands."""

    span: Span
    kind: NameKind
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """A number in digits or words."""

    span: Span
    value: float
    rule: str


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
