"""The whole story: read, parse, merge, render, write."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from reporter import facts, intake, layout, locales, mentions, merge, styles
from reporter.config import Format, Settings, validate
from reporter.errors import BackendMissingError, InputError
from reporter.model.blocks import Reading
from reporter.model.briefing import Briefing, Gap
from reporter.model.diagnostics import Diagnostic
from reporter.model.document import Document, Source
from reporter.model.facts import Release
from reporter.pipeline import outputs, reading
from reporter.readers import text as text_reader

_READING_LANGUAGE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made, before anything is written."""

    contents: Mapping[str, bytes]
    """By format."""
    releases: tuple[Release, ...]
    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[BackendMissingError, ...]
    """Formats that need a library which this system lacks."""


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
    return read_release(replace(document, published=published))
