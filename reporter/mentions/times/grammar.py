"""The rules of time expressions: patterns over classes of words.

A pattern is written with names of classes and, in capitals, of the phrases below, with `?`, `{0,6}` and groups, `~(…)` for
"not followed by", `=(…)` for "followed by": "N of? M CY" stands for `3 July 2013`. Rules are tried from the first to the last at every
word, so longer ones come first. What a match means is in `reporter.mentions.times.building`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from reporter.mentions.times import scanning

_PHRASES = {
    # A month by name, with the stop of its short form.
    "M": "(month|month-shy|month-short dot?)",
    # A day of a month, in figures or words.
    "D": "(day-or-month|day|nth|the (nth|ordinal|ordinal-second))",
    "N": "(day-or-month|day|nth)",
    # The year that follows a month.
    "CY": "((comma|of)? year|short)",
    "WD": "((weekday|weekday-short dot?) comma? the?)",
    "JOIN": "(dash|to|and|slash)",
    "STEP": "(step|step-past|step-previous|step-current|step-coming|step-following|step-same)",
    "UNIT": "(unit|quarter|half|weekend)",
    "UNITS": "(units|units-hours|weekends)",
    "WORDS": "(number-ten dash? number|number-ten|number)",
    "FIGURE": "(day-or-month|day|count|thousands|decimal|four-digits)",
    "COUNT": "(FIGURE|WORDS|vague of?|vague-some|article vague of?|article)",
    "ABOUT": "(about|(more|less) than|at least|up to|just about)",
    "ORD": "(ordinal|ordinal-second|ordinal-final|nth|step)",
    "EDGE": "(the? very? (edge-of of the?|edge dash?|edge-of dash))",
    "MERIDIEM": "(meridiem|(article|meridiem-p) dot meridiem-m dot?)",
    "CLOCK": "((clock MERIDIEM?|hour|(day-or-month|decimal) MERIDIEM) ZONE?|(clock|four-digits|year) (ZONE|units-hours))",
    "ZONE": "(local time?|zone)",
    "NEAR": "(the? unit (before|after) near|(edge|edge-er)? near (weekday ~(dash))? part?|near-night|step part)",
    "FISCAL": "(fiscal|calendar)",
}

RULES: tuple[tuple[str, str], ...] = (
    # Wed. 3.7.2013; 03/07/2013
    ("figures", "WD? figures"),
    # 29 December 2013 – 2 January 2014; May 29 – June 2, 2014; from 29 May to 2 June 2014
    ("full-range", "WD? N of? M CY? (dash|to) WD? N of? M CY?"),
    ("full-range", "WD? M N CY? (dash|to) WD? M N CY?"),
    # 6 to 11 June; 1, 2 and 3 May 2014; 3/4 May
    ("days", "WD? D (comma WD? D){0,6} comma? JOIN WD? D of? M CY?"),
    # June 5-9, 2014; June 5, 6 and 7; May 5 to 9
    ("days", "WD? M N (comma N){0,6} comma? (JOIN N) (CY|~(dot? UNITS|money))"),
    # Friday, 3 July 2013; the 3rd of July; 3 July
    ("day", "WD? N dash M dash year"),
    ("day", "WD? D of? M CY"),
    ("day-of-year", "WD? D of? M of? the? step unit"),
    ("day-of-year", "WD? M the? N of? the? step unit"),
    ("day", "WD? D of? M"),
    # Friday, July 3, 2013; July 3rd
    ("day", "WD? M the? N (CY|~(dash? UNITS|money|dash? unit))"),
    # January–May 2014; March and April 2014; March/April
    ("months", "EDGE? M (dash|and|to|slash) M CY"),
    ("months", "M (dash|slash) M"),
    # early July 2013; the end of June; next May; July
    ("month", "(EDGE|STEP)? M CY"),
    ("month-of-year", "EDGE? M of? the? step unit"),
    ("month", "(EDGE|STEP)? M"),
    # the first nine months of 2013
    ("first-months", "the? ordinal COUNT UNITS of year"),
    # Q3 2014; the third quarter of 2014; the second half of last year; the first week of June
    ("quarter", "code ((comma|of)? year|short)?"),
    ("quarter", "the? ORD dash? quarter ((comma|of)? the? FISCAL? year|of? the? STEP FISCAL? unit)?"),
    ("half", "the? ORD half ((comma|of)? year|of? the? STEP FISCAL? unit)"),
    ("half", "the? (ordinal|ordinal-second) half of the FISCAL? unit"),
    ("part-of-period", "the? ORD (unit|weekend) (of|in) (M CY?|year|the? STEP unit)"),
    # fiscal year 2014; FY14; the 2013/14 financial year
    ("fiscal", "the? fiscal unit? (year ((slash|dash) (year|day-or-month|day|count))?|short)"),
    ("fiscal", "fiscal-year dot? (year|short)"),
    ("fiscal", "accounts"),
    ("fiscal", "the? year ((slash|dash) (year|day-or-month|day|count))? FISCAL unit"),
    ("fiscal", "EDGE? the? STEP? fiscal unit"),
    # the early 1990s; the nineties; the 21st century; twenty-first century
    ("decade", "the? (edge dash?)? decade"),
    ("century", "the? (edge dash?)? (nth|number-ten dash ordinal|ordinal) dash? century"),
    # spring 2014; last autumn; in the summer
    ("season", "EDGE? (STEP|the)? (season|season-shy) (comma|of)? year"),
    ("season", "EDGE? (the? STEP|the)? (season|season-shy)"),
    # 16:00 UTC today; today at 4 p.m.; Monday night; last night
    ("clock", "CLOCK comma? in? (NEAR|weekday ~(comma? the? (N|M)))"),
    # Saturday at 10 a.m.; next Tuesday at 19:30
    ("clock", "(the? STEP)? weekday part? comma? at CLOCK"),
    ("near", "NEAR"),
    ("weekday", "(the? STEP|edge|edge-er)? (weekday|weekday-short dot) part?"),
    ("clock", "CLOCK"),
    # every two weeks; each Monday; Mondays
    ("set", "every (WORDS|FIGURE|alternate)? (unit|units|quarter|part|weekday|weekend|season|month)"),
    ("set", "weekdays"),
    ("set", "set"),
    # two years ago; three days later; a week earlier
    ("distance", "ABOUT? COUNT dash? (UNITS|UNIT) (ago|edge-er|hence|from reference)"),
    ("distance", "(ABOUT? COUNT UNITS|article UNIT) (before|after) =(comma|dot|close|break)"),
    # the past two years; the next six months; the coming days
    ("span", "the? (STEP|ordinal|ordinal-final) COUNT? dash? UNITS"),
    # last month; this year; the beginning of next year; the same week; later this year
    ("step", "(EDGE|edge-er|edge)? the? STEP (UNIT|century)"),
    ("step", "EDGE (unit|century)"),
    ("step", "the? whole unit"),
    ("step", "the unit step-previous"),
    ("step", "unit dash edge-of"),
    ("weekend", "the weekend"),
    # two-day; 18 months; nearly five months; half a year; a year and a half
    ("duration", "ABOUT? half article unit"),
    ("duration", "ABOUT? COUNT (and article half) UNITS"),
    ("duration", "ABOUT? COUNT dash? (UNITS|unit|weekend) ~(dash? old)"),
    ("duration", "COUNT (consecutive (quarter|units)|more UNITS)"),
    ("duration", "about? (reference-recent|the)? UNITS"),
    # the 1990 Charter; in 1990; mid-2014; the end of 2014; 2010–2012
    ("years", "EDGE? year (dash|slash) (year|day-or-month|day|count)"),
    ("year-month", "year dash day-or-month ~(dash)"),
    ("year", "EDGE? year"),
    # in the near future; at the moment; for the time being; so far; currently
    ("reference", "the? (near-term|long-term)? dash? future"),
    ("reference", "the (near-term|long-term) dash? term"),
    ("reference", "the (moment|present)"),
    ("reference", "the time being"),
    ("reference", "the step-past ~(other)"),
    ("reference", "very? more? reference"),
    ("reference", "reference-recent"),
)

# What a pattern is made of: names of classes and phrases, "not followed by", and the marks of regular expressions.
_PARTS = re.compile(r"[a-zA-Z][a-zA-Z-]*|[~=]\(|[()|?]|\{0,6\}")


@cache
def pattern() -> re.Pattern[str]:
    """All rules as one expression over letters; the name of a group is the rule's place in the table."""
    rules = (f"(?P<r{place}>{_shortened(_compiled(rule))})" for place, (_, rule) in enumerate(RULES))
    return re.compile(f"(?![{''.join(map(_letters, _NEVER_FIRST.split()))}])(?:{'|'.join(rules)})")


