"""Who does what a verb says: the noun phrase before it or after it, over appositions and relative clauses."""

from __future__ import annotations

from reporter.facts.quotes import heads
from reporter.facts.quotes.clause import BREAKS, DASHES, Clause, Mention, MentionKind
from reporter.model.spans import Span

_LONGEST_PHRASE = 30
_LONGEST_SEGMENT = 60
_MOST_APPOSITIONS = 6
_LONGEST_DATELINE = 12
# Words within which a position names its noun: "Senior Independent Director".
_POSITION = 4
# Words of "X on Friday", before the verb.
_TIME_AND_SUBJECT = 3
_RELATIVES = frozenset({"who", "which", "that"})


def subject_before(clause: Clause, verb: int) -> Mention | None:
    """The subject of the verb at a place, appositions and relative clauses skipped: X, who …, said."""
    end = _skip_adverbs(clause, verb)
    for _ in range(_MOST_APPOSITIONS):
        if end <= 0:
            return None
        mark = clause.tokens[end - 1].text
        if mark == ")":
            end = _opening_bracket(clause, end - 1)
        elif mark in DASHES or mark == ",":
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
    return _subject_ending(clause, end)


def _subject_ending(clause: Clause, end: int) -> Mention | None:
    """The subject whose phrase ends here."""
    start = _phrase_start(clause, end)
    if start > 1 and clause.lower[start - 1] in _RELATIVES and not clause.verb(start - 2):
        named = start < end and (clause.is_upper(start) or clause.lower[start] in clause.lexicon.pronouns)
        own = heads.head(clause, start, end) if named else None
        return own or _antecedent(clause, start - 1)
    if start == end and clause.lower[end - 1 : end] in (["and"], ["but"], ["then"]):
        return main_subject(clause)  # "turned to the moderator and said"
    found = heads.head(clause, start, end) if start < end else None
    return _appositive(clause, start) or found if found and found.kind != "person" else found


def _antecedent(clause: Clause, relative: int) -> Mention | None:
    """What a relative clause is about: "the union that represents the crews said"; "from Doe, who called it"."""
    if relative > 1 and clause.tokens[relative - 1].text == ",":
        named = _last_name(clause, _phrase_start(clause, relative - 1), relative - 1)
        return named or subject_before(clause, relative)
    found = subject_before(clause, relative)
    human = found is not None and (found.kind != "role" or heads.is_role(clause, found))
    return found if human or clause.lower[relative] != "who" else None


def _last_name(clause: Clause, start: int, end: int) -> Mention | None:
    """The person whose name ends a stretch: "a rebuke from Doe, who …"."""
    span = clause.span(start, end) if start < end else None
    named = [hint for hint in clause.hints.within(*span, "person") if hint.end == span.end] if span else []
    return Mention(span=Span(*named[-1][:2]), kind="person", phrase=Span(*named[-1][:2])) if named else None


def _appositive(clause: Clause, start: int) -> Mention | None:
    """The person whom a bare position describes: "Doe, curator and director of …, said"."""
    begin = _segment_start(clause, start)
    if not begin or clause.tokens[begin - 1].text != ",":
        return None
    if clause.lexicon.roles.isdisjoint(clause.lower[begin : begin + _POSITION]):
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
    mark = clause.tokens[comma].text if clause.tokens[comma].text in DASHES else ","
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
    found = heads.head(clause, start, end)
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
    named = _ends_in_name(clause, end)
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
        if at < end and (clause.verb(at - 1) or word in lexicon.auxiliaries or (at > 1 and _is_past(clause, at - 1))):
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
        return heads.mention_of(clause, start, start + 1, "pronoun", (start, start + 1))
    found = heads.head(clause, start, end)
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
    name = clause.is_upper(index - 1) and before not in clause.lexicon.determiners
    past = clause.lower[index].endswith("ed") or clause.lower[index] in clause.lexicon.pasts
    return past and (name or before in clause.lexicon.roles)


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
    found = heads.head(clause, end + 1, limit)
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
    if start >= len(clause) or clause.lower[start] in lexicon.auxiliaries:
        return None  # "… would be overturned, and warned that": it began before
    return _owner(clause, start) or object_after(clause, start)


def _is_title(clause: Clause, index: int) -> bool:
    """Whether a genitive is that of a position: the Minister’s."""
    return clause.lower[index][:-2] in clause.lexicon.roles


def _after_dateline(clause: Clause) -> int:
    """Past "SPRINGFIELD, Ill. (Wire) —" and marks that open a sentence."""
    capitals = bool(clause.tokens) and clause.tokens[0].text.isupper()
    for at in range(min(len(clause), _LONGEST_DATELINE) if capitals else 0):
        if clause.tokens[at].text in DASHES:
            return at + 1
        if clause.tokens[at].text.isalpha() and not clause.is_upper(at):
            break
    return next((at for at in range(len(clause)) if clause.tokens[at].text not in BREAKS), 0)


def _owner(clause: Clause, start: int) -> Mention | None:
    """Whose message it is: "The Minister’s message was short"."""
    for at in range(start, min(len(clause) - 1, start + _MOST_APPOSITIONS)):
        plural = clause.tokens[at + 1].text in "'’"
        owned = clause.lower[at + 2 : at + 3] if plural else clause.lower[at + 1 : at + 2]
        if clause.is_possessive(at) and owned and owned[0] in clause.lexicon.statements:
            token = clause.tokens[at]
            begin = start + 1 if clause.lower[start] in clause.lexicon.determiners and at > start else start
            end = token.end - (0 if plural else 2)
            kind: MentionKind = "name" if token.text[0].isupper() and not _is_title(clause, at) else "role"
            phrase = Span(clause.tokens[start].start, end)
            return Mention(span=Span(clause.tokens[begin].start, end), kind=kind, phrase=phrase)
    return None
