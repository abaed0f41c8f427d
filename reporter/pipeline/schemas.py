"""JSON Schema of what the program reads and writes: `reporter schema`.

The types are the promise to other programs, so they stand here in full; a test validates real results against them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from reporter.config import Settings
from reporter.model.blocks import BlockKind
from reporter.model.facts import Basis, RoleKind, Status
from reporter.model.mentions import PhoneKind

SpanPair = Annotated[list[int], Field(min_length=2, max_length=2)]
_CLOSED = ConfigDict(extra="forbid")


@with_config(_CLOSED)
class SourceRecord(TypedDict):
    """Where a release came from."""

    path: str
    media_type: str
    sha256: str
    url: str | None


@with_config(_CLOSED)
class PhraseRecord(TypedDict):
    """Words of the text."""

    text: str
    span: SpanPair


@with_config(_CLOSED)
class IssuerRecord(TypedDict):
    """Who issues the release."""

    name: str
    span: SpanPair


@with_config(_CLOSED)
class DatelineRecord(TypedDict):
    """Place and date that open a release."""

    place: str | None
    date: str | None
    span: SpanPair


@with_config(_CLOSED)
class BlockRecord(TypedDict):
    """A part of the release."""

    kind: BlockKind
    span: SpanPair


@with_config(_CLOSED)
class DateRecord(TypedDict):
    """A time expression, resolved."""

    text: str
    value: str
    end: str | None
    span: SpanPair


@with_config(_CLOSED)
class EventRecord(TypedDict):
    """Something that happened, happens or is planned."""

    start: str | None
    end: str | None
    basis: Basis
    status: Status
    what: str
    what_span: SpanPair
    place: str | None
    country: str | None
    evidence: list[SpanPair]


@with_config(_CLOSED)
class RoleRecord(TypedDict):
    """A part that somebody plays."""

    role: RoleKind
    evidence: SpanPair


@with_config(_CLOSED)
class PersonRecord(TypedDict):
    """A person."""

    name: str
    title: str | None
    title_span: SpanPair | None
    organisation: str | None
    roles: list[RoleRecord]
    mentions: list[SpanPair]


@with_config(_CLOSED)
class OrganisationRecord(TypedDict):
    """A body."""

    name: str
    acronym: str | None
    roles: list[RoleRecord]
    mentions: list[SpanPair]


@with_config(_CLOSED)
class CountryRecord(TypedDict):
    """A country."""

    code: str
    name: str
    roles: list[RoleRecord]
    mentions: list[SpanPair]


@with_config(_CLOSED)
class QuoteRecord(TypedDict):
    """Direct speech."""

    text: str
    speaker: str | None
    speaker_title: str | None
    cue: str | None
    group: int
    span: SpanPair
    speaker_span: SpanPair | None


@with_config(_CLOSED)
class PhoneRecord(TypedDict):
    """A telephone number."""

    number: str
    kind: PhoneKind | None
    extension: str | None
    span: SpanPair


@with_config(_CLOSED)
class EmailRecord(TypedDict):
    """An e-mail address."""

    address: str
    span: SpanPair


@with_config(_CLOSED)
class ContactRecord(TypedDict):
    """Whom to call."""

    name: str | None
    role: str | None
    organisation: str | None
    address: str | None
    phones: list[PhoneRecord]
    emails: list[EmailRecord]
    urls: list[str]
    handles: list[str]
    press: bool
    span: SpanPair


@with_config(_CLOSED)
class FigureRecord(TypedDict):
    """A number with what it counts."""

    value: float
    upper: float | None
    approximate: bool
    unit: str
    span: SpanPair


@with_config(_CLOSED)
class DiagnosticRecord(TypedDict):
    """What a stage has to say."""

    code: str
    severity: Literal["warning", "info"]
    message: str
    span: SpanPair | None


@with_config(_CLOSED)
class ReleaseRecord(TypedDict):
    """One release. All spans are [start, end) character offsets into `text`."""

    schema: Literal["reporter.release/1"]
    source: SourceRecord
    text: str
    language: str
    kind: PhraseRecord | None
    issuer: IssuerRecord | None
    title: PhraseRecord | None
    subtitle: PhraseRecord | None
    dateline: DatelineRecord | None
    published: str | None
    blocks: list[BlockRecord]
    dates: list[DateRecord]
    events: list[EventRecord]
    people: list[PersonRecord]
    organisations: list[OrganisationRecord]
    countries: list[CountryRecord]
    quotes: list[QuoteRecord]
    contacts: list[ContactRecord]
    figures: list[FigureRecord]
    summary: list[PhraseRecord]
    diagnostics: list[DiagnosticRecord]


@with_config(_CLOSED)
class ReferenceRecord(TypedDict):
    """Words of one release, by its key."""

    release: str
    span: SpanPair


@with_config(_CLOSED)
class PeriodRecord(TypedDict):
    """Dates of the oldest and of the newest release."""

    start: str
    end: str


@with_config(_CLOSED)
class EntryRecord(TypedDict):
    """A release under its key, and the other sources that print it."""

    key: str
    title: str | None
    issuer: str | None
    published: str | None
    source: SourceRecord
    also: list[SourceRecord]


@with_config(_CLOSED)
class SummaryLineRecord(TypedDict):
    """A sentence of a release, verbatim."""

    text: str
    references: list[ReferenceRecord]


@with_config(_CLOSED)
class FigureLineRecord(TypedDict):
    """A number with what it counts."""

    value: float
    upper: float | None
    approximate: bool
    unit: str
    text: str
    references: list[ReferenceRecord]


@with_config(_CLOSED)
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


@with_config(_CLOSED)
class RoleLineRecord(TypedDict):
    """A part that somebody plays."""

    role: RoleKind
    references: list[ReferenceRecord]


@with_config(_CLOSED)
class PositionRecord(TypedDict):
    """A position that a person holds according to some releases."""

    title: str | None
    organisation: str | None
    references: list[ReferenceRecord]


@with_config(_CLOSED)
class PersonLineRecord(TypedDict):
    """One person under all spellings."""

    name: str
    aliases: list[str]
    positions: list[PositionRecord]
    roles: list[RoleLineRecord]
    references: list[ReferenceRecord]


@with_config(_CLOSED)
class OrganisationLineRecord(TypedDict):
    """One body under all names."""

    name: str
    acronym: str | None
    aliases: list[str]
    parent: str | None
    country: str | None
    roles: list[RoleLineRecord]
    references: list[ReferenceRecord]


@with_config(_CLOSED)
class CountryLineRecord(TypedDict):
    """One country."""

    code: str
    name: str
    roles: list[RoleLineRecord]
    references: list[ReferenceRecord]


@with_config(_CLOSED)
class QuoteLineRecord(TypedDict):
    """One utterance, its parts in text order."""

    parts: list[str]
    speaker: str | None
    title: str | None
    organisation: str | None
    date: str | None
    language: str
    references: list[ReferenceRecord]


@with_config(_CLOSED)
class NumberRecord(TypedDict):
    """A telephone number, whichever release prints it."""

    number: str
    kind: PhoneKind | None
    extension: str | None


@with_config(_CLOSED)
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


@with_config(_CLOSED)
class ConflictValueRecord(TypedDict):
    """One of the values that contradict one another."""

    value: str
    references: list[ReferenceRecord]


@with_config(_CLOSED)
class ConflictRecord(TypedDict):
    """What releases contradict one another about."""

    about: str
    values: list[ConflictValueRecord]


@with_config(_CLOSED)
class GapRecord(TypedDict):
    """What the releases leave open."""

    code: str
    message: str
    references: list[ReferenceRecord]


@with_config(_CLOSED)
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


SCHEMAS: dict[str, TypeAdapter[Any]] = {
    "release": TypeAdapter(ReleaseRecord),
    "briefing": TypeAdapter(BriefingRecord),
    "config": TypeAdapter(Settings),
}


def schema(name: str) -> dict[str, object]:
    """The JSON Schema of a release, a briefing or the configuration."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **SCHEMAS[name].json_schema(by_alias=True)}
