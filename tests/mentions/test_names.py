"""Names as they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter import locales
from reporter.mentions import names
from reporter.mentions.names import words
from reporter.model.mentions import NameMention

_ENGLISH = locales.load("en")


def find(text: str) -> tuple[NameMention, ...]:
    return names.find(text, _ENGLISH)


def named(text: str) -> list[str]:
    return [f"{mention.kind}: {mention.span.of(text)}" for mention in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Dr. Ana Pereira in Lisbon.", ["person: Ana Pereira", "place: Lisbon"]),
        ("Florence Adeyemi flew to Florence.", ["person: Florence Adeyemi", "place: Florence"]),
        ("Kofi “Junior” Mensah won.", ["person: Kofi “Junior” Mensah"]),
        ("President J. R. Whitcombe spoke.", ["person: J. R. Whitcombe"]),
        ("Then Jack London wrote.", ["person: Jack London"]),
        ("Mr. Ortega y Gasset and Mr al-Hashimi left.", ["person: Ortega y Gasset"]),
        (
            "Sheikh Hamad al-Thani and Prince Turki bin Faisal met.",
            ["person: Hamad al-Thani", "person: Turki bin Faisal"],
        ),
        ("Ioannis Papadopoulos’s ship", ["person: Ioannis Papadopoulos"]),
        ("Then Zuleyka Quispe, who sings, came.", ["person: Zuleyka Quispe"]),
        ("Then Zuleyka Qorra said no.", ["person: Zuleyka Qorra"]),
        ("Zabdiel Qorra, a senior lecturer, said no.", ["person: Zabdiel Qorra"]),
        ("The Blue Harbour, the best, closed.", []),
        ("Minister of Foreign Affairs and Trade Zabdiel Qorra left.", ["person: Zabdiel Qorra"]),
        ("the Mayor of Leeds, Zabdiel Qorra, left", ["place: Leeds", "person: Zabdiel Qorra"]),
        ("Captain Today of Dr Monday", []),
        ("He bought a U.S.$ bill and US $5.", []),
        ("She is a Latin American singer.", []),
        ("the Northern Irish coast", []),
        ("JOIN US, SAYS WHO", []),
    ],
)
def test_finds_names(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_a_family_name_alone_is_found_before_and_after_the_full_one() -> None:
    text = "Haddad wins. Samira Haddad thanked her team, and Haddad’s dog barked. Haddad Street is long."
    assert [mention.span.of(text) for mention in find(text)] == ["Haddad", "Samira Haddad", "Haddad"]


def test_a_family_name_that_is_a_word_is_one_inside_a_sentence() -> None:
    text = "Laura Young left. Young people stayed. “No,” Young said. Young said more."
    assert [mention.span.of(text) for mention in find(text)] == ["Laura Young", "Young", "Young"]


def test_a_name_in_capitals_is_found_by_the_one_below() -> None:
    text = "SAMIRA HADDAD WINS THE PRIZE\n\nThe prize goes to Samira Haddad."
    assert [mention.span.of(text) for mention in find(text)] == ["SAMIRA HADDAD", "Samira Haddad"]


def test_names_inside_a_name() -> None:
    (mention,) = find("the Embassy of Norway in the Dominican Republic")
    assert [inner.code for inner in mention.inner] == ["NO", "DO"]


def test_a_body_knows_what_it_is_a_part_of() -> None:
    text = "the Border Department of the Ministry of Justice"
    department, ministry = find(text)
    assert department.part_of == ministry.span
    text = "NATO’s Science Committee"
    _, committee = find(text)
    assert committee.part_of is not None
    assert committee.part_of.of(text) == "NATO"


def test_lines_are_apart_but_wrapped_lines_are_not() -> None:
    assert named("Ministry of Finance\nSamira Haddad") == ["organisation: Ministry of Finance", "person: Samira Haddad"]
    wrapped = "The new harbour was opened on a rainy Thursday by the United\nNations after a long wait."
    assert named(wrapped) == ["organisation: United\nNations"]


def test_headlines_in_title_case_open_no_bodies() -> None:
    assert named("Quick Brown Foxes Jump Over The Lazy Dog Board In The Garden Today") == []


def test_words_part_possessives_and_gaps() -> None:
    found = words.of("The Netherlands’ plan:  Estonia’s\nRule\n\nEND")
    assert found.raw == ["The", "Netherlands", "plan", ":", "Estonia", "Rule", "END"]
    assert found.owns == [False, True, False, False, True, False, False]
    assert found.gap == [0, 1, 1, 0, 2, 3, 3]
    assert [found.begins(place) for place in range(7)] == [True, False, False, False, True, True, True]
    assert len(found) == 7


@given(st.text(max_size=300))
def test_any_text_gives_mentions_in_order_without_overlaps(text: str) -> None:
    found = find(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(mention.span.of(text).strip() for mention in found)


@given(
    st.lists(
        st.sampled_from(
            [
                "The",
                "Ministry",
                "of",
                "Finance",
                "and",
                "Board",
                ",",
                "(",
                ")",
                "ABC",
                "Dr",
                "John",
                "Smith",
                "’s",
                "the",
                ".",
                "\n",
                "Institute",
                "for",
            ]
        ),
        max_size=60,
    )
)
def test_any_sequence_of_words_gives_mentions(parts: list[str]) -> None:
    text = " ".join(parts)
    assert all(mention.span.of(text).strip() for mention in find(text))


@pytest.mark.parametrize("part", ["Ministry of ", "Dr John van der ", "the (ABC) ", "A and B Board, ", "’s “J. "])
def test_long_texts_take_linear_time(part: str) -> None:
    assert find(part * 5_000) is not None
