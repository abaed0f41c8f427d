"""The briefing of the two seed releases, made by hand: what the note is tested with."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path

from reporter.language import sentences
from reporter.model.blocks import Block, BlockKind
from reporter.model.briefing import (
    Briefing,
    ChronologyLine,
    ContactLine,
    CountryLine,
    Entry,
    FigureLine,
    Gap,
    OrganisationLine,
    PersonLine,
    Position,
    QuoteLine,
    Reference,
    RoleLine,
    SummaryLine,
)
from reporter.model.document import Document, Source
from reporter.model.facts import Dateline, Facts, Phone, Phrase, Release, RoleKind, TimeValue
from reporter.model.mentions import PhoneKind
from reporter.model.spans import Span

SEEDS = Path(__file__).parent.parent / "seeds"
_STOPS = sentences.Stops.of((), ())
_PARAGRAPH = re.compile(r"[^\n]+")
_BODY: tuple[BlockKind, ...] = ("body",)
_CONTACT: tuple[BlockKind, ...] = ("contact",)
_KINDS_2015: tuple[BlockKind, ...] = ("title", "caption", *_BODY * 5)
_KINDS_2013: tuple[BlockKind, ...] = ("masthead", "label", "title", "caption", "caption", *_BODY * 6)

CENTRE = "The Ministry also gave a briefing on the ongoing establishment of a national cyber crime centre"


def blocks_of(text: str, kinds: tuple[BlockKind, ...]) -> tuple[Block, ...]:
    """The paragraphs of a text as blocks of these kinds; what is left is contact."""
    found = [Span(*one.span()) for one in _PARAGRAPH.finditer(text) if one.group().strip()]
    padded = (*kinds, *_CONTACT * len(found))
    return tuple(
        Block(kind=kind, span=span, rule="test", sentences=sentences.split(text, span, _STOPS))
        for span, kind in zip(found, padded, strict=False)
    )


def release_of(  # noqa: PLR0913  (all by name)
    name: str,
    text: str,
    kinds: tuple[BlockKind, ...],
    *,
    title: str,
    day: dt.date | None,
    issuer: str | None = None,
    language: str = "en",
) -> Release:
    """A release with title, date and issuer, and "today" resolved."""
    dateline = re.search(r"[A-Z]{3,}, \d{1,2} \w+ \d{4}", text)
    today = [Span(*one.span()) for one in re.finditer(r"\btoday\b", text)] if day else []
    assert day is not None or not today
    facts = Facts(
        title=phrase(text, title),
        issuer=phrase(text, issuer) if issuer else None,
        dateline=Dateline(place="Dushanbe", date=day, span=Span(*dateline.span()), rule="test") if dateline else None,
        published=day,
        dates=tuple(TimeValue(span=span, text="today", value=str(day), rule="test") for span in today),
    )
    source = Source(path=name, sha256=hashlib.sha256(text.encode()).hexdigest())
    document = Document(text=text, source=source, language=language)
    return Release(document=document, blocks=blocks_of(text, kinds), facts=facts)


def phrase(text: str, words: str) -> Phrase:
    at = text.index(words)
    return Phrase(text=words, span=Span(at, at + len(words)), rule="test")


def phone(number: str, kind: PhoneKind | None) -> Phone:
    return Phone(number=number, kind=kind, span=Span(0, 1), rule="test")


def seed(number: str) -> str:
    path = next(SEEDS.glob(f"{number}_*.txt"))
    return path.read_text(encoding="utf-8")


def entries() -> tuple[Entry, ...]:
    """Both seeds under their keys, oldest first."""
    older, newer = seed("003"), seed("000")
    return (
        Entry(
            key="OSCE 2013-07-03",
            release=release_of(
                "seeds/003_850c84373b49c818.txt",
                older,
                _KINDS_2013,
                title="OSCE supports conference in Tajikistan on combating cyber crime",
                day=dt.date(2013, 7, 3),
                issuer="OSCE Office in Tajikistan",
            ),
        ),
        Entry(
            key="OSCE 2015-08-19",
            release=release_of(
                "seeds/000_64b45b93b062a75d.txt",
                newer,
                _KINDS_2015,
                title=newer.split("\n", 1)[0],
                day=dt.date(2015, 8, 19),
            ),
        ),
    )


class Pointer:
    """Makes references by the words they cover."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self._texts = {entry.key: entry.release.text for entry in entries}

    def __call__(self, key: str, words: str, *, last: bool = False) -> Reference:
        text = self._texts[key]
        at = text.rindex(words) if last else text.index(words)
        return Reference(release=key, span=Span(at, at + len(words)))


