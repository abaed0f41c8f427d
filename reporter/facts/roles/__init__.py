"""The part each person, organisation and country plays, from the words that say so."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from reporter.facts.roles import clauses, persons
from reporter.facts.roles.cast import Cast
from reporter.facts.roles.cues import Cues
from reporter.locales import Locale
from reporter.model.blocks import Reading
from reporter.model.facts import Country, Facts, Organisation, Person

_Player = TypeVar("_Player", Person, Organisation, Country)


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far with the roles of the stakeholders."""
    cast = Cast.of(reading, facts)
    clauses.read(cast, Cues.of(locale), reading)
    persons.read(cast)
    return replace(
        facts,
        people=_with_roles(cast, "person", facts.people),
        organisations=_with_roles(cast, "organisation", facts.organisations),
        countries=_with_roles(cast, "country", facts.countries),
    )


def _with_roles(cast: Cast, kind: str, players: tuple[_Player, ...]) -> tuple[_Player, ...]:
    return tuple(
        replace(player, roles=tuple(roles)) if (roles := cast.roles.get((kind, number))) else player
        for number, player in enumerate(players)
    )
