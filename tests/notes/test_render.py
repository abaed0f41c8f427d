from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from reporter import locales, notes, styles
from reporter.errors import TemplateError
from reporter.model.briefing import (
    Briefing,
    ChronologyLine,
    Conflict,
    ConflictValue,
    ContactLine,
    Entry,
    FigureLine,
    Gap,
    QuoteLine,
    Reference,
)
from reporter.model.facts import Phone
from reporter.model.note import Heading, Inline, Note, Section, Text
from reporter.model.spans import Span
from reporter.notes.length import Length
from reporter.styles import Style
from reporter.writers import markdown
from tests import samples


def render(briefing: Briefing, *, style: Style | None = None, code: str = "en", **options: object) -> Note:
    return notes.render(briefing, style=style or styles.load(), locale=locales.load(code), **options)  # type: ignore[arg-type]


def text(briefing: Briefing, **options: object) -> str:
    style = options.pop("style", None) or styles.load()
    assert isinstance(style, Style)
    return markdown.write(render(briefing, style=style, **options), style).decode()  # type: ignore[arg-type]


def nodes(node: object) -> Iterator[object]:
    if isinstance(node, tuple) and not hasattr(node, "_fields"):
        for part in node:
            yield from nodes(part)
    elif is_dataclass(node):
        yield node
        for field in fields(node):
            yield from nodes(getattr(node, field.name))


def headings(note: Note) -> list[str]:
    found = (node for node in nodes(note.sections) if isinstance(node, Heading) and node.level < 3)
    return ["".join(child.text for child in node.children if isinstance(child, Text)) for node in found]


def test_all_sections_stand_in_the_order_of_the_house() -> None:
    note = render(samples.briefing())

    assert headings(note) == [
        "Briefing note: OSCE Office in Tajikistan, July 2013 – August 2015",
        "Summary",
        "Chronology",
        "Stakeholders",
        "Quotes",
        "Contacts",
        "Sources",
        "What the releases leave open",
    ]
    assert note.author is None
    assert note.keywords[:2] == ("OSCE Office in Tajikistan", "Afghanistan")
    assert note.subject == "2 releases by OSCE Office in Tajikistan (1 names no issuer)"


def test_the_editors_words_stand_in_the_head() -> None:
    lines = {
        "to": "The Minister",
        "from": "Desk 6",
        "reference": "6/2015",
        "classification": "Restricted",
        "comment": "For\nFriday.",
    }

    note = render(replace(samples.briefing(), title="Cyber crime"), lines=lines)
    words = markdown.write(note, styles.load()).decode()

    assert note.title == "Cyber crime"
    assert note.classification == "Restricted"
    assert note.author == "Desk 6"
    assert words.startswith(
        "Restricted\n\n# Cyber crime\n\n- **To**: The Minister\n- **From**: Desk 6\n- **Reference**: 6/2015\n"
        "- **Date**: 19 August 2015\n- **Coverage**: 2 releases by OSCE Office in Tajikistan (1 names no issuer)\n"
        "- **Period**: 3 July 2013 – 19 August 2015\n- **Comment**: For Friday.\n"
    )


def test_summary_sentences_lose_the_dateline_and_say_which_day_today_is() -> None:
    assert (
        "- A two-day conference on combating cyber crime concluded in Dushanbe today [3 July 2013] with the support of the "
        "OSCE Office in Tajikistan. ([OSCE 2013-07-03 ¶1](#source-osce-2013-07-03))\n"
    ) in text(samples.briefing())


def test_inferred_dates_and_events_that_are_not_past_are_marked() -> None:
    planned = ChronologyLine(start="2016-01", what="A centre opens", status="planned", references=())
    words = text(replace(samples.briefing(), chronology=(*samples.briefing().chronology, planned)))

    assert "| 2–3 July 2013 (inferred) | A two-day conference" in words
    assert "| 3 July 2013 (ongoing) |" in words
    assert "| January 2016 (planned) | A centre opens |" in words
    assert "“Inferred” marks a date" in words
    assert "a hollow mark is planned*" in words


def test_without_inferred_dates_there_is_nothing_to_explain() -> None:
    assert "Inferred" not in text(samples.many(3))


def test_a_style_may_want_no_timeline() -> None:
    note = render(samples.briefing(), style=styles.load("ministry"))

    assert not note.drawings
    assert render(samples.briefing()).drawings


