"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reporter.model.spans import Span

StopKind = Literal["joins", "counts", "may-end"]

# A stop, question or exclamation mark, closing marks and a footnote's digit after it ("growth.”2", "done.[3]"), then
# white space and what may open a sentence, or no space at all where two sentences were glued ("judges.Twenty").
_END = re.compile(
    r"[.!?…][.!?…]*[\"'”’“»)\]]*(?:(?<=[^\W\d_][.!?])\d{1,2}|\[\d{1,3}\]){0,2}"
    r"(?=\s|$|(?<=[a-z]{3}[.!?])[\"“«„]?[A-Z][a-z]|(?<=[a-z][.!?][\"”])[A-Z][a-z])"
)
# What follows the white space: opening marks, then the first word (or number, or mark).
_NEXT = re.compile(r"\s*(?:\n\s*[•·–—-]+\s*)?[\"'“‘«„(\[•·]*([^\W_]+|$)")
# The word before a full stop: "Lt" of "Lt.", "U.S" of "U.S.".
_LAST_WORD = re.compile(r"[^\s(\[“\"‘'/–—-]+$")
# Letters with stops between them: "U.S", "p.m", "e.g".
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
# An item's number at the beginning of a stretch: "1." or "12.".
_NUMBERING = re.compile(r"\s*(?:\d{1,2}|[a-zA-Z])\Z")
_REACH = 24
# Abbreviations are shorter than this ("messrs").
_LONGEST_ABBREVIATION = 6
_DAY_DIGITS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Stops:
    """Words whose full stop needs a second look."""

    kinds: dict[str, StopKind]
    """Abbreviations without the last stop, in lower case for any case: `joins` never ends a sentence (`Dr.`), `counts` not before a
    number (`No. 5`), `may-end` only where a word follows that opens sentences (`Inc.`, `p.m.`)."""
    openers: frozenset[str]
    """Capitalised words that open a sentence rather than go on with a name: `The`, `In`, `She`."""

    @classmethod
    def of(cls, abbreviations: Iterable[tuple[str, ...]], openers: Iterable[str]) -> Stops:
        """From the rows of the word list `abbreviations` and the words of `sentence_openers`."""
        kinds: dict[str, StopKind] = {}
        for row in abbreviations:
            kinds[row[0]] = "counts" if row[1:] == ("counts",) else "may-end" if row[1:] == ("may-end",) else "joins"
        return cls(kinds=kinds, openers=frozenset(openers))

    def is_abbreviation(self, word: str) -> bool:
        """Whether a full stop belongs to the word."""
        return word in self.kinds or word.lower() in self.kinds


def split(text: str, span: Span, stops: Stops) -> tuple[Span, ...]:
    """The sentences of a stretch of text, without the white space around them.

    Knowingly missed: an abbreviation that ends a sentence before a name ("… of Acme Inc. Smith said").
    """
    sentences: list[Span] = []
    start = span.start
    for found in _END.finditer(text, span.start, span.end):
        if found.end() < span.end and _ends(text, Span(start, span.end), found, stops):
            _add(sentences, text, start, found.end())
            start = found.end()
    _add(sentences, text, start, span.end)
    return tuple(sentences)


def _add(sentences: list[Span], text: str, start: int, end: int) -> None:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    if left < len(words):
        sentences.append(Span(start + left, start + len(words.rstrip())))


def _ends(text: str, span: Span, found: re.Match[str], stops: Stops) -> bool:
    following = _NEXT.match(text, found.end(), span.end)
    # Letters or digits open a sentence; a mark alone ("… – said") does not; the end of the stretch is no question.
    if following is None:
        return False
    word = following.group(1)
    if not word:
        return True
    if word[0].islower():
        return False
    mark = text[found.start() : found.start() + 2]
    if mark[0] != "." or mark == "..":
        return True
    return _full_stop_ends(text, span.start, found, word, stops)


def _full_stop_ends(text: str, start: int, found: re.Match[str], word: str, stops: Stops) -> bool:
    last = _last_word(text, max(start, found.start() - _REACH), found.start())
    if len(last) > _LONGEST_ABBREVIATION and last.isalpha():
        return True
    # "A" before a full stop is one more initial: "N. A. Karimov".
    opens = word in stops.openers and not (len(word) == 1 and text.startswith(f"{word}.", found.end() + 1))
    if len(last) == 1 and last.isalpha():
        return opens and last.isupper()
    if _NUMBERING.match(text, start, found.start()) or _is_day(last, word, stops):
        return False
    if _LETTERS.fullmatch(last):
        return opens or not word[0].isalpha() or found.end() - found.start() > 1
    kind = stops.kinds.get(last) or stops.kinds.get(last.lower())
    if kind == "may-end":
        return opens or found.end() - found.start() > 1
    return kind is None or (kind == "counts" and not word[0].isdigit())


def _last_word(text: str, start: int, end: int) -> str:
    """The word that ends here, without opening marks and what a hyphen or slash parts from it."""
    begin = max(text.rfind(" ", start, end), text.rfind("\n", start, end)) + 1
    found = _LAST_WORD.search(text, max(begin, start), end)
    return found.group() if found else ""


def _is_day(last: str, word: str, stops: Stops) -> bool:
    """Whether the stop makes an ordinal of a day: "5. Oct."."""
    return last.isdigit() and len(last) <= _DAY_DIGITS and word.lower() in stops.kinds
