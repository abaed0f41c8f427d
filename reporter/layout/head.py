"""What stands before the first paragraph of the news: masthead, label, title, subtitle, captions, contacts."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.layout import titles
from reporter.layout.paragraphs import Paragraph
from reporter.layout.signs import Signs
from reporter.layout.verdicts import Head, Verdict
from reporter.layout.vocabulary import folded

_LONGEST_HEAD = 40
# Prose before a dateline is a caption or a standfirst as long as it is no more than this.
_STANDFIRST_PARAGRAPHS, _STANDFIRST_WORDS, _STANDFIRST_REACH = 3, 120, 7
_CARD_LINES = 5
_SHORT_SENTENCE, _LONG_LINE = 4, 25


def read(paragraphs: Sequence[Paragraph], signs: Signs) -> Head:
    """The verdicts on everything before the lead."""
    head = Head(lead=len(paragraphs))
    _settle(head, paragraphs, signs)
    if head.lead == len(paragraphs):
        _settle_short_lead(head, paragraphs)
    _settle_standfirst(head, paragraphs, signs)
    titles.choose(head, paragraphs, signs)
    return head


def _settle(head: Head, paragraphs: Sequence[Paragraph], signs: Signs) -> None:
    """Give the verdicts that a paragraph's own looks decide, up to the lead."""
    number = _settle_above_mark(head, paragraphs, signs)
    seen: dict[str, int] = {}
    while number < min(len(paragraphs), _LONGEST_HEAD):
        paragraph = paragraphs[number]
        key = folded(paragraph.text) if len(paragraph.text) < 800 else ""  # noqa: PLR2004  (a caption is shorter)
        again = seen.get(key)
        if again is not None and key:
            _repeat(head, number, again)
            number += 1
            continue
        seen[key] = number
        step = _settle_one(head, paragraphs, number, signs)
        if step == 0:
            head.lead = number
            return
        number += step


def _settle_short_lead(head: Head, paragraphs: Sequence[Paragraph]) -> None:
    """Without a paragraph of any length the news begins with the first sentence below the first line."""
    free = [
        number for number in range(len(paragraphs)) if number not in head.verdicts or paragraphs[number].mark == "title"
    ]
    for number in free[1:]:
        paragraph = paragraphs[number]
        if paragraph.mark not in (None, "paragraph"):
            continue
        if paragraph.words > _LONG_LINE or (paragraph.closed and paragraph.words >= _SHORT_SENTENCE):
            head.lead = number
            head.verdicts = {settled: verdict for settled, verdict in head.verdicts.items() if settled < number}
            return


def _settle_above_mark(head: Head, paragraphs: Sequence[Paragraph], signs: Signs) -> int:
    """Above a title that the format marks no news begins; the number of the first paragraph to go on from."""
    marked = next((number for number, paragraph in enumerate(paragraphs) if paragraph.mark == "title"), 0)
    if marked >= _LONGEST_HEAD:
        return 0
    number = 0
    while number < marked:
        step = _settle_one(head, paragraphs, number, signs)
        if step == 0:
            head.verdicts[number] = ("furniture", "layout.above-marked-title")
        number += step or 1
    return number


def _repeat(head: Head, number: int, first: int) -> None:
    verdict = head.verdicts.get(first)
    head.verdicts[number] = ("furniture", "layout.again")
    if verdict is None or verdict[0] == "body":
        # The same words twice before the news: a caption if they are a sentence; the title is chosen among the rest.
        head.verdicts.pop(first, None)


def _settle_one(head: Head, paragraphs: Sequence[Paragraph], number: int, signs: Signs) -> int:
    """How many paragraphs were settled; 0 if the lead is reached."""
    paragraph = paragraphs[number]
    if paragraph.mark in ("title", "subtitle", "caption", "label"):
        head.verdicts[number] = (paragraph.mark, "layout.mark")
        return 1
    step = _settle_field(head, paragraphs, number, signs) or _settle_opener(head, paragraphs, number, signs)
    if step:
        return step
    opening = signs.opening(paragraph)
    if opening is not None and opening.body >= paragraph.span.end and (opening.date or opening.wire):
        head.verdicts[number] = ("masthead", "layout.date-line")
        return 1
    if opening is not None and signs.is_news(paragraph, opening):
        return 0
    verdict = _by_looks(paragraph, signs)
    if verdict is not None:
        head.verdicts[number] = verdict
        return 1
    return _prose(head, paragraphs, number, signs) if signs.is_prose(paragraph) else 1


def _by_looks(paragraph: Paragraph, signs: Signs) -> Verdict | None:
    """What a line is whatever stands around it."""
    if signs.is_end(paragraph) or signs.is_handles(paragraph):
        return "furniture", "layout.mark-line"
    if signs.is_series(paragraph):
        return "label", "layout.series"
    if signs.names_label(paragraph):
        return "label", "layout.named-label"
    if signs.is_reference(paragraph):
        return "furniture", "layout.reference"
    if signs.is_contact(paragraph):
        return "contact", "layout.contact-line"
    return ("caption", "layout.caption-credit") if signs.is_caption(paragraph) else None


