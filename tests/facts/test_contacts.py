from __future__ import annotations


import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reporter
from reporter.model.facts import Contact, Phone
from tests.cases import Case, load

PREAMBLE = "New laboratory opened\n\nThe laboratory was opened today after two years of work, the agency said.\n\n"


def contacts(text: str) -> tuple[Contact, ...]:
    return reporter.parse_text(text.replace("…\n", PREAMBLE)).facts.contacts


def phone(found: Phone) -> str:
    extension = f" ext {found.extension}" if found.extension else ""
    return f"{found.kind or 'phone'} {found.number}{extension}"


def card(found: Contact) -> str:
    parts = [
        found.name or "-",
        found.role or "-",
        found.organisation or "-",
        ", ".join(map(phone, found.phones)) or "-",
        ", ".join(email.address for email in found.emails) or "-",
        ", ".join(found.urls + found.handles) or "-",
    ]
    return " | ".join(parts if found.press else [*parts, "public"])


def postal(found: Contact) -> str:
    return f"{found.name or found.organisation or '-'} | {found.address or '-'}"


@pytest.mark.parametrize("case", load("contacts"), ids=str)
def test_cards(case: Case) -> None:
    assert tuple(map(card, contacts(case.text))) == case.expected


@pytest.mark.parametrize("case", load("postal"), ids=str)
def test_addresses(case: Case) -> None:
    assert tuple(map(postal, contacts(case.text))) == case.expected
