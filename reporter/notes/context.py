"""A briefing as the section templates see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from reporter.language.characters import folded
from reporter.model.briefing import Briefing, ChronologyLine, ContactLine, Entry, PersonLine, QuoteLine
from reporter.notes.length import Length, Shares
from reporter.notes.lines import Lines
from reporter.notes.parties import Party, by_role, parties
from reporter.notes.timeline import Timeline
from reporter.notes.views import HeadLine, HeadView, NoteView, TimelineView
from reporter.notes.wording import Wording, day_of

HEAD_LINES = ("to", "from", "reference")
"""Lines that the editor gives, in their order; date and coverage follow them, the comment is last."""

_ISSUERS_IN_TITLE = 2
_ISSUERS_IN_HEAD = 4


def view(  # noqa: PLR0913  (all by name, and each another thing)
    briefing: Briefing,
    wording: Wording,
    *,
    length: Length,
    lines: Mapping[str, str],
    annexes: bool,
    timeline: Timeline | None,
) -> NoteView:
    """All that the templates need.

    Args:
        briefing: What the note says.
        wording: In which language.
        length: How much of it.
        lines: The editor's words for the head: to, from, reference, classification, comment.
        annexes: Whether the note has annexes; without them nothing is moved out of the body.
        timeline: The figure of the chronology, where there is one.
    """
    make = Lines(briefing, wording)
    bodies, states = parties(briefing.organisations), parties(briefing.countries)
    quotes = _by_speaker(briefing.quotes)
    shares = Shares(
        length,
        {
            "figures": len(briefing.figures),
            "chronology": len(briefing.chronology),
            "organisations": len(bodies),
            "countries": len(states),
            "people": len(briefing.people),
            "quotes": len(quotes),
            "contacts": len(briefing.contacts),
            "sources": len(briefing.entries),
        },
        wording,
        annexes=annexes,
    )
    newest = _Newest(briefing)
    sources = shares.deal("sources", briefing.entries, make.source, newest.entry)
    stakeholders = (
        by_role(shares.deal("organisations", bodies, make.party, _weight), "; "),
        by_role(shares.deal("countries", states, make.party, _weight), ", "),
        shares.deal("people", briefing.people, make.person, _standing),
    )
    return NoteView(
        language=wording.code,
        head=head(briefing, wording, lines, annex=sources.annex),
        summary=tuple(make.sentence(line, None) for line in briefing.summary[: shares.sentences]),
        figures=shares.deal("figures", briefing.figures, make.figure),
        chronology=shares.deal("chronology", briefing.chronology, make.event, newest.event),
        timeline=TimelineView(asset=timeline.asset, alt=timeline.alt, caption=timeline.caption) if timeline else None,
        has_inferred=any(line.basis == "inferred" for line in briefing.chronology),
        organisations=stakeholders[0],
        countries=stakeholders[1],
        people=stakeholders[2],
        more_stakeholders=shares.together(*stakeholders),
        quotes=shares.deal("quotes", quotes, make.quote, newest.quote),
        contacts=shares.deal("contacts", briefing.contacts, make.contact, newest.contact),
        sources=sources,
        open=(*map(make.conflict, briefing.conflicts), *map(make.gap, briefing.gaps)),
    )


def head(briefing: Briefing, wording: Wording, lines: Mapping[str, str], *, annex: str) -> HeadView:
    """Title and lines of the head.

    Sources stand in one place, for they are what references lead to: all in the body or all in `annex`, which the
    coverage then names.
    """
    label = wording.labels
    given = [
        HeadLine(label=label[f"head.{kind}"], value=folded(lines[kind]), kind=kind)
        for kind in HEAD_LINES
        if folded(lines.get(kind, ""))
    ]
    if briefing.date:
        date = wording.date(briefing.date)
        given.append(HeadLine(label=label["head.date"], value=date, kind="date", datetime=briefing.date.isoformat()))
    coverage = HeadLine(label=label["head.coverage"], value=_coverage(briefing, wording), kind="coverage")
    given.append(replace(coverage, link=annex, href="#annex-sources") if annex else coverage)
    if briefing.start and briefing.end:
        period = wording.date(briefing.start, briefing.end)
        given.append(HeadLine(label=label["head.period"], value=period, kind="period"))
    if foreign := _foreign(briefing, wording):
        given.append(HeadLine(label=label["head.language"], value=foreign, kind="language"))
    if comment := folded(lines.get("comment", "")):
        given.append(HeadLine(label=label["head.comment"], value=comment, kind="comment"))
    return HeadView(
        title=folded(briefing.title or "") or _title(briefing, wording),
        classification=folded(lines.get("classification", "")),
        lines=tuple(given),
    )


def issuers(briefing: Briefing) -> tuple[str, ...]:
    """The names of those who issued the releases, each once: who issued most comes first, then who did last."""
    printed = (entry.release.facts.issuer for entry in reversed(briefing.entries))
    return tuple(name for name, _ in Counter(folded(issuer.text) for issuer in printed if issuer).most_common())


def _title(briefing: Briefing, wording: Wording) -> str:
    names = _some(issuers(briefing), _ISSUERS_IN_TITLE, wording)
    period = wording.months(briefing.start, briefing.end) if briefing.start and briefing.end else ""
    if names and period:
        return wording.say("title.of_period", issuers=names, period=period)
    if names:
        return wording.say("title.of", issuers=names)
    return wording.say("title.period", period=period) if period else wording.labels["title.plain"]


def _coverage(briefing: Briefing, wording: Wording) -> str:
    releases = wording.count("release", len(briefing.entries))
    names = _some(issuers(briefing), _ISSUERS_IN_HEAD, wording)
    nameless = sum(entry.release.facts.issuer is None for entry in briefing.entries)
    if not names:
        return releases
    if not nameless:
        return wording.say("coverage.issued", releases=releases, issuers=names)
    words = wording.count("nameless", nameless)
    return wording.say("coverage.partly", releases=releases, issuers=names, nameless=words)


def _some(names: tuple[str, ...], most: int, wording: Wording) -> str:
    if len(names) <= most + 1:
        return wording.listing(names)
    return wording.listing((*names[:most], wording.count("issuer", len(names) - most)))


def _foreign(briefing: Briefing, wording: Wording) -> str:
    codes = dict.fromkeys(entry.release.document.language for entry in briefing.entries)
    names = [wording.language(code) for code in codes if code != wording.code]
    return wording.say("head.languages", languages=wording.listing(names)) if names else ""


def _by_speaker(quotes: tuple[QuoteLine, ...]) -> tuple[QuoteLine, ...]:
    """What one person says stands together; the order is that of everybody's first words."""
    grouped: dict[str | int, list[QuoteLine]] = {}
    for at, quote in enumerate(quotes):
        grouped.setdefault(quote.speaker or at, []).append(quote)
    return tuple(quote for group in grouped.values() for quote in group)


