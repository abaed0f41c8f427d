"""The date that "today" is: the release's own, else the caller's, else the first that its head states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from reporter.model.blocks import Reading
from reporter.model.facts import Facts
from reporter.model.mentions import TimeMention
from reporter.model.spans import Span

# Characters in which a release states its date.
_HEAD = 1200
# Day and month without a year count as the release's date only so near the top, in brackets or before a dash.
_DATELINE = 600
_OPENS_TEXT = re.compile(r"[ \t]*(?:\)|\([^)\n]{2,40}\)|[–—-]|:|$)")
# Before the date: nothing, a place or a label with few words: "KABUL, Afghanistan (", "Date: ", "Released on ".
_PLACE = re.compile(r"[\s\W]*(?:[\w.’'/-]+[\s,(:|·•–-]*){0,6}")
_LONGEST_PLACE = 60
# A release number that begins with year and month: 2012-06-S-026.
_NUMBER = re.compile(r"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-[A-Z]{1,3}-\d+\b")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known of the release's date: the day, or a month, or a year."""

    day: date | None = None
    year: int | None = None
    month: int | None = None


def find(reading: Reading, facts: Facts) -> Anchor:
    """The date to resolve against."""
    stated = facts.published or (facts.dateline.date if facts.dateline else None)
    day = stated or reading.document.published or _of_head(reading)
    if day:
        return Anchor(day, day.year, day.month)
    number = _NUMBER.search(reading.text, 0, _HEAD)
    if number:
        return Anchor(None, int(number[1]), int(number[2]))
    return Anchor(None, _year_of(reading), None)


def _of_head(reading: Reading) -> date | None:
    """The first date that stands by itself or as a dateline; in the head without its year, too."""
    placed = [mention for mention in reading.mentions.times if mention.point and _stands_alone(mention, reading.text)]
    full = next((mention.day for mention in placed if mention.day), None)
    return full or next((day for mention in placed if (day := _completed(mention, reading))), None)


def _stands_alone(mention: TimeMention, text: str) -> bool:
    """Whether a date has a line to itself, but for a place, or opens one as datelines do."""
    start = text.rfind("\n", 0, mention.span.start) + 1
    end = text.find("\n", mention.span.end)
    line = Span(start, end if end >= 0 else len(text))
    before, after = text[line.start : mention.span.start], text[mention.span.end : line.end]
    if len(before) > _LONGEST_PLACE or not _PLACE.fullmatch(before):
        return False
    return bool(_OPENS_TEXT.match(after)) or not after.strip(" .)")


def _completed(mention: TimeMention, reading: Reading) -> date | None:
    """A dateline without a year, where the release's number or another date of the head gives it."""
    point = mention.point
    if not point or point.month is None or point.day is None or mention.last or mention.span.start > _DATELINE:
        return None
    number = _NUMBER.search(reading.text, 0, _HEAD)
    year = int(number[1]) if number else _year_of(reading)
    try:
        return date(year, point.month, point.day) if year else None
    except ValueError:
        return None


def _year_of(reading: Reading) -> int | None:
    """The one year that the text names, if it names one only."""
    years = {mention.point.year for mention in reading.mentions.times if mention.point and mention.point.year}
    return years.pop() if len(years) == 1 else None