def briefing() -> Briefing:
    """Both seeds, merged as one would by hand."""
    old, new = "OSCE 2013-07-03", "OSCE 2015-08-19"
    both = entries()
    at = Pointer(both)
    texts = {entry.key: entry.release.text for entry in both}

    def sentence(key: str, start: str) -> SummaryLine:
        text = texts[key]
        begin = text.index(start)
        words = text[begin : text.index(".", begin) + 1]
        return SummaryLine(text=words, references=(at(key, words),))

    def role(kind: RoleKind, *references: Reference) -> tuple[RoleLine, ...]:
        return (RoleLine(role=kind, references=references),)

    college = "OSCE Border Management Staff College"
    ministry = "Tajik Ministry of Internal Affairs"
    workshop = at(new, "a third regional two-day workshop, which concluded today")
    organisers = at(new, "The event was co-organized by the College and the UN Office on Drugs and Crime (UNODC)")
    states = at(new, "Twenty government representatives from Afghanistan, Iran, Kazakhstan, Kyrgyzstan, Pakistan,")
    experts = at(new, "Experts from Romania, Russia, the United Kingdom and the UNODC")
    first = at(new, "The threat of cybercrime has grown worldwide")
    quotes = {key: re.findall(r"“([^”]+)”", text) for key, text in texts.items()}
    return Briefing(
        title=None,
        date=dt.date(2015, 8, 19),
        entries=both,
        start=dt.date(2013, 7, 3),
        end=dt.date(2015, 8, 19),
        summary=(
            sentence(new, "DUSHANBE, 19 August 2015"),
            sentence(new, "The event was co-organized"),
            sentence(new, "Twenty government"),
            sentence(old, "DUSHANBE, 3 July 2013"),
            sentence(old, "The Ministry also gave"),
        ),
        figures=(
            FigureLine(value=20, unit="government representatives", references=(states,), text="Twenty"),
            FigureLine(
                value=50,
                unit="practitioners and international experts",
                approximate=True,
                references=(at(old, "some 50 practitioners and international experts"),),
            ),
        ),
        chronology=(
            ChronologyLine(
                start="2013-07-02",
                end="2013-07-03",
                basis="inferred",
                what="A two-day conference on combating cyber crime",
                place="Dushanbe",
                country="TJ",
                references=(at(old, "A two-day conference on combating cyber crime concluded in Dushanbe today"),),
            ),
            ChronologyLine(
                start="2013-07-03",
                what=CENTRE,
                status="ongoing",
                references=(at(old, CENTRE),),
                country="TJ",
            ),
            ChronologyLine(
                start="2015-08-18",
                end="2015-08-19",
                basis="inferred",
                what="a third regional two-day workshop, which concluded today",
                place="Dushanbe",
                country="TJ",
                references=(workshop, at(new, "18 August 2015")),
            ),
        ),
        people=(
            PersonLine(
                name="Dita Nowicka",
                positions=(Position(title=f"Director of the {college}", organisation=college, references=(first,)),),
                roles=role("speaker", first),
                references=(at(new, f"Dita Nowicka, Director of the {college}"),),
            ),
            PersonLine(
                name="Jeremy Milsom",
                positions=(
                    Position(
                        title="Senior Programme Coordinator",
                        organisation="UN Office on Drugs and Crime",
                        references=(at(new, "UNODC Senior Programme Coordinator"),),
                    ),
                ),
                roles=role("speaker", at(new, "Jeremy Milsom")),
                references=(at(new, "Jeremy Milsom, UNODC Senior Programme Coordinator"),),
            ),
            PersonLine(
                name="Ramazon Rahimov",
                positions=(
                    Position(
                        title="Minister of Internal Affairs. Lt-General",
                        organisation=ministry,
                        references=(at(old, "Minister of Internal Affairs. Lt-General"),),
                    ),
                ),
                roles=role("speaker", at(old, "Ramazon Rahimov")),
                references=(at(old, "Ramazon Rahimov"),),
            ),
        ),
        organisations=(
            OrganisationLine(
                name=college,
                aliases=("the College",),
                roles=(
                    *role("organiser", organisers),
                    *role("host", at(new, f"at the premises of the {college}")),
                ),
                references=(organisers,),
            ),
            OrganisationLine(
                name="UN Office on Drugs and Crime",
                acronym="UNODC",
                roles=role("organiser", organisers),
                references=(organisers, experts),
            ),
            OrganisationLine(
                name="OSCE Office in Tajikistan",
                roles=role("supporter", at(old, "with the support of the OSCE Office in Tajikistan", last=True)),
                references=(at(old, "OSCE Office in Tajikistan"),),
            ),
            OrganisationLine(
                name=ministry,
                country="TJ",
                roles=role("requester", at(old, f"on the request of the {ministry}")),
                references=(at(old, ministry),),
            ),
            OrganisationLine(name="OSCE Secretariat", references=(at(old, "OSCE Secretariat"),)),
        ),
        countries=(
            *(
                CountryLine(code=code, name=name, references=(states,), roles=role("participant", states))
                for code, name in (("AF", "Afghanistan"), ("IR", "Iran"), ("KZ", "Kazakhstan"), ("TJ", "Tajikistan"))
            ),
            *(
                CountryLine(code=code, name=name, references=(experts,), roles=role("expert", experts))
                for code, name in (("RO", "Romania"), ("RU", "Russia"), ("GB", "United Kingdom"))
            ),
        ),
        quotes=(
            QuoteLine(
                parts=tuple(quotes[new][:2]),
                speaker="Dita Nowicka",
                title=f"Director of the {college}",
                organisation=college,
                date="2015-08-19",
                references=(at(new, quotes[new][0]), at(new, quotes[new][1])),
            ),
            QuoteLine(
                parts=(quotes[new][2],),
                speaker="Jeremy Milsom",
                title="UNODC Senior Programme Coordinator",
                organisation="UN Office on Drugs and Crime",
                date="2015-08-19",
                references=(at(new, quotes[new][2]),),
            ),
            QuoteLine(
                parts=(quotes[old][0],),
                speaker="Ramazon Rahimov",
                title="Minister of Internal Affairs. Lt-General",
                date="2013-07-03",
                references=(at(old, quotes[old][0]),),
            ),
            QuoteLine(parts=(quotes[old][1],), date="2013-07-03", references=(at(old, quotes[old][1]),)),
        ),
        contacts=(
            ContactLine(
                name="Munira Shoinbekova",
                role="Senior Press and Public Information Assistant",
                organisation="OSCE Office in Tajikistan",
                address="18a Ahmadi Donish Avenue, 734012 Dushanbe, Tajikistan",
                phones=(
                    phone("+992372265014", "office"),
                    phone("+992372265015", "office"),
                    phone("+992988040434", "mobile"),
                    phone("+992372265019", "fax"),
                ),
                references=(at(old, "Munira Shoinbekova"),),
            ),
            ContactLine(
                organisation="OSCE Office in Tajikistan",
                emails=("OiT@osce.org",),
                urls=("www.osce.org",),
                references=(at(old, "OiT@osce.org"),),
            ),
        ),
        gaps=(
            Gap(
                code="issuer-missing",
                message="The release of 19 August 2015 prints no issuer.",
                references=(at(new, "OSCE Border Management Staff College"),),
            ),
        ),
    )


