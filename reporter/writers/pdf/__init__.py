"""A note as a PDF: the HTML of the note in the style's page.css, printed by WeasyPrint.

By default PDF/UA-1: tagged, with language, title and alternative texts. Nothing is fetched but the style's own files, and
the same note gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable

from reporter.model.diagnostics import Diagnostic
from reporter.model.note import Note
from reporter.styles import Style

VARIANT = "pdf/ua-1"
"""What a PDF is unless a variant is asked for: accessible, by ISO 14289-1."""


def write(
    note: Note, style: Style, *, variant: str = VARIANT, report: Callable[[Diagnostic], None] | None = None
) -> bytes:
    """The note as a .pdf.

    Args:
        note: The note.
        style: Its stylesheet, fonts and colours.
        variant: One of `variants()`.
        report: Is told what WeasyPrint finds wrong: an image without alternative text, a rule it does not know.

    Raises:
        BackendMissingError: A library of the system that WeasyPrint needs is missing.
        UsageError: There is no such variant.
    """
    from reporter.writers.pdf import engine, page  # noqa: PLC0415  (WeasyPrint is slow to import)

    return engine.printed(page.html(note, style), page.stylesheet(note, style), style, variant, report or _ignore)


def variants() -> tuple[str, ...]:
    """The kinds of PDF that there are: pdf/ua-1, pdf/a-3u and others."""
    from reporter.writers.pdf import engine  # noqa: PLC0415  (WeasyPrint is slow to import)

    return engine.variants()


def check_backend() -> None:
    """See whether a PDF can be written here.

    Raises:
        BackendMissingError: It cannot; the message says what is missing.
    """
    from reporter.writers.pdf import engine  # noqa: PLC0415  (WeasyPrint is slow to import)

    engine.load()


def _ignore(_: Diagnostic) -> None:
    """Nobody wants to know."""
