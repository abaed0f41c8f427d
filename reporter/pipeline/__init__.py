"""The whole story: read, parse, merge, render, write."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reporter import intake
from reporter.errors import BackendMissingError, InputError, ModelError
from reporter.model.diagnostics import Diagnostic
from reporter.model.document import Document, Source
from reporter.model.facts import Release
from reporter.model.limits import Limits
from reporter.pipeline import reading
from reporter.readers import text as text_reader

if TYPE_CHECKING:
    from reporter.config import Settings
    from reporter.model.briefing import Briefing

# What only a build needs is imported by the functions of a build: reading one release must not pay for it.


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made, before anything is written."""

    contents: Mapping[str, bytes]
    """By format."""
    releases: tuple[Release, ...]
    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[BackendMissingError, ...]
    """Formats that need a library which this system lacks."""


def build(
    sources: Sequence[str | Path], *, formats: Sequence[str] = ("pdf",), output: str | Path = ".", **options: object
) -> list[Path]:
    """Turn releases into one briefing note and write it; the paths that were written.

    Args:
        sources: Files and folders.
        formats: pdf, docx, md, html, json.
        output: A folder, or a file where there is one format.
        options: As in reporter.toml: title, style, locale, date, published, name, length, note …; `force` overwrites
            outputs that a person has edited.

    Raises:
        ReporterError: See `reporter.errors`; where one format's library is missing, after the others are written.
    """
    from reporter.config import validate  # noqa: PLC0415  (only a build needs it)
    from reporter.pipeline import outputs  # noqa: PLC0415  (only a build needs it)

    force = bool(options.pop("force", False))
    given = {"sources": tuple(map(str, sources)), "formats": tuple(formats), "output": str(output), **options}
    settings = validate(given, None, set(given))
    places = outputs.places(settings.output, settings.formats, settings.name)
    built = render(settings)
    written = outputs.write(
        {place: built.contents[name] for name, place in places.items() if place and name in built.contents}, force=force
    )
    for failure in built.failures:
        raise failure
    return written


def render(settings: Settings, *, advance: reading.Advance | None = None) -> Built:
    """Read, merge and render; nothing is written.

    Raises:
        InputError: No source could be read.
        TemplateError: The style or one of its templates is wrong.
    """
    from reporter import locales, notes, styles, writers  # noqa: PLC0415  (only a build needs it)

    style = styles.load(settings.style, folders=(Path(settings.styles),) if settings.styles else ())
    locale = locales.load(settings.locale)
    read = tuple(
        reading.read(settings.sources, published=settings.published, limits=limits_of(settings.limits), advance=advance)
    )
    releases = tuple(item for item in read if isinstance(item, Release))
    unread = tuple(item for item in read if isinstance(item, Diagnostic))
    if not releases:
        raise InputError(", ".join(settings.sources), "no release could be read", remedy=_first_message(unread))
    briefing = _with_unread(brief(releases, title=settings.title, date=settings.date), unread)
    note = notes.render(briefing, style=style, locale=locale, length=settings.length, lines=settings.note.lines())
    contents: dict[str, bytes] = {}
    failures: list[BackendMissingError] = []
    found_in_print: list[Diagnostic] = []
    for name in settings.formats:
        # Only the PDF has kinds, and an engine with findings of its own.
        more = {"variant": settings.pdf_variant, "report": found_in_print.append} if name == "pdf" else {}
        try:
            contents[name] = writers.write(note, style, name, **more)
        except BackendMissingError as error:
            failures.append(error)
    said = tuple(found for release in releases for found in release.diagnostics)
    return Built(
        contents=contents, releases=releases, diagnostics=(*unread, *said, *found_in_print), failures=tuple(failures)
    )


def brief(releases: Iterable[Release], *, title: str | None = None, date: date | None = None) -> Briefing:
    """Merge releases into one briefing; their order does not matter.

    Args:
        releases: What `parse` and `iter_releases` give.
        title: Of the note; else it is made of issuers and period.
        date: Of the note; else that of the newest release.
    """
    from reporter import merge  # noqa: PLC0415  (only a build needs it)

    return merge.merge(releases, title=title, date=date)


def parse(source: str | Path | bytes, *, published: date | None = None, media_type: str | None = None) -> Release:
    """Read the one release of a file, or of the bytes of one.

    Args:
        source: A path, or the content itself.
        published: Resolves "today" where the text states no date.
        media_type: What the content is, where it should not be recognised from itself.

    Raises:
        InputError: The source cannot be read, or holds several releases (then use `iter_releases`).
    """
    found = list(iter_releases(source, published=published, media_type=media_type))
    if len(found) != 1:
        where = "<bytes>" if isinstance(source, bytes) else str(source)
        raise InputError(where, f"holds {len(found)} releases, not one", remedy="use iter_releases")
    return found[0]


def parse_text(text: str, *, published: date | None = None, name: str = "<text>") -> Release:
    """Read one release from a string."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = text_reader.document(text, Source(path=name, sha256=digest))
    return reading.read_document(replace(document, published=published))


def iter_releases(
    source: str | Path | bytes, *, published: date | None = None, media_type: str | None = None
) -> Iterator[Release]:
    """Read every release of a file, folder, archive or feed, or of the bytes of one, in their order.

    Raises:
        InputError: Nothing could be read; what could not be read beside something else is passed over.
    """
    if isinstance(source, bytes):
        items = intake.documents_of(
            source, intake.source_of(source, "<bytes>"), published=published, media_type=media_type
        )
    else:
        items = intake.load([source], published=published, media_type=media_type)
    troubles: list[Diagnostic] = []
    count = 0
    for item in items:
        if isinstance(item, Document):
            count += 1
            yield reading.read_document(item)
        else:
            troubles.append(item)
    if not count:
        where = "<bytes>" if isinstance(source, bytes) else str(source)
        raise InputError(where, "no release could be read", remedy=_first_message(troubles))


def limits_of(changed: Mapping[str, float]) -> Limits:
    """The limits of intake, with those that the user changes.

    Raises:
        ModelError: There is no limit of that name.
    """
    known = {field.name for field in fields(Limits)}
    unknown = sorted(set(changed) - known)
    if unknown:
        raise ModelError(f"limits.{unknown[0]}", "unknown limit", remedy=f"known: {', '.join(sorted(known))}")
    whole = {name: value if name == "seconds" else int(value) for name, value in changed.items()}
    return Limits(**whole)  # type: ignore[arg-type]  # every field but `seconds` is whole


def _with_unread(briefing: Briefing, unread: Sequence[Diagnostic]) -> Briefing:
    """The briefing, saying which sources could not be read: a reader of the note would miss them."""
    from reporter.model.briefing import Gap  # noqa: PLC0415  (only a build needs it)

    gaps = tuple(Gap(code=found.code, message=_shared(found)) for found in unread if found.severity == "warning")
    return replace(briefing, gaps=(*briefing.gaps, *gaps)) if gaps else briefing


def _shared(found: Diagnostic) -> str:
    """The message, with the name of the file in place of its path on somebody's disk."""
    return found.message.replace(found.where, Source(path=found.where).file) if found.where else found.message


def _first_message(diagnostics: Sequence[Diagnostic]) -> str | None:
    return diagnostics[0].message if diagnostics else None
