"""Lines that hold several: a masthead, a date and a title that lost the breaks between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.layout import bodies
from reporter.layout.lines import Line, line_of
from reporter.layout.openings import Times
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
_HEAD_LINES = 10
_GLUED_PARAGRAPHS = 800
# Cells of a table are shorter.
_CELL = 60
_MOST = 0.8
_OPEN_WORDS = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


def part(text: str, lines: list[Line], times: Times, words: Vocabulary) -> list[Line]:
    """The lines, those that hold several taken apart."""
    parted: list[Line] = []
    for number, line in enumerate(lines):
        head = number < _HEAD_LINES
        cuts = _cuts(line, times, head=head) or (_labels(line, words) if head else [])
        parted += _pieces(text, line, cuts) if cuts else (line,)
    return parted


def _cuts(line: Line, times: Times, *, head: bool) -> list[Span]:
    words = line.text
    if "  " not in words and "\t" not in words:
        return []
    cuts: list[Span] = []
    if head and (len(words) > _LONG or not _columns(words)):
        cuts = [Span(*found.span()) for found in _WIDE.finditer(words)]
    if head and not cuts and len(words) <= _LONG:
        cuts = _style_changes(line, times)
    if len(words) > _GLUED_PARAGRAPHS:
        cuts += _sentence_gaps(words)
    return sorted(set(cuts))


def _labels(line: Line, words: Vocabulary) -> list[Span]:
    """Where a label is parted from its neighbours ("Agency for X - Press release"), or a title from its key."""
    if len(line.text) > _LONG:
        return []
    key, colon, value = line.text.partition(":")
    if colon and value.strip() and words.keys.get(folded(key)) in ("title", "subtitle", "label"):
        return [Span(len(key) + 1, len(key) + 1)]
    gaps = [Span(*found.span()) for found in _RULE.finditer(line.text)]
    edges = [0, *(edge for gap in gaps for edge in gap), len(line.text)]
    pieces = [line.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    others = [piece for piece in pieces if folded(piece) not in words.labels]
    # "Announcement – Visit to Rome" is a title: only names, and what bars part, stand beside a label.
    apart = "|" in line.text or all(bodies.is_body_name(piece, words) for piece in others)
    return gaps if len(others) < len(pieces) and apart else []


def _columns(words: str) -> bool:
    """Whether the wide gaps are those of a table's row: many short cells, or labelled numbers."""
    cells = _WIDE.split(words)
    return (
        len(cells) > 1
        and any(character.isdigit() for character in cells[-1])
        and not any(len(cell) > _CELL for cell in cells)
    )


def _style_changes(line: Line, times: Times) -> list[Span]:
    """Double spaces where capitals end or a date begins; elsewhere they are mere spaces."""
    words = line.text
    cuts = []
    for gap in _DOUBLE.finditer(words):
        before, after = words[: gap.start()].split("  ")[-1], words[gap.end() :].split("  ")[0]
        date = times.after(line.span.start + gap.end())
        dated = date is not None and date.span.start == line.span.start + gap.end()
        restyled = before.isupper() != after.isupper() and not after[:1].islower()
        if (dated or restyled) and before.split()[-1].casefold() not in _OPEN_WORDS and not before.endswith((".", ",")):
            cuts.append(Span(*gap.span()))
    return cuts


def _sentence_gaps(words: str) -> list[Span]:
    """Double spaces that part paragraphs: they follow sentences only, and other sentences are followed by one space."""
    gaps = [Span(*found.span(1)) for found in _SENTENCE_GAP.finditer(words)]
    doubles = sum(1 for found in _DOUBLE.finditer(words) if found.end() - found.start() == 2)  # noqa: PLR2004
    if not gaps or len(gaps) < _MOST * doubles or not _SENTENCE_JOINT.search(words):
        return []
    return gaps


def _pieces(text: str, line: Line, cuts: Sequence[Span]) -> list[Line]:
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
