"""Whether words between marks are somebody's speech, or a title, a name, a term held at arm's length."""

from __future__ import annotations

import re

from reporter.facts.quotes.attribution import Attribution
from reporter.facts.quotes.lexicon import Lexicon
from reporter.model.spans import Span

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NEXT_WORD = re.compile(r"\s*([\w’'-]+)")
_LAST_WORD = re.compile(r"([\w’'-]+)[\s,(]*$")
_LOOK = 40
_STOPS = ".!?…"
# Fewer words than these inside a sentence are a term, not a statement, whoever uses it.
_SHORTEST_PART = 4
_SHORTEST_UNATTRIBUTED = 7
_LONGEST_NAME = 12
_MOSTLY = 0.75


def is_speech(text: str, span: Span, found: Attribution | None, lexicon: Lexicon, *, alone: bool) -> bool:
    """Whether the words of a passage are spoken.

    Args:
        text: The whole text.
        span: The words between the marks.
        found: Who is said to say them, if anybody is.
        lexicon: The words to go by.
        alone: Whether the passage is a sentence of its own, or several.
    """
    words = span.of(text)
    number = len(words.split(None, _LONGEST_NAME))
    if _WORD.search(words) is None:
        return False
    stopped = words[-1] in ".!?…,"
    told = found is not None and found.close and (stopped or found.rule in _FIRM)
    if told and stopped:
        return number > 1 or found is not None
    if is_named(text, span, lexicon) and (number < _LONGEST_NAME or is_title_case(words)):
        return False
    if is_title_case(words) and not (stopped and alone):
        return False
    if found:
        return number >= _SHORTEST_PART
    return (alone and stopped and number > 1) or number >= _SHORTEST_UNATTRIBUTED


_FIRM = frozenset({"quotes.verb-after", "quotes.subject-after"})


def is_named(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether the words beside the marks say that this is the name of something."""
    before = _LAST_WORD.search(text, max(0, span.start - _LOOK), max(0, span.start - 1))
    after = _NEXT_WORD.match(text, span.end + 1, span.end + _LOOK)
    last = before.group(1).lower() if before else ""
    following = after.group(1).lower() if after else ""
    return last in lexicon.naming_links or last in lexicon.naming_nouns or following in lexicon.naming_nouns


def is_title_case(words: str) -> bool:
    """Whether nearly all longer words have a capital: Open Doors, Open Justice."""
    longer = [word for word in _WORD.findall(words[:200]) if len(word) > 3]  # noqa: PLR2004  (articles and the like)
    return (
        bool(longer)
        and sum(word[0].isupper() for word in longer) >= _MOSTLY * len(longer)
        and (len(longer) > 1 or len(words.split()) == 1)
    )
