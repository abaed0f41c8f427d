from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reporter.language import tokens


def test_words_numbers_and_marks() -> None:
    text = "O’Neill’s co-operation cost U.S. $1,200.50 (20%)."
    assert [token.text for token in tokens.tokenise(text)] == [
        "O’Neill’s",
        "co-operation",
        "cost",
        "U.S.",
        "$",
        "1,200.50",
        "(",
        "20",
        "%",
        ")",
        ".",
    ]


def test_a_stretch() -> None:
    assert [token.text for token in tokens.tokenise("one two three", 4, 7)] == ["two"]


@given(st.text(max_size=100))
def test_tokens_stand_where_they_say(text: str) -> None:
    for token in tokens.tokenise(text):
        assert text[token.start : token.end] == token.text
