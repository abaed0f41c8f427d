"""Ordered lists: each counts from one."""

from __future__ import annotations

from collections.abc import Mapping

from reporter.writers.docx.package import Package
from reporter.writers.docx.wordml import Element, name, w


class Numbering:
    """The lists of a Word file; the reference says how they look."""

    def __init__(self, package: Package, ids: Mapping[str, str]) -> None:
        self._package = package
        self._ids = ids

    def restarted(self, style: str, depth: int) -> Element | None:
        """What a paragraph of a new list says; None where the style's own numbering is not to be found."""
        found = self._package.find("numbering")
        root = self._package.root(found[0]) if found else w("numbering")
        pattern = self._pattern(root, style)
        if pattern is None:
            return None
        number = str(1 + max((int(row.get(name("w:numId"), "0")) for row in root.iter(name("w:num"))), default=0))
        row = w("num", w("abstractNumId", val=pattern), numId=number)
        row.append(w("lvlOverride", w("startOverride", val="1"), ilvl=str(depth - 1)))
        list(root.iterchildren(name("w:num"), name("w:abstractNum")))[-1].addnext(row)  # the order of kinds is fixed
        return w("numPr", w("ilvl", val=str(depth - 1)), w("numId", val=number))

    def _pattern(self, root: Element, style: str) -> str | None:
        """The abstract numbering whose level names the style."""
        for pattern in root.iter(name("w:abstractNum")):
            for linked in pattern.iter(name("w:pStyle")):
                if linked.get(name("w:val")) == self._ids[style]:
                    return str(pattern.get(name("w:abstractNumId")))
        return None
