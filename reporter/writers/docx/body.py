"""Blocks as paragraphs and tables in the named styles of the reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Literal

from reporter.model.note import (
    BlockNode,
    Cell,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    InlineNode,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Row,
    Section,
    Table,
)
from reporter.model.walking import inlines_of, plain
from reporter.styles import Style
from reporter.writers.docx import contents, figures, furniture, tables
from reporter.writers.docx.anchors import Anchors
from reporter.writers.docx.footnotes import Footnotes
from reporter.writers.docx.lines import REFERENCE, Lines, Look, is_right_to_left, style_of_class
from reporter.writers.docx.numbering import Numbering
from reporter.writers.docx.package import Package
from reporter.writers.docx.wordml import Element, name, run, w

_DEEPEST_LIST = 3
_HEADING_STYLES = {1: "Title", 2: "Heading 1", 3: "Heading 2"}
_CLASS_STYLES = {"remark": "Remark", "more": "Remark", "classification": "Classification", "name": "Card"}
_UNNUMBERED = ("head", "sources", "contacts", "annex")
_DEFAULT_WIDTH = 9298


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands, as far as it matters for its style."""

    width: int
    """Of the text, in twips."""
    kind: Literal["flow", "quote", "cell", "head cell"] = "flow"
    depth: int = 0
    """How many lists it stands in."""
    look: str | None = None
    """The character style of all words here."""
    lang: str | None = None
    is_key: bool = False
    """Whether the words are a release's key, of which no date is broken."""
    numbered: bool = False
    """Whether plain paragraphs are numbered here."""


def fill(package: Package, note: Note, style: Style, ids: Mapping[str, str]) -> None:
    """Replace the reference's text by the note's; its page set-up stays."""
    body = package.document.element.find(name("w:body"))
    assert body is not None
    page = body.find(name("w:sectPr"))
    writer = _Writer(package, note, style, ids)
    place = Place(width=_text_width(page), numbered=bool(style.options["numbered_paragraphs"]))
    for child in list(body):
        body.remove(child)
    body.extend(writer.note(note, place))
    if page is not None:
        body.append(page)


def _text_width(page: Element | None) -> int:
    size, margins = (None, None) if page is None else (page.find(name("w:pgSz")), page.find(name("w:pgMar")))
    if size is None or margins is None:
        return _DEFAULT_WIDTH
    return int(size.get(name("w:w"), "0")) - sum(int(margins.get(name(f"w:{side}"), "0")) for side in ("left", "right"))


