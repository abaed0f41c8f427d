"""Title, subtitle, label (kind) and issuer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace

from reporter.layout import bodies, vocabulary
from reporter.layout.vocabulary import Vocabulary
from reporter.locales import Locale
from reporter.model.blocks import Block, BlockKind, Reading
from reporter.model.facts import Facts, Phrase
from reporter.model.spans import Span

# What a masthead's line carries beside the name: an address, a number, a date in brackets.
_AFTER_NAME = re.compile(
    r"\s*(?:\s(?:Tel|Telephone|Phone|Fax|Facsimile|E-?mail|Web(?:site)?)\b|\s{3,}|\||www\.|https?:|,\s*[+(]?\d).*",
    re.DOTALL,
)
# The words of a label: "Spot report" of "Spot report 4/2019".
_LABEL = re.compile(
    r"(?<![\w/-])[^\W\d_][^\d\n:|/]*?[^\W\d_](?=\s*(?:,?\s(?:[Nn][or]\.?|#|№|of|dated|from|on)\s?)?[\d:|/#]|\s*$)"
)
# What stands before the name: "Source:", "5 May 2015 | Source:", "SOURCE", "Issued by", "Distributed by … on behalf of".
_BEFORE_NAME = re.compile(
    r"(?:[^\n|]{4,40}\|\s*(?=source))?(?:[^:\n\d]{2,30}:\s*)?(?:source\s+|news from (?:the\s+)?)?(?:(?:published|issued|released|distributed|news provided) by\s+)?(?:(?:[^\n]{3,60}\s)?on behalf of\s+)?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"about (?:the )?(?P<name>[^\n:–—]{2,90}?)\s*(?:[:–—\n]|$)", re.IGNORECASE)
# What may stand between the subject of the lead and its verb: "(NASDAQ: ACME)", ", a maker of widgets,", "today", "has".
_APART = re.compile(
    r"(?:\s?\([^()\n]{1,60}\)){0,2}(?:,[^.,\n]{1,120},)?\s(?:(?:has|have|yesterday|also)\s)?(?P<today>today\s)?(?:(?:has|have)\s)?"
)
_DOMAIN = re.compile(
    r"(?:@|www\.|https?://)(?:[\w-]+\.)*?(?P<name>[\w-]{2,40})\.(?:(?:com|co|org|gov|gob|gouv|ac|net|edu|int)\.)?[a-z]{2,10}(?![\w.])"
)
_BRACKETED = re.compile(r"\s\((?P<acronym>[A-Z][\w-]{1,11})\)")
_LETTERS = re.compile(r"[^\W_]+")
# A full stop that belongs to the name: "Acme Inc.".
_ABBREVIATED = re.compile(r"\b[^\W\d_]{1,4}\.$")
_LEAD_REACH, _BEFORE_PERSON = 600, 12
_SHORTEST_DOMAIN = 3
# Places, and bodies known by their acronyms alone, issue nothing.
_NO_ISSUERS = frozenset(("names.facility", "names.reference"))


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far, with what heads the release."""
    return replace(
        facts,
        title=_phrase(reading, "title"),
        subtitle=_phrase(reading, "subtitle"),
        kind=_kind(reading),
        issuer=issuer(reading, vocabulary.of(locale)),
    )


def _phrase(reading: Reading, kind: BlockKind) -> Phrase | None:
    block = next((block for block in reading.blocks if block.kind == kind), None)
    return _shown(reading.text, block.span, block.rule) if block else None


def _kind(reading: Reading) -> Phrase | None:
    """The label, without the release's number before it or after it."""
    labels = [block for block in reading.of_kind("label") if block.rule != "layout.embargo"]
    block = next((block for block in labels if block.rule != "layout.status"), labels[0] if labels else None)
    label = _shown(reading.text, block.span, block.rule) if block else None
    found = _LABEL.search(label.span.of(reading.text)) if label else None
    if label is None or found is None:
        return label
    return _shown(reading.text, Span(label.span.start + found.start(), label.span.start + found.end()), label.rule)


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
            named = _named(reading.text, block.span, "heading.issuer-publisher")
            if named and _is_person(reading, named):
                return None
            if named and "@" not in block.span.of(reading.text):
                return named
    return None


