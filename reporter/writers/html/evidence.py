"""The evidence view: the releases' own text, with every passage marked that a line of the note was made from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from reporter.language.characters import folded, printable
from reporter.model.blocks import STORY, Block
from reporter.model.briefing import Briefing, Entry, Reference
from reporter.model.note import Inline
from reporter.model.spans import Span
from reporter.writers.html.passages import Passage, nested, stretches

_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Use:
    """A reference of the note to a passage."""

    number: int
    """Counted through the note."""
    section: str
    """Heading of the section that it stands in."""


Uses = dict[Span, list[Use]]
"""The passages of a release that the note refers to."""


class Links:
    """The links from note to releases and back; filled while the note is written."""

    def __init__(self, briefing: Briefing) -> None:
        self._places = {entry.key: place for place, entry in enumerate(briefing.entries, start=1)}
        self._uses: dict[str, Uses] = {}
        self._count = 0
        self.section = ""
        """Heading of the section that is being written."""

    def attributes(self, reference: Inline) -> Mapping[str, str | None]:
        """Where a reference of the note leads: to the first of its words."""
        known = [one for one in reference.evidence if one.release in self._places]
        if not known:
            return {"href": reference.href}
        self._count += 1
        for one in known:
            of_release = self._uses.setdefault(one.release, {})
            of_release.setdefault(one.span, []).append(Use(self._count, self.section))
        return {"href": f"#{self.passage(known[0])}", "id": use_id(self._count)}

    def passage(self, reference: Reference) -> str:
        """The id of a passage."""
        return f"words-{self.release(reference.release)}-{reference.span.start}-{reference.span.end}"

    def release(self, key: str) -> str:
        """The part of an id that stands for a release: its place among the releases, for keys may be in any script."""
        return f"{self._places[key]}-{_NO_ID.sub('-', key.lower()).strip('-')}"

    def of(self, key: str) -> Uses:
        """The passages of a release with their uses."""
        return self._uses.get(key, {})


def use_id(number: int) -> str:
    """The id of a reference in the note."""
    return f"use-{number}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Writes the releases beside the note."""

    links: Links
    labels: Mapping[str, str]
    language: str

    def panel(self, entries: tuple[Entry, ...]) -> str:
        """All releases, with a list of them on top."""
        items = "\n".join(f'<li><a href="#{self._id(entry)}">{escape(folded(entry.key))}</a></li>' for entry in entries)
        title = escape(self.labels["writer.releases"])
        articles = "\n".join(map(self._article, entries))
        return (
            f'<aside id="evidence" aria-labelledby="evidence-title">\n<h2 id="evidence-title">{title}</h2>\n'
            f'<nav aria-labelledby="evidence-title">\n<ul>\n{items}\n</ul>\n</nav>\n{articles}\n</aside>'
        )

    def _id(self, entry: Entry) -> str:
        return f"release-{self.links.release(entry.key)}"

    def _article(self, entry: Entry) -> str:
        uses = self.links.of(entry.key)
        language = entry.release.document.language
        lang = f' lang="{escape(language)}"' if language != self.language else ""
        name = self._id(entry)
        return (
            f'<article id="{name}" aria-labelledby="{name}-title">\n'
            f'<h3 id="{name}-title">{escape(folded(entry.key))}</h3>\n'
            f"<div{lang}>\n{self._blocks(entry, uses)}\n</div>\n</article>"
        )

    def _blocks(self, entry: Entry, uses: Uses) -> str:
        text, blocks = entry.release.text, {block.span: block for block in entry.release.blocks}
        number = 0
        found: list[str] = []
        for stretch in stretches(tuple(blocks), len(text)):
            block = blocks.get(stretch)
            number += block is not None and block.kind in STORY
            words = self._words(entry, stretch, nested(uses, stretch), uses)
            if words.strip():
                found.append(self._block(block, number, words))
        return "\n".join(found)

    def _block(self, block: Block | None, number: int, words: str) -> str:
        kind = block.kind if block else "body"
        counted = block is not None and kind in STORY
        mark = f'<span class="number">{escape(self.labels["mark.paragraph"])}{number}</span> ' if counted else ""
        return f'<p class="{kind}" dir="auto">{mark}{words}</p>'

    def _words(self, entry: Entry, span: Span, inside: list[Passage], uses: Uses) -> str:
        """A stretch of the release's text with the passages in it."""
        parts: list[str] = []
        at = span.start
        for passage in inside:
            parts.append(_plain(entry.release.text[at : passage.span.start]))
            parts.append(self._passage(entry, passage, uses))
            at = passage.span.end
        parts.append(_plain(entry.release.text[at : span.end]))
        return "".join(parts)

    def _passage(self, entry: Entry, passage: Passage, uses: Uses) -> str:
        name = self.links.passage(Reference(release=entry.key, span=passage.of))
        mark = f' id="{name}"' if passage.opens else ""
        back = "".join(map(self._back, uses[passage.of])) if passage.closes else ""
        return f"<mark{mark}>{self._words(entry, passage.span, passage.inside, uses)}</mark>{back}"

    def _back(self, use: Use) -> str:
        """The way back to the line that was made from the words."""
        where = f"{self.labels['writer.used']} {use.section} " if use.section else f"{self.labels['writer.back']} "
        lang = escape(self.language)
        return (
            f'<sup lang="{lang}"><a href="#{use_id(use.number)}" title="{escape(where.strip())}">'
            f'<span class="unseen">{escape(where)}</span>{use.number}</a></sup>'
        )


def _plain(text: str) -> str:
    """Words of a release as they stand, line by line."""
    return escape("\n".join(map(printable, text.split("\n"))), quote=False)
