from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.language.characters import folded, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\x00b\x0bc\x1bd", "a b c d", id="control characters are spaces"),
        pytest.param("a\u202eb\u2066c\u200fd", "abcd", id="direction overrides and marks are dropped"),
        pytest.param("pass\u200bword\ufeff", "password", id="invisible characters are dropped"),
        pytest.param("x\ud800y\ufffez", "x\ufffdy\ufffdz", id="broken characters are replaced"),
        pytest.param("می\u200cخواهم 👩\u200d🚀", "می\u200cخواهم 👩\u200d🚀", id="joiners stay"),
        pytest.param("e\u0301", "é", id="composed"),
        pytest.param("plain", "plain", id="nothing to do"),
    ],
)
def test_what_no_format_can_print_is_cleaned(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = printable(text)

    assert printable(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")


def test_white_space_is_folded() -> None:
    assert folded("  a \n\t b\u00a0c  ") == "a b c"
