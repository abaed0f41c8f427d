"""Datelines as they open a paragraph or fill a line: place, region, wire and date in any order."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.model.mentions import Mentions, TimeMention
from reporter.model.spans import Span

# A capitalised word with inner stops, hyphens and apostrophes: "Dushanbe", "D.C.", "Port-au-Prince", "N’Djamena".
_WORD = r"[^\W\d_a-z](?:[^\W\d_]|[.’'‑-](?=[^\W\d_])){0,30}\.?"
_PART = rf"{_WORD}(?:[ \t\u00a0]{{1,3}}(?:(?:of|de|es|del|della|la|le|el|al|am|an|upon|sur|do|da|the|den)[ \t]{{1,2}}){{0,2}}{_WORD}){{0,3}}"
_JOINT = r"(?:[ \t]?,[ \t\u00a0]{0,3}|[ \t]?/[ \t]?|[ \t]{1,2}(?:and|AND|&|und|et|y|e)[ \t]{1,2})"
# "Kramatorsk, Donetsk Oblast", "CHISINAU/STRASBOURG", "Geneva and New York", "St. Paul, Minn."
_PLACES = re.compile(rf"{_PART}(?:{_JOINT}{_PART}){{0,3}}")
# Brackets or slashes around a wire's name or a region: "(BUSINESS WIRE)", "/PRNewswire/", "(France)".
_ASIDE = re.compile(r"[(\[/]([^\W\d_][^()\[\]/\n\d]{1,40})[)\]/]")
# A wire that no list knows, between slashes and before the dash: "/Harbour News Agency (HNA)/-".
_SLASHED = re.compile(r"/[^/\n]{2,60}/(?=\s?[-–—])")
_BETWEEN = re.compile(r"[\s,;|/–—:·()\[\]-]{0,8}")
_OPEN = re.compile(r"[\s\"“(\[]{0,4}")
# What parts a dateline from the text after it: a dash, a colon, a bracket; or white space alone.
_PARTING = re.compile(r"[\s)\]]{0,4}(?:[–—−‐‑|:]|-{1,3}|\.(?=\s)){0,3}[\s)\]]{0,4}(?:[–—-]{1,2}\s)?")
_DASHED = re.compile(r"\s?(?:[–—]|-{1,2})\s?")
_DASH = re.compile(r"[–—−‐‑|:-]")
# "17:30", "8:00AM EST", "at 16.00 hrs", "(CET)".
_CLOCK = re.compile(
    r"[\s,;|–-]{0,4}(?:at )?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)"
    r"(?:\s?(?:hrs?|hours|h)\b)?(?:\s?\(?(?:GMT|UTC|[A-Z]{1,4}T|local time)\b\)?)?(?:\s?[+-]\d{1,2})?",
    re.IGNORECASE,
)
_REACH, _SOON = 110, 6
# What stands before a date or a body in a line about the release.
_KEYS = frozenset(("source", "published", "posted", "updated", "issued", "released", "contact", "by", "from", "press"))
# No place ends with these.
_JOINING = frozenset(("of", "on", "for", "from", "dated", "the"))
_PIECES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A dateline."""

    span: Span
    """From its first to its last word."""
    body: int
    """Where the text after it begins; the end of the paragraph where nothing follows."""
    rule: str
    place: Span | None = None
    region: Span | None = None
    """What stands in brackets after the place: a country, a province."""
    date: Span | None = None
    day: dt.date | None = None
    wire: bool = False


