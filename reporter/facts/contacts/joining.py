"""Cards that a release prints twice become one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reporter.model.facts import Contact


def join(found: Iterable[Contact]) -> tuple[Contact, ...]:
    """The cards in text order, each person and each office once."""
    cards: list[Contact] = []
    places: dict[str, list[int]] = {}
    for card in found:
        keys = {_folded(card.name)} if card.name else _reach(card)
        same = [place for key in keys for place in places.get(key, ()) if _is_same(cards[place], card)]
        if same:
            cards[min(same)] = _union(cards[min(same)], card)
            continue
        for key in keys:
            places.setdefault(key, []).append(len(cards))
        cards.append(card)
    return tuple(cards)


def _is_same(left: Contact, right: Contact) -> bool:
    if left.name or right.name:
        return _folded(left.name) == _folded(right.name)
    shared = _reach(left) & _reach(right)
    same_body = (
        not left.organisation or not right.organisation or _folded(left.organisation) == _folded(right.organisation)
    )
    return bool(shared) and same_body


def _folded(words: str | None) -> str:
    return (words or "").casefold()


def _reach(card: Contact) -> set[str]:
    return {phone.number for phone in card.phones} | {email.address.casefold() for email in card.emails}


def _union(first: Contact, second: Contact) -> Contact:
    """The first card with what only the second says."""
    numbers = {phone.number for phone in first.phones}
    mails = {email.address.casefold() for email in first.emails}
    return replace(
        first,
        role=first.role or second.role,
        role_span=first.role_span or second.role_span,
        organisation=first.organisation or second.organisation,
        organisation_span=first.organisation_span or second.organisation_span,
        address=first.address or second.address,
        address_span=first.address_span or second.address_span,
        phones=first.phones + tuple(phone for phone in second.phones if phone.number not in numbers),
        emails=first.emails + tuple(email for email in second.emails if email.address.casefold() not in mails),
        urls=tuple(dict.fromkeys(first.urls + second.urls)),
        handles=tuple(dict.fromkeys(first.handles + second.handles)),
        press=first.press or second.press,
    )
