"""Same or two: people, bodies, events told by two releases. Wrongly joined is worse than wrongly left apart."""

from __future__ import annotations

import pytest

from reporter import merge
from tests.merge.made import newer, older

SAME, TWO = True, False
Person = tuple[str, str | None, str | None]
Body = tuple[str, str | None, str | None]

PEOPLE: list[tuple[Person, Person, bool]] = [
    (("Anna Koch", "Director", "Water Board"), ("Anna Koch", "Director", "Water Board"), SAME),
    (("Anna Koch", "Director", None), ("Anna KOCH", "Ambassador", None), SAME),
    (("Anna Maria Koch", None, None), ("Anna Koch", None, None), SAME),
    (("Šárka Nováková", None, None), ("Sarka Novakova", None, None), SAME),
    (("Rustam Azimov", None, None), ("Azimov Rustam", None, None), SAME),
    (("Rustam Rasulovich Azimov", None, None), ("Rustam Azimov", None, None), SAME),
    (("Aygul Saparova", "Head of Unit", "Border Service of Tolmen"), ("Aigul Saparova", "Head of Unit", None), SAME),
    (("J. Lindqvist", "Adviser", "Fund for Rivers"), ("Johan Lindqvist", None, "Fund for Rivers"), SAME),
    (
        ("Lindqvist", "Police Adviser", "Fund for Rivers"),
        ("Johan Lindqvist", "Police Adviser", "Fund for Rivers"),
        SAME,
    ),
    (("Giorgi Tchanturia", "Mayor", "City of Toma"), ("Giorgi Chanturia", "Mayor", "City of Toma"), SAME),
    (("Jean-Pierre Martin", None, None), ("Jean Pierre Martin", None, None), SAME),
    (("Mohammed al-Hadi", "Minister of Water", None), ("Mohammed Al Hadi", "Minister of Water", None), SAME),
    (("Elisabeth O’Neill", None, None), ("Elisabeth O'Neill", None, None), SAME),
    (("Elvira Jumabaeva", "Programme Officer", None), ("Elvira Jumabayeva", "Programme Officer", None), SAME),
    (("Abdulla Aripov", "Prime Minister", None), ("Abdullah Aripov", "Prime Minister of Uzbekistan", None), SAME),
    (("Anna Koch", "Director", "Water Board"), ("Peter Koch", "Director", "Water Board"), TWO),
    (("Anna Koch", None, None), ("Anna Kochova", None, None), TWO),
    (("J. Lindqvist", "Adviser", "Fund for Rivers"), ("Johan Lindqvist", "Chef", "Opera House of Toma"), TWO),
    (("Lindqvist", None, None), ("Johan Lindqvist", None, None), TWO),
    (("Lindqvist", "Adviser", None), ("Johan Lindqvist", "Adviser", None), TWO),
    (("Ivan Petrov", None, None), ("Ivana Petrova", None, None), TWO),
    (("Maria Santos", "Nurse", None), ("Mario Santos", "Judge", None), TWO),
    (("Kim Min-jun", None, None), ("Kim Min-seo", None, None), TWO),
    (("Ahmad Khan", None, None), ("Amir Khan", None, None), TWO),
    (("Anna Koch", None, None), ("Anna Bauer", None, None), TWO),
    (("John Smith", "Mayor", "Bath"), ("Joan Smith", "Mayor", "Bath"), TWO),
]

