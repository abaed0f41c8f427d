"""Numbers in digits and words as they stand: with their magnitude, range, currency, per cent sign and estimate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reporter.locales import Locale
from reporter.mentions.numbers import wording
from reporter.mentions.numbers.wording import SPACE, Words
from reporter.model.mentions import NumberMention
from reporter.model.spans import Span

# Written so that the search looks for its first digit only.
_RUN = re.compile(r"\d\d*")
# 1,400,000 or 1 400 000 or 1'400'000, else 1.4 or 20; no part of a date or a time.
_DIGITS = re.compile(
    r"(?:\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,6})?|\d{1,3}(?:[ \u00a0\u202f'’]\d{3}){1,6}(?!\d)|\d{1,15}(?:\.\d{1,6})?)(?![\d/:]|[.,]\d)"
)
# A character before digits that makes them part of a date, a time, a code or a word.
_BARRIERS = frozenset("./:#@§°,_-‑")
# What follows a number that is part of a word or a compound: 3rd, 5-year, AK-47's kin.
_GLUED = re.compile(r"[-‑][^\W\d_]|(?!(?:k|m|mn|mln|mio|bn|bln|tn)\b)[^\W\d_]")
_RANGE = re.compile(rf"{SPACE}?[-–—‑]{SPACE}?|{SPACE}+(to|and|or){SPACE}+")
_PERCENT = re.compile(rf"{SPACE}?(?:%|per{SPACE}?cent\b|percentage points\b)")
_OR_SO = re.compile(r"\+|[ -](?:plus|odd)\b| or (?:so|more|fewer)\b")
_PARTING = re.compile(r"[, \u00a0\u202f'’]")
_BEFORE = 24
_LONGEST_SIGN = 8
_NEXT = re.compile(rf"{SPACE}?([^\W\d_]+|[^\w\s])")
# Up to three words, or one sign: "Swiss francs", "€".
_FOLLOWING = re.compile(rf"{SPACE}?((?:[^\W\d_][\w.]*(?: [^\W\d_]\w*){{0,2}})|[^\w\s])")
_SPACES = (" ", "\u00a0", "\u202f")
_HYPHENS = ("-", "‑", "_")
_WORD_BEFORE = re.compile(r"([\w~]+)\s*$")
# "From 5 to 8 per cent" tells of a change, "ranging from 5 to 8" of a range.
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|ranging from)\s+$", re.IGNORECASE)
_HALF = 0.5


def find(text: str, locale: Locale) -> tuple[NumberMention, ...]:
    """The numbers of a text, in order and without overlaps; a single "one" is none."""
    words = wording.load(locale)
    found: list[NumberMention] = []
    for number in _numbers(text, words):
        last = found[-1] if found else None
        joined = _join(text, last, number) if last and last.upper is None else None
        if joined:
            found[-1] = joined
        else:
            found.append(number)
    return tuple(_estimated(text, number, words) for number in found if not _is_one(text, number))


def _is_one(text: str, number: NumberMention) -> bool:
    return number.value == 1 and number.unit is None and text[number.span.start].isalpha()


def _numbers(text: str, words: Words) -> Iterator[NumberMention]:
    found = sorted((*_in_digits(text), *_in_words(text, words)), key=lambda number: number.span)
    floor = 0
    for number in found:
        if not _GLUED.match(text, number.span.end):
            measured = _measured(text, number, words, floor)
            floor = measured.span.end
            yield measured


def _in_digits(text: str) -> Iterator[NumberMention]:
    done = 0
    for run in _RUN.finditer(text):
        start = run.start()
        before = text[start - 1 : start]
        if start < done or before.isalpha() or (before in _BARRIERS and not _is_range(text, start - 1)):
            continue
        match = _DIGITS.match(text, start)
        if match:
            done = match.end()
            yield NumberMention(
                span=Span(start, done), value=float(_PARTING.sub("", match.group())), rule="numbers.digits"
            )


def _is_range(text: str, place: int) -> bool:
    """Whether a hyphen stands between two numbers."""
    return text[place] in "-‑" and text[place - 1 : place].isdigit()


def _in_words(text: str, words: Words) -> Iterator[NumberMention]:
    done = 0
    lower = text.lower()
    # The few letters that change their length in lower case would move all places after them.
    for start in sorted(_places(lower if len(lower) == len(text) else text, words.first)):
        before = text[start - 1 : start]
        if start < done or before.isalnum() or before in _HYPHENS:
            continue
        match = words.spelt.match(text, start)
        if match:
            done = match.end()
            value = _spelt(match.group().lower(), words)
            yield NumberMention(span=Span(start, done), value=value, rule="numbers.words")


def _places(text: str, forms: Iterable[str]) -> list[int]:
    """Where any of these strings stands: a search each, which is faster than one expression for all."""
    places: list[int] = []
    for form in forms:
        at = text.find(form)
        while at >= 0:
            places.append(at)
            at = text.find(form, at + 1)
    return places


def _spelt(phrase: str, words: Words) -> float:
    """The value of "two hundred and twenty-five thousand"."""
    total, part = 0.0, 0.0
    for word in re.split(r"[-\s]+", phrase):
        if word == "half":
            part = _HALF
        elif word in words.add:
            part += words.add[word]
        elif word in words.times:
            factor = words.times[word]
            part = (part or 1) * factor
            if factor > 100:  # noqa: PLR2004  (hundreds go on being counted: two hundred thousand)
                total, part = total + part, 0.0
    return total + part


def _measured(text: str, number: NumberMention, words: Words, floor: int) -> NumberMention:
    """With magnitude, per cent sign and currency."""
    start, end = number.span
    value, unit = number.value, None
    sign = _sign(text, max(floor, start - _LONGEST_SIGN), start, words)
    if sign:
        unit, start = sign
    factor = _NEXT.match(text, end)
    size = words.sizes.get(factor.group(1).lower()) if factor else None
    if factor and size and (size[1] or unit or _named(text, factor.end(), words)):
        value, end = value * size[0], factor.end()
    percent = _PERCENT.match(text, end)
    if percent:
        unit, end = "%", percent.end()
    elif unit is None:
        named = _named(text, end, words)
        if named:
            unit, end = named
    if unit is None and end == number.span.end:
        return number
    return NumberMention(span=Span(start, end), value=value, rule=number.rule, unit=unit)


def _sign(text: str, floor: int, end: int, words: Words) -> tuple[str, int] | None:
    """The currency whose sign or code stands right before an amount, and where it begins."""
    before = text[floor:end]
    if before and before[-1] in _SPACES:
        before = before[:-1]
    if before[-1:] not in words.sign_ends:
        return None
    for length in range(len(before), 0, -1):
        code = words.signs.get(before[-length:])
        if code and not (length < len(before) and before[-length - 1].isalnum()):
            return code, floor + len(before) - length
    return None


def _named(text: str, end: int, words: Words) -> tuple[str, int] | None:
    """The currency that the words after an amount name, and where they end: euros, Swiss francs."""
    first = _NEXT.match(text, end)
    if first is None or first.group(1) not in words.name_starts:
        return None
    following = _FOLLOWING.match(text, end)
    last = following.end() if following else end
    while following and last > following.start(1):
        code = words.names.get(text[following.start(1) : last])
        if code:
            return code, last
        # Without a sentence's last stop, else without the last word.
        last = last - 1 if text[last - 1] == "." else max(text.rfind(" ", following.start(1), last), following.start(1))
    return None


def _join(text: str, first: NumberMention, second: NumberMention) -> NumberMention | None:
    """Two numbers that are the ends of one range."""
    between = text[first.span.end : second.span.start]
    link = _RANGE.fullmatch(between) if len(between) < 8 else None  # noqa: PLR2004  (the longest link)
    if link is None or not _fits(text, first, second, link.group(1)):
        return None
    low = first.value
    # "2 to 3 million": the first end takes the magnitude of the second.
    scale = next((size for size in (10**9, 10**6, 10**3) if low < 1000 <= size <= second.value), 1)  # noqa: PLR2004  (no scale of its own)
    if scale > 1 and text[first.span.end - 1].isdigit() and not text[second.span.end - 1].isdigit():
        low *= scale
    start = first.span.start
    opening = _BETWEEN.search(text, max(0, start - 16), start)
    if low >= second.value:
        return None
    return replace(
        first,
        span=Span(opening.start() if opening else start, second.span.end),
        value=low,
        upper=second.value,
        unit=second.unit or first.unit,
        rule="numbers.range",
    )


def _fits(text: str, first: NumberMention, second: NumberMention, link: str | None) -> bool:
    """Whether the words around say that both numbers are ends of a range."""
    before = text[max(0, first.span.start - 16) : first.span.start]
    if first.unit and second.unit and first.unit != second.unit:
        return False
    if link == "and":
        return _BETWEEN.search(before) is not None
    if link == "to":
        return _FROM.search(before) is None or _BETWEEN.search(before) is not None
    if link == "or":
        return second.value - first.value <= max(2, first.value)
    return True


def _is_verb(before: str, phrase: str, words: Words) -> bool:
    """Whether "over" belongs to a verb: "handed over two detectors"."""
    last = _WORD_BEFORE.search(before) if " " not in phrase else None
    return last is not None and last.group(1).lower() in words.phrasal


def _estimated(text: str, number: NumberMention, words: Words) -> NumberMention:
    """With "more than" before or "or so" after."""
    start, end = number.span
    window = text[max(0, start - _BEFORE) : start]
    words_before = window.split()
    last = words_before[-1].lower().lstrip('(“"‘') if words_before else ""
    after = _OR_SO.match(text, end)
    end = after.end() if after else end
    approximate = after is not None
    for phrase in words.estimates.get(last, ()):
        head = window.rstrip()
        at = len(head) - len(phrase)
        if (
            head.lower().endswith(phrase)
            and (at == 0 or not head[at - 1].isalnum())
            and not _is_verb(head[:at], phrase, words)
        ):
            return replace(number, span=Span(start - len(window) + at, end), approximate=True)
    return replace(number, span=Span(start, end), approximate=True) if approximate else number
