"""The whole story: read, parse, merge, render, write."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from reporter import facts, layout, locales, mentions
from reporter.model.blocks import Reading
from reporter.model.document import Document, Source
from reporter.model.facts import Release
from reporter.readers import text as text_reader

_READING_LANGUAGE = "en"


def parse(source: str | Path | bytes, *, published: date | None = None, media_type: str | None = None) -> Release:
    """Read the one release of a file, or of the bytes of one."""
    del media_type
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    name = "<bytes>" if isinstance(source, bytes) else str(source)
    return parse_text(content.decode("utf-8", "replace"), published=published, name=name)


def parse_text(text: str, *, published: date | None = None, name: str = "<text>") -> Release:
    """Read one release from a string."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = text_reader.document(text, Source(path=name, sha256=digest))
    return read_release(replace(document, published=published))


def read_release(document: Document) -> Release:
    """Everything that one document says."""
    locale = locales.load(document.language if locales.load(document.language).reads else _READING_LANGUAGE)
    found = mentions.find(document, locale)
    blocks = layout.segment(document, found, locale)
    reading = Reading(document=document, mentions=found, blocks=blocks)
    return Release(document=document, blocks=blocks, facts=facts.gather(reading, locale))
