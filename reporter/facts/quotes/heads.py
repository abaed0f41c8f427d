"""Whom a noun phrase means: the name in it that depends on no other noun, else its noun."""

from __future__ import annotations

from reporter.facts.quotes.clause import BREAKS, Clause, Hint, Mention, MentionKind
from reporter.model.spans import Span

_ROLE_REACH = 4
_LONGEST_MENTION = 150
# After these a name belongs to the noun before it: "a spokesman for Mr Smith".
_DEPENDENT = frozenset(
    {"of", "for", "to", "with", "by", "from", "at", "on", "against", "about", "in", "under", "between", "towards"}
)


def is_role(clause: Clause, mention: Mention) -> bool:
    """Whether a mention says what somebody is, by a word for it: the head of the delegation."""
    words = mention.span.of(clause.text).lower().split()
    return mention.kind == "role" and any(word in clause.lexicon.roles for word in words[:_ROLE_REACH])


def head(clause: Clause, start: int, end: int) -> Mention | None:
    """Whom a noun phrase means: the name in it that depends on no other noun, else its noun."""
    lexicon = clause.lexicon
    while start < end and (clause.lower[start] in {"and", "but", "as"} or clause.tokens[start].text in BREAKS):
        start += 1
    start = _second_phrase(clause, start, end)
    if start >= end:
        return None
    if end - start > 1 and clause.lower[end - 1] in lexicon.reflexives:
        end -= 1
    if lexicon.pronouns.get(clause.lower[end - 1]):
        return mention_of(clause, end - 1, end, "pronoun", (end - 1, end))
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
            if kind == "organisation" and not _is_whole(clause, start, at, end, hint):
                continue
            return Mention(span=Span(hint.start, hint.end), kind=kind, phrase=clause.span(start, end))
    return _unknown_head(clause, start, end, dependent=dependent)


def _second_phrase(clause: Clause, start: int, end: int) -> int:
    """Where the last noun phrase begins that no link joins to the words before: "on social media the union"."""
    lexicon = clause.lexicon
    for at in range(end - 1, start, -1):
        before = clause.lower[at - 1]
        if clause.lower[at] in {"the", "a", "an"} and before not in lexicon.prepositions | {
            "and",
            "&",
            "all",
            "both",
            "half",
        }:
            return at
    return start


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


def _is_whole(clause: Clause, start: int, at: int, end: int, hint: Hint) -> bool:
    """Whether a body's name is the phrase, but for an article before it and what depends on it: no "UN official"."""
    after = next((index for index in range(at, end) if clause.tokens[index].start >= hint.end), end)
    alone = (
        after == end or clause.lower[after] in clause.lexicon.prepositions or not clause.tokens[after].text.isalpha()
    )
    return alone and all(clause.lower[index] in clause.lexicon.determiners for index in range(start, at))


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
        return mention_of(clause, own[0], own[-1] + 1, "name", (start, end))
    article = start + 1 < end and clause.lower[start] in lexicon.determiners
    begin = start + 1 if article and clause.lower[start + 1] not in lexicon.prepositions else start
    if not clause.tokens[begin].text[0].isalpha():
        return None
    # A mention is what a reader can point at: without "of the …" where that makes it a paragraph.
    long = clause.tokens[end - 1].end - clause.tokens[begin].start > _LONGEST_MENTION
    return mention_of(clause, begin, max(stop, begin + 1) if long else end, "role", (start, end))


def _is_rank(clause: Clause, index: int) -> bool:
    word = clause.lower[index]
    roles = clause.lexicon.roles
    return word in roles or word in clause.lexicon.honorifics or (word.endswith("s") and word[:-1] in roles)


def mention_of(clause: Clause, start: int, end: int, kind: MentionKind, phrase: tuple[int, int]) -> Mention:
    """The mention of tokens [start, end) in the phrase of the tokens of `phrase`."""
    return Mention(span=clause.span(start, end), kind=kind, phrase=clause.span(*phrase))
