from __future__ import annotations

import datetime as dt
import re

import pytest

from reporter import locales
from reporter.notes.wording import Wording, day_of

_SLOT = re.compile(r"\{\w+\}")


def wording(code: str = "en") -> Wording:
    return Wording(locales.load(code))


@pytest.mark.parametrize(
    ("code", "start", "end", "words"),
    [
        ("en", "2015-08-19", None, "19 August 2015"),
        ("en", "2015-08-18", "2015-08-19", "18–19 August 2015"),
        ("en", "2015-08-19", "2015-08-19", "19 August 2015"),
        ("en", "2013-12-30", "2014-01-02", "30 December 2013 – 2 January 2014"),
        ("en", "2013-07", None, "July 2013"),
        ("en", "2013-07", "2013-09", "July – September 2013"),
        ("en", "2013", "2014", "2013–2014"),
        ("en", "2013-07-03", "2014", "2013–2014"),
        ("en", "2013-Q3", None, "3rd quarter 2013"),
        ("en", "2013-H1", None, "half 1 of 2013"),
        ("en", "2013-W27", None, "week 27 of 2013"),
        ("en", "2013-07-03T10:00", None, "3 July 2013"),
        ("en", "2013-13-45", None, "2013-13-45"),
        ("en", "some day", None, "some day"),
        ("fr", "2015-08-18", "2015-08-19", "18–19 août 2015"),
        ("de", "2015-08-18", "2015-08-19", "18.–19. August 2015"),
        ("de", "2013-Q3", None, "3. Quartal 2013"),
        ("ru", "2015-08-18", "2015-08-19", "18–19 августа 2015 г."),
        ("ru", "2013-07", None, "июль 2013 г."),
    ],
)
def test_dates_as_the_language_writes_them(code: str, start: str, end: str | None, words: str) -> None:
    assert wording(code).date(start, end) == words


def test_figures_have_short_dates() -> None:
    assert wording().date("2015-07-18", "2015-08-19", short=True) == "18 Jul – 19 Aug 2015"


def test_a_period_is_told_in_months() -> None:
    assert wording().months(dt.date(2013, 7, 3), dt.date(2015, 8, 19)) == "July 2013 – August 2015"
    assert wording().months(dt.date(2013, 7, 3), dt.date(2013, 7, 19)) == "July 2013"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2013-07-03", dt.date(2013, 7, 3)),
        ("2013-Q3", dt.date(2013, 7, 1)),
        ("2013-H2", dt.date(2013, 7, 1)),
        ("2013-W01", dt.date(2012, 12, 31)),
        ("PRESENT_REF", None),
        (None, None),
    ],
)
def test_the_first_day_of_a_date(value: str | None, day: dt.date | None) -> None:
    assert day_of(value) == day


def test_numbers_lists_countries_and_languages() -> None:
    german = wording("de")

    assert german.number(1234567.5) == "1.234.567,5"
    assert german.listing(["A", "B", "C"]) == "A, B und C"
    assert german.listing([]) == ""
    assert german.country("XK", "?") == "Kosovo"
    assert german.country("ZZZ", "Nowhere") == "Nowhere"
    assert german.currency("NOK") == "Norwegische Kronen"
    assert wording().country("HK", "Hong Kong") == "Hong Kong"
    assert wording().country("HK") == "Hong Kong SAR China"
    assert german.language("en-GB") == "Englisch"
    assert german.language("tlh-x") == "Klingonisch"


def test_russian_counts_in_three_forms() -> None:
    assert [wording("ru").count("release", number) for number in (1, 2, 5)] == [
        "1 пресс-релиз",
        "2 пресс-релиза",
        "5 пресс-релизов",
    ]


def test_braces_in_a_value_stay() -> None:
    assert wording().say("open.conflict", about="{names} {0}") == "The releases differ on {names} {0}:"


@pytest.mark.parametrize("code", locales.codes())
def test_every_language_has_every_label_with_the_same_slots(code: str) -> None:
    model, labels = locales.load("en").labels, locales.load(code).labels
    counts = {key.rpartition(".")[0] for key in model if key.startswith("count.")}
    forms = {wording(code).cldr.plural_form(number) for number in range(200)} | {"other"}

    missing = {key for key in model if key not in labels and not key.startswith("count.")}
    missing |= {f"{thing}.{form}" for thing in counts for form in forms} - set(labels)
    unknown = {key for key in labels if key not in model and key.rpartition(".")[0] not in counts}

    assert not missing
    assert not unknown
    for key, words in labels.items():
        same = f"{key.rpartition('.')[0]}.other" if key.startswith("count.") else key
        assert set(_SLOT.findall(words)) <= set(_SLOT.findall(model[same])), key


def test_a_style_may_say_it_in_its_own_words() -> None:
    assert Wording(locales.load("en"), {"heading.summary": "In short"}).say("heading.summary") == "In short"