def _is_person(reading: Reading, named: Phrase) -> bool:
    """Whether a field names who signs rather than the body: "Issued by: Jane Doe"."""
    return any(
        mention.kind == "person" and mention.span.overlaps(named.span) and mention.span.start == named.span.start
        for mention in reading.mentions.names
    )


def _masthead(reading: Reading, words: Vocabulary) -> Phrase | None:
    """The name above (or right below) the title: a body's or an office's rather than a person's."""
    mastheads = [
        block
        for block in _before_lead(reading)
        if block.rule == "layout.masthead" and not reading.text[block.span.start].isdigit()
    ]
    named = [found for block in mastheads if (found := _named(reading.text, block.span, "heading.issuer-masthead"))]
    named += [
        found
        for block in _before_lead(reading)
        if block.kind == "contact"
        and (found := _named(reading.text, block.span, "heading.issuer-masthead"))
        and found.span != block.span
        and bodies.is_body_name(found.text, words)
    ]
    headed = [found for found in named if bodies.is_headed(found.text, words)]
    whole = [found for found in headed if not bodies.is_part(found.text, words)]
    found = next(iter((*whole, *headed, *named)), None)
    return _office(reading, found, words) if found else None


def _office(reading: Reading, line: Phrase, words: Vocabulary) -> Phrase:
    """The office of a line that names the person first: "Minister for Trade" of "Jane Doe MP Minister for Trade"."""
    people = (mention.span for mention in reading.mentions.names if mention.kind == "person")
    if not any(person.start - line.span.start <= _BEFORE_PERSON and person.overlaps(line.span) for person in people):
        return line
    for word in reversed(list(_LETTERS.finditer(reading.text, *line.span))):
        rest = Span(word.start(), line.span.end)
        if word.group().casefold() in words.offices and bodies.is_headed(rest.of(reading.text), words):
            return _shown(reading.text, rest, line.rule)
    return line


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
            return _named(reading.text, block.span, "heading.issuer-source")
    return None


def _signature(reading: Reading, words: Vocabulary) -> Phrase | None:
    """The name below the text."""
    named = [
        found
        for block in reading.blocks
        if block.rule == "layout.signature"
        and (found := _named(reading.text, block.span, "heading.issuer-signature"))
        and not bodies.is_part(found.text, words)
    ]
    return named[0] if named else None


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


def _speaking(reading: Reading, words: Vocabulary) -> Phrase | None:
    """The subject of the lead that speaks by it: "Acme Inc. today announced", "the Foundation for X calls on"."""
    lead = next((block for block in reading.blocks if block.kind == "body"), None)
    # News of others begin alike: only what is plainly a release speaks by its lead.
    if lead is None or not reading.of_kind("label", "contact", "boilerplate"):
        return None
    end = min(lead.span.end, lead.span.start + _LEAD_REACH)
    for mention in reading.mentions.names:
        if mention.kind != "organisation" or not lead.span.start <= mention.span.start < end:
            continue
        apart = _APART.match(reading.text, mention.span.end, lead.span.end)
        if apart and (apart["today"] or reading.text.startswith(words.issuing, apart.end())):
            return _shown(reading.text, _with_stop(reading.text, mention.span, words), "heading.issuer-lead")
    return None


def _domain(reading: Reading, words: Vocabulary) -> Phrase | None:
    """The body whose name or acronym is the domain of the contact's addresses: press@acme.org is ACME's."""
    named: dict[str, Span] | None = None
    for block in reading.of_kind("contact"):
        for found in _DOMAIN.finditer(reading.text, block.span.start, block.span.end):
            letters = found["name"].casefold().replace("-", "")
            if len(letters) < _SHORTEST_DOMAIN:
                continue
            named = _by_letters(reading) if named is None else named
            if letters in named:
                return _shown(reading.text, _with_stop(reading.text, named[letters], words), "heading.issuer-domain")
    return None


