"""What the fuzzers aim at; and what they found, which lies in `tests/found/TARGET/`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reporter import intake, parse_text
from reporter.errors import TemplateError
from reporter.model.document import Document
from reporter.notes import vocabulary
from reporter.readers import formats, pdf_pages

FOLDER = Path(__file__).with_name("found")


def _reading(media_type: str | None) -> Callable[[bytes], None]:
    def read(content: bytes) -> None:
        for item in intake.documents_of(content, intake.source_of(content, "fuzz"), media_type=media_type):
            if isinstance(item, Document):
                item.text.encode()
                assert all(0 <= mark.span.start <= mark.span.end <= len(item.text) for mark in item.marks)
            else:
                assert item.message.startswith("fuzz")

    return read


def _pdf(content: bytes) -> None:
    """In this process, as the child does it."""
    list(pdf_pages.records(content, 5))


def _vocabulary(content: bytes) -> None:
    try:
        vocabulary.read(content.decode("utf-8", "replace"), "fuzz")
    except TemplateError:
        return


def _release(content: bytes) -> None:
    release = parse_text(content.decode("utf-8", "surrogateescape"))
    release.to_dict()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": _reading(formats.TEXT),
    "markdown": _reading(formats.MARKDOWN),
    "html": _reading(formats.HTML),
    "docx": _reading(formats.DOCX),
    "pdf": _pdf,
    "mail": _reading(formats.MAIL),
    "outlook": _reading(formats.OUTLOOK),
    "feed": _reading(formats.FEED),
    "archive": _reading(formats.ZIP),
    "anything": _reading(None),
    "vocabulary": _vocabulary,
    "release": _release,
}
"""By name: each takes any bytes and raises only where something is wrong."""
