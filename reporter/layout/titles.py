"""Which of the lines above the news is the title, and what the others are: masthead, subtitle, address."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.layout.paragraphs import Paragraph
from reporter.layout.signs import Signs
from reporter.layout.verdicts import Head, Verdict

_MANY_WORDS = 35
# A whole sentence that opens with one of these is speech, with which the news begins, and no subtitle.
_OPENING_MARKS = "\"“„«»‘'"
# Marks of speech may be of the wrong side.
_CLOSING_MARKS, _STOPS = "\"”“»«’'", (".", "!", "?", "…")
_SHORT_CAPTION, _SHORTEST_SUBTITLE = 16, 3
# A letterhead is no longer, but for words such as "of"; a headline is no shorter.
# What stands in several cells beside one another is a letterhead rather than a headline.
_ROW = 3
_LETTERHEAD_WORDS, _PARTICLE, _SHORT_HEADLINE, _ADDRESS_WORDS = 7, 3, 4, 10


def choose(head: Head, paragraphs: Sequence[Paragraph], signs: Signs) -> None:
    """Give the lines above the lead that nothing else explains to masthead, title and subtitle."""
    free = [number for number in range(head.lead) if number not in head.verdicts]
    marked = [number for number, verdict in head.verdicts.items() if verdict[0] == "title"]
    names = [number for number in free if signs.is_body_name(paragraphs[number]) or signs.is_person(paragraphs[number])]
    for number in free:
        if _is_address_line(number, paragraphs, head):
            head.verdicts[number] = ("contact", "layout.letterhead")
    free = [number for number in free if number not in head.verdicts]
    names += [
        number for number in free if number not in names and _is_letterhead(number, free, names, paragraphs, head)
    ]
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
        _join_lines(head, title, titles, paragraphs, signs)
    for number in titles:
        if number not in head.verdicts and (number < title or not _is_news(paragraphs[number])):
            head.verdicts[number] = _beside_title(number, title, paragraphs, signs)


def _is_address_line(number: int, paragraphs: Sequence[Paragraph], head: Head) -> bool:
    """Whether a line with a house number stands right above a line with a telephone number."""
    below = head.verdicts.get(number + 1)
    return (
        below is not None
        and below[0] == "contact"
        and paragraphs[number + 1].gap == 0
        and paragraphs[number].words <= _ADDRESS_WORDS
        and any(character.isdigit() for character in paragraphs[number].text)
    )


def _is_letterhead(
    number: int, free: Sequence[int], names: Sequence[int], paragraphs: Sequence[Paragraph], head: Head
) -> bool:
    """Whether a line of capitalised words above the label is whose release it is: the headline comes below."""
    words = paragraphs[number].text.split()
    if len(words) > _LETTERHEAD_WORDS or any(word[0].islower() and len(word) > _PARTICLE for word in words):
        return False
    label = number + 1
    while label in names:
        label += 1
    verdict = head.verdicts.get(label)
    if verdict is None or verdict[0] != "label":
        return False
    return any(later > number and later not in names and paragraphs[later].words > _SHORT_HEADLINE for later in free)


def _labelled(head: Head) -> set[int]:
    """The lines right above or below a label or a date: mastheads stand there."""
    settled = {number for number, (kind, _) in head.verdicts.items() if kind in ("label", "masthead")}
    return {number + step for number in settled for step in (-1, 1)}


def _is_news(paragraph: Paragraph) -> bool:
    return paragraph.closed and paragraph.words > 2 * _MANY_WORDS


def _beside_title(number: int, title: int, paragraphs: Sequence[Paragraph], signs: Signs) -> Verdict:
    paragraph = paragraphs[number]
    if number < title:
        return "masthead", "layout.above-title"
    if paragraph.bullet:
        return "list", "layout.list"
    if paragraph.text[0] in _OPENING_MARKS and paragraph.text.rstrip(_CLOSING_MARKS)[-1:] in _STOPS:
        return "body", "layout.speech-first"
    if paragraph.closed and paragraph.words <= _SHORT_CAPTION and not signs.has_verb(paragraph):
        return "caption", "layout.caption-verbless"
    return (
        ("subtitle", "layout.subtitle") if paragraph.words >= _SHORTEST_SUBTITLE else ("masthead", "layout.below-title")
    )


def _best(candidates: Sequence[int], paragraphs: Sequence[Paragraph], head: Head) -> int | None:
    """The likeliest title: the first of sensible length, better if printed twice or below a label."""
    best, best_score = None, 0.0
    for order, number in enumerate(candidates):
        paragraph = paragraphs[number]
        words = paragraph.words
        if paragraph.bullet or (paragraph.closed and words > _MANY_WORDS):
            continue
        score = 4.0 - min(order, 4) * 0.4
        score += 2 if words > 3 else (0 if words == 3 else -1)  # noqa: PLR2004  (kickers have one to three words)
        score -= 2 * (words > _MANY_WORDS) + 2 * paragraph.closed + _ROW * (paragraph.mark == "row")
        above, below = head.verdicts.get(number - 1), head.verdicts.get(number + 1)
        score += 1 * (above is not None and above[0] == "label") + 2 * (below == ("furniture", "layout.again"))
        if score > best_score:
            best, best_score = number, score
    return best


def _join_lines(
    head: Head, title: int, candidates: Sequence[int], paragraphs: Sequence[Paragraph], signs: Signs
) -> None:
    """Join the lines of one title: the sentence plainly goes on, or both are in capitals."""
    number = title
    while number + 1 in candidates and _one_title(paragraphs[number], paragraphs[number + 1], signs):
        number += 1
        head.verdicts[number] = ("title", "layout.title")
        head.joined.add(number)


def _one_title(line: Paragraph, after: Paragraph, signs: Signs) -> bool:
    if after.gap > 0 or after.bullet or line.closed:
        return False
    if after.text[0].islower() or line.text[-1] in ",–—-&":
        return True
    if line.text.rsplit(None, 1)[-1].casefold() in signs.vocabulary.open_words:
        return True
    return line.text.isupper() and after.text.isupper()
