"""Whom to call: cards of name, role, body, address, numbers."""

from __future__ import annotations

from dataclasses import replace

from reporter.facts.contacts import dialling, wording
from reporter.facts.contacts.cards import Desk
from reporter.facts.contacts.joining import join
from reporter.facts.contacts.zones import Zone, Zones
from reporter.locales import Locale
from reporter.model.blocks import Reading
from reporter.model.facts import Contact, Facts
from reporter.model.spans import within


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far with those of this module."""
    mentions = reading.mentions
    if not mentions.phones and not any(address.kind == "email" for address in mentions.addresses):
        return facts
    words = wording.lexicon(locale)
    likely = dialling.regions(reading, facts, words.places)
    found: list[Contact] = []
    for zone in Zones(reading, words).find():
        found += _cards(reading, zone, likely, words)
    return replace(facts, contacts=join(found))


def _cards(reading: Reading, zone: Zone, likely: tuple[str, ...], words: wording.Lexicon) -> tuple[Contact, ...]:
    inside = within(reading.mentions.phones, zone.span)
    national = any(not mention.digits.startswith("+") for mention in inside)
    here = dialling.local(zone.span.of(reading.text), words.places) if national else ()
    phones = [dialling.phone(mention, reading.text, (*likely, *here)) for mention in inside]
    return tuple(Desk(reading, zone, phones, words).contacts())
