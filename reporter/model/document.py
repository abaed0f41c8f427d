"""What a reader makes of one source: normalised text, where it came from, and what its format says of its structure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reporter.model.diagnostics import Diagnostic
from reporter.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a document came from."""

    path: str
    """As the user named it, with `/`; parts of a container after `!` (`mail.eml!release.docx`); `<text>`, `<stdin>`."""
    media_type: str = "text/plain"
    """What the content is, recognised from itself first."""
    sha256: str = ""
    """Of the bytes that were read, in hexadecimal."""
    url: str | None = None
    """Where the release says it stands (canonical link, `<base>`, e-mail header)."""

    @property
    def file(self) -> str:
        """The path without the folders of the user's disk: what a note may show to others."""
        outer, mark, inner = self.path.partition("!")
        return (outer.rstrip("/").rpartition("/")[2] or outer) + mark + inner


MarkKind = Literal["title", "subtitle", "heading", "paragraph", "list", "row", "caption", "quote", "contact", "label"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the format itself says of a stretch of text: a heading of a Word file, an item of a list, a table's row."""

    kind: MarkKind
    span: Span
    level: int = 0
    """Of a heading: 1 is the highest; of a list item: its depth; else 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The way back from a stretch of text to the file: page or part, and line, each counted from 1."""

    span: Span
    page: int | None = None
    part: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One release as text, before anything in it is understood."""

    text: str
    """Unicode NFC, `\\n` as newline, no control or bidi characters, no lone surrogates."""
    source: Source
    language: str = "en"
    """BCP 47 code, detected or stated by the format."""
    published: date | None = None
    """Given by the caller or the file's metadata: resolves "today" where the text states no date. Never the dateline."""
    issuer: str | None = None
    """Site or sender as the metadata name it; a hint only, for it is no word of the text."""
    marks: tuple[Mark, ...] = ()
    """In text order; empty for plain text."""
    origins: tuple[Origin, ...] = ()
    """In text order, without gaps; empty where lines of the text are lines of the file."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What the reader has to say: text lost, characters replaced, a limit reached."""