def test_countries_that_the_same_words_name_stand_together() -> None:
    words = text(samples.briefing())

    assert (
        "- **Participants**: Afghanistan, Iran, Kazakhstan, Tajikistan ([OSCE 2015-08-19 ¶2](#source-osce-2015-08-19))\n"
        "- **Experts**: Romania, Russia, United Kingdom ([OSCE 2015-08-19 ¶4](#source-osce-2015-08-19))\n"
    ) in words


def test_a_number_without_country_stands_as_printed() -> None:
    briefing = samples.briefing()
    at = samples.Pointer(briefing.entries)("OSCE 2013-07-03", "37 2265014")
    phone = Phone(number="372265014", kind=None, span=at.span, rule="test")
    card = ContactLine(name="A", phones=(phone, samples.phone("5551", None)), references=(at,), press=False)

    words = text(replace(briefing, contacts=(card,)))

    assert "**A** (Not for the press) ([OSCE 2013-07-03 contact]" in words
    assert "- **Telephone**: 37 2265014, 5551\n" in words


def test_numbers_that_differ_at_the_end_share_their_stem() -> None:
    numbers = ("+992372265014", "+992372265015", "+44207946095", "+442079460959")
    card = ContactLine(name="A", phones=tuple(samples.phone(one, "office") for one in numbers), references=())

    words = text(replace(samples.briefing(), contacts=(card,)))

    assert "- **Office**: +992 372 26 5014 / 5015, +44 207946095, +44 20 7946 0959\n" in words


def test_a_long_event_is_left_at_a_seam() -> None:
    said = (
        "Delegates of nine towns "
        + "met again and again " * 5
        + "in the old harbour, while "
        + "the rain fell and " * 6
        + "fell."
    )
    event = ChronologyLine(start="2015-01-02", what=said, references=())

    words = text(replace(samples.briefing(), chronology=(event, replace(event, what="met again " * 40))))

    assert "in the old harbour […] |" in words
    assert "met again " * 39 in words


def test_figures_are_told_as_printed_unless_in_plain_words() -> None:
    briefing = samples.briefing()
    here = briefing.figures[0].references

    def figure(value: float, unit: str, text: str, **more: object) -> FigureLine:
        return FigureLine(value=value, unit=unit, text=text, references=here, **more)  # type: ignore[arg-type]

    figures = (
        figure(1_100_000, "people", "More than 1.1 million people", approximate=True),
        figure(20, "delegates", "Twenty delegates"),
        figure(60, "% of votes", "60 percent of the votes"),
        figure(3_500_000, "NOK", "NOK 3.5 million"),
        figure(5, "ships", "", upper=7, approximate=True),
    )
    words = text(replace(briefing, figures=figures))

    assert re.findall(r"^\| (.+?) \| (.+?) \| \[OSCE 2015", words, re.MULTILINE)[:5] == [
        ("More than 1.1 million", "people"),
        ("20", "delegates"),
        ("60", "% of votes"),
        ("NOK 3.5 million", "Norwegian kroner"),
        ("about 5–7", "ships"),
    ]


def test_paragraphs_of_an_utterance_open_with_a_mark_and_only_the_last_closes() -> None:
    said = QuoteLine(parts=('It rained.\n\n"We stayed\nat home,', "all day."), references=())

    words = text(replace(samples.briefing(), quotes=(said,)))

    assert "> “It rained.\n>\n> “We stayed at home,” “all day.”\n" in words


def test_people_without_roles_have_no_column_for_them() -> None:
    briefing = samples.briefing()
    people = tuple(replace(line, roles=(), positions=()) for line in briefing.people)

    words = text(replace(briefing, people=people))

    assert "| Name | Reference |\n| -- | -- |\n| Dita Nowicka | [OSCE" in words


def test_a_body_named_in_a_position_is_not_named_twice() -> None:
    words = text(samples.briefing())

    assert "| Dita Nowicka | Director of the OSCE Border Management Staff College | speaker |" in words
    assert "**Jeremy Milsom**, UNODC Senior Programme Coordinator, 19 August 2015" in words


