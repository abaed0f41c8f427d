"""Three releases about one workshop, from their texts to the briefing."""

from __future__ import annotations

import reporter
from reporter.merge import merge
from reporter.model.briefing import Briefing

ANNOUNCED = """\
UNODC Office in the Ferghana Valley

Press release

Judges from five countries to meet in Osh on wildlife crime

TASHKENT, 2 May 2016 – Some 40 judges from five countries will meet in Osh from 10 to 12 May 2016 for the second regional workshop on wildlife crime, the UNODC Office in the Ferghana Valley said today.

The workshop is organized by UNODC together with the Kyrgyz Ministry of Justice and funded by Norway.

“Poachers do not stop at borders, and judges must know what their neighbours do,” said Ms. Elvira Jumabaeva, UNODC Programme Officer.

Contact: Elvira Jumabaeva, Programme Officer, UNODC, +996 312 901 224, elvira.jumabaeva@example.org
"""

SUPPORTED = """\
OSCE Centre in Astana

Press release

OSCE supports regional workshop on wildlife crime for judges in Osh

OSH, 12 May 2016 – A three-day regional workshop on wildlife crime for 35 judges from Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan concluded today in Osh with the support of the OSCE Centre in Astana.

The event was organized by the United Nations Office on Drugs and Crime (UNODC) and the Ministry of Justice of Kyrgyzstan.

“This workshop shows that the region can act together,” said Elvira Jumabayeva, Programme Officer at UNODC.

Minister of Justice Talant Omurov opened the workshop on 10 May.

Contacts
Aida Karimova
National Media Officer
OSCE Centre in Astana
6 Ryskulov Street
010000 Astana
Tel: +996 312 612 445 /46
aida.karimova@example.org
"""

REPORTED = """\
Ministry of Justice of the Kyrgyz Republic

Judges complete workshop on wildlife crime

Osh, 13 May 2016. On 10-12 May 2016 forty-one judges took part in the regional workshop on wildlife crime in Osh, organized by the Ministry of Justice and the UN Office on Drugs and Crime.

“We will amend the Criminal Code before the end of the year,” Minister of Justice T. Omurov said.

Press service: (0312) 65 64 90, press@example.kg
"""


def briefing() -> Briefing:
    texts = {"a.txt": ANNOUNCED, "b.txt": SUPPORTED, "c.txt": REPORTED}
    return merge(reporter.parse_text(text, name=name) for name, text in texts.items())


def test_each_release_has_a_key_that_names_its_issuer() -> None:
    assert [entry.key for entry in briefing().entries] == [
        "UNODC 2016-05-02",
        "OSCE 2016-05-12",
        "Ministry of Justice 2016-05-13",
    ]


def test_the_workshop_is_one_event_that_took_place() -> None:
    (workshop,) = (line for line in briefing().chronology if "workshop on wildlife crime" in line.what)
    assert (workshop.start, workshop.end, workshop.status, workshop.place) == (
        "2016-05-10",
        "2016-05-12",
        "past",
        "Osh",
    )
    assert {reference.release for reference in workshop.references} == {entry.key for entry in briefing().entries}


def test_one_ministry_and_one_office_under_all_their_names() -> None:
    bodies = {body.name: body for body in briefing().organisations}
    ministry = bodies["Ministry of Justice of the Kyrgyz Republic"]
    assert ministry.aliases == ("Kyrgyz Ministry of Justice", "Ministry of Justice of Kyrgyzstan")
    assert bodies["United Nations Office on Drugs and Crime"].acronym == "UNODC"
    assert "UNODC" not in bodies


def test_people_are_one_under_two_spellings_and_an_initial() -> None:
    aliases = {person.name: person.aliases for person in briefing().people}
    assert aliases["Elvira Jumabayeva"] == ("Elvira Jumabaeva",)
    assert aliases["Talant Omurov"] == ("T. Omurov",)


def test_reports_that_count_differently_contradict_one_another() -> None:
    (conflict,) = briefing().conflicts
    assert [value.value for value in conflict.values] == ["35 judges", "forty-one judges"]
