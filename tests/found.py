"""What the fuzzers aim at; and what they found, which lies in `tests/findings/TARGET/`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reporter import intake, parse_text
from reporter.errors import TemplateError
from reporter.model.document import Document
from reporter.model.limits import Limits
from reporter.notes import vocabulary
from reporter.readers import confined, formats

# What hangs in a process of its own is no finding, if it is stopped.
_LIMITS = Limits(seconds=1)
FOLDER = Path(__file__).with_name("findings")


def _reading(media_type: str | None) -> Callable[[bytes], None]:
    def read(content: bytes) -> None:
        source = intake.source_of(content, "fuzz")
        for item in intake.documents_of(content, source, media_type=media_type, limits=_LIMITS):
            if isinstance(item, Document):
                item.text.encode()
                assert all(0 <= mark.span.start <= mark.span.end <= len(item.text) for mark in item.marks)
            else:
                assert item.message.startswith("fuzz")
                assert item.code != "reader-failed", item.message

    return read


def _pdf(content: bytes) -> None:
    """In this process, as the confined one does it."""
    list(confined.records("pdf", content, 5))


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
