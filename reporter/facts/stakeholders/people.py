"""The people of a release: one entry for full name, family name and spellings, with position and body."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from reporter.facts.stakeholders import positions
from reporter.facts.stakeholders.bodies import Body, Register
from reporter.facts.stakeholders.scene import Scene
from reporter.facts.stakeholders.titles import Position, shown
from reporter.language.names import is_short_for, recased, same_person, traits, words
from reporter.model.facts import Contact, Person
from reporter.model.mentions import NameMention
from reporter.model.spans import Span

# What introduces somebody by family name alone: "Mr Okafor", "Minister Okafor".
_INTRODUCED = frozenset(("names.after-honorific", "names.after-title", "names.after-rank"))
_BESIDE = 12
"""Characters between a position and the body that it belongs to at most."""


# Offices that are a body's own where the issuer is of such a kind.
_POLICE = frozenset(("police", "constabulary", "sheriff", "gendarmerie"))
_SCHOOLS = frozenset(("university", "college", "institute", "school"))
_HELD_AT = {
    "governor": frozenset(("bank",)),
    "curator": frozenset(("museum", "gallery")),
    "registrar": frozenset(("court", "university")),
    **dict.fromkeys(("constable", "inspector", "sergeant", "superintendent", "detective"), _POLICE),
    **dict.fromkeys(("chancellor", "dean", "provost", "rector", "principal"), _SCHOOLS),
}
# From a position to the name it explains: " of the Harbour Board, Mr ".
_TO_NEXT = re.compile(r"[^.;:\n,]{0,80},\s(?:[A-Z][\w’'-]{0,20}\.?\s){0,3}")
# An office that goes on so is somebody else's: "Director at Enterprise Lanvia".
_OF_OTHERS = (" of ", " at ", " with ", " for ", " in ")


@dataclass(slots=True, eq=False)
class Figure:
    """A person in the making."""

    name: str
    rule: str
    mentions: list[Span] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    card: Contact | None = None

    @property
    def first(self) -> Span:
        """Where the person is named first."""
        return min(self.mentions)

    @property
    def best(self) -> Position | None:
        """The position that tells most; of equals the first of the text."""
        return max(self.positions, key=Position.weight, default=None)

    @property
    def body(self) -> Body | None:
        """The body that the person is said to belong to."""
        best = self.best
        if best is None or best.body is not None:
            return best.body if best is not None else None
        return next((other.body for other in self.positions if other.body is not None), None)

    def _printed(self, scene: Scene, body: Body) -> str:
        """The name of the body as it stands beside the person; its own name where a part of it or nothing does."""
        best = next((position for position in self.positions if position.body is body), None)
        places = [best.span] if best is not None and best.span is not None else self.mentions
        if best is not None and best.rule == "stakeholders.contact" and self.card and self.card.organisation_span:
            places = [self.card.organisation_span]
        near = min(((_distance(one, other), other) for one in places for other in body.mentions), default=None)
        if near is None or near[0] > _BESIDE or _refers(scene, near[1]):
            return body.name
        printed = recased(shown(scene, near[1]), ())
        return body.name if set(words(printed)) < set(words(body.name)) else printed

    def person(self, scene: Scene) -> Person:
        """The finished entry."""
        best, body = self.best, self.body
        printed = self._printed(scene, body) if body is not None else None
        return Person(
            name=self.name,
            mentions=tuple(sorted(self.mentions)),
            rule=self.rule,
            title=best.title if best is not None else None,
            title_span=best.span if best is not None else None,
            organisation=printed or (self.card.organisation if self.card is not None else None),
            employer=body.name if body is not None else None,
        )


def _distance(one: Span, other: Span) -> int:
    """Characters between two stretches."""
    return max(0, one.start - other.end, other.start - one.end)


def _refers(scene: Scene, span: Span) -> bool:
    """Whether a mention names no body by itself: "the Ministry"."""
    held = scene.holders.get(scene.place(span.start))
    return (held is not None and held[0].refers) or scene.text[span.start].islower()


# Of people whose names begin alike only so many are compared with a new one: where there are more, the text is a list.
_MOST_ALIKE = 100


class Index:
    """The people found so far, by the beginnings of their names, so that long lists stay quick."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self._by_trait: dict[str, list[Figure]] = {}

    def add(self, figure: Figure) -> None:
        """Enters a person."""
        self.figures.append(figure)
        for trait in traits(figure.name):
            self._by_trait.setdefault(trait, []).append(figure)

    def alike(self, name: str) -> list[Figure]:
        """Those whose names may be spellings or full forms of this one, in the order of their entry."""
        found = {
            id(figure): figure
            for trait in sorted(traits(name))
            for figure in self._by_trait.get(trait, [])[-_MOST_ALIKE:]
        }
        return sorted(found.values(), key=lambda figure: figure.mentions[0])


def gather(scene: Scene, register: Register) -> list[Figure]:
    """One entry for every person, in the order of the text."""
    index = Index()
    short: list[NameMention] = []
    for mention in scene.mentions:
        if mention.kind != "person":
            continue
        if len(_name(scene, mention.span).split(" ")) > 1:
            _enter(scene, index, mention)
        else:
            short.append(mention)
    for contact in scene.facts.contacts:
        _enter_contact(scene, register, index, contact)
    for mention in short:
        _attach(scene, index, mention)
    _place(scene, register, index.figures)
    return sorted(index.figures, key=lambda figure: figure.first)


