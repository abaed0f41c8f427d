"""Notes made by hand, for the tests of writers that need no templates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Literal

from reporter.model.briefing import Briefing
from reporter.model.note import (
    BlockNode,
    Box,
    Cell,
    Definition,
    DefinitionList,
    Drawing,
    Figure,
    Heading,
    Inline,
    InlineNode,
    Label,
    Line,
    LineBreak,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Row,
    Section,
    Table,
    Text,
)

LABELS = {"writer.page": "Page {page} of {pages}", "writer.contents": "Contents"}

Words = str | Sequence[InlineNode | str]


def inlines(words: Words) -> tuple[InlineNode, ...]:
    if isinstance(words, str):
        return (Text(text=words),) if words else ()
    return tuple(Text(text=word) if isinstance(word, str) else word for word in words)


def tag(
    name: Literal["em", "strong", "span", "cite", "abbr", "time", "a", "note"], words: Words, **more: Any
) -> Inline:
    return Inline(tag=name, children=inlines(words), **more)


def p(words: Words, **more: str) -> Paragraph:
    return Paragraph(children=inlines(words), **more)


def h(level: Literal[1, 2, 3], words: Words, id: str | None = None) -> Heading:  # noqa: A002  (what HTML calls it)
    return Heading(level=level, children=inlines(words), id=id)


def listing(*items: BlockNode | Sequence[BlockNode], ordered: bool = False) -> ListBlock:
    rows = (item if isinstance(item, Sequence) else (item,) for item in items)
    return ListBlock(ordered=ordered, items=tuple(ListItem(children=tuple(row)) for row in rows))


def definitions(cls: str | None = None, **entries: Words) -> DefinitionList:
    rows = (Definition(term=inlines(key), descriptions=((p(words),),)) for key, words in entries.items())
    return DefinitionList(entries=tuple(rows), cls=cls)


def row(*cells: Words, head: bool = False, id: str | None = None) -> Row:  # noqa: A002  (what HTML calls it)
    return Row(cells=tuple(Cell(children=(p(words),), scope="col" if head else None) for words in cells), id=id)


def table(head: Sequence[Words], *body: Row, caption: Words = "") -> Table:
    return Table(head=(row(*head, head=True),), body=body, caption=inlines(caption))


def section(*children: BlockNode, **more: str) -> Section:
    return Section(children=children, **more)


def quote(words: Words, source: Words, lang: str | None = None) -> Quotation:
    return Quotation(children=(p(words), p([tag("cite", source)], cls="name")), lang=lang)


def note(*sections: Section, **more: object) -> Note:
    given: dict[str, object] = {
        "title": "Briefing note: harbour safety",
        "language": "en",
        "style": "house",
        "sections": sections,
        "drawings": {"timeline": TIMELINE},
        "briefing": Briefing(title=None, date=None, entries=()),
        "date": dt.date(2021, 3, 4),
        "author": "Press office",
        "keywords": ("harbour", "safety"),
        "labels": LABELS,
    }
    return Note(**(given | more))  # type: ignore[arg-type]


TIMELINE = Drawing(
    width=440,
    height=60,
    shapes=(
        Line(x1=10, y1=30, x2=430, y2=30, colour="line", width=1.2),
        Line(x1=10, y1=40, x2=430, y2=40, colour="muted", dashed=True),
        Line(x1=10, y1=40, x2=10, y2=40, dashed=True),
        Box(x=36, y=26, width=8, height=8, radius=4),
        Box(x=236, y=26, width=8, height=8, radius=4, hollow=True),
        Label(x=40, y=18, text="2 March 2021", anchor="middle", strong=True),
        Label(x=240, y=52, text="Порт, Λιμάνι", anchor="middle", colour="muted"),
        Label(x=430, y=52, text="end", anchor="end", colour="no such colour"),
    ),
)


def harbour(classification: str | None = None) -> Note:
    """A note with everything that a note can have."""
    one = tag("note", "PORT 2021-03-02 ¶2", href="#source-one", title="paragraph 2")
    two = tag("note", "¶4", href="#nowhere", title="paragraph 4")
    return note(
        section(
            *([p(classification, cls="classification")] if classification else []),
            h(1, "Briefing note: harbour safety"),
            definitions("head", To="The Minister", Date=[tag("time", "4 March 2021", datetime="2021-03-04")], Coverage="Two releases"),
            id="head",
            cls="head",
        ),
        section(
            h(2, "Summary", id="summary"),
            p(["The harbour reopened ", tag("strong", ["after ", tag("em", "two")]), " weeks. ", tag("span", ["(", one, "; ", two, ")"], cls="references")]),
            p(["A second paragraph with a ", tag("a", "link", href="https://example.org/a?b=1&c=2"), ".", LineBreak(), "New line"]),
            p("What was left out.", cls="remark"),
            id="s",
        ),
        section(
            h(2, "Chronology"),
            Figure(asset="timeline", alt="Two events in March 2021", caption=inlines("Timeline"), id="figure"),
            table(
                ["Date", "What", "Where", "Reference"],
                row("2 March 2021", "The harbour master opened the northern basin to ships of up to 40 metres", "Port Example", [one]),
                row("9–10 April 2021", ["A drill ", tag("span", "planned", cls="mark")], "", [one], id="drill"),
                caption="All dated events",
            ),
            table(["A"], row("b")),
        ),
        section(
            h(2, "Stakeholders"),
            h(3, "Organisers"),
            listing(p("Port Authority"), [p("Coast Guard"), p("since 1998"), listing(p("Northern branch"), listing(p("deep"), listing(p("deeper"))))]),
            listing(p("first"), p("second"), ordered=True),
            listing(p("first again"), [listing(p("inner"), ordered=True)], ordered=True),
        ),
        section(
            h(2, "Quotes"),
            quote("“We open today,” she said.", ["Jane Roe, ", tag("span", "harbour master"), ", ", one]),
            quote("«Мы открываем порт»", "Иван Пример", lang="ru"),
            quote("قال: نفتح الميناء 2021 today", "مثال", lang="ar"),
        ),
        section(
            h(2, "Sources"),
            table(["Release", "Title"], Row(cells=(Cell(children=(p("PORT 2021-03-02"),), scope="row"), Cell(children=(p("Harbour reopens"),))), id="source-one")),
            cls="sources",
        ),
        section(h(2, "Annex A: contacts"), definitions(Office="+44 20 7946 0000"), cls="annex"),
        classification=classification,
    )  # fmt: skip
