"""What is known where a time expression stands: the release's date, the tense, the dates named before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from reporter.facts.dates.reference import Anchor
from reporter.language import calendar
from reporter.language.tenses import Tense
from reporter.model.blocks import Reading
from reporter.model.facts import TimeValue
from reporter.model.mentions import TimeMention
from reporter.model.spans import Span


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved with."""

    anchor: Anchor
    order: str | None = None
    """How the text writes dates in figures: DMY or MDY; None where nothing tells."""
    tense: Tense | None = None
    sentence: Span | None = None
    previous: date | None = None
    """The day named before, for "two days later"."""
    period: date | None = None
    """The first day of the day, month or year named before, for "the same year"."""
    place: Span | None = None
    """The sentence that names the period."""
    in_sentence: tuple[Span, date] | None = None
    """The last day named and the sentence that names it, for a time of day."""

    def after(self, mention: TimeMention, value: TimeValue) -> Context:
        """The context of what follows."""
        day = calendar.first_day(value.value)
        if day is None or not mention.point:
            return self
        if len(value.value) < len("2013-07-03"):
            return replace(self, period=day, place=self.sentence)
        return replace(
            self, previous=day, period=day, place=self.sentence, in_sentence=(self.sentence or mention.span, day)
        )


def numeric_order(reading: Reading) -> str | None:
    """How the text writes days and months, in words or in dates in figures that can be told."""
    votes = sum(_vote(mention, reading.text) for mention in reading.mentions.times)
    return ("MDY" if votes > 0 else "DMY") if votes else None


def _vote(mention: TimeMention, text: str) -> int:
    point = mention.point
    if not point or not point.day or not point.month:
        return 0
    words = mention.span.of(text)
    if mention.rule == "times.figures":
        first, slash, _ = words.partition("/")
        # A weekday may stand before the figures: "Wed, 14/09/2022".
        number = first.split()[-1] if first.split() else ""
        return (
            0
            if point.swapped or not slash
            else (1 if number == str(point.month) or number == f"{point.month:02}" else -1)
        )
    figure = next((place for place, mark in enumerate(words) if mark.isdigit()), 0)
    return 1 if any(mark.isalpha() for mark in words[:figure]) and point.weekday is None else -1


def needs_tense(mention: TimeMention) -> bool:
    """Whether past and future make different dates of a mention."""
    point = mention.point
    if point is None or point.year is not None:
        return False
    return any((point.month, point.weekday is not None, point.quarter, point.half, point.season))