def _place(scene: Scene, register: Register, figures: list[Figure]) -> None:
    """Gives people the positions beside their names; words behind one name are not the next name’s as well."""
    taken: list[Span] = []
    starts = sorted(span.start for figure in figures for span in figure.mentions)
    for figure in figures:
        for position in positions.after(scene, register, figure.mentions):
            if _is_next(scene, register, figure, position, starts):
                continue
            figure.positions.append(position)
            taken += [position.span] if position.span is not None else []
    taken.sort()
    for figure in figures:
        for position in positions.before(scene, register, figure.mentions):
            if position.span is None or not _is_taken(position.span, taken):
                figure.positions.append(position)
    issuer = register.issuer
    for figure in figures:
        alone = figure.card is not None and figure.body is None and figure.card.organisation is None
        if alone and issuer is not None:
            figure.positions.append(Position(None, None, issuer, "stakeholders.contact-of-issuer"))
        elif figure.body is None and figure.card is None and issuer is not None and _is_staff(scene, figure, issuer):
            figure.positions.append(Position(None, None, issuer, "stakeholders.staff-of-issuer"))


def _is_next(scene: Scene, register: Register, figure: Figure, position: Position, starts: list[int]) -> bool:
    """Whether a position behind a name is the next name's: "the Premier, Mr X, the Mayor of Y, Mr Z"."""
    if position.span is None:
        return False
    number = bisect_left(starts, position.span.end)
    between = scene.text[position.span.end : starts[number]] if number < len(starts) else ""
    if not _TO_NEXT.fullmatch(between):
        return False
    return any(before.title and not before.is_rank for before in positions.before(scene, register, figure.mentions))


def _is_staff(scene: Scene, figure: Figure, issuer: Body) -> bool:
    """Whether somebody holds an office that a release names without its body only where it is the issuer's."""
    best = figure.best
    if best is None or best.title is None or best.span is None:
        return False
    title = best.title
    if scene.text.startswith(_OF_OTHERS, best.span.end):
        return False
    found = words(title.replace("-", " "))
    if any(word in _HELD_AT and not _HELD_AT[word].isdisjoint(issuer.key) for word in found):
        return True
    return any(word in scene.lexicon.staff for word in found) or {"chief", "officer"} <= set(found)


def _is_taken(span: Span, taken: list[Span]) -> bool:
    place = bisect_left(taken, span)
    return any(other.overlaps(span) for other in taken[max(0, place - 1) : place + 1])


def _name(scene: Scene, span: Span) -> str:
    return recased(" ".join(span.of(scene.text).split()), ())


def _enter(scene: Scene, index: Index, mention: NameMention) -> None:
    name = _name(scene, mention.span)
    figure = next(
        (known for known in index.alike(name) if same_person(known.name, name) or is_short_for(name, known.name)), None
    )
    if figure is None:
        index.add(Figure(name, mention.rule, [mention.span]))
        return
    figure.mentions.append(mention.span)
    if len(name) > len(figure.name):
        figure.name = name


def _enter_contact(scene: Scene, register: Register, index: Index, contact: Contact) -> None:
    """A contact person, with the position and the body of the card."""
    span = contact.name_span
    if not contact.name or span is None or len(words(contact.name)) < 2:  # noqa: PLR2004  (full names)
        return
    if any(mention.kind == "organisation" and mention.span.overlaps(span) for mention in scene.mentions):
        return
    figure = next((known for known in index.alike(contact.name) if same_person(known.name, contact.name)), None)
    if figure is None:
        figure = Figure(contact.name, "stakeholders.contact", [span])
        index.add(figure)
    figure.card = contact
    body, role, role_span = _employer(register, contact), contact.role, contact.role_span
    held = scene.holders.get(scene.place(role_span.start)) if role_span is not None else None
    if held is not None and role_span is not None and held[0].kind == "organisation" and held[0].span.holds(role_span):
        body, role, role_span = register.by_mention.get(held[0].span), None, None  # the line names a body, no position
    if role or body is not None:
        figure.positions.append(Position(role, role_span, body, "stakeholders.contact"))


def _employer(register: Register, contact: Contact) -> Body | None:
    if contact.organisation is None:
        return None
    span = contact.organisation_span
    return (register.within(span) if span is not None else None) or register.find(contact.organisation)


def _attach(scene: Scene, index: Index, mention: NameMention) -> None:
    """A family name goes to the person who bears it and was named last before; introduced ones may stand alone."""
    name = _name(scene, mention.span)
    bearers = [figure for figure in index.alike(name) if is_short_for(name, figure.name) or figure.name == name]
    before = [figure for figure in bearers if figure.first < mention.span]
    if bearers:
        (before[-1] if before else bearers[0]).mentions.append(mention.span)
    elif mention.rule in _INTRODUCED:
        index.add(Figure(name, mention.rule, [mention.span]))
