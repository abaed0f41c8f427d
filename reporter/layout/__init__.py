"""The parts of a release: masthead, label, title, captions, body, contacts, boilerplate …."""

from __future__ import annotations

import re

from reporter.language import sentences
from reporter.locales import Locale
from reporter.model.blocks import Block
from reporter.model.document import Document
from reporter.model.mentions import Mentions
from reporter.model.spans import Span

_PARAGRAPH = re.compile(r"[^\n]+")


def segment(document: Document, mentions: Mentions, locale: Locale) -> tuple[Block, ...]:
    """The blocks of a document, in text order."""
    del mentions
    abbreviations = frozenset(locale.words("abbreviations"))
    found = (Span(*paragraph.span()) for paragraph in _PARAGRAPH.finditer(document.text) if paragraph.group().strip())
    return tuple(
        Block(kind="body", span=span, rule="layout.line", sentences=sentences.split(document.text, span, abbreviations))
        for span in found
    )
