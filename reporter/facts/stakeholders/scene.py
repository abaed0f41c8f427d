"""A text as the readers of stakeholders see it: its words, and the mention that holds each word."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from reporter.locales import Locale
from reporter.mentions.names import lexicon, words
from reporter.mentions.names.lexicon import Lexicon
from reporter.mentions.names.words import Words
from reporter.model.blocks import Reading
from reporter.model.facts import Facts
from reporter.model.mentions import NameMention
from reporter.model.spans import Span


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of a text with the names that hold them."""

    text: str
    words: Words
    lexicon: Lexicon
    mentions: tuple[NameMention, ...]
    """Those that count: names of furniture and credits are left out."""
    holders: dict[int, tuple[NameMention, int, int]]
    """By the place of a word: the mention with the places [first, last) of its words."""
    facts: Facts

    @classmethod
    def of(cls, reading: Reading, facts: Facts, locale: Locale) -> Scene:
        """The scene of a reading."""
        found = words.of(reading.text)
        ignored = {
            place
            for block in reading.of_kind("furniture")
            for place in range(bisect_left(found.start, block.span.start), bisect_left(found.start, block.span.end))
        }
        kept = tuple(
            mention
            for mention in reading.mentions.names
            if bisect_left(found.start, mention.span.start) not in ignored and not _is_credit(reading.text, mention)
        )
        return cls(reading.text, found, lexicon.of(locale), kept, _holders(found, kept), facts)

    def place(self, offset: int) -> int:
        """The place of the word that begins at an offset."""
        return bisect_left(self.words.start, offset)

    def span(self, first: int, last: int) -> Span:
        """The stretch of the words [first, last)."""
        return Span(self.words.start[first], self.words.end[last - 1])

    def kind(self, place: int) -> str | None:
        """What kind of name holds a word."""
        held = self.holders.get(place)
        return held[0].kind if held else None


def _holders(found: Words, mentions: tuple[NameMention, ...]) -> dict[int, tuple[NameMention, int, int]]:
    holders: dict[int, tuple[NameMention, int, int]] = {}
    for mention in mentions:
        first = bisect_left(found.start, mention.span.start)
        last = bisect_left(found.start, mention.span.end)
        for place in range(first, last):
            holders[place] = (mention, first, last)
    return holders


def _is_credit(text: str, mention: NameMention) -> bool:
    """The agency of a photographer: "(OSCE/Jane Doe)"."""
    if mention.kind != "organisation":
        return False
    start, end = mention.span
    return text[start - 1 : start] == "(" and text[end : end + 1] == "/"
