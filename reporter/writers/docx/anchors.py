"""Bookmarks: places of the note that its own links lead to."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import count

from reporter.model.note import Note
from reporter.model.walking import inlines_of, walk
from reporter.writers.docx.wordml import Element, w

# What Word takes for a bookmark: a letter, then at most 39 letters, digits and underscores. `osce_2015_08_19`
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
_OTHER = re.compile(r"[^A-Za-z0-9]+")
_KEPT = 28
_DIGITS = 8


class Anchors:
    """The ids of a note as bookmarks of a Word file."""

    def __init__(self, note: Note) -> None:
        self._names = {id_: bookmark(id_) for id_ in _ids(note)}
        self._numbers = count(1)
        self._placed: set[str] = set()
        self._headings = count(1)

    def name(self, href: str) -> str | None:
        """The bookmark that `#id` leads to; None where the note has no such place."""
        return self._names.get(href.removeprefix("#"))

    def place(self, ids: Iterable[str]) -> list[Element]:
        """Bookmarks for these ids at this place; each id once, the first time."""
        marks: list[Element] = []
        for id_ in ids:
            if id_ in self._names and id_ not in self._placed:
                self._placed.add(id_)
                marks += self._pair(self._names[id_])
        return marks

    def heading(self) -> tuple[str, list[Element]]:
        """A bookmark for a heading, for the table of contents."""
        name = f"_Toc{next(self._headings):08d}"
        return name, self._pair(name)

    def _pair(self, name: str) -> list[Element]:
        number = str(next(self._numbers))
        return [w("bookmarkStart", id=number, name=name), w("bookmarkEnd", id=number)]


def bookmark(id_: str) -> str:
    """A name that Word takes, the same for the same id and another for any other."""
    plain = _OTHER.sub("_", id_)
    if plain == id_ and _PLAIN.fullmatch(plain):
        return plain
    return f"n_{plain[:_KEPT]}_{hashlib.sha256(id_.encode('utf-8', 'replace')).hexdigest()[:_DIGITS]}"


def _ids(note: Note) -> Iterator[str]:
    for part in walk(note.sections):
        if id_ := getattr(part, "id", None):
            yield id_
        yield from (inline.id for inline in inlines_of(part) if inline.id)
