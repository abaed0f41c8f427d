"""The lines of the note, each made from a line of the briefing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.language.characters import folded
from reporter.model.briefing import (
    Briefing,
    ChronologyLine,
    Conflict,
    ContactLine,
    CountryLine,
    Entry,
    FigureLine,
    Gap,
    OrganisationLine,
    PersonLine,
    QuoteLine,
    References,
    SummaryLine,
)
from reporter.model.document import Source
from reporter.notes.cards import Cards, linked
from reporter.notes.editing import cut, pieces, whole
from reporter.notes.parties import Party
from reporter.notes.places import Places
from reporter.notes.views import (
    ClaimView,
    ContactView,
    EventView,
    FigureView,
    FileView,
    OpenView,
    PartyView,
    PersonView,
    QuoteView,
    ReferencesView,
    SentenceView,
    SourceView,
)
from reporter.notes.wording import Wording, day_of

_DIGITS_OF_DIGEST = 16
_MOST_REFERENCES = 6
"""Of what the releases leave open, which no annex repeats."""
_SAME_WORDS = 2
_STEM = 5
"""Letters that Minister and Ministry, Secretary and Secretariat, Governor and Government share."""
# EUR
_CURRENCY = re.compile(r"[A-Z]{3}")
# Between the paragraphs of one utterance, where the next one opens with a mark again.
_REOPENED = re.compile(r"\s*\n\s*(?=[\"“«„])")
_OPENING = '"“«„'


class Lines:
    """Makes views of a briefing's lines."""

    def __init__(self, briefing: Briefing, wording: Wording) -> None:
        self.places = Places(briefing, wording)
        self._wording = wording
        self._entries = {entry.key: entry for entry in briefing.entries}
        self._cards = Cards(self._entries, wording)
        self._countries = {line.code: folded(line.name) for line in briefing.countries}
        self._acronyms = {line.name: line.acronym for line in briefing.organisations if line.acronym}

    def sentence(self, line: SummaryLine, limit: int | None) -> SentenceView:
        """A sentence of the summary."""
        return SentenceView(
            pieces=pieces(line.text, line.references, self._entries, self._wording),
            lang=self._lang(line.references),
            references=self.places.view(line.references, limit),
        )

    def figure(self, line: FigureLine, limit: int | None) -> FigureView:
        """A key figure."""
        unit, lang = folded(line.unit), self._lang(line.references)
        printed = self._printed(line)
        is_money = printed and _CURRENCY.fullmatch(unit)
        return FigureView(
            value=printed or self._number(line),
            words=lang if printed else "",
            unit=self._wording.currency(unit) if is_money else unit,
            lang="" if is_money else lang,
            references=self.places.view(line.references, limit),
        )

    def _printed(self, line: FigureLine) -> str:
        """The number as the release has it, "more than" and all; empty for one in plain words, which digits tell better."""
        text, unit = folded(line.text), folded(line.unit)
        if _CURRENCY.fullmatch(unit):
            return text
        number = text.removesuffix(unit).strip()
        if number == text or not (line.approximate or any(letter.isdecimal() for letter in number)):
            return ""
        return number

    def _number(self, line: FigureLine) -> str:
        number, say = self._wording.number, self._wording.say
        value = number(line.value)
        if line.upper is not None:
            value = say("figure.range", value=value, upper=number(line.upper))
        return say("figure.about", value=value) if line.approximate else value

    def event(self, line: ChronologyLine, limit: int | None) -> EventView:
        """A line of the chronology."""
        return EventView(
            date=folded(self._wording.date(line.start, line.end)),
            datetime=_iso(line.start),
            inferred=line.basis == "inferred",
            status="" if line.status == "past" else line.status,
            marks=self._marks(line),
            pieces=cut(pieces(whole(line.what), line.references, self._entries, self._wording)),
            place=self._place(line),
            lang=self._lang(line.references),
            references=self.places.view(line.references, limit),
        )

    def party(self, party: Party, limit: int | None) -> PartyView:
        """An organisation or a country in one role."""
        line = party.line
        named = isinstance(line, OrganisationLine)
        return PartyView(
            role=self._wording.labels[f"role.{party.role}"],
            name=self._body(line, limit) if isinstance(line, OrganisationLine) else self._state(line),
            lang=self._lang(party.references) if named else "",
            references=self.places.view(party.references, limit),
        )

    def _state(self, line: CountryLine) -> str:
        return self._wording.country(line.code, folded(line.name))

    def _body(self, line: OrganisationLine, limit: int | None) -> str:
        """The name with its acronym; its other names where there is room."""
        name, acronym = folded(line.name), folded(line.acronym or "")
        others = [folded(alias) for alias in line.aliases if alias != line.acronym] if limit is None else []
        added = [acronym] if acronym and acronym not in name.split() else []
        added += [self._wording.say("organisation.aliases", names=", ".join(others))] if others else []
        return f"{name} ({'; '.join(added)})" if added else name

    def person(self, line: PersonLine, limit: int | None) -> PersonView:
        """A person with the newest position, and with all others where there is room."""
        held = line.positions if limit is None else line.positions[-1:]
        positions = [self._position(one.title, one.organisation) for one in reversed(held)]
        parts = [self._wording.labels[f"part.{role.role}"] for role in line.roles]
        return PersonView(
            name=folded(line.name),
            aliases=self._aliases("person", line.aliases) if limit is None else "",
            positions=tuple(dict.fromkeys(filter(None, positions))),
            parts=", ".join(dict.fromkeys(parts)),
            lang=self._lang(line.references),
            references=self.places.view(line.references, limit),
        )

    def quote(self, line: QuoteLine, limit: int | None) -> QuoteView:
        """An utterance with its speaker."""
        language = folded(line.language)
        return QuoteView(
            paragraphs=self._quoted(line.parts),
            speaker=folded(line.speaker or "") or self._wording.labels["quote.unnamed"],
            position=self._position(line.title, line.organisation if line.organisation != line.speaker else None),
            date=folded(self._wording.date(line.date)) if line.date else "",
            datetime=_iso(line.date),
            lang="" if language == self._wording.code else language,
            words=self._lang(line.references),
            references=self.places.view(line.references, limit),
        )

    def _quoted(self, parts: Sequence[str]) -> tuple[str, ...]:
        """Utterances in the note's marks: each paragraph opens with one, each part ends with one."""
        opening, closing = (self._wording.labels[f"mark.quote_{end}"] for end in ("open", "close"))
        found: list[str] = []
        for part in parts:
            paragraphs = [folded(one).lstrip(_OPENING) for one in _REOPENED.split(part)]
            marked = [f"{opening}{one}" for one in paragraphs]
            marked[-1] += closing
            if found:
                found[-1] += f" {marked.pop(0)}"
            found += marked
        return tuple(found)

    def contact(self, line: ContactLine, limit: int | None) -> ContactView:
        """A contact card."""
        name, role, organisation = (folded(word or "") for word in (line.name, line.role, line.organisation))
        return ContactView(
            name=name or organisation or role or self._wording.labels["role.contact"],
            position=", ".join(filter(None, (role if name or organisation else "", organisation if name else ""))),
            remark="" if line.press else self._wording.labels["contact.other"],
            lines=tuple(self._cards.lines(line)),
            lang=self._lang(line.references),
            references=self.places.view(line.references, limit),
        )

    def source(self, entry: Entry, limit: int | None) -> SourceView:
        """A release among the sources."""
        del limit
        facts, labels = entry.release.facts, self._wording.labels
        day = facts.published or (facts.dateline.date if facts.dateline else None)
        url = entry.release.document.source.url or ""
        language = entry.release.document.language
        return SourceView(
            anchor=self.places.anchor(entry.key),
            key=folded(entry.key),
            title=folded(facts.title.text) if facts.title else labels["source.untitled"],
            issuer=folded(entry.issuer or facts.issuer.text) if facts.issuer else labels["source.no_issuer"],
            date=self._wording.date(day) if day else labels["source.undated"],
            datetime=day.isoformat() if day else "",
            files=tuple(_file(one.document.source) for one in (entry.release, *entry.also)),
            url=linked(url).href,
            lang="" if language == self._wording.code or not facts.title else language,
        )

    def conflict(self, conflict: Conflict) -> OpenView:
        """What releases differ on."""
        claims = (
            ClaimView(value=folded(one.value), references=self.places.view(one.references)) for one in conflict.values
        )
        return OpenView(
            message=self._wording.say("open.conflict", about=folded(conflict.about)),
            claims=tuple(claims),
            references=ReferencesView(items=(), more=""),
        )

    def gap(self, gap: Gap) -> OpenView:
        """What the releases do not say."""
        return OpenView(
            message=self._told(gap), claims=(), references=self.places.view(gap.references, _MOST_REFERENCES)
        )

    def _told(self, gap: Gap) -> str:
        """What is missing, in the note's language as far as its labels go."""
        label = f"gap.{gap.code}"
        if self._wording.writes_names or label not in self._wording.labels:
            return folded(gap.message)
        keys = dict.fromkeys(folded(one.release) for one in gap.references)
        return self._wording.say(label, releases=self._wording.listing(list(keys)))

    def _lang(self, references: References) -> str:
        """The language of a line's release, where it is not the note's."""
        entry = self._entries.get(references[0].release) if references else None
        language = entry.release.document.language if entry else self._wording.code
        return "" if language == self._wording.code else language

    def _marks(self, line: ChronologyLine) -> str:
        found = ["inferred"] if line.basis == "inferred" else []
        found += [] if line.status == "past" else [line.status]
        return ", ".join(self._wording.labels[f"event.{mark}"] for mark in found)

    def _place(self, line: ChronologyLine) -> str:
        place = folded(line.place or "")
        country = self._wording.country(line.country, self._countries.get(line.country)) if line.country else ""
        return ", ".join(filter(None, (place, "" if country in place else country)))

    def _position(self, title: str | None, organisation: str | None) -> str:
        """Title and body, the body once."""
        title, organisation = folded(title or ""), folded(organisation or "")
        names = (organisation, folded(self._acronyms.get(organisation) or ""))
        if title and (any(name and name in title for name in names) or _says_body(title, organisation)):
            return title
        return ", ".join(filter(None, (title, organisation)))

    def _aliases(self, thing: str, aliases: Sequence[str]) -> str:
        return self._wording.say(f"{thing}.aliases", names=", ".join(map(folded, aliases))) if aliases else ""


def _says_body(title: str, organisation: str) -> bool:
    """Whether a title tells the body: Minister of Internal Affairs, Ministry of Internal Affairs."""
    office, body = title.lower().split(), organisation.lower().split()
    same = 0
    for ours, theirs in zip(reversed(office), reversed(body), strict=False):
        if ours != theirs:
            break
        same += 1
    if same < _SAME_WORDS:
        return False
    return any(ours[:_STEM] == theirs[:_STEM] for ours in office[:-same] for theirs in body[:-same])


def _iso(value: str | None) -> str:
    """The first day of a date, for machines; empty where it is none."""
    day = day_of(value)
    return day.isoformat() if day else ""


def _file(source: Source) -> FileView:
    return FileView(name=folded(source.file), digest=source.sha256[:_DIGITS_OF_DIGEST])
