"""The table of contents: filled in, linked, and a field that Word can renew."""

from __future__ import annotations

from collections.abc import Mapping

from reporter.model.note import Note
from reporter.styles import Style
from reporter.writers.docx.wordml import Element, run, text, w

_INSTRUCTION = ' TOC \\o "1-1" \\n \\h \\z \\u '
"""The sections' headings, linked, without page numbers: those are only known where the pages are made."""


class Contents:
    """Gathers headings as they are written."""

    def __init__(self, note: Note, style: Style, ids: Mapping[str, str]) -> None:
        self._heading = (note.labels or {}).get("writer.contents", "")
        self._least = int(style.options["contents_from"])
        self._ids = ids
        self._count = 0
        self._rows: list[Element] = []

    def add(self, level: int, words: str, bookmark: str) -> None:
        """One heading; only those of level 1, a section's, are listed."""
        self._count += 1
        if level == 1:
            link = w("hyperlink", run(text(words)), anchor=bookmark, history="1")
            self._rows.append(self._paragraph("TOC 1", [link]))

    def elements(self) -> list[Element]:
        """The paragraphs of the table; none where the note has too few headings."""
        if self._count < self._least or not self._rows:
            return []
        begin = (
            w("fldChar", fldCharType="begin"),
            text(_INSTRUCTION, "instrText"),
            w("fldChar", fldCharType="separate"),
        )
        for place, part in enumerate(begin, start=1):
            self._rows[0].insert(place, run(part))
        self._rows[-1].append(run(w("fldChar", fldCharType="end")))
        heading = [self._paragraph("TOC Heading", [run(text(self._heading))])] if self._heading else []
        return [*heading, *self._rows]

    def _paragraph(self, style: str, content: list[Element]) -> Element:
        return w("p", w("pPr", w("pStyle", val=self._ids[style])), *content)
