"""Dates that date no event: citations, statistics, states that go on since, targets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from reporter.facts.events.extents import Extent, Words
from reporter.model.blocks import Reading
from reporter.model.facts import Facts
from reporter.model.spans import Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# The word before a date, but for "the", in the letters before the date read backwards: "litnu" of "until the 3rd".
_BEFORE = re.compile(r"(?:\s+eht(?![^\W\d_]|-))?[\s,]*([^\W\d_]+(?:-[^\W\d_]+)*)")
_OF = re.compile(r"([^\W\d_]+)\s+of\s+(?:the\s+)?$")
_LEAD = 32
# Words after a year in which a document or statistic may be named: "the 2004 Law on …".
_NEAR_WORDS = 4
_YEAR = re.compile(r"\d{4}$")
# What a season before it is a sort of: " meetings", " Games".
_MODIFIED = re.compile(r" [^\W\d_]{2,}")
_OPENED = re.compile(r"\(\s*$")
# A period of a plan or an office: "the 2012–2015 strategy".
_DASHED = re.compile(r"\d{4}\s?[-–—/]\s?\d{2,4}")
# "this year" dates nothing more exactly than the release does.
_VAGUE = re.compile(r"\b(?:this|that|same|past|current|whole|entire) \w*year", re.IGNORECASE)
_MONEY = re.compile(r"[$€£]\s?\d|\b(?:million|billion|[A-Z]{3}\s\d)")
_PER_CENT = re.compile(r"\d\s?%|per cent|percent")


class Refusals:
    """What dates no event in one reading."""

    def __init__(self, reading: Reading, facts: Facts, words: Words, reference: date | None) -> None:
        self._text = reading.text
        self._quotes = [quote.span for quote in facts.quotes]
        self._reference = reference
        self._read: tuple[Span | None, set[str | None]] = (None, set())  # the last sentence, and kinds of its words
        self._kinds: Mapping[str, str] = words.kinds

    def refuses(self, extent: Extent, sentence: Span) -> bool:
        """Whether an extent is no event's."""
        if (extent.deictic and self._is_quoted(extent.span, sentence)) or self._is_led(extent, sentence):
            return True
        if _YEAR.fullmatch(extent.start):
            if extent.end is not None:
                return _DASHED.fullmatch(extent.span.of(self._text)) is not None
            if self._modifies(extent):
                return True
            return self._lone_year(extent, self._lead(extent), sentence)
        coarse = len(extent.start) < len("2013-07-03")
        return (coarse and self._counted(sentence)) or self._has(sentence, "habit")

    def _modifies(self, extent: Extent) -> bool:
        """Whether a season is part of a name or a sort of thing: winter cycling, the Autumn meetings."""
        words = extent.span.of(self._text)
        following = _MODIFIED.match(self._text, extent.span.end)
        return words.isalpha() and following is not None and self._lead(extent) not in ("in", "during")

    def _is_led(self, extent: Extent, sentence: Span) -> bool:
        """Whether the word before a date says that it is the start of a state, a deadline gone by or a document's."""
        lead = self._lead(extent)
        if lead == "of":
            return self._is_cited(extent.span)
        if lead in ("ended", "ending"):
            return self._has(sentence, "statistic")
        if lead in ("until", "till"):
            return self._reference is not None and extent.last < self._reference
        return lead in ("since", "born", "aged", "dated")

    def _is_quoted(self, span: Span, sentence: Span) -> bool:
        """Whether somebody says it: "today" of a speaker repeats what the release tells."""
        if any(quote.holds(span) for quote in self._quotes):
            return True
        before = self._text[sentence.start : span.start]
        opened = max(before.rfind("“"), before.rfind("«"), before.rfind("„"))
        return opened > max(before.rfind("”"), before.rfind("»")) or before.count('"') % 2 == 1

    def _is_cited(self, span: Span) -> bool:
        """Whether a document is named by its date: the Charter of 26 June 1945."""
        found = _OF.search(self._text[max(0, span.start - _LEAD) : span.start])
        return found is not None and self._kinds.get(found[1].lower()) == "citation"

    def _lead(self, extent: Extent) -> str:
        before = self._text[max(0, extent.span.start - _LEAD) : extent.span.start]
        found = _BEFORE.match(before[::-1])
        return found[1][::-1].lower() if found else ""

    def _lone_year(self, extent: Extent, lead: str, sentence: Span) -> bool:
        words = extent.span.of(self._text)
        if (lead == "for" and words.isdigit()) or _VAGUE.search(words) or _MONEY.search(sentence.of(self._text)):
            return True
        if _OPENED.search(self._text[max(0, extent.span.start - 2) : extent.span.start]):
            return True
        if words.isdigit() and (lead == "by" or self._kinds.get(lead) == "citation" or self._names(extent)):
            return True
        return self._counted(sentence) or self._cites(extent.span.end)

    def _names(self, extent: Extent) -> bool:
        """Whether the year is the last word of a name: Agenda 2030, Expo 2017."""
        before = self._text[max(0, extent.span.start - _LEAD) : extent.span.start].split()
        return (
            bool(before)
            and before[-1][:1].isupper()
            and before[-1].isalpha()
            and before[-1] not in ("In", "By", "During")
        )

    def _cites(self, place: int) -> bool:
        following = _WORD.findall(self._text[place : place + 60])[:_NEAR_WORDS]
        return any(self._kinds.get(word.lower()) == "citation" for word in following if word[0].isupper())

    def _counted(self, sentence: Span) -> bool:
        return bool(_PER_CENT.search(sentence.of(self._text))) or self._has(sentence, "statistic")

    def _has(self, sentence: Span, kind: str) -> bool:
        if self._read[0] != sentence:
            found = {self._kinds.get(word.lower()) for word in _WORD.findall(sentence.of(self._text))}
            self._read = (sentence, found)
        return kind in self._read[1]
