"""The words of one language that layout reads by, made ready for look-up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from reporter.language import sentences
from reporter.locales import Locale


class Opener(NamedTuple):
    """A phrase that says what a line or a section is."""

    phrase: str
    kind: str
    whole_line: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Word lists as sets and tables, everything in lower case and with straight apostrophes."""

    openers: dict[str, tuple[Opener, ...]]
    """By first word, the longest phrase first."""
    labels: frozenset[str]
    """Phrases that are a release's label when they fill a line."""
    keys: dict[str, str]
    """Keys of metadata lines and what their values are."""
    wires: frozenset[str]
    credits: tuple[str, ...]
    captions: tuple[str, ...]
    bodies: frozenset[str]
    parts: frozenset[str]
    """Those that name a part of the body that speaks, or the state above it."""
    reporting: frozenset[str]
    """All forms of the verbs of saying."""
    offices: frozenset[str]
    companies: frozenset[str]
    issuing: tuple[str, ...]
    """What a body does in the lead of its own release."""
    open_words: frozenset[str]
    """No line is complete with one of them as its last."""
    headline_verbs: frozenset[str]
    verbs: frozenset[str]
    verb_endings: tuple[str, ...]
    stops: sentences.Stops


def folded(text: str) -> str:
    """Lower case, single spaces, straight apostrophes."""
    # Two replacements are many times faster than a translation table.
    return " ".join(text.casefold().replace("’", "'").replace("‘", "'").split())


def first_word(phrase: str) -> str:
    """The first run of letters, or the first mark where there is none."""
    found = _FIRST.match(phrase)
    return found.group(1) or phrase[:1] if found else ""


# "for" of "for immediate release", "contact" of "contact:"; nothing of "- ends -".
_FIRST = re.compile(r"([^\W_]*)")


@cache
def of(locale: Locale) -> Vocabulary:
    """The vocabulary of a language, built once."""
    return Vocabulary(
        openers=_openers(locale),
        labels=frozenset(folded(row[0]) for row in locale.rows("openers") if row[1] in ("label", "status")),
        keys={folded(key): kind for key, kind in locale.table("metadata_keys").items()},
        wires=frozenset(locale.words("wires")),
        credits=tuple(locale.words("credit_words")),
        captions=tuple(folded(phrase) for phrase in locale.words("caption_openers")),
        bodies=frozenset(locale.words("body_nouns")),
        parts=frozenset(row[0] for row in locale.rows("body_nouns") if row[1:] == ("part",)),
        reporting=frozenset(form for row in locale.rows("reporting_verbs") if row[0] == "say" for form in row[1:]),
        offices=frozenset(locale.words("office_nouns")),
        companies=frozenset(locale.words("company_suffixes")),
        issuing=tuple(f"{verb} " for verb in locale.words("issuing_verbs")),
        open_words=frozenset(locale.words("open_words")),
        headline_verbs=frozenset(locale.words("headline_verbs")),
        verbs=frozenset(word for word in locale.words("verbal_signs") if word[0] != "-"),
        verb_endings=tuple(word[1:] for word in locale.words("verbal_signs") if word[0] == "-"),
        stops=sentences.Stops.of(locale.rows("abbreviations"), locale.words("sentence_openers")),
    )


def _openers(locale: Locale) -> dict[str, tuple[Opener, ...]]:
    table: dict[str, list[Opener]] = {}
    for phrase, kind, how in locale.rows("openers"):
        opener = Opener(folded(phrase), kind, how == "line")
        table.setdefault(first_word(opener.phrase), []).append(opener)
    return {word: tuple(sorted(openers, key=lambda opener: -len(opener.phrase))) for word, openers in table.items()}
