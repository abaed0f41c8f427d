"""What the section templates see: frozen, and nothing but words, truth values and tuples of such."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceView:
    """A reference to words of a release, as printed."""

    text: str
    """`OSCE 2015-08-19 ¶3`, or `¶5` after another place of the same release."""
    title: str
    """The place in full."""
    href: str
    """Of the release's entry among the sources."""
    release: str
    spans: str
    """The places in the release's text: `12-40 55-60`."""
    joint: str
    """What parts it from the reference before; empty for the first of a release."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencesView:
    """The references of one line."""

    items: tuple[ReferenceView, ...]
    more: str
    """`and 12 more`, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a release, or the editor's insertion between them."""

    text: str
    inserted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[_Item]):
    """The entries of a section: those in the body, and all of them where an annex has them."""

    shown: tuple[_Item, ...]
    annexed: tuple[_Item, ...] = ()
    annex: str = ""
    """The annex's heading, or empty."""
    left: int = 0
    """How many entries the body leaves to the annex, or out."""
    more: str = ""
    """Where these are, in words, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """One line of the head."""

    label: str
    value: str
    kind: str
    """A class: `to`, `coverage`."""
    datetime: str = ""
    link: str = ""
    """Words after the value that lead somewhere."""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """The head of the note."""

    title: str
    classification: str
    lines: tuple[HeadLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView:
    """A sentence of the summary."""

    pieces: tuple[Piece, ...]
    lang: str
    references: ReferencesView


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A key figure."""

    value: str
    words: str
    """Language of the value, where it is printed as the release has it."""
    unit: str
    lang: str
    references: ReferencesView


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """A line of the chronology."""

    date: str
    datetime: str
    inferred: bool
    status: str
    """`planned`, `ongoing`, or empty for what is past."""
    marks: str
    """Both in words; empty for what is past and stated."""
    pieces: tuple[Piece, ...]
    place: str
    lang: str
    references: ReferencesView


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """The figure of the chronology."""

    asset: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """Organisations or countries that have one role by the same words."""

    role: str
    name: str
    lang: str
    references: ReferencesView


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    """All who have one role."""

    role: str
    parties: tuple[PartyView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person."""

    name: str
    aliases: str
    positions: tuple[str, ...]
    parts: str
    """The roles, in words."""
    lang: str
    references: ReferencesView


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """An utterance."""

    paragraphs: tuple[str, ...]
    """With their quotation marks; the parts of a split utterance follow one another."""
    speaker: str
    """Name, or the words for a speaker who is not named."""
    position: str
    date: str
    datetime: str
    lang: str
    words: str
    """Language of name and position, where it is not the note's."""
    references: ReferencesView


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLineView:
    """Numbers or addresses of one kind."""

    label: str
    values: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """Words, with a link where there is one."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """A contact card."""

    name: str
    position: str
    remark: str
    """That the card is for others than the press, or empty."""
    lines: tuple[ContactLineView, ...]
    lang: str
    references: ReferencesView


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A release among the sources."""

    anchor: str
    key: str
    title: str
    issuer: str
    date: str
    datetime: str
    files: tuple[FileView, ...]
    url: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file that holds a release."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One side of a contradiction."""

    value: str
    references: ReferencesView


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenView:
    """Something that the releases leave open."""

    message: str
    claims: tuple[ClaimView, ...]
    references: ReferencesView


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """All that a section template is given, beside the labels."""

    language: str
    head: HeadView
    summary: tuple[SentenceView, ...]
    figures: Listing[FigureView]
    chronology: Listing[EventView]
    timeline: TimelineView | None
    has_inferred: bool
    organisations: Listing[RoleView]
    countries: Listing[RoleView]
    people: Listing[PersonView]
    more_stakeholders: Listing[str]
    """Where the others are whom these three lists leave out; without entries itself."""
    quotes: Listing[QuoteView]
    contacts: Listing[ContactView]
    sources: Listing[SourceView]
    open: tuple[OpenView, ...]
