"""What stands before the first paragraph of the news: masthead, label, title, subtitle, captions, contacts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reporter.layout.paragraphs import Paragraph
from reporter.layout.signs import Signs
from reporter.layout.vocabulary import folded
from reporter.model.blocks import BlockKind

_LONGEST_HEAD = 40
# Prose before a dateline is a caption or a standfirst as long as it is no more than this.
_STANDFIRST_PARAGRAPHS, _STANDFIRST_WORDS, _STANDFIRST_REACH = 3, 120, 7
_CARD_LINES = 5
_MANY_WORDS = 35
_OPEN_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "over",
        "the",
        "to",
        "under",
        "with",
        "-",
        "–",
        "—",
        "&",
        "vs",
    ]
)
# Words that make a short sentence say something; a caption without a verb has none of them.
_VERBAL = re.compile(r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|must|said|says|\w{3,}ed)\b")
_SHORT_CAPTION = 16
_LETTERHEAD_WORDS, _SHORT_HEADLINE = 7, 4


@dataclass(slots=True)
class Head:
    """The verdicts on the first paragraphs."""

    lead: int
    """Number of the first paragraph of the news; that after the last where there is none."""
    verdicts: dict[int, tuple[BlockKind, str]] = field(default_factory=dict)
    joined: set[int] = field(default_factory=set)
    """Paragraphs that go on with the block before them: lines of one title."""


def read(paragraphs: Sequence[Paragraph], signs: Signs) -> Head:
    """The verdicts on everything before the lead."""
    head = Head(lead=len(paragraphs))
    _settle(head, paragraphs, signs)
    _settle_standfirst(head, paragraphs, signs)
    _choose_title(head, paragraphs, signs)
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
    elif opening is not None and signs.is_news(paragraph, opening):
        return 0
    elif signs.is_end(paragraph) or signs.is_handles(paragraph):
        head.verdicts[number] = ("furniture", "layout.mark-line")
    elif signs.is_reference(paragraph):
        head.verdicts[number] = ("furniture", "layout.reference")
    elif signs.is_contact(paragraph):
        head.verdicts[number] = ("contact", "layout.contact-line")
    elif signs.is_caption(paragraph):
        head.verdicts[number] = ("caption", "layout.caption-credit")
    elif signs.is_prose(paragraph):
        return _prose(head, paragraphs, number, signs)
    return 1


def _prose(head: Head, paragraphs: Sequence[Paragraph], number: int, signs: Signs) -> int:
    """A paragraph of sentences is the lead, unless a dateline opens one that comes soon after."""
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
        if opening is not None and (opening.body < paragraphs[later].span.end or opening.date):
            head.verdicts[number] = ("body", "layout.before-dateline")
            return 1
    return 0


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
    verdicts: dict[str, tuple[BlockKind, str]] = {
        "date": ("masthead", "layout.date-field"),
        "issuer": ("masthead", "layout.issuer-field"),
        "title": ("title", "layout.title-field"),
        "subtitle": ("subtitle", "layout.title-field"),
        "label": ("label", "layout.label-field"),
        "other": ("furniture", "layout.field"),
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
    if opener.kind == "about" and paragraph.closed and not opener.whole_line and signs.is_prose(paragraph):
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


def _choose_title(head: Head, paragraphs: Sequence[Paragraph], signs: Signs) -> None:
    free = [number for number in range(head.lead) if number not in head.verdicts]
    marked = [number for number, verdict in head.verdicts.items() if verdict[0] == "title"]
    names = [number for number in free if signs.is_body_name(paragraphs[number]) or signs.is_person(paragraphs[number])]
    names += [number for number in free if number not in names and _is_letterhead(number, free, paragraphs, head)]
    titles = [number for number in free if number not in names]
    if not titles and not marked and names == [head.lead - 1] and names[0] not in _labelled(head):
        # The only line above the news, and nothing between them: its title, be it the name of a conference.
        titles, names = names, []
    title = marked[0] if marked else _best(titles, paragraphs, head)
    for number in names:
        head.verdicts[number] = ("masthead", "layout.masthead")
    if title is None:
        return
    if not marked:
        head.verdicts[title] = ("title", "layout.title")
        _join_lines(head, title, titles, paragraphs)
    for number in titles:
        if number not in head.verdicts:
            head.verdicts[number] = _beside_title(number, title, paragraphs)


def _is_letterhead(number: int, free: Sequence[int], paragraphs: Sequence[Paragraph], head: Head) -> bool:
    """Whether a line of capitalised words right above the label is whose release it is: the headline comes below."""
    words = paragraphs[number].text.split()
    below = head.verdicts.get(number + 1)
    labelled = below is not None and below[0] == "label"
    if not labelled or len(words) > _LETTERHEAD_WORDS or any(word[0].islower() and len(word) > 3 for word in words):  # noqa: PLR2004  (of, the, and)
        return False
    return any(later > number and paragraphs[later].words > _SHORT_HEADLINE for later in free)


def _labelled(head: Head) -> set[int]:
    """The lines right above or below a label or a date: mastheads stand there."""
    settled = {number for number, (kind, _) in head.verdicts.items() if kind in ("label", "masthead")}
    return {number + step for number in settled for step in (-1, 1)}


def _beside_title(number: int, title: int, paragraphs: Sequence[Paragraph]) -> tuple[BlockKind, str]:
    paragraph = paragraphs[number]
    if number < title:
        return "masthead", "layout.above-title"
    if paragraph.bullet:
        return "list", "layout.list"
    if paragraph.closed and paragraph.words <= _SHORT_CAPTION and not _VERBAL.search(paragraph.text):
        return "caption", "layout.caption-verbless"
    return "subtitle", "layout.subtitle"


def _best(candidates: Sequence[int], paragraphs: Sequence[Paragraph], head: Head) -> int | None:
    """The likeliest title: the first of sensible length, better if printed twice or below a label."""
    best, best_score = None, 0.0
    for order, number in enumerate(candidates):
        paragraph = paragraphs[number]
        words = paragraph.words
        score = 4.0 - min(order, 4) * 0.4
        score += 2 if words > 3 else (0 if words == 3 else -1)  # noqa: PLR2004  (kickers have one to three words)
        score -= 2 * (words > _MANY_WORDS) + 3 * bool(paragraph.bullet) + paragraph.closed
        above, below = head.verdicts.get(number - 1), head.verdicts.get(number + 1)
        score += 1 * (above is not None and above[0] == "label") + 2 * (below == ("furniture", "layout.again"))
        if score > best_score:
            best, best_score = number, score
    return best


def _join_lines(head: Head, title: int, candidates: Sequence[int], paragraphs: Sequence[Paragraph]) -> None:
    """Join the lines of one title: the sentence plainly goes on, or both are in capitals."""
    number = title
    while number + 1 in candidates and _one_title(paragraphs[number], paragraphs[number + 1]):
        number += 1
        head.verdicts[number] = ("title", "layout.title")
        head.joined.add(number)


def _one_title(line: Paragraph, after: Paragraph) -> bool:
    if after.gap > 0 or after.bullet or line.closed:
        return False
    if after.text[0].islower() or line.text[-1] in ",–—-&":
        return True
    if line.text.rsplit(None, 1)[-1].casefold() in _OPEN_WORDS:
        return True
    return line.text.isupper() and after.text.isupper()
