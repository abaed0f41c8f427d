"""Place and date that open the release, and the date it states for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from reporter.language import calendar
from reporter.layout import openings, vocabulary
from reporter.layout.openings import Landmarks, Opening
from reporter.locales import Locale
from reporter.model.blocks import Block, Reading
from reporter.model.facts import Dateline, Facts
from reporter.model.mentions import TimeMention
from reporter.model.spans import Span

# The parts of a dateline's place: "Kramatorsk, Donetsk Oblast", "CHISINAU/STRASBOURG".
_COMMA = re.compile(r"\s*,\s*")
_PARTS = re.compile(r"[,/()&]|\sand\s", re.IGNORECASE)
# "D.C.", "N.Y." and "UK" stay in capitals.
_LONG_WORD = re.compile(r"[^\W\d_]{3}")
# "HONG" and "KONG" of "Netherlands & HONG KONG".
_LONG_CAPITALS = re.compile(r"\b[A-ZÀ-ÖØ-Þ]{4,}\b")
_WORD = re.compile(r"[^\W\d_]+")
# The year of a release's number: 2017 of "2017-03-KX-008", 2010 of "PR/2010/17".
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_PARTICLES = frozenset(
    ["of", "de", "del", "della", "la", "le", "el", "al", "am", "upon", "sur", "do", "da", "and", "the", "den", "an"]
)
_DATE_RULES = frozenset({"layout.date-line", "layout.date-field"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """A date that the release gives for itself, with where it stands."""

    day: date
    span: Span
    rule: str


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far, with dateline and date of release."""
    marks = Landmarks(reading.mentions)
    wires = vocabulary.of(locale).wires
    lines = [
        (block, opening)
        for block in _openable(reading)
        if (opening := openings.read(reading.text, block.span, marks, wires)) is not None
    ]
    placed = next((opening for _, opening in lines if opening.place), None)
    dated = _own_date(reading, placed, lines, marks)
    dateline = _dateline(reading.text, placed, dated, locale)
    published = dated.day if dated else None
    return replace(facts, dateline=dateline, published=published)


def _openable(reading: Reading) -> Iterator[Block]:
    """The blocks that a dateline can stand in: lines of their own, and the lead."""
    lead = next((block for block in reading.blocks if block.kind == "body"), None)
    for block in reading.blocks:
        if block.rule == "layout.date-line" or block is lead:
            yield block


def _own_date(
    reading: Reading, placed: Opening | None, lines: list[tuple[Block, Opening]], marks: Landmarks
) -> _Dated | None:
    """The date of the dateline; else of a line or field above the news; else of a line below it."""
    found = [placed] if placed else []
    found += [opening for _, opening in lines if opening is not placed]
    for opening in found:
        if opening.date and (mention := marks.after(opening.date.start)):
            day = _day(reading, mention)
            if day:
                return _Dated(day=day, span=opening.date, rule=opening.rule)
    return _stated(reading, marks)


def _stated(reading: Reading, marks: Landmarks) -> _Dated | None:
    """A date in a field, a label or a masthead, or at the end of the title."""
    news = next((number for number, block in enumerate(reading.blocks) if block.kind == "body"), len(reading.blocks))
    below = [block for block in reading.blocks[news:] if block.rule == "layout.date-field"]
    for block in (*reading.blocks[:news], *below):
        in_head = block.kind in ("masthead", "label") or block.rule in _DATE_RULES
        if not in_head and block.kind not in ("title", "subtitle"):
            continue
        for mention in marks.within(block.span):
            ends = mention.span.end >= block.span.end - 2 and not _introduced(reading.text, mention)
            opens = mention.span.start == block.span.start and reading.text.startswith(
                (":", "–", "—", "-"), mention.span.end
            )
            if (in_head or ends or opens) and (day := _day(reading, mention)):
                return _Dated(day=day, span=mention.span, rule=f"dateline.{block.kind}")
    return None


def _introduced(text: str, mention: TimeMention) -> bool:
    """Whether a preposition makes the date that of an event: "to meet on 5 May 2015"."""
    before = text[max(0, mention.span.start - 12) : mention.span.start].split()
    return bool(before) and before[-1].casefold() in ("on", "of", "from", "until", "by", "for", "to", "in", "since")


