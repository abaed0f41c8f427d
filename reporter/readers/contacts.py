"""Which line opens a contact box that stands beside or below a release."""

from __future__ import annotations

import re
from functools import cache

from reporter import locales

_LETTERS = re.compile(r"[^\W\d_]+")
# "Press contact", "Contacts for the media"; a heading, no sentence.
_MOST_WORDS = 5


def opens_contact(heading: str) -> bool:
    """Whether a heading says that contacts follow."""
    words = _LETTERS.findall(heading.lower())
    return 0 < len(words) <= _MOST_WORDS and any(word in _words() for word in words)


@cache
def _words() -> frozenset[str]:
    return frozenset(locales.every("contact_headings"))
