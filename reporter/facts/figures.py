"""Numbers with what they count: participants, money, per cent, equipment; no dates, telephones and article numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reporter.language.tokens import Token, tokenise
from reporter.locales import Locale
from reporter.model.blocks import BlockKind, Reading
from reporter.model.facts import Facts, Figure
from reporter.model.mentions import NumberMention
from reporter.model.spans import Span

_COUNTING: tuple[BlockKind, ...] = ("body", "list", "quote")
_LOOK_BACK = 24
_LOOK_AHEAD = 90
_MOST_WORDS = 6
_SMALL = 12
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)[\s(“\"‘]*$")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_FOLLOWED = re.compile(r"\s{1,2}[(“\"‘]?[^\W\d_]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DOLLARS = {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "US": "USD"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The words of a language for what is counted; all in lower case."""

    classes: Mapping[str, frozenset[str]]
    boundaries: frozenset[str]

    def has(self, name: str, word: str) -> bool:
        """Whether a word is in a class of the list."""
        return word in self.classes[name]

    def is_plural(self, word: str) -> bool:
        """Whether a word can be what several things are called."""
        if self.has("plural", word):
            return True
        return len(word) > 2 and word[-1] == "s" and word[-2] != "s" and not self.has("noplural", word)  # noqa: PLR2004  ("as" is no plural)


@cache
def _words(locale: Locale) -> _Words:
    classes: dict[str, set[str]] = {}
    for name, word in locale.rows("figure_words"):
        classes.setdefault(name, set()).add(word)
    numerals = {word for _, word, _ in locale.rows("number_words")}
    small = {word for name, word in locale.rows("small_words") if name != "particle"}
    return _Words(
        classes={name: frozenset(words) for name, words in classes.items()},
        boundaries=frozenset(small | classes.get("after", set()) | set(locale.words("pronouns")) | numerals),
    )


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far with the figures of the text, in text order.

    Knowingly missed: a single "one", "hundreds of", a number whose noun stands before it ("six each"), and small numbers after
    an article, which the reader has met before ("the two sides").
    """
    words = _words(locale)
    taken = _Taken(
        mention.span
        for mentions in (reading.mentions.times, reading.mentions.phones, reading.mentions.addresses)
        for mention in mentions
    )
    country = facts.dateline.country if facts.dateline else None
    found = [
        figure
        for number, end in _counting(reading)
        if not taken.overlaps(number.span) and (figure := _figure(reading.text, number, end, words))
    ]
    return replace(facts, figures=tuple(_with_currency(figure, country) for figure in found)) if found else facts


class _Taken:
    """Stretches that are something else: a date, a telephone number, an address."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)

    def overlaps(self, span: Span) -> bool:
        """Whether one of them shares a character with a stretch."""
        at = bisect_left(self._spans, span)
        return any(other.overlaps(span) for other in self._spans[max(0, at - 1) : at + 1])


def _counting(reading: Reading) -> Iterator[tuple[NumberMention, int]]:
    """The numbers of blocks in which something is counted, each with the place up to which its noun may stand."""
    numbers = reading.mentions.numbers
    at = 0
    for block in reading.of_kind(*_COUNTING):
        while at < len(numbers) and numbers[at].span.start < block.span.start:
            at += 1
        while at < len(numbers) and numbers[at].span.end <= block.span.end:
            following = numbers[at + 1].span.start if at + 1 < len(numbers) else block.span.end
            yield numbers[at], min(following, block.span.end)
            at += 1


def _figure(text: str, number: NumberMention, end: int, words: _Words) -> Figure | None:
    """A number that counts something, or None."""
    if number.unit is None and not _FOLLOWED.match(text, number.span.end, end):
        return None
    if number.unit and number.unit != "%":
        return _made(number, number.unit, number.span.end, "figures.money")
    before = _WORD_BEFORE.search(text, max(0, number.span.start - _LOOK_BACK), number.span.start)
    last = before.group(1) if before else ""
    if words.has("label", last.lower().rstrip(".")) or _is_serial(text, number, before):
        return None
    tokens = tokenise(text, number.span.end, min(end, number.span.end + _LOOK_AHEAD))
    if number.unit == "%":
        return _share(text, number, tokens, words)
    if number.value <= _SMALL and words.has("anaphor", last.lower()):
        return None
    return _count(text, number, tokens, words)