def _day(reading: Reading, mention: TimeMention) -> date | None:
    if mention.day:
        return mention.day
    point = mention.point
    if mention.last or point is None or point.day is None or point.month is None:
        return None
    if point.swapped is not None and point.year is not None:
        return point.swapped if _month_first(reading) else calendar.day(point.year, point.month, point.day)
    year = point.year or _other_year(reading, mention)
    return calendar.day(year, point.month, point.day) if year else None


def _month_first(reading: Reading) -> bool:
    """Whether the release puts the month first: it does so wherever it spells months out."""
    text = reading.text
    spelt = [
        text[mention.span.start].isdigit()
        for mention in reading.mentions.times
        if mention.rule == "times.day" and mention.point and mention.point.day
    ]
    return bool(spelt) and not any(spelt)


def _other_year(reading: Reading, mention: TimeMention) -> int | None:
    """The year of the same day named in full elsewhere, or of the release's number."""
    assert mention.point
    for other in reading.mentions.times:
        if other.day and (other.day.month, other.day.day) == (mention.point.month, mention.point.day):
            return other.day.year
    for block in reading.blocks:
        if block.kind == "body":
            break
        if (block.kind == "label" or block.rule == "layout.reference") and (
            year := _YEAR.search(block.span.of(reading.text))
        ):
            return int(year.group())
    return None


def _dateline(text: str, placed: Opening | None, dated: _Dated | None, locale: Locale) -> Dateline | None:
    if placed is not None and placed.place is not None:
        words = placed.place.of(text)
        return Dateline(
            place=_place(_without_country(words, locale), locale),
            date=dated.day if dated else None,
            span=placed.span,
            rule=placed.rule,
            country=_country(f"{words}, {placed.region.of(text)}" if placed.region else words, locale),
        )
    if dated is not None:
        return Dateline(place=None, date=dated.day, span=dated.span, rule=dated.rule)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gazetteer:
    """Codes of countries by names in lower case."""

    codes: dict[str, str]
    countries: frozenset[str]


@cache
def _gazetteer(locale: Locale) -> _Gazetteer:
    places = {row[0].casefold(): row[1] for row in locale.rows("places") if len(row) > 1 and row[1]}
    countries = {
        form.casefold(): code
        for code, name, *others in locale.rows("countries")
        for form in (name, *(others[0].split(";") if others else ()))
    }
    # Countries win over towns of their name.
    return _Gazetteer(codes=places | countries, countries=frozenset(countries))


def _country(words: str, locale: Locale) -> str | None:
    """The country of a dateline's place: named last, or that of the town; None where two places lie apart."""
    table = _gazetteer(locale).codes
    parts = [" ".join(part.split()).strip(".").casefold().replace("’", "'") for part in _PARTS.split(words)]
    if "," in words and parts[-1] in table:
        return table[parts[-1]]
    codes = {table[part] for part in parts if part in table}
    return codes.pop() if len(codes) == 1 else None


def _without_country(words: str, locale: Locale) -> str:
    """The town of "KABUL, Afghanistan": the dateline holds the country beside the place."""
    town, comma, last = words.rpartition(",")
    return town if comma and " ".join(last.split()).casefold().rstrip(".") in _gazetteer(locale).countries else words


def _place(words: str, locale: Locale) -> str:
    """As a reader writes it: capitals only where names have them, no stop at the end but an abbreviation's."""
    shown = " ".join(words.split())
    last = shown.rsplit(None, 1)[-1].rstrip(".")
    if shown.endswith(".") and "." not in last and not vocabulary.of(locale).stops.is_abbreviation(last):
        shown = shown[:-1]
    parts = _COMMA.split(shown)
    return ", ".join(
        _lowered(part) if part.isupper() and _LONG_WORD.search(part) else _LONG_CAPITALS.sub(_capitalised, part)
        for part in parts
    )


def _capitalised(found: re.Match[str]) -> str:
    return found.group().capitalize()


def _lowered(part: str) -> str:
    def word(found: re.Match[str]) -> str:
        letters = found.group()
        first = found.start() == 0
        return letters.lower() if letters.lower() in _PARTICLES and not first else letters.capitalize()

    return _WORD.sub(word, part)
