"""The plain JSON object of a release, as other programs see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def phone_record(phone: Phone) -> Record:
    """A telephone number without its place."""
    return {"number": phone.number, "kind": phone.kind, "extension": phone.extension}


def _contact(contact: Contact) -> Record:
    return {
        "name": contact.name,
        "role": contact.role,
        "organisation": contact.organisation,
        "address": contact.address,
        "phones": [phone_record(phone) | {"span": list(phone.span)} for phone in contact.phones],
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
