"""Whole releases of companies, governments and institutions: what heads them, and who they name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import reporter
from reporter.model.facts import Release
from tests.cases import Case, load


@pytest.mark.parametrize("case", load("releases"), ids=str)
def test_reads_whole_releases(case: Case) -> None:
    found = set(lines(reporter.parse_text(case.text)))
    assert [line for line in case.expected if line not in found] == []


def lines(release: Release) -> Iterator[str]:
    """What a release says, one fact a line."""
    facts = release.facts
    if facts.title is not None:
        yield f"title: {facts.title.text}"
    if facts.issuer is not None:
        yield f"issuer: {facts.issuer.text}"
    if facts.dateline is not None:
        yield f"place: {facts.dateline.place}"
    yield f"date: {facts.published}"
    for person in facts.people:
        yield f"person: {person.name} | {person.title or '-'} | {person.organisation or '-'}"
