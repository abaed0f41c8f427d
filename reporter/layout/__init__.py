"""The parts of a release: masthead, label, title, captions, body, contacts, boilerplate …."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.language import sentences
from reporter.layout import glued, head, lines, paragraphs, vocabulary
from reporter.layout.paragraphs import Paragraph
from reporter.layout.signs import Signs
from reporter.layout.tail import Tail
from reporter.layout.verdicts import Verdict
from reporter.locales import Locale
from reporter.model.blocks import Block
from reporter.model.document import Document
from reporter.model.mentions import Mentions
from reporter.model.spans import Span

_WITH_SENTENCES = frozenset({"body", "list", "quote", "caption", "boilerplate"})


def segment(document: Document, mentions: Mentions, locale: Locale) -> tuple[Block, ...]:
    """The blocks of a document, in text order."""
    text = document.text
    words = vocabulary.of(locale)
    signs = Signs(text, mentions, words)
    printed = glued.part(text, lines.read(text), signs.marks, words)
    found = paragraphs.join(text, printed, document.marks, words.open_words)
    opened = head.read(found, signs)
    captions = {
        vocabulary.folded(found[number].text) for number, verdict in opened.verdicts.items() if verdict[0] == "caption"
    }
    verdicts: dict[int, Verdict] = opened.verdicts | Tail(found, signs, opened.lead, captions).read()
    return _blocks(text, found, verdicts, opened.joined, words.stops)


def _blocks(
    text: str, found: Sequence[Paragraph], verdicts: dict[int, Verdict], joined: set[int], stops: sentences.Stops
) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for number, paragraph in enumerate(found):
        kind, rule = verdicts.get(number, ("body", "layout.paragraph"))
        goes_on = bool(blocks) and (number in joined or (kind == "contact" == blocks[-1].kind))
        if goes_on:
            last = blocks.pop()
            blocks.append(Block(kind=kind, span=Span(last.span.start, paragraph.span.end), rule=last.rule))
            continue
        parts = sentences.split(text, paragraph.span, stops) if kind in _WITH_SENTENCES else ()
        blocks.append(Block(kind=kind, span=paragraph.span, rule=rule, sentences=parts))
    return tuple(blocks)
