from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter import locales
from reporter.mentions import numbers
from reporter.model.mentions import NumberMention
from reporter.model.release_records import number
from tests.cases import Case, load

ENGLISH = locales.load("en")


def line(text: str, mention: NumberMention) -> str:
    return " | ".join(
        [
            mention.span.of(text),
            str(number(mention.value)),
            "-" if mention.upper is None else str(number(mention.upper)),
            "~" if mention.approximate else "-",
            mention.unit or "-",
        ]
    )


@pytest.mark.parametrize("case", load("numbers"), ids=str)
def test_numbers(case: Case) -> None:
    assert tuple(line(case.text, mention) for mention in numbers.find(case.text, ENGLISH)) == case.expected


@settings(max_examples=200)
@given(st.text(alphabet="0123456789 ,.-–%€$’mk'İ½ab\n", max_size=60))
def test_any_characters_give_spans_in_order(text: str) -> None:
    last = 0
    for mention in numbers.find(text, ENGLISH):
        assert last <= mention.span.start < mention.span.end <= len(text)
        last = mention.span.end


def test_currencies_are_codes_with_signs() -> None:
    rows = ENGLISH.rows("currencies")
    assert all(len(row) > 1 for row in rows)
    assert all(row[0] == "$" or (len(row[0]) == 3 and row[0].isupper()) for row in rows)
