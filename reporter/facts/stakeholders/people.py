"""The people of a release: one entry for full name, family name and spellings, with position and body."""

from __future__ import annotations

from dataclasses import dataclass, field

from reporter.facts.stakeholders import positions
from reporter.facts.stakeholders.bodies import Register
from reporter.facts.stakeholders.positions import Position
from reporter.facts.stakeholders.scene import Scene
from reporter.language.names import is_short_for, same_person, words
from reporter.model.facts import Contact, Person
from reporter.model.mentions import NameMention
from reporter.model.spans import Span

# What introduces somebody by family name alone: "Mr Okafor", "Minister Okafor".
_INTRODUCED = frozenset(("names.after-honorific", "names.after-title", "names.after-rank"))


@dataclass(slots=True, eq=False)
class Figure:
    """A person in the making."""

    name: str
    rule: str
    mentions: list[Span] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)


def gather(scene: Scene, register: Register) -> tuple[Person, ...]:
    """One entry for every person, in the order of the text."""
    figures: list[Figure] = []
    short: list[NameMention] = []
    for mention in scene.mentions:
        if mention.kind == "person":
            if len(words(mention.span.of(scene.text))) > 1:
                _enter(scene, figures, mention)
            else:
                short.append(mention)
    for contact in scene.facts.contacts:
        _enter_contact(scene, figures, contact)
    for mention in short:
        _attach(scene, figures, mention)
    for figure in figures:
        figure.positions += positions.read(scene, register, figure.mentions)
    return tuple(_person(figure) for figure in sorted(figures, key=lambda figure: min(figure.mentions)))


def _name(scene: Scene, span: Span) -> str:
    return " ".join(span.of(scene.text).split())


def _enter(scene: Scene, figures: list[Figure], mention: NameMention) -> None:
    name = _name(scene, mention.span)
    figure = next((known for known in figures if same_person(known.name, name)), None)
    if figure is None:
        figures.append(Figure(name, mention.rule, [mention.span]))
        return
    figure.mentions.append(mention.span)
    if len(name) > len(figure.name) and not name.isupper():
        figure.name = name


def _enter_contact(scene: Scene, figures: list[Figure], contact: Contact) -> None:
    """A contact person, with the position that the card gives."""
    if not contact.name or contact.name_span is None or len(words(contact.name)) < 2:  # noqa: PLR2004  (full names)
        return
    if any(mention.kind == "organisation" and mention.span.overlaps(contact.name_span) for mention in scene.mentions):
        return
    figure = next((known for known in figures if same_person(known.name, contact.name)), None)
    if figure is None:
        figure = Figure(contact.name, "stakeholders.contact", [contact.name_span])
        figures.append(figure)
    if contact.role or contact.organisation:
        figure.positions.append(Position(contact.role, contact.role_span, contact.organisation, "stakeholders.contact"))


def _attach(scene: Scene, figures: list[Figure], mention: NameMention) -> None:
    """A family name goes to the person who bears it and was named last before; introduced ones may stand alone."""
    name = _name(scene, mention.span)
    bearers = [figure for figure in figures if is_short_for(name, figure.name) or figure.name == name]
    before = [figure for figure in bearers if min(figure.mentions) < mention.span]
    if bearers:
        (before[-1] if before else bearers[0]).mentions.append(mention.span)
    elif mention.rule in _INTRODUCED:
        figures.append(Figure(name, mention.rule, [mention.span]))


def _person(figure: Figure) -> Person:
    best = max(figure.positions, key=Position.weight, default=None)
    if best is None:
        return Person(name=figure.name, mentions=tuple(sorted(figure.mentions)), rule=figure.rule)
    body = best.body or next((other.body for other in figure.positions if other.body), None)
    return Person(
        name=figure.name,
        mentions=tuple(sorted(figure.mentions)),
        rule=figure.rule,
        title=best.title,
        title_span=best.span,
        organisation=body,
    )
