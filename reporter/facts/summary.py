"""The sentences a reader needs: the lead, and what says most of the release's own words after it.

On news and releases the first sentences beat every ranking of sentences by their words (LexRank, TextRank, LSA);
so position decides first, and words only choose among what follows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from reporter.layout import openings, vocabulary
from reporter.layout.openings import Landmarks
from reporter.locales import Locale
from reporter.model.blocks import Reading
from reporter.model.facts import Facts, SummarySentence
from reporter.model.spans import Span

_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"\d[\d.,]*")
# The sentence is said to the end; one that ends with a colon introduces what is not shown.
_COMPLETE = re.compile(r"[.!?…][\"'”’»)\]\d]*$")
_OPENING_MARKS = "\"“«„'‘([ \n"
_LEAD, _ENOUGH_FIGURES = 100.0, 3
# A summary says no more than this of its release, and of a short one; the lead alone may be longer.
_SHORT_SHARE, _SHORT_WORDS = 0.55, 60
_SHARE, _MOST_WORDS, _MOST_SENTENCES = 0.38, 110, 4
_FEWEST_WORDS, _FEWEST_INSIDE, _LONGEST_WORDS = 5, 8, 70
# Two sentences that share so much of the shorter one's words say the same.
_SAME = 0.65
# A sentence is a quotation if less than this of it stands outside the marks.
_OUTSIDE = 0.6
# What being second or early, the title's words, frequent words and numbers are worth; what leaning on the sentence
# before and quoting cost.
_SECOND, _EARLY, _TITLE, _FREQUENT, _FIGURE, _BACKWARD, _QUOTES = 3.0, 1.6, 1.2, 1.0, 0.15, 0.7, 0.6
_STEM = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A sentence that may stand in the summary."""

    span: Span
    order: int
    """Its number among all candidates."""
    stems: frozenset[str]
    words: int
    quotes: bool
    """Whether part of it is quoted."""
    rule: str = "summary.salient"


@dataclass(frozen=True, slots=True)
class _Words:
    stop: frozenset[str]
    backward: tuple[str, ...]
    pointing: tuple[str, ...]


