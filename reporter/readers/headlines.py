"""What a container knows of a text's head: the headline that stands outside it, the covering letter above it."""

from __future__ import annotations

import re
from dataclasses import replace

from reporter.model.diagnostics import Diagnostic
from reporter.model.document import Document, Mark, Origin
from reporter.model.spans import Span
from reporter.readers import letters

_WORD = re.compile(r"[^\W_]+")
_LINE = re.compile(r"[^\n]+")
# A headline stands among the first lines of its release.
_FIRST_LINES = 15
_FEWEST_WORDS = 3
_MOST_OF_IT = 0.6
_LONGEST = 300
_LONGEST_LINE = 120


def with_headline(document: Document, title: str | None, *, always: bool = False) -> Document:
    """The document with its headline marked, or put above the text where the text has none of its own.

    Args:
        document: As read.
        title: What the container calls it.
        always: Put it above the text unless it stands there: a feed's item rarely repeats its title.
    """
    if not title or len(title) > _LONGEST or any(mark.kind == "title" for mark in document.marks):
        return document
    wanted = _words(title)
    for line in list(_LINE.finditer(document.text))[:_FIRST_LINES]:
        words = _words(line.group())
        if words == wanted or (
            len(words) >= _FEWEST_WORDS and len(words) >= _MOST_OF_IT * len(wanted) and _within(words, wanted)
        ):
            return _marked(document, Span(*line.span()))
    if always or (len(wanted) >= _FEWEST_WORDS and _begins_with_running_text(document.text)):
        return _headed(document, title)
    return document


def without_letter(document: Document, title: str | None) -> Document:
    """The document without the covering letter above it, where its border is clear, and without the notices below."""
    rest = letters.release(document.text, title).strip()
    begin = document.text.find(rest)
    if not rest or begin < 0 or len(rest) == len(document.text.strip()):
        return document
    kept = Span(begin, begin + len(rest))
    said = Diagnostic(
        code="letter-left-out", severity="info", message="The covering letter above the release was left out."
    )
    return replace(
        document,
        text=rest,
        marks=tuple(
            replace(mark, span=_moved(mark.span, -begin))
            for mark in document.marks
            if kept.start <= mark.span.start and mark.span.end <= kept.end
        ),
        origins=tuple(
            replace(origin, span=Span(max(0, origin.span.start - begin), min(origin.span.end - begin, len(rest))))
            for origin in document.origins
            if origin.span.end > kept.start and origin.span.start < kept.end
        ),
        diagnostics=(*document.diagnostics, said) if begin else document.diagnostics,
    )


def _words(line: str) -> list[str]:
    return _WORD.findall(line.lower())


def _within(words: list[str], wanted: list[str]) -> bool:
    """Whether some words stand in others, in a row."""
    return f" {' '.join(words)} " in f" {' '.join(wanted)} "


def _begins_with_running_text(text: str) -> bool:
    first = text.lstrip().partition("\n")[0]
    return len(first) > _LONGEST_LINE or first.rstrip().endswith((".", "!", "?", "”", '"'))


def _marked(document: Document, span: Span) -> Document:
    text = span.of(document.text)
    begin = span.start + len(text) - len(text.lstrip())
    mark = Mark(kind="title", span=Span(begin, span.start + len(text.rstrip())))
    others = [other for other in document.marks if not other.span.overlaps(mark.span)]
    return replace(document, marks=tuple(sorted((*others, mark), key=lambda mark: mark.span)))


def _headed(document: Document, title: str) -> Document:
    by = len(title) + 2
    marks = [replace(mark, span=_moved(mark.span, by)) for mark in document.marks]
    origins = [replace(origin, span=_moved(origin.span, by)) for origin in document.origins]
    if not origins and document.text:
        origins = [
            Origin(span=Span(found.start() + by, found.end() + by), line=number)
            for number, found in enumerate(re.finditer(r"[^\n]*\n?", document.text), 1)
            if found.group()
        ]
    return replace(
        document,
        text=f"{title}\n\n{document.text}",
        marks=(Mark(kind="title", span=Span(0, len(title))), *marks),
        origins=(Origin(span=Span(0, by), part="title"), *origins),
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
