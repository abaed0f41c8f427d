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
        facts, day = entry.release.facts, release_date(entry.release)
        opening = facts.title.span if facts.title else Span(0, len(entry.release.text.split("\n", 1)[0]))
        at = (Reference(release=entry.key, span=opening),)
        which = f"The release {_named(entry, day)}"
        if day is None and facts.issuer is None:
            yield Gap(code="date-and-issuer-missing", message=f"{which} prints neither date nor issuer.", references=at)
        elif day is None:
            yield Gap(code="date-missing", message=f"{which} prints no date.", references=at)
        elif facts.issuer is None:
            yield Gap(code="issuer-missing", message=f"{which} prints no issuer.", references=at)


def _named(entry: Entry, day: date | None) -> str:
    title = entry.release.facts.title
    if day:
        return f"of {_printed(day)}"
    return f"“{' '.join(title.text.split())}”" if title else entry.key


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