def many(count: int) -> Briefing:
    """A briefing of so many releases: the seeds' lines again and again, each year and place another."""
    one = briefing()
    older = one.entries[0]
    made: list[Entry] = []
    lines: list[ChronologyLine] = []
    said: list[QuoteLine] = []
    people: list[PersonLine] = []
    cards: list[ContactLine] = []
    for number in range(count):
        day = dt.date(2014, 1, 10) + dt.timedelta(days=23 * number)
        key = f"OSCE {day}"
        made.append(Entry(key=key, release=older.release))
        reference = Reference(release=key, span=older.release.blocks[5 + number % 5].span)
        lines.append(
            ChronologyLine(
                start=day.isoformat(),
                what=f"A conference on combating cyber crime, the {number + 1}. of its series",
                place=f"Town {number + 1}",
                country="TJ",
                references=(reference,),
            )
        )
        said.append(
            QuoteLine(
                parts=(f"We meet for the {number + 1}. time.",),
                speaker=f"Speaker {number % 7}",
                date=day.isoformat(),
                references=(reference,),
            )
        )
        people.append(PersonLine(name=f"Speaker {number}", references=(reference,)))
        cards.append(ContactLine(name=f"Officer {number}", emails=(f"o{number}@example.org",), references=(reference,)))
    return Briefing(
        title=None,
        date=dt.date(2016, 1, 1),
        entries=tuple(made),
        start=dt.date(2014, 1, 10),
        end=dt.date(2014, 1, 10) + dt.timedelta(days=23 * (count - 1)),
        chronology=tuple(lines),
        quotes=tuple(said),
        people=tuple(people),
        contacts=tuple(cards),
    )
