"""Who issued a release: as the note names that body, and short enough for a key."""

from __future__ import annotations

import re

from reporter.language import names
from reporter.model.facts import Organisation, Release

_NAMELESS = "Release"
_LONGEST = 40
_TITLE_WORDS = 3
# What no short name ends with: "Ministry of Agriculture and".
_JOINING = frozenset(
    [
        "and",
        "of",
        "the",
        "for",
        "in",
        "on",
        "at",
        "to",
        "a",
        "an",
        "by",
        "from",
        "with",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "&",
        "und",
        "für",
    ]
)
_ACRONYM = re.compile(r"(?<![\w.])[^\W\d_]{2,}(?![\w.])")
_LONGEST_ACRONYM = 8


def name(release: Release) -> str | None:
    """The issuer as the text names it outside its masthead; capitals are set as in a sentence."""
    printed = release.facts.issuer
    if printed is None:
        return None
    text = " ".join(printed.text.split())
    if not text.isupper() or names.is_acronym(text):
        return text
    body = _body(release, text)
    return body.name if body and not body.name.isupper() else _lowered(text)


def short_name(release: Release) -> str:
    """The issuer's acronym or short name; without issuer, that of the body that opens the title or answers the mail.

    Else the first words of the title: a body that the text merely names has issued nothing.
    """
    issuer = name(release)
    if issuer:
        body = _body(release, issuer)
        return _short(issuer, body.acronym if body else None)
    body = _opening(release) or _answering(release)
    if body:
        return _short(body.name, body.acronym)
    title = release.facts.title
    return _cut(title.text.split()[:_TITLE_WORDS]) if title else _NAMELESS


def _body(release: Release, issuer: str) -> Organisation | None:
    return next((body for body in release.facts.organisations if names.same_body(body.name, issuer)), None)


def _opening(release: Release) -> Organisation | None:
    """The body whose name the title begins with."""
    title = release.facts.title
    if title is None:
        return None
    return next((body for body in release.facts.organisations if body.mentions[0].start == title.span.start), None)


def _answering(release: Release) -> Organisation | None:
    """The body whose name is in the mail addresses of the contacts: "press@osce.org"."""
    addresses = [email.address for contact in release.facts.contacts for email in contact.emails]
    hosts = {part for address in addresses for part in re.split(r"[.-]", address.rpartition("@")[2].lower())}
    for body in release.facts.organisations:
        squeezed = "".join(names.body_words(body.name))
        if {squeezed, (body.acronym or squeezed).lower()} & hosts:
            return body
    return None


def _short(name: str, acronym: str | None) -> str:
    """The acronym in a name (OSCE Office in Tajikistan), else the body's own, else the first words."""
    inside = next((word for word in _ACRONYM.findall(name) if word.isupper() and len(word) <= _LONGEST_ACRONYM), None)
    return (inside if inside and name != name.upper() else None) or acronym or _cut(name.split())


def _cut(words: list[str]) -> str:
    """The first words, as many as a key can bear and as make a name: "Ministry of Justice", not "… of the Kyrgyz"."""
    kept = list(words)
    while len(kept) > 1 and len(" ".join(kept)) > _LONGEST:
        kept.pop()
    if len(kept) < len(words) and not kept[-1].endswith((",", "and", "&")):
        kept = _without_last_phrase(kept)
    kept = _without_joining_end(kept)
    return " ".join(kept)[:_LONGEST].strip(" ,;:.-–—“”\"'")


def _without_last_phrase(words: list[str]) -> list[str]:
    """What is cut short is left out whole: of "Ministry of Justice of the Republic" the ministry stays."""
    shorter = _without_joining_end(words)
    joint = next((place for place in range(len(shorter) - 1, 1, -1) if shorter[place].lower() in _JOINING), None)
    return shorter[:joint]


def _without_joining_end(words: list[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1 and kept[-1].lower().strip(",;:") in _JOINING:
        kept.pop()
    return kept


def _lowered(text: str) -> str:
    """Capitals as a name is written in a sentence: MINISTRY OF WATER is Ministry of Water."""
    words = text.lower().split()
    return " ".join(
        word if place and word in _JOINING else word[:1].upper() + word[1:] for place, word in enumerate(words)
    )
