"""Turns what a section template emitted into the typed tree of the note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NoReturn

from reporter.errors import TemplateError
from reporter.language.characters import folded, printable
from reporter.model.briefing import Reference
from reporter.model.note import (
    BlockNode,
    Cell,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Inline,
    InlineNode,
    InlineTag,
    LineBreak,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Row,
    Section,
    Table,
    Text,
)
from reporter.model.spans import Span
from reporter.notes.folding import joined, trimmed
from reporter.notes.vocabulary import Element, is_address, read

_INLINES: dict[str, InlineTag] = {
    "em": "em",
    "strong": "strong",
    "span": "span",
    "cite": "cite",
    "abbr": "abbr",
    "time": "time",
    "a": "a",
    "note": "note",
}
_LEVELS: dict[str, Literal[1, 2, 3]] = {"h1": 1, "h2": 2, "h3": 3}
# en, de-AT, sr-Latn
_LANG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_SPAN = re.compile(r"(\d+)-(\d+)")
_ASSET = "asset:"


def sections(markup: str, template: str) -> tuple[Section, ...]:
    """The sections that one template emits; those without content are left out.

    Raises:
        TemplateError: Something is not in the vocabulary, or stands where it may not.
    """
    builder = _Builder(template)
    found: list[Section] = []
    for child in read(markup, template).children:
        if isinstance(child, str):
            if child.strip():
                builder.refuse(child, "stands outside a section", "put it into a <p> of a <section>")
        elif child.tag != "section":
            builder.refuse(child, "stands outside a section", "put it into a <section>")
        else:
            found.append(builder.section(child))
    return tuple(section for section in found if section.children)


@dataclass(frozen=True, slots=True)
class _Builder:
    """Makes nodes of elements."""

    template: str

    def refuse(self, what: Element | str, why: str, remedy: str) -> NoReturn:
        """End with the fault and its place.

        Raises:
            TemplateError: Always.
        """
        words = f"text {folded(what)[:40]!r}" if isinstance(what, str) else f"<{what.tag}>"
        where = self.template if isinstance(what, str) else f"{self.template}, output line {what.line}"
        raise TemplateError(where, f"{words} {why}", remedy=remedy)

    def section(self, element: Element) -> Section:
        return Section(
            children=self.blocks(element), id=_id(element), lang=self.lang(element), cls=element.get("class")
        )

    def blocks(self, element: Element, *, loose: bool = False) -> tuple[BlockNode, ...]:
        """The blocks inside an element; where `loose`, inlines between them are paragraphs."""
        found: list[BlockNode] = []
        run: list[Element | str] = []
        for child in element.children:
            if _is_inline(child):
                run.append(child)
                continue
            assert isinstance(child, Element)
            self._end_run(run, found, loose=loose)
            found += self.block(child)
        self._end_run(run, found, loose=loose)
        return tuple(found)

    def _end_run(self, run: list[Element | str], found: list[BlockNode], *, loose: bool) -> None:
        inlines = self.inlines(run)
        if inlines and not loose:
            self.refuse(
                run[0] if isinstance(run[0], Element) else "".join(map(str, run)),
                "stands between blocks",
                "put it into a <p>",
            )
        if inlines:
            found.append(Paragraph(children=inlines))
        run.clear()

    def block(self, element: Element) -> list[BlockNode]:
        """The block of an element; none where it is empty."""
        if element.tag in _LEVELS:
            inlines = self.inlines(element.children)
            return [Heading(level=_LEVELS[element.tag], children=inlines, id=_id(element))] if inlines else []
        makers = {
            "section": self._part,
            "p": self._paragraph,
            "ul": self._list,
            "ol": self._list,
            "dl": self._definitions,
            "table": self._table,
            "blockquote": self._quotation,
            "figure": self._figure,
        }
        if element.tag not in makers:
            self.refuse(element, "stands where a block belongs", f"blocks are {', '.join(makers)}")
        return makers[element.tag](element)

    def _part(self, element: Element) -> list[BlockNode]:
        part = self.section(element)
        return [part] if part.children else []

    def _paragraph(self, element: Element) -> list[BlockNode]:
        inlines = self.inlines(element.children)
        if not inlines:
            return []
        return [Paragraph(children=inlines, id=_id(element), lang=self.lang(element), cls=element.get("class"))]

    def _list(self, element: Element) -> list[BlockNode]:
        items = [ListItem(children=self.blocks(item, loose=True), id=_id(item)) for item in self.only(element, "li")]
        items = [item for item in items if item.children]
        ordered = element.tag == "ol"
        return [ListBlock(ordered=ordered, items=tuple(items), cls=element.get("class"))] if items else []

    def _definitions(self, element: Element) -> list[BlockNode]:
        entries: list[Definition] = []
        for child in self.only(element, "dt", "dd"):
            if child.tag == "dt":
                entries.append(Definition(term=self.inlines(child.children), descriptions=()))
            elif not entries:
                self.refuse(child, "has no <dt> before it", "name what it describes")
            else:
                last = entries.pop()
                described = self.blocks(child, loose=True)
                entries.append(
                    replace(last, descriptions=(*last.descriptions, described) if described else last.descriptions)
                )
        return [DefinitionList(entries=tuple(entries), cls=element.get("class"))] if entries else []

    def _table(self, element: Element) -> list[BlockNode]:
        head: list[Row] = []
        body: list[Row] = []
        caption: tuple[InlineNode, ...] = ()
        for child in self.only(element, "caption", "thead", "tbody"):
            if child.tag == "caption":
                caption = self.inlines(child.children)
            else:
                rows = head if child.tag == "thead" else body
                rows += [self._row(row) for row in self.only(child, "tr")]
        if not body:
            return []
        widths = {sum(cell.colspan for cell in row.cells) for row in (*head, *body)}
        if len(widths) > 1 or not head:
            self.refuse(
                element, "has rows of different width, or no <thead>", "give every row as many cells as the head"
            )
        return [Table(head=tuple(head), body=tuple(body), caption=caption, cls=element.get("class"))]

    def _row(self, element: Element) -> Row:
        return Row(cells=tuple(self._cell(cell) for cell in self.only(element, "th", "td")), id=_id(element))

    def _cell(self, element: Element) -> Cell:
        scope = element.get("scope")
        if element.tag == "th" and scope not in ("col", "row"):
            self.refuse(element, "has no scope", 'give it scope="col" or scope="row"')
        colspan = element.get("colspan") or "1"
        if not colspan.isdecimal() or int(colspan) < 1:
            self.refuse(element, f"has colspan {colspan!r}", "a whole number from 1")
        return Cell(
            children=self.blocks(element, loose=True),
            scope="col" if scope == "col" else "row" if scope == "row" else None,
            colspan=int(colspan),
            lang=self.lang(element),
            cls=element.get("class"),
        )

    def _quotation(self, element: Element) -> list[BlockNode]:
        children = self.blocks(element, loose=True)
        if not children:
            return []
        return [Quotation(children=children, id=_id(element), lang=self.lang(element), cls=element.get("class"))]

    def _figure(self, element: Element) -> list[BlockNode]:
        parts = self.only(element, "img", "figcaption")
        images = [part for part in parts if part.tag == "img"]
        captions = [self.inlines(part.children) for part in parts if part.tag == "figcaption"]
        if len(images) != 1:
            self.refuse(element, f"has {len(images)} images", "give it one <img>")
        source, alt = images[0].get("src") or "", folded(images[0].get("alt") or "")
        if not source.startswith(_ASSET):
            self.refuse(images[0], f"has src {source!r}", f'name a drawing of the note: src="{_ASSET}timeline"')
        if not alt:
            self.refuse(images[0], "has no alt", "say in words what the figure shows")
        caption = captions[0] if captions else ()
        return [Figure(asset=source.removeprefix(_ASSET), alt=alt, caption=caption, id=_id(element))]

    def only(self, element: Element, *tags: str) -> list[Element]:
        """The children of an element, which must be of these tags."""
        found: list[Element] = []
        for child in element.children:
            if isinstance(child, str):
                if child.strip():
                    self.refuse(child, f"stands between parts of <{element.tag}>", f"put it into <{tags[0]}>")
            elif child.tag not in tags:
                self.refuse(child, f"stands in <{element.tag}>", f"it holds {', '.join(tags)}")
            else:
                found.append(child)
        return found

    def lang(self, element: Element) -> str | None:
        """The language of an element."""
        lang = element.get("lang")
        if lang and not _LANG.fullmatch(lang):
            self.refuse(element, f"has lang {lang!r}", "a BCP 47 code such as de or sr-Latn")
        return lang

    def inlines(self, children: Sequence[Element | str]) -> tuple[InlineNode, ...]:
        """The inlines of a line, white space folded and none at its ends."""
        return trimmed(joined(self._line(children)))

    def _line(self, children: Iterable[Element | str]) -> list[InlineNode]:
        return [node for child in children for node in self._inline(child)]

    def _inline(self, child: Element | str) -> list[InlineNode]:
        if isinstance(child, str):
            return [Text(text=printable(child))]
        if child.tag == "br":
            return [LineBreak()]
        if child.tag not in _INLINES:
            self.refuse(child, "stands inside a line", f"a line holds words, br, {', '.join(_INLINES)}")
        content = tuple(self._line(child.children))
        if not content:
            return []
        title = child.get("title")
        return [
            Inline(
                tag=_INLINES[child.tag],
                children=content,
                href=self._href(child),
                datetime=child.get("datetime"),
                title=folded(title) if title else None,
                lang=self.lang(child),
                cls=child.get("class"),
                id=_id(child),
                evidence=self._evidence(child),
            )
        ]

    def _href(self, element: Element) -> str | None:
        href = element.get("href")
        if href is not None and not is_address(href):
            self.refuse(element, f"has href {href[:60]!r}", "http:, https:, mailto: or #id")
        return href

    def _evidence(self, element: Element) -> tuple[Reference, ...]:
        release = element.get("release")
        spans = _SPAN.findall(element.get("spans") or "")
        if release is None:
            return ()
        return tuple(Reference(release=release, span=Span(int(start), int(end))) for start, end in spans)


def _id(element: Element) -> str | None:
    return element.get("id")


def _is_inline(child: Element | str) -> bool:
    return isinstance(child, str) or child.tag in _INLINES or child.tag == "br"