def _prose(head: Head, paragraphs: Sequence[Paragraph], number: int, signs: Signs) -> int:
    """A paragraph of sentences is the lead, unless a dateline opens one that comes soon after."""
    if any(
        rule == "layout.date-line" and not _is_day_only(paragraphs[settled], signs)
        for settled, (_, rule) in head.verdicts.items()
    ):
        return 0
    words = prose = 0
    text = folded(paragraphs[number].text)
    for later in range(number + 1, min(len(paragraphs), number + _STANDFIRST_REACH)):
        words += paragraphs[later - 1].words
        prose += signs.is_prose(paragraphs[later - 1])
        if words > _STANDFIRST_WORDS or prose > _STANDFIRST_PARAGRAPHS:
            return 0
        if folded(paragraphs[later].text) == text:
            head.verdicts[number] = ("caption", "layout.caption-twice")
            return 1
        opening = signs.opening(paragraphs[later])
        if opening is None:
            continue
        alone = opening.body >= paragraphs[later].span.end
        # A date line that stands alone opens the news only if news comes after it; else it closes them.
        if not alone or (opening.date and any(signs.is_prose(other) for other in paragraphs[later + 1 : later + 4])):
            head.verdicts[number] = ("body", "layout.before-dateline")
            return 1
    return 0


def _is_day_only(paragraph: Paragraph, signs: Signs) -> bool:
    """Whether a date line names no place: then a dateline with the place may still come."""
    opening = signs.opening(paragraph)
    return opening is None or opening.place is None


def _settle_standfirst(head: Head, paragraphs: Sequence[Paragraph], signs: Signs) -> None:
    """Tell captions that end with a date from standfirsts among the prose before the dateline."""
    for number, (kind, rule) in list(head.verdicts.items()):
        if rule != "layout.before-dateline" or kind != "body":
            continue
        paragraph = paragraphs[number]
        del head.verdicts[number]
        if signs.is_caption(paragraph):
            head.verdicts[number] = ("caption", "layout.caption-credit")
        elif paragraph.closed and signs.ends_with_date(paragraph):
            head.verdicts[number] = ("caption", "layout.caption-date")


def _settle_field(head: Head, paragraphs: Sequence[Paragraph], number: int, signs: Signs) -> int:
    found = signs.field(paragraphs[number])
    if found is None:
        return 0
    kind, value = found
    inline = value.start < paragraphs[number].span.end
    if not inline and not _has_value(paragraphs, number, kind, signs):
        return 0
    verdicts: dict[str, Verdict] = {
        "date": ("masthead", "layout.date-field"),
        "issuer": ("masthead", "layout.issuer-field"),
        "title": ("title", "layout.title-field"),
        "subtitle": ("subtitle", "layout.title-field"),
        "label": ("label", "layout.label-field"),
        "other": ("furniture", "layout.field"),
        "detail": ("list", "layout.detail"),
    }
    if inline:
        if kind == "title":
            return 0
        head.verdicts[number] = verdicts[kind]
        return 1
    head.verdicts[number] = ("furniture", "layout.field")
    head.verdicts[number + 1] = verdicts[kind]
    return 2


def _has_value(paragraphs: Sequence[Paragraph], number: int, kind: str, signs: Signs) -> bool:
    """Whether the next line is the value of a key that stands alone; without a colon only a date or a body can be."""
    if number + 1 >= len(paragraphs) or paragraphs[number + 1].gap > 1:
        return False
    value = paragraphs[number + 1]
    if paragraphs[number].text[-1] == ":":
        return True
    if kind == "date":
        return signs.ends_with_date(value)
    return signs.is_body_name(value)


def _settle_opener(head: Head, paragraphs: Sequence[Paragraph], number: int, signs: Signs) -> int:
    opener = signs.opener(paragraphs[number])
    if opener is None:
        return 0
    paragraph = paragraphs[number]
    if opener.kind in ("label", "status", "embargo"):
        head.verdicts[number] = ("label", f"layout.{opener.kind}")
        return 1
    if opener.kind == "contact":
        return _settle_card(head, paragraphs, number, signs)
    if opener.kind in ("furniture", "residue", "end", "summary") and paragraph.words <= _CARD_LINES + 3:
        head.verdicts[number] = ("furniture", "layout.furniture")
        return 1
    says_itself = opener.kind == "about" and opener.phrase.count(" ") > 1
    if says_itself and paragraph.closed and signs.is_prose(paragraph):
        head.verdicts[number] = ("boilerplate", "layout.self-reference")
        return 1
    return 0


def _settle_card(head: Head, paragraphs: Sequence[Paragraph], number: int, signs: Signs) -> int:
    """A contact card above the title: it ends with its last number or address."""
    last = number if signs.is_contact(paragraphs[number]) else None
    for ahead in range(number + 1, min(len(paragraphs), number + 12)):
        paragraph = paragraphs[ahead]
        if paragraph.gap > 1 or not signs.goes_on_contact(paragraph) or ahead - (last or number) > _CARD_LINES:
            break
        if signs.is_contact(paragraph):
            last = ahead
    if last is None:
        return 0
    for inside in range(number, last + 1):
        head.verdicts[inside] = ("contact", "layout.contact-card")
    return last + 1 - number
