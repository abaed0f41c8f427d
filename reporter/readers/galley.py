"""Type being set: text collected line by line, with what the format says of each line and where it stood."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from reporter.errors import LimitError
from reporter.locales import identification
from reporter.model.diagnostics import Diagnostic
from reporter.model.document import Document, Mark, MarkKind, Origin, Source
from reporter.model.limits import Limits
from reporter.model.spans import Span
from reporter.readers.characters import clean, fold

# Lines of these kinds stand on consecutive lines where they follow one another; all others are parted by a blank one.
_TIGHT: frozenset[MarkKind] = frozenset({"list", "row"})


@dataclass(slots=True)
class Galley:
    """Collects the lines of one document."""

    source: Source
    limits: Limits
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _origins: list[Origin] = field(default_factory=list)
    _length: int = 0
    _last: MarkKind | None = None

    def add(  # noqa: PLR0913  (a line is text, what it is, and where it stood)
        self,
        text: str,
        kind: MarkKind = "paragraph",
        *,
        level: int = 0,
        page: int | None = None,
        part: str | None = None,
        line: int | None = None,
        tight: bool = False,
    ) -> None:
        """Set a paragraph, heading, item or row; line breaks inside it stay, other white space is folded.

        An empty line inside it parts it in two.

        Args:
            text: As the format gives it.
            kind: What the format says it is.
            level: Of a heading or a list item.
            page: Where it stood, as far as the format knows; likewise `part` and `line`.
            part: See `page`.
            line: See `page`.
            tight: Put it on the line after the last one, without a blank line between.
        """
        rows = [fold(row) for row in clean(text).split("\n")]
        for _, group in groupby(rows, key=bool):
            if words := "\n".join(filter(None, group)):
                self._part_from_last(kind, tight=tight)
                span = Span(self._length, self._length + len(words))
                self._write(words)
                self._marks.append(Mark(kind=kind, span=span, level=level))
                self._origins.append(Origin(span=span, page=page, part=part, line=line))
                self._last = kind

    def document(
        self, *, language: str | None = None, published: date | None = None, issuer: str | None = None
    ) -> Document:
        """The document of all that was set."""
        text = "".join(self._pieces)
        return Document(
            text=text,
            source=self.source,
            language=identification.identify(text) or language or identification.DEFAULT,
            published=published,
            issuer=issuer,
            marks=tuple(self._marks),
            origins=_without_gaps(self._origins),
            diagnostics=tuple(self.diagnostics),
        )

    def _part_from_last(self, kind: MarkKind, *, tight: bool) -> None:
        if self._last is not None:
            self._write("\n" if tight or (kind == self._last and kind in _TIGHT) else "\n\n")

    def _write(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
        if self._length > self.limits.characters:
            raise over_characters(self.source, self.limits)


def over_characters(source: Source, limits: Limits) -> LimitError:
    """The error of a text that is too long for a release."""
    return LimitError(
        source.path, f"has more than {limits.characters:,} characters of text", remedy="raise the limit `characters`"
    )


def _without_gaps(origins: list[Origin]) -> tuple[Origin, ...]:
    """Each origin up to the next: the white space between two lines belongs to the first."""
    starts = [origin.span.start for origin in origins[1:]]
    closed = [
        Origin(span=Span(origin.span.start, end), page=origin.page, part=origin.part, line=origin.line)
        for origin, end in zip(origins, starts, strict=False)
    ]
    return (*closed, *origins[-1:])
