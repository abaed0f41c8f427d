"""Who is meant by the words beside a reporting verb: the noun phrase before or after it, and its head."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from reporter.facts.quotes.lexicon import Lexicon, Verb
from reporter.language.tokens import Token, tokenise
from reporter.model.spans import Span

MentionKind = Literal["person", "organisation", "pronoun", "role", "name"]

_LONGEST_PHRASE = 30
_LONGEST_SEGMENT = 60
_MOST_APPOSITIONS = 6
_LONGEST_DATELINE = 12
_ROLE_REACH = 4
_LONGEST_PAIR = 12
# Words of "X on Friday", before the verb.
_TIME_AND_SUBJECT = 3
_DASHES = frozenset("-–—―")
_RELATIVES = frozenset({"who", "which", "that"})
_BREAKS = frozenset(',;:.!?()[]“”"«»„…|') | _DASHES
# After these a name belongs to the noun before it: "a spokesman for Mr Smith".
_DEPENDENT = frozenset(
    {"of", "for", "to", "with", "by", "from", "at", "on", "against", "about", "in", "under", "between", "towards"}
)


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
        return self.tokens[index].text in _BREAKS and not (self._is_inner_stop(index) or self._is_hyphen(index))

    def _is_hyphen(self, index: int) -> bool:
        """The hyphen of "40-page", with nothing around it."""
        around = self.text[self.tokens[index].start - 1 : self.tokens[index].end + 1]
        return self.tokens[index].text == "-" and len(around) > 2 and not (around[0].isspace() or around[-1].isspace())  # noqa: PLR2004  (the hyphen and its neighbours)

    def _is_inner_stop(self, index: int) -> bool:
        """The stop of "Mr." or of an initial."""
        if self.tokens[index].text != "." or not index:
            return False
        before = self.tokens[index - 1]
        return before.end == self.tokens[index].start and (
            self.lower[index - 1] in self.lexicon.abbreviations
            or self.lower[index - 1] in self.lexicon.honorifics
            or (len(before.text) == 1 and before.text.isupper())
        )

    def is_possessive(self, index: int) -> bool:
        """Whether a token is a genitive: Smith’s."""
        return self.lower[index].endswith(("'s", "’s", "s'", "s’"))


def subject_before(clause: Clause, verb: int) -> Mention | None:
    """The subject of the verb at a place, appositions and relative clauses skipped: X, who …, said."""
    end = _skip_adverbs(clause, verb)
    for _ in range(_MOST_APPOSITIONS):
        if end <= 0:
            return None
        mark = clause.tokens[end - 1].text
        if mark == ")":
            end = _opening_bracket(clause, end - 1)
        elif mark in _DASHES or mark == ",":
            start = _segment_start(clause, end - 1)
            named = _named_in_apposition(clause, start, end - 1)
            if named:
                return named
            end = start - 1 if start else start
            if start == 0:
                return None
        elif mark.isdigit() and end > 1 and clause.tokens[end - 2].text == ",":
            end -= 2  # an age: "Doe, 51, who …, said"
        else:
            break
    start = _phrase_start(clause, end)
    if start > 1 and clause.lower[start - 1] in _RELATIVES and not clause.verb(start - 2):
        # "the union that represents the crews said": the subject is what the relative clause is about.
        return subject_before(clause, start - 1)
    if start == end and clause.lower[end - 1 : end] in (["and"], ["but"], ["then"]):
        return main_subject(clause)  # "turned to the moderator and said"
    found = head(clause, start, end) if start < end else None
    return _appositive(clause, start) or found if found and found.kind != "person" else found


def _appositive(clause: Clause, start: int) -> Mention | None:
    """The person whom a bare position describes: "Doe, curator and director of …, said"."""
    begin = _segment_start(clause, start)
    if not begin or clause.tokens[begin - 1].text != "," or clause.lower[begin] not in clause.lexicon.roles:
        return None
    before = clause.span(_segment_start(clause, begin - 1), begin - 1) if begin > 1 else None
    named = [hint for hint in clause.hints.within(*before, "person") if hint.end == before.end] if before else []
    return Mention(span=Span(*named[0][:2]), kind="person", phrase=Span(*named[0][:2])) if named else None


def _skip_adverbs(clause: Clause, end: int) -> int:
    """Back over "has also repeatedly", "on Friday", "was quoted as"."""
    lexicon = clause.lexicon
    while end > 0:
        word = clause.lower[end - 1]
        if (
            word in lexicon.auxiliaries
            or (word.endswith("ly") and not clause.is_upper(end - 1))
            or word in {"quoted", "as", "to"}
        ):
            end -= 1
        elif (
            end >= _TIME_AND_SUBJECT
            and clause.lower[end - 2] in {"on", "in", "last", "late", "early"}
            and _is_time(clause, end - 1)
        ):
            end -= 2
        elif _is_time(clause, end - 1):
            end -= 1
        else:
            break
    return end


def _is_time(clause: Clause, index: int) -> bool:
    word = clause.lower[index]
    return word in clause.lexicon.after_name and word.endswith("day")


def _opening_bracket(clause: Clause, index: int) -> int:
    for at in range(index - 1, max(index - _LONGEST_PHRASE, -1), -1):
        if clause.tokens[at].text == "(":
            return at
    return index


def _segment_start(clause: Clause, comma: int) -> int:
    """The first token of the segment that ends before this comma."""
    mark = clause.tokens[comma].text if clause.tokens[comma].text in _DASHES else ","
    at = comma
    while at > 0 and clause.tokens[at - 1].text not in (",", ";", mark) and at > comma - _LONGEST_SEGMENT:
        at -= 1
    return at


def _named_in_apposition(clause: Clause, start: int, end: int) -> Mention | None:
    """The person of an apposition that follows a title: "the head of the council, Jane Doe, said"."""
    if start >= end or not start:
        return None
    if clause.lower[start] in clause.lexicon.after_name or clause.lower[start] in clause.lexicon.determiners:
        return None
    found = head(clause, start, end)
    if found is None or found.kind not in ("person", "name"):
        return None
    if found.kind == "person" and found.span == clause.span(start, end) and not _ends_in_name(clause, start - 1):
        return found
    plain = found.kind == "person" or _is_bare_name(clause, start, end)
    return found if plain and _ends_in_title(clause, start - 1) else None


def named_before_comma(clause: Clause, comma: int) -> Mention | None:
    """The person who ends an apposition: "with its president, Jane Doe, telling …"."""
    return (
        _named_in_apposition(clause, _segment_start(clause, comma), comma) if clause.tokens[comma].text == "," else None
    )


def _ends_in_name(clause: Clause, end: int) -> bool:
    """Whether a person's name stands before a place."""
    span = clause.span(_segment_start(clause, end), end) if end else None
    return span is not None and any(hint.end == span.end for hint in clause.hints.within(*span, "person"))


