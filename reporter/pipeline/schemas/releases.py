"""The promise of `reporter.release/1`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from reporter.model.blocks import BlockKind
from reporter.model.facts import Basis, RoleKind, Status
from reporter.model.mentions import PhoneKind

SpanPair = Annotated[list[int], Field(min_length=2, max_length=2)]
CLOSED = ConfigDict(extra="forbid")


@with_config(CLOSED)
class SourceRecord(TypedDict):
    """Where a release came from."""

    path: str
    media_type: str
    sha256: str
    url: str | None


@with_config(CLOSED)
class PhraseRecord(TypedDict):
    """Words of the text."""

    text: str
    span: SpanPair


@with_config(CLOSED)
class IssuerRecord(TypedDict):
    """Who issues the release."""

    name: str
    span: SpanPair


@with_config(CLOSED)
class DatelineRecord(TypedDict):
    """Place and date that open a release."""

    place: str | None
    date: str | None
    span: SpanPair


@with_config(CLOSED)
class BlockRecord(TypedDict):
    """A part of the release."""

    kind: BlockKind
    span: SpanPair


@with_config(CLOSED)
class DateRecord(TypedDict):
    """A time expression, resolved."""

    text: str
    value: str
    end: str | None
    span: SpanPair


@with_config(CLOSED)
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


@with_config(CLOSED)
class RoleRecord(TypedDict):
    """A part that somebody plays."""

    role: RoleKind
    evidence: SpanPair


@with_config(CLOSED)
class PersonRecord(TypedDict):
    """A person."""

    name: str
    title: str | None
    title_span: SpanPair | None
    organisation: str | None
    roles: list[RoleRecord]
    mentions: list[SpanPair]


@with_config(CLOSED)
class OrganisationRecord(TypedDict):
    """A body."""

    name: str
    acronym: str | None
    roles: list[RoleRecord]
    mentions: list[SpanPair]


@with_config(CLOSED)
class CountryRecord(TypedDict):
    """A country."""

    code: str
    name: str
    roles: list[RoleRecord]
    mentions: list[SpanPair]


@with_config(CLOSED)
class QuoteRecord(TypedDict):
    """Direct speech."""

    text: str
    speaker: str | None
    speaker_title: str | None
    cue: str | None
    group: int
    span: SpanPair
    speaker_span: SpanPair | None


@with_config(CLOSED)
class PhoneRecord(TypedDict):
    """A telephone number."""

    number: str
    kind: PhoneKind | None
    extension: str | None
    span: SpanPair


@with_config(CLOSED)
class EmailRecord(TypedDict):
    """An e-mail address."""

    address: str
    span: SpanPair


@with_config(CLOSED)
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


@with_config(CLOSED)
class FigureRecord(TypedDict):
    """A number with what it counts."""

    value: float
    upper: float | None
    approximate: bool
    unit: str
    span: SpanPair


@with_config(CLOSED)
class DiagnosticRecord(TypedDict):
    """What a stage has to say."""

    code: str
    severity: Literal["warning", "info"]
    message: str
    span: SpanPair | None


@with_config(CLOSED)
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
