"""Stretches written as telephone numbers: each number of a shorthand row has its own span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reporter.locales import Locale
from reporter.model.mentions import PhoneKind, PhoneMention
from reporter.model.spans import Span

# A row of digits with at most four separators between two of them: "+992 37 2265014 /15 /16", "(06) 255 5786", "0419 555 715".
# Its first character comes first, so that the search passes over all that is none.
_ROW = re.compile(
    r"[+(\d](?<![\w@/#$€£=&%+].)(?<!\d[.,: ].)(?:(?<=\d)[  \t().\-–‑−/+]{0,4}(?:\d[  \t().\-–‑−/+]{0,4}){5,39}|(?<=[+(])[+(]{0,2}[  ]?(?:\d[  \t().\-–‑−/+]{0,4}){6,40})(?![\w@%])"
)
# What a row may be cut at: a slash, a new "+", an area code in brackets, a gap of two spaces or a tab.
_CUT = re.compile(r"/|(?<!\()(?=\(?\+)|(?=\((?!0\))\d{2,5}\))|[  ]{2,}|\t")
# The trunk zero in brackets, which is dialled at home only: "+41 (0)31".
_TRUNK = re.compile(r"\(\s?0\s?\)")
# National numbers that need no label: "031 555 91 26", "(06) 255 5786", "0419555715".
_TRUNK_SHAPE = re.compile(r"\(?0\d{1,4}\)?(?:[ ./\-–]{0,2}\d{2,8}){1,5}")
# "(202) 555-0143", "202-555-0143", "1-800-555-0143", "202.555.0143".
_AMERICAN_SHAPE = re.compile(r"(?:1[ .\-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .\-–])[2-9]\d{2}[ .\-–]\d{4}")
# "(51-1) 622-2300": country and area in brackets, without a plus.
_BRACKETED = re.compile(r"\(\d{1,3}[ \-–]\d{1,5}\)[ \-–]?\d{2,4}(?:[ \-–]\d{2,4}){1,3}")
# What is no telephone number: "01.02.2015", "2010-2012", "0.25", "2013-07-03".
_NO_NUMBER = re.compile(
    r"\d{1,2}([./\-])\d{1,2}\1(?:19|20)?\d\d|(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|0\.\d+"
    r"|[1-9]\d{0,2}(?: \d{3})+"
)
# The words that stand before a number on its line (or at the end of the line above it).
_WORDS = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
# A label that is the end of a name: "Press Office: ".
_PART_OF_NAME = re.compile(r"[^\W\d_]{2,}[  ][^\W\d_]{2,}[^\w(]{0,4}$")
# What stands in brackets after a number: "(mobile)", "- fax".
_AFTER = re.compile(r"[  ]{0,2}[(\[–-] ?([^\W\d_]+)\.?[)\]]?")
# ", ext. 114", "(ext. 22)", " x114".
_EXTENSION = re.compile(r",?[  ]{0,2}\(?([^\W\d_]{1,10})\.?:?[  ]?(\d{1,6})\b\)?", re.IGNORECASE)
# Where a second number begins that only a space parts from the first.
_GLUE = re.compile(r"(?<=\d)[  .]{1,2}(?=0\d)")

_JOINTS = frozenset(("/", ",", ";", "and", "or", "&", ""))
_LONGEST_JOINT = 8
_BLANK = " \u00a0\t\n"

_KINDS: dict[str | None, PhoneKind] = {"office": "office", "mobile": "mobile", "fax": "fax"}
_LOOK_BACK = 48
_LABEL_WORDS = 5
_LONGEST = 15
_SHORTEST = {"strong": 5, "weak": 7}
_SHORTEST_INTERNATIONAL = 7
_SHORTEST_NATIONAL = 8
_SHORTEST_BASE = 6
_LONGEST_TAIL = 4
_WEAK_REACH = 1


@dataclass(frozen=True, slots=True)
class _Words:
    """The words around numbers in one language."""

    labels: dict[str, tuple[str, str]]
    extensions: frozenset[str]
    others: frozenset[str]


@cache
def _words(locale: Locale) -> _Words:
    return _Words(
        labels={row[0]: (row[1], row[2]) for row in locale.rows("phone_labels")},
        extensions=frozenset(locale.words("phone_extensions")),
        others=frozenset(locale.words("number_labels")),
    )


def find(text: str, locale: Locale) -> tuple[PhoneMention, ...]:
    """The mentions of a text, in order and without overlaps."""
    words = _words(locale)
    found: list[PhoneMention] = []
    for row in _ROW.finditer(text):
        if not _in_address(text, row.start()):
            found += _numbers(text, Span(*row.span()), found[-1] if found else None, words)
    return tuple(found)


def _in_address(text: str, start: int) -> bool:
    """Whether the digits belong to a web or mail address: `example.org/20061212123`."""
    begin = max(text.rfind(" ", max(0, start - 200), start), text.rfind("\n", max(0, start - 200), start))
    before = text[begin + 1 : start]
    return "://" in before or "www." in before or "@" in before


def _numbers(text: str, row: Span, last: PhoneMention | None, words: _Words) -> Iterator[PhoneMention]:
    """The telephone numbers of a row of digits."""
    for piece in _pieces(text, row):
        number = _shorthand(text, piece, last) or _number(text, piece, last, words)
        if number:
            yield number
            last = number


def _pieces(text: str, row: Span) -> Iterator[Span]:
    """The stretches of a row that may each be one number."""
    start = row.start
    for cut in _CUT.finditer(text, row.start, row.end):
        left = text[start : cut.start()]
        shortest = _SHORTEST_INTERNATIONAL if "+" in left else _SHORTEST_BASE
        plus = text.startswith(("+", "(+"), cut.end())
        # "06131/123456", "+49 (30) 1234": an area code is no number by itself, unless digits before it end at the cut.
        if (plus and cut.start() > start) or _count(left) >= shortest or (start > row.start and _count(left)):
            yield from _unglued(text, Span(start, cut.start()))
            start = cut.end()
    yield from _unglued(text, Span(start, row.end))


def _unglued(text: str, piece: Span) -> Iterator[Span]:
    """One number, or two that only a space parts: "031 324 12 34 031 324 12 35"."""
    start = piece.start
    if _count(text[piece.start : piece.end]) > _LONGEST:
        for cut in _GLUE.finditer(text, piece.start, piece.end):
            if _count(text[start : cut.start()]) >= _SHORTEST_NATIONAL:
                yield _trimmed(text, start, cut.start())
                start = cut.end()
    yield _trimmed(text, start, piece.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and not text[end - 1].isdigit():
        end -= 1
    while start < end and text[start] not in "+(0123456789":
        start += 1
    if text.startswith("(", start) and ")" not in text[start:end]:
        start += 1
    open_bracket = text.rfind("(", start + 1, end)
    if open_bracket > 0 and ")" not in text[open_bracket:end]:
        return _trimmed(text, start, open_bracket)  # "+32 2 707 5041 (24 hours)"
    return Span(start, end)


def _count(text: str) -> int:
    return sum(map(str.isdigit, text))


def _shorthand(text: str, piece: Span, last: PhoneMention | None) -> PhoneMention | None:
    """`15` after `2265014 /`, `555-1055` after `(+998-71) 555-1044 /`: the last digits of another number."""
    joint = _joint(text, last, piece.start)
    if last is None or joint not in _JOINTS:
        return None
    tail = text[piece.start : piece.end]
    digits = _only_digits(tail)
    short = len(digits) <= _LONGEST_TAIL
    if (
        not digits
        or (short and joint != "/")
        or (not short and tail[0] in "+(0")
        or len(digits) >= len(last.digits) - 1
    ):
        return None
    return PhoneMention(
        span=piece,
        rule="phones.shorthand",
        digits=last.digits[: -len(digits)] + digits,
        kind=last.kind,
        labelled=last.labelled,
    )


def _joint(text: str, last: PhoneMention | None, start: int) -> str:
    """The mark or word between two numbers, `?` where other words stand between them."""
    between = text[last.span.end : start] if last else "?"
    return between.strip(_BLANK + "(") if len(between) <= _LONGEST_JOINT else "?"


def _number(text: str, piece: Span, last: PhoneMention | None, words: _Words) -> PhoneMention | None:
    """A number that stands by itself, if its shape or a label says that it is one."""
    printed = text[piece.start : piece.end]
    digits = _dialled(printed)
    label = _label(text, piece.start, last, words)
    rule = _rule(printed, digits, label)
    if rule is None or not piece.end > piece.start:
        return None
    after = _kind_after(text, piece.end, words)
    return PhoneMention(
        span=piece,
        rule=rule,
        digits=digits,
        kind=_KINDS.get(after or label.kind),
        extension=_extension(text, piece.end, words),
        labelled=bool(after or label.kind),
    )


def _only_digits(text: str) -> str:
    """The digits, in ASCII whatever script they are printed in."""
    return "".join(str(int(character)) for character in text if character.isdecimal())


def _dialled(printed: str) -> str:
    """Digits as dialled from abroad where the country is printed, else as printed."""
    digits = _only_digits(printed)
    if "+" in printed[:3]:
        return "+" + _only_digits(_TRUNK.sub("", printed))
    if printed.startswith("00") and digits[2:3] != "0" and len(digits) > _SHORTEST_NATIONAL + 1:
        return "+" + _only_digits(_TRUNK.sub("", printed[2:]))
    return digits


def _rule(printed: str, digits: str, label: _Label) -> str | None:
    """The rule by which a stretch of digits is a telephone number; None where it is not."""
    count = len(digits.lstrip("+"))
    if count > _LONGEST or (label.other and digits[:1] != "+"):
        return None
    if digits.startswith("+"):
        return "phones.international" if count >= _SHORTEST_INTERNATIONAL and digits[1] != "0" else None
    other = _NO_NUMBER.fullmatch(printed)
    if label.shortest and count >= label.shortest and (label.sure or not other):
        return "phones.labelled"
    if not other and count >= _SHORTEST_NATIONAL and _TRUNK_SHAPE.fullmatch(printed):
        return "phones.national"
    if _BRACKETED.fullmatch(printed):
        return "phones.bracketed"
    return "phones.american" if _AMERICAN_SHAPE.fullmatch(printed) else None


@dataclass(frozen=True, slots=True)
class _Label:
    """What the words before a number say of it."""

    kind: str | None = None
    shortest: int = 0
    """How many digits a number must have at least to be believed; 0 where nothing says that it is a telephone."""
    sure: bool = False
    """Whether the word right before it names a telephone and nothing else."""
    other: bool = False
    """Whether a word says that it is some other number."""


def _label(text: str, start: int, last: PhoneMention | None, words: _Words) -> _Label:
    if last and _joint(text, last, start) in _JOINTS:
        return _Label(last.kind or "phone", _SHORTEST["weak"]) if last.labelled else _Label()
    before = _before(text, start)
    named = [word.group().lower() for word in _WORDS.finditer(before)]
    other = False
    for distance, word in enumerate(reversed(named[-_LABEL_WORDS:])):
        kind, strength = words.labels.get(word, (None, ""))
        if kind and (strength == "strong" or (distance <= _WEAK_REACH and not other)):
            previous = words.labels.get(named[-distance - 2], ("", ""))[0] if len(named) > distance + 1 else ""
            if {kind, previous} == {"phone", "fax"} or (strength == "weak" and _PART_OF_NAME.search(before)):
                kind = "phone"  # "Tel/Fax" is no fax alone, "Press Office" is no label
            near = strength if distance <= 1 else "weak"
            return _Label(kind, _SHORTEST[near], sure=near == "strong")
        other = other or (distance == 0 and word in words.others)
    return _Label(other=other)


def _before(text: str, start: int) -> str:
    """The words of the line before a number, back to the digit before; of the line above where there are none."""
    before = text[max(0, start - _LOOK_BACK) : start]
    line = before.rpartition("\n")[2]
    if not any(map(str.isalpha, line)) and "\n" in before and not _only_digits(line):
        line = before.rstrip(_BLANK + "•-:").rpartition("\n")[2]
        if line[-1:].isalpha() and len(line.split()) > _WEAK_REACH + 1:
            return ""
    cut = max((place for place, character in enumerate(line) if character.isdigit()), default=-1)
    return line[cut + 1 :]


def _kind_after(text: str, end: int, words: _Words) -> str | None:
    """`mobile` for "+374 91 55 50 08 (mobile)"."""
    found = _AFTER.match(text, end)
    return (
        words.labels.get(found[1].lower(), (None,))[0]
        if found and text[end : found.end()].strip()[-1:] in ")]"
        else None
    )


def _extension(text: str, end: int, words: _Words) -> str | None:
    found = _EXTENSION.match(text, end)
    return found[2] if found and found[1].lower() in words.extensions else None
