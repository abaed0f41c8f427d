"""Time expressions resolved against the release date."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cache

from reporter.facts.dates import context as contexts
from reporter.facts.dates import reference, resolution
from reporter.language import tenses
from reporter.locales import Locale
from reporter.model.blocks import Block, Reading
from reporter.model.facts import Facts, TimeValue
from reporter.model.mentions import TimeMention
from reporter.model.spans import Span

# "until Friday", "by September": what lies ahead, unless the sentence tells of the past.
_UNTIL = re.compile(r"\b(?:until|till|by|before)\s+(?:the\s+)?$")
_LEAD = 16
# Between a time of day and its day: ", on ", " (local time) on ".
_OF_DAY = re.compile(r",?\s{0,3}(?:\([^)]{1,20}\)\s?)?,?\s?(?:on\s)?(?:the\s)?")
# Blocks whose lone numbers are house numbers and postcodes, not years.
_WITHOUT_YEARS = ("contact", "furniture")


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far with the dates that the text names, in order."""
    anchor = reference.find(reading, facts)
    order = contexts.numeric_order(reading)
    values: list[TimeValue] = []
    context = contexts.Context(anchor=anchor, order=order)
    sentences = _Sentences(reading, locale)
    mentions = _mentions(reading)
    for place, mention in enumerate(mentions):
        sentence = sentences.around(mention.span)
        following = mentions[place + 1] if place + 1 < len(mentions) else None
        if following and _is_hour_of(mention, following, reading.text):
            day = replace(context, tense=sentences.tense(following, sentence), sentence=sentence)
            context = day.after(following, resolution.resolve(following, reading.text, day))
        context = replace(context, tense=sentences.tense(mention, sentence), sentence=sentence)
        value = resolution.resolve(mention, reading.text, context)
        values.append(value)
        context = context.after(mention, value)
    return replace(facts, dates=tuple(values), today=anchor.day)


def _is_hour_of(mention: TimeMention, following: TimeMention, text: str) -> bool:
    """Whether a time of day stands before its day: "at 9 a.m. on Thursday, 2 December"."""
    hour, day = mention.point, following.point
    if not hour or not day or not hour.clock or not hour.narrative:
        return False
    if not _OF_DAY.fullmatch(text, mention.span.end, following.span.start):
        return False
    return day.clock is None and (day.day is not None or day.weekday is not None)


def _mentions(reading: Reading) -> list[TimeMention]:
    """The mentions that are dates here: none inside a number or an address, no bare year in a contact block."""
    taken = sorted(
        [phone.span for phone in reading.mentions.phones] + [address.span for address in reading.mentions.addresses]
    )
    starts = [span.start for span in taken]
    blocks = [block.span.start for block in reading.blocks]
    return [
        mention
        for mention in reading.mentions.times
        if not _taken(mention.span, taken, starts) and not _loose(mention, _block(mention.span, reading.blocks, blocks))
    ]


def _taken(span: Span, taken: list[Span], starts: list[int]) -> bool:
    place = bisect_right(starts, span.start) - 1
    return place >= 0 and taken[place].overlaps(span)


def _block(span: Span, blocks: tuple[Block, ...], starts: list[int]) -> Block | None:
    place = bisect_right(starts, span.start) - 1
    return blocks[place] if place >= 0 and blocks[place].span.overlaps(span) else None


def _loose(mention: TimeMention, block: Block | None) -> bool:
    return block is not None and block.kind in _WITHOUT_YEARS and mention.rule in ("times.year", "times.years")


@cache
def _tense_words(locale: Locale) -> dict[str, str]:
    return locale.table("tenses")


class _Sentences:
    """The sentences of a reading, and the tense at a place of them."""

    def __init__(self, reading: Reading, locale: Locale) -> None:
        self._text = reading.text
        self._table = _tense_words(locale)
        self._spans = [span for block in reading.blocks for span in (block.sentences or (block.span,))]
        self._starts = [span.start for span in self._spans]
        self._verbs: dict[Span, list[tenses.Verb]] = {}

    def around(self, span: Span) -> Span:
        """The sentence, or the block without sentences, that a place lies in."""
        place = bisect_right(self._starts, span.start) - 1
        if place >= 0 and self._spans[place].overlaps(span):
            return self._spans[place]
        return span

    def tense(self, mention: TimeMention, sentence: Span) -> tenses.Tense | None:
        """The tense beside a mention, where its date hangs on it."""
        if not contexts.needs_tense(mention):
            return None
        if sentence not in self._verbs:
            self._verbs[sentence] = tenses.verbs(self._text, sentence, self._table)
        tense = tenses.nearest(self._text, self._verbs[sentence], mention.span)
        if _UNTIL.search(self._text, max(0, mention.span.start - _LEAD), mention.span.start) and tense != "past":
            return "future"
        return tense
