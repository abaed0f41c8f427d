"""Bytes of one input format as documents.

`READERS` turn the bytes of one release into a document. `CONTAINERS` open what holds several sources, or a release with
a letter around it, into parts that `intake` reads in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import archive, docx, feed, formats, html, mail, markdown, outlook, pdf, text
from reporter.readers.parts import Part

Reader = Callable[[bytes, Source, Limits | None], Document]
Opener = Callable[[bytes, Source, Limits], Iterator[Part]]

READERS: dict[str, Reader] = {
    formats.TEXT: text.read,
    formats.MARKDOWN: markdown.read,
    formats.HTML: html.read,
    formats.DOCX: docx.read,
    formats.PDF: pdf.read,
}

CONTAINERS: dict[str, Opener] = {
    formats.MAIL: mail.open_parts,
    formats.MAILBOX: mail.open_mailbox,
    formats.OUTLOOK: outlook.open_parts,
    formats.FEED: feed.open_parts,
    formats.ZIP: archive.open_parts,
}
