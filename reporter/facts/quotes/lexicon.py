"""The words that quotations are read by, from the lists of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from reporter.language.sentences import Stops
from reporter.locales import Locale

VerbKind = Literal["say", "call", "act", "give"]
VerbForm = Literal["base", "third", "past", "participle", "gerund"]

_FORMS: tuple[VerbForm, ...] = ("base", "third", "past", "participle", "gerund")
_ROLE_LISTS = ("title_words", "ranks", "role_nouns")


class Verb(NamedTuple):
    """A form of a reporting verb."""

    kind: VerbKind
    form: VerbForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language's words for who says what; all keys in lower case."""

    verbs: Mapping[str, Verb]
    pronouns: Mapping[str, str]
    """Pronoun to m, f, n (a body), p (several) or s (the speaker's own)."""
    roles: frozenset[str]
    """Nouns for people."""
    fields: frozenset[str]
    """Nouns that end a field of work: Investor Relations."""
    suffixes: frozenset[str]
    """Degrees and orders behind a name."""
    titles: frozenset[str]
    """Those of them that are positions."""
    ranks: frozenset[str]
    """Those that stand before a name and say little: Colonel, Ambassador."""
    genders: Mapping[str, str]
    """Noun or word of address to m or f."""
    naming_nouns: frozenset[str]
    naming_links: frozenset[str]
    statements: frozenset[str]
    before_subject: frozenset[str]
    after_name: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    auxiliaries: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    reflexives: frozenset[str]
    pasts: frozenset[str]
    """Past forms that do not end in -ed."""
    abbreviations: frozenset[str]
    elisions: frozenset[str]
    stops: Stops


@cache
def load(locale: Locale) -> Lexicon:
    """The lexicon of a language, built once."""
    naming, clause, function = (locale.rows(name) for name in ("naming_words", "clause_words", "small_words"))
    return Lexicon(
        verbs=_verbs(locale.rows("reporting_verbs")),
        pronouns=locale.table("pronouns"),
        roles=frozenset(word for name in _ROLE_LISTS for word in locale.words(name)),
        titles=frozenset(row[0] for name in _ROLE_LISTS for row in locale.rows(name) if row[1:] != ("x",)),
        fields=frozenset(locale.words("fields_of_work")),
        suffixes=frozenset(locale.words("name_suffixes")),
        ranks=frozenset(locale.words("ranks")) | frozenset(locale.words("honorifics")) | _of_class(function, "rank"),
        genders=locale.table("genders"),
        naming_nouns=_of_class(naming, "n"),
        naming_links=_of_class(naming, "v"),
        statements=frozenset(locale.words("statement_nouns")),
        before_subject=_of_class(clause, "b"),
        after_name=_of_class(clause, "a"),
        prepositions=_of_class(function, "preposition"),
        determiners=_of_class(function, "determiner"),
        auxiliaries=_of_class(function, "auxiliary"),
        honorifics=frozenset(locale.words("honorifics")),
        pasts=_of_class(function, "past"),
        reflexives=_of_class(function, "reflexive"),
        particles=_of_class(function, "particle"),
        abbreviations=frozenset(locale.words("abbreviations")),
        elisions=frozenset(locale.words("elisions")),
        stops=Stops.of(locale.rows("abbreviations"), locale.words("sentence_openers")),
    )


def _verbs(rows: tuple[tuple[str, ...], ...]) -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    for kind, *forms in rows:
        for place, word in enumerate(forms):
            form = _FORMS[place] if place < len(_FORMS) else ("gerund" if word.endswith("ing") else "past")
            known = verbs.get(word)
            # "said" is past before it is participle, "put" past before it is base.
            if known is None or (known.form == "base" and form == "past"):
                verbs[word] = Verb(kind, form)  # type: ignore[arg-type]  # the list has these classes only: tested
    return verbs


def _of_class(rows: tuple[tuple[str, ...], ...], name: str) -> frozenset[str]:
    return frozenset(row[1] for row in rows if row[0] == name)
