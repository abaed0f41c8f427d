from __future__ import annotations

import pytest

from reporter.language.shortening import shortened


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A short title", "A short title"),
        ("Pilots of nine countries meet", "Pilots of nine …"),
        ("Pilots of nine, countries meet", "Pilots of nine …"),
        ("Supercalifragilisticexpialidocious", "Supercalifragilisti …"),
        ("", ""),
    ],
)
def test_words_are_cut_between_two_of_them(words: str, expected: str) -> None:
    assert shortened(words, 20) == expected
