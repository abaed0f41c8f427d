"""The sentences a reader needs: the lead, and what says most of the release's own words after it.

On news and releases the first sentences beat every ranking of sentences by their words (LexRank, TextRank, LSA);
so position decides first, and words only choose among what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from reporter.layout import openings
from reporter.locales import Locale
from reporter.model.blocks import Block, Reading
from reporter.model.facts import Facts, SummarySentence
from reporter.model.spans import Span

_WORD = re.compile(r"[^\W\d_]{3,}")
# The number of a paragraph: "2. ".
_NUMBERING = re.compile(r"\d{1,2}[.)]\s+")
_NUMBER = re.compile(r"\d[\d.,]*")
# The sentence is said to the end; one that ends with a colon introduces what is not shown.
_COMPLETE = re.compile(r"[.!?…][\"'”’»)\]\d]*$")
# A dash opens speech or an item.
_ITEM_MARKS = "–—-•"
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
_SECOND, _EARLY, _TITLE, _FREQUENT, _FIGURE, _BACKWARD, _QUOTES = 0.5, 1.6, 1.2, 1.5, 0.15, 0.7, 0.6
_STEM = 6
# No summary goes further than so many sentences into a release.
_ENOUGH = 18


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


@dataclass(frozen=True, slots=True)
class _Words:
    stop: frozenset[str]
    backward: tuple[str, ...]
    pointing: tuple[str, ...]
    anchors: frozenset[str]
    """The last words of the pointing phrases: a sentence without any of them has none of the phrases."""


@cache
def _words(locale: Locale) -> _Words:
    pointing = locale.words("pointing_phrases")
    return _Words(
        stop=frozenset(locale.words("stopwords")),
        backward=tuple(f"{phrase} " for phrase in locale.words("backward_openers")),
        pointing=pointing,
        anchors=frozenset(phrase.rsplit(" ", 1)[-1] for phrase in pointing),
    )


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far, with the summary."""
    words = _words(locale)
    sieve = _Sieve(
        text=reading.text,
        words=words,
        quoted=tuple(sorted(quote.span for quote in facts.quotes)),
        reached=_reached(reading),
        news=_news_start(reading, facts),
    )
    body = reading.of_kind("body")
    candidates = sieve.candidates(body) or replace(sieve, statement=True).candidates(body)
    chosen = _choose(reading, facts, candidates, words)
    summary = tuple(_sentence(reading.text, candidate) for candidate in chosen)
    return replace(facts, summary=summary)


def _sentence(text: str, candidate: _Candidate) -> SummarySentence:
    rule = "summary.lead" if candidate.order == 0 else "summary.salient"
    return SummarySentence(text=" ".join(candidate.span.of(text).split()), span=candidate.span, rule=rule)


def _reached(reading: Reading) -> tuple[Span, ...]:
    """The telephone numbers and mail addresses of the text."""
    phones = [mention.span for mention in reading.mentions.phones]
    emails = [mention.span for mention in reading.mentions.addresses if mention.kind == "email"]
    return tuple(sorted(phones + emails))


