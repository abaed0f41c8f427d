"""All releases as one: what a note is rendered from. Every item refers back to the words of its releases."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reporter.model.facts import Basis, Phone, Release, RoleKind, Status
from reporter.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Reference:
    """Words of one release: the release's key and a span of its text."""

    release: str
    span: Span


References = tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A release under its key. Adding another release changes no key."""

    key: str
    """Issuer's acronym or short name, date, a letter where needed: `OSCE 2015-08-19`, `OSCE 2015-08-19b`."""
    release: Release
    issuer: str | None = None
    """Who issued it, as the briefing names that body: not in capitals where the text has it otherwise as well."""
    also: tuple[Release, ...] = ()
    """The same release as other issuers or files gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLine:
    """A sentence of a release, verbatim; what must be dropped or added in brackets is the note's business."""

    text: str
    references: References


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A number with what it counts."""

    value: float
    unit: str
    references: References
    upper: float | None = None
    approximate: bool = False
    text: str = ""
    """As printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyLine:
    """One event, told by one or more releases."""

    start: str
    what: str
    references: References
    end: str | None = None
    basis: Basis = "stated"
    status: Status = "past"
    place: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A part that somebody plays, and where it is said."""

    role: RoleKind
    references: References


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A position that a person holds according to some releases, oldest first."""

    title: str | None
    organisation: str | None
    references: References


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One person under all spellings."""

    name: str
    references: References
    aliases: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    roles: tuple[RoleLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationLine:
    """One body under all names."""

    name: str
    references: References
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    country: str | None = None
    roles: tuple[RoleLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryLine:
    """One country."""

    code: str
    name: str
    references: References
    roles: tuple[RoleLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """One utterance: the parts of a split quotation stand together."""

    parts: tuple[str, ...]
    """Verbatim, in text order."""
    references: References
    speaker: str | None = None
    title: str | None = None
    organisation: str | None = None
    date: str | None = None
    """Of the release that prints it."""
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """One card, with the numbers of all releases that print it."""

    references: References
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    address: str | None = None
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    press: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictValue:
    """One of the values that contradict one another."""

    value: str
    references: References


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What releases contradict one another about; both sides stand, nothing is averaged."""

    about: str
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What the releases leave open and a reader of the note would miss."""

    code: str
    message: str
    references: References = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The merged view of all releases. Lists are in the order in which the note prints them."""

    title: str | None
    """Given by the user; None lets the note make one of issuers and period."""
    date: dt.date | None
    """Given, or of the newest release; never the clock's."""
    entries: tuple[Entry, ...]
    start: dt.date | None = None
    """Date of the oldest release."""
    end: dt.date | None = None
    """Date of the newest release."""
    summary: tuple[SummaryLine, ...] = ()
    figures: tuple[FigureLine, ...] = ()
    chronology: tuple[ChronologyLine, ...] = ()
    people: tuple[PersonLine, ...] = ()
    organisations: tuple[OrganisationLine, ...] = ()
    countries: tuple[CountryLine, ...] = ()
    quotes: tuple[QuoteLine, ...] = ()
    contacts: tuple[ContactLine, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    gaps: tuple[Gap, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The object `reporter.briefing/1`, in plain JSON types."""
        from reporter.model.briefing_records import briefing_record  # noqa: PLC0415  (it needs this module)

        return briefing_record(self)
