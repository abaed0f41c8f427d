"""Footnotes: references at the foot of the page, where a style wants them there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from docx.opc.part import Part

from reporter.model.note import Inline, InlineNode, Text
from reporter.writers.docx.package import Package
from reporter.writers.docx.wordml import Element, name, run, text, w

_KIND = "footnotes"
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


class Footnotes:
    """Adds footnotes to a package."""

    def __init__(self, package: Package, ids: Mapping[str, str]) -> None:
        self._ids = ids
        self._root = package.root(_ensured(package))
        self._last = max((int(row.get(name("w:id"), "0")) for row in self._root), default=0)

    def add(self, content: Sequence[Element]) -> Element:
        """A footnote of this content, and the run that stands for it in the text."""
        self._last = max(self._last + 1, 1)
        number, style = str(self._last), self._ids["Footnote Reference"]
        look = w("pPr", w("pStyle", val=self._ids["Footnote Text"]))
        line = w("p", look, run(w("footnoteRef"), style=style), run(text(" ")), *content)
        self._root.append(w("footnote", line, id=number))
        return run(w("footnoteReference", id=number), style=style)


def is_footnote(node: InlineNode) -> bool:
    """Whether an inline is what becomes a footnote: the references of a line."""
    return isinstance(node, Inline) and node.cls == "references"


def without_brackets(nodes: Sequence[InlineNode]) -> tuple[InlineNode, ...]:
    """References without the brackets that part them from a line which they stand in."""
    first, last = nodes[0], nodes[-1]
    if not (isinstance(first, Text) and isinstance(last, Text)):
        return tuple(nodes)
    if len(nodes) == 1:
        return (replace(first, text=first.text.removeprefix("(").removesuffix(")")),)
    opened, closed = replace(first, text=first.text.removeprefix("(")), replace(last, text=last.text.removesuffix(")"))
    return (opened, *nodes[1:-1], closed)


def _ensured(package: Package) -> Part:
    """The part; one is made where the reference has none."""
    if found := package.find(_KIND):
        return found[0]
    marks = {"-1": "separator", "0": "continuationSeparator"}
    rows = (w("footnote", w("p", run(w(kind))), type=kind, id=number) for number, kind in marks.items())
    return package.add(_KIND, w(_KIND, *rows), _MEDIA_TYPE)