def _news_start(reading: Reading, facts: Facts) -> int:
    """Where the words after the dateline begin, where the lead has one."""
    lead = next(iter(reading.of_kind("body")), None)
    if lead is None or facts.dateline is None or not lead.span.holds(facts.dateline.span):
        return 0
    return openings.after(reading.text, facts.dateline.span.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sieve:
    """Lets through what may stand in a summary."""

    text: str
    words: _Words
    quoted: tuple[Span, ...]
    reached: tuple[Span, ...]
    news: int
    """Where the news begins, after the dateline."""
    statement: bool = False
    """Whether the release is all speech, so that its summary cannot but quote."""

    def candidates(self, body: Sequence[Block]) -> list[_Candidate]:
        """The complete sentences of the body that are no speech, name no number to call and point nowhere else."""
        found: list[_Candidate] = []
        for number, block in enumerate(body):
            for place, sentence in enumerate(block.sentences):
                span = self._words_of(sentence)
                if span.start < span.end and self._is_complete(span, opens=place == 0, lead=number == 0):
                    self._add(found, span)
            if len(found) >= _ENOUGH:
                break
        return found

    def _words_of(self, sentence: Span) -> Span:
        """The sentence without dateline and number."""
        start = max(sentence.start, self.news)
        number = _NUMBERING.match(self.text, start, sentence.end)
        return Span(number.end() if number else start, sentence.end)

    def _is_complete(self, span: Span, *, opens: bool, lead: bool) -> bool:
        """Whether a sentence is one to its end; very short ones inside a paragraph lean on those before them."""
        shown = span.of(self.text)
        if shown.count(" ") + 1 < (_FEWEST_WORDS if opens else _FEWEST_INSIDE):
            return False
        if shown[0].islower() or shown[0] in _ITEM_MARKS:
            return False
        # Speech that goes on in the next sentence.
        if not self.statement and (shown.count("“") > shown.count("”") or shown.count('"') % 2):
            return False
        return _COMPLETE.search(shown[-6:]) is not None or (lead and shown[-1] not in ":;,")

    def _add(self, found: list[_Candidate], span: Span) -> None:
        quotes = _overlapping(self.quoted, span)
        if (quotes and not self.statement and _is_speech(span, quotes)) or _overlapping(self.reached, span):
            return
        lower = span.of(self.text).casefold()
        tokens = frozenset(_WORD.findall(lower))
        if not self.words.anchors.isdisjoint(tokens) and any(phrase in lower for phrase in self.words.pointing):
            return
        stems = frozenset([token[:_STEM] for token in tokens - self.words.stop])
        found.append(
            _Candidate(span=span, order=len(found), stems=stems, words=lower.count(" ") + 1, quotes=bool(quotes))
        )


def _overlapping(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of the sorted spans, none of which overlap one another, that overlap this one."""
    first = bisect_left(spans, span)
    first -= first > 0 and spans[first - 1].end > span.start
    return spans[first : bisect_left(spans, (span.end,))]


def _is_speech(span: Span, quotes: Sequence[Span]) -> bool:
    """Whether a sentence begins with speech, or in the middle of it, or is little else."""
    inside = sum(min(span.end, quote.end) - max(span.start, quote.start) for quote in quotes)
    begins = any(quote.start - 1 <= span.start < quote.end for quote in quotes)
    return begins or inside > (1 - _OUTSIDE) * (span.end - span.start)


def _stems(words: str, stop: frozenset[str]) -> frozenset[str]:
    return frozenset([word[:_STEM] for word in _WORD.findall(words.casefold()) if word not in stop])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """What sentences are weighed by."""

    text: str
    title: frozenset[str]
    repeated: frozenset[str]
    """Words that stand in more than one sentence."""
    count: int
    backward: tuple[str, ...]

    def weigh(self, candidate: _Candidate) -> float:
        """How much a reader needs the sentence; the first one above all."""
        if candidate.order == 0:
            return _LEAD
        score = _EARLY * (1 - candidate.order / self.count) + (_SECOND if candidate.order == 1 else 0.0)
        score += _TITLE * len(candidate.stems & self.title) / (len(self.title) or 1)
        score += _FREQUENT * len(candidate.stems & self.repeated) / (len(candidate.stems) or 1)
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
        repeated=_repeated(candidates),
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


def _repeated(candidates: Sequence[_Candidate]) -> frozenset[str]:
    once: set[str] = set()
    again: set[str] = set()
    for candidate in candidates:
        again |= once & candidate.stems
        once |= candidate.stems
    return frozenset(again)


def _same(left: frozenset[str], right: frozenset[str]) -> bool:
    smaller = min(len(left), len(right))
    return smaller > 0 and len(left & right) >= _SAME * smaller
