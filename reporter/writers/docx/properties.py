"""Core properties and language of a Word file."""

from __future__ import annotations

import datetime as dt

from reporter.model.note import Note
from reporter.writers.docx.package import Package
from reporter.writers.docx.wordml import clean, name, w

_APPLICATION = "reporter"
_LONGEST = 255
"""Characters that a property may have."""


def fill(package: Package, note: Note) -> None:
    """Say who, what and when; nothing of the reference's own properties stays."""
    author = note.author or _APPLICATION
    words = {
        "title": note.title,
        "subject": note.subject or "",
        "author": author,
        "keywords": ", ".join(note.keywords),
        "comments": "",
        "last_modified_by": author,
        "category": note.classification or "",
        "language": note.language,
    }
    properties = package.document.core_properties
    properties._element.clear()  # noqa: SLF001  (the only way to be rid of all that a designer's Word wrote)
    for key, value in words.items():
        setattr(properties, key, clean(value)[:_LONGEST])
    properties.revision = 1
    if note.date:
        # The clock's time would change the bytes of every build.
        properties.created = properties.modified = dt.datetime.combine(note.date, dt.time())
    _set_language(package, note.language)


def _set_language(package: Package, language: str) -> None:
    """The language of everything that does not name its own, so that Word checks the right spelling."""
    defaults = package.document.styles.element.find(f"{name('w:docDefaults')}/{name('w:rPrDefault')}/{name('w:rPr')}")
    if defaults is None:
        return
    found = defaults.find(name("w:lang"))
    if found is None:
        found = w("lang")
        defaults.append(found)
    found.set(name("w:val"), language)
