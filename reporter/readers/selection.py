"""Which of a message's body and attachments are releases, and which only come with one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reporter.model.diagnostics import Diagnostic
from reporter.model.document import Document
from reporter.readers import formats, letters
from reporter.readers.parts import Part

_WORD = re.compile(r"[^\W_]+")
# Fewer words are a caption, a signature, a line for the record.
_FEWEST_WORDS = 60
# A body of this length that is no letter may be a release beside its annexes.
_LONG_BODY = 200
# Two texts with this share of their runs of words in common are one release in two formats.
_SAME = 0.7
_RUN = 4
# The same release attached twice: the format that says most of its structure is read.
_PREFERENCE = (formats.DOCX, formats.HTML, formats.MARKDOWN, formats.TEXT, formats.PDF)


@dataclass(frozen=True, slots=True)
class Opened:
    """A part and what was read in it."""

    part: Part
    items: tuple[Document | Diagnostic, ...]


def releases(opened: list[Opened]) -> Iterator[Document | Diagnostic]:
    """The attached releases, each once; the body where none is attached, or where it is a release itself."""
    for one in opened:
        yield from (item for item in one.items if isinstance(item, Diagnostic))
    attached = [
        item for one in opened if one.part.role == "attachment" for item in one.items if isinstance(item, Document)
    ]
    bodies = [item for one in opened if one.part.role == "body" for item in one.items if isinstance(item, Document)]
    long = [document for document in attached if _count(document) >= _FEWEST_WORDS]
    chosen = _once(long) if long else bodies or attached
    yield from (body for body in bodies if long and _is_release(body, chosen))
    yield from chosen


def _count(document: Document) -> int:
    return len(_WORD.findall(document.text))


def _once(documents: list[Document]) -> list[Document]:
    """Each release once, in the order of the attachments."""
    kept: list[Document] = []
    for document in sorted(documents, key=_rank):
        if not any(_same(document, other) for other in kept):
            kept.append(document)
    return [document for document in documents if document in kept]


def _rank(document: Document) -> int:
    media_type = document.source.media_type
    return _PREFERENCE.index(media_type) if media_type in _PREFERENCE else len(_PREFERENCE)


def _is_release(body: Document, others: list[Document]) -> bool:
    """Whether a body is a release of its own: long, no letter, and not the attached one again."""
    if _count(body) < _LONG_BODY or letters.begins_as_letter(body.text):
        return False
    return not any(_same(body, other) for other in others)


def _same(one: Document, other: Document) -> bool:
    runs, others = _runs(one), _runs(other)
    shorter = min(len(runs), len(others))
    return shorter > 0 and len(runs & others) >= _SAME * shorter


def _runs(document: Document) -> set[tuple[str, ...]]:
    words = _WORD.findall(document.text.lower())
    return {tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}
