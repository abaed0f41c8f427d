"""Every utterance once, with its parts together and its speaker's full name."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.language.names import body_words
from reporter.merge.references import Canonical, Order
from reporter.model.briefing import Entry, QuoteLine, Reference
from reporter.model.facts import Quote


def merge(entries: Sequence[Entry], speakers: Canonical, bodies: Canonical, order: Order) -> tuple[QuoteLine, ...]:
    """The quotations of all releases: newest release first, what one person says together, the unnamed last."""
    lines: dict[tuple[str | None, tuple[tuple[str, ...], ...]], QuoteLine] = {}
    for entry in entries:
        for parts in _utterances(entry.release.facts.quotes):
            line = _line(entry, parts, speakers, bodies, order)
            key = (line.speaker, tuple(body_words(part) for part in line.parts))
            lines[key] = _both(lines[key], line, order) if key in lines else line
    newest_first = sorted(lines.values(), key=lambda line: order.newest(line.references))
    firsts = {line.speaker: place for place, line in reversed(list(enumerate(newest_first)))}
    return tuple(sorted(newest_first, key=lambda line: (line.speaker is None, firsts[line.speaker])))


def _utterances(quotes: Sequence[Quote]) -> list[list[Quote]]:
    groups: dict[int, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(quote.group, []).append(quote)
    return list(groups.values())


def _line(entry: Entry, parts: Sequence[Quote], speakers: Canonical, bodies: Canonical, order: Order) -> QuoteLine:
    facts = entry.release.facts
    said = next((part.speaker for part in parts if part.speaker), None)
    person = next((person for person in facts.people if person.name == said), None)
    body = person.body if person else None
    day = facts.published or (facts.dateline.date if facts.dateline else None)
    return QuoteLine(
        parts=tuple(part.text for part in parts),
        speaker=speakers.get((entry.key, said), bodies.get((entry.key, said), said)) if said else None,
        title=next((part.speaker_title for part in parts if part.speaker_title), person.title if person else None),
        organisation=bodies.get((entry.key, body), body) if body else None,
        date=day.isoformat() if day else None,
        language=entry.release.document.language,
        references=order.sorted(Reference(release=entry.key, span=part.span) for part in parts),
    )


def _both(first: QuoteLine, second: QuoteLine, order: Order) -> QuoteLine:
    """One utterance that two releases print; it has the date of the older one."""
    return QuoteLine(
        parts=first.parts,
        speaker=first.speaker,
        title=first.title or second.title,
        organisation=first.organisation or second.organisation,
        date=first.date or second.date,
        language=first.language,
        references=order.sorted((*first.references, *second.references)),
    )
