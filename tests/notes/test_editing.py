from __future__ import annotations

import datetime as dt

import pytest

from reporter import locales
from reporter.model.briefing import Entry, Reference
from reporter.model.facts import TimeValue
from reporter.model.spans import Span
from reporter.notes.editing import pieces, whole
from reporter.notes.wording import Wording
from tests import samples

TEXT = "OSLO, 4 May 2021 – The talks ended today, after a day’s break on Monday. They resume next week, in June 2021."
SENTENCE = TEXT.split(". ", maxsplit=1)[0] + "."


def entry(**dates: str) -> dict[str, Entry]:
    """The release, with expressions of it resolved."""
    release = samples.release_of("a.txt", TEXT, ("body",), title="The talks", day=dt.date(2021, 5, 4))
    values = tuple(
        TimeValue(span=Span(at, at + len(words)), text=words, value=value, rule="test")
        for words, value in ((name.replace("_", " "), value) for name, value in dates.items())
        for at in (TEXT.index(words),)
    )
    facts = type(release.facts)(dates=tuple(sorted(values, key=lambda one: one.span)), dateline=release.facts.dateline)
    changed = type(release)(document=release.document, blocks=release.blocks, facts=facts)
    return {"OSLO 2021": Entry(key="OSLO 2021", release=changed)}


def edited(words: str, entries: dict[str, Entry], *, reference: str | None = None) -> str:
    whole = reference or words
    at = TEXT.index(whole)
    span = Span(at, at + len(whole))
    found = pieces(words, (Reference(release="OSLO 2021", span=span),), entries, Wording(locales.load("en")))
    return "|".join(f"<{piece.text}>" if piece.inserted else piece.text for piece in found)


def test_the_dateline_goes_and_today_is_resolved() -> None:
    assert edited(SENTENCE, entry(today="2021-05-04", Monday="2021-05-03")) == (
        "The talks ended today|<[4 May 2021]>|, after a day’s break on Monday|<[3 May 2021]>|."
    )


def test_part_of_a_sentence_is_found_in_it() -> None:
    assert edited("The talks ended today", entry(today="2021-05-04"), reference=SENTENCE) == (
        "The talks ended today|<[4 May 2021]>"
    )


@pytest.mark.parametrize(
    ("words", "value", "shown"),
    [
        ("next week", "2021-W19", "They resume next week|<[week 19 of 2021]>|, in June 2021."),
        ("June 2021", "2021-06", "They resume next week, in June 2021."),
        ("next week", "PRESENT_REF", "They resume next week, in June 2021."),
    ],
)
def test_only_what_is_relative_and_resolved_gets_brackets(words: str, value: str, shown: str) -> None:
    entries = entry(**{words.replace(" ", "_"): value})

    assert edited("They resume next week, in June 2021.", entries) == shown


def test_words_that_the_release_does_not_have_stay_as_given() -> None:
    found = pieces(
        " other\nwords ",
        (Reference(release="OSLO 2021", span=Span(0, 4)), Reference(release="none", span=Span(0, 4))),
        entry(today="2021-05-04"),
        Wording(locales.load("en")),
    )

    assert [piece.text for piece in found] == ["other words"]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("“It rained, said Ola.", "It rained, said Ola."),
        ('"It rained, said Ola.', "It rained, said Ola."),
        ("“It rained,” said Ola.", "“It rained,” said Ola."),
        ('"It" rained in "May".', '"It" rained in "May".'),
        ("It rained, “said Ola.", "It rained, “said Ola."),
        ("„Es regnete“, sagte Ola.", "„Es regnete“, sagte Ola."),
    ],
)
def test_a_mark_that_nothing_closes_is_left_out(words: str, left: str) -> None:
    assert whole(words) == left
