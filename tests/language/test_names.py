"""When two names are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.language import names

_SAME = [
    ("Jeremy Okonjo", "Okonjo Jeremy"),
    ("J. Okonjo", "Jeremy Okonjo"),
    ("Nurbek Asanovich Sadykov", "Nurbek Sadykov"),
    ("N. A. Sadykov", "Nurbek Asanovich Sadykov"),
    ("Aigul Mambetova", "Aygul Mambetova"),
    ("Nino Tchkheidze", "Nino Chkheidze"),
    ("Gjergj Hoxha", "Gjergji Hoxha"),
    ("Šárka Dvořáková", "Sarka Dvorakova"),
    ("Søren Ægidius", "Soren Aegidius"),
    ("Xi Mingze", "Mingze Xi"),
    ("Christopher H. Vance", "Christopher Vance"),
    ("Muhammad Al-Farsi", "Muhammad Al Farsi"),
]
_DIFFERENT = [
    ("Anna Lindqvist", "Olof Lindqvist"),
    ("Jan Novák", "Jana Novák"),
    ("Ivan Petrov", "Ivan Petrova"),
    ("J. Okonjo", "Mary Okonjo"),
    ("Okonjo", "Mary Okonjo"),
    ("Marta Kowal", "Maria Kowal"),
    ("", "Mary Okonjo"),
    ("Nurbek Asanovich Sadykov", "Nurbek Bolotovich Sadykov"),
]


@pytest.mark.parametrize(("one", "other"), _SAME)
def test_spellings_of_one_person(one: str, other: str) -> None:
    assert names.same_person(one, other)
    assert names.same_person(other, one)


@pytest.mark.parametrize(("one", "other"), _DIFFERENT)
def test_different_people(one: str, other: str) -> None:
    assert not names.same_person(one, other)
    assert not names.same_person(other, one)


def test_a_part_can_stand_for_the_whole() -> None:
    assert names.is_short_for("van der Berg", "Anneke van der Berg")
    assert names.is_short_for("Ban", "Ban Ki-moon")
    assert not names.is_short_for("Anneke van der Berg", "van der Berg")
    assert not names.is_short_for("der", "Anneke van der Berg")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the World Health Organisation", "World Health Organization"),
        ("Centre for Defence Co-operation (CDC)", "Center for Defense Cooperation"),
        ("U.N. Programme", "UN Program"),
        ("Trade & Labour Office", "Trade and Labor Office"),
        ("Ombudsman’s Office", "Ombudsman's Office"),
    ],
)
def test_spellings_of_one_body(one: str, other: str) -> None:
    assert names.same_body(one, other)


def test_different_bodies() -> None:
    assert not names.same_body("Ministry of Finance", "Ministry of Justice")
    assert not names.same_body("", "")


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("IOM", "International Organization for Migration"),
        ("UNODC", "UN Office on Drugs and Crime"),
        ("FAO", "Food and Agriculture Organization"),
        ("EEAS", "European External Action Service"),
        ("FinCom", "Finance Committee"),
        ("NGOs", "non-governmental organizations"),
        ("BiH", "Bosnia in Herzegovina"),
    ],
)
def test_letters_are_initials(acronym: str, name: str) -> None:
    assert names.is_acronym_of(acronym, name)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [("IOM", "Red Cross"), ("IOM", "International Organization for Migration Policy"), ("IO", ""), ("", "World Bank")],
)
def test_letters_are_no_initials(acronym: str, name: str) -> None:
    assert not names.is_acronym_of(acronym, name)


def test_what_is_written_as_an_acronym() -> None:
    assert all(map(names.is_acronym, ("UNODC", "CoE", "U.N.", "R&D", "NGOs")))
    assert not any(map(names.is_acronym, ("Unodc", "A", "Ministry", "co-op", "")))


def test_capitals_are_recased() -> None:
    assert names.recased("MINISTRY OF FINANCE OF THE UN", {"un"}) == "Ministry of Finance of the UN"
    assert names.recased("UNODC", ()) == "UNODC"
    assert names.recased("World Bank", ()) == "World Bank"
    assert names.recased("ANNA O’HARA-LÓPEZ", ()) == "Anna O’Hara-López"


@given(st.text(max_size=40), st.text(max_size=40))
def test_comparison_is_symmetric(one: str, other: str) -> None:
    assert names.same_person(one, other) == names.same_person(other, one)
    assert names.same_body(one, other) == names.same_body(other, one)


@given(st.text(min_size=1, max_size=40))
def test_a_name_is_the_same_as_itself(name: str) -> None:
    assert names.same_person(name, name) == bool(names.words(name))
