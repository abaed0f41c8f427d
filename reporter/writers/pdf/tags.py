"""Mends the tag tree that WeasyPrint makes, so that a screen reader hears the note and not its pages.

WeasyPrint tags page by page: what runs over a page ends there and begins anew, with a table's head repeated; terms of a
definition list are no labels; head cells have no scope; a passage's language is lost; links are named by their address;
running feet are tagged, but belong to nothing. Here fragments are joined, heads that only repeat and running feet become artifacts, and the rest is told.

It needs to know which element of the page a tag is of, which WeasyPrint does not keep. So its private `_build_box_tree`
is listened to while it works; where a later version has none, the tags stay as they are.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pydyf
from weasyprint.logger import LOGGER
from weasyprint.pdf import tags as weasyprint_tags

Tag: TypeAlias = Any
"""A `pydyf.Dictionary` of the tag tree; pydyf has no types."""

_FOOTNOTE = "footnote"
"""The class of what `page` sets at the foot."""

_BUILD = "_build_box_tree"


@dataclass(slots=True)
class Record:
    """Which tag is of which element."""

    elements: dict[bytes, Any] = field(default_factory=dict)
    """HTML elements by the reference of their tag."""


@contextlib.contextmanager
def listening() -> Iterator[Record]:
    """Record tags as they are made."""
    record = Record()
    build = getattr(weasyprint_tags, _BUILD, None)
    if build is None:
        yield record
        return

    def recording(box: Any, *others: Any) -> Iterator[Tag]:
        for tag in build(box, *others):
            if box.element is not None:
                record.elements.setdefault(tag.reference, box.element)
            yield tag

    setattr(weasyprint_tags, _BUILD, recording)
    try:
        yield record
    finally:
        setattr(weasyprint_tags, _BUILD, build)


def mend(pdf: Any, record: Record) -> None:
    """Make the tags of a PDF those of one text; a figure without alternative text is logged, as WeasyPrint does."""
    root = pdf.catalog.get("StructTreeRoot")
    if root is None or not record.elements:
        return
    _Tree(pdf, record, root).mend()


class _Tree:
    """The tags of a PDF by their references."""

    def __init__(self, pdf: Any, record: Record, root: bytes) -> None:
        self._pdf = pdf
        self._elements = record.elements
        self._objects = {item.reference: item for item in pdf.objects if isinstance(item, pydyf.Dictionary)}
        self._document = self._objects[self._objects[root]["K"][0]]
        self._pages = {item: number for number, item in enumerate(pdf.page_references)}
        self._heads: dict[bytes, bytes] = {}

    def mend(self) -> None:
        """Join, name, and clear away."""
        self._move_footnotes()
        self._join_children(self._document)
        for tag in self._walk(self._document):
            self._describe(tag)
        self._clear_away()

    def _walk(self, tag: Tag) -> Iterator[Tag]:
        yield tag
        for kid in list(self._kids(tag)):
            yield from self._walk(kid)

    def _kids(self, tag: Tag) -> Iterator[Tag]:
        """The tags in a tag; not its content."""
        for kid in tag.get("K", ()):
            found = self._objects.get(kid) if isinstance(kid, bytes) else None
            if found is not None and found.get("Type") == "/StructElem":
                yield found

    # Fragments

    def _move_footnotes(self) -> None:
        """What stands at the feet of pages goes behind the text that it would cut in pieces."""
        kids = list(self._document["K"])
        text = [kid for kid in kids if kid in self._elements]
        self._document["K"] = pydyf.Array([*text, *(kid for kid in kids if kid not in self._elements)])

    def _join_children(self, tag: Tag) -> None:
        """Join neighbours that are fragments of one element, and what they hold where they touch."""
        kids = list(tag["K"])
        joined: list[Any] = []
        for kid in kids:
            if joined and self._continues(joined[-1], kid):
                self._join(self._objects[joined[-1]], self._objects[kid])
            else:
                joined.append(kid)
        tag["K"] = pydyf.Array(joined)

    def _continues(self, first: Any, second: Any) -> bool:
        """Whether a tag is the rest of the one before, from the page before."""
        one, two = self._elements.get(first), self._elements.get(second)
        if one is None or one is not two:
            return False
        before, after = self._objects[first], self._objects[second]
        return bool(before["S"] == after["S"] and self._last_page(before) < self._pages[after["Pg"]])

    def _last_page(self, tag: Tag) -> int:
        """The page of what is read last; what a tag holds stands in the order of its pages."""
        page = self._pages[tag["Pg"]]
        while kids := list(self._kids(tag)):
            tag = kids[-1]
            page = max(page, self._pages[tag["Pg"]])
        return page

    def _join(self, tag: Tag, rest: Tag) -> None:
        content = list(rest["K"])
        if tag["S"] == "/Table":
            content = self._without_repeated_head(tag, content)
        for kid in content:
            if kid in self._objects and "P" in self._objects[kid]:
                self._objects[kid]["P"] = tag.reference
        place = len(tag["K"])
        tag["K"] = pydyf.Array([*tag["K"], *content])
        if 0 < place < len(tag["K"]) and self._continues(tag["K"][place - 1], tag["K"][place]):
            self._join(self._objects[tag["K"][place - 1]], self._objects[tag["K"][place]])
            del tag["K"][place]

    def _without_repeated_head(self, tag: Tag, content: list[Any]) -> list[Any]:
        """The rows of a table's rest; its head cells are those that the first part has."""
        head = next((kid for kid in self._kids(tag) if kid["S"] == "/THead"), None)
        again = self._objects.get(content[0]) if content else None
        if head is None or again is None or again["S"] != "/THead":
            return content
        for cell, copy in zip(self._head_cells(head), self._head_cells(again), strict=False):
            self._heads[copy["ID"].data] = cell["ID"]
        return content[1:]

    def _head_cells(self, head: Tag) -> list[Tag]:
        return [cell for cell in self._walk(head) if cell["S"] == "/TH" and "ID" in cell]

    # Descriptions

    def _describe(self, tag: Tag) -> None:
        element = self._elements.get(tag.reference)
        if element is not None and (language := element.get("lang")):
            tag["Lang"] = pydyf.String(language)
        if element is not None and element.get("class") == _FOOTNOTE and tag["S"] == "/Span":
            tag["S"] = "/Note"
            tag["ID"] = pydyf.String(f"note-{tag.number}")
        if tag["S"] == "/TH":
            tag["A"]["Scope"] = "/Column" if self._objects[self._objects[tag["P"]]["P"]]["S"] == "/THead" else "/Row"
        elif tag["S"] == "/TD" and "Headers" in tag["A"]:
            heads = [self._heads.get(head.data, head) for head in tag["A"]["Headers"]]
            tag["A"]["Headers"] = pydyf.Array(heads)
            if not heads:
                del tag["A"]["Headers"]
        elif tag["S"] == "/L":
            self._pair_terms(tag)
        elif tag["S"] == "/LI":
            self._give_body(tag)
        elif tag["S"] == "/Figure" and not tag.get("Alt"):
            LOGGER.error("A figure has no alternative text")
        elif tag["S"] == "/Link" and element is not None:
            self._name_link(tag, element.get("title") or "".join(element.itertext()))

    def _name_link(self, tag: Tag, words: str) -> None:
        """Where a link leads, for who does not see its place."""
        for kid in tag["K"]:
            found = self._objects.get(kid) if isinstance(kid, bytes) else None
            if found is not None and found.get("Type") == "/OBJR":
                self._objects[found["Obj"]]["Contents"] = pydyf.String(words)

    def _pair_terms(self, definitions: Tag) -> None:
        """One item for a term and all its meanings, the term as the label."""
        items: list[Tag] = []
        for item in list(self._kids(definitions)):
            kind = getattr(self._elements.get(item.reference), "tag", None)
            if kind == "dd" and items and item["S"] == "/LI":
                for kid in self._kids(item):
                    kid["P"] = items[-1].reference
                items[-1]["K"].extend(item["K"])
                continue
            if kind == "dt":
                for kid in self._kids(item):
                    kid["S"] = "/Lbl"
            items.append(item)
        definitions["K"] = pydyf.Array([item.reference for item in items])

    def _give_body(self, item: Tag) -> None:
        """An item holds a label and a body: what else it holds goes into the body."""
        loose = [kid for kid in self._kids(item) if kid["S"] not in ("/Lbl", "/LBody")]
        if not loose:
            return
        body = next((kid for kid in self._kids(item) if kid["S"] == "/LBody"), None) or self._new_body(item)
        for kid in loose:
            kid["P"] = body.reference
            item["K"].remove(kid.reference)
            body["K"].append(kid.reference)

    def _new_body(self, item: Tag) -> Tag:
        content = {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(), "Pg": item["Pg"], "P": item.reference}
        body = pydyf.Dictionary(content)
        self._pdf.add_object(body)
        self._objects[body.reference] = body
        item["K"].append(body.reference)
        return body

    # What belongs to no text

    def _clear_away(self) -> None:
        """Tags that hang on nothing: their content is an artifact."""
        kept = {tag.reference for tag in self._walk(self._document)}
        unread: dict[int, set[int]] = {}
        for tag in [item for item in self._objects.values() if item.get("Type") == "/StructElem"]:
            if tag.reference not in kept:
                content = (item for item in tag["K"] if isinstance(item, int))
                unread.setdefault(self._pages[tag["Pg"]], set()).update(content)
                tag.clear()
        parents = self._objects[self._objects[self._pdf.catalog["StructTreeRoot"]]["ParentTree"]]["Nums"]
        owners = dict(zip(parents[::2], parents[1::2], strict=True))
        for page, numbers in unread.items():
            self._unmark(page, numbers, owners[page])

    def _unmark(self, page: int, numbers: set[int], owners: list[Any]) -> None:
        """Content that nobody reads out: a running foot, a head that is repeated."""
        for number in numbers:
            owners[number] = b"null"
        reference = self._objects[self._pdf.page_references[page]]["Contents"]
        stream = self._pdf.objects[int(reference.split()[0])].stream
        marks = [place for place, item in enumerate(stream) if isinstance(item, dict) and item.get("MCID") in numbers]
        for place in reversed(marks):
            stream[place - 1 : place + 2] = ["/Artifact", b"BMC"]