@pytest.mark.parametrize(
    ("title", "body", "shown"),
    [
        ("Minister of Trade", "Ministry of Trade", "Minister of Trade"),
        ("Director of Trade", "Ministry of Trade", "Director of Trade, Ministry of Trade"),
        ("Head of Office", "OSCE Office", "Head of Office, OSCE Office"),
        ("Secretary", "Secretariat", "Secretary, Secretariat"),
        (None, "Ministry of Trade", "Ministry of Trade"),
    ],
)
def test_a_title_that_tells_its_body_stands_alone(title: str | None, body: str, shown: str) -> None:
    said = QuoteLine(parts=("Yes.",), speaker="A", title=title, organisation=body, references=())

    assert f"> **A**, {shown}\n" in text(replace(samples.briefing(), quotes=(said,)))


def test_a_quotation_whose_speaker_is_unknown_says_so() -> None:
    assert "**Speaker not named**, 3 July 2013" in text(samples.briefing())


def test_what_one_person_says_stands_together() -> None:
    said = tuple(
        QuoteLine(parts=(words,), speaker=speaker, references=())
        for words, speaker in (("one", "A"), ("two", "B"), ("three", "A"))
    )

    words = text(replace(samples.briefing(), quotes=said))

    assert list(re.findall(r"“(one|two|three)”", words)) == ["one", "three", "two"]


def test_contacts_have_labelled_numbers_in_international_form() -> None:
    card = ContactLine(
        role="Duty officer",
        phones=(
            samples.phone("+442079460958", None),
            samples.phone("112", None),
            Phone(number="+1", kind="fax", span=Span(0, 1), rule="test"),
        ),
        urls=("http://example.org", "example.org/press"),
        references=(),
    )
    words = text(replace(samples.briefing(), contacts=(card,)))

    assert "**Duty officer**\n\n- **Fax**: +1\n- **Telephone**: +44 20 7946 0958, 112\n" in words
    assert "- **Web**: [http://example.org](http://example.org), example.org/press\n" in words


def test_contradictions_and_gaps_are_told() -> None:
    briefing = samples.briefing()
    at = samples.Pointer(briefing.entries)
    here = (at("OSCE 2013-07-03", "some 50 practitioners"),)
    conflict = Conflict(
        about="the number of participants",
        values=(ConflictValue(value="50", references=here), ConflictValue(value="60", references=())),
    )

    words = text(replace(briefing, conflicts=(conflict,), gaps=(Gap(code="x", message="No date."),)))

    assert (
        "- The releases differ on the number of participants: 50 ([OSCE 2013-07-03 ¶2](#source-osce-2013-07-03)); 60\n"
        "- No date.\n"
    ) in words


def test_sections_without_content_are_left_out() -> None:
    bare = Briefing(title=None, date=None, entries=())

    assert headings(render(bare)) == ["Briefing note"]


@pytest.mark.parametrize(
    ("issuers", "title"),
    [
        ((), "Briefing note, May 2021"),
        (("A",), "Briefing note: A, May 2021"),
        (("A", "B", "C"), "Briefing note: C, B and A, May 2021"),
        (("A", "B", "C", "D"), "Briefing note: D, C and 2 others, May 2021"),
    ],
)
def test_a_title_is_made_of_issuers_and_period(issuers: tuple[str, ...], title: str) -> None:
    day = dt.date(2021, 5, 4)
    entries = tuple(
        Entry(
            key=name or "x",
            release=samples.release_of("a.txt", f"T {name}.", (), title="T", day=day, issuer=name or None),
        )
        for name in issuers or ("",)
    )

    assert render(Briefing(title=None, date=day, entries=entries, start=day, end=day)).title == title


def test_without_dates_the_title_has_no_period() -> None:
    release = samples.release_of("a.txt", "T A.", (), title="T", day=None, issuer="A")

    note = render(Briefing(title=None, date=None, entries=(Entry(key="A", release=release, also=(release,)),)))

    assert note.title == "Briefing note: A"
    assert "undated" in markdown.write(note, styles.load()).decode()


def test_a_source_names_its_files_and_where_it_stands() -> None:
    entry = samples.entries()[0]
    source = replace(entry.release.document.source, path="in/mail.eml!a.docx", sha256="", url="https://example.org/1")
    release = replace(entry.release, document=replace(entry.release.document, source=source))

    words = text(replace(samples.briefing(), entries=(Entry(key=entry.key, release=release, also=(entry.release,)),)))

    assert "[OSCE supports conference in Tajikistan on combating cyber crime](https://example.org/1)<br>" in words
    assert "| mail.eml!a.docx<br>003_850c84373b49c818.txt<br>" in words


