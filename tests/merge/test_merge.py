from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reporter
from reporter.merge import merge
from reporter.merge.clusters import cluster
from reporter.merge.issuers import short_name
from reporter.merge.periods import period
from reporter.model.briefing import Briefing, Reference
from reporter.model.facts import Release
from tests.merge.made import Draft, newer, older

SEEDS = Path(__file__).parents[2] / "seeds"


def seeds() -> list[Release]:
    return [
        reporter.parse_text(path.read_text(encoding="utf-8"), name=path.name) for path in sorted(SEEDS.glob("*.txt"))
    ]


def keys(*drafts: Draft) -> list[str]:
    return [entry.key for entry in merge(draft.release() for draft in drafts).entries]


def references(briefing: Briefing) -> list[Reference]:
    found: list[Reference] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if set(value) == {"release", "span"}:
                found.append(Reference(**value))
            else:
                list(map(walk, value.values()))
        elif isinstance(value, list):
            list(map(walk, value))

    walk({key: value for key, value in briefing.to_dict().items() if key != "releases"})
    return found


# Keys


def test_the_seeds_have_the_keys_of_the_contract() -> None:
    assert [entry.key for entry in merge(seeds()).entries] == ["OSCE 2013-07-03", "OSCE 2015-08-19"]


@pytest.mark.parametrize(
    ("draft", "name"),
    [
        (Draft(issuer="OSCE Office in Toma"), "OSCE"),
        (Draft(issuer="Federal Department of Rivers").body("Federal Department of Rivers", "FDR"), "FDR"),
        (Draft(issuer="Ministry of Agriculture and Water Resources and Forests"), "Ministry of Agriculture"),
        (Draft(issuer="Ministry of Justice of the Republic of Upper Tolmen"), "Ministry of Justice"),
        (Draft(issuer="MINISTRY OF WATER"), "Ministry of Water"),
        (Draft(issuer="MINISTRY OF WATER").body("Ministry of Water", "MoW"), "MoW"),
        (Draft(title="Bridge opened in the north"), "Bridge opened"),
        (Draft(title="Bridge opened").body("Water Board", "WB").contact(None, "+1", "press@wb.example"), "WB"),
        (Draft(title="Bridge opened").body("Water Board").contact(None, "+1", "press@else.example"), "Bridge opened"),
    ],
)
def test_a_key_names_the_issuer_in_short(draft: Draft, name: str) -> None:
    assert short_name(draft.release()) == name


def test_a_body_that_opens_the_title_names_a_release_without_issuer() -> None:
    draft = Draft(title="OSCE Border College trains guards")
    draft.bodies.append(replace(Draft().body("OSCE Border College").bodies[0], mentions=(draft.title_span,)))
    assert short_name(draft.release()) == "OSCE"


def test_two_releases_of_one_day_get_letters_that_a_third_does_not_change() -> None:
    drafts = [Draft(path=f"{number}.txt", issuer="OSCE", title=f"Story number {number}") for number in (9, 10, 11)]
    before, after = keys(*drafts[:2]), keys(*drafts)
    assert before[0] == "OSCE 2015-08-19"
    assert before[1].startswith("OSCE 2015-08-19")
    assert len(before[1]) == len(before[0]) + 1
    assert set(before) < set(after)


def test_a_release_without_a_date_says_so_in_its_key_and_comes_before_all() -> None:
    assert keys(older(issuer="OSCE"), newer(issuer="OSCE", day=None)) == ["OSCE undated", "OSCE 2015-08-19"]


# Duplicates


def long_story(path: str, *, issuer: str | None = None, number: int = 20) -> Draft:
    draft = Draft(path=path, issuer=issuer, title="Bridge opened in the north")
    for place in range(30):
        draft.sentence(
            f"In the {place}. week the engineers of the northern district mended another pillar of the bridge."
        )
    return draft.figure(number, "engineers")


def test_the_same_text_in_two_files_is_one_release() -> None:
    (entry,) = merge([long_story("a.txt").release(), long_story("b.txt").release()]).entries
    assert entry.release.document.source.path == "a.txt"
    assert [release.document.source.path for release in entry.also] == ["b.txt"]


def test_one_text_by_two_issuers_is_one_release() -> None:
    (entry,) = merge(
        [long_story("a.txt", issuer="OSCE").release(), long_story("b.txt", issuer="UNODC").release()]
    ).entries
    assert len(entry.also) == 1


def test_the_same_text_with_another_number_is_no_duplicate_but_a_contradiction() -> None:
    drafts = [long_story("a.txt"), long_story("b.txt", number=35)]
    briefing = merge(
        draft.event("2015-08-19", "The bridge in the north was opened by the governor", place="Toma").release()
        for draft in drafts
    )
    (conflict,) = briefing.conflicts
    assert conflict.about == "the number of engineers"
    assert [value.value for value in conflict.values] == ["20 engineers", "35 engineers"]


