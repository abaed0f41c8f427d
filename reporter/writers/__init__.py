"""A note as the bytes of one output format."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from reporter.errors import UsageError
from reporter.model.note import Note
from reporter.styles import Style


class Writer(Protocol):
    """What the module of an output format has."""

    def write(self, note: Note, style: Style, **more: object) -> bytes:
        """The note in this format; `more` is what this writer alone takes."""


WRITERS: dict[str, tuple[str, str]] = {
    "pdf": (".pdf", "reporter.writers.pdf"),
    "docx": (".docx", "reporter.writers.docx"),
    "md": (".md", "reporter.writers.markdown"),
    "html": (".html", "reporter.writers.html"),
    "json": (".json", "reporter.writers.json"),
}
"""By name: the suffix of its files, and the module that writes it, imported when it is asked for."""


def write(note: Note, style: Style, form: str, **more: object) -> bytes:
    """The note in an output format.

    Args:
        note: The note.
        style: Its house style.
        form: One of `WRITERS`.
        more: What the writer of that format alone takes: `variant` and `report` of the PDF.

    Raises:
        UsageError: There is no such format.
        BackendMissingError: A library of the system that the format needs is missing.
    """
    if form not in WRITERS:
        msg = "format"
        raise UsageError(msg, f"there is no format {form!r}", remedy=f"known: {', '.join(WRITERS)}")
    return cast("Writer", import_module(WRITERS[form][1])).write(note, style, **more)
