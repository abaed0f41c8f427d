"""Reads what a section template emits, and refuses what is not in the note's vocabulary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NoReturn

from reporter.errors import TemplateError
from reporter.language.characters import printable

GLOBAL = frozenset({"id", "lang", "class"})
"""Attributes that every tag may have."""

TAGS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("section", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "br"), frozenset[str]()),
    **dict.fromkeys(("table", "caption", "thead", "tbody", "tr", "blockquote", "cite"), frozenset[str]()),
    **dict.fromkeys(("figure", "figcaption", "span", "strong", "em"), frozenset[str]()),
    "th": frozenset({"scope", "colspan"}),
    "td": frozenset({"colspan"}),
    "img": frozenset({"src", "alt"}),
    "a": frozenset({"href"}),
    "time": frozenset({"datetime"}),
    "abbr": frozenset({"title"}),
    "note": frozenset({"href", "title", "release", "spans"}),
}
"""The vocabulary: each tag with the attributes that it may have beside the global ones."""

CLASSES = frozenset(
    {
        "annex",
        "card",
        "chronology",
        "classification",
        "comment",
        "contacts",
        "conflict",
        "coverage",
        "date",
        "digest",
        "figures",
        "gap",
        "head",
        "insertion",
        "issuer",
        "key",
        "language",
        "mark",
        "more",
        "name",
        "open",
        "people",
        "period",
        "place",
        "position",
        "quotes",
        "reference",
        "references",
        "remark",
        "roles",
        "sources",
        "stakeholders",
        "summary",
        "to",
        "from",
        "value",
    }
)
"""The classes that templates may use and stylesheets may rely on."""

_EMPTY = frozenset({"br", "img"})
# https://example.org, mailto:press@example.org, #source-osce-2015-08-19
_ADDRESS = re.compile(r"(?:https?://|mailto:|#)[^\s<>\"\\^`{|}]+", re.IGNORECASE)


def is_address(href: str) -> bool:
    """Whether a link may lead there: to the web, to a mailbox, or inside the note."""
    return _ADDRESS.fullmatch(href) is not None and printable(href) == href


@dataclass(slots=True)
class Element:
    """A tag of the vocabulary with its content; grows while it is read, and only then."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str | None:
        """An attribute; an empty one counts as absent."""
        return self.attributes.get(name) or None


class Reader(HTMLParser):
    """Reads one section; every fault is a TemplateError that names the template and the tag."""

    def __init__(self, template: str) -> None:
        super().__init__(convert_charrefs=True)
        self._template = template
        self.root = Element("", {}, 1)
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag, if the vocabulary has it."""
        if tag not in TAGS:
            self.refuse(f"<{tag}> is not in the note's vocabulary", f"it has {', '.join(TAGS)}")
        element = Element(tag, self._checked(tag, attrs), self.getpos()[0])
        self._open[-1].children.append(element)
        if tag not in _EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that is open."""
        if tag in _EMPTY:
            return
        if self._open[-1].tag != tag:
            inner = f"<{self._open[-1].tag}>" if self._open[-1].tag else "nothing"
            self.refuse(f"</{tag}> closes {inner}", "close tags in the order in which they were opened")
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Words."""
        self._open[-1].children.append(data)

    def handle_decl(self, decl: str) -> None:
        """Refuse a declaration."""
        self.refuse(f"<!{decl[:20]}> is not in the note's vocabulary", "sections have no declarations")

    def handle_pi(self, data: str) -> None:
        """Refuse a processing instruction."""
        self.refuse(f"<?{data[:20]}> is not in the note's vocabulary", "sections have no instructions")

    def unknown_decl(self, data: str) -> None:
        """Refuse a marked section."""
        self.refuse(f"<![{data[:20]}]> is not in the note's vocabulary", "sections have no declarations")

    def finish(self) -> Element:
        """The content, once everything is closed."""
        self.close()
        if len(self._open) > 1:
            left = self._open[-1]
            self.refuse(f"<{left.tag}> of line {left.line} is not closed", f"end it with </{left.tag}>")
        return self.root

    def refuse(self, what: str, remedy: str) -> NoReturn:
        """End with the fault and its place in the section's output.

        Raises:
            TemplateError: Always.
        """
        where = f"{self._template}, output line {self.getpos()[0]}"
        raise TemplateError(where, what, remedy=remedy)

    def _checked(self, tag: str, attrs: list[tuple[str, str | None]]) -> dict[str, str]:
        allowed = TAGS[tag] | GLOBAL
        for name, value in attrs:
            if name not in allowed:
                self.refuse(f"<{tag}> has an attribute {name!r}", f"it may have {', '.join(sorted(allowed))}")
            if name == "class" and value and value not in CLASSES:
                self.refuse(f"<{tag}> has a class {value!r}", f"known: {', '.join(sorted(CLASSES))}")
        return {name: value or "" for name, value in attrs}


def read(markup: str, template: str) -> Element:
    """What a section template has emitted, as a tree of the vocabulary.

    Raises:
        TemplateError: A tag, attribute or class is unknown, or tags are not nested.
    """
    reader = Reader(template)
    reader.feed(markup)
    return reader.finish()
