"""Title, subtitle, label (kind) and issuer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from reporter.layout import vocabulary
from reporter.layout.vocabulary import Vocabulary
from reporter.locales import Locale
from reporter.model.blocks import Block, BlockKind, Reading
from reporter.model.facts import Facts, Phrase
from reporter.model.spans import Span

# What a masthead's line carries beside the name: an address, a number, a date in brackets.
_AFTER_NAME = re.compile(
    r"\s*(?:\s(?:Tel|Telephone|Phone|Fax|Facsimile|E-?mail|Web(?:site)?)\b|\s{3,}|\||www\.|https?:).*", re.DOTALL
)
_SOURCE = re.compile(r"[^:\n]{2,30}:\s*|(?:Published|Issued|Released|Distributed) by\s+", re.IGNORECASE)
_ABOUT = re.compile(r"about (?:the )?(?P<name>[^\n:–—]{2,90}?)\s*(?:[:–—\n]|$)", re.IGNORECASE)
# "Acme Inc. (NASDAQ: ACME), a maker of …, today announced": the subject of a company's lead.
_ANNOUNCES = re.compile(
    r"(?P<name>[^\W\d_a-z][\w&.’'-]*(?: (?:of|and|for|the|&|de) [^\W\d_a-z][\w&.’'-]*| [^\W\d_a-z][\w&.’'-]*){0,7})"
    r"(?:,? \([^()]{1,60}\))?(?:,[^.]{1,160}?,)? (?:has )?(?:today )?(?:announced|announces|unveiled|launched|reported|released)\b"
)
_PLAIN_NAME = re.compile(r"[^()\n]+")
_MASTHEADS = 3


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far, with what heads the release."""
    return replace(
        facts,
        title=_phrase(reading, "title"),
        subtitle=_phrase(reading, "subtitle"),
        kind=_phrase(reading, "label"),
        issuer=issuer(reading, vocabulary.of(locale)),
    )


def _phrase(reading: Reading, kind: BlockKind) -> Phrase | None:
    block = next((block for block in reading.blocks if block.kind == kind), None)
    return _shown(reading.text, block.span, block.rule) if block else None


def _shown(text: str, span: Span, rule: str) -> Phrase:
    return Phrase(text=" ".join(span.of(text).split()), span=span, rule=rule)


def issuer(reading: Reading, words: Vocabulary) -> Phrase | None:
    """The body that issues the release, from the surest place that prints it.

    Knowingly missed: one that only signs the text, or that an "I" or "we" stands for.
    """
    return next((found for source in _SOURCES if (found := source(reading, words))), None)


def _publisher(reading: Reading, words: Vocabulary) -> Phrase | None:
    """The "Publisher" section, or a field that names the issuer."""
    del words
    for block in reading.blocks:
        if block.rule in ("layout.publisher", "layout.issuer-field") and block.kind == "masthead":
            return _named(reading.text, block.span, "heading.issuer-publisher")
    return None


def _masthead(reading: Reading, words: Vocabulary) -> Phrase | None:
    """The name above (or right below) the title."""
    for block in _before_lead(reading):
        if block.rule == "layout.masthead":
            return _named(reading.text, block.span, "heading.issuer-masthead")
    del words
    return None


def _before_lead(reading: Reading) -> Iterator[Block]:
    for block in reading.blocks:
        if block.kind == "body":
            return
        yield block


def _source_line(reading: Reading, words: Vocabulary) -> Phrase | None:
    """The line below the text: "Source: Acme Inc."."""
    del words
    for block in reading.blocks:
        if block.rule == "layout.source-line":
            found = _SOURCE.match(block.span.of(reading.text))
            start = block.span.start + (found.end() if found else 0)
            return _named(reading.text, Span(start, block.span.end), "heading.issuer-source")
    return None


def _about(reading: Reading, words: Vocabulary) -> Phrase | None:
    """The one body that an "About …" section is about, where it is in the title or lead too."""
    found = [
        (about, block)
        for block in reading.blocks
        if block.rule == "layout.about" and (about := _ABOUT.match(block.span.of(reading.text)))
    ]
    del words
    if len(found) != 1:
        return None
    about, block = found[0]
    span = Span(block.span.start + about.start("name"), block.span.start + about.end("name"))
    return _shown(reading.text, span, "heading.issuer-about")


def _announcing(reading: Reading, words: Vocabulary) -> Phrase | None:
    """The company that "today announced" in the lead."""
    lead = next((block for block in reading.blocks if block.kind == "body"), None)
    if lead is None:
        return None
    start = reading.text[lead.span.start : lead.span.start + 400]
    found = _ANNOUNCES.search(start)
    if found is None:
        return None
    name = found["name"]
    last = name.rsplit(None, 1)[-1].casefold().strip(".,")
    if last not in words.companies:
        return None
    span = Span(lead.span.start + found.start("name"), lead.span.start + found.end("name"))
    return _shown(reading.text, span, "heading.issuer-announces")


def _named(text: str, span: Span, rule: str) -> Phrase | None:
    """A name without what the line carries beside it."""
    line = span.of(text)
    cut = _AFTER_NAME.search(line)
    end = span.start + (cut.start() if cut else len(line))
    while end > span.start and text[end - 1] in " ,;:|–—-\t\n":
        end -= 1
    return _shown(text, Span(span.start, end), rule) if end > span.start else None


_SOURCES: tuple[Callable[[Reading, Vocabulary], Phrase | None], ...] = (
    _publisher,
    _masthead,
    _source_line,
    _about,
    _announcing,
)
