"""People, organisations and countries: one entity for all the names of each."""

from __future__ import annotations

from dataclasses import replace

from reporter.facts.stakeholders import bodies, countries, people
from reporter.facts.stakeholders.scene import Scene
from reporter.locales import Locale
from reporter.model.blocks import Reading
from reporter.model.facts import Facts


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far with the stakeholders that the text names."""
    scene = Scene.of(reading, facts, locale)
    register = bodies.Register.of(scene)
    figures = people.gather(scene, register)
    return replace(
        facts,
        people=tuple(figure.person(scene) for figure in figures),
        organisations=register.organisations(figure.body for figure in figures if figure.body is not None),
        countries=countries.gather(scene),
    )
