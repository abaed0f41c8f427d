from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reporter
from reporter.model.facts import Contact, Phone
from tests.cases import Case, load

ROOT = Path(__file__).parents[2]
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


def test_a_seed_gives_both_cards() -> None:
    text = (ROOT / "seeds" / "003_850c84373b49c818.txt").read_text(encoding="utf-8")
    person, office = contacts(text)
    numbers = [f"+99237226501{digit}" for digit in range(4, 9)]
    assert (person.name, person.role) == ("Munira Shoinbekova", "Senior Press and Public Information Assistant")
    assert person.organisation == office.organisation == "OSCE Office in Tajikistan"
    assert person.address == office.address == "18a Ahmadi Donish Avenue, 734012 Dushanbe, Tajikistan"
    assert [found.number for found in person.phones] == [*numbers, "+992988040434", "+992372265019"]
    assert [found.kind for found in person.phones] == ["office"] * 5 + ["mobile", "fax"]
    assert [found.number for found in office.phones] == [*numbers, "+992372265019"]
    assert [email.address for email in office.emails] == ["OiT@osce.org"]


def test_a_card_printed_twice_is_one() -> None:
    block = "Media contact\nEva Blum\nPress Officer\n+41 31 322 11 22\n"
    (found,) = contacts(
        f"…\n{block}\nThe agency employs 300 people in nine towns of the region.\n\n{block}eva@example.ch"
    )
    assert (len(found.phones), [email.address for email in found.emails]) == (1, ["eva@example.ch"])


@pytest.mark.parametrize(
    ("dateline", "printed", "number"),
    [
        ("BERN, 4 May 2015 – ", "031 322 11 22", "+41313221122"),
        ("CANBERRA, 4 May 2015 – ", "(02) 6255 5750", "+61262555750"),
        ("LONDON, 4 May 2015 – ", "020 7946 0991", "+442079460991"),
        ("", "031 322 11 22", "0313221122"),
    ],
)
def test_a_national_number_is_of_the_country_of_the_dateline(dateline: str, printed: str, number: str) -> None:
    text = f"Laboratory opened\n\n{dateline}The laboratory was opened today, the agency said.\n\nContact: Jo Bell, {printed}"
    (found,) = contacts(text)
    assert [phone.number for phone in found.phones] == [number]


@pytest.mark.parametrize(
    ("block", "number"),
    [
        ("Press Service, CH-3003 Berne, tel. 031 322 11 22", "+41313221122"),
        ("Press Service, D-10117 Berlin, Tel. 030 2000 0", "+493020000"),
        ("Press Service, tel. 031 322 11 22, press@example.ch", "+41313221122"),
        ("Press Service, tel. 031 322 11 22, fax +41 31 322 11 23", "+41313221122"),
        ("Press Service, 14 Bridge Street, Oxford, tel. 01865 270000", "+441865270000"),
        ("Press Service, (202) 555-0143", "+12025550143"),
        ("Press Service, (51-1) 622-2300", "+5116222300"),
        ("Press Service, tel. +41 31 322", "+4131322"),
        ("Press Service, tel. +0 31 322 44 55", None),
    ],
)
def test_a_national_number_is_of_the_country_that_stands_beside_it(block: str, number: str | None) -> None:
    found = contacts(f"…\nContact\n{block}")
    assert [phone.number for card in found for phone in card.phones][:1] == ([number] if number else [])


def test_a_national_number_is_of_the_only_country_that_the_text_names() -> None:
    def number(body: str) -> str:
        (found,) = contacts(
            f"River cleaned\n\nThe river was cleaned by {body} today, volunteers said.\n\nPress office: 01743 555 019"
        )
        return found.phones[0].number

    assert number("Natural Waters Wales") == "+441743555019"
    assert number("Natural Waters Wales and the Government of Norway") == "01743555019"


def test_an_office_that_is_printed_twice_is_one_card() -> None:
    other = "Press Service\n+41 31 322 11 22\n\nThe agency employs 300 people in nine towns of the region, it said.\n\n"
    (found,) = contacts(f"…\nContact\n{other}Contact\nPress Service\n+41 31 322 11 22\npress@example.ch")
    assert [email.address for email in found.emails] == ["press@example.ch"]


def test_a_number_in_a_caption_is_no_contact() -> None:
    caption = "Anna Koch calls +41 31 322 11 22, the new line for flood warnings, Berne, 4 May 2015. (Photo: Jo Bell)"
    text = f"Line for flood warnings opened\n\n{caption}\n\nBERNE, 4 May 2015 – The line was opened today, the agency said."
    assert contacts(text) == ()


def test_a_very_long_sentence_asks_nobody_to_call() -> None:
    assert contacts(f"…\nPlease contact {'the river board and ' * 40}press@example.org today.") == ()


@pytest.mark.parametrize("separator", [" ", "\n", "\n\n", ". "])
def test_a_text_of_many_numbers_is_read(separator: str) -> None:
    text = separator.join(f"please contact Jane Roe on +41 31 322 {number}" for number in range(1000, 1800))
    assert contacts(text)


PIECES = st.sampled_from(
    ["Contact: ", "Jane Roe", ", ", "\n", "\n\n", "Press Officer", "tel. ", "+992 37 2265014 /15", "(02) 6255 5750", "a@b.org",
     "12 Main Street", " or ", "Ministry of Water", ": ", "10115 Berlin", "•", "/", "(", "www.example.org", "said the mayor. "]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=25))
def test_whatever_stands_in_a_block_its_spans_are_its_words(pieces: list[str]) -> None:
    text = "".join(pieces)
    for found in reporter.parse_text(text).facts.contacts:
        assert found.phones or found.emails
        for span, words in ((found.name_span, found.name), (found.role_span, found.role)):
            assert (span is None) == (words is None)
            if span and words:
                assert words.split(",")[0].split()[0] in span.of(text)
        for phone in found.phones:
            assert phone.span.of(text).strip() == phone.span.of(text)
