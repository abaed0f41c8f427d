"""Time expressions as they stand: what they name of the calendar, before the release's date is known."""

from __future__ import annotations

from reporter.locales import Locale
from reporter.mentions.times import building, grammar, holidays, refusals, scanning
from reporter.model.mentions import TimeMention


def find(text: str, locale: Locale) -> tuple[TimeMention, ...]:
    """The mentions of a text, in order and without overlaps."""
    words = scanning.scan(text, locale)
    mentions: list[TimeMention] = []
    for run in scanning.runs(words.letters, grammar.core()):
        mentions += _in_run(words, *run)
    named = holidays.find(text, locale) if words.holds(holidays.endings(locale)) else []
    return tuple(building.joined(_with_holidays(mentions, named), text))


def _with_holidays(mentions: list[TimeMention], named: list[TimeMention]) -> list[TimeMention]:
    """The mentions with the named days, in text order; a name wins over what it holds ("May" of "May Day")."""
    if not named:
        return mentions
    others = [mention for mention in mentions if not any(day.span.overlaps(mention.span) for day in named)]
    return sorted([*others, *named], key=lambda mention: mention.span)


def _in_run(words: scanning.Words, place: int, end: int) -> list[TimeMention]:
    mentions: list[TimeMention] = []
    while found := grammar.first(words.letters, place, end):
        rule, start, stop = found
        built = [] if refusals.refuses(rule, words, (start, stop)) else building.build(rule, words[start:stop])
        mentions += built
        place = stop if built else start + 1
    return mentions
