"""Whether words between marks are somebody's speech, or a title, a name, a term held at arm's length."""

from __future__ import annotations

import re

from reporter.facts.quotes.attribution import Attribution
from reporter.facts.quotes.lexicon import Lexicon
from reporter.facts.quotes.passages import Passage

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NEXT_WORD = re.compile(r"[ \u00a0]*([\w’'-]+)")
_LOOK = 50
_STOPS = ".!?…"
# Fewer words than these inside a sentence are a term, not a statement, whoever uses it.
_SHORTEST_PART = 4
_SHORTEST_UNATTRIBUTED = 7
_LONGEST_NAME = 12
_MOSTLY = 0.75
_LINKS = frozenset({"is", "was", "reads", "of"})
# Rules whose words point back at the quotation, so that a comma before its closing mark is theirs.
_AFTER = frozenset({"quotes.verb-after", "quotes.subject-after", "quotes.signature", "quotes.according-after"})


def is_speech(text: str, passage: Passage, found: Attribution | None, lexicon: Lexicon, *, alone: bool) -> bool:
    """Whether the words of a passage are spoken.

    Knowingly missed: a partial quotation of fewer than four words ("called it “a disgrace”"), which cannot be told from a
    term; kept by mistake: a slogan in small letters that nothing beside it calls one.

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
    before = _words_before(text, passage)
    if before[1] in lexicon.naming_links - {"called"}:
        return False
    apart = alone or text[passage.outer.end : passage.outer.end + 1] == ","
    if found and found.close and _is_said(words, found.rule, apart=apart):
        return True
    stopped = words[-1] in _STOPS
    # "called the plan “a gift”" is no name, "the plan “A Gift to All”" is.
    told = found is not None and found.mention.kind in ("person", "pronoun", "role", "name") and words[0].islower()
    called = told and (before[1] == "called" or (number > _SHORTEST_PART and before[1] not in lexicon.naming_links))
    named = not called and _is_named(text, passage, before, lexicon) and not (stopped and number >= _LONGEST_NAME)
    if named or (is_title_case(words) and not (alone and stopped)):
        return False
    if found:
        return number >= _SHORTEST_PART
    # "The “Advisory Centre for …”" is a name.
    begun = number >= _SHORTEST_UNATTRIBUTED and before[1] not in lexicon.determiners - {"that"}
    return begun or (alone and words[-1] in ".!?…," and number > 1)


def _is_said(words: str, rule: str, *, apart: bool) -> bool:
    """Whether the words end like speech, and the attribution takes them up."""
    if words[-1] in _STOPS or (rule in _AFTER and words[-1] == ","):
        return True
    return rule in _AFTER and apart and not is_title_case(words)


def _words_before(text: str, passage: Passage) -> tuple[str, str]:
    """The two words before the marks, in lower case."""
    start = passage.outer.start
    words = text[max(0, start - _LOOK) : start].lower().rstrip(" ,(:\n\u00a0").split()
    return (words[-2] if len(words) > 1 else "", words[-1] if words else "")


def _is_named(text: str, passage: Passage, before: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether the words beside the marks say that this is the name of something: its theme was “…”; the “…” project."""
    following = _NEXT_WORD.match(text, passage.outer.end, passage.outer.end + _LOOK)
    nouns = lexicon.naming_nouns
    return (
        before[1] in nouns
        or before[1] in lexicon.naming_links
        or (before[1] in _LINKS and before[0] in nouns)
        or (following is not None and following.group(1).lower() in nouns)
    )


def is_title_case(words: str) -> bool:
    """Whether nearly all longer words have a capital: Open Doors, Open Justice."""
    longer = [word for word in _WORD.findall(words[:200]) if len(word) > 3]  # noqa: PLR2004  (articles and the like)
    return (
        bool(longer)
        and sum(word[0].isupper() for word in longer) >= _MOSTLY * len(longer)
        and (len(longer) > 1 or len(words.split()) == 1)
    )