@cache
def _words(locale: Locale) -> _Words:
    return _Words(
        stop=frozenset(locale.words("stopwords")),
        backward=tuple(f"{phrase} " for phrase in locale.words("backward_openers")),
        pointing=locale.words("pointing_phrases"),
    )


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far, with the summary."""
    words = _words(locale)
    quoted = [quote.span for quote in facts.quotes]
    candidates = _candidates(reading, locale, words, quoted, statement=False)
    if not candidates:
        candidates = _candidates(reading, locale, words, quoted, statement=True)
    chosen = _choose(reading, facts, candidates, words)
    summary = tuple(_sentence(reading.text, candidate) for candidate in chosen)
    return replace(facts, summary=summary)


def _sentence(text: str, candidate: _Candidate) -> SummarySentence:
    rule = "summary.lead" if candidate.order == 0 else candidate.rule
    return SummarySentence(text=" ".join(candidate.span.of(text).split()), span=candidate.span, rule=rule)


def _candidates(
    reading: Reading, locale: Locale, words: _Words, quoted: Sequence[Span], *, statement: bool
) -> list[_Candidate]:
    """The complete sentences of the body that are no bare quotations and name no number to call."""
    news = _news_start(reading, locale)
    reached = _reached(reading)
    found: list[_Candidate] = []
    for number, block in enumerate(reading.of_kind("body")):
        for place, sentence in enumerate(block.sentences):
            span = Span(max(sentence.start, news), sentence.end)
            shown = span.of(reading.text)
            if not _is_complete(shown, opens=place == 0, lead=number == 0) or any(map(span.overlaps, reached)):
                continue
            lower = shown.casefold()
            if any(phrase in lower for phrase in words.pointing):
                continue
            if not statement and _is_quotation(reading.text, span, quoted):
                continue
            found.append(_candidate(span, shown, len(found), words, quoted))
    return found


def _candidate(span: Span, shown: str, order: int, words: _Words, quoted: Sequence[Span]) -> _Candidate:
    return _Candidate(
        span=span,
        order=order,
        stems=_stems(shown, words.stop),
        words=shown.count(" ") + 1,
        quotes=any(quote.overlaps(span) for quote in quoted),
    )


def _reached(reading: Reading) -> list[Span]:
    """The telephone numbers and mail addresses of the text."""
    phones = [mention.span for mention in reading.mentions.phones]
    return phones + [mention.span for mention in reading.mentions.addresses if mention.kind == "email"]


def _news_start(reading: Reading, locale: Locale) -> int:
    """Where the words after the dateline begin."""
    lead = next(iter(reading.of_kind("body")), None)
    if lead is None:
        return 0
    opening = openings.read(reading.text, lead.span, Landmarks(reading.mentions), vocabulary.of(locale).wires)
    return opening.body if opening else 0


def _is_complete(shown: str, *, opens: bool, lead: bool) -> bool:
    """Whether a sentence is one to its end; very short ones inside a paragraph lean on those before them."""
    count = shown.count(" ") + 1
    if not shown or count < (_FEWEST_WORDS if opens else _FEWEST_INSIDE) or shown[0].islower():
        return False
    return _COMPLETE.search(shown[-6:]) is not None or (lead and shown[-1] not in ":;,")


def _is_quotation(text: str, span: Span, quoted: Sequence[Span]) -> bool:
    length = span.end - span.start
    inside = sum(min(span.end, quote.end) - max(span.start, quote.start) for quote in quoted if quote.overlaps(span))
    # It begins with speech, or in the middle of it.
    if inside > (1 - _OUTSIDE) * length or any(quote.start - 1 <= span.start < quote.end for quote in quoted):
        return True
    # A quotation that no fact knows: one with a stray mark, or one that goes on from the paragraph before.
    return not inside and text[span.start] in '"“«„' and text[span.start : span.end].count(text[span.start]) == 1


def _stems(words: str, stop: frozenset[str]) -> frozenset[str]:
    lower = (word.casefold() for word in _WORD.findall(words))
    return frozenset(word[:_STEM] for word in lower if word not in stop)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """What sentences are weighed by."""

    text: str
    title: frozenset[str]
    frequent: Counter[str]
    """In how many sentences each word stands."""
    count: int
    backward: tuple[str, ...]

    def weigh(self, candidate: _Candidate) -> float:
        """How much a reader needs the sentence; the first one above all."""
        if candidate.order == 0:
            return _LEAD
        score = _EARLY * (1 - candidate.order / self.count) + (_SECOND if candidate.order == 1 else 0.0)
        score += _TITLE * len(candidate.stems & self.title) / (len(self.title) or 1)
        score += _FREQUENT * sum(self.frequent[stem] > 1 for stem in candidate.stems) / (len(candidate.stems) or 1)
        sentence = candidate.span.of(self.text)
        score += _FIGURE * min(_ENOUGH_FIGURES, len(_NUMBER.findall(sentence)))
        backward = sentence.lstrip(_OPENING_MARKS).casefold().startswith(self.backward)
        return score - _BACKWARD * backward - _QUOTES * candidate.quotes


def _choose(reading: Reading, facts: Facts, candidates: list[_Candidate], words: _Words) -> list[_Candidate]:
    """The lead, then the best of the rest while there is room, in text order."""
    words_of_text = reading.text.count(" ") + 1
    room = min(_MOST_WORDS, max(_SHARE * words_of_text, min(_SHORT_SHARE * words_of_text, _SHORT_WORDS)))
    scale = _Scale(
        text=reading.text,
        title=_stems(facts.title.text, words.stop) if facts.title else frozenset(),
        frequent=Counter(stem for candidate in candidates for stem in candidate.stems),
        count=len(candidates),
        backward=words.backward,
    )
    chosen: list[_Candidate] = []
    for candidate in sorted(candidates, key=scale.weigh, reverse=True):
        if chosen and (len(chosen) >= _MOST_SENTENCES or candidate.words > min(room, _LONGEST_WORDS)):
            continue
        if not any(_same(candidate.stems, other.stems) for other in chosen):
            chosen.append(candidate)
            room -= candidate.words
    return sorted(chosen, key=lambda candidate: candidate.order)


def _same(left: frozenset[str], right: frozenset[str]) -> bool:
    smaller = min(len(left), len(right))
    return smaller > 0 and len(left & right) >= _SAME * smaller
