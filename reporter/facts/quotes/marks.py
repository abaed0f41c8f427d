"""Quotation marks: which open and which close, told by what stands beside them before their own shape is believed."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Literal, NamedTuple

from reporter.model.spans import Span

Side = Literal["open", "close", "either"]

# Double marks of every style, TeX's ``…'' and a low mark typed as two commas.
_DOUBLE = re.compile(r"``|''|,,(?=[^\W\d_])|[\"“”„‟«»‹›＂〝〞]")
# The same without the pairs: one class of characters, which the engine scans for several times as fast.
_DOUBLE_CHARACTER = re.compile(r"[\"“”„‟«»‹›＂〝〞]")
_PAIRS = ("``", "''", ",,")
# A single mark before a word: ‘We won,’ … but not in ’90s. What stands before it is looked at afterwards: fast.
_SINGLE_OPEN = re.compile(r"[‘‚‛`'’](?=([^\W\d_]+))")
_NEVER_BEFORE_SINGLE = frozenset("'’`.,;:!?)")
# A single mark after a word or its stop, before no letter: won,’
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…;)])['’‘´](?!\w)")

_OPENING_SHAPES = frozenset({"“", "„", "‟", "«", "‹", "〝", "``", ",,"})
_CLOSING_SHAPES = frozenset({"”", "»", "›", "〞", "''"})
_BEFORE_OPENING = frozenset("([{-–—―/:;|•·*\u00a0,") | _OPENING_SHAPES | frozenset("‘'")
_AFTER_CLOSING = frozenset(".,:;!?)]}-–—―…/|") | _CLOSING_SHAPES | frozenset("’'\"“")
_SENTENCE_STOPS = frozenset(".!?…:")
_CLAUSE_STOPS = frozenset(".,!?…;")
_LONGEST_TAIL = 12


class Mark(NamedTuple):
    """One quotation mark."""

    start: int
    end: int
    side: Side
    double: bool


def find(text: str, span: Span, elided: Container[str]) -> list[Mark]:
    """The marks of a paragraph, in text order; apostrophes, and signs for inches and feet, are none.

    Args:
        text: The whole text.
        span: The paragraph.
        elided: Words that an apostrophe begins, in lower case: ’tis.
    """
    found = list(_doubles(text, span))
    singles = _singles(text, span, elided)
    return sorted((*found, *singles)) if singles else found


def _doubles(text: str, span: Span) -> Iterator[Mark]:
    inside = False
    pairs = any(text.find(pair, span.start, span.end) >= 0 for pair in _PAIRS)
    for match in (_DOUBLE if pairs else _DOUBLE_CHARACTER).finditer(text, span.start, span.end):
        start, end = match.span()
        side = _side(text, span, start, end)
        if side != "open" and match.group() == '"' and not inside and text[start - 1 : start].isdigit():
            continue  # 12" tall
        inside = side == "open" or (side == "either" and not inside)
        yield Mark(start, end, side, double=True)


def _side(text: str, span: Span, start: int, end: int) -> Side:
    before = text[start - 1] if start > span.start else ""
    after = text[end] if end < span.end else ""
    can_open = (not before or before.isspace() or before in _BEFORE_OPENING) and bool(after) and not after.isspace()
    can_close = bool(before) and not before.isspace() and (not after or after.isspace() or after in _AFTER_CLOSING)
    if can_open != can_close:
        return "open" if can_open else "close"
    shape = text[start:end]
    if shape in _OPENING_SHAPES:
        return "open"
    return "close" if shape in _CLOSING_SHAPES else "either"


def _singles(text: str, span: Span, elided: Container[str]) -> list[Mark]:
    """Pairs of single marks; one without its fellow is an apostrophe."""
    openings = [
        found.start() for found in _SINGLE_OPEN.finditer(text, span.start, span.end) if _opens(text, found, elided)
    ]
    if not openings:
        return []
    closings = [found.start() for found in _SINGLE_CLOSE.finditer(text, openings[0], span.end)]
    marks: list[Mark] = []
    at = 0
    for opening, following in zip(openings, [*openings[1:], span.end], strict=True):
        while at < len(closings) and closings[at] <= opening + 1:
            at += 1
        first = at
        while at < len(closings) and closings[at] < following:
            at += 1
        closing = _closing(text, closings[first:at])
        if closing is not None:
            marks += [
                Mark(opening, opening + 1, "open", double=False),
                Mark(closing, closing + 1, "close", double=False),
            ]
    return marks


def _opens(text: str, found: re.Match[str], elided: Container[str]) -> bool:
    """Whether a single mark opens: a closing one, typed by mistake, only before a capital."""
    before = text[found.start() - 1 : found.start()] if found.start() else ""
    if before.isalnum() or before in _NEVER_BEFORE_SINGLE:
        return not before
    word = found.group(1)
    return word.lower() not in elided and (found.group() != "’" or word[0].isupper())


def _closing(text: str, places: list[int]) -> int | None:
    """After a stop rather than after a letter, and after any other letter rather than after an s: the workers' rights."""
    for place in places:
        if text[place - 1] in _CLAUSE_STOPS or text[place + 1 : place + 2] in ("", ".", ",", "?", "!"):
            return place
    return next((place for place in places if text[place - 1] != "s"), places[-1] if places else None)


def ends_sentence(text: str, place: int, floor: int) -> bool:
    """Whether what stands before a place, white space and marks aside, is the end of a sentence."""
    at = place - 1
    floor = max(floor, place - _LONGEST_TAIL)
    while at >= floor and (text[at].isspace() or text[at] in "”\"»’'“)"):
        at -= 1
    return at < floor or text[at] in _SENTENCE_STOPS


def ends_clause(text: str, place: int, floor: int) -> bool:
    """Whether a comma or a sentence's end stands directly before a place."""
    at = place - 1
    floor = max(floor, place - _LONGEST_TAIL)
    while at >= floor and text[at].isspace():
        at -= 1
    return at >= floor and text[at] in _CLAUSE_STOPS
