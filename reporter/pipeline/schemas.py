"""JSON Schema of what the program reads and writes: `reporter schema`.

The types are the promise to other programs, so they stand here in full; a test validates real results against them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from reporter.config import Settings
from reporter.model.blocks import BlockKind
from reporter.model.facts import Basis, PhoneKind, RoleKind, Status

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

    start: str
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


SCHEMAS: dict[str, TypeAdapter[Any]] = {
    "release": TypeAdapter(ReleaseRecord),
    "config": TypeAdapter(Settings),
}


def schema(name: str) -> dict[str, object]:
    """The JSON Schema of a release, a briefing or the configuration."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **SCHEMAS[name].json_schema(by_alias=True)}
