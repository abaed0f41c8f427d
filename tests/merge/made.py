"""Releases made of a few facts, each with its words in the text."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field

from reporter.model.blocks import Block
from reporter.model.document import Document, Source
from reporter.model.facts import (
    Contact,
    Country,
    Dateline,
    Email,
    Event,
    Facts,
    Figure,
    Organisation,
    Person,
    Phone,
    Phrase,
    Quote,
    Release,
    Role,
    Status,
    SummarySentence,
)
from reporter.model.spans import Span

RULE = "test"


@dataclass
class Draft:
    """A release in the making: every method adds a line to the text and a fact to the release."""

    path: str = "a.txt"
    day: dt.date | None = dt.date(2015, 8, 19)
    issuer: str | None = None
    place: str = "Dushanbe"
    home: str | None = None
    title: str = "Bridge opened"
    text: str = ""
    people: list[Person] = field(default_factory=list)
    bodies: list[Organisation] = field(default_factory=list)
    countries: list[Country] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    summary: list[SummarySentence] = field(default_factory=list)

    made: Release | None = None

    def __post_init__(self) -> None:
        self.title_span = self.line(self.title)

    def line(self, words: str) -> Span:
        start = len(self.text)
        self.text += f"{words}\n"
        return Span(start, start + len(words))

    def person(self, name: str, title: str | None = None, body: str | None = None) -> Draft:
        self.people.append(Person(name=name, title=title, organisation=body, mentions=(self.line(name),), rule=RULE))
        return self

    def body(self, name: str, acronym: str | None = None, country: str | None = None, role: str | None = None) -> Draft:
        span = self.line(name)
        roles = (Role(role="organiser", evidence=span, rule=RULE),) if role else ()
        self.bodies.append(
            Organisation(name=name, acronym=acronym, country=country, mentions=(span,), roles=roles, rule=RULE)
        )
        return self

    def country(self, code: str, name: str) -> Draft:
        self.countries.append(Country(code=code, name=name, mentions=(self.line(name),), rule=RULE))
        return self

    def event(
        self, start: str | None, what: str, end: str | None = None, place: str | None = None, status: Status = "past"
    ) -> Draft:
        span = self.line(what)
        event = Event(
            start=start, end=end, what=what, what_span=span, evidence=(span,), place=place, status=status, rule=RULE
        )
        self.events.append(event)
        return self

    def quote(self, words: str, speaker: str | None = None, group: int = 1) -> Draft:
        self.quotes.append(Quote(text=words, span=self.line(words), group=group, speaker=speaker, rule=RULE))
        return self

    def contact(
        self, name: str | None, number: str, mail: str | None = None, body: str | None = None, *, press: bool = True
    ) -> Draft:
        span = self.line(" ".join(filter(None, (name, body, number, mail))))
        emails = (Email(address=mail, span=span),) if mail else ()
        phones = (Phone(number=number, span=span, rule=RULE),)
        self.contacts.append(
            Contact(span=span, rule=RULE, name=name, organisation=body, phones=phones, emails=emails, press=press)
        )
        return self

    def figure(self, value: float, unit: str, *, approximate: bool = False) -> Draft:
        span = self.line(f"{value:g} {unit}")
        self.figures.append(Figure(value=value, unit=unit, span=span, approximate=approximate, rule=RULE))
        return self

    def sentence(self, words: str) -> Draft:
        self.summary.append(SummarySentence(text=words, span=self.line(words), rule=RULE))
        return self

    def release(self) -> Release:
        """What the draft has become; it is finished."""
        self.made = self.made or self._release()
        return self.made

    def _release(self) -> Release:
        self.line(f"{self.day} {self.home}")
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        issuer = Phrase(text=self.issuer, span=self.line(self.issuer), rule=RULE) if self.issuer else None
        dateline = Dateline(place=self.place, date=self.day, country=self.home, span=Span(0, 1), rule=RULE)
        facts = Facts(
            title=Phrase(text=self.title, span=self.title_span, rule=RULE),
            issuer=issuer,
            dateline=dateline,
            published=self.day,
            people=tuple(self.people),
            organisations=tuple(self.bodies),
            countries=tuple(self.countries),
            events=tuple(self.events),
            quotes=tuple(self.quotes),
            contacts=tuple(self.contacts),
            figures=tuple(self.figures),
            summary=tuple(self.summary),
        )
        document = Document(text=self.text, source=Source(path=self.path, sha256=digest))
        return Release(
            document=document, blocks=(Block(kind="body", span=Span(0, len(self.text)), rule=RULE),), facts=facts
        )


def older(**given: object) -> Draft:
    """The first of two releases."""
    return Draft(**{"path": "a.txt", "title": "Bridge opened in the north", **given})  # type: ignore[arg-type]


def newer(**given: object) -> Draft:
    """The second, two months later."""
    given = {"path": "b.txt", "title": "School built in the south", "day": dt.date(2015, 10, 20), **given}
    return Draft(**given)  # type: ignore[arg-type]
