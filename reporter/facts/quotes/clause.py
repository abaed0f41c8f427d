"""The words beside a quotation as tokens, with the names in them, and the verbs that report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from reporter.facts.quotes.lexicon import Lexicon, Verb
from reporter.language.tokens import Token, tokenise
from reporter.model.spans import Span

MentionKind = Literal["person", "organisation", "pronoun", "role", "name"]

DASHES = frozenset("-–—―")
BREAKS = frozenset(',;:.!?()[]“”"«»„…|') | DASHES
_LONGEST_PAIR = 12
_AROUND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """The words that name a speaker."""

    span: Span
    kind: MentionKind
    """`name` is a capitalised name of which is not known whose it is."""
    phrase: Span
    """The whole noun phrase, a title before the name included."""


class Hint(NamedTuple):
    """A name that an earlier stage has found."""

    start: int
    end: int
    kind: MentionKind


class Hints:
    """The names of a text by place."""

    def __init__(self, hints: Sequence[Hint]) -> None:
        self._hints = sorted(hints)
        self._starts = [hint.start for hint in self._hints]

    def within(self, start: int, end: int, kind: MentionKind) -> Iterator[Hint]:
        """Those of a kind that lie in [start, end), in order."""
        for hint in self._hints[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if hint.kind == kind and hint.end <= end:
                yield hint


class Clause:
    """The tokens of a stretch beside a quotation."""

    def __init__(self, text: str, span: Span, hints: Hints, lexicon: Lexicon) -> None:
        self.text = text
        self.tokens: list[Token] = tokenise(text, span.start, span.end)
        self.lower = [token.text.lower() for token in self.tokens]
        self.hints = hints
        self.lexicon = lexicon
        self.limit = len(self.tokens)

    def __len__(self) -> int:
        return self.limit

    def cut(self, end: int) -> Clause:
        """The clause up to a token, behind which nothing is looked at but the rest of a title."""
        self.limit = end
        return self

    def span(self, start: int, end: int) -> Span:
        """The characters of tokens [start, end)."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def is_upper(self, index: int) -> bool:
        """Whether a token begins with a capital."""
        return self.tokens[index].text[0].isupper()

    def verb(self, index: int) -> Verb | None:
        """The reporting verb at a place: not a noun of the same form, nor a name."""
        verb = self.lexicon.verbs.get(self.lower[index])
        if verb is None or (index and self.is_upper(index) and verb.form != "past"):
            return None
        before = self.lower[index - 1] if index else ""
        if verb.form == "base" and not self._takes_base(index):
            return None
        if verb.form in ("third", "base") and index and self.is_possessive(index - 1):
            return None
        if verb.form == "gerund" and before in self.lexicon.determiners:
            return None
        if verb.form == "third" and (
            before[:1].isdigit() or before in self.lexicon.determiners or before in self.lexicon.prepositions
        ):
            return None
        return verb

    def _takes_base(self, index: int) -> bool:
        lexicon = self.lexicon
        before = self.lower[index - 1] if index else ""
        return (
            lexicon.pronouns.get(before, "") in {"s", "p"}
            or before in lexicon.auxiliaries
            or before in {"to", "you", "who"}
            or (before.endswith("s") and before[:-1] in lexicon.roles)
            or (index > 0 and self.is_upper(index - 1) and "and" in self.lower[max(0, index - _LONGEST_PAIR) : index])
        )

    def find_breaks(self, index: int) -> bool:
        """Whether no noun phrase runs across a token."""
        return self.tokens[index].text in BREAKS and not (self._is_inner_stop(index) or self._is_hyphen(index))

    def _is_hyphen(self, index: int) -> bool:
        """The hyphen of "40-page", with nothing around it."""
        around = self.text[self.tokens[index].start - 1 : self.tokens[index].end + 1]
        return self.tokens[index].text == "-" and len(around) == _AROUND and not (around[0] + around[-1]).isspace()

    def _is_inner_stop(self, index: int) -> bool:
        """The stop of "Mr." or of an initial."""
        if self.tokens[index].text != "." or not index:
            return False
        before = self.tokens[index - 1]
        if index + 1 >= len(self.tokens) or not self.is_upper(index + 1):
            return False
        return before.end == self.tokens[index].start and (
            self.lower[index - 1] in self.lexicon.abbreviations
            or (self.lower[index - 1] in self.lexicon.honorifics and self.is_upper(index - 1))
            or (len(before.text) == 1 and before.text.isupper())
        )

    def is_possessive(self, index: int) -> bool:
        """Whether a token is a genitive: Smith’s."""
        if self.lower[index].endswith(("'s", "’s")):
            return True
        following = self.tokens[index + 1 : index + 2]
        return bool(
            following
            and self.lower[index][-1] == "s"
            and following[0].text in "'’"
            and following[0].start == self.tokens[index].end
        )
