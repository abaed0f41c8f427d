"""Who the sentences around a quotation are about."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from reporter.facts.quotes import leading, phrases
from reporter.facts.quotes.clause import Clause, Mention
from reporter.facts.quotes.passages import Passage
from reporter.facts.quotes.scene import Scene
from reporter.model.spans import Span

_SENTENCES_BACK = 6
_ROLE_REACH = 4
_LONGEST_REACH = 60
_SUBORDINATE = 4


class Narration:
    """The words of a release outside its quotations."""

    def __init__(self, scene: Scene, passages: Sequence[Passage]) -> None:
        self.scene = scene
        self._told: list[tuple[int, Mention]] = []
        self._narrated: dict[int, list[Span]] = {}
        self._of_paragraph: dict[int, list[Passage]] = {}
        for passage in passages:
            for index in {passage.first, passage.last}:
                self._of_paragraph.setdefault(index, []).append(passage)

    def note(self, mention: Mention) -> None:
        """Remember who has been found to speak, for the pronouns that follow."""
        insort(self._told, (mention.span.start, mention), key=_first)

    def teller(self, span: Span) -> Mention | None:
        """The subject of a sentence that reports, else of any sentence about a person."""
        clause = self.scene.clause(*span)
        source = leading.according(clause)
        if source:
            return source.mention
        for verb in range(min(len(clause), _LONGEST_REACH)):
            kind = clause.verb(verb)
            if kind and kind.kind in ("say", "call") and kind.form in ("past", "third"):
                if leading.is_passive(clause, verb, kind.form):
                    if clause.lower[verb + 1 : verb + 2] == ["by"]:
                        return phrases.object_after(clause, verb + 2)
                    continue
                mention = phrases.subject_before(clause, verb)
                if (
                    mention
                    and mention.kind == "pronoun"
                    and clause.lower[max(0, verb - _SUBORDINATE) : verb].count("if")
                ):
                    break  # "refused to say if she had read the letter"
                if mention and not (kind.form == "third" and mention.kind == "role" and _is_inside(clause, mention)):
                    return mention
                break
        mention = phrases.main_subject(clause)
        return mention if mention and mention.kind != "organisation" and self._is_human(mention) else None

    def _is_human(self, mention: Mention) -> bool:
        """Whether a subject is somebody rather than something."""
        if mention.kind in ("person", "pronoun"):
            return True
        words = mention.span.of(self.scene.text).lower().split()[:_ROLE_REACH]
        if mention.kind == "name":
            return len(words) > 1 and mention.phrase.start < mention.span.start  # "its director, Jane Doe"
        return mention.kind == "role" and any(
            word in self.scene.lexicon.titles or word in self.scene.lexicon.genders for word in words
        )

    def subjects(self, place: int) -> Iterator[Mention]:
        """Who the sentences before a place are about, the nearest first.

        Knowingly missed: somebody who is only the object of a sentence ("For Doe it was over. He said …").
        """
        index = max(0, self.scene.paragraph_of(place))
        left = _SENTENCES_BACK
        while index >= 0 and left:
            told = self._narration(index)
            for at in range(bisect_left(told, (place,)) - 1, -1, -1):
                span = told[at]
                left -= 1
                end = min(span.end, place)
                mention = self._told_within(span.start, end) or self.teller(Span(span.start, end))
                if mention and mention.span.end <= place:
                    yield mention
                if not left:
                    return
            index -= 1

    def _told_within(self, start: int, end: int) -> Mention | None:
        """The last one in a stretch who has been found to speak."""
        at = bisect_left(self._told, end, key=_first)
        return self._told[at - 1][1] if at and self._told[at - 1][0] >= start else None

    def _narration(self, index: int) -> list[Span]:
        """The sentences of a paragraph that stand outside marks."""
        if index not in self._narrated:
            span = self.scene.paragraphs[index].span
            at = span.start
            told: list[Span] = []
            for passage in self._of_paragraph.get(index, ()):
                if passage.outer.start > at:
                    told += self.scene.sentences(at, passage.outer.start)
                at = max(at, passage.outer.end)
            if at < span.end:
                told += self.scene.sentences(at, span.end)
            self._narrated[index] = told
        return self._narrated[index]


def _first(told: tuple[int, Mention]) -> int:
    return told[0]


def _is_inside(clause: Clause, mention: Mention) -> bool:
    """Whether other words of the sentence stand before a phrase: "as a partner in humanitarian questions"."""
    return mention.phrase.start > clause.tokens[0].start
