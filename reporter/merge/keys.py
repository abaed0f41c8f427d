"""Gives every release a key that a reader can say aloud and that stays when releases are added."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date

from reporter.merge import issuers
from reporter.merge.duplicates import groups, release_date
from reporter.model.briefing import Entry
from reporter.model.facts import Release

_UNDATED = "undated"
_LETTERS = "bcdefghijklmnopqrstuvwxyz"
_DIGITS = re.compile(r"(\d+)")


def entries(releases: Iterable[Release]) -> tuple[Entry, ...]:
    """The releases under their keys, oldest first (undated ones before all), duplicates together."""
    alike: dict[str, list[tuple[Release, ...]]] = {}
    for group in groups(releases):
        alike.setdefault(_stem(group[0]), []).append(group)
    found = [
        Entry(key=key, release=group[0], issuer=issuers.name(group[0]), also=group[1:])
        for stem, same in alike.items()
        for key, group in _lettered(stem, same)
    ]
    return tuple(sorted(found, key=lambda entry: (release_date(entry.release) or date.min, entry.key)))


def _stem(release: Release) -> str:
    """Who and when: `OSCE 2015-08-19`."""
    day = release_date(release)
    return f"{issuers.short_name(release)} {day.isoformat() if day else _UNDATED}"


def _lettered(stem: str, same: Sequence[tuple[Release, ...]]) -> Iterable[tuple[str, tuple[Release, ...]]]:
    """Of several releases by one issuer on one day, all but the first get a letter.

    The first is that of the first file name, as new releases get later names; the letters of the others come from their
    words, and where two come to the same letter, the later file gives way. So a release that is added under a later
    name changes no key, and one under an earlier name hardly any.
    """
    ordered = sorted(same, key=lambda group: _file_order(group[0]))
    yield stem, ordered[0]
    taken: set[str] = set()
    for group in ordered[1:]:
        letters = _free(_hash(group[0]), taken)
        taken.add(letters)
        yield f"{stem} {letters}" if stem[-1].isalpha() else stem + letters, group


def _file_order(release: Release) -> tuple[list[tuple[bool, int, str]], int]:
    """File names as people sort them: `9.txt` before `10.txt`."""
    parts = _DIGITS.split(release.document.source.path)
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts], _hash(release)


def _hash(release: Release) -> int:
    return int.from_bytes(hashlib.sha256(release.text.encode("utf-8", "replace")).digest(), "big")


def _free(number: int, taken: set[str]) -> str:
    """The first letters that the number spells and that nobody has."""
    letters = ""
    while not letters or letters in taken:
        number, rest = divmod(number, len(_LETTERS))
        letters += _LETTERS[rest]
    return letters
