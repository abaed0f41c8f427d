"""What a paragraph of the news is: plain body, item, heading, caption, row of a table, quotation set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.layout.paragraphs import Paragraph
from reporter.layout.signs import Signs
from reporter.layout.verdicts import Verdict

_HEADING_WORDS, _LINE_WORDS, _CAPTION_WORDS = 14, 9, 60
_SIGNATURE_LINES = 3
_SHORTEST_CUE, _INTRODUCTION_WORDS, _CUE_WORDS = 3, 40, 5
_MARKS = "\"“”«»„'‘–—-•"
# A quotation that stands alone with its speaker after a dash: "… long game." – Jane Doe
_PULL_QUOTE = re.compile(r"[\"“«„][^\n]{10,600}[\"”»“]\s*[–—-]{1,2}\s*[^\W\d_][^\n]{2,80}$")
# A row of a table with its columns: "Norway     49,200  39,400".
_CELLS = re.compile(r"\S(?: {3,}|\t)\S[^\n]{0,200}?(?: {2,}|\t)\S")
# A line of a table that lost its columns: "Interest rate: 0.50%".
_ROW = re.compile(r"[^\W\d_][^:\n.!?]{1,40}:\s+\S")


class News:
    """The paragraphs of the news, each looked at with its neighbours."""

    def __init__(self, paragraphs: Sequence[Paragraph], signs: Signs, lead: int) -> None:
        self._paragraphs = paragraphs
        self._signs = signs
        self._lead = lead

    def read(self, number: int) -> Verdict:
        """The verdict on a paragraph that belongs to no closing section."""
        paragraph = self._paragraphs[number]
        if paragraph.mark in ("list", "row") or (paragraph.bullet and not self._is_prose_item(number)):
            return "list", "layout.list"
        if paragraph.mark == "heading":
            return "heading", "layout.mark"
        if paragraph.words <= _CAPTION_WORDS and self._signs.is_caption(paragraph):
            return "caption", "layout.caption-credit"
        if paragraph.closed and self._is_block_quote(number):
            return "quote", "layout.block-quote"
        return self._line(paragraph) or self._short(number) or ("body", "layout.paragraph")

    def _is_prose_item(self, number: int) -> bool:
        """Whether a number or a dash opens a paragraph: all of them are numbered, or it is speech."""
        paragraph = self._paragraphs[number]
        if paragraph.text[0].isdigit() and self._paragraphs[self._lead].text[0].isdigit():
            return paragraph.closed and paragraph.words > _LINE_WORDS
        return self._is_dialogue(number)

    def _is_dialogue(self, number: int) -> bool:
        """Whether a dash opens speech rather than an item: a verb of saying in it, and no item before or after it."""
        paragraph, before = self._paragraphs[number], self._paragraphs[number - 1]
        if paragraph.text[0] not in "–—-" or not paragraph.closed or before.text[-1] == ":" or before.bullet:
            return False
        if number + 1 < len(self._paragraphs) and self._paragraphs[number + 1].bullet:
            return False
        reporting = self._signs.vocabulary.reporting
        return any(word.strip(",.") in reporting for word in paragraph.text.split())

    def _is_block_quote(self, number: int) -> bool:
        """Whether it is speech set apart without marks, after a line such as "The Minister said:"."""
        before = self._paragraphs[number - 1]
        if (
            before.text[-1] != ":"
            or not _SHORTEST_CUE <= before.words <= _INTRODUCTION_WORDS
            or self._paragraphs[number].text[0] in _MARKS
        ):
            return False
        return any(word.strip(",:") in self._signs.vocabulary.reporting for word in before.text.split()[-_CUE_WORDS:])

    def _line(self, paragraph: Paragraph) -> Verdict | None:
        """What a line is by its form: a date, a quotation with its speaker, a number, a row."""
        if paragraph.words <= _LINE_WORDS and ":" not in paragraph.text and self._signs.is_date_line(paragraph):
            return "masthead", "layout.date-line"
        if _PULL_QUOTE.match(paragraph.text):
            return "quote", "layout.pull-quote"
        if self._signs.is_reference(paragraph):
            return "furniture", "layout.reference"
        return ("list", "layout.row") if self._is_row(paragraph) else None

    def _is_row(self, paragraph: Paragraph) -> bool:
        """Whether it is a row of a table; "The mayor said: …" is none."""
        if paragraph.words > _HEADING_WORDS or not _ROW.match(paragraph.text):
            wide = "   " in paragraph.text or "\t" in paragraph.text
            return wide and _CELLS.search(paragraph.text) is not None
        return paragraph.text.partition(":")[0].split()[-1] not in self._signs.vocabulary.reporting

    def _short(self, number: int) -> Verdict | None:
        if self.is_heading(number):
            return "heading", "layout.heading"
        last = number + _SIGNATURE_LINES >= len(self._paragraphs)
        if last and self._signs.is_body_name(self._paragraphs[number]):
            return "masthead", "layout.signature"
        return None

    def is_heading(self, number: int) -> bool:
        """Whether a short line without an end heads what comes after it."""
        paragraph = self._paragraphs[number]
        if paragraph.mark == "heading":
            return True
        if paragraph.words > _HEADING_WORDS or paragraph.closed or paragraph.bullet or paragraph.text[0].islower():
            return False
        if paragraph.text[-1] in ',"”»' or number + 1 >= len(self._paragraphs):
            return False
        after = self._paragraphs[number + 1]
        return after.closed or after.bullet > 0 or after.words > _HEADING_WORDS
