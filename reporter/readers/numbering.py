"""The numbers that Word writes before the items of a list, which are nowhere in its text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BULLET = "•"


class Numbering:
    """Counts the items of every list of one file."""

    def __init__(self, root: _Element | None) -> None:
        self._formats = {} if root is None else _formats(root)
        self._counts: Counter[tuple[str, str]] = Counter()

    def next(self, number: str, level: str) -> str:
        """What stands before the next item of a list: `•`, or `3.` where it is numbered in whatever figures."""
        if self._formats.get((number, level), "bullet") in {"bullet", "none"}:
            return _BULLET
        self._counts[number, level] += 1
        for other in [key for key in self._counts if key[0] == number and key[1] > level]:
            del self._counts[other]
        return f"{self._counts[number, level]}."


def _formats(root: _Element) -> dict[tuple[str, str], str]:
    """The format of every level of every list: decimal, bullet, lowerLetter …."""
    kinds: dict[str, dict[str, str]] = {}
    for abstract in root.iterfind(f"{_W}abstractNum"):
        levels = kinds.setdefault(abstract.get(f"{_W}abstractNumId", ""), {})
        for level in abstract.iterfind(f"{_W}lvl"):
            kind = level.find(f"{_W}numFmt")
            levels[level.get(f"{_W}ilvl", "")] = "bullet" if kind is None else kind.get(f"{_W}val", "")
    formats: dict[tuple[str, str], str] = {}
    for number in root.iterfind(f"{_W}num"):
        reference = number.find(f"{_W}abstractNumId")
        identifier = "" if reference is None else reference.get(f"{_W}val", "")
        for place, name in kinds.get(identifier, {}).items():
            formats[number.get(f"{_W}numId", ""), place] = name
    return formats
