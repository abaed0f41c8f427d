"""People, organisations and countries against their cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reporter
from tests import cases

_PEOPLE, _BODIES, _COUNTRIES = (cases.load(kind) for kind in ("people", "organisations", "countries"))


@pytest.mark.parametrize("case", _PEOPLE, ids=str)
def test_finds_people_with_position_and_body(case: cases.Case) -> None:
    facts = reporter.parse_text(case.text).facts
    found = [f"{person.name} | {person.title or '-'} | {person.organisation or '-'}" for person in facts.people]
    assert sorted(found) == sorted(case.expected)


@pytest.mark.parametrize("case", _BODIES, ids=str)
def test_finds_organisations(case: cases.Case) -> None:
    facts = reporter.parse_text(case.text).facts
    found = [f"{body.name} | {body.acronym or '-'}" for body in facts.organisations]
    assert sorted(found) == sorted(case.expected)


@pytest.mark.parametrize("case", _COUNTRIES, ids=str)
def test_finds_countries(case: cases.Case) -> None:
    facts = reporter.parse_text(case.text).facts
    assert sorted(country.code for country in facts.countries) == sorted(case.expected)


def test_a_service_knows_its_ministry_and_its_country() -> None:
    text = "The Border Service of the Ministry of Defence of Georgia and the Tajik Ministry of Finance met the press."
    bodies = {body.name: body for body in reporter.parse_text(text).facts.organisations}
    assert bodies["Border Service"].parent == "Ministry of Defence of Georgia"
    assert bodies["Tajik Ministry of Finance"].country == "TJ"


def test_a_department_in_another_body_is_two_bodies() -> None:
    text = "It was written by the Elections Department of the OAS Secretariat in May."
    bodies = {body.name: body for body in reporter.parse_text(text).facts.organisations}
    assert bodies["Elections Department of the OAS Secretariat"].parent == "OAS Secretariat"


def test_the_college_is_the_college_named_before() -> None:
    text = "The Aviation Safety College opened in May. The College trains mechanics, and the college’s roof is green."
    (body,) = reporter.parse_text(text).facts.organisations
    assert [span.of(text) for span in body.mentions] == ["Aviation Safety College", "College"]


@given(st.text(alphabet="ABCabc éßİ’'“”().,&-–\n\t0123 ", max_size=200))
def test_any_text_gives_spans_of_itself(text: str) -> None:
    release = reporter.parse_text(text)
    facts = release.facts
    spans = [span for person in facts.people for span in person.mentions]
    spans += [span for body in facts.organisations for span in body.mentions]
    spans += [span for country in facts.countries for span in country.mentions]
    assert all(span.of(release.text).strip() for span in spans)
