"""Sources in, releases out: in order, on all cores where it pays, and never stopped by one bad source."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from reporter import facts, intake, layout, locales, mentions
from reporter.model.blocks import Reading
from reporter.model.diagnostics import Diagnostic
from reporter.model.document import Document, Source
from reporter.model.facts import Release
from reporter.model.limits import Limits
from reporter.pipeline import explain, workers

Advance = Callable[[str], None]
Found = intake.Found | Diagnostic
Printed = tuple[str | None, tuple[Diagnostic, ...]]
"""A release as text, or None for a source unread; and what there is to say of it."""
_Result = TypeVar("_Result")

# Documents in a language without words to read by are read with these: layout, contacts, dates and names go some way.
_FALLBACK = "en"

# A release that makes every stage look at something: what `prepare` reads.
_SPECIMEN = """\
For immediate release

City of Lima opens two-day workshop on bridges

LIMA, 4 May 2021 – A two-day workshop on bridges, organised by the Institute of Bridges (IoB), ended in Lima today.

“It was high time,” said Ana Diaz, Director of the Institute. Some 20 engineers from Peru and Chile took part last Monday.

Contact: Ana Diaz, Press Officer, Institute of Bridges, Tel: 01 2345678, press@example.org
"""


def read_document(document: Document) -> Release:
    """Everything that one document says."""
    code = document.language if document.language in locales.codes() else _FALLBACK
    locale = locales.load(code) if locales.load(code).reads else locales.load(_FALLBACK)
    found = mentions.find(document, locale)
    blocks = layout.segment(document, found, locale)
    reading = Reading(document=document, mentions=found, blocks=blocks)
    return Release(document=document, blocks=blocks, facts=facts.gather(reading, locale))


def prepare() -> None:
    """Load word lists and patterns now, so that the first release is read as fast as the next one."""
    read_document(Document(text=_SPECIMEN, source=Source(path="<specimen>")))


def read(
    sources: Sequence[str | Path], *, published: date | None, limits: Limits, advance: Advance | None = None
) -> Iterator[Release | Diagnostic]:
    """The releases of the sources, in their order; a diagnostic in place of each that could not be read."""
    for item in _each(sources, published, limits, _same):
        if advance and isinstance(item, Release):
            advance(item.document.source.path)
        yield item


def iter_printed(
    sources: Sequence[str],
    shape: str,
    *,
    published: date | None = None,
    limits: Limits | None = None,
    advance: Advance | None = None,
) -> Iterator[Printed]:
    """What `reporter parse` prints for each release, with what there is to say of it; None for a source unread.

    The printing is done where the reading is, for words travel between processes faster than objects.

    Args:
        sources: Files, folders, `-`.
        shape: json, jsonl or explain.
        published: Resolves "today" where the text states no date.
        limits: What one source may cost.
        advance: Called with the path of each source that is done.
    """
    for item in _each(sources, published, limits or Limits(), partial(_printed, shape)):
        if isinstance(item, Diagnostic):
            yield None, (item,)
            continue
        path, line, diagnostics = item
        if advance:
            advance(path)
        yield line, diagnostics


def _same(release: Release) -> Release:
    return release


def _printed(shape: str, release: Release) -> tuple[str, str, tuple[Diagnostic, ...]]:
    return release.document.source.path, printed(release, shape), release.diagnostics


def printed(release: Release, shape: str) -> str:
    """A release as text: json, jsonl or explain."""
    if shape == "explain":
        return f"{release.document.source.path}\n" + "".join(f"  {line}\n" for line in explain.lines(release)) + "\n"
    return json.dumps(release.to_dict(), ensure_ascii=False, indent=2 if shape == "json" else None) + "\n"


def _each(
    sources: Sequence[str | Path], published: date | None, limits: Limits, result: Callable[[Release], _Result]
) -> Iterator[_Result | Diagnostic]:
    work = partial(_read_found, result, published, limits)
    for items in workers.each(work, intake.distinct(sources, limits=limits)):
        yield from items


def _read_found(
    result: Callable[[Release], _Result], published: date | None, limits: Limits, found: Found
) -> list[_Result | Diagnostic]:
    """What one file gives; runs in a worker."""
    if isinstance(found, Diagnostic):
        return [found]
    items = intake.documents_in(found, published=published, limits=limits)
    return [result(read_document(item)) if isinstance(item, Document) else item for item in items]