class Landmarks:
    """The days, months and towns that a text names, by where they stand."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = [mention for mention in mentions.times if mention.point and mention.point.month]
        self._starts = [mention.span.start for mention in self._mentions]
        self._towns = frozenset(name.span for name in mentions.names if name.kind == "place")

    def is_town(self, span: Span) -> bool:
        """Whether the span is the name of a place that is known."""
        return span in self._towns

    def after(self, place: int) -> TimeMention | None:
        """The first that begins at the place or later."""
        number = bisect_left(self._starts, place)
        return self._mentions[number] if number < len(self._mentions) else None

    def within(self, span: Span) -> Sequence[TimeMention]:
        """Those that begin inside."""
        return self._mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


@dataclass(slots=True, kw_only=True)
class _Pieces:
    """What has been read so far."""

    cursor: int
    end: int
    stop: int
    """Where the paragraph ends."""
    place: Span | None = None
    date: TimeMention | None = None
    region: Span | None = None
    wire: bool = False


def read(text: str, span: Span, marks: Landmarks, wires: frozenset[str]) -> Opening | None:
    """The dateline that a paragraph opens with, if it opens with one.

    Knowingly missed: a place alone in lower case or without any mark between it and the text.
    """
    start = _OPEN.match(text, span.start, span.end).end()  # type: ignore[union-attr]  # matches the empty string too
    limit = min(span.end, start + _REACH)
    pieces = _Pieces(cursor=start, end=start, stop=span.end)
    for _ in range(_PIECES):
        if not _read_piece(text, pieces, limit, marks, wires):
            break
    if pieces.date is None and not pieces.wire and pieces.place is None:
        return None
    if pieces.place is not None and pieces.place.of(text).rsplit(None, 1)[-1].casefold() in _JOINING:
        return None  # "JUDGMENTS OF 12 MARCH 2015"
    return _closed(text, start, span, pieces, marks)


def after(text: str, end: int) -> int:
    """Where the text after a dateline that ends here begins."""
    parting = _PARTING.match(text, end)
    return parting.end() if parting else end


def _read_piece(text: str, pieces: _Pieces, limit: int, marks: Landmarks, wires: frozenset[str]) -> bool:
    between = _BETWEEN.match(text, pieces.cursor, limit)
    if between is None:
        # A date that begins before the limit may end behind it.
        return False
    at = between.end()
    if pieces.date is not None and (clock := _CLOCK.match(text, pieces.end, limit)) and clock.end() > pieces.end:
        pieces.cursor = pieces.end = clock.end()
        return True
    nearest = marks.after(at)
    if nearest and nearest.span.start == at and pieces.date is None and nearest.span.end <= pieces.stop:
        pieces.date = nearest
        pieces.cursor = pieces.end = nearest.span.end
        return True
    if (pieces.place or pieces.date) and _read_aside(text, pieces, at, limit, wires):
        return True
    if pieces.place is None and (
        pieces.date is None or _DASH.search(text, pieces.end, at) or "," in text[pieces.end : at]
    ):
        until = nearest.span.start if nearest else limit
        places = _PLACES.match(text, at, min(limit, until))
        end = places.end() if places and places.group().casefold() not in _KEYS else at
        if pieces.date is not None:
            # After the date the place ends its own sentence: "05.05.2015, Loma. The …".
            stop = text.find(". ", at, end + 1)
            end = stop if stop > 0 else end
        if end > at and (pieces.date is None or _stands_apart(text, end)):
            pieces.place = Span(at, end)
            pieces.cursor = pieces.end = end
            return True
    return False


def _read_aside(text: str, pieces: _Pieces, at: int, limit: int, wires: frozenset[str]) -> bool:
    """A wire's name or a region between brackets or slashes."""
    slashed = _SLASHED.match(text, max(pieces.end, at - 1), limit)
    if slashed:
        pieces.wire = True
        pieces.cursor = pieces.end = slashed.end()
        return True
    aside = _ASIDE.match(text, max(pieces.cursor, at - 1), limit) or _ASIDE.match(text, at, limit)
    if aside is None:
        return False
    # After the date only a wire's name stands in brackets; any name there is one if the dash follows.
    wire = _is_wire(aside.group(1), wires) or (pieces.date is not None and _DASHED.match(text, aside.end()) is not None)
    if not wire and pieces.date is not None:
        return False
    pieces.wire = pieces.wire or wire
    if not wire:
        pieces.region = Span(*aside.span(1))
    pieces.cursor = pieces.end = aside.end()
    return True


