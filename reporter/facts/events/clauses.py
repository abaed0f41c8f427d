"""The stretches of the text that tell of something, each with the dates in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from reporter.model.blocks import STORY, Block, Reading
from reporter.model.facts import Facts, TimeValue
from reporter.model.spans import Span

# Kinds of blocks that tell what happened.
# Kinds whose dates confirm an event that the body tells of.
CONFIRMING = ("title", "subtitle", "caption", "heading", "masthead")
# The mark before an item of a list.
_BULLET = re.compile(r"[•·▪◦*‣–-]\s+")
# What a dateline leaves after its date: a closing bracket, a dash, a full stop or the end of the line.
_AFTER_DATELINE = re.compile(r"[ \t]*\)?[ \t.,]*(?:[–—:‑-]+|\n|$)\s*|[ \t]?\.\s+(?=[A-ZÀ-Þ])")
# Before the date of a dateline: places in capitals or with a capital, brackets; no verb.
_BEFORE_DATELINE = re.compile(r"[\s(]*(?:[A-ZÀ-Þ][\w.’'-]*[\s,/(&-]*|(?:of|and|the|de|la)\s+){0,10}$")
# A place that opens a text without a date: "PAKTIKA PROVINCE, Afghanistan – ".
_PLACE_ONLY = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,40}(?:,[^–—.\n-]{2,40})?[ \t]*(?:\([^)\n]{2,40}\))?[ \t]*[–—-]{1,2}[ \t]+"
)
_LONGEST_DATELINE = 100
# A line without a full stop at its end tells something only if it has so many words; otherwise it is a heading.
_LONG_LINE = 24
# An item of a list that opens with a date is an entry of a programme: letters of its mark before the date.
_ITEM = 6
_STOP = re.compile(r"[.!?…:;][\"'”’»)\]\s]*$|[\"”»]\s*$")
# Where one clause ends and the next, with a subject of its own, begins.
_BOUNDARY = re.compile(r";|,? (?:and|but|while) (?=[A-ZÀ-Þ]|(?:the|an?|it|he|she|they|its|their|his|her) )")
# Shorter stretches are no clause: the whole sentence says more.
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without the dateline in front of it, with the dates in it."""

    span: Span
    block: int
    """Place of its block among those of the reading."""
    dates: tuple[TimeValue, ...]
    telling: bool
    """Whether it belongs to the running text; else it is a title, caption or heading."""


def sentences(reading: Reading, facts: Facts) -> list[Sentence]:
    """The sentences of the running text, titles and captions, in text order."""
    starts = [value.span.start for value in facts.dates]
    found: list[Sentence] = []
    for place, block in enumerate(reading.blocks):
        if block.kind not in STORY and block.kind not in CONFIRMING:
            continue
        above = facts.dateline is not None and block.span.end <= facts.dateline.span.start
        telling = _tells(reading.text, block, starts) and not (above and block.kind not in STORY)
        start = _after_dateline(reading.text, block, facts)
        for sentence in block.sentences or (block.span,):
            span = Span(_after_bullet(reading.text, max(sentence.start, start), sentence.end), sentence.end)
            if span.start < span.end:
                found.append(Sentence(span, place, _inside(facts.dates, starts, span), telling))
    return found if any(sentence.telling for sentence in found) else [_told(reading.text, each) for each in found]


def _told(text: str, sentence: Sentence) -> Sentence:
    """In a text without a body, what stands as a caption may be all that is told."""
    words = sentence.span.of(text)
    return replace(sentence, telling=bool(_STOP.search(words[-8:])) and words.count(" ") >= _FEWEST_WORDS)


def _after_bullet(text: str, start: int, end: int) -> int:
    """Where the words of an item of a list begin."""
    found = _BULLET.match(text, start, end)
    return found.end() if found else start


def _inside(dates: tuple[TimeValue, ...], starts: list[int], span: Span) -> tuple[TimeValue, ...]:
    return dates[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _tells(text: str, block: Block, starts: list[int]) -> bool:
    """Whether a block is running text; a long one among the headings may be the whole lead."""
    words = block.span.of(text)
    stops = bool(_STOP.search(words[-8:]))
    if block.kind in ("subtitle", "heading", "masthead"):
        return stops and words.count(" ") >= _LONG_LINE
    if block.kind == "list" and any(block.span.start <= at < block.span.start + _ITEM for at in starts):
        return True
    return block.kind in STORY and (stops or words.count(" ") >= _LONG_LINE)


def _after_dateline(text: str, block: Block, facts: Facts) -> int:
    """Where the text of a block begins after its dateline."""
    start = block.span.start
    if facts.dateline and facts.dateline.span.overlaps(block.span):
        start = facts.dateline.span.end
        found = _AFTER_DATELINE.match(text, start, block.span.end)
        return found.end() if found else start
    for value in facts.dates:
        if value.span.start >= block.span.end or value.span.start > start + _LONGEST_DATELINE:
            break
        if value.span.start < start:
            continue
        found = _AFTER_DATELINE.match(text, value.span.end, block.span.end)
        if found and _BEFORE_DATELINE.match(text[start : value.span.start]):
            return found.end()
        break
    found = _PLACE_ONLY.match(text, start, block.span.end)
    return found.end() if found else start


def around(text: str, sentence: Span, date: Span, others: list[Span]) -> Span:
    """The clause of a sentence that goes with one of its dates: cut between it and its neighbours, if there is a seam."""
    start, end = sentence
    for other in others:
        if other.end <= date.start:
            seams = list(_BOUNDARY.finditer(text, other.end, date.start))
            start = max(start, seams[-1].end()) if seams else start
        elif other.start >= date.end:
            seam = _BOUNDARY.search(text, date.end, other.start)
            end = min(end, seam.start()) if seam else end
    clause = Span(start, end)
    return clause if len(clause.of(text).split()) >= _FEWEST_WORDS else sentence