# Stretches up to this length are remembered with what was found in them: the same few come back in every release.
_SHORT = 24


class Found(NamedTuple):
    """A rule and the words that it matches."""

    rule: str
    start: int
    end: int


def first(letters: str, start: int, end: int) -> Found | None:
    """The first match of any rule in a stretch of letters."""
    if end - start > _SHORT:
        return _search(letters, start, end)
    found = _remembered(letters[start:end])
    return Found(found.rule, start + found.start, start + found.end) if found else None


@lru_cache(maxsize=10_000)
def _remembered(letters: str) -> Found | None:
    return _search(letters, 0, len(letters))


def _search(letters: str, start: int, end: int) -> Found | None:
    found = pattern().search(letters, start, end)
    return Found(RULES[int((found.lastgroup or "r0")[1:])][0], *found.span()) if found else None


# Classes that no expression begins with: where one stands the rules need not be tried.
_NEVER_FIRST = (
    "other comma dot dash slash open close genitive money and of to in for from than before after ago short break"
)


# Alternatives of one letter each, which are compiled and matched faster as a set.
_LETTERS = re.compile(r"\(\?:((?:[^()|?*{}\[\]]\|)+[^()|?*{}\[\]])\)")


def _shortened(expression: str) -> str:
    return _LETTERS.sub(lambda found: f"[{found[1].replace('|', '')}]", expression)


@cache
def _compiled(rule: str) -> str:
    return "".join(_PARTS_OF_EXPRESSION.get(part) or _letters(part) for part in _PARTS.findall(rule))


_PARTS_OF_EXPRESSION = {"(": "(?:", "~(": "(?!", "=(": "(?=", ")": ")", "|": "|", "?": "?", "{0,6}": "{0,6}"}


def _letters(name: str) -> str:
    return _compiled(_PHRASES[name]) if name in _PHRASES else re.escape(scanning.letter(name))


# Classes of which every expression has one: where none stands there is nothing to look for.
_CORE = (
    "figures month month-shy month-short code accounts fiscal fiscal-year decade century season season-shy near near-night"
    " part weekday weekday-short weekdays clock hour zone meridiem meridiem-m unit unit-second units units-hours weekend weekends"
    " quarter half set year reference reference-recent future term moment present being step-past"
)


@cache
def core() -> re.Pattern[str]:
    """Any letter of a class that makes an expression."""
    return re.compile(f"[{''.join(map(_letters, _CORE.split()))}]")
