"""Whom to call, each once: those for the press first, those of the newest releases before others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from reporter.language import names
from reporter.merge.clusters import cluster
from reporter.merge.references import Canonical, Order
from reporter.model.briefing import ContactLine, Entry, Reference
from reporter.model.facts import Contact, Phone


@dataclass(frozen=True, slots=True)
class Card:
    """A card of one release, with the names of the briefing."""

    entry: Entry
    contact: Contact
    name: str | None
    organisation: str | None

    @property
    def reach(self) -> frozenset[str]:
        """The numbers and addresses."""
        numbers = {phone.number for phone in self.contact.phones}
        return frozenset(numbers | {email.address.casefold() for email in self.contact.emails})

    @property
    def identity(self) -> Hashable:
        """Cards that agree on this are one."""
        return self.name, self.organisation, self.reach


def merge(entries: Sequence[Entry], people: Canonical, bodies: Canonical, order: Order) -> tuple[ContactLine, ...]:
    """The cards of all releases."""
    cards = [_card(entry, contact, people, bodies) for entry in entries for contact in entry.release.facts.contacts]
    alike: dict[Hashable, list[Card]] = {}
    for card in cards:
        alike.setdefault(card.identity, []).append(card)
    groups = cluster([same[0] for same in alike.values()], _keys, _same)
    lines = [_line([card for first in group for card in alike[first.identity]], order) for group in groups]
    return tuple(sorted(lines, key=lambda line: (not line.press, order.newest(line.references), line.name or "")))


def _card(entry: Entry, contact: Contact, people: Canonical, bodies: Canonical) -> Card:
    name, body = contact.name, contact.organisation
    return Card(
        entry=entry,
        contact=contact,
        name=people.get((entry.key, name), name) if name else None,
        organisation=bodies.get((entry.key, body), body) if body else None,
    )


def _keys(card: Card) -> Iterable[Hashable]:
    if card.name:
        yield names.words(card.name)[-1:]
    yield from card.reach


def _same(one: Card, other: Card) -> bool:
    """Whether two cards are one: of one person, or of one office that is reached the same way."""
    if one.name and other.name:
        alike = one.name == other.name or names.same_person(one.name, other.name)
        return alike and (bool(one.reach & other.reach) or _same_body(one, other))
    if one.name or other.name:
        return False
    return bool(one.reach & other.reach) and _same_body(one, other)


def _same_body(one: Card, other: Card) -> bool:
    ours, theirs = one.organisation, other.organisation
    return not ours or not theirs or ours == theirs or names.same_body(ours, theirs)


def _line(group: Sequence[Card], order: Order) -> ContactLine:
    """What the newest release prints, and what only older ones have."""
    newest_first = sorted(group, key=lambda card: order.place(card.entry.key), reverse=True)
    phones: dict[str, Phone] = {}
    emails: dict[str, str] = {}
    for card in newest_first:
        for phone in card.contact.phones:
            phones.setdefault(phone.number, phone)
        for email in card.contact.emails:
            emails.setdefault(email.address.casefold(), email.address)
    urls = dict.fromkeys(url for card in newest_first for url in card.contact.urls)
    return ContactLine(
        name=max((card.name for card in group if card.name), key=lambda name: (len(name), name), default=None),
        role=next((card.contact.role for card in newest_first if card.contact.role), None),
        organisation=next((card.organisation for card in newest_first if card.organisation), None),
        address=next((card.contact.address for card in newest_first if card.contact.address), None),
        phones=tuple(phones.values()),
        emails=tuple(emails.values()),
        urls=tuple(urls),
        press=any(card.contact.press for card in group),
        references=order.sorted(Reference(release=card.entry.key, span=card.contact.span) for card in group),
    )