def _is_serial(text: str, number: NumberMention, before: re.Match[str] | None) -> bool:
    """Whether a number ends a name: "Boeing 737", "Agenda 2030"; a name that opens the sentence is missed."""
    if before is None or number.approximate or number.upper is not None or not text[number.span.start].isdigit():
        return False
    if not before.group(1)[0].isupper() or before.group(1)[-1] == "." or text[before.end() - 1] in '(“"‘':
        return False
    place = before.start()
    return (
        place > 0 and text[:place].rstrip()[-1:] not in {"", ".", "!", "?", ":", "\n"}
        if place < _LOOK_BACK
        else (text[place - _LOOK_BACK : place].rstrip()[-1:] not in {".", "!", "?", ":"})
    )


def _made(number: NumberMention, unit: str, end: int, rule: str) -> Figure:
    return Figure(
        value=number.value,
        upper=number.upper,
        approximate=number.approximate,
        unit=unit,
        span=Span(number.span.start, end),
        rule=rule,
    )


def _share(text: str, number: NumberMention, tokens: Sequence[Token], words: _Words) -> Figure:
    """A percentage, with what it is a part of where the text says so directly: 40 per cent of households."""
    noun = _noun(tokens[1:], words, first_only=True) if tokens and tokens[0].text == "of" else None
    end = noun.end if noun else number.span.end
    return _made(number, f"% of {noun.of(text)}" if noun else "%", end, "figures.percent")


def _count(text: str, number: NumberMention, tokens: Sequence[Token], words: _Words) -> Figure | None:
    """A number before a plural: 36 officers; or before a unit of measure: 12 tonnes of flour."""
    if not tokens or _is_year(text, number):
        return None
    first = tokens[0].text.lower()
    if words.has("measure", first):
        return _measure(text, number, tokens, words)
    noun = _noun(tokens, words, first_only=False)
    if noun is None or words.has("time", noun.of(text).split()[-1].lower()):
        return None
    return _made(number, _folded(noun.of(text)), noun.end, "figures.count")


def _is_year(text: str, number: NumberMention) -> bool:
    return not number.approximate and _YEAR.fullmatch(text, number.span.start, number.span.end) is not None


def _measure(text: str, number: NumberMention, tokens: Sequence[Token], words: _Words) -> Figure:
    noun = None
    if len(tokens) > 1 and tokens[1].text == "of":
        noun = _noun(tokens[2:], words, first_only=True)
    end = noun.end if noun else tokens[0].end
    return _made(number, _folded(text[tokens[0].start : end]), end, "figures.measure")


def _noun(tokens: Sequence[Token], words: _Words, *, first_only: bool) -> Span | None:
    """The noun phrase that begins here and ends in a plural: "practitioners and international experts".

    With `first_only` any noun will do, and an article may stand before it: "of the budget".
    """
    start = 0
    if first_only and tokens and tokens[0].text.lower() in {"the", "all", "its", "their", "these", "those"}:
        start = 1
    plural = end = None
    for at in range(start, min(len(tokens), start + _MOST_WORDS)):
        word = tokens[at].text.lower()
        if not _WORD.fullmatch(tokens[at].text) or word in words.boundaries or words.has("time", word):
            break
        end = at
        if words.is_plural(word) and not tokens[at].text.endswith("S"):
            plural = at
            following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
            if not words.is_plural(following) or following in words.boundaries:
                break
    last = plural if plural is not None else (end if first_only else None)
    if last is None or words.has("noplural", tokens[last].text.lower()) or tokens[last].text.endswith("ed"):
        return None
    last = _second(tokens, last, words) if plural is not None and not first_only else last
    return Span(tokens[start].start, tokens[last].end)


def _second(tokens: Sequence[Token], last: int, words: _Words) -> int:
    """The end of "experts and government officials"; the same number counts both."""
    if last + 2 >= len(tokens) or tokens[last + 1].text not in ("and", "or"):
        return last
    for at in range(last + 2, min(len(tokens), last + 5)):
        word = tokens[at].text.lower()
        if not _WORD.fullmatch(tokens[at].text) or word in words.boundaries or not word[0].isalpha():
            return last
        if word.endswith("ed"):  # "two men and seized their car": a verb more often than an adjective
            return last
        if words.is_plural(word):
            return at
    return last


def _folded(words: str) -> str:
    return " ".join(words.split())


def _with_currency(figure: Figure, country: str | None) -> Figure:
    """A bare dollar is that of the dateline's country, where that country has one."""
    if figure.unit == "$" and country in _DOLLARS:
        return replace(figure, unit=_DOLLARS[country], rule="figures.money-of-dateline")
    return figure
