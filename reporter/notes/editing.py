"""The editor's hand in verbatim words: the dateline dropped, "today" resolved in brackets."""

from __future__ import annotations

import re

from reporter.language.characters import folded
from reporter.model.briefing import Entry, Reference, References
from reporter.model.facts import TimeValue
from reporter.model.spans import Span
from reporter.notes.views import Piece
from reporter.notes.wording import Wording, day_of

# A time expression that says nothing without the day it was written on: today, tomorrow, on Monday, next month.
# Words with a digit ("18 August", "2015") and names of months or years are dates of their own.
_RELATIVE = re.compile(
    r"(?:to(?:day|night|morrow)|yesterday|(?:(?:this|last|next|past|coming)\s+)?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:this|last|next)\s+(?:week|weekend|month|quarter|year|morning|"
    r"afternoon|evening|night))",
    re.IGNORECASE,
)
# What stands between a dateline and the sentence: dashes, colons, white space.
_AFTER_DATELINE = re.compile(r"[\s\-–—―:.,|/]*")
_BRACKETS = "[{}]"
_MARKS = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'))
_OMISSION = "[…]"
_LONGEST = 220
"""Characters of an event in the chronology; the reference leads to the rest."""
# Where a sentence may be left: before a clause that a comma parts and one of these words opens.
_SEAM = re.compile(r"(?:,|;| –| —) (?=(?:which|who|where|when|while|as|with|after|following|including|and|but)\b)")
_SHORTEST = 50


def pieces(text: str, references: References, entries: dict[str, Entry], wording: Wording) -> tuple[Piece, ...]:
    """Words of a release as the note prints them.

    Args:
        text: The words, verbatim.
        references: Where they stand; the first place that holds them is taken.
        entries: The releases by key.
        wording: For the dates in brackets.
    """
    for reference in references:
        entry = entries.get(reference.release)
        span = _find(text, reference, entry) if entry else None
        if entry and span:
            return _edited(entry, span, wording)
    return (Piece(text=folded(text)),)


def whole(words: str) -> str:
    """A clause without a quotation mark at its start that nothing closes: what it opened ends outside the clause."""
    for opening, closing in _MARKS:
        opened = words.count(opening) % 2 if opening == closing else words.count(opening) - words.count(closing)
        if opened == 1 and words.startswith(opening):
            return words.removeprefix(opening)
    return words


def cut(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Long words left at the last seam that makes them short enough, with a mark of the omission; else all of them."""
    if sum(len(piece.text) for piece in found) <= _LONGEST:
        return found
    kept: list[Piece] = []
    room = _LONGEST
    best: tuple[Piece, ...] = ()
    for piece in found:
        for seam in () if piece.inserted else _SEAM.finditer(piece.text, 0, max(room, 0)):
            if _LONGEST - room + seam.start() >= _SHORTEST:
                best = (*kept, Piece(text=piece.text[: seam.start()]))
        kept.append(piece)
        room -= len(piece.text)
    return (*best, Piece(text=_OMISSION, inserted=True)) if best else found


def _find(text: str, reference: Reference, entry: Entry) -> Span | None:
    """Where the words stand inside the reference's; None where they are not the release's words as they stand."""
    words = reference.span.of(entry.release.text)
    if folded(words) == folded(text):
        return reference.span
    at = words.find(text)
    return Span(reference.span.start + at, reference.span.start + at + len(text)) if at >= 0 and text else None


def _edited(entry: Entry, span: Span, wording: Wording) -> tuple[Piece, ...]:
    text = entry.release.text
    start = _start(entry, span)
    found: list[Piece] = []
    for value in entry.release.facts.dates:
        if not (start <= value.span.start and value.span.end <= span.end):
            continue
        insertion = _insertion(value, wording)
        if insertion:
            found += (Piece(text=text[start : value.span.end]), Piece(text=insertion, inserted=True))
            start = value.span.end
    found.append(Piece(text=text[start : span.end]))
    return tuple(Piece(text=piece.text, inserted=piece.inserted) for piece in found if piece.text.strip())


def _start(entry: Entry, span: Span) -> int:
    """Where the sentence starts once the dateline is dropped."""
    dateline = entry.release.facts.dateline
    if dateline is None or not span.start <= dateline.span.start < dateline.span.end < span.end:
        return span.start
    after = _AFTER_DATELINE.match(entry.release.text, dateline.span.end, span.end)
    return after.end() if after and after.end() < span.end else span.start


def _insertion(value: TimeValue, wording: Wording) -> str:
    if not _RELATIVE.fullmatch(value.text.strip()) or day_of(value.value) is None:
        return ""
    return _BRACKETS.format(wording.date(value.value, value.end))
