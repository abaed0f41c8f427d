"""What the releases leave open and a reader of the note would miss, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reporter.merge.duplicates import release_date
from reporter.model.briefing import Entry, Gap, QuoteLine, Reference
from reporter.model.spans import Span


def find(entries: Sequence[Entry], quotes: Sequence[QuoteLine]) -> tuple[Gap, ...]:
    """The gaps, by release."""
    return (*_of_releases(entries), *_of_quotes(quotes), *_of_numbers(entries))


def _of_releases(entries: Sequence[Entry]) -> Iterator[Gap]:
    for entry in entries:
        facts = entry.release.facts
        opening = facts.title.span if facts.title else Span(0, len(entry.release.text.split("\n", 1)[0]))
        at = (Reference(release=entry.key, span=opening),)
        day = release_date(entry.release)
        if day is None:
            yield Gap(code="date-missing", message=f"The release {entry.key} prints no date.", references=at)
        if facts.issuer is None:
            which = f"of {_printed(day)}" if day else entry.key
            yield Gap(code="issuer-missing", message=f"The release {which} prints no issuer.", references=at)


def _printed(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _of_quotes(quotes: Sequence[QuoteLine]) -> Iterator[Gap]:
    unnamed = [quote for quote in quotes if quote.speaker is None]
    if unnamed:
        references = tuple(sorted(reference for quote in unnamed for reference in quote.references[:1]))
        count = "One quotation has" if len(unnamed) == 1 else f"{len(unnamed)} quotations have"
        message = f"{count} no speaker whom the text names."
        yield Gap(code="quote-without-speaker", message=message, references=references)


def _of_numbers(entries: Sequence[Entry]) -> Iterator[Gap]:
    """Numbers that nobody can dial from abroad."""
    found = [
        (entry, phone)
        for entry in entries
        for contact in entry.release.facts.contacts
        for phone in contact.phones
        if contact.press and not phone.number.startswith("+")
    ]
    if found:
        printed = ", ".join(dict.fromkeys(phone.span.of(entry.release.text) for entry, phone in found))
        references = tuple(Reference(release=entry.key, span=phone.span) for entry, phone in found)
        message = f"The country of these telephone numbers is not clear: {printed}."
        yield Gap(code="phone-without-country", message=message, references=references)
