"""One person under all spellings, with the positions held; two who share a family name stay two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from reporter.language import names
from reporter.merge import references
from reporter.merge.clusters import cluster
from reporter.merge.likeness import jaccard, stems
from reporter.merge.references import Canonical, Order
from reporter.model.briefing import Entry, PersonLine, Position, Reference
from reporter.model.facts import Person

_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Known:
    """What the releases that print one name say of its bearer."""

    words: tuple[str, ...]
    found: tuple[tuple[Entry, Person], ...]
    bodies: frozenset[str]
    """The organisations, by their names in the briefing."""
    titles: tuple[str, ...]


def merge(entries: Sequence[Entry], bodies: Canonical, order: Order) -> tuple[tuple[PersonLine, ...], Canonical]:
    """The people of all releases, and which of them each release's names mean."""
    alike: dict[tuple[str, ...], list[tuple[Entry, Person]]] = {}
    for entry in entries:
        for person in entry.release.facts.people:
            alike.setdefault(tuple(sorted(names.words(person.name))), []).append((entry, person))
    known = [_known(found, bodies) for found in alike.values()]
    lines: list[PersonLine] = []
    canonical: dict[tuple[str, str], str] = {}
    for group in cluster(known, _keys, _same):
        found = [one for bearer in group for one in bearer.found]
        line = _line(found, bodies, order)
        lines.append(line)
        canonical |= {(entry.key, person.name): line.name for entry, person in found}
    return tuple(sorted(lines, key=lambda line: (order.newest(line.references), line.name))), canonical


def _known(found: Sequence[tuple[Entry, Person]], bodies: Canonical) -> Known:
    organisations = (bodies.get((entry.key, person.body), person.body) for entry, person in found if person.body)
    return Known(
        words=names.words(found[0][1].name),
        found=tuple(found),
        bodies=frozenset(organisations),
        titles=tuple(sorted({person.title for _, person in found if person.title})),
    )


def _keys(bearer: Known) -> Iterable[Hashable]:
    """The initials of the ends of the name, whichever comes first, and the last word for a family name alone."""
    if not bearer.words:
        return
    first, last = bearer.words[0], bearer.words[-1]
    yield frozenset((names.initial(first), names.initial(last)))
    yield last


def _same(one: Known, other: Known) -> bool:
    """Whether two names mean one person: alike by themselves, or nearly alike with the same body or position."""
    ours, theirs = one.found[0][1].name, other.found[0][1].name
    if min(len(one.words), len(other.words)) == 1:
        return _family_name_of(one, other) or _family_name_of(other, one)
    if not names.same_person(ours, theirs):
        return False
    return _fuller(one.words, other.words) or _fuller(other.words, one.words) or _same_post(one, other)


def _fuller(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether a name is another with more words between its ends: "Anna Maria Koch", "Anna Koch"."""
    ends = longer[0] == shorter[0] and longer[-1] == shorter[-1]
    return ends and set(shorter) <= set(longer) and min(map(len, shorter)) > 1


def _family_name_of(short: Known, full: Known) -> bool:
    """Whether "Minister Koch" is "Anna Koch": only with the same body and position."""
    return (
        len(short.words) == 1
        and len(full.words) > 1
        and short.words[0] in (full.words[0], full.words[-1])
        and bool(short.bodies & full.bodies)
        and _same_title(short, full)
    )


def _same_post(one: Known, other: Known) -> bool:
    return bool(one.bodies & other.bodies) or _same_title(one, other)


def _same_title(one: Known, other: Known) -> bool:
    return any(jaccard(stems(ours), stems(theirs)) >= _ALIKE for ours in one.titles for theirs in other.titles)


def _line(found: Sequence[tuple[Entry, Person]], bodies: Canonical, order: Order) -> PersonLine:
    printed = Counter(person.name for _, person in found)
    name = max(printed, key=lambda name: (len(names.words(name)), not name.isupper(), printed[name], len(name), name))
    return PersonLine(
        name=name,
        aliases=tuple(sorted(set(printed) - {name})),
        positions=_positions(found, bodies, order),
        roles=references.roles(((entry, person.roles) for entry, person in found), order),
        references=order.sorted(references.first(entry, person.mentions) for entry, person in found),
    )


def _positions(found: Sequence[tuple[Entry, Person]], bodies: Canonical, order: Order) -> tuple[Position, ...]:
    """Every position once, oldest first."""
    held: list[tuple[str | None, str | None, list[Reference]]] = []
    for entry, person in found:
        if not person.title and not person.body:
            continue
        organisation = bodies.get((entry.key, person.body), person.body) if person.body else None
        reference = (
            Reference(release=entry.key, span=person.title_span)
            if person.title_span
            else references.first(entry, person.mentions)
        )
        same = next((place for place, one in enumerate(held) if _is_same(one, person.title, organisation)), None)
        if same is None:
            held.append((person.title, organisation, [reference]))
        else:
            title, body, told = held[same]
            held[same] = (title or person.title, body or organisation, [*told, reference])
    positions = [Position(title=title, organisation=body, references=order.sorted(told)) for title, body, told in held]
    return tuple(sorted(positions, key=lambda one: -order.newest(one.references[:1])[0]))


def _is_same(held: tuple[str | None, str | None, list[Reference]], title: str | None, body: str | None) -> bool:
    """Whether a position is one that is known: the same words for it, and no other body."""
    if held[1] and body and held[1] != body:
        return False
    if held[0] and title:
        return names.body_words(held[0]) == names.body_words(title)
    return bool(held[1] and held[1] == body)
