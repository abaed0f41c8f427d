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
    return replace(
        facts,
        people=people.gather(scene, register),
        organisations=register.organisations(),
        countries=countries.gather(scene),
    )
