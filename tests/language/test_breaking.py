from __future__ import annotations

import pytest

from reporter.language.breaking import kept, kept_date, pieces_of_date


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("July 2013 – August 2015", "July 2013~– August 2015"),
        ("call +44 20 7946 0000, or 20 000 others", "call +44~20~7946~0000, or 20~000 others"),
        ("a – b", "a~– b"),
        ("2013–2015 and 5 more", "2013–2015 and 5 more"),
    ],
)
def test_no_line_begins_with_a_dash_and_no_number_falls_apart(words: str, expected: str) -> None:
    assert kept(words).replace("\N{NO-BREAK SPACE}", "~") == expected


def test_a_date_stays_on_a_line_and_a_range_on_two() -> None:
    assert kept_date("3 July 2013").split(" ") == ["3\N{NO-BREAK SPACE}July\N{NO-BREAK SPACE}2013"]
    assert [len(piece) for piece in pieces_of_date("30 June 2014 – 2 July 2015")] == [14, 11]
