"""The note: a typed tree of blocks and inlines that every writer walks. The closed vocabulary of DESIGN.md, parsed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reporter.model.briefing import Briefing, Reference

# Inlines ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words, with white space folded to single spaces."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak:
    """`br`."""


InlineTag = Literal["em", "strong", "span", "cite", "abbr", "time", "a", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """An element inside a line.

    `a` has an `href` (http, https, mailto, or `#id` inside the note); `time` a `datetime`; `abbr` a `title`;
    `note` is a reference to a release and its words: short text, `href` to the evidence, `title` the place in words.
    """

    tag: InlineTag
    children: tuple[InlineNode, ...]
    href: str | None = None
    datetime: str | None = None
    title: str | None = None
    lang: str | None = None
    cls: str | None = None
    """One of the closed list of classes."""
    id: str | None = None
    evidence: tuple[Reference, ...] = ()
    """Of a `note`: the words of one release that it stands for, in text order."""


InlineNode = Text | LineBreak | Inline

# Blocks -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the note, or a part of one."""

    children: tuple[BlockNode, ...]
    id: str | None = None
    lang: str | None = None
    cls: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """`h1` is the note's title, `h2` a section's, `h3` a part's."""

    level: Literal[1, 2, 3]
    children: tuple[InlineNode, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """`p`."""

    children: tuple[InlineNode, ...]
    id: str | None = None
    lang: str | None = None
    cls: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """`li`: inlines alone are one paragraph."""

    children: tuple[BlockNode, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock:
    """`ul` or `ol`."""

    ordered: bool
    items: tuple[ListItem, ...]
    cls: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """`dt` with its `dd`s."""

    term: tuple[InlineNode, ...]
    descriptions: tuple[tuple[BlockNode, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionList:
    """`dl`."""

    entries: tuple[Definition, ...]
    cls: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """`th` (with a scope) or `td`."""

    children: tuple[BlockNode, ...]
    scope: Literal["col", "row"] | None = None
    colspan: int = 1
    lang: str | None = None
    cls: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`tr`."""

    cells: tuple[Cell, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`table` with a head row, body rows and maybe a caption."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    caption: tuple[InlineNode, ...] = ()
    cls: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """`blockquote`: the quoted paragraphs, then the paragraph with the `cite`."""

    children: tuple[BlockNode, ...]
    id: str | None = None
    lang: str | None = None
    cls: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`figure` with `img[src=asset:NAME, alt]` and `figcaption`."""

    asset: str
    alt: str
    caption: tuple[InlineNode, ...] = ()
    id: str | None = None


BlockNode = Section | Heading | Paragraph | ListBlock | DefinitionList | Table | Quotation | Figure

# Drawings ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line; coordinates in points, y downwards."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 1.0
    colour: str = "ink"
    """A name of the style's palette: ink, muted, accent, paper."""
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle; `radius` rounds its corners (a circle where it is half the side)."""

    x: float
    y: float
    width: float
    height: float
    colour: str = "accent"
    radius: float = 0.0
    hollow: bool = False
    """Outline only: for what is planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words at a point of the baseline."""

    x: float
    y: float
    text: str
    size: float = 8.0
    anchor: Literal["start", "middle", "end"] = "start"
    colour: str = "ink"
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A figure as geometry, computed once: SVG in PDF and HTML, PNG in DOCX."""

    width: float
    height: float
    shapes: tuple[Line | Box | Label, ...]


# The note ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What every writer is given."""

    title: str
    language: str
    """BCP 47, of the labels."""
    style: str
    """Name of the house style."""
    sections: tuple[Section, ...]
    drawings: Mapping[str, Drawing]
    """By the name that a figure's `asset:NAME` gives."""
    briefing: Briefing
    """For the JSON writer and the evidence view: the releases' own text."""
    date: dt.date | None = None
    author: str | None = None
    subject: str | None = None
    keywords: tuple[str, ...] = ()
    classification: str | None = None
    """The editor's word for who may read it; styles that print it do so on every page."""
    labels: Mapping[str, str] | None = None
    """Words of the locale that writers need: page, of, contents, evidence …"""
