"""What the grammar of names knows by heart, from the word lists of a language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from reporter.language.names import body_words
from reporter.language.tokens import tokenise
from reporter.locales import Locale
from reporter.model.mentions import NameKind

# What common nouns and adjectives end with and names hardly.
_COMMON_ENDINGS = (
    "tion",
    "tions",
    "ment",
    "ments",
    "ity",
    "ities",
    "ism",
    "ural",
    "ional",
    "ness",
    "ics",
    "ance",
    "ence",
    "ology",
    "ture",
    "ural",
    "ship",
    "ware",
    "ical",
    "ative",
)
_SUFFIXED = 6
_PREFIX = 3
"""Letters of "co-", "re-", "e-" at most."""


class Entry(NamedTuple):
    """A name known by heart: its words in lower case, what it names, a country's code."""

    words: tuple[str, ...]
    kind: NameKind
    code: str | None
    adjective: bool = False
    acronym: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets and tables of lower-case words."""

    known: dict[str, tuple[Entry, ...]]
    """Names of several kinds by their first word, the longest first."""
    given: frozenset[str]
    family_first: frozenset[str]
    honorifics: frozenset[str]
    ranks: frozenset[str]
    titles: frozenset[str]
    modifiers: frozenset[str]
    fields: frozenset[str]
    """Nouns that end a field of work: "Investor Relations"."""
    staff: frozenset[str]
    """Words of offices that a company or agency has: "CEO", "spokesperson"."""
    particles: frozenset[str]
    suffixes: frozenset[str]
    endings: tuple[str, ...]
    heads: dict[str, str]
    """Words that name a kind of body, with the kind."""
    companies: frozenset[str]
    descriptors: frozenset[str]
    no_bodies: frozenset[str]
    """Capital letters that are no acronym of a body, as printed."""
    function: frozenset[str]
    common: frozenset[str]
    things: frozenset[str]
    """Nouns of things that bear names: "Day", "Act"."""
    areas: frozenset[str]
    """Nouns of areas: a name before one is a place."""
    country_names: dict[str, str]
    """By code."""
    other_names: dict[str, tuple[str, ...]]
    """Acronym and long form of bodies that need no explanation, each by the other, the key in lower case."""

    expansions: dict[str, tuple[str, ...]]
    """Acronyms that need no explanation, in lower case, with the words of the long form."""

    def is_common(self, word: str) -> bool:
        """Whether a word in lower case is a common one, by the list or by its form: "decentralisation"."""
        if word in self.common:
            return True
        if word in self.given:
            return False
        if "-" in word:
            return all(part in self.common or len(part) <= _PREFIX for part in word.split("-"))
        return self.is_abstract(word)

    def is_abstract(self, word: str) -> bool:
        """Whether a word in lower case has the form of an abstract noun: "empowerment", "rehabilitation"."""
        return len(word) > _SUFFIXED and word.endswith(_COMMON_ENDINGS)

    def is_adjective(self, word: str) -> bool:
        """Whether a word in lower case is an adjective of a country, and so the name of a language maybe."""
        return any(entry.adjective and entry.words == (word,) for entry in self.known.get(word, ()))


@cache
def of(locale: Locale) -> Lexicon:
    """The lexicon of a language."""

    def words(name: str) -> frozenset[str]:
        return frozenset(locale.words(name))

    return Lexicon(
        known=_known(locale),
        given=frozenset("\n".join(locale.words("given_names")).casefold().split("\n")),
        family_first=frozenset("\n".join(locale.words("family_names_first")).casefold().split("\n")),
        honorifics=words("honorifics"),
        ranks=words("ranks"),
        titles=words("title_words"),
        modifiers=words("title_modifiers"),
        fields=words("fields_of_work"),
        staff=words("staff_titles"),
        particles=words("name_particles"),
        suffixes=words("name_suffixes"),
        endings=locale.words("surname_endings"),
        heads=locale.table("organisation_words"),
        companies=words("company_suffixes"),
        descriptors=words("body_descriptors"),
        no_bodies=words("not_organisations"),
        function=words("function_words"),
        common=words("common"),
        things=words("name_things"),
        areas=words("name_areas"),
        country_names={row[0]: row[1] for row in locale.rows("countries")},
        other_names=_other_names(locale),
        expansions={"us": ("united", "states"), "uk": ("united", "kingdom")}
        | {
            row[0].lower(): body_words(row[1])
            for row in locale.rows("organisations")
            if len(row) > 1 and " " not in row[0]
        },
    )


def _known(locale: Locale) -> dict[str, tuple[Entry, ...]]:
    table: dict[str, list[Entry]] = {}
    for entry in (*_bodies(locale), *_countries(locale), *_places(locale)):
        table.setdefault(entry.words[0], []).append(entry)
    return {
        word: tuple(sorted(entries, key=_size)) if entries[1:] else (entries[0],) for word, entries in table.items()
    }


def _size(entry: Entry) -> int:
    """To sort by: the longest first."""
    return -len(entry.words)


def _other_names(locale: Locale) -> dict[str, tuple[str, ...]]:
    pairs = [row for row in locale.rows("organisations") if len(row) > 1]
    names: dict[str, tuple[str, ...]] = {row[0].lower(): tuple(row[1:]) for row in pairs}
    return names | {other.lower(): (row[0],) for row in pairs for other in row[1:]}


def _split(name: str) -> tuple[str, ...]:
    if name.isalpha():
        return (name.lower(),)
    if name.replace(" ", "").isalpha():
        return tuple(name.lower().split(" "))
    return tuple(token.text.lower() for token in tokenise(name))


def _bodies(locale: Locale) -> Iterable[Entry]:
    for row in locale.rows("organisations"):
        for name in row:
            yield Entry(_split(name), "organisation", None, acronym=" " not in name and name.isupper())


def _countries(locale: Locale) -> Iterable[Entry]:
    for code, name, others, adjectives in locale.rows("countries"):
        for known in (name, *others.split(";")):
            if known:
                yield Entry(_split(known), "country", code, acronym=known.isupper())
        for adjective in adjectives.split(";"):
            if adjective:
                yield Entry(_split(adjective), "country", code, adjective=True)


def _places(locale: Locale) -> Iterable[Entry]:
    for name, code in locale.rows("places"):
        yield Entry(_split(name), "place", code or None)
