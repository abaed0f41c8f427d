"""What stands around a release in a message: covering letter, forwarded headers, the subject's prefixes."""

from __future__ import annotations

import re
from functools import cache

from reporter import locales
from reporter.readers import notices
from reporter.readers.characters import without

# Before a subject: Re: FW: Fwd: WG: TR: [EXTERNAL]
_PREFIX = re.compile(r"(?:(?:re|fwd?|wg|aw|tr|rv|sv|vs)\s*:|\[[^\]]{1,30}\])\s*", re.IGNORECASE)
# Words that say only that there is a release: "PRESS RELEASE: ", "Media statement 12/2021".
_LABEL_NAMES = "press media news release statement communique communiqué bulletin notice advisory for immediate no"
_LABEL = frozenset(_LABEL_NAMES.split())
_WORD = re.compile(r"[^\W_]+")
# "From: A <a@example.org>", "*Sent:* …" of a forwarded message.
_HEADER = re.compile(
    r"^\**(From|Sent|Date|To|Cc|Subject|Von|Gesendet|An|Betreff|De|Envoyé|À|Objet)\**:\**\s", re.IGNORECASE
)
_FEWEST_HEADERS = 3
_RULE = re.compile(r"^[\s*_=~#–—-]{3,}$")
_COVER_LINES = 25
_LONGEST_SALUTATION = 80
_LONGEST_SIGNATURE = 12
_FEWEST_WORDS = 60
_TAG = re.compile(r"<[^<>]{1,2000}>")
# The HTML beside a plain body often has the menu of a newsletter around the release.
_SAYS_AS_MUCH = 0.6
_SAYS_ENOUGH = 0.25
_LONG = 100
# Plain bodies made of HTML by a machine have an address after every few words.
_WORDS_AN_ADDRESS = 12


def headline(subject: str | None) -> str | None:
    """A subject as a headline: without prefixes and a label before a colon; None where nothing is left."""
    if not subject:
        return None
    words = subject
    while prefix := _PREFIX.match(words):
        words = words[prefix.end() :]
    before, colon, after = words.partition(":")
    if colon and after.strip() and _is_label(before):
        words = after
    words = words.strip(" -–—")
    return None if not words or _is_label(words) else words


def is_whole(plain: str, html: str) -> bool:
    """Whether a plain body says as much as the HTML one beside it, and is not a heap of addresses."""
    if not plain.strip():
        return False
    shown = len(_TAG.sub("", without(html, "<style", "</style>")).split())
    said = len(plain.split())
    addresses = plain.count("http://") + plain.count("https://")
    if addresses * _WORDS_AN_ADDRESS >= said + _FEWEST_WORDS:
        return False
    return said >= _SAYS_AS_MUCH * shown or (said >= _LONG and said >= _SAYS_ENOUGH * shown)


def release(body: str, subject: str | None) -> str:
    """A plain body without forwarded headers, the covering letter above the release and the notices below it."""
    lines = body.replace("\r\n", "\n").split("\n")
    lines = notices.without(_after_forwarding(lines))
    return "\n".join(lines[_covering(lines, headline(subject)) :])


def begins_as_letter(text: str) -> bool:
    """Whether a text opens with a salutation."""
    first = next((line.strip().lower() for line in text.split("\n") if line.strip()), "")
    return _is_salutation(first)


def _after_forwarding(lines: list[str]) -> list[str]:
    """What follows the last block of forwarded headers, where that is a release and not a line or two."""
    end = 0
    run = 0
    for number, line in enumerate(lines):
        bare = line.lstrip("> ")
        if _HEADER.match(bare):
            run += 1
            if run >= _FEWEST_HEADERS:
                end = number + 1
        elif bare.strip() and not line.startswith((" ", "\t")):
            run = 0
    rest = lines[end:]
    return rest if end and len(" ".join(rest).split()) >= _FEWEST_WORDS else lines


def _covering(lines: list[str], title: str | None) -> int:
    """The line where the release begins below a covering letter; 0 where there is none, or no clear border."""
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None or not _is_salutation(lines[first].strip().lower()):
        return 0
    head = min(len(lines), first + _COVER_LINES)
    rule = next((number for number in range(first + 1, head) if _RULE.match(lines[number].strip())), None)
    begin = next((number for number in range(first + 1, head) if _begins(lines, number, title)), None)
    if rule is not None and (begin is None or rule < begin):
        return rule + 1
    below = _below_sign_off(lines, first + 1, head)
    if below is None:
        return begin or 0
    # A masthead and a label may stand above the headline: the letter ends with its signature.
    return below if begin is None or below < begin else begin


def _begins(lines: list[str], number: int, title: str | None) -> bool:
    """Whether a line is a label or the headline, which may be wrapped."""
    line = lines[number].strip()
    if not line:
        return False
    if _is_label(line):
        return True
    return title is not None and any(_same(" ".join(lines[number : number + size]), title) for size in (1, 2, 3))


def _below_sign_off(lines: list[str], start: int, end: int) -> int | None:
    """The line below the signature of a letter, where enough follows to be a release."""
    off = next((number for number in range(start, end) if _is_sign_off(lines[number])), None)
    if off is None:
        return None
    number = off + 1
    if number < len(lines) and not lines[number].strip():  # the name stands apart from "Best regards"
        number = _next_written(lines, number)
    while number < len(lines) and lines[number].strip():
        number += 1
    rest = lines[number:]
    if number - off > _LONGEST_SIGNATURE or len(" ".join(rest).split()) < _FEWEST_WORDS:
        return None
    return _next_written(lines, number)


def _next_written(lines: list[str], number: int) -> int:
    while number < len(lines) and not lines[number].strip():
        number += 1
    return number


def _is_sign_off(line: str) -> bool:
    return line.strip().rstrip(",.!").lower() in _sign_offs()


@cache
def _sign_offs() -> frozenset[str]:
    return frozenset(locales.every("sign_offs"))


def _same(line: str, title: str) -> bool:
    return _WORD.findall(line.lower()) == _WORD.findall(title.lower())


def _is_label(words: str) -> bool:
    """Whether these words are a label only: "PRESS RELEASE", "Media release no. 12/2021"."""
    found = _WORD.findall(words.lower())
    return all(word in _LABEL or word.isdigit() for word in found) and not all(map(str.isdigit, found))


def _is_salutation(line: str) -> bool:
    return len(line) < _LONGEST_SALUTATION and any(
        line == word or line.startswith((f"{word} ", f"{word},")) for word in _salutations()
    )


@cache
def _salutations() -> tuple[str, ...]:
    return locales.every("salutations")