# name, acronym, country; the home of both releases is the third column of a case.
BODIES: list[tuple[Body, Body, tuple[str | None, str | None], bool]] = [
    (("Office on Rivers and Lakes", "ORL", None), ("ORL", None, None), ("TJ", "KG"), SAME),
    (("United Nations Office on Drugs and Crime", "UNODC", None), ("UNODC", None, None), (None, None), SAME),
    (("UN Office on Drugs and Crime", "UNODC", None), ("United Nations Office on Drugs and Crime", None, None), (None, None), SAME),
    (("European Union", None, None), ("EU", None, None), (None, None), SAME),
    (("Ministry of Water", None, "TJ"), ("Ministry of Water", None, "TJ"), (None, None), SAME),
    (("Tajik Ministry of Water", None, "TJ"), ("Ministry of Water of Tajikistan", None, None), (None, None), SAME),
    (("Ministry of Water", None, None), ("Ministry of Water", None, None), ("TJ", "TJ"), SAME),
    (("Ministry of Water", None, None), ("Tajik Ministry of Water", None, None), ("TJ", None), SAME),
    (("Tolmen Centre for Co-operation", None, None), ("Tolmen Center for Cooperation", None, None), (None, None), SAME),
    (("the Lindqvist Foundation", None, None), ("Lindqvist Foundation", None, None), (None, None), SAME),
    (("Ministry of Defence of Georgia", None, None), ("Georgian Ministry of Defense", None, "GE"), (None, None), SAME),
    (("World Bank", None, None), ("World Bank", None, None), ("TJ", "KG"), SAME),
    (("Security Council", None, None), ("Security Council", None, None), ("TJ", "TJ"), SAME),
    (("General Assembly of the United Nations", "UN", None), ("United Nations", "UN", None), (None, None), TWO),
    (("Minsk Office of the River Union", None, None), ("River Union", None, None), (None, None), TWO),
    (("UNDP", None, None), ("UNODC", None, None), (None, None), TWO),
    (("University of Toma", None, None), ("Toma University of Technology", None, None), (None, None), TWO),
    (("Ministry of Water", None, None), ("Ministry of Water", None, None), ("TJ", "KG"), TWO),
    (("Ministry of Water", None, "TJ"), ("Ministry of Water", None, "KG"), (None, None), TWO),
    (("Tajik Ministry of Water", None, None), ("Kyrgyz Ministry of Water", None, None), (None, None), TWO),
    (("Ministry of Water", None, None), ("Ministry of Water", None, None), (None, None), TWO),
    (("OSCE Office in Tajikistan", None, None), ("OSCE Office in Yerevan", None, None), (None, None), TWO),
    (("OSCE Centre in Ashgabat", None, None), ("OSCE", None, None), (None, None), TWO),
    (("Embassy of Japan in Georgia", None, None), ("Embassy of Japan in Armenia", None, None), (None, None), TWO),
    (("Ministry of Water", None, "TJ"), ("Ministry of Justice", None, "TJ"), (None, None), TWO),
    (("National Police", None, None), ("National Police", None, None), ("PH", "UA"), TWO),
    (("Ministry of Internal Affairs", "MIA", "TJ"), ("Ministry of Internal Affairs", "MIA", "GE"), (None, None), TWO),
    (("Centre for Disease Control", "CDC", None), ("Commonwealth Development Corporation", "CDC", None), (None, None), TWO),
    (("Supreme Court", None, None), ("Supreme Court", None, None), ("IN", "KE"), TWO),
]  # fmt: skip

Told = tuple[str, str | None, str, str | None]

EVENTS: list[tuple[Told, Told, bool]] = [
    (("2015-08-18", "2015-08-19", "A regional workshop on water law ended in Toma", "Toma"),
     ("2015-08-18", "2015-08-19", "Experts met at the regional workshop on water law", "Toma"), SAME),
    (("2015-08-18", None, "The new bridge over the Vara was opened", "Toma"),
     ("2015-08-18", None, "President opens new bridge over river Vara", None), SAME),
    (("2015-08", None, "The annual conference of river guards met in Toma for the third time", "Toma"),
     ("2015-08-18", "2015-08-20", "The annual conference of river guards", "Toma"), SAME),
    (("2015-08-18", "2015-08-20", "a training course for customs officers on forged passports", "Toma"),
     ("2015-08-19", None, "At the training course for customs officers on forged passports, prizes were given", "Toma"), SAME),
    (("2015-09-01", None, "The mission will hand over ten vehicles to the border guards", "Osh"),
     ("2015-09-01", None, "The mission handed over ten vehicles to the border guards today", "Osh"), SAME),
    (("2015-08-18", None, "Ceremony to open the law school at Toma University", "Toma, Tolmen"),
     ("2015-08-18", None, "The law school at Toma University was opened in a ceremony", "Toma"), SAME),
    (("2015-Q3", None, "Construction of the northern dam at Vara begins this quarter", None),
     ("2015-08-02", None, "Construction of the northern dam at Vara began", None), SAME),
    (("2015-08-18", None, "Signing of the agreement on fishing rights in the delta", "Toma"),
     ("2015-08-18", None, "Ministers signed an agreement on fishing rights in the delta", "Toma"), SAME),
    (("2015-08-18", "2015-08-19", "A regional workshop on water law ended in Toma", "Toma"),
     ("2015-08-18", "2015-08-19", "A regional workshop on water law ended in Lund", "Lund"), TWO),
    (("2015-08-18", None, "The new bridge over the Vara was opened", "Toma"),
     ("2015-08-18", None, "Police arrested three men for selling fake passports", "Toma"), TWO),
    (("2015-08-18", None, "A workshop on water law took place", "Toma"),
     ("2016-08-18", None, "A workshop on water law took place", "Toma"), TWO),
    (("2015-08-18", None, "A workshop on water law took place", "Toma"),
     ("2015-08-25", None, "A workshop on water law took place", "Toma"), TWO),
    (("2015", None, "Five bridges were built", None),
     ("2015-08-18", None, "The new bridge over the Vara was opened", None), TWO),
    (("2015-08", None, "Elections were held in August", None),
     ("2015-08-18", None, "Observers of the elections met the mayor", None), TWO),
    (("2015-08-18", None, "The minister met the ambassador of Japan", "Toma"),
     ("2015-08-18", None, "The minister met the mayor of Lund", "Toma"), TWO),
    (("2015-08-18", "2015-08-20", "a training course for customs officers on forged passports", "Toma"),
     ("2015-08-19", None, "a training course for judges on juvenile justice", "Toma"), TWO),
    (("2015-08-18", None, "Fire destroyed a mill", None),
     ("2015-08-18", None, "A mill was inaugurated by the governor of the island", None), TWO),
    (("2015-08-18", None, "Seminar", None), ("2015-08-18", None, "Seminar", None), TWO),
    (("2015-08-18", None, "The agreement on fishing rights entered into force", "Toma"),
     ("2015-08-17", None, "The agreement on fishing rights was debated", "Toma"), TWO),
    (("2015-08", None, "A campaign against forest fires begins", None),
     ("2015-08-30", None, "A campaign against measles begins in schools", None), TWO),
]  # fmt: skip

