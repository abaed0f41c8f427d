"""HTML: the note as a page that carries the releases' own text beside it."""

from __future__ import annotations

from collections.abc import Mapping

from reporter.model.note import Note
from reporter.styles import Style
from reporter.writers.html import svg
from reporter.writers.html.blocks import Serialiser


def body(note: Note, palette: Mapping[str, str] = svg.PALETTE, font: str = "sans-serif") -> str:
    """The note's sections without the releases: what the PDF prints.

    Args:
        note: The note.
        palette: Colours of the figures, by name.
        font: Families of the figures' labels, as in CSS.
    """
    return Serialiser(drawings=note.drawings, palette=palette, font=font).blocks(note.sections)


def write(note: Note, style: Style) -> bytes:
    """The page: one file that asks for nothing else."""
    return f'<!DOCTYPE html>\n<html lang="{note.language}">\n<title>x</title><main>\n{body(note, style.palette)}\n</main>\n</html>\n'.encode()
