"""What releases contradict one another about: both sides stand, nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import combinations

from reporter import locales
from reporter.language.names import body_words
from reporter.merge.chronology import Merged, Told, same_place
from reporter.merge.duplicates import release_date
from reporter.merge.likeness import jaccard, shared, stems
from reporter.merge.references import Order
from reporter.model.briefing import Conflict, ConflictValue, Entry, PersonLine, Position, Reference
from reporter.model.facts import Figure

_SAME_WORDS = 0.6
_WORDS_SHARED = 4
_DAYS_APART = 31
_DAYS_OF_ONE_NEWS = 3
_DAYS_OF_ONE_POST = 7
_ABOUT_WORDS = 14
_NEARLY = 0.1
# Words that make another post of a position.
_MODIFIERS = frozenset(("deputy", "vice", "acting", "former", "interim", "assistant", "associate", "first", "honorary"))


def find(
    entries: Sequence[Entry], events: Sequence[Merged], people: Sequence[PersonLine], order: Order
) -> tuple[Conflict, ...]:
    """Different dates of one event, different counts at one event, different posts of one person on one day."""
    days = {entry.key: entry.release.facts.published for entry in entries}
    return (*_dates(events, order), *_counts(events, order), *_posts(people, days))


def _dates(events: Sequence[Merged], order: Order) -> Iterator[Conflict]:
    for one, other in _near_in_time(events):
        if any(_differ_on_date(ours, theirs) for ours in one.told for theirs in other.told):
            values = (
                ConflictValue(value=_printed(event), references=order.sorted(event.line.references))
                for event in (one, other)
            )
            yield Conflict(about=f"the date of “{_brief(one.line.what)}”", values=tuple(values))


def _near_in_time(events: Sequence[Merged]) -> Iterator[tuple[Merged, Merged]]:
    ordered = sorted(events, key=lambda event: event.line.start)
    days = [_start(event) for event in ordered]
    for place, event in enumerate(ordered):
        for other in range(place + 1, len(ordered)):
            if days[other] - days[place] > _DAYS_APART:
                break
            yield event, ordered[other]


def _start(event: Merged) -> int:
    days = event.told[0].days
    return days.first.toordinal() if days else 0


def _differ_on_date(one: Told, other: Told) -> bool:
    """Whether two releases tell of one named event on different days."""
    if one.entry.key == other.entry.key or not one.days or not other.days:
        return False
    if one.days.holds(other.days) or other.days.holds(one.days) or not same_place(one.event, other.event):
        return False
    if not one.deed & other.deed & _gatherings() or not _same_news(one, other):
        return False
    return jaccard(one.words, other.words) >= _SAME_WORDS and shared(one.words, other.words) >= _WORDS_SHARED


@cache
def _gatherings() -> frozenset[str]:
    """Events that have a name and are told of more than once: arrests and accidents come in formulas."""
    return frozenset[str]().union(*map(stems, locales.load("en").words("gatherings")))


def _same_news(one: Told, other: Told) -> bool:
    """Whether one release announces what the other reports, or both report at nearly the same time."""
    if "planned" in (one.event.status, other.event.status):
        return True
    first, second = release_date(one.entry.release), release_date(other.entry.release)
    return abs((first - second).days) <= _DAYS_OF_ONE_NEWS if first and second else False


def _printed(event: Merged) -> str:
    return f"{_day(event.line.start)} to {_day(event.line.end)}" if event.line.end else _day(event.line.start)


def _day(value: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return f"{day.day} {day:%B %Y}"


def _brief(words: str) -> str:
    shown = words.split()
    return " ".join(shown[:_ABOUT_WORDS]).rstrip(".,;:") + (" …" if len(shown) > _ABOUT_WORDS else "")


def _counts(events: Sequence[Merged], order: Order) -> Iterator[Conflict]:
    """Different numbers of the same things, in releases that report the same event; an announcement may err."""
    for event in events:
        about = [told.entry for told in event.told if told.is_main and told.event.status != "planned"]
        for one, other in combinations(about, 2):
            for ours in one.release.facts.figures:
                for theirs in other.release.facts.figures:
                    if _contradict(ours, theirs):
                        sides = [_count(one, ours), _count(other, theirs)]
                        sides.sort(key=lambda side: order.newest(side.references))
                        yield Conflict(about=f"the number of {ours.unit}", values=tuple(reversed(sides)))


def _contradict(one: Figure, other: Figure) -> bool:
    if body_words(one.unit) != body_words(other.unit):
        return False
    room = _NEARLY if one.approximate or other.approximate else 0.0
    ours, theirs = (one.value, one.upper or one.value), (other.value, other.upper or other.value)
    return ours[1] * (1 + room) < theirs[0] or theirs[1] * (1 + room) < ours[0]


def _count(entry: Entry, figure: Figure) -> ConflictValue:
    printed = " ".join(figure.span.of(entry.release.text).split())
    return ConflictValue(value=printed, references=(Reference(release=entry.key, span=figure.span),))


def _posts(people: Sequence[PersonLine], days: dict[str, date | None]) -> Iterator[Conflict]:
    """Two ranks of one position, or two positions of one rank, that different releases of the same days give."""
    for person in people:
        clashing = [
            held
            for held in person.positions
            if any(_differ(held, other) and _same_days(held, other, days) for other in person.positions)
        ]
        if clashing:
            values = (ConflictValue(value=str(held.title), references=held.references) for held in clashing)
            yield Conflict(about=f"the position of {person.name}", values=tuple(values))


def _differ(one: Position, other: Position) -> bool:
    """Director and Deputy Director of a body; Minister of Justice and Minister of Water; but not Minister and Professor."""
    if one.organisation and other.organisation and one.organisation != other.organisation:
        return False
    ours, theirs = body_words(one.title or ""), body_words(other.title or "")
    if not ours or not theirs or _rank(ours) != _rank(theirs):
        return False
    apart = set(ours) ^ set(theirs)
    return bool(apart & _MODIFIERS) or not (set(ours) <= set(theirs) or set(theirs) <= set(ours))


def _rank(words: Sequence[str]) -> str:
    """The word that says what somebody is: "director" of "Deputy Director of Training"."""
    head = next((place for place, word in enumerate(words) if word in ("of", "for", "to")), len(words))
    return words[head - 1] if head else ""


def _same_days(one: Position, other: Position, days: dict[str, date | None]) -> bool:
    """Whether different releases of nearly one date say so; one release may well name two posts of a person."""
    for ours in one.references:
        for theirs in other.references:
            first, second = days.get(ours.release), days.get(theirs.release)
            apart = abs((first - second).days) <= _DAYS_OF_ONE_POST if first and second else False
            if ours.release != theirs.release and apart:
                return True
    return False
