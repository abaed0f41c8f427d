"""How the name of a body or of an office is told from a headline: nothing but capitalised words around a head noun."""

from __future__ import annotations

import re
from itertools import pairwise

from reporter.layout.vocabulary import Vocabulary

_PREPOSITION = re.compile(
    r"\s(?:of|for|in|to|on|by|at|against|and|&|with|near|from)\s|,|\s[-–—|(]\s?|[-–—]\s", re.IGNORECASE
)
_SMALL = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "in",
        "to",
        "on",
        "at",
        "an",
        "&",
        "de",
        "la",
        "du",
        "des",
        "der",
        "und",
        "et",
        "le",
        "el",
        "al",
        "against",
        "with",
        "near",
        "from",
        "-",
        "–",
        "|",
    ]
)
_LAST_WORD = re.compile(r"[^\s(]+$")
_LONGEST, _LONGEST_APPOSED = 14, 7
_SHORTEST_ACRONYM = 3


def is_body_name(text: str, words: Vocabulary) -> bool:
    """Whether a line is the name of an organisation or of somebody's office, and nothing else.

    Knowingly missed: names without a head noun of the list ("Médecins Sans Frontières").
    """
    tokens = text.split()
    if (
        len(tokens) > _LONGEST
        or text[0].isdigit()
        or any(token[0].islower() and token not in _SMALL for token in tokens)
    ):
        return False
    if any(character in "$€£%?!" for character in text) or any(
        _bare(token) in words.headline_verbs and not (token is tokens[-1] and _bare(token) in words.bodies)
        for token in tokens[1:]
    ):
        return False
    last = _bare(tokens[-1])
    if text[-1] in ".!?" and last not in words.companies:
        return False
    if len(tokens) == 1:
        return text.isupper() and text.isalpha() and len(text) >= _SHORTEST_ACRONYM
    honourable = "hon" in [_bare(token) for token in tokens[:3]]
    return honourable or last in words.companies or is_headed(text, words) or _apposed(text, words)


def is_headed(text: str, words: Vocabulary) -> bool:
    """A head noun before the first preposition: "UN Liaison Office in Geneva", "Minister for Trade"."""
    heads = [_bare(token) for token in _PREPOSITION.split(text, maxsplit=1)[0].split()]
    return bool(heads) and (heads[-1] in words.bodies or heads[-1] in words.offices)


def is_part(text: str, words: Vocabulary) -> bool:
    """Whether the name is that of a press service, a section or the state, and not of the body that speaks."""
    heads = [_bare(token) for token in _PREPOSITION.split(text, maxsplit=1)[0].split()]
    return bool(heads) and heads[-1] in words.parts


def has_office(text: str, words: Vocabulary) -> bool:
    """Whether a line of capitalised words names an office in it: "Jane Doe MP Minister for Trade"."""
    tokens = text.split()
    if any(token[0].islower() and token not in _SMALL for token in tokens):
        return False
    return any(_bare(token) in words.offices and after in ("for", "of") for token, after in pairwise(tokens))


def _apposed(text: str, words: Vocabulary) -> bool:
    """A head noun at the end of a short name: "Ministry of Trade, Press Service"."""
    last = _LAST_WORD.search(text.rstrip(")"))
    return last is not None and _bare(last.group()) in words.bodies and len(text.split()) <= _LONGEST_APPOSED


def _bare(token: str) -> str:
    return token.casefold().strip(".,’'()")
