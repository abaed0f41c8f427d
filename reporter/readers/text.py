"""Plain text."""

from __future__ import annotations

import unicodedata

from reporter.model.document import Document, Source


def read(content: bytes, source: Source) -> Document:
    """The document of a text file."""
    return document(content.decode("utf-8", "replace"), source)


def document(text: str, source: Source) -> Document:
    """The document of a text."""
    normalised = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return Document(text=normalised, source=source)