def test_adding_a_release_changes_only_the_lines_that_it_gives() -> None:
    whole = samples.briefing()
    old = whole.entries[0].key

    def without_new(lines: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(one for one in lines if all(reference.release == old for reference in one.references))  # type: ignore[attr-defined]

    names = ("summary", "figures", "chronology", "people", "quotes", "contacts", "gaps")
    less = {name: without_new(getattr(whole, name)) for name in names}
    half = replace(whole, entries=whole.entries[:1], end=whole.start, organisations=(), countries=(), **less)  # type: ignore[arg-type]
    before = text(half).split("## Summary")[1].splitlines()
    after = text(replace(whole, organisations=(), countries=())).split("## Summary")[1].splitlines()

    assert [line for line in before if line not in after] == []


@pytest.mark.parametrize("length", ["brief", "standard", "full"])
def test_every_length_links_only_to_what_it_has(length: Length) -> None:
    note = render(samples.many(30), length=length)
    ids = {node.id for node in nodes(note.sections) if getattr(node, "id", None)}  # type: ignore[attr-defined]
    links = {node.href for node in nodes(note.sections) if isinstance(node, Inline) and node.href}

    assert {href[1:] for href in links if href.startswith("#")} <= ids


def test_a_long_note_has_annexes() -> None:
    note = render(samples.many(30))
    words = markdown.write(note, styles.load()).decode()

    assert [name for name in headings(note) if name.startswith("Annex")] == [
        "Annex A: Full chronology",
        "Annex B: All stakeholders",
        "Annex C: All quotes",
        "Annex D: All contacts",
        "Annex E: Sources",
    ]
    assert "- **Coverage**: 30 releases by OSCE Office in Tajikistan; [Annex E: Sources](#annex-e-sources)\n" in words
    assert re.search(r"\[\d+ more entries stand in Annex A: Full chronology\.\]\(#annex-a-full-chronology\)", words)
    assert "[30 entries stand in Annex D: All contacts.](#annex-d-all-contacts)" in words
    assert words.count("<a id=") == 30


def test_a_full_note_has_all_in_its_place() -> None:
    note = render(samples.many(30), length="full")

    assert not [name for name in headings(note) if name.startswith("Annex")]
    assert "more entries" not in markdown.write(note, styles.load()).decode()


def test_a_brief_note_says_what_it_leaves_out() -> None:
    words = text(samples.many(30), length="brief")

    assert "more entries are left out of this short form." in words
    assert "Annex" not in words
    assert words.count("<a id=") == 30


def test_a_style_without_annexes_moves_nothing() -> None:
    house = styles.load()
    style = replace(house, sections=tuple(name for name in house.sections if name != "annexes"))

    words = text(samples.many(30), style=style)

    assert "more entries" not in words
    assert words.count("| A conference") == words.count(" of its series |") == 30


def test_a_style_without_sources_has_references_without_links() -> None:
    words = text(samples.briefing(), style=replace(styles.load(), sections=("head", "summary")))

    assert "(OSCE 2013-07-03 ¶1)" in words
    assert "](#" not in words


@pytest.mark.parametrize("code", ["de", "fr", "ru"])
def test_words_of_releases_stay_and_say_their_language(code: str) -> None:
    note = render(samples.briefing(), code=code)
    words = markdown.write(note, styles.load()).decode()

    assert note.language == code
    assert "The threat of cybercrime has grown worldwide." in words
    languages = {node.lang for node in nodes(note.sections) if getattr(node, "lang", None)}  # type: ignore[attr-defined]
    assert languages == {"en"}


def test_what_is_missing_is_told_in_the_notes_language() -> None:
    briefing = replace(samples.briefing(), gaps=(*samples.briefing().gaps, Gap(code="other", message="As it stands.")))

    words = text(briefing, code="de")

    assert "- OSCE 2015-08-19 nennt keinen Herausgeber. ([OSCE 2015-08-19 Titel](#source-osce-2015-08-19))\n" in words
    assert "- As it stands.\n" in words


def test_hostile_words_stay_words() -> None:
    hostile = "<script>alert(1)</script> {{ 7*7 }} {% raw %} & \u202e \x00 ]]> javascript:x"
    here = (Reference(release="K", span=Span(0, 3)),)
    release = samples.release_of("<b>.txt", hostile, ("body",), title=hostile[:8], day=None)
    briefing = Briefing(
        title=hostile,
        date=None,
        entries=(Entry(key="K", release=release),),
        quotes=(QuoteLine(parts=(hostile,), speaker=hostile, title=hostile, language="en", references=here),),
        contacts=(
            ContactLine(
                name=hostile, urls=("javascript:alert(1)", 'http://x/"><b>'), emails=("a@b.org",), references=here
            ),
        ),
        gaps=(Gap(code="x", message=hostile, references=here),),
    )
    note = render(briefing)

    words = "".join(node.text for node in nodes(note.sections) if isinstance(node, Text))

    assert words.count("<script>alert(1)</script> {{ 7*7 }} {% raw %} & ]]> javascript:x") == 6
    assert not {
        node.href for node in nodes(note.sections) if isinstance(node, Inline) and "javascript" in (node.href or "")
    }


# A user's own templates ---------------------------------------------------------------------------------------------


@pytest.fixture
def with_template(tmp_path: Path) -> Callable[[str], Style]:
    """A style that has its own template of one section."""

    def make(source: str, name: str = "quotes") -> Style:
        folder = tmp_path / "mine"
        (folder / "sections").mkdir(parents=True)
        (folder / "style.toml").write_text('title = "Mine"\nbase = "house"\n', encoding="utf-8")
        (folder / "sections" / f"{name}.html.j2").write_text(source, encoding="utf-8")
        return styles.load("mine", folders=(tmp_path,))

    return make


def test_a_users_template_comes_first_and_may_take_macros(with_template: Callable[[str], Style]) -> None:
    style = with_template(
        '{% from "_lines.html.j2" import bracketed %}<section><h2>Said</h2>'
        "{% for item in note.quotes.shown %}<p>{{ item.speaker }}{{ bracketed(item.references) }}</p>{% endfor %}</section>"
    )

    words = text(samples.briefing(), style=style)

    assert "## Said\n\nDita Nowicka ([OSCE 2015-08-19 ¶3](#source-osce-2015-08-19))\n" in words


@pytest.mark.parametrize(
    ("source", "named"),
    [
        pytest.param("<section><iframe></iframe></section>", "<iframe>", id="tag"),
        pytest.param("{% if %}", "line 1", id="syntax"),
        pytest.param("{{ note.nothing }}", "nothing", id="unknown name"),
        pytest.param("\n{{ labels['x'] }}", "line 2", id="unknown label"),
        pytest.param("{% include '/etc/passwd' %}", "/etc/passwd", id="absolute include"),
        pytest.param("{% include '../../../pyproject.toml' %}", "pyproject.toml", id="include above"),
        pytest.param("{{ note.__class__.__mro__ }}", "__class__", id="class walk"),
        pytest.param("{{ ''|attr('__class__') }}", "__class__", id="class walk by filter"),
        pytest.param("{{ labels.clear() }}", "clear", id="changed data"),
        pytest.param("{{ range(9) }}", "range", id="no globals"),
        pytest.param("{{ open('/etc/passwd') }}", "open", id="no builtins"),
        pytest.param("{{ cycler.__init__.__globals__ }}", "__init__", id="globals of helpers"),
        pytest.param("{{ 1 / 0 }}", "division", id="arithmetic"),
        pytest.param("{{ 'x' * 40000000 }}", "characters", id="wild size"),
    ],
)
def test_a_template_that_reaches_out_is_stopped_by_name(
    with_template: Callable[[str], Style], source: str, named: str
) -> None:
    with pytest.raises(TemplateError, match=re.escape(named)) as found:
        render(samples.briefing(), style=with_template(source))

    assert "section template quotes.html.j2" in str(found.value)


def test_an_unknown_section_names_those_there_are() -> None:
    with pytest.raises(TemplateError, match=r"there is no template 'risks\.html\.j2' \(known: annexes, chronology"):
        render(samples.briefing(), style=replace(styles.load(), sections=("risks",)))


def test_labels_of_a_style_go_before_those_of_the_language(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "labels").mkdir(parents=True)
    (folder / "style.toml").write_text('title = "Mine"\nbase = "house"\n', encoding="utf-8")
    (folder / "labels" / "en.toml").write_text('[heading]\nsummary = "In short"\n', encoding="utf-8")

    assert "In short" in headings(render(samples.briefing(), style=styles.load("mine", folders=(tmp_path,))))


def test_sections_of_a_note_know_their_kind() -> None:
    kinds = [section.cls for section in render(samples.briefing()).sections if isinstance(section, Section)]

    assert kinds == ["head", "summary", "chronology", "stakeholders", "quotes", "contacts", "sources", "open"]