class _Newest:
    """Ranks lines: what is newest comes first."""

    def __init__(self, briefing: Briefing) -> None:
        self._days = {entry.key: _day(entry) for entry in briefing.entries}
        self._first = frozenset(_one_each(briefing.quotes))

    def event(self, line: ChronologyLine) -> int:
        day = day_of(line.start)
        return -day.toordinal() if day else 0

    def entry(self, entry: Entry) -> int:
        return -self._days[entry.key]

    def contact(self, line: ContactLine) -> tuple[bool, int]:
        return not line.press, -max((self._days.get(one.release, 0) for one in line.references), default=0)

    def quote(self, line: QuoteLine) -> tuple[bool, bool, int]:
        """A quotation of every release before a second one of any, and those whose speaker is named before others."""
        return line.speaker is None, line not in self._first, -_ordinal(line)


def _one_each(quotes: tuple[QuoteLine, ...]) -> tuple[QuoteLine, ...]:
    """The first named words of every release."""
    named = (line for line in reversed(quotes) if line.speaker and line.references)
    return tuple({line.references[0].release: line for line in named}.values())


def _ordinal(line: QuoteLine) -> int:
    day = day_of(line.date)
    return day.toordinal() if day else 0


def _day(entry: Entry) -> int:
    facts = entry.release.facts
    day = facts.published or (facts.dateline.date if facts.dateline else None)
    return day.toordinal() if day else 0


def _weight(party: Party) -> tuple[bool, int]:
    return party.role == "named", -len(party.references)


def _standing(line: PersonLine) -> tuple[bool, bool, int]:
    """Whoever only takes calls comes after those who act; the contacts have a section of their own."""
    only_contact = bool(line.roles) and all(one.role == "contact" for one in line.roles)
    return only_contact, not line.positions, -len(line.references)