def test_the_same_words_weeks_later_are_another_release() -> None:
    drafts = long_story("a.txt"), long_story("b.txt")
    drafts[1].day = dt.date(2015, 9, 19)
    drafts[1].sentence("Another sentence was added to the story.")
    assert len(merge(draft.release() for draft in drafts).entries) == 2


# People


def test_positions_stand_in_the_order_in_which_they_were_held() -> None:
    (person,) = merge(
        [
            newer().person("Anna Koch", "Ambassador", "Embassy").release(),
            older().person("Anna Koch", "Director", "Board").release(),
        ]
    ).people
    assert [(held.title, held.organisation) for held in person.positions] == [
        ("Director", "Board"),
        ("Ambassador", "Embassy"),
    ]


def test_a_position_that_two_releases_give_is_one() -> None:
    briefing = merge(
        [older().body("Water Board", "WB").person("Anna Koch", "Director", "Water Board").release(),
         newer().body("WB").person("Anna Koch", "director", "WB").release(),
         newer(path="c.txt", title="Third story of all").person("Anna Koch").release()]
    )  # fmt: skip
    (held,) = briefing.people[0].positions
    assert (held.organisation, len(held.references)) == ("Water Board", 2)


def test_the_fullest_name_is_shown_and_the_others_are_aliases() -> None:
    (person,) = merge([older().person("Anna Koch").release(), newer().person("Anna Maria KOCH").release()]).people
    assert (person.name, person.aliases) == ("Anna Maria KOCH", ("Anna Koch",))


def test_a_name_that_could_be_two_people_stays_by_itself() -> None:
    names = ("Maria Lopez", "Maria Garcia Lopez", "Maria Perez Lopez")
    drafts = (Draft(path=f"{name}.txt", title=f"Story of {name} in town").person(name) for name in names)
    assert len(merge(draft.release() for draft in drafts).people) == 3


# Events


def test_an_event_has_its_most_exact_date_and_newest_status() -> None:
    what = "The mission hands over ten vehicles to the border guards"
    (line,) = merge(
        [
            older().event("2015-09", what, status="planned").release(),
            newer().event("2015-09-14", what, place="Osh").release(),
        ]
    ).chronology
    assert (line.start, line.status, line.place, len(line.references)) == ("2015-09-14", "past", "Osh", 2)


def test_an_event_without_a_date_is_no_line_of_the_chronology() -> None:
    assert merge([older().event(None, "The bridge was opened").release()]).chronology == ()


def test_different_dates_of_one_event_are_a_conflict() -> None:
    what = "The fourth regional workshop on water law for judges"
    first = older().event("2015-08-18", what, place="Toma", status="planned").release()
    second = newer().event("2015-08-21", what, "2015-08-22", "Toma").release()
    briefing = merge([first, second])
    (conflict,) = briefing.conflicts
    assert len(briefing.chronology) == 2
    assert [value.value for value in conflict.values] == ["18 August 2015", "21 August 2015 to 22 August 2015"]


def test_what_happens_again_in_the_same_words_is_no_conflict() -> None:
    for what in (
        "Police in Toma arrested several men during a search for weapons",
        "A weekly workshop on water law for judges",
    ):
        drafts = older().event("2015-08-18", what, place="Toma"), newer().event("2015-08-25", what, place="Toma")
        assert merge(draft.release() for draft in drafts).conflicts == ()


def test_an_event_that_is_told_of_another_place_is_no_conflict() -> None:
    what = "The fourth regional workshop on water law for judges"
    drafts = older().event("2015-08-18", what, None, "Toma", "planned"), newer().event("2015-08-21", what, place="Lund")
    assert merge(draft.release() for draft in drafts).conflicts == ()


def test_two_posts_at_one_time_are_a_conflict_and_two_years_apart_a_career() -> None:
    def conflicts(day: dt.date) -> int:
        first = older().body("Board").person("Anna Koch", "Director", "Board").release()
        second = newer(day=day).body("Board").person("Anna Koch", "Deputy Director", "Board").release()
        return len(merge([first, second]).conflicts)

    assert (conflicts(dt.date(2015, 8, 20)), conflicts(dt.date(2017, 8, 20))) == (1, 0)


def test_counts_that_may_both_be_right_are_no_conflict() -> None:
    what = "The fourth regional workshop on water law for judges"
    drafts = [
        older().event("2015-08-19", what).figure(50, "judges", approximate=True).figure(3, "trainers"),
        newer().event("2015-08-19", what).figure(52, "judges").figure(4, "interpreters"),
    ]
    assert merge(draft.release() for draft in drafts).conflicts == ()


