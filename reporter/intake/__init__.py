"""Has every source that a user named read: files, folders, standard input, and what containers hold.

Nothing here raises because of a source: what cannot be read comes out as a diagnostic of severity "warning" in place of
its documents, and the next source follows. So one bad source never costs the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from reporter import locales
from reporter.errors import InputError, LimitError
from reporter.intake.diagnoses import WITHOUT_READER, said, unreadable
from reporter.intake.finding import STDIN, Found, bounded, distinct, find
from reporter.model.diagnostics import Diagnostic
from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import CONTAINERS, formats, opener, reader
from reporter.readers.parts import Part

__all__ = ["STDIN", "Found", "distinct", "documents_in", "documents_of", "find", "load", "source_of", "unreadable"]

Yield = Document | Diagnostic


def load(
    sources: Iterable[str | Path],
    *,
    published: date | None = None,
    media_type: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Yield]:
    """Every release in the sources, in the order given; files of a folder sorted by path; each content once.

    Args:
        sources: Files, folders (with their subfolders), `-` for standard input.
        published: Resolves "today" where neither text nor metadata state a date.
        media_type: What every source is, whatever it looks like.
        limits: What one source may cost.

    Yields:
        Documents; and diagnostics: a warning for each source that could not be read, an info for what was left out.
    """
    limits = limits or Limits()
    for found in distinct(sources, limits=limits):
        if isinstance(found, Diagnostic):
            yield found
        else:
            yield from documents_in(found, published=published, media_type=media_type, limits=limits)


def documents_in(
    found: Found, *, published: date | None = None, media_type: str | None = None, limits: Limits | None = None
) -> Iterator[Yield]:
    """The releases in a file that was found."""
    source = source_of(found.content, found.path)
    for item in documents_of(found.content, source, published=published, media_type=media_type, limits=limits):
        yield item if found.named else _milder(item)


def source_of(content: bytes, path: str) -> Source:
    """The source that some bytes are, before anything is known of them but where they stood."""
    return Source(path=path, sha256=hashlib.sha256(content).hexdigest())


def documents_of(
    content: bytes,
    source: Source,
    *,
    published: date | None = None,
    media_type: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Yield]:
    """The releases in some bytes: one, or as many as a feed, an archive or a message holds."""
    limits = limits or Limits()
    for item in _read(Part(content=content, role="entry", media_type=media_type), source, limits, depth=0):
        if isinstance(item, Document) and published and not item.published:
            yield replace(item, published=published)
        else:
            yield item


# Reading


def _read(part: Part, source: Source, limits: Limits, depth: int) -> Iterator[Yield]:
    """The documents of one part, with what its container knows of it."""
    try:
        _check(part, source, limits, depth)
        media_type = formats.recognise(part.content, source.path, part.media_type)
        # The body of a message is the message: its digest and its type are the file's.
        shown = source.media_type if part.role == "body" else media_type.partition(";")[0]
        source = replace(source, media_type=shown, url=source.url or part.url)
        if media_type in CONTAINERS:
            yield from _open(part, media_type, source, limits, depth)
        else:
            yield _checked(_completed(reader(media_type)(part.content, source, limits), part))
    except InputError as error:
        yield unreadable(error)
    except (MemoryError, RecursionError) as error:
        yield unreadable(LimitError(source.path, f"is too large or too deep to read ({type(error).__name__})"))
    except Exception as error:  # noqa: BLE001  (a fault of ours, which must not cost the other sources their place)
        yield _failed(source, error)


def _check(part: Part, source: Source, limits: Limits, depth: int) -> None:
    bounded(part.content, source.path, limits)
    if depth > limits.depth:
        raise LimitError(source.path, f"lies in more than {limits.depth} containers", remedy="unpack it")


def _failed(source: Source, error: Exception) -> Diagnostic:
    message = f"{source.path}: the reader failed on it ({type(error).__name__}: {error}); please report this file"
    return said("reader-failed", source.path, message, "warning")


def _open(part: Part, media_type: str, source: Source, limits: Limits, depth: int) -> Iterator[Yield]:
    """The documents of a container; of a message only those that are releases."""
    from reporter.readers import selection  # noqa: PLC0415  (only containers need it)

    opened: list[selection.Opened] = []
    empty = True
    for inner in opener(media_type)(part.content, source, limits):
        empty = False
        known = _inherited(inner, part)
        below = _below(source, known)
        items = _read(known, below, limits, depth + 1)
        if inner.role in {"body", "attachment"}:
            opened.append(selection.Opened(part=known, items=tuple(items)))
        elif inner.role == "entry":
            yield from map(_milder, items)
        else:
            yield from items
    yield from selection.releases(opened)
    if empty:
        raise InputError(source.path, "holds no text and no file that can be read")


def _inherited(inner: Part, outer: Part) -> Part:
    """What a container knows of its part, completed by what is known of the container."""
    return replace(
        inner,
        published=inner.published or outer.published,
        issuer=inner.issuer or outer.issuer,
        url=inner.url or outer.url,
    )


def _below(source: Source, part: Part) -> Source:
    if part.name is None:
        return source
    digest = hashlib.sha256(part.content).hexdigest()
    return Source(path=f"{source.path}!{part.name}", sha256=digest, url=part.url)


def _completed(document: Document, part: Part) -> Document:
    """The document with headline, date and issuer of its container, where it has none."""
    if part.role in {"body", "item"}:
        from reporter.readers.headlines import with_headline, without_letter  # noqa: PLC0415  (only containers need it)

        document = without_letter(document, part.title) if part.role == "body" else document
        document = with_headline(document, part.title, always=part.role == "item")
    return replace(
        document,
        published=document.published or part.published,
        issuer=document.issuer or part.issuer,
        diagnostics=(*document.diagnostics, *_language(document)),
    )


def _language(document: Document) -> Iterator[Diagnostic]:
    """What is to be said of a release in a language that has no words to read by."""
    read = _read_languages()
    if document.language not in read:
        message = (
            f"The text is in another language ({document.language}) than those that are read ({', '.join(read)}): "
            "layout, dates, names and contacts are found as far as they go."
        )
        yield Diagnostic(code="language-not-read", severity="warning", message=message, where=document.source.path)


@cache
def _read_languages() -> tuple[str, ...]:
    return tuple(code for code in locales.codes() if locales.load(code).reads)


def _checked(document: Document) -> Document:
    if not document.text.strip():
        raise InputError(document.source.path, "holds no text")
    return document


def _milder(item: Yield) -> Yield:
    """What a folder or an archive holds besides releases is worth an info, no warning."""
    if isinstance(item, Diagnostic) and item.code == WITHOUT_READER:
        return replace(item, severity="info")
    return item
