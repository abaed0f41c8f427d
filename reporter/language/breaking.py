"""Where a line may break, and where a reader would stumble if it did."""

from __future__ import annotations

import re

_FIXED = "\N{NO-BREAK SPACE}"
# The space before a dash: `2013 – 2015`; within a number: `+44 20 7946 0000`, `20 000`; before the
# paragraph of a reference: `OSCE 2015-08-19 ¶3`
_SPACE = re.compile(r" (?=– |¶)|(?<=\d) (?=\d)")
# The spaces of a date, but for the one after the dash of a range: `30 June 2014 – 2 July 2015`
_SPACE_OF_DATE = re.compile(r"(?<!–) ")


def kept(words: str) -> str:
    """Words of which no line begins with a dash or a pilcrow, and no number falls apart."""
    return _SPACE.sub(_FIXED, words)


def kept_date(words: str) -> str:
    """A date on one line, or a range on two."""
    return _SPACE_OF_DATE.sub(_FIXED, words)


def pieces_of_date(words: str) -> list[str]:
    """What `kept_date` keeps together."""
    return kept_date(words).split(" ")