class _Writer:
    """Writes blocks; ids of sections, rows and items wait for the next paragraph."""

    def __init__(self, package: Package, note: Note, style: Style, ids: Mapping[str, str]) -> None:
        self._ids = ids
        self._anchors = Anchors(note)
        notes = Footnotes(package, ids) if style.options["references"] == "footnotes" else None
        self._lines = Lines(package, self._anchors, ids, note.language, notes)
        self._numbering = Numbering(package, ids)
        self._figures = figures.Figures(package, style, note.drawings)
        self._contents = contents.Contents(note, style, ids)
        self._waiting: list[str] = []
        self._has_classification = furniture.has_placeholder(package, "classification")

    def note(self, note: Note, place: Place) -> Iterator[Element]:
        """The whole note: the table of contents, where it is long enough for one, after the head."""
        head, *others = note.sections or (Section(children=()),)
        yield from self.blocks(head.children, self._entered(head, place))
        listed = [element for section in others for element in self._section(section, place)]
        yield from self._contents.elements()
        yield from listed

    def blocks(self, blocks: Iterable[BlockNode], place: Place) -> list[Element]:
        """The elements of blocks that follow one another."""
        return [element for block in blocks for element in self._block(block, place)]

    def _block(self, block: BlockNode, place: Place) -> list[Element]:
        match block:
            case Section():
                elements = self._section(block, place)
            case Heading():
                elements = [self._heading(block)]
            case Paragraph():
                repeated = block.cls == "classification" and self._has_classification
                elements = [] if repeated else [self._paragraph(block, place)]
            case ListBlock():
                elements = self._list(block, place)
            case DefinitionList():
                elements = self._definitions(block, place)
            case Table():
                elements = self._table(block, place)
            case Quotation():
                elements = self._quotation(block, place)
            case Figure():
                elements = self._figure(block, place)
        return elements

    def _section(self, section: Section, place: Place) -> list[Element]:
        return self.blocks(section.children, self._entered(section, place))

    def _entered(self, section: Section, place: Place) -> Place:
        self._wait(section.id)
        numbered = place.numbered and section.cls not in _UNNUMBERED
        return replace(place, lang=section.lang or place.lang, numbered=numbered)

    def _heading(self, heading: Heading) -> Element:
        self._wait(heading.id)
        marks: list[Element] = []
        if heading.level > 1:
            bookmark, marks = self._anchors.heading()
            self._contents.add(heading.level - 1, plain(heading.children), bookmark)
        runs = self._lines.runs(heading.children)
        words = plain(heading.children)
        return self._paragraph_element(_HEADING_STYLES[heading.level], [*marks, *runs], words=words)

    def _paragraph(self, paragraph: Paragraph, place: Place) -> Element:
        self._wait(paragraph.id)
        look = Look(
            style=place.look, lang=paragraph.lang or place.lang, narrow="cell" in place.kind, is_key=place.is_key
        )
        runs = self._lines.runs(paragraph.children, look)
        return self._paragraph_element(_paragraph_style(paragraph, place), runs, words=plain(paragraph.children))

    def _line(
        self, style: str, children: Sequence[InlineNode], lang: str | None, look: Sequence[Element] = ()
    ) -> Element:
        return self._paragraph_element(style, self._lines.runs(children, Look(lang=lang)), look, plain(children))

    def _paragraph_element(
        self, style: str, content: Iterable[Element], look: Iterable[Element] = (), words: str = ""
    ) -> Element:
        """`w:p`; `look` is what a style cannot say: the list it counts in."""
        direction = [w("bidi")] if is_right_to_left(words) else []
        marks = self._anchors.place(self._waiting)
        self._waiting = []
        return w("p", w("pPr", w("pStyle", val=self._ids[style]), *look, *direction), *marks, *content)

    def _list(self, block: ListBlock, place: Place) -> list[Element]:
        depth = min(place.depth + 1, _DEEPEST_LIST)
        inner = replace(place, depth=depth)
        style = _leveled("List Number" if block.ordered else "List Bullet", depth)
        look = self._numbering.restarted(style, depth) if block.ordered else None
        return [element for item in block.items for element in self._item(item, inner, style, look)]

    def _item(self, item: ListItem, place: Place, style: str, numbering: Element | None) -> list[Element]:
        self._wait(item.id)
        first, *others = item.children or (Paragraph(children=()),)
        if not isinstance(first, Paragraph):
            first, others = Paragraph(children=()), list(item.children)
        self._wait(first.id)
        look = [] if numbering is None else [deepcopy(numbering)]
        line = self._line(style, first.children, first.lang or place.lang, look)
        return [line, *self.blocks(others, place)]

    def _definitions(self, block: DefinitionList, place: Place) -> list[Element]:
        style = "Head Line" if block.cls == "head" else "Definition"
        return [element for entry in block.entries for element in self._definition(entry, place, style)]

    def _definition(self, entry: Definition, place: Place, style: str) -> list[Element]:
        """The term, a tab, and what it means; the next meanings stand under the first."""
        elements: list[Element] = []
        lead = self._lines.runs(entry.term, Look(style="Term", lang=place.lang))
        blocks = [block for description in entry.descriptions for block in description] or [Paragraph(children=())]
        for block in blocks:
            line = block if isinstance(block, Paragraph) else Paragraph(children=())
            self._wait(line.id)
            runs = self._lines.runs(line.children, Look(lang=line.lang or place.lang))
            elements.append(self._paragraph_element(style, [*lead, run(w("tab")), *runs]))
            lead = []
            if not isinstance(block, Paragraph):
                elements += self._block(block, place)
        return elements

    def _quotation(self, block: Quotation, place: Place) -> list[Element]:
        self._wait(block.id)
        return self.blocks(block.children, replace(place, kind="quote", lang=block.lang or place.lang))

    def _figure(self, block: Figure, place: Place) -> list[Element]:
        self._wait(block.id)
        picture = self._figures.element(block, place.width)
        shown = [self._paragraph_element("Figure", [] if picture is None else [picture])]
        caption = [self._line("Caption", block.caption, place.lang)] if block.caption else []
        return [*shown, *caption]

    def _table(self, block: Table, place: Place) -> list[Element]:
        caption = [self._line("Caption", block.caption, place.lang)] if block.caption else []
        if not any(row.cells for row in (*block.head, *block.body)):
            return caption

        def cell(item: Cell, width: int, head: bool) -> list[Element]:
            return self._cell(item, replace(place, width=width, kind="head cell" if head else "cell", depth=0))

        def enter(row: Row) -> None:
            self._wait(row.id)

        # The empty line keeps two tables apart, and LibreOffice from leaving the next heading alone on a page.
        end = self._paragraph_element("Table End", [])
        return [*caption, tables.write(block, place.width, self._ids, cell, enter), end]

    def _cell(self, item: Cell, place: Place) -> list[Element]:
        """What stands in a cell; a cell must end in a paragraph."""
        look = style_of_class(item.cls) or ("Strong" if item.scope == "row" else None)
        inner = replace(place, look=look, lang=item.lang or place.lang, is_key=item.cls == "key")
        elements = self.blocks(item.children, inner)
        if not elements or elements[-1].tag != name("w:p"):
            elements.append(self._paragraph_element("Table Text", []))
        return elements

    def _wait(self, id_: str | None) -> None:
        if id_:
            self._waiting.append(id_)


def _paragraph_style(paragraph: Paragraph, place: Place) -> str:
    if place.kind == "head cell":
        return "Table Heading"
    if place.depth:
        return _leveled("List Continue", place.depth)
    if place.kind == "cell":
        return "Table Reference" if place.look == REFERENCE else "Table Text"
    if place.kind == "quote":
        cites = any(inline.tag == "cite" for inline in inlines_of(paragraph))
        return "Quote Source" if cites else "Quote"
    if paragraph.cls in _CLASS_STYLES:
        return _CLASS_STYLES[paragraph.cls]
    return "Numbered Paragraph" if place.numbered and paragraph.cls is None else "Body Text"


def _leveled(style: str, depth: int) -> str:
    return style if depth == 1 else f"{style} {depth}"
