"""The plain JSON objects of releases and briefings, as other programs see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporter.model.briefing import (
        Briefing,
        ChronologyLine,
        Conflict,
        ContactLine,
        CountryLine,
        Entry,
        FigureLine,
        OrganisationLine,
        PersonLine,
        QuoteLine,
        References,
        RoleLine,
    )
    from reporter.model.diagnostics import Diagnostic
    from reporter.model.document import Source
    from reporter.model.facts import (
        Contact,
        Country,
        Dateline,
        Event,
        Figure,
        Organisation,
        Person,
        Phone,
        Phrase,
        Quote,
        Release,
        Role,
        TimeValue,
    )
    from reporter.model.spans import Span

Record = dict[str, object]


def release_record(release: Release) -> Record:
    """The object `reporter.release/1`."""
    facts = release.facts
    return {
        "schema": "reporter.release/1",
        "source": source_record(release.document.source),
        "text": release.text,
        "language": release.document.language,
        "kind": _phrase(facts.kind),
        "issuer": _issuer(facts.issuer),
        "title": _phrase(facts.title),
        "subtitle": _phrase(facts.subtitle),
        "dateline": _dateline(facts.dateline),
        "published": facts.published.isoformat() if facts.published else None,
        "blocks": [{"kind": block.kind, "span": list(block.span)} for block in release.blocks],
        "dates": [_time(value) for value in facts.dates],
        "events": [_event(event) for event in facts.events],
        "people": [_person(person) for person in facts.people],
        "organisations": [_organisation(organisation) for organisation in facts.organisations],
        "countries": [_country(country) for country in facts.countries],
        "quotes": [_quote(quote) for quote in facts.quotes],
        "contacts": [_contact(contact) for contact in facts.contacts],
        "figures": [_figure(figure) for figure in facts.figures],
        "summary": [{"text": sentence.text, "span": list(sentence.span)} for sentence in facts.summary],
        "diagnostics": [_diagnostic(found) for found in (*release.document.diagnostics, *facts.diagnostics)],
    }


def source_record(source: Source) -> Record:
    """Where a release came from."""
    return {"path": source.path, "media_type": source.media_type, "sha256": source.sha256, "url": source.url}


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def number(value: float) -> float | int:
    """A whole number as an integer: 20, not 20.0."""
    return int(value) if value == int(value) else value


def _phrase(phrase: Phrase | None) -> Record | None:
    return {"text": phrase.text, "span": list(phrase.span)} if phrase else None


def _issuer(phrase: Phrase | None) -> Record | None:
    return {"name": phrase.text, "span": list(phrase.span)} if phrase else None


def _dateline(dateline: Dateline | None) -> Record | None:
    if dateline is None:
        return None
    day = dateline.date.isoformat() if dateline.date else None
    return {"place": dateline.place, "date": day, "span": list(dateline.span)}


def _time(value: TimeValue) -> Record:
    return {"text": value.text, "value": value.value, "end": value.end, "span": list(value.span)}


def _event(event: Event) -> Record:
    return {
        "start": event.start,
        "end": event.end,
        "basis": event.basis,
        "status": event.status,
        "what": event.what,
        "what_span": list(event.what_span),
        "place": event.place,
        "country": event.country,
        "evidence": _spans(event.evidence),
    }


def _roles(roles: Sequence[Role]) -> list[Record]:
    return [{"role": role.role, "evidence": list(role.evidence)} for role in roles]


def _person(person: Person) -> Record:
    return {
        "name": person.name,
        "title": person.title,
        "title_span": _span(person.title_span),
        "organisation": person.organisation,
        "roles": _roles(person.roles),
        "mentions": _spans(person.mentions),
    }


def _organisation(organisation: Organisation) -> Record:
    return {
        "name": organisation.name,
        "acronym": organisation.acronym,
        "roles": _roles(organisation.roles),
        "mentions": _spans(organisation.mentions),
    }


def _country(country: Country) -> Record:
    return {
        "code": country.code,
        "name": country.name,
        "roles": _roles(country.roles),
        "mentions": _spans(country.mentions),
    }


def _quote(quote: Quote) -> Record:
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "speaker_title": quote.speaker_title,
        "cue": quote.cue,
        "group": quote.group,
        "span": list(quote.span),
        "speaker_span": _span(quote.speaker_span),
    }


def _number(phone: Phone) -> Record:
    return {"number": phone.number, "kind": phone.kind, "extension": phone.extension}


def _contact(contact: Contact) -> Record:
    return {
        "name": contact.name,
        "role": contact.role,
        "organisation": contact.organisation,
        "address": contact.address,
        "phones": [_number(phone) | {"span": list(phone.span)} for phone in contact.phones],
        "emails": [{"address": email.address, "span": list(email.span)} for email in contact.emails],
        "urls": list(contact.urls),
        "handles": list(contact.handles),
        "press": contact.press,
        "span": list(contact.span),
    }


def _figure(figure: Figure) -> Record:
    return {
        "value": number(figure.value),
        "upper": None if figure.upper is None else number(figure.upper),
        "approximate": figure.approximate,
        "unit": figure.unit,
        "span": list(figure.span),
    }


def _diagnostic(found: Diagnostic) -> Record:
    return {
        "code": found.code,
        "severity": found.severity,
        "message": found.message,
        "span": _span(found.span),
    }


def briefing_record(briefing: Briefing) -> Record:
    """The object `reporter.briefing/1`."""
    start, end = briefing.start, briefing.end
    return {
        "schema": "reporter.briefing/1",
        "title": briefing.title,
        "date": briefing.date.isoformat() if briefing.date else None,
        "period": {"start": start.isoformat(), "end": end.isoformat()} if start and end else None,
        "releases": [_entry(entry) for entry in briefing.entries],
        "summary": [{"text": line.text, "references": _references(line.references)} for line in briefing.summary],
        "figures": [_figure_line(line) for line in briefing.figures],
        "chronology": [_chronology_line(line) for line in briefing.chronology],
        "people": [_person_line(line) for line in briefing.people],
        "organisations": [_organisation_line(line) for line in briefing.organisations],
        "countries": [_country_line(line) for line in briefing.countries],
        "quotes": [_quote_line(line) for line in briefing.quotes],
        "contacts": [_contact_line(line) for line in briefing.contacts],
        "conflicts": [_conflict(conflict) for conflict in briefing.conflicts],
        "gaps": [
            {"code": gap.code, "message": gap.message, "references": _references(gap.references)}
            for gap in briefing.gaps
        ],
    }


def _shared_source(source: Source) -> Record:
    """The source in a note that travels: where it lay on somebody's disk is nobody else's business."""
    return {**source_record(source), "path": source.file}


def _references(references: References) -> list[Record]:
    return [{"release": reference.release, "span": list(reference.span)} for reference in references]


def _entry(entry: Entry) -> Record:
    facts = entry.release.facts
    return {
        "key": entry.key,
        "title": facts.title.text if facts.title else None,
        "issuer": entry.issuer or (facts.issuer.text if facts.issuer else None),
        "published": facts.published.isoformat() if facts.published else None,
        "source": _shared_source(entry.release.document.source),
        "also": [_shared_source(release.document.source) for release in entry.also],
    }


def _figure_line(line: FigureLine) -> Record:
    return {
        "value": number(line.value),
        "upper": None if line.upper is None else number(line.upper),
        "approximate": line.approximate,
        "unit": line.unit,
        "text": line.text,
        "references": _references(line.references),
    }


def _chronology_line(line: ChronologyLine) -> Record:
    return {
        "start": line.start,
        "end": line.end,
        "basis": line.basis,
        "status": line.status,
        "what": line.what,
        "place": line.place,
        "country": line.country,
        "references": _references(line.references),
    }


def _role_lines(roles: Sequence[RoleLine]) -> list[Record]:
    return [{"role": role.role, "references": _references(role.references)} for role in roles]


def _person_line(line: PersonLine) -> Record:
    return {
        "name": line.name,
        "aliases": list(line.aliases),
        "positions": [
            {"title": held.title, "organisation": held.organisation, "references": _references(held.references)}
            for held in line.positions
        ],
        "roles": _role_lines(line.roles),
        "references": _references(line.references),
    }


def _organisation_line(line: OrganisationLine) -> Record:
    return {
        "name": line.name,
        "acronym": line.acronym,
        "aliases": list(line.aliases),
        "parent": line.parent,
        "country": line.country,
        "roles": _role_lines(line.roles),
        "references": _references(line.references),
    }


def _country_line(line: CountryLine) -> Record:
    return {
        "code": line.code,
        "name": line.name,
        "roles": _role_lines(line.roles),
        "references": _references(line.references),
    }


def _quote_line(line: QuoteLine) -> Record:
    return {
        "parts": list(line.parts),
        "speaker": line.speaker,
        "title": line.title,
        "organisation": line.organisation,
        "date": line.date,
        "language": line.language,
        "references": _references(line.references),
    }


def _contact_line(line: ContactLine) -> Record:
    return {
        "name": line.name,
        "role": line.role,
        "organisation": line.organisation,
        "address": line.address,
        "phones": [_number(phone) for phone in line.phones],
        "emails": list(line.emails),
        "urls": list(line.urls),
        "press": line.press,
        "references": _references(line.references),
    }


def _conflict(conflict: Conflict) -> Record:
    return {
        "about": conflict.about,
        "values": [{"value": one.value, "references": _references(one.references)} for one in conflict.values],
    }
