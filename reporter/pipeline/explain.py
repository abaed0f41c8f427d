"""Which rule made each value of a release, and from which words: `reporter parse --explain`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from reporter.model.facts import Release
from reporter.model.spans import Span

_LONGEST = 90


def lines(release: Release) -> Iterator[str]:
    """A line a value: where it stands in the object, what it is, its rule, its words and their place."""
    for block in release.blocks:
        yield _line(f"block {block.kind}", "", block.rule, block.span, release.text)
    for field in fields(release.facts):
        yield from _explained(field.name, getattr(release.facts, field.name), release.text)


def _explained(place: str, value: object, text: str) -> Iterator[str]:
    if isinstance(value, tuple) and not isinstance(value, Span):
        for number, item in enumerate(value):
            yield from _explained(f"{place}[{number}]", item, text)
    elif is_dataclass(value) and not isinstance(value, type):
        rule = getattr(value, "rule", None)
        if rule:
            yield _line(place, _shown(value), rule, _evidence(value), text)
        for field in fields(value):
            if field.name in ("roles", "phones"):
                yield from _explained(f"{place}.{field.name}", getattr(value, field.name), text)


def _line(place: str, shown: str, rule: str, span: Span | None, text: str) -> str:
    words = " ".join(span.of(text).split()) if span else ""
    words = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    where = f" @{span.start}-{span.end}" if span else ""
    return f"{place}{': ' + shown if shown else ''}  [{rule}]{where}  “{words}”"


# The fields that say what a value is, in the order in which one of them is there.
_NAMES = ("name", "value", "start", "role", "number", "speaker", "place", "text")


def _shown(value: object) -> str:
    shown = next((found for name in _NAMES if (found := getattr(value, name, None)) is not None), "")
    end = getattr(value, "end", None)
    return f"{shown}/{end}" if end else str(shown)[:_LONGEST]


def _evidence(value: object) -> Span | None:
    for name in ("span", "what_span", "evidence", "mentions"):
        found = getattr(value, name, None)
        if isinstance(found, Span):
            return found
        if found:
            first = found[0]
            return first if isinstance(first, Span) else None
    return None
