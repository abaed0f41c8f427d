"""Which builder understands which rule, and what neighbouring mentions mean together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from reporter.mentions.times.days import read_day, read_days, read_figures, read_month, read_of_year, read_range
from reporter.mentions.times.lengths import read_duration, read_reference, read_set, read_span
from reporter.mentions.times.moments import read_clock, read_distance, read_near, read_weekday
from reporter.mentions.times.parts import Words, day_of
from reporter.mentions.times.periods import (
    read_century,
    read_decade,
    read_first_months,
    read_fiscal,
    read_half,
    read_months,
    read_part_of_period,
    read_quarter,
    read_season,
    read_step,
    read_weekend,
    read_year,
    read_year_month,
    read_years,
)
from reporter.model.mentions import TimeMention

_BUILDERS: dict[str, Callable[[str, Words], list[TimeMention]]] = {
    "figures": read_figures,
    "full-range": read_range,
    "days": read_days,
    "day": read_day,
    "day-of-year": read_of_year,
    "month-of-year": read_of_year,
    "months": read_months,
    "first-months": read_first_months,
    "month": read_month,
    "quarter": read_quarter,
    "half": read_half,
    "part-of-period": read_part_of_period,
    "fiscal": read_fiscal,
    "decade": read_decade,
    "century": read_century,
    "season": read_season,
    "near": read_near,
    "weekday": read_weekday,
    "clock": read_clock,
    "set": read_set,
    "distance": read_distance,
    "span": read_span,
    "step": read_step,
    "weekend": read_weekend,
    "duration": read_duration,
    "years": read_years,
    "year-month": read_year_month,
    "year": read_year,
    "reference": read_reference,
}


def build(rule: str, words: Words) -> list[TimeMention]:
    """The mentions that the words of a match are; none where they name no date there is."""
    return _BUILDERS[rule](rule, words)


_JOIN = re.compile(r"\s+(?:to|until|till|through|and)\s+")


# Characters before a range in which "from" or "between" is looked for.
_LEAD = 16


def joined(mentions: Sequence[TimeMention], text: str) -> list[TimeMention]:
    """The mentions, those marked that end a range which the one before them begins: "from 2014 to 2019"."""
    result = list(mentions[:1])
    for before, mention in pairwise(mentions):
        between = text[before.span.end : mention.span.start]
        joins = bool(before.point and mention.point and not before.last and _JOIN.fullmatch(between))
        opened = (
            text[max(0, before.span.start - _LEAD) : before.span.start]
            .rstrip()
            .lower()
            .endswith(("from", "between", "both"))
        )
        if joins and opened:
            result[-1] = _with_year_of(before, mention)
            result.append(replace(mention, joins=True))
        else:
            result.append(mention)
    return result


def _with_year_of(first: TimeMention, last: TimeMention) -> TimeMention:
    """The first day of "between 3 May and 5 June 2014" is of the same year; one of December, of the year before."""
    start, end = first.point, last.point
    if not start or not end or start.year or not end.year or not start.month or not end.month:
        return first
    point = replace(start, year=end.year - (start.month > end.month))
    return replace(first, point=point, day=day_of(point))
