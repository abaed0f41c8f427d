"""Lines that hold several: a masthead, a date and a title that lost the breaks between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.layout import bodies
from reporter.layout.lines import Line, line_of
from reporter.layout.openings import Landmarks
from reporter.layout.vocabulary import Vocabulary, folded
from reporter.model.spans import Span

# Three spaces or more, or a tab, stand where a line once ended.
_WIDE = re.compile(r"[ \u00a0]{3,}|[ \u00a0]*\t[ \t\u00a0]*")
_DOUBLE = re.compile(r"[ \u00a0]{2,}")
# The end of a sentence, then two spaces, then what opens one.
_SENTENCE_GAP = re.compile(r"[.!?][\"”’]?( {2,})(?=[\"“«A-Z])")
_SENTENCE_JOINT = re.compile(r"[.!?][\"”’]? (?=[\"“«A-Z])")
# " - ", " | " and the like between the parts of a head.
_RULE = re.compile(r"\s+[–—|•·-]\s+|\s?\|\s?")
_LONG = 200
_HEAD_LINES, _MOST_GAPS = 10, 60
_GLUED_PARAGRAPHS = 800
# Cells of a table are shorter.
_CELL = 60
_MOST = 0.8


def part(text: str, lines: list[Line], marks: Landmarks, words: Vocabulary) -> list[Line]:
    """The lines, those that hold several taken apart."""
    parted: list[Line] = []
    for number, line in enumerate(lines):
        pieces = _head_pieces(text, line, marks, words) if number < _HEAD_LINES else [line]
        for piece in pieces:
            parted += _pieces(text, piece, _sentence_gaps(piece.text))
    return parted


def _head_pieces(text: str, line: Line, marks: Landmarks, words: Vocabulary) -> list[Line]:
    pieces = [line]
    for cuts_of in (_wide, _style_changes) if "  " in line.text or "\t" in line.text else ():
        pieces = [part for piece in pieces for part in _pieces(text, piece, cuts_of(piece, marks, words))]
    return [part for piece in pieces for part in _pieces(text, piece, _labels(piece, marks, words))]


def _wide(line: Line, marks: Landmarks, words: Vocabulary) -> list[Span]:
    """Wide gaps and tabs, unless they part the cells of a table's row."""
    del marks
    if ("   " not in line.text and "\t" not in line.text) or (len(line.text) <= _LONG and _columns(line.text, words)):
        return []
    gaps = [Span(*found.span()) for found in _WIDE.finditer(line.text)]
    # So many gaps are a table that lost its lines, or no release at all.
    return gaps if len(gaps) <= _MOST_GAPS else []


def _labels(line: Line, marks: Landmarks, words: Vocabulary) -> list[Span]:
    """Where a label is parted from its neighbours ("Agency for X - Press release"), or a title from its key."""
    if len(line.text) > _LONG:
        return []
    key, colon, value = line.text.partition(":")
    if colon and value.strip() and words.keys.get(folded(key)) in ("title", "subtitle", "label"):
        return [Span(len(key) + 1, len(key) + 1)]
    gaps = [Span(*found.span()) for found in _RULE.finditer(line.text)]
    if not gaps:
        return []
    edges = [0, *(edge for gap in gaps for edge in gap), len(line.text)]
    pieces = [line.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    others = [piece for piece in pieces if folded(piece) not in words.labels]
    if len(others) == len(pieces):
        date = marks.after(line.span.start)
        # "5 May 2015 • 3 min read": what stands beside the date is no part of it; a place is.
        dated = date is not None and date.span == (line.span.start, line.span.start + edges[1])
        return gaps if dated and not any(piece[:1].isupper() for piece in pieces[1:]) else []
    # "Announcement – Visit to Rome" is a title: only names, and what bars part, stand beside a label.
    apart = "|" in line.text or all(bodies.is_body_name(piece, words) for piece in others)
    return gaps if apart else []


def _columns(line: str, words: Vocabulary) -> bool:
    """Whether the wide gaps are those of a table's row: many short cells, or labelled numbers; not fields of a form."""
    cells = _WIDE.split(line)
    if any(folded(cell.partition(":")[0]) in words.keys for cell in cells if ":" in cell):
        return False
    return (
        len(cells) > 1
        and any(character.isdigit() for character in cells[-1])
        and not any(len(cell) > _CELL for cell in cells)
    )


def _style_changes(line: Line, marks: Landmarks, words: Vocabulary) -> list[Span]:
    """Double spaces where capitals end, a date begins, or one office follows another; elsewhere they are mere spaces."""
    if len(line.text) > _LONG:
        return []
    cuts = []
    for gap in _DOUBLE.finditer(line.text):
        before, after = line.text[: gap.start()].split("  ")[-1], line.text[gap.end() :].split("  ")[0]
        if before.split()[-1].casefold() in words.open_words or before.endswith((".", ",")) or after[0].islower():
            continue
        start = line.span.start + gap.end()
        date = marks.after(start)
        dated = date is not None and date.span.start == start
        offices = _has_office(before, words) and _has_office(after, words)
        if dated or offices or before.isupper() != after.isupper():
            cuts.append(Span(*gap.span()))
    return cuts


def _has_office(piece: str, words: Vocabulary) -> bool:
    return any(word.casefold() in words.offices for word in piece.split())


def _sentence_gaps(words: str) -> list[Span]:
    """Double spaces that part paragraphs: they follow sentences only, and other sentences are followed by one space."""
    if len(words) <= _GLUED_PARAGRAPHS or "  " not in words:
        return []
    gaps = [Span(*found.span(1)) for found in _SENTENCE_GAP.finditer(words)]
    doubles = sum(1 for found in _DOUBLE.finditer(words) if found.end() - found.start() == 2)  # noqa: PLR2004  (a double space)
    if not gaps or len(gaps) < _MOST * doubles or not _SENTENCE_JOINT.search(words):
        return []
    return gaps


def _pieces(text: str, line: Line, cuts: Sequence[Span]) -> list[Line]:
    if not cuts:
        return [line]
    edges = [0, *(edge for cut in cuts for edge in cut), len(line.text)]
    offset = line.span.start
    return [
        line_of(
            text, _stripped(text, offset + start, offset + end), indent=line.indent, gap=line.gap if start == 0 else 1
        )
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if line.text[start:end].strip()
    ]


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
