"""The note's tree as HTML: the one serialisation that the page and the PDF share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape

from reporter.model.note import (
    BlockNode,
    Cell,
    DefinitionList,
    Drawing,
    Figure,
    Heading,
    Inline,
    InlineNode,
    LineBreak,
    ListBlock,
    Paragraph,
    Quotation,
    Row,
    Section,
    Table,
    Text,
)
from reporter.writers.html import svg

NoteAttributes = Callable[[Inline], Mapping[str, str | None]]
"""The attributes of the link that stands for a reference."""


def printed(reference: Inline) -> Mapping[str, str | None]:
    """A reference on paper leads to the release among the sources."""
    return {"href": reference.href}


@dataclass(frozen=True, slots=True, kw_only=True)
class Serialiser:
    """Writes nodes as HTML; whatever is words is escaped."""

    drawings: Mapping[str, Drawing]
    palette: Mapping[str, str]
    font: str
    note_attributes: NoteAttributes = printed

    def blocks(self, nodes: Iterable[BlockNode]) -> str:
        """Blocks, each on lines of its own."""
        return "\n".join(self.block(node) for node in nodes)

    def block(self, node: BlockNode) -> str:  # noqa: PLR0911  (one for each kind of block)
        """One block."""
        match node:
            case Section():
                return self._section(node)
            case Heading():
                return _tag(f"h{node.level}", self.inlines(node.children), id=node.id)
            case Paragraph():
                return _tag("p", self.inlines(node.children), id=node.id, lang=node.lang, cls=node.cls)
            case ListBlock():
                items = "\n".join(_tag("li", self._inside(item.children), id=item.id) for item in node.items)
                return _tag("ol" if node.ordered else "ul", f"\n{items}\n", cls=node.cls)
            case DefinitionList():
                return self._definitions(node)
            case Table():
                return self._table(node)
            case Quotation():
                return _tag("blockquote", f"\n{self.blocks(node.children)}\n", id=node.id, lang=node.lang, cls=node.cls)
            case Figure():
                return self._figure(node)

    def _section(self, node: Section) -> str:
        heading = next((child.id for child in node.children if isinstance(child, Heading) and child.id), None)
        return _tag(
            "section",
            f"\n{self.blocks(node.children)}\n",
            id=node.id,
            lang=node.lang,
            cls=node.cls,
            aria_labelledby=heading,
        )

    def _inside(self, nodes: tuple[BlockNode, ...]) -> str:
        """What an item or a cell holds: a lone paragraph needs no tag of its own."""
        if len(nodes) == 1 and isinstance(nodes[0], Paragraph) and nodes[0] == Paragraph(children=nodes[0].children):
            return self.inlines(nodes[0].children)
        return self.blocks(nodes)

    def _definitions(self, node: DefinitionList) -> str:
        lines: list[str] = []
        for entry in node.entries:
            lines.append(_tag("dt", self.inlines(entry.term)))
            lines += [_tag("dd", self._inside(description)) for description in entry.descriptions]
        return _tag("dl", "\n{}\n".format("\n".join(lines)), cls=node.cls)

    def _table(self, node: Table) -> str:
        caption = _tag("caption", self.inlines(node.caption)) + "\n" if node.caption else ""
        head, body = (_tag(tag, "\n{}\n".format("\n".join(map(self._row, rows)))) for tag, rows in _parts(node))
        return _tag("table", f"\n{caption}{head}\n{body}\n", cls=node.cls)

    def _row(self, row: Row) -> str:
        return _tag("tr", "".join(map(self._cell, row.cells)), id=row.id)

    def _cell(self, cell: Cell) -> str:
        return _tag(
            "th" if cell.scope else "td",
            self._inside(cell.children),
            scope=cell.scope,
            colspan=str(cell.colspan) if cell.colspan > 1 else None,
            lang=cell.lang,
            cls=cell.cls,
        )

    def _figure(self, node: Figure) -> str:
        drawing = self.drawings.get(node.asset)
        image = svg.serialise(drawing, node.alt, self.palette, self.font) if drawing else ""
        caption = _tag("figcaption", self.inlines(node.caption)) if node.caption else ""
        return _tag("figure", f"\n{image}\n{caption}\n", id=node.id)

    def inlines(self, nodes: Iterable[InlineNode]) -> str:
        """A line."""
        return "".join(map(self._inline, nodes))

    def _inline(self, node: InlineNode) -> str:
        if isinstance(node, Text):
            return escape(node.text, quote=False)
        if isinstance(node, LineBreak):
            return "<br>"
        words = self.inlines(node.children)
        common = {"id": node.id, "lang": node.lang, "title": node.title}
        if node.tag == "note":
            link = {**common, "class": "note", **self.note_attributes(node)}
            return _tag("a" if link.get("href") else "span", words, **link)
        if node.tag == "a":
            return _tag("a" if node.href else "span", words, href=node.href, cls=node.cls, **common)
        tag = "span" if node.tag == "time" and not node.datetime else node.tag
        return _tag(tag, words, datetime=node.datetime, cls=node.cls, **common)


def _parts(table: Table) -> tuple[tuple[str, tuple[Row, ...]], tuple[str, tuple[Row, ...]]]:
    return ("thead", table.head), ("tbody", table.body)


def _tag(tag: str, content: str, **attributes: str | None) -> str:
    return f"<{tag}{attributes_of(attributes)}>{content}</{tag}>"


def attributes_of(attributes: Mapping[str, str | None]) -> str:
    """Attributes as they stand in a tag; those that are None are left out."""
    names = {"cls": "class"}
    return "".join(
        f' {names.get(name, name.replace("_", "-"))}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
