"""One body under all its names; two ministries of two countries stay two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from reporter import locales
from reporter.language import names
from reporter.merge import references
from reporter.merge.clusters import cluster
from reporter.merge.references import Canonical, Order
from reporter.model.briefing import Entry, OrganisationLine
from reporter.model.facts import Organisation

_LANGUAGE = "en"
_LONGEST_COUNTRY = 5
_ALIKE = 0.5
_MUCH_ALIKE = 0.75
_JOINING = frozenset(("of", "the", "in", "for", "and", "to"))
_SPELT_OUT = {"un": ("united", "nations"), "eu": ("european", "union")}


@dataclass(frozen=True, slots=True)
class Body:
    """What the releases that call a body by one name say of it."""

    core: tuple[str, ...]
    """The words of the name in one spelling, without the country's."""
    country: str | None
    acronyms: frozenset[str]
    home: str | None
    """Of a body that every country has one of: where its releases come from."""
    is_common: bool
    """Whether its name is made of common words only: a ministry, a police."""
    found: tuple[tuple[Entry, Organisation], ...]

    @property
    def identity(self) -> tuple[tuple[str, ...], str | None, str | None]:
        """What makes it this body and no other, as far as its name alone tells."""
        return self.core, self.country, self.home if self.is_common else None


@dataclass(frozen=True, slots=True)
class _Words:
    countries: dict[tuple[str, ...], str]
    common: frozenset[str]
    known: dict[tuple[str, ...], str | None]
    """Bodies that need no explanation, by the words of their name, with the acronym."""


@cache
def _words() -> _Words:
    locale = locales.load(_LANGUAGE)
    countries: dict[tuple[str, ...], str] = {}
    for code, *forms in locale.rows("countries"):
        for form in (form for column in forms for form in column.split(";") if form):
            countries[names.body_words(form)] = code
    known: dict[tuple[str, ...], str | None] = {}
    for short, *long in locale.rows("organisations"):
        known[_spelt_out(names.body_words(long[0] if long and long[0] else short))] = short if long else None
    common = frozenset(locale.words("common")) | frozenset(locale.words("organisation_words")) | _JOINING
    return _Words(countries=countries, common=common, known=known)


def merge(entries: Sequence[Entry], order: Order) -> tuple[tuple[OrganisationLine, ...], Canonical]:
    """The bodies of all releases, and which of them each release's names mean."""
    alike: dict[Hashable, list[Body]] = {}
    for entry in entries:
        for organisation in entry.release.facts.organisations:
            body = _body(entry, organisation)
            alike.setdefault(body.identity, []).append(body)
    bodies = [_together(same) for same in alike.values()]
    lines: list[OrganisationLine] = []
    canonical: dict[tuple[str, str], str] = {}
    for group in cluster(bodies, _keys, _same):
        body = _together(group)
        line = _line(body, order)
        lines.append(line)
        canonical |= {(entry.key, organisation.name): line.name for entry, organisation in body.found}
    return tuple(sorted(lines, key=lambda line: (order.newest(line.references), line.name))), canonical


def _body(entry: Entry, organisation: Organisation) -> Body:
    words = _words()
    printed = _spelt_out(names.body_words(organisation.name))
    acronyms = {organisation.acronym} if organisation.acronym else set()
    acronyms |= {words.known[printed] or organisation.name} if printed in words.known else set()
    if names.is_acronym(organisation.name):
        acronyms.add(organisation.name)
    core, named = _without_country(printed)
    dateline = entry.release.facts.dateline
    return Body(
        core=core,
        country=organisation.country or named,
        acronyms=frozenset(acronym.replace(".", "").casefold() for acronym in acronyms),
        home=organisation.country or named or (dateline.country if dateline else None) or f"?{entry.key}",
        is_common=printed not in words.known and not acronyms and set(core) <= words.common,
        found=((entry, organisation),),
    )


def _spelt_out(printed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for word in printed for part in _SPELT_OUT.get(word, (word,)))


def _without_country(printed: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """The name without the only country it names, and the country: "Tajik Ministry of …", "Ministry of … of Tajikistan"."""
    countries = _words().countries
    core: list[str] = []
    named: list[str] = []
    place = 0
    while place < len(printed):
        for length in range(min(_LONGEST_COUNTRY, len(printed) - place), 0, -1):
            code = countries.get(printed[place : place + length])
            if code:
                named.append(code)
                place += length
                break
        else:
            core.append(printed[place])
            place += 1
    kept = tuple(word for word in core if word not in _JOINING)
    if len(set(named)) != 1 or not kept:
        return tuple(word for word in printed if word not in _JOINING), None
    return kept, named[0]


def _together(same: Iterable[Body]) -> Body:
    group = list(same)
    first = max(group, key=lambda body: (len(body.core), body.core))
    return Body(
        core=first.core,
        country=next((body.country for body in group if body.country), None),
        acronyms=frozenset().union(*(body.acronyms for body in group)),
        home=first.home,
        is_common=first.is_common,
        found=tuple(one for body in group for one in body.found),
    )


def _keys(body: Body) -> Iterable[Hashable]:
    yield body.core
    yield from body.acronyms


def _same(one: Body, other: Body) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    if one.core == other.core:
        return not one.is_common or one.home == other.home
    common = one.acronyms & other.acronyms
    if not common:
        return False
    if {one.core, other.core} & {(acronym,) for acronym in common}:
        return True
    return any(_is_acronym_of_both(acronym, one, other) for acronym in common)


def _is_acronym_of_both(acronym: str, one: Body, other: Body) -> bool:
    """Whether two longer names are one body's; "General Assembly of the United Nations (UN)" is not the UN."""
    spelt = [names.is_acronym_of(acronym.upper(), " ".join(body.core)) for body in (one, other)]
    if spelt[0] != spelt[1]:
        return False
    return _share(one.core, other.core) >= (_ALIKE if spelt[0] else _MUCH_ALIKE)


def _share(one: Sequence[str], other: Sequence[str]) -> float:
    return len(set(one) & set(other)) / max(1, len(set(one) | set(other)))


def _line(body: Body, order: Order) -> OrganisationLine:
    printed = Counter(organisation.name for _, organisation in body.found for _ in organisation.mentions)
    name = max(printed, key=lambda name: (not names.is_acronym(name), printed[name], len(name), name))
    acronyms = Counter(organisation.acronym for _, organisation in body.found if organisation.acronym)
    acronyms.update(name for name in printed if names.is_acronym(name))
    acronym = max(acronyms, key=lambda acronym: (acronyms[acronym], acronym), default=None)
    return OrganisationLine(
        name=name,
        acronym=acronym if acronym != name else None,
        aliases=tuple(sorted({other for other in printed if other not in (name, acronym)})),
        parent=next((organisation.parent for _, organisation in body.found if organisation.parent), None),
        country=body.country,
        roles=references.roles(((entry, organisation.roles) for entry, organisation in body.found), order),
        references=order.sorted(references.first(entry, organisation.mentions) for entry, organisation in body.found),
    )
