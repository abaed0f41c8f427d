"""PDF files: lines put into reading order, running heads left out, paragraphs made whole."""

from __future__ import annotations

from reporter.errors import InputError, LimitError
from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import confinement, rows, typesetting
from reporter.readers.galley import Galley

# Pages with fewer characters than this, on average, are pictures of text.
_FEWEST_CHARACTERS = 20


def read(content: bytes, source: Source, limits: Limits | None = None) -> Document:
    """The document of a PDF.

    Raises:
        InputError: The file is broken, encrypted or a scan.
        LimitError: It has more pages, or takes longer, than the limits allow.
    """
    limits = limits or Limits()
    about, *pages = confinement.records("pdf", content, source, limits, limits.pages)
    if about["pages"] > limits.pages:
        what = f"has {about['pages']:,} pages (limit {limits.pages:,})"
        raise LimitError(source.path, what, remedy="raise the limit `pages`")
    galley = Galley(source, limits)
    typesetting.set_pages([_page(page) for page in pages], galley, about.get("title", ""))
    document = galley.document()
    _check_text(document, pages)
    return document


def _page(record: confinement.Record) -> rows.Page:
    pieces = [rows.Piece(*piece) for piece in record["pieces"]]
    return rows.Page(height=record["height"], pieces=pieces)


def _check_text(document: Document, pages: list[confinement.Record]) -> None:
    """A scan is said to be one."""
    path = document.source.path
    if len(document.text) >= _FEWEST_CHARACTERS * max(1, len(pages)):
        return
    if any(page["pictures"] for page in pages):
        what = f"is a scan without text ({len(pages)} pages)"
        raise InputError(path, what, remedy="run text recognition on it first, such as ocrmypdf")
    if not document.text:
        raise InputError(path, "is a PDF without text", remedy="the release as text")
