"""Three to five sentences that a principal would want: the newest first, nothing said twice, every release heard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from reporter.merge.likeness import jaccard, overlap, stems
from reporter.merge.references import Order
from reporter.model.briefing import Entry, Reference, SummaryLine
from reporter.model.facts import SummarySentence

_MOST = 5
_NUMBER = re.compile(r"\d+")
# From here on a second sentence would bore: it shares so much of its words with one that stands already.
_ALIKE = 0.6
# From here on it says the same, and may be named as a second source. What is only alike ("received the Minister of …
# for a working visit") is news of another day.
_SAME = 0.9


def merge(entries: Sequence[Entry], order: Order) -> tuple[SummaryLine, ...]:
    """The first sentence of every release before a second one of any, as far as there is room."""
    chosen: list[tuple[Entry, SummarySentence]] = []
    echoes: dict[int, list[Reference]] = {}
    for entry, sentence in _in_turn(list(reversed(entries))):
        words = stems(sentence.text)
        alike = [place for place, one in enumerate(chosen) if overlap(stems(one[1].text), words) >= _ALIKE]
        if alike:
            for place in alike:
                if _says_the_same(chosen[place][1].text, sentence.text):
                    echoes.setdefault(place, []).append(Reference(release=entry.key, span=sentence.span))
        elif len(chosen) < _MOST:
            chosen.append((entry, sentence))
    lines = [_line(entry, sentence, echoes.get(place, ()), order) for place, (entry, sentence) in enumerate(chosen)]
    places = {entry.key: -place for place, entry in enumerate(entries)}
    return tuple(sorted(lines, key=lambda line: (places[line.references[0].release], line.references[0].span)))


def _says_the_same(one: str, other: str) -> bool:
    """Whether the words are the same but for a few, and every number is."""
    return _NUMBER.findall(one) == _NUMBER.findall(other) and jaccard(stems(one), stems(other)) >= _SAME


def _in_turn(newest_first: Sequence[Entry]) -> Iterator[tuple[Entry, SummarySentence]]:
    """The first sentence of each, then the second of each, and so on."""
    columns = zip_longest(*(entry.release.facts.summary for entry in newest_first))
    for sentences in columns:
        for entry, sentence in zip(newest_first, sentences, strict=True):
            if sentence:
                yield entry, sentence


def _line(entry: Entry, sentence: SummarySentence, echoes: Sequence[Reference], order: Order) -> SummaryLine:
    """A sentence, with the places where other releases say the same."""
    own = Reference(release=entry.key, span=sentence.span)
    elsewhere = [echo for echo in order.sorted(echoes) if echo.release != entry.key]
    return SummaryLine(text=sentence.text, references=(own, *elsewhere))
