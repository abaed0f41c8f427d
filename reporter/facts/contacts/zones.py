"""Where a text says whom to call: blocks of short lines, and sentences that ask to get in touch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reporter.facts.contacts.wording import Lexicon, pattern, read
from reporter.model.blocks import Reading
from reporter.model.spans import Span, overlapping

_LINES_ABOVE = 9
_LONGEST_LINE = 110
_LONGEST_BLANK = 4
_PROSE_WORDS = 7
_PROSE_SHARE = 0.4
_LONGEST_SENTENCE = 400
# The letters of a line that begins with what announces a contact: "Press contact: ".
_OPENED = re.compile(r"[uUwm]*[ox]")
# The end of a sentence before another.
_SENTENCE_END = re.compile(r"[.!?]['”’\"]?\s+(?=[A-Z“\"‘])")


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of text that says whom to call."""

    span: Span
    inline: bool
    """Whether it is a sentence rather than a block."""


class Zones:
    """The zones of one text."""

    def __init__(self, reading: Reading, words: Lexicon) -> None:
        self._text = reading.text
        self._words = words
        self._contact_blocks = [block.span for block in reading.of_kind("contact")]
        self._captions = [block.span for block in reading.of_kind("caption")]
        self._barriers = [block.span for block in reading.of_kind("caption", "title", "subtitle", "quote")]
        found = [mention.span for mention in reading.mentions.phones]
        found += [mention.span for mention in reading.mentions.addresses if mention.kind == "email"]
        self._details = sorted(found)
        self._patterns: dict[Span, str] = {}
        self._last_line, self._last_is_prose = Span(0, 0), False  # many numbers may stand on one long line

    def find(self) -> tuple[Zone, ...]:
        """The zones in text order, without overlaps; blocks that only blank lines part are one."""
        zones: list[Zone] = []
        for detail in self._details:
            if zones and zones[-1].span.holds(detail):
                continue
            if overlapping(self._captions, detail):
                continue
            floor = zones[-1].span.end if zones else 0
            zone = self._zone(detail, floor)
            if zone:
                zones.append(zone)
        return tuple(self._joined(zones))

    def _zone(self, detail: Span, floor: int) -> Zone | None:
        if not self._last_line.holds(detail):
            self._last_line = self._line(detail)
            self._last_is_prose = self._is_prose(self._last_line)
        line = self._last_line
        block = overlapping(self._contact_blocks, detail)
        if self._last_is_prose:
            return self._sentence(detail, line, floor)
        start = max(floor, self._top(line, floor))
        end = self._bottom(line)
        if block:
            start, end = max(floor, min(start, block.start)), max(end, block.end)
        return Zone(Span(start, end), inline=False)

    def _line(self, span: Span) -> Span:
        start = self._text.rfind("\n", 0, span.start) + 1
        end = self._text.find("\n", span.end)
        return Span(start, len(self._text) if end < 0 else end)

    def _is_prose(self, line: Span) -> bool:
        """Whether a line is running text: many words, most of them in lower case."""
        words = [word for word in line.of(self._text).split() if word[0].isalpha()]
        lower = [word for word in words if word.islower() and "@" not in word]
        return len(words) >= _PROSE_WORDS and len(lower) >= _PROSE_SHARE * len(words)

    def _sentence(self, detail: Span, line: Span, floor: int) -> Zone | None:
        """The sentence around a number, if it asks to get in touch."""
        start = max(floor, line.start, detail.start - _LONGEST_SENTENCE)
        is_whole = start > detail.start - _LONGEST_SENTENCE
        for before in _SENTENCE_END.finditer(self._text, start, detail.start):
            start, is_whole = before.end(), True
        if not is_whole:
            return None
        last = min(line.end, detail.end + _LONGEST_SENTENCE)
        after = _SENTENCE_END.search(self._text, detail.end, last)
        end = after.start() if after else last
        letters = pattern(read(self._text, Span(start, end), self._words))
        return Zone(Span(start, end), inline=True) if set(letters) & set("ovR") else None

    def _announces(self, line: Span) -> bool:
        """Whether a line says that contacts follow: "Contacts", "For further information, please contact:"."""
        letters = self._letters(line)
        return (
            bool(letters)
            and set(letters) & set("ox") != set()
            and (set(letters) <= set("ouUxwmfvr") or self._text[line.start : line.end].rstrip().endswith(":"))
        )

    def _opens(self, line: Span) -> bool:
        """Whether a line begins with the words that announce a contact: "Contact: Jane Roe"."""
        return _OPENED.match(self._letters(line)) is not None

    def _letters(self, line: Span) -> str:
        """What the words of a line are, looked up once."""
        if line not in self._patterns:
            self._patterns[line] = pattern(read(self._text, line, self._words))
        return self._patterns[line]

    def _top(self, line: Span, floor: int) -> int:
        """Where the block around a line begins."""
        if self._opens(line):
            return line.start
        reached, blank_crossed = line.start, False
        start = line.start
        for _ in range(_LINES_ABOVE):
            above = self._above(start, floor)
            if above is None:
                break
            blank_crossed = blank_crossed or start - above.end > 1
            if self._announces(above):
                return above.start
            if above.end - above.start > _LONGEST_LINE or self._is_prose(above) or start - above.end > _LONGEST_BLANK:
                break
            if overlapping(self._barriers, above):
                break
            start = above.start
            if self._opens(above):
                return start
            if not blank_crossed:
                reached = start
        else:
            return reached
        return start if floor and start - floor <= _LONGEST_BLANK else reached

    def _above(self, start: int, floor: int) -> Span | None:
        """The line with words above a place."""
        while start > floor and self._text[start - 1].isspace():
            start -= 1
        return self._line(Span(start - 1, start)) if start > floor else None

    def _bottom(self, line: Span) -> int:
        """Where the paragraph around a line ends, as long as its lines are short."""
        end = line.end
        while end < len(self._text):
            following = self._line(Span(end + 1, end + 1))
            if following.end == following.start or following.end - following.start > _LONGEST_LINE:
                break
            if self._is_prose(following) or not following.of(self._text).strip():
                break
            end = following.end
        return end

    def _joined(self, zones: list[Zone]) -> Iterator[Zone]:
        last: Zone | None = None
        for zone in zones:
            if last and not last.inline and not zone.inline and not self._text[last.span.end : zone.span.start].strip():
                last = Zone(Span(last.span.start, zone.span.end), inline=False)
                continue
            if last:
                yield last
            last = zone
        if last:
            yield last
