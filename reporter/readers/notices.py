"""What stands below and above a release in a message and is none of it: signature, disclaimer, notices of a list."""

from __future__ import annotations

import re
from functools import cache

from reporter import locales

# The line that parts a message from its signature (RFC 3676); programs that trim lines lose its space.
_SIGNATURE = re.compile(r"^--[ \t]?$")
_LONGEST_SIGNATURE = 15
# The rule that list servers put above their footer.
_RULE = re.compile(r"^[_=*-]{20,}$")
_FOOTER_LINES = 8
_LIST = re.compile(r"mailing list|mailman|listserv|/listinfo/|unsubscribe|groups\.google\.|googlegroups", re.IGNORECASE)
# A notice is one paragraph of this length at most; more is text that talks of notices.
_LONGEST_NOTICE = 1_500
_MOST_NOTICES = 6


def without(lines: list[str]) -> list[str]:
    """The lines of a message without what mail programs and servers put around them."""
    whole = _trimmed(lines)
    rest = _above_notices(_above_signature(_above_notices(_above_footer(whole))))
    return _below_notice(lines if len(rest) == len(whole) else rest)


def _trimmed(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def _above_footer(lines: list[str]) -> list[str]:
    """Without the footer of a mailing list, below a rule."""
    for number in range(len(lines) - 1, max(0, len(lines) - _FOOTER_LINES), -1):
        if _RULE.match(lines[number].strip()) and any(_LIST.search(line) for line in lines[number + 1 :]):
            return _trimmed(lines[:number])
    return lines


def _above_signature(lines: list[str]) -> list[str]:
    for number in range(len(lines) - 1, max(0, len(lines) - _LONGEST_SIGNATURE), -1):
        if _SIGNATURE.match(lines[number]):
            return _trimmed(lines[:number])
    return lines


def _above_notices(lines: list[str]) -> list[str]:
    """Without the paragraphs at the end that are notices."""
    for _ in range(_MOST_NOTICES):
        start = len(lines)
        while start and lines[start - 1].strip():
            start -= 1
        if start == 0 or not _is_notice(" ".join(lines[start:])):
            # One line below the text, without an empty one between.
            return _trimmed(lines[:-1]) if len(lines) > 1 and _is_notice(lines[-1]) else lines
        lines = _trimmed(lines[:start])
    return lines


def _below_notice(lines: list[str]) -> list[str]:
    """Without the first line where it is a notice: "View this email in your browser"."""
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    return lines if first is None or not _is_notice(lines[first]) else lines[first + 1 :]


def _is_notice(words: str) -> bool:
    said = " ".join(words.replace("’", "'").lower().split())
    return 0 < len(said) <= _LONGEST_NOTICE and any(phrase in said for phrase in _phrases())


@cache
def _phrases() -> tuple[str, ...]:
    return locales.every("mail_notices")
