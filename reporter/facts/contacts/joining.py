"""Cards that a release prints twice become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reporter.model.facts import Contact


def join(found: Iterable[Contact]) -> tuple[Contact, ...]:
    """The cards in text order, each person and each office once."""
    groups: list[list[Contact]] = []
    places: dict[str, list[int]] = {}
    for card in found:
        keys = {_folded(card.name)} if card.name else _reach(card)
        same = [place for key in keys for place in places.get(key, ()) if _is_same(groups[place][0], card)]
        if same:
            groups[min(same)].append(card)
            continue
        for key in keys:
            places.setdefault(key, []).append(len(groups))
        groups.append([card])
    return tuple(_union(group) for group in groups)


def _is_same(left: Contact, right: Contact) -> bool:
    if left.name or right.name:
        return _folded(left.name) == _folded(right.name)
    return not left.organisation or not right.organisation or _folded(left.organisation) == _folded(right.organisation)


def _folded(words: str | None) -> str:
    return (words or "").casefold()


def _reach(card: Contact) -> set[str]:
    return {phone.number for phone in card.phones} | {email.address.casefold() for email in card.emails}


def _union(cards: Sequence[Contact]) -> Contact:
    """The first card with what only the others say."""
    if len(cards) == 1:
        return cards[0]
    phones = {phone.number: phone for card in reversed(cards) for phone in reversed(card.phones)}
    emails = {email.address.casefold(): email for card in reversed(cards) for email in reversed(card.emails)}
    role = next((card for card in cards if card.role), cards[0])
    body = next((card for card in cards if card.organisation), cards[0])
    home = next((card for card in cards if card.address), cards[0])
    return replace(
        cards[0],
        role=role.role,
        role_span=role.role_span,
        organisation=body.organisation,
        organisation_span=body.organisation_span,
        address=home.address,
        address_span=home.address_span,
        phones=tuple(reversed(phones.values())),
        emails=tuple(reversed(emails.values())),
        urls=tuple(dict.fromkeys(url for card in cards for url in card.urls)),
        handles=tuple(dict.fromkeys(handle for card in cards for handle in card.handles)),
        press=any(card.press for card in cards),
    )
