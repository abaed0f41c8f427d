"""What looks like a time expression and is none: "may", "March Smith", resolution 1325 (2000), 2000 participants."""

from __future__ import annotations

from collections.abc import Callable

from reporter.mentions.times.scanning import Words

_MONTHS = ("month", "month-shy", "month-short")
_PREPOSITIONS = ("in", "for", "of", "from", "to", "before", "after")
# What makes the number after it a reference or a sum, and the number before it a count or a part of a code.
_NO_YEAR_AFTER = ("money", "dash", "slash", "label", "about", "more", "than", "count", "four-digits")
_NO_YEAR_BEFORE = ("money", "slash", "units", "units-hours", "counted", "dash")
# Before this year a bare number is more often a count than a year.
_EARLIEST_BARE = 1800
_NOT_PLURAL = frozenset(
    {"was", "has", "is", "as", "its", "this", "does", "us", "perhaps", "always", "towards", "whereas"}
)


def refuses(rule: str, words: Words, span: tuple[int, int]) -> bool:
    """Whether the words of a match, among their neighbours, are not what the rule takes them for."""
    check = _CHECKS.get(rule)
    return check is not None and check(words, *span)


def _lone_month(words: Words, start: int, end: int) -> bool:
    """A month without day or year: a shy name needs a preposition or another month beside it; a short one is none."""
    kinds = [word.kind for word in words[start:end]]
    if "year" in kinds or "short" in kinds:
        return False
    if words.kind(start - 1) in ("day", "count", "nth"):  # 30 February
        return True
    month = next(word for word in words[start:end] if word.kind in _MONTHS)
    if month.kind == "month-short":
        return True
    if month.kind == "month" or end - start > 1:
        return False
    before, after = words.kind(start - 1), words.kind(end)
    led = before in _PREPOSITIONS or (before in ("comma", "and", "dash", "slash") and words.kind(start - 2) in _MONTHS)
    return not led and not (after in ("and", "to", "comma") and words.kind(end + 1) in _MONTHS)


def _short_month(words: Words, start: int, end: int) -> bool:
    return any(word.kind == "month-short" for word in words[start:end])


def _lone_year(words: Words, start: int, end: int) -> bool:
    if end - start > 1:
        return False
    before, after = words.kind(start - 1), words.kind(end)
    if before == "than" and words.kind(start - 2) == "edge-er":
        return False
    if before in _NO_YEAR_AFTER or after in _NO_YEAR_BEFORE or _in_citation(words, start):
        return True
    led = before in _PREPOSITIONS
    return not led and (words[start].number < _EARLIEST_BARE or _counts(words, end))


def _in_citation(words: Words, place: int) -> bool:
    """The year of "resolution 1325 (2000)", and the stop of "No. 2000"."""
    before = words.kind(place - 1)
    if before == "dot":
        return words.kind(place - 2) == "label"
    return before == "open" and words.kind(place - 3) == "label"


def _counts(words: Words, place: int) -> bool:
    """Whether the word at the place is the plural that a number before it counts."""
    word = words[place].value if place < len(words) and words.kind(place) == "other" else ""
    return word.islower() and word.endswith("s") and not word.endswith("ss") and word not in _NOT_PLURAL


def _season(words: Words, start: int, end: int) -> bool:
    """Fall is a verb and a noun, spring a place: alone they need "in the", "last", a year."""
    season = next(word for word in words[start:end] if word.kind in ("season", "season-shy"))
    after = words[end].text if end < len(words) and words.kind(end) == "other" else ""
    before = words[start - 1].text if start and words.kind(start - 1) == "other" else ""
    named = after[:1].isupper() or before[:1].isupper()  # Spring Valley, the Arab Spring
    if words[end - 1] == season and season.text.istitle() and named:
        return True
    if season.kind == "season":
        return False
    alone = all(word.kind in ("the", "season-shy") for word in words[start:end])
    verb = end - start == 1 and words.kind(start - 1) == "to"  # expected to fall
    return alone and (verb or not _led(words, start))


def _overnight(words: Words, start: int, end: int) -> bool:
    """An overnight operation is a sort of operation; "detained overnight" is a date."""
    if end - start > 1 or words.kind(start) != "near-night" or words[start].value == "0":
        return False
    following = words[end].value if end < len(words) and words.kind(end) == "other" else ""
    return following.islower() and words.kind(start - 1) in ("article", "the", "in")


def _step(words: Words, start: int, end: int) -> bool:
    """The last day, or "this week of talks", is a part of something else that is named after it."""
    unit = words[end - 1]
    step = next((word for word in words[start:end] if word.kind.startswith("step")), None)
    if unit.value == "D" and step is not None and step.kind in ("step", "step-current") and step.value != "1":
        return True
    return words.kind(end) == "of"


def _duration(words: Words, start: int, end: int) -> bool:
    """Years and days without a number are vague: only "decades", "for years", "over the years"."""
    vague = all(word.kind in ("the", "units", "units-hours", "weekends") for word in words[start:end])
    return vague and words[end - 1].value not in ("DE", "CE") and words.kind(start - 1) not in ("in", "for", "about")


def _set(words: Words, start: int, end: int) -> bool:
    """Semi-annual is half as long."""
    del end
    return words.kind(start) == "set" and words.kind(start - 1) == "dash"


def _reference(words: Words, start: int, end: int) -> bool:
    """Now Zad is a town."""
    after = words[end].value if end < len(words) and words.kind(end) == "other" else ""
    if after == "as" and words[end - 1].value == "FUTURE_REF":  # as soon as
        return True
    if words[end - 1].kind == "term" and after and words.kind(end - 2) == "dash":  # the short-term mission
        return True
    return words.kind(start) == "reference" and after[:1].isupper() and not _opens(words, start)


def _opens(words: Words, start: int) -> bool:
    return words.kind(start - 1) in ("break", "dot")


def _led(words: Words, start: int) -> bool:
    return words.kind(start - 1) in _PREPOSITIONS


_CHECKS: dict[str, Callable[[Words, int, int], bool]] = {
    "month": _lone_month,
    "month-of-year": _short_month,
    "year": _lone_year,
    "season": _season,
    "near": _overnight,
    "step": _step,
    "set": _set,
    "duration": _duration,
    "reference": _reference,
}