def _is_bare_name(clause: Clause, start: int, end: int) -> bool:
    words = range(start, end)
    return end - start > 1 and all(clause.is_upper(at) and clause.lower[at] not in clause.lexicon.roles for at in words)


def _ends_in_title(clause: Clause, end: int) -> bool:
    """Whether the segment that ends here is a position, so that a name may follow it."""
    start = _segment_start(clause, end)
    words = clause.lower[start:end]
    named = any(True for _ in clause.hints.within(*clause.span(start, end), "person")) if start < end else False
    return not named and (
        any(word in clause.lexicon.roles for word in words) or (bool(words) and words[0] in clause.lexicon.determiners)
    )


def _phrase_start(clause: Clause, end: int) -> int:
    """Where the noun phrase that ends here begins."""
    lexicon = clause.lexicon
    at = end
    while at > 0 and end - at < _LONGEST_PHRASE:
        word = clause.lower[at - 1]
        if clause.find_breaks(at - 1):
            break
        if word in lexicon.before_subject and not (word == "and" and at - 2 >= 0 and clause.is_upper(at - 2)):
            break
        if at < end and (clause.verb(at - 1) or word in lexicon.auxiliaries):
            break
        at -= 1
    return at


def object_after(clause: Clause, start: int) -> Mention | None:
    """The noun phrase that begins here: "… said Jane Doe, head of …"."""
    lexicon = clause.lexicon
    while start < len(clause) and (
        clause.lower[start].endswith("ly") or clause.lower[start] in {"also", "then", "again"}
    ):
        start += 1
    end = _phrase_end(clause, start, len(clause))
    if start >= end:
        return None
    if lexicon.pronouns.get(clause.lower[start]):
        return _mention(clause, start, start + 1, "pronoun", (start, start + 1))
    found = head(clause, start, end)
    if found and found.kind != "person":
        return _named_beyond(clause, start, end) or found
    return found