# Quotes, contacts, figures, summary, gaps


def test_parts_of_an_utterance_stand_together_under_the_full_name() -> None:
    (line,) = merge(
        [older().person("Anna Koch", "Director").quote("We began.", "Anna Koch").quote("We end.", "Anna Koch").release(),
         newer().person("Anna Maria Koch").release()]
    ).quotes  # fmt: skip
    assert (line.parts, line.speaker, line.title) == (("We began.", "We end."), "Anna Maria Koch", "Director")


def test_an_utterance_that_two_releases_print_is_one() -> None:
    drafts = older().quote("We shall build more bridges."), newer().quote("We shall build more bridges.")
    (line,) = merge(draft.release() for draft in drafts).quotes
    assert (len(line.references), line.date) == (2, "2015-08-19")


def test_quotes_stand_by_speaker_and_the_unnamed_last() -> None:
    draft = newer().quote("One.", None, 1).quote("Two.", "Anna Koch", 2).quote("Three.", "Peter Bauer", 3)
    lines = merge([draft.quote("Four.", "Anna Koch", 4).release()]).quotes
    assert [line.speaker for line in lines] == ["Anna Koch", "Anna Koch", "Peter Bauer", None]


def test_a_card_of_two_releases_is_one_with_the_numbers_of_both() -> None:
    (line,) = merge(
        [
            older().contact("Anna Koch", "+4131", "a@b.example").release(),
            newer().contact("Anna Koch", "+4179", "A@b.example").release(),
        ]
    ).contacts
    assert ([phone.number for phone in line.phones], line.emails) == (["+4179", "+4131"], ("A@b.example",))


def test_cards_of_two_offices_stay_two_and_the_press_comes_first() -> None:
    lines = merge(
        [
            newer().contact(None, "+4131", body="Investor Desk", press=False).release(),
            older().contact(None, "+4131", body="Press Desk").release(),
        ]
    ).contacts
    assert [line.organisation for line in lines] == ["Press Desk", "Investor Desk"]


def test_namesakes_of_two_bodies_with_two_numbers_stay_two_cards() -> None:
    drafts = (
        older().contact("Anna Koch", "+4131", body="Water Board"),
        newer().contact("Anna Koch", "+4479", body="Opera House"),
    )
    assert len(merge(draft.release() for draft in drafts).contacts) == 2


def test_one_number_of_the_same_things_is_one_figure() -> None:
    drafts = older().figure(20, "judges").figure(3, "trainers"), newer().figure(20, "judges")
    lines = merge(draft.release() for draft in drafts).figures
    assert [(line.text, len(line.references)) for line in lines] == [("20 judges", 2), ("3 trainers", 1)]


def test_the_summary_hears_every_release_newest_first_and_says_nothing_twice() -> None:
    first = (
        older().sentence("A bridge over the Vara was opened by the governor.").sentence("It took three years to build.")
    )
    second = newer().sentence("The governor opened a bridge over the Vara.").sentence("A school follows in the autumn.")
    lines = merge([first.release(), second.release()]).summary
    assert [line.text for line in lines] == [
        "The governor opened a bridge over the Vara.",
        "A school follows in the autumn.",
        "It took three years to build.",
    ]
    assert len(lines[0].references) == 2


def test_the_summary_of_many_releases_has_five_sentences_of_the_newest() -> None:
    drafts = (
        Draft(path=f"{year}.txt", day=dt.date(year, 1, 1), title=f"Year {year}", text=f"{year}\n").sentence(
            f"Event{year} happened{year} nearby{year}."
        )
        for year in range(2001, 2009)
    )
    lines = merge(draft.release() for draft in drafts).summary
    assert [line.references[0].release[-10:-6] for line in lines] == ["2008", "2007", "2006", "2005", "2004"]


def test_gaps_say_what_a_reader_would_miss() -> None:
    briefing = merge(
        [older(title="Bridge opened", day=None).release(),
         older(title="School opened", day=None, issuer="OSCE").release(),
         newer(issuer="OSCE").quote("One.").contact(None, "031 322", press=True).release(),
         newer(title="Third of all", issuer="OSCE").quote("Two.").release()]
    )  # fmt: skip
    assert [gap.message for gap in briefing.gaps] == [
        "The release “Bridge opened” prints neither date nor issuer.",
        "The release “School opened” prints no date.",
        "2 quotations have no speaker whom the text names.",
        "The country of these telephone numbers is not clear: 031 322.",
    ]


def test_nothing_makes_an_empty_briefing() -> None:
    briefing = merge([])
    assert (briefing.entries, briefing.date, briefing.summary) == ((), None, ())
    assert briefing.to_dict()["period"] is None


