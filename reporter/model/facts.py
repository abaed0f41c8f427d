"""What one release says, every value with the words that say it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from reporter.model.blocks import Block
from reporter.model.diagnostics import Diagnostic
from reporter.model.document import Document
from reporter.model.mentions import PhoneKind
from reporter.model.spans import Span

Basis = Literal["stated", "inferred"]
Status = Literal["past", "ongoing", "planned"]
RoleKind = Literal[
    "speaker",
    "organiser",
    "host",
    "supporter",
    "funder",
    "requester",
    "implementer",
    "participant",
    "observer",
    "expert",
    "signatory",
    "recipient",
    "subject",
    "contact",
]

# Every type below carries `rule`: the rule that made the value, shown by `reporter parse --explain`.


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words of the text with a place in it: a title, a label, an issuer."""

    text: str
    """As shown: white space folded, else the words of the span."""
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Place and date that open a release."""

    place: str | None
    date: dt.date | None
    """From the text only."""
    span: Span
    rule: str
    country: str | None = None
    """ISO 3166-1 alpha-2 of the place, where it is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """A time expression, resolved."""

    span: Span
    text: str
    value: str
    """TIMEX3/ISO 8601: 2013-07-03, 2013-07, 2013, 2013-W27, 2013-Q3, P2D, PRESENT_REF."""
    rule: str
    end: str | None = None
    """The last day (month, year) of a range, in the form of `value`."""
    basis: Basis = "stated"
    ends_range: bool = False
    """It ends the range that the value before it begins: "from 2014 to 2019"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """The part that somebody plays, with the words that say so."""

    role: RoleKind
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of the release; photographers are none."""

    name: str
    """The fullest form that the text prints, without honorifics and ranks."""
    mentions: tuple[Span, ...]
    rule: str
    title: str | None = None
    """Position or rank as printed, without the organisation where it can be parted from it."""
    title_span: Span | None = None
    organisation: str | None = None
    """As it is printed beside the person; where nothing is, as the organisation's own entry names it."""
    employer: str | None = None
    """What the organisation's own entry calls it, where there is one."""
    roles: tuple[Role, ...] = ()

    @property
    def body(self) -> str | None:
        """The organisation by which people of several texts are compared."""
        return self.employer or self.organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body of the release."""

    name: str
    mentions: tuple[Span, ...]
    rule: str
    acronym: str | None = None
    parent: str | None = None
    """The body it is said to be a part of: the Secretariat of a Department."""
    country: str | None = None
    """ISO 3166-1 alpha-2, where the text says whose body it is (the Tajik Ministry)."""
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country that the release names, by name, adjective or demonym."""

    code: str
    """ISO 3166-1 alpha-2; XK for Kosovo."""
    name: str
    mentions: tuple[Span, ...]
    rule: str
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Direct speech. One that runs over paragraphs is one; one split by its attribution is two of the same group."""

    text: str
    """The words between the outer marks, verbatim."""
    span: Span
    """Of `text`, outer marks left out."""
    group: int
    """Counted from 1; parts of one utterance share it."""
    rule: str
    speaker: str | None = None
    """Full name of a person, or an organisation or a role; None where the text does not say."""
    speaker_span: Span | None = None
    """The mention beside the quotation, be it "he" or "the Minister"."""
    speaker_title: str | None = None
    cue: str | None = None
    """The reporting verb, as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One telephone number."""

    number: str
    """E.164 (`+992372265014`); digits as printed where no country can be told."""
    span: Span
    rule: str
    kind: PhoneKind | None = None
    extension: str | None = None
    """To be dialled after the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Email:
    """One e-mail address, in lower case where the text is."""

    address: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to call: one card."""

    span: Span
    rule: str
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    address: str | None = None
    """Lines of the postal address, joined by `, `."""
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    urls: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    """Accounts of social networks: `@example`."""
    press: bool = True
    """False where the card is said to be for others: investors, applicants, a minister's office."""
    name_span: Span | None = None
    role_span: Span | None = None
    organisation_span: Span | None = None
    address_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, happens or is planned, with its date."""

    start: str | None
    """ISO 8601 in the precision of the text: a day, month, quarter or year. None only for the main event of a release
    that gives no date at all, or none with a year."""
    evidence: tuple[Span, ...]
    """The words that date it; the first holds the event."""
    what: str
    """The clause that says what happened, verbatim."""
    what_span: Span
    rule: str
    end: str | None = None
    """None for an event of one day."""
    basis: Basis = "stated"
    status: Status = "past"
    place: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with what it counts."""

    value: float
    unit: str
    """What is counted, as printed: `government representatives`; a currency code for money."""
    span: Span
    rule: str
    upper: float | None = None
    """The upper end of a range."""
    approximate: bool = False
    """For "some 50" and "more than 20"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """A sentence that a reader needs, verbatim."""

    text: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What has been found so far; the facts of the table fill it in their order."""

    title: Phrase | None = None
    subtitle: Phrase | None = None
    kind: Phrase | None = None
    issuer: Phrase | None = None
    dateline: Dateline | None = None
    published: dt.date | None = None
    """Date of the release as the text states it, wherever it stands."""
    today: dt.date | None = None
    """The day that "today" was resolved to: stated, given by the caller, or the first that stands like a release's."""
    dates: tuple[TimeValue, ...] = ()
    events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    countries: tuple[Country, ...] = ()
    quotes: tuple[Quote, ...] = ()
    contacts: tuple[Contact, ...] = ()
    figures: tuple[Figure, ...] = ()
    summary: tuple[SummarySentence, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release, read: the document, its blocks and what it says."""

    document: Document
    blocks: tuple[Block, ...]
    facts: Facts

    @property
    def text(self) -> str:
        """The normalised text that every span refers to."""
        return self.document.text

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What the reader and the facts have to say."""
        return (*self.document.diagnostics, *self.facts.diagnostics)

    def to_dict(self) -> dict[str, object]:
        """The object `reporter.release/1`, in plain JSON types."""
        from reporter.model.release_records import release_record  # noqa: PLC0415  (it needs this module)

        return release_record(self)