def _phrase_end(clause: Clause, start: int, limit: int) -> int:
    end = start
    while end < limit and end - start < _LONGEST_PHRASE:
        if clause.find_breaks(end) or (clause.lower[end] in clause.lexicon.after_name and not clause.is_upper(end)):
            break
        finite = clause.verb(end) or clause.lower[end] in clause.lexicon.auxiliaries
        if end > start and not clause.is_upper(end) and (finite or _is_past(clause, end)):
            break
        if _is_time(clause, end):
            break
        end += 1
    while end > start and clause.lower[end - 1] in clause.lexicon.prepositions:
        end -= 1
    return end


def _is_past(clause: Clause, index: int) -> bool:
    """Whether a word in -ed after a name or a role is a verb: "the spokeswoman declined"."""
    before = clause.lower[index - 1]
    return clause.lower[index].endswith("ed") and (clause.is_upper(index - 1) or before in clause.lexicon.roles)


def _named_beyond(clause: Clause, start: int, end: int) -> Mention | None:
    """The person after a title and a comma, or after a stray full stop in the middle of the title."""
    if end + 1 >= len(clause.tokens) or clause.tokens[end].text not in ",.":
        return None
    words = clause.lower[start:end]
    if not any(word in clause.lexicon.roles for word in words):
        return None
    limit = _phrase_end(clause, end + 1, len(clause.tokens))
    if limit <= end + 1 or not (clause.is_upper(end + 1) or clause.lower[end + 1] in clause.lexicon.particles):
        return None
    found = head(clause, end + 1, limit)
    bare = clause.tokens[end].text == "," and _is_bare_name(clause, end + 1, limit)
    if found and (found.kind == "person" or bare) and found.phrase.start == clause.tokens[end + 1].start:
        return Mention(span=found.span, kind=found.kind, phrase=Span(clause.tokens[start].start, found.span.end))
    return None


def main_subject(clause: Clause) -> Mention | None:
    """The subject of the sentence: its first noun phrase outside an opening "In Vienna, …"."""
    start = _after_dateline(clause)
    lexicon = clause.lexicon
    for _ in range(_MOST_APPOSITIONS):
        if start < len(clause) and (
            clause.lower[start] in lexicon.prepositions
            or clause.lower[start] in lexicon.before_subject
            or clause.lower[start].endswith("ing")
        ):
            comma = next((at for at in range(start, len(clause)) if clause.tokens[at].text == ","), None)
            if comma is None:
                break
            start = comma + 1
        else:
            break
    if start >= len(clause):
        return None
    return _owner(clause, start) or object_after(clause, start)


def _after_dateline(clause: Clause) -> int:
    """Past "SPRINGFIELD, Ill. (Wire) —" and marks that open a sentence."""
    capitals = bool(clause.tokens) and clause.tokens[0].text.isupper()
    for at in range(min(len(clause), _LONGEST_DATELINE) if capitals else 0):
        if clause.tokens[at].text in _DASHES:
            return at + 1
        if clause.tokens[at].text.isalpha() and not clause.is_upper(at):
            break
    return next((at for at in range(len(clause)) if clause.tokens[at].text not in _BREAKS), 0)


def _owner(clause: Clause, start: int) -> Mention | None:
    """Whose message it is: "The Minister’s message was short"."""
    for at in range(start, min(len(clause) - 1, start + _MOST_APPOSITIONS)):
        if clause.is_possessive(at) and clause.lower[at + 1] in clause.lexicon.statements:
            token = clause.tokens[at]
            begin = start + 1 if clause.lower[start] in clause.lexicon.determiners and at > start else start
            kind: MentionKind = "role" if token.text[:-2].lower() in clause.lexicon.roles else "name"
            phrase = Span(clause.tokens[start].start, token.end - 2)
            return Mention(span=Span(clause.tokens[begin].start, token.end - 2), kind=kind, phrase=phrase)
    return None


