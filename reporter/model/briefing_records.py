"""The plain JSON object of a briefing, as other programs see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reporter.model.release_records import Record, number, phone_record, source_record

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
    from reporter.model.document import Source


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
        "phones": [phone_record(phone) for phone in line.phones],
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
