"""What stands from the lead on: body, lists, headings, and what closes a release: contacts, notes, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reporter.layout.news import News
from reporter.layout.paragraphs import Paragraph
from reporter.layout.signs import Signs
from reporter.layout.verdicts import Verdict
from reporter.layout.vocabulary import Opener, folded

_HEADING_WORDS = 14
_SECTION_WORDS = 9
_CARD_LINES, _LAST_PARAGRAPHS = 10, 6
# Where in a text an end mark is one, and where a mere rule is.
_HALF, _LATE, _FEW_WORDS_AFTER = 0.5, 0.6, 2
_CARD_TOPS = frozenset({"body", "boilerplate", "heading"})
# "About Acme: Acme makes …" or "About Acme – Acme …": the heading of the boilerplate stands in its line.
_INLINE_ABOUT = re.compile(r"about [^\n.:–—]{2,70}(?::|\s[–—-])\s", re.IGNORECASE)
_ABOUT_NAME = re.compile(r"about (?:the )?(?=\S)", re.IGNORECASE)


class Tail:
    """Goes through the paragraphs from the lead on, remembering the section it is in."""

    def __init__(self, paragraphs: Sequence[Paragraph], signs: Signs, lead: int, captions: set[str]) -> None:
        self._paragraphs = paragraphs
        self._signs = signs
        self._captions = captions
        self._lead = lead
        self._news = News(paragraphs, signs, lead)
        self._section = "body"
        self._ended = False
        self._value: int | None = None
        """The number of the paragraph that is the value of the key above it."""

    def read(self) -> dict[int, Verdict]:
        """A verdict for each paragraph from the lead on."""
        verdicts = {number: self._verdict(number) for number in range(self._lead, len(self._paragraphs))}
        for number, verdict in list(verdicts.items()):
            if verdict == ("contact", "layout.contact-line"):
                self._extend(verdicts, number)
        return verdicts

    def _extend(self, verdicts: dict[int, Verdict], number: int) -> None:
        """Let a card that no heading opens begin with the short lines right above its first number."""
        while not self._paragraphs[number].gap and self._may_top(verdicts.get(number - 1)):
            above = self._paragraphs[number - 1]
            if above.words > _HEADING_WORDS or above.closed or above.bullet or number - 1 == self._lead:
                return
            number -= 1
            verdicts[number] = ("contact", "layout.card-top")

    @staticmethod
    def _may_top(verdict: Verdict | None) -> bool:
        return verdict is not None and (verdict[0] in _CARD_TOPS or verdict[1] == "layout.signature")

    def _verdict(self, number: int) -> Verdict:
        if number == self._lead:
            return "body", "layout.lead"
        for found in (self._by_mark, self._by_line, self._field, self._opened):
            verdict = found(number)
            if verdict is not None:
                return verdict
        return self._continued(number)

    def _by_mark(self, number: int) -> Verdict | None:
        paragraph = self._paragraphs[number]
        if paragraph.mark in ("caption", "quote"):
            return paragraph.mark, "layout.mark"
        if paragraph.mark == "contact":
            self._section = "contact"
            return "contact", "layout.mark"
        return None

    def _by_line(self, number: int) -> Verdict | None:
        """What a line is wherever it stands."""
        paragraph = self._paragraphs[number]
        if self._signs.is_end(paragraph):
            return self._end_mark(number)
        if self._signs.is_handles(paragraph):
            return "furniture", "layout.handles"
        if self._value == number:
            return "furniture", "layout.field"
        if self._signs.is_address(paragraph) and self._section != "contact":
            return "furniture", "layout.address"
        return None

    def _field(self, number: int) -> Verdict | None:
        """A key of the page with its value in the next line ("Topic:"), or the date of release ("Released on …")."""
        paragraph = self._paragraphs[number]
        found = self._signs.field(paragraph) if paragraph.words <= _SECTION_WORDS else None
        if found is None or self._section == "contact":
            return None
        kind, value = found
        if kind == "date" and value.start < paragraph.span.end and self._signs.ends_with_date(paragraph):
            return "masthead", "layout.date-field"
        if kind == "other" and paragraph.text[-1] == ":" and number + 1 < len(self._paragraphs):
            self._value = number + 1 if self._paragraphs[number + 1].words <= _SECTION_WORDS else None
            return "furniture", "layout.field"
        return None

    def _end_mark(self, number: int) -> Verdict:
        """What says "end" does so in the second half only, a rule of stars or lines further down; above they part sections."""
        text = self._paragraphs[number].text
        share = number / len(self._paragraphs)
        after = sum(self._signs.is_prose(paragraph) for paragraph in self._paragraphs[number + 1 : number + 5])
        says_end = text[0] == "#" or any(character.isdigit() for character in text)
        ends = share > _HALF if says_end else share > _LATE and after <= _FEW_WORDS_AFTER
        self._ended = self._ended or ends
        self._section = "ended" if self._ended else "body"
        return "furniture", "layout.end-mark"

    def _opened(self, number: int) -> Verdict | None:
        opener = self._signs.opener(self._paragraphs[number])
        return _OPENINGS[opener.kind](self, number, opener) if opener else None

    def open_contact(self, number: int, opener: Opener) -> Verdict | None:
        """The verdict on a line that seems to open contact cards; None where it does not."""
        del opener
        paragraph = self._paragraphs[number]
        reached = self._signs.reaches(paragraph) > 0 or self._signs.has_address(paragraph)
        if not reached and not (paragraph.words <= _HEADING_WORDS and self._heads_cards(number)):
            return None
        self._section = "contact"
        return "contact", "layout.contact-opener"

    def _heads_cards(self, number: int) -> bool:
        """Whether a number or an address follows within a card's length, or nothing but short lines to the end."""
        following = self._paragraphs[number + 1 : number + 1 + _CARD_LINES]
        for order, paragraph in enumerate(following):
            if self._signs.reaches(paragraph) or self._signs.is_contact(paragraph):
                return True
            opener = self._signs.opener(paragraph)
            if opener and (order or opener.kind != "contact"):
                return False
            if self._signs.is_prose(paragraph):
                return False
        return bool(following)

    def open_about(self, number: int, opener: Opener) -> Verdict | None:
        """The verdict on a line that seems to open boilerplate; None where it does not."""
        paragraph = self._paragraphs[number]
        if opener.phrase == "about" and not self._is_about(paragraph):
            return None
        self._section = "about"
        heads = paragraph.words <= _HEADING_WORDS and not (paragraph.closed and paragraph.text[-1] != ":")
        return ("heading" if heads else "boilerplate"), "layout.about"

    @staticmethod
    def _is_about(paragraph: Paragraph) -> bool:
        """Whether "About" heads boilerplate: a name follows, and no sentence ("About 200 people came")."""
        name = _ABOUT_NAME.match(paragraph.text, paragraph.bullet)
        if name is None or not paragraph.text[name.end()].isupper():
            return False
        heads = paragraph.words <= _HEADING_WORDS and paragraph.text[-1] not in ".!?;"
        return heads or _INLINE_ABOUT.match(paragraph.text, paragraph.bullet) is not None

    def open_notes(self, number: int, opener: Opener) -> Verdict | None:
        """The verdict on a line that seems to open notes to editors; None where it does not."""
        paragraph = self._paragraphs[number]
        if (
            opener.phrase in ("note", "notes", "note:")
            and paragraph.words <= _HEADING_WORDS
            and number + 1 == len(self._paragraphs)
        ):
            return None
        self._section = "notes"
        heads = paragraph.words <= opener.phrase.count(" ") + 2
        return ("heading" if heads else "boilerplate"), "layout.notes"

    def open_background(self, number: int, opener: Opener) -> Verdict | None:
        """The verdict on a line that seems to open background; None where it does not."""
        del opener
        self._section = "background"
        heads = self._paragraphs[number].words <= _SECTION_WORDS
        return ("heading" if heads else "boilerplate"), "layout.background"

    def open_publisher(self, number: int, opener: Opener) -> Verdict | None:
        """The verdict on a line that seems to open the publisher's name; None where it does not."""
        paragraph = self._paragraphs[number]
        if (
            opener.phrase == "source"
            and not opener.whole_line
            and paragraph.closed
            and not paragraph.text.split()[0].isupper()
        ):
            return None
        early = number + _LAST_PARAGRAPHS < len(self._paragraphs)
        if not opener.whole_line and (
            paragraph.words > _HEADING_WORDS
            or (self._signs.is_prose(paragraph) and (early or opener.phrase == "source"))
        ):
            return None
        if len(folded(paragraph.text).strip(" :")) > len(opener.phrase.strip(" :")):
            self._section = "ended"
            return "masthead", "layout.source-line"
        self._section = "publisher"
        return "furniture", "layout.publisher"

    def open_end(self, number: int, opener: Opener) -> Verdict | None:
        """The verdict on a line that seems to open what stands below the end mark; None where it does not."""
        del number, opener
        self._section, self._ended = "ended", True
        return "furniture", "layout.end-mark"

    def open_furniture(self, number: int, opener: Opener) -> Verdict | None:
        """The verdict on a line that seems to open nothing but itself; None where it does not."""
        paragraph = self._paragraphs[number]
        if self._signs.reaches(paragraph) or (opener.whole_line and self._signs.is_prose(paragraph)):
            return None
        return "furniture", "layout.furniture"

    def open_residue(self, number: int, opener: Opener) -> Verdict | None:
        """The verdict on a line that seems to open a list of links; None where it does not."""
        paragraph = self._paragraphs[number]
        if self._signs.is_prose(paragraph) or self._signs.reaches(paragraph):
            return None
        after = self._paragraphs[number + 1 : number + 3]
        if opener.whole_line and not any(self._signs.is_prose(other) for other in after):
            self._section = "residue"
        return "furniture", "layout.residue"

    def open_label(self, number: int, opener: Opener) -> Verdict | None:
        """The verdict on a line that seems to open nothing: a label below the title; None where it does not."""
        del opener
        paragraph = self._paragraphs[number]
        if self._section == "body" and paragraph.words > 4:  # noqa: PLR2004  (a label is short)
            return None
        return "label", "layout.label"

    def _continued(self, number: int) -> Verdict:
        paragraph = self._paragraphs[number]
        if self._captions and folded(paragraph.text) in self._captions:
            return "furniture", "layout.caption-again"
        verdict = _SECTIONS[self._section](self, number)
        if verdict:
            return verdict
        self._section = "ended" if self._ended else "body"
        if self._signs.is_contact(paragraph):
            self._section = "contact"
            return "contact", "layout.contact-line"
        return self._news.read(number)

    def in_contact(self, number: int) -> Verdict | None:
        """The verdict on a paragraph amid contact cards; None where that is over."""
        paragraph = self._paragraphs[number]
        if paragraph.words <= _SECTION_WORDS and self._signs.is_date_line(paragraph):
            return "masthead", "layout.date-line"
        if self._signs.goes_on_contact(paragraph) and not self._ends_card(number):
            return "contact", "layout.contact-card"
        return None

    def _ends_card(self, number: int) -> bool:
        """Whether a line after a gap begins something else: prose follows it, and it has no number."""
        paragraph = self._paragraphs[number]
        after = self._paragraphs[number + 1] if number + 1 < len(self._paragraphs) else None
        if self._signs.reaches(paragraph) or paragraph.bullet or not paragraph.gap or after is None:
            return False
        return self._signs.is_prose(after) and not self._signs.reaches(after)

    def in_boilerplate(self, number: int) -> Verdict | None:
        """The verdict on a paragraph amid boilerplate, notes or background; None where that is over."""
        paragraph = self._paragraphs[number]
        if self._signs.is_contact(paragraph):
            self._section = "contact"
            return "contact", "layout.contact-line"
        if self._section == "background" and self._news.is_heading(number):
            return None
        return "boilerplate", f"layout.{self._section}"

    def in_publisher(self, number: int) -> Verdict | None:
        """The verdict on a paragraph amid the publisher's name; None where that is over."""
        if self._signs.is_prose(self._paragraphs[number]):
            return None
        return "masthead", "layout.publisher"

    def in_residue(self, number: int) -> Verdict | None:
        """The verdict on a paragraph amid links; None where that is over."""
        paragraph = self._paragraphs[number]
        if self._signs.is_contact(paragraph):
            return None
        return "furniture", "layout.residue"

    def in_ended(self, number: int) -> Verdict | None:
        """The verdict on a paragraph below the end mark: never news."""
        paragraph = self._paragraphs[number]
        if self._signs.is_contact(paragraph):
            return None
        if self._signs.is_prose(paragraph):
            return "boilerplate", "layout.after-end"
        dated = self._signs.is_date_line(paragraph)
        return ("masthead", "layout.date-line") if dated else ("furniture", "layout.after-end")

    def in_body(self, number: int) -> Verdict | None:
        """The verdict on a paragraph amid the news; None where that is over."""
        del number
        return None


_OPENINGS: dict[str, Callable[[Tail, int, Opener], Verdict | None]] = {
    "contact": Tail.open_contact,
    "about": Tail.open_about,
    "notes": Tail.open_notes,
    "background": Tail.open_background,
    "publisher": Tail.open_publisher,
    "end": Tail.open_end,
    "furniture": Tail.open_furniture,
    "residue": Tail.open_residue,
    "label": Tail.open_label,
    "embargo": Tail.open_label,
    "status": Tail.open_label,
    "summary": Tail.open_furniture,
}
_SECTIONS: dict[str, Callable[[Tail, int], Verdict | None]] = {
    "body": Tail.in_body,
    "contact": Tail.in_contact,
    "about": Tail.in_boilerplate,
    "notes": Tail.in_boilerplate,
    "background": Tail.in_boilerplate,
    "publisher": Tail.in_publisher,
    "residue": Tail.in_residue,
    "ended": Tail.in_ended,
}