def is_role(clause: Clause, mention: Mention) -> bool:
    """Whether a mention says what somebody is, by a word for it: the head of the delegation."""
    words = mention.span.of(clause.text).lower().split()
    return mention.kind == "role" and any(word in clause.lexicon.roles for word in words[:_ROLE_REACH])


def head(clause: Clause, start: int, end: int) -> Mention | None:
    """Whom a noun phrase means: the name in it that depends on no other noun, else its noun."""
    lexicon = clause.lexicon
    while start < end and (clause.lower[start] in {"and", "but", "as"} or clause.tokens[start].text in _BREAKS):
        start += 1
    if start >= end:
        return None
    if end - start > 1 and clause.lower[end - 1] in lexicon.reflexives:
        end -= 1
    if lexicon.pronouns.get(clause.lower[end - 1]):
        return _mention(clause, end - 1, end, "pronoun", (end - 1, end))
    places = {clause.tokens[at].start: at for at in range(start, end)}
    dependent = False
    for kind in ("person", "organisation"):
        for hint in clause.hints.within(*clause.span(start, end), kind):
            at = places.get(hint.start)
            if at is None:
                continue
            if _is_dependent(clause, start, at, hint):
                dependent = True
                continue
            if kind == "organisation" and at > start and not _is_intro(clause, start, at):
                continue
            return Mention(span=Span(hint.start, hint.end), kind=kind, phrase=clause.span(start, end))
    return _unknown_head(clause, start, end, dependent=dependent)


def _is_dependent(clause: Clause, start: int, at: int, hint: Hint) -> bool:
    after = clause.text[hint.end : hint.end + 2]
    if after in {"'s", "’s"} or clause.text[hint.end - 2 : hint.end] in {"'s", "’s"}:
        return True
    return (at > start + 1 and clause.lower[at - 1] in _DEPENDENT) or (
        at > start
        and clause.lower[at - 1] in clause.lexicon.determiners
        and at - 2 >= start
        and clause.lower[at - 2] in _DEPENDENT
        and hint.kind == "organisation"
    )


def _is_intro(clause: Clause, start: int, at: int) -> bool:
    """Whether only an article stands before."""
    return all(clause.lower[index] in clause.lexicon.determiners for index in range(start, at))


def _unknown_head(clause: Clause, start: int, end: int, *, dependent: bool) -> Mention | None:
    """Whom a phrase means in which no known name stands for itself."""
    lexicon = clause.lexicon
    if clause.lower[start] in lexicon.prepositions:
        return None
    stop = next((at for at in range(start + 1, end) if clause.lower[at] in lexicon.prepositions), end)
    first = stop
    while first > start and (
        clause.is_upper(first - 1)
        or clause.tokens[first - 1].text == "."
        or (clause.lower[first - 1] in lexicon.particles and first < stop)
    ):
        first -= 1
    while first < stop and clause.lower[first] in lexicon.determiners:
        first += 1
    own = [at for at in range(first, stop) if clause.tokens[at].text != "." and not _is_rank(clause, at)]
    if own and not (dependent and stop < end and len(own) == 1):
        return _mention(clause, own[0], own[-1] + 1, "name", (start, end))
    begin = start + 1 if clause.lower[start] in lexicon.determiners and start + 1 < end else start
    if not clause.tokens[begin].text[0].isalpha():
        return None
    return _mention(clause, begin, end, "role", (start, end))


def _is_rank(clause: Clause, index: int) -> bool:
    word = clause.lower[index]
    return word in clause.lexicon.roles or word in clause.lexicon.honorifics


def _mention(clause: Clause, start: int, end: int, kind: MentionKind, phrase: tuple[int, int]) -> Mention:
    return Mention(span=clause.span(start, end), kind=kind, phrase=clause.span(*phrase))
