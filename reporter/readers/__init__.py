"""Bytes of one input format as documents.

A reader turns the bytes of one release into a document. An opener takes apart what holds several sources, or a release
with a letter around it; `intake` reads its parts in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import cast

from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import formats
from reporter.readers.parts import Part

Reader = Callable[[bytes, Source, Limits | None], Document]
Opener = Callable[[bytes, Source, Limits], Iterator[Part]]

READERS: dict[str, str] = {
    formats.TEXT: "text.read",
    formats.MARKDOWN: "markdown.read",
    formats.HTML: "html.read",
    formats.FRAGMENT: "html.read_fragment",
    formats.DOCX: "docx.read",
    formats.PDF: "pdf.read",
}
"""By format: module and function, imported when the first file of that format is read."""

CONTAINERS: dict[str, str] = {
    formats.MAIL: "mail.open_parts",
    formats.MAILBOX: "mail.open_mailbox",
    formats.OUTLOOK: "outlook.open_parts",
    formats.FEED: "feed.open_parts",
    formats.ZIP: "archive.open_parts",
}


def reader(media_type: str) -> Reader:
    """What reads a format."""
    return cast("Reader", _imported(READERS[media_type]))


def opener(media_type: str) -> Opener:
    """What opens a container."""
    return cast("Opener", _imported(CONTAINERS[media_type]))


def _imported(name: str) -> object:
    module, _, function = name.partition(".")
    return getattr(import_module(f"{__name__}.{module}"), function)