def _stands_apart(text: str, end: int) -> bool:
    """Whether a place after a date ends with a mark: else it is the first word of the sentence."""
    after = text[end : end + _SOON].lstrip(" \t")
    return not after or after[0] in "\n–—−-:|(/" or (after[:2] == ". " and after[2:3].isupper())


def _is_wire(name: str, wires: frozenset[str]) -> bool:
    return " ".join(name.casefold().split()) in wires


def _closed(text: str, start: int, span: Span, pieces: _Pieces, marks: Landmarks) -> Opening | None:
    parting = _PARTING.match(text, pieces.end, span.end)
    assert parting is not None
    body = parting.end()
    date = pieces.date
    kind = _kind(text, Span(start, span.end), pieces, Span(pieces.end, body), marks)
    if kind is None:
        return None
    return Opening(
        span=Span(start, pieces.end),
        body=body,
        rule=f"dateline.{kind}",
        place=pieces.place,
        region=pieces.region,
        date=date.span if date else None,
        day=date.day if date else None,
        wire=pieces.wire,
    )


def _kind(text: str, span: Span, pieces: _Pieces, parting: Span, marks: Landmarks) -> str | None:
    """Which shape of dateline it is; None where it is an ordinary beginning of a sentence."""
    alone = parting.end >= span.end
    marked = _DASH.search(text, parting.start, parting.end) is not None
    if pieces.date is not None and pieces.place is not None:
        if alone:
            return "line" if _is_dated(text, pieces) else None
        # Without a mark only a capital or a bracket tells that the sentence begins after the date.
        separated = marked or text[parting.start] in ")]." or _shouted(text, pieces.place)
        return "place-date" if separated and not text[parting.end].islower() else None
    if pieces.date is not None:
        if alone:
            return "date-line"
        # "Friday, May 5, 2015 On Monday …": a sentence would go on with a comma or in lower case.
        glued = pieces.date.day is not None and text[parting.end].isupper() and text[parting.start] == " "
        bracketed = text[span.start - 1 : span.start] in ("(", "[") and text[parting.start] in ")]"
        return "date" if (marked and parting.start < parting.end) or glued or bracketed else None
    if pieces.wire:
        return "line" if alone else ("wire" if marked else None)
    return "place" if not alone and _place_alone(text, pieces.place, parting, marks) else None


def _is_dated(text: str, pieces: _Pieces) -> bool:
    """Whether a line of place and date is one: it has the year, capitals or brackets; "Summer News, June 5" has none."""
    assert pieces.date is not None
    assert pieces.place is not None
    if pieces.date.day is not None or _shouted(text, pieces.place):
        return True
    point = pieces.date.point
    return (point is not None and point.year is not None) or text[pieces.date.span.start - 1] in "([|"


def _place_alone(text: str, place: Span | None, parting: Span, marks: Landmarks) -> bool:
    """Whether a place without a date is one: "WASHINGTON – The", "Taipei, Taiwan — The"; not "Note: The"."""
    if place is None or text[parting.end].islower():
        return False
    mark = parting.of(text)
    first = place.of(text).split(",")[0]
    town = marks.is_town(place) or marks.is_town(Span(place.start, place.start + len(first)))
    if ":" in mark:
        return town and (_shouted(text, place) or "," in place.of(text))
    dash = (
        "--" in mark
        or "—" in mark
        or (mark[:1].isspace() and mark[-1:].isspace() and any(dash in mark for dash in "–-"))
    )
    return dash and (_shouted(text, place) or town or "," in place.of(text))


def _shouted(text: str, place: Span) -> bool:
    first = re.split(r"[,/(]", place.of(text), maxsplit=1)[0]
    return first.isupper() and len(first) > 2  # noqa: PLR2004  (an acronym of two letters opens a sentence: "EU – ")
