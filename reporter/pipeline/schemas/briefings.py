"""The promise of `reporter.briefing/1`."""

from __future__ import annotations

from typing import Literal

from pydantic import with_config
from typing_extensions import TypedDict

from reporter.model.facts import Basis, RoleKind, Status
from reporter.model.mentions import PhoneKind
from reporter.pipeline.schemas.releases import CLOSED, SourceRecord, SpanPair


@with_config(CLOSED)
class ReferenceRecord(TypedDict):
    """Words of one release, by its key."""

    release: str
    span: SpanPair


@with_config(CLOSED)
class PeriodRecord(TypedDict):
    """Dates of the oldest and of the newest release."""

    start: str
    end: str


@with_config(CLOSED)
class EntryRecord(TypedDict):
    """A release under its key, and the other sources that print it."""

    key: str
    title: str | None
    issuer: str | None
    published: str | None
    source: SourceRecord
    also: list[SourceRecord]


@with_config(CLOSED)
class SummaryLineRecord(TypedDict):
    """A sentence of a release, verbatim."""

    text: str
    references: list[ReferenceRecord]


@with_config(CLOSED)
class FigureLineRecord(TypedDict):
    """A number with what it counts."""

    value: float
    upper: float | None
    approximate: bool
    unit: str
    text: str
    references: list[ReferenceRecord]


@with_config(CLOSED)
class ChronologyLineRecord(TypedDict):
    """One event, told by one or more releases."""

    start: str
    end: str | None
    basis: Basis
    status: Status
    what: str
    place: str | None
    country: str | None
    references: list[ReferenceRecord]


@with_config(CLOSED)
class RoleLineRecord(TypedDict):
    """A part that somebody plays."""

    role: RoleKind
    references: list[ReferenceRecord]


@with_config(CLOSED)
class PositionRecord(TypedDict):
    """A position that a person holds according to some releases."""

    title: str | None
    organisation: str | None
    references: list[ReferenceRecord]


@with_config(CLOSED)
class PersonLineRecord(TypedDict):
    """One person under all spellings."""

    name: str
    aliases: list[str]
    positions: list[PositionRecord]
    roles: list[RoleLineRecord]
    references: list[ReferenceRecord]


@with_config(CLOSED)
class OrganisationLineRecord(TypedDict):
    """One body under all names."""

    name: str
    acronym: str | None
    aliases: list[str]
    parent: str | None
    country: str | None
    roles: list[RoleLineRecord]
    references: list[ReferenceRecord]


@with_config(CLOSED)
class CountryLineRecord(TypedDict):
    """One country."""

    code: str
    name: str
    roles: list[RoleLineRecord]
    references: list[ReferenceRecord]


@with_config(CLOSED)
class QuoteLineRecord(TypedDict):
    """One utterance, its parts in text order."""

    parts: list[str]
    speaker: str | None
    title: str | None
    organisation: str | None
    date: str | None
    language: str
    references: list[ReferenceRecord]


@with_config(CLOSED)
class NumberRecord(TypedDict):
    """A telephone number, whichever release prints it."""

    number: str
    kind: PhoneKind | None
    extension: str | None


@with_config(CLOSED)
class ContactLineRecord(TypedDict):
    """One card, with the numbers of all releases that print it."""

    name: str | None
    role: str | None
    organisation: str | None
    address: str | None
    phones: list[NumberRecord]
    emails: list[str]
    urls: list[str]
    press: bool
    references: list[ReferenceRecord]


@with_config(CLOSED)
class ConflictValueRecord(TypedDict):
    """One of the values that contradict one another."""

    value: str
    references: list[ReferenceRecord]


@with_config(CLOSED)
class ConflictRecord(TypedDict):
    """What releases contradict one another about."""

    about: str
    values: list[ConflictValueRecord]


@with_config(CLOSED)
class GapRecord(TypedDict):
    """What the releases leave open."""

    code: str
    message: str
    references: list[ReferenceRecord]


@with_config(CLOSED)
class BriefingRecord(TypedDict):
    """All releases as one; references lead to the release of their key."""

    schema: Literal["reporter.briefing/1"]
    title: str | None
    date: str | None
    period: PeriodRecord | None
    releases: list[EntryRecord]
    summary: list[SummaryLineRecord]
    figures: list[FigureLineRecord]
    chronology: list[ChronologyLineRecord]
    people: list[PersonLineRecord]
    organisations: list[OrganisationLineRecord]
    countries: list[CountryLineRecord]
    quotes: list[QuoteLineRecord]
    contacts: list[ContactLineRecord]
    conflicts: list[ConflictRecord]
    gaps: list[GapRecord]
