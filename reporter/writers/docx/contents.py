"""The table of contents: filled in, linked, and a field that Word can renew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reporter.model.note import Note
from reporter.styles import Style
from reporter.writers.docx.wordml import Element, run, text, w

_INSTRUCTION = ' TOC \\o "1-2" \\n \\h \\z \\u '
"""Headings of two levels, linked, without page numbers: those are only known where the pages are made."""

_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class _Entry:
    level: int
    words: str
    bookmark: str


class Contents:
    """Gathers headings as they are written."""

    def __init__(self, note: Note, style: Style, ids: Mapping[str, str]) -> None:
        self._heading = (note.labels or {}).get("writer.contents", "")
        self._least = int(style.options["contents_from"])
        self._ids = ids
        self._entries: list[_Entry] = []

    def add(self, level: int, words: str, bookmark: str) -> None:
        """One heading; level 1 is a section's."""
        self._entries.append(_Entry(level, words, bookmark))

    def elements(self) -> list[Element]:
        """The paragraphs of the table; none where the note has too few headings."""
        entries = [entry for entry in self._entries if entry.level <= _DEEPEST]
        if len(self._entries) < self._least or not entries:
            return []
        rows = [self._row(entry) for entry in entries]
        begin = [
            w("fldChar", fldCharType="begin"),
            text(_INSTRUCTION, "instrText"),
            w("fldChar", fldCharType="separate"),
        ]
        for place, part in enumerate(begin, start=1):
            rows[0].insert(place, run(part))
        rows[-1].append(run(w("fldChar", fldCharType="end")))
        return [self._paragraph("TOC Heading", [run(text(self._heading))]), *rows] if self._heading else rows

    def _row(self, entry: _Entry) -> Element:
        link = w("hyperlink", run(text(entry.words)), anchor=entry.bookmark, history="1")
        return self._paragraph(f"TOC {entry.level}", [link])

    def _paragraph(self, style: str, content: list[Element]) -> Element:
        return w("p", w("pPr", w("pStyle", val=self._ids[style])), *content)