# The same, and knowingly left apart: nothing in the names or beside them says so.
MISSED_PEOPLE: list[tuple[Person, Person]] = [
    (("Bill Turner", "Mayor", "City of Bath"), ("William Turner", "Mayor", "City of Bath")),
    (("Aleksandr Ivanov", None, None), ("Alexandre Ivanoff", None, None)),
    (("Koch", "Director", None), ("Anna Koch", "Director", "Water Board")),
]
MISSED_BODIES: list[tuple[Body, Body]] = [
    (("Ministry of Internal Affairs of Tolmen", None, None), ("Interior Ministry of Tolmen", None, None)),
    (("Lindqvist Foundation", None, None), ("Lindqvist Stiftelse", None, None)),
    (("Parliament", None, "TJ"), ("Majlisi Oli", None, "TJ")),
]
MISSED_EVENTS: list[tuple[Told, Told]] = [
    (("2015-08-18", None, "The new bridge was inaugurated", "Toma"),
     ("2015-08-18", None, "A ribbon was cut over the river", "Toma")),
    (("2015-08-18", None, "Elections", None), ("2015-08-18", None, "The country goes to the polls", None)),
]  # fmt: skip


def people_joined(one: Person, other: Person) -> bool:
    drafts = older().person(*one), newer().person(*other)
    for draft, body in zip(drafts, (one[2], other[2]), strict=True):
        if body:
            draft.body(body)
    return len(merge.merge(draft.release() for draft in drafts).people) == 1


def bodies_joined(one: Body, other: Body, homes: tuple[str | None, str | None]) -> bool:
    releases = older(home=homes[0]).body(*one).release(), newer(home=homes[1]).body(*other).release()
    return len(merge.merge(releases).organisations) == 1


def events_joined(one: Told, other: Told) -> bool:
    drafts = []
    for draft, (start, end, what, place) in ((older(), one), (newer(), other)):
        drafts.append(draft.event(start, what, end, place))
    return len(merge.merge(draft.release() for draft in drafts).chronology) == 1


@pytest.mark.parametrize(("one", "other", "truth"), PEOPLE)
def test_people(one: Person, other: Person, truth: bool) -> None:
    assert people_joined(one, other) is truth


@pytest.mark.parametrize(("one", "other", "homes", "truth"), BODIES)
def test_bodies(one: Body, other: Body, homes: tuple[str | None, str | None], truth: bool) -> None:
    assert bodies_joined(one, other, homes) is truth


@pytest.mark.parametrize(("one", "other", "truth"), EVENTS)
def test_events(one: Told, other: Told, truth: bool) -> None:
    assert events_joined(one, other) is truth


@pytest.mark.parametrize(("one", "other"), MISSED_PEOPLE)
def test_people_that_are_knowingly_left_apart(one: Person, other: Person) -> None:
    assert not people_joined(one, other)


@pytest.mark.parametrize(("one", "other"), MISSED_BODIES)
def test_bodies_that_are_knowingly_left_apart(one: Body, other: Body) -> None:
    assert not bodies_joined(one, other, (None, None))


@pytest.mark.parametrize(("one", "other"), MISSED_EVENTS)
def test_events_that_are_knowingly_left_apart(one: Told, other: Told) -> None:
    assert not events_joined(one, other)
