from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter import locales
from reporter.mentions import phones
from reporter.model.mentions import PhoneMention

ENGLISH = locales.load("en")


def find(text: str) -> tuple[PhoneMention, ...]:
    return phones.find(text, ENGLISH)


def digits(text: str) -> list[str]:
    return [mention.digits for mention in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Office: +992 37 2265014 /15 /16", ["+992372265014", "+992372265015", "+992372265016"]),
        ("Office: +992 37 2265014/15/16", ["+992372265014", "+992372265015", "+992372265016"]),
        ("Fax: (+41) 031 555 20 47 / 48", ["+410315552047", "+410315552048"]),
        ("Tel: (995 32) 255 01 05 / 06", ["995322550105", "995322550106"]),
        ("Tel.: (+998-71) 555-1044 / 555-1055", ["+998715551044", "+998715551055"]),
        ("Tel. +45 3392 1111 / 3392 1112", ["+4533921111", "+4533921112"]),
        ("Tel. (+99312) 35 04 04, 39 32 53", ["+99312350404", "+99312393253"]),
        ("Tel. 222-63-64, 222-63-65", ["2226364", "2226365"]),
        ("tel 031 555 56 75 / 079 555 86 11", ["0315555675", "0795558611"]),
        ("Tel. +7 495 692 0001/0002", ["+74956920001", "+74956920002"]),
        ("Phone: +27 12 394 9500/9501/9502", ["+27123949500", "+27123949501", "+27123949502"]),
        ("Tel: +91-11-2338 9338 / 39", ["+911123389338", "+911123389339"]),
    ],
)
def test_shorthand_is_filled_up(text: str, expected: list[str]) -> None:
    assert digits(text) == expected


def test_each_number_of_a_row_has_its_own_span() -> None:
    text = "Office: +992 37 2265014 /15 /16"
    assert [mention.span.of(text) for mention in find(text)] == ["+992 37 2265014", "15", "16"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+41 (0)31 555 77 88", "+41315557788"),
        ("+ 43 676 55 50 592", "+436765550592"),
        ("0041 31 555 77 88", "+41315557788"),
        ("00 43 1 514 36 6180", "+431514366180"),
        ("+49 (30) 1234-567", "+49301234567"),
        ("+49 (0) 30/12345678", "+493012345678"),
        ("+1 (202) 555-0143", "+12025550143"),
        ("+81-3-3580-3311", "+81335803311"),
        ("+44.20.7946.0018", "+442079460018"),
        ("tel:+41315557788", "+41315557788"),
        ("031 555 77 88", "0315557788"),
        ("(06) 255 5786", "062555786"),
        ("0419555715", "0419555715"),
        ("(202) 555-0143", "2025550143"),
        ("202-555-0143", "2025550143"),
        ("1-800-555-0143", "18005550143"),
        ("Tel 06131/123456", "06131123456"),
        ("Fax 2265019", "2265019"),
        ("тел. 123-45-67", "1234567"),
        ("τηλ. 210 368 1000", "2103681000"),
        ("T 044 555 59 58", "0445555958"),
        ("+32 (0)2 707 5041 (24 hours)", "+3227075041"),
        ("Telephone:\n515-281-5000", "5152815000"),
        ("هاتف: +٩٦٢ ٦ ٥٦٧ ٩٣٢٧", "+96265679327"),
    ],
)
def test_numbers_in_every_dress(text: str, expected: str) -> None:
    assert digits(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0419 555 715 (06)255 5786", ["0419555715", "062555786"]),
        ("+41 58 462 11 33 +41 79 462 11 33", ["+41584621133", "+41794621133"]),
        ("031 324 12 34 031 324 12 35", ["0313241234", "0313241235"]),
        ("+41 58 462 11 33 or +41 79 462 11 33", ["+41584621133", "+41794621133"]),
    ],
)
def test_numbers_side_by_side(text: str, expected: list[str]) -> None:
    assert digits(text) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Office: +41 31 555 77 88, Mobile: +41 79 555 77 88, Fax: +41 31 555 77 89", ["office", "mobile", "fax"]),
        ("T: +41 31 555 77 88 M: +41 79 555 77 88 F: +41 31 555 77 89", [None, "mobile", "fax"]),
        ("+374 91 55 50 08 (mobile)", ["mobile"]),
        ("Tel/Fax: +41 31 555 77 88", [None]),
        ("факс: +7 495 123-45-67", ["fax"]),
        ("Press Office: +41 31 555 77 88", [None]),
        ("Fax +41 31 555 77 88 / 89", ["fax", "fax"]),
        ("Facsimile: +41 31 555 77 88\nCell +41 79 555 77 88", ["fax", "mobile"]),
    ],
)
def test_kinds_are_those_of_the_labels(text: str, kinds: list[str | None]) -> None:
    assert [mention.kind for mention in find(text)] == kinds


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("+355 4 255 5871 ext. 114", "114"),
        ("+996-312-555-587 (ext. 22)", "22"),
        ("+380 44 555 06 33, ext. 207", "207"),
        ("515-281-5000 x204", "204"),
        ("+7 495 123-45-67, доб. 12", "12"),
        ("+7 495 123-45-67, room 12", None),
    ],
)
def test_extensions(text: str, extension: str | None) -> None:
    assert [mention.extension for mention in find(text)] == [extension]


@pytest.mark.parametrize(
    "text",
    [
        "on 12.05.2016, 2010-2012 and 2013-07-03",
        "1 200 000 people and EUR 12 345 678",
        "Resolution 1325 (2000) and 2250 (2015)",
        "ISBN 978-3-16-148410-0",
        "IBAN CH93 0076 2011 6238 5295 7",
        "case no. 0204 112 233",
        "from 10:30-12:45",
        "https://example.org/2016/05/0612345678",
        "www.example.org/041 9278 715",
        "photo20160512@example.org",
        "$1 234 567 890",
        "the 2,500,000,000 mark",
        "a share of 0.0123456789",
        "+0 123 456 789",
        "12345678901234567890123",
        "",
        "((((((((+++++",
    ],
)
def test_nothing_must_be_found(text: str) -> None:
    assert digits(text) == []


@given(st.text(alphabet="+()/-. 0123456789\nTelfax:", max_size=80))
def test_mentions_are_in_order_without_overlaps(text: str) -> None:
    found = find(text)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(found))
    assert all(mention.span.of(text) and mention.digits.lstrip("+").isdigit() for mention in found)


@pytest.mark.parametrize("unit", ["1 2 ", "+", "(0", "12/", "Tel. ", "0" * 7 + " ", "(12 "])
def test_long_input_of_one_kind_is_read(unit: str) -> None:
    find(unit * 20_000)