def _headline(reading: Reading, words: Vocabulary) -> Phrase | None:
    """The subject of the headline of a release: "Acme appoints …", where the news name it again."""
    del words
    title = next((block.span for block in reading.blocks if block.kind == "title"), None)
    if title is None or not reading.of_kind("label", "contact", "boilerplate"):
        return None
    first = next((mention for mention in reading.mentions.names if mention.span.start >= title.start), None)
    if first is None or first.kind != "organisation" or first.refers or first.span.start != title.start:
        return None
    name, after = first.span.of(reading.text), reading.text[first.span.end : first.span.end + 2]
    again = reading.text.find(name, title.end)
    speaks = after[:1] == ":" or (after[:1] == " " and after[1:].isalpha())
    return _shown(reading.text, first.span, "heading.issuer-headline") if speaks and again > 0 else None


def _reached(reading: Reading, words: Vocabulary) -> Phrase | None:
    """The one body that the contact block below the news names, its press office and sections left out."""
    named: dict[str, Span] = {}
    starts = [mention.span.start for mention in reading.mentions.names]
    lead = next((block.span.start for block in reading.blocks if block.kind == "body"), 0)
    for block in reading.of_kind("contact"):
        if block.span.start < lead:
            continue
        for mention in reading.mentions.names[
            bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)
        ]:
            if mention.kind == "organisation" and mention.rule not in _NO_ISSUERS and not mention.refers:
                name = " ".join(mention.span.of(reading.text).split())
                if " " in name and not bodies.is_part(name, words):
                    named.setdefault(name, mention.span)
    if len(named) != 1:
        return None
    (only,) = named.values()
    return _shown(reading.text, _with_stop(reading.text, only, words), "heading.issuer-contact")


def _with_stop(text: str, span: Span, words: Vocabulary) -> Span:
    """With the full stop that belongs to a legal form: "Acme Ltd."."""
    last = span.of(text).rsplit(None, 1)[-1].casefold()
    return Span(span.start, span.end + 1) if last in words.companies and text[span.end : span.end + 1] == "." else span


def _by_letters(reading: Reading) -> dict[str, Span]:
    """The bodies that the text names, by the letters that a domain of theirs has: acme.com is Acme Inc.'s."""
    short: dict[str, Span] = {}
    explained: dict[str, Span] = {}
    for mention in reading.mentions.names:
        if mention.kind != "organisation":
            continue
        parts = [part.casefold() for part in _LETTERS.findall(mention.span.of(reading.text))]
        for letters in ("".join(parts), "".join(parts[:-1])):
            short.setdefault(letters, mention.span)
        bracket = _BRACKETED.match(reading.text, mention.span.end)
        if bracket:
            explained.setdefault(bracket["acronym"].casefold(), Span(mention.span.start, bracket.end()))
    return short | explained


def _named(text: str, span: Span, rule: str) -> Phrase | None:
    """A name without what the line carries before and beside it."""
    before = _BEFORE_NAME.match(text, span.start, span.end)
    start = before.end() if before else span.start
    beside = _AFTER_NAME.search(text, start, span.end)
    end = beside.start() if beside else span.end
    while end > start and text[end - 1] in " ,;:|–—-\t\n":
        end -= 1
    if text[start:end].endswith(".") and not _ABBREVIATED.search(text[start:end]):
        end -= 1
    return _shown(text, Span(start, end), rule) if end > start else None


_SOURCES: tuple[Callable[[Reading, Vocabulary], Phrase | None], ...] = (
    _publisher,
    _masthead,
    _source_line,
    _about,
    _domain,
    _signature,
    _speaking,
    _headline,
    _reached,
)
