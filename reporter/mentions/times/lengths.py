"""How long and how often: durations, sets, and references without a date."""

from __future__ import annotations

from reporter.mentions.times.parts import PERIODS, Words, count_of, first_of, made
from reporter.model.mentions import TimeMention


def read_set(rule: str, words: Words) -> list[TimeMention]:
    """What happens again and again: "every two weeks", "Mondays", "daily"."""
    head = words[-1]
    if head.kind == "set":
        return [made(rule, words, value=head.value)]
    if head.kind in ("weekday", "weekdays"):
        return [made(rule, words, value=f"XXXX-WXX-{head.number + 1}")]
    if head.kind == "season":
        return [made(rule, words, value=f"XXXX-{head.value}")]
    if head.kind == "month":
        return [made(rule, words, value=f"XXXX-{head.number:02}")]
    if head.kind == "part":
        return [made(rule, words, value=f"XXXX-XX-XXT{head.value}")]
    count = "2" if first_of(words, ("alternate",)) else count_of(words[1:-1]) or "1"
    return [made(rule, words, value=_period(count, head.value))]


def _period(count: str, unit: str) -> str:
    """P2D, PT3H; a fortnight is two weeks."""
    if unit.startswith("T"):
        return f"PT{count}{unit[1:]}"
    if len(unit) > 1 and unit[0].isdigit():
        return f"P{int(count) * int(unit[0])}{unit[1:]}" if count.isdigit() else f"P{count}{unit[1:]}"
    return f"P{count}{unit}"


def read_span(rule: str, words: Words) -> list[TimeMention]:
    """The past two years are a duration; "recent" or "coming" ones without a number are vague."""
    unit = words[-1]
    count = count_of(words[:-1]) or "X"
    return [made(rule, words, value=_period(count, unit.value))]


def read_duration(rule: str, words: Words) -> list[TimeMention]:
    """How long: "two-day", "nearly five months", "two and a half years"."""
    unit = next(word for word in reversed(words) if word.kind in (*PERIODS, "unit"))
    count = count_of([word for word in words if word is not unit]) or "X"
    if first_of(words, ("half",)) and unit.kind != "half":
        count = "0.5" if count == "1" and unit.kind == "unit" else f"{count}.5"
    return [made(rule, words, value=_period(count, unit.value))]


def read_reference(rule: str, words: Words) -> list[TimeMention]:
    """A reference without a date: "currently", "the near future", "the past"."""
    word = words[-1]
    value = "PAST_REF" if word.kind == "step-past" else word.value
    return [made(rule, words, value=value if value.endswith("_REF") else "PRESENT_REF")]
