"""Roles against the cases of `cases/roles.en.md`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import reporter
from reporter.model.facts import Facts
from tests import cases

_CASES = cases.load("roles")


def _roles(facts: Facts) -> Iterator[str]:
    for person in facts.people:
        yield from (f"{role.role}: {person.name}" for role in person.roles)
    for body in facts.organisations:
        yield from (f"{role.role}: {body.name}" for role in body.roles)
    for country in facts.countries:
        yield from (f"{role.role}: {country.code}" for role in country.roles)


@pytest.mark.parametrize("case", _CASES, ids=str)
def test_reads_the_roles_that_the_clauses_tell(case: cases.Case) -> None:
    facts = reporter.parse_text(case.text).facts
    assert sorted(_roles(facts)) == sorted(case.expected)
