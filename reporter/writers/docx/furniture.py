"""What stands above and below every page: the reference's headers and footers with their placeholders filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy

from reporter.language.shortening import shortened
from reporter.model.note import Note
from reporter.styles import Style
from reporter.writers.docx.package import Package
from reporter.writers.docx.wordml import Element, field, name, text, w

_RUNNING_TITLE = 72
"""Characters."""

# What parts the words of `Page {page} of {pages}`.
_SLOT = re.compile(r"\{(pages?)\}")
_PLAIN_PAGE = "{page} / {pages}"

_Filling = Callable[[Element | None], list[Element]]


def fill(package: Package, note: Note, style: Style) -> None:
    """Fill the content controls tagged title, classification, letterhead, date and page."""
    words = {
        "title": shortened(note.title, _RUNNING_TITLE),
        "classification": note.classification or "",
        "letterhead": str(style.options["letterhead"]),
        "date": note.date.isoformat() if note.date else "",
    }
    for tag, control in list(_placeholders(package)):
        if tag == "page":
            _replace(control, lambda look: _page_of_pages(note, look))
        elif tag in words:
            _replace(control, _plain(words[tag]))


def has_placeholder(package: Package, tag: str) -> bool:
    """Whether the pages themselves say something, so that the text need not."""
    return any(found == tag for found, _ in _placeholders(package))


def _placeholders(package: Package) -> Iterator[tuple[str | None, Element]]:
    for part in (*package.find("header"), *package.find("footer")):
        for control in package.root(part).iter(name("w:sdt")):
            yield _tag(control), control


def _plain(words: str) -> _Filling:
    return lambda look: [_run(words, look)] if words else []


def _run(words: str, look: Element | None) -> Element:
    return w("r", *([] if look is None else [deepcopy(look)]), text(words))


def _page_of_pages(note: Note, look: Element | None) -> list[Element]:
    pattern = (note.labels or {}).get("writer.page", _PLAIN_PAGE)
    runs: list[Element] = []
    for place, words in enumerate(_SLOT.split(pattern)):
        if place % 2:
            runs += field("PAGE" if words == "page" else "NUMPAGES", "1", look)
        elif words:
            runs.append(_run(words, look))
    return runs


def _tag(control: Element) -> str | None:
    found = control.find(f"{name('w:sdtPr')}/{name('w:tag')}")
    return None if found is None else found.get(name("w:val"))


def _replace(control: Element, filling: _Filling) -> None:
    """The control by runs that look as its own text does, in the paragraph that it holds or stands in."""
    inside = f"{name('w:sdtContent')}//"
    new = filling(control.find(f"{inside}{name('w:r')}/{name('w:rPr')}"))
    if (paragraph := control.find(f"{inside}{name('w:p')}")) is not None:
        new = [w("p", *paragraph.iterchildren(name("w:pPr")), *new)]
    parent = control.getparent()
    assert parent is not None
    place = parent.index(control)
    parent[place : place + 1] = new
