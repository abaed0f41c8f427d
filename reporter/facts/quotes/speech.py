"""Whether words between marks are somebody's speech, or a title, a name, a term held at arm's length."""

from __future__ import annotations

import re

from reporter.facts.quotes.attribution import Attribution
from reporter.facts.quotes.lexicon import Lexicon
from reporter.facts.quotes.passages import Passage
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
# Rules whose words point back at the quotation, so that a comma before its closing mark is theirs.
_AFTER = frozenset({"quotes.verb-after", "quotes.subject-after", "quotes.signature", "quotes.according-after"})


def is_speech(text: str, passage: Passage, found: Attribution | None, lexicon: Lexicon, *, alone: bool) -> bool:
    """Whether the words of a passage are spoken.

    Args:
        text: The whole text.
        passage: The words between the marks.
        found: Who is said to say them, if anybody is.
        lexicon: The words to go by.
        alone: Whether the passage is a sentence of its own, or several.
    """
    words = passage.span.of(text)
    number = len(words.split(None, _LONGEST_NAME))
    if _WORD.search(words) is None or (not passage.opened and (found is None or found.rule not in _AFTER)):
        return False
    if not _is_linked(text, passage.span, lexicon) and found is not None and found.close:
        stops = ".!?…," if found.rule in _AFTER else ".!?…"
        apart = alone or text[passage.outer.end : passage.outer.end + 1] == ","
        if words[-1] in stops or (found.rule in _AFTER and apart):
            return True
    if is_title_case(words) and not (alone and words[-1] in _STOPS):
        return False
    if is_named(text, passage.span, lexicon) and number < _LONGEST_NAME:
        return False
    if found:
        return number >= _SHORTEST_PART
    return (alone and words[-1] in ".!?…," and number > 1) or number >= _SHORTEST_UNATTRIBUTED


def _is_linked(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether a participle right before the marks gives something its name: "the film, entitled “…”"."""
    before = _LAST_WORD.search(text, max(0, span.start - _LOOK), max(0, span.start - 1))
    return before is not None and before.group(1).lower() in lexicon.naming_links - {"called"}


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
