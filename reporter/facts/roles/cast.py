"""Who is in the text, word by word, and the roles given so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reporter.mentions.names import words
from reporter.mentions.names.words import Words
from reporter.model.blocks import Reading
from reporter.model.facts import Facts, Role, RoleKind
from reporter.model.spans import Span


class Player(NamedTuple):
    """A stakeholder at a place of the text."""

    kind: str
    """person, organisation or country."""
    number: int
    """Its place in the list of its kind."""
    first: int
    last: int
    """The words [first, last) that name it."""


@dataclass(slots=True)
class Cast:
    """The words of a text with the stakeholders that hold them."""

    text: str
    words: Words
    facts: Facts
    holders: dict[int, Player]
    roles: dict[tuple[str, int], list[Role]] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading, facts: Facts) -> Cast:
        """The cast of a reading."""
        found = words.of(reading.text)
        return cls(reading.text, found, facts, _holders(found, facts))

    def give(self, player: Player, role: RoleKind, evidence: Span, rule: str) -> None:
        """Gives a role, once, with the first words that tell it."""
        roles = self.roles.setdefault((player.kind, player.number), [])
        if all(known.role != role for known in roles):
            roles.append(Role(role=role, evidence=evidence, rule=rule))

    def span(self, first: int, last: int) -> Span:
        """The stretch of the words [first, last)."""
        return Span(self.words.start[first], self.words.end[last - 1])


def _named(facts: Facts) -> Iterator[tuple[str, int, Span]]:
    for number, country in enumerate(facts.countries):
        yield from (("country", number, span) for span in country.mentions)
    for number, person in enumerate(facts.people):
        yield from (("person", number, span) for span in person.mentions)
    for number, body in enumerate(facts.organisations):
        yield from (("organisation", number, span) for span in body.mentions)


def _holders(found: Words, facts: Facts) -> dict[int, Player]:
    """Of names inside one another the longest holds the words."""
    holders: dict[int, Player] = {}
    for kind, number, span in sorted(_named(facts), key=lambda named: named[2].end - named[2].start):
        first, last = bisect_left(found.start, span.start), bisect_left(found.start, span.end)
        player = Player(kind, number, first, last)
        for place in range(first, last):
            holders[place] = player
    return holders