def test_title_and_date_are_those_that_are_given() -> None:
    briefing = merge(seeds(), title="Rivers", date=dt.date(2020, 1, 1))
    assert (briefing.title, briefing.date, briefing.start, briefing.end) == (
        "Rivers", dt.date(2020, 1, 1), dt.date(2013, 7, 3), dt.date(2015, 8, 19),
    )  # fmt: skip


# Laws


def test_every_reference_leads_to_words_of_its_release() -> None:
    briefing = merge(seeds())
    texts = {entry.key: entry.release.text for entry in briefing.entries}
    found = references(briefing)
    assert found
    assert all(texts[one.release][one.span[0] : one.span[1]].strip() for one in found)


NAMES = ("Anna Koch", "Anna Maria Koch", "A. Koch", "Peter Koch", "Koch", "Rustam Azimov", "Azimov Rustam")
BODIES = (
    ("Ministry of Water", None, "TJ"),
    ("Ministry of Water", None, "KG"),
    ("ORL", None, None),
    ("Office on Rivers and Lakes", "ORL", None),
)
STORIES = (
    "A bridge over the Vara was opened in Toma",
    "The bridge over the Vara was opened by the governor",
    "Judges met in Toma",
)


@st.composite
def releases(draw: st.DrawFn) -> Release:
    day = draw(st.sampled_from([dt.date(2015, 8, 19), dt.date(2015, 8, 20), None]))
    draft = Draft(path=draw(st.sampled_from(["a.txt", "b.txt", "c.txt"])), day=day, issuer=draw(st.sampled_from([None, "OSCE", "ORL"])),
                  title=draw(st.sampled_from(STORIES)))  # fmt: skip
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True)):
        draft.person(name, draw(st.sampled_from(["Director", "Mayor", None])), draw(st.sampled_from(["ORL", None])))
        draft.quote(f"{name} said so.", name, len(draft.quotes) + 1)
        draft.contact(name, draw(st.sampled_from(["+4131", "+4179", "031"])))
    for name, acronym, country in draw(st.lists(st.sampled_from(BODIES), max_size=3, unique=True)):
        draft.body(name, acronym, country, role=draw(st.sampled_from([None, "organiser"])))
    for what in draw(st.lists(st.sampled_from(STORIES), max_size=2, unique=True)):
        draft.event(draw(st.sampled_from(["2015-08-19", "2015-08", "2015-08-21"])), what)
        draft.sentence(what).figure(draw(st.sampled_from([20, 30])), "judges")
    # Facts follow from the text, so two releases with other facts have other words.
    draft.line(hashlib.sha256(repr(draft).encode()).hexdigest())
    return draft.release()


@settings(max_examples=60)
@given(st.lists(releases(), max_size=5), st.randoms())
def test_the_order_of_the_releases_does_not_matter(given_releases: list[Release], dice: random.Random) -> None:
    shuffled = given_releases[:]
    dice.shuffle(shuffled)
    assert merge(shuffled) == merge(given_releases)


@settings(max_examples=40)
@given(st.lists(releases(), max_size=4))
def test_merging_a_release_with_itself_changes_nothing(given_releases: list[Release]) -> None:
    assert merge([*given_releases, *given_releases]) == merge(given_releases)


@settings(max_examples=40)
@given(st.lists(releases(), max_size=5))
def test_any_briefing_is_plain_json_and_its_references_hold(given_releases: list[Release]) -> None:
    briefing = merge(given_releases)
    json.dumps(briefing.to_dict())
    texts = {entry.key: entry.release.text for entry in briefing.entries}
    assert len(texts) == len(briefing.entries)
    assert all(texts[one.release][one.span[0] : one.span[1]] for one in references(briefing))


@settings(max_examples=60)
@given(st.lists(st.integers(0, 30), unique=True), st.integers(1, 4))
def test_in_a_cluster_everything_is_like_everything(numbers: list[int], reach: int) -> None:
    groups = cluster(sorted(numbers), lambda _: [0], lambda one, other: abs(one - other) <= reach)
    assert sorted(number for group in groups for number in group) == sorted(numbers)
    assert all(max(group) - min(group) <= reach for group in groups)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2013", 365),
        ("2012-02", 29),
        ("2013-07-03", 1),
        ("2013-Q3", 92),
        ("2013-H1", 181),
        ("2013-W27", 7),
        ("2013-SU", 365),
    ],
)
def test_periods_cover_the_days_of_their_value(value: str, days: int) -> None:
    found = period(value)
    assert found is not None
    assert (found.last - found.first).days + 1 == days


@pytest.mark.parametrize("value", ["P2D", "PRESENT_REF", "2013-13", "2013-02-30", "2013-W60", ""])
def test_what_is_no_date_covers_nothing(value: str) -> None:
    assert period(value) is None
