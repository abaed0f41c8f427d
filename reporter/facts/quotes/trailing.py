"""The words after a quotation that say whose it is."""

from __future__ import annotations

from reporter.facts.quotes import heads, phrases
from reporter.facts.quotes.attribution import LONGEST_REACH, LONGEST_SIGNATURE, Attribution, made
from reporter.facts.quotes.clause import DASHES, Clause, Mention

_OPENINGS = frozenset(",.;:") | frozenset("”\"’'")
_LONGEST_TAIL = 6
_LONGEST_LINK = 8


def after(clause: Clause, *, ended: bool) -> Attribution | None:
    """The attribution that follows a quotation: said X; X, head of Y, said; – X; according to X.

    Args:
        clause: The words from the closing mark to the end of the sentence.
        ended: Whether the quotation ended with a full stop, so that new words begin a new sentence.
    """
    start = _skip(clause, 0, _OPENINGS)
    signed = signature(clause, start)
    if signed:
        return signed
    start = _skip_link(clause, _skip(clause, start, DASHES))
    if start >= len(clause):
        return None
    if clause.tokens[start].text == "according" and clause.lower[start + 1 : start + 2] == ["to"]:
        return made(phrases.object_after(clause, start + 2), clause.span(start, start + 2), "quotes.according-after")
    verb = clause.verb(start)
    if verb is not None and verb.kind != "call" and _speaks(clause, start) and not clause.is_upper(start):
        found = phrases.object_after(clause, start + 1)
        return made(found, clause.span(start, start + 1), "quotes.verb-after")
    return _subject_after(clause, start, ended=ended) or _tail(clause, start)


def _skip(clause: Clause, start: int, marks: frozenset[str]) -> int:
    while start < len(clause) and clause.tokens[start].text in marks:
        start += 1
    return start


def _skip_link(clause: Clause, start: int) -> int:
    """Over the link of "… was how Doe described it" and "…, as Doe put it"."""
    if clause.lower[start : start + 1] in (["that"], ["this"]):
        return start + 3 if clause.lower[start + 1 : start + 3] in (["is", "how"], ["was", "how"]) else start
    if clause.lower[start : start + 2] in (["is", "all"], ["was", "all"]):
        return start + 3 if clause.lower[start + 2 : start + 3] == ["that"] else start + 2
    if clause.lower[start : start + 2] in (["is", "how"], ["was", "how"], ["is", "what"], ["was", "what"]):
        return start + 2
    return start + 1 if clause.lower[start : start + 1] == ["as"] else start


def signature(clause: Clause, start: int = 0) -> Attribution | None:
    """A name after a dash or in brackets and no verb: “…” – Jane Doe, President."""
    begin = start
    start = _skip(clause, start, DASHES | {"("})
    rest = range(start, len(clause)) if start > begin else None
    if not rest or len(rest) > LONGEST_SIGNATURE:
        return None
    if any(clause.verb(at) for at in rest):
        return None
    found = phrases.object_after(clause, start)
    named = found is not None and (found.kind == "person" or heads.is_role(clause, found))
    return made(found, None, "quotes.signature") if named else None


def _subject_after(clause: Clause, start: int, *, ended: bool) -> Attribution | None:
    """The subject and then the verb: “…,” Mr Doe, who chairs the board, told reporters."""
    lexicon = clause.lexicon
    opener = clause.lower[start]
    plain = not (
        clause.is_upper(start) or opener in lexicon.pronouns or opener in lexicon.determiners or opener in lexicon.roles
    )
    for verb in range(start + 1, min(len(clause), start + LONGEST_REACH)):
        if clause.tokens[verb].text in ";:":
            return None
        if not _speaks(clause, verb):
            continue
        mention = _quoted(clause, verb) or phrases.subject_before(clause, verb)
        if mention is None or not (_begins(clause, start, mention) or mention.span.start > clause.tokens[verb].start):
            continue
        if plain and mention.kind != "person":
            return None
        if ended and not _ends_sentence(clause, verb + 1):
            return None
        return made(mention, clause.span(verb, verb + 1), "quotes.subject-after")
    return None


def _quoted(clause: Clause, verb: int) -> Mention | None:
    """Whom somebody else quotes: "… the radio quoted Doe as saying"."""
    following = clause.lower[verb + 1 : verb + LONGEST_REACH]
    if "as" not in following or clause.lower[verb] not in {"quoted", "cited", "quotes", "cites"}:
        return None
    return phrases.object_after(clause, verb + 1)


def _begins(clause: Clause, start: int, mention: Mention) -> bool:
    """Whether a subject begins at a place, or after a position and a comma: the head of the office, Doe, said."""
    first = clause.tokens[start].start
    return mention.phrase.start == first or clause.text[first : mention.phrase.start].rstrip().endswith(",")


def _speaks(clause: Clause, index: int) -> bool:
    """Whether a verb at a place can report what stands before it."""
    verb = clause.verb(index)
    return verb is not None and verb.kind != "give" and verb.form != "gerund"


def _ends_sentence(clause: Clause, index: int) -> bool:
    """Whether nothing but "in a statement on Friday" follows a verb, so that it points back."""
    if index >= len(clause):
        return True
    word = clause.lower[index]
    if word in {"that", "it", "there", ":"}:
        return False
    return (
        clause.tokens[index].text in ".,"
        or word in clause.lexicon.prepositions
        or word.endswith("day")
        or clause.lower[index - 1] in {"told", "added"}
    )


def _tail(clause: Clause, start: int) -> Attribution | None:
    """The attribution at the end of a sentence that began with the quotation: “…” is no answer, Doe said."""
    last = len(clause)
    for verb in range(last - 1, max(start, last - _LONGEST_TAIL - 1), -1):
        kind = clause.verb(verb)
        if kind is None or kind.form == "gerund" or kind.kind != "say":
            continue
        mention = phrases.subject_before(clause, verb)
        if mention is None:
            return None
        if _before(clause, mention).endswith(","):
            return made(mention, clause.span(verb, verb + 1), "quotes.tail", close=False)
        return None
    return None


def _before(clause: Clause, mention: Mention) -> str:
    """The few characters before a noun phrase."""
    start = mention.phrase.start
    return clause.text[max(0, start - _LONGEST_LINK) : start].rstrip()


def reports(clause: Clause) -> bool:
    """Whether the words hold a verb of speech at all: asked first, because it is quickly answered."""
    return any(_says(clause, at) for at in range(len(clause)))


def is_bare(clause: Clause) -> bool:
    """Whether the words are "he said", "said Jane Doe, head of …" and no more."""
    start = 0
    while start < len(clause) and clause.tokens[start].text in ".,!?":
        start += 1
    verb = next((at for at in range(start, min(len(clause), start + LONGEST_REACH)) if _says(clause, at)), None)
    if verb is None or not (clause.is_upper(start) or clause.lower[start] in clause.lexicon.pronouns or verb == start):
        return False
    if verb == start:
        return phrases.object_after(clause, verb + 1) is not None
    mention = phrases.subject_before(clause, verb)
    return (
        mention is not None and mention.phrase.start == clause.tokens[start].start and _ends_sentence(clause, verb + 1)
    )


def _says(clause: Clause, index: int) -> bool:
    verb = clause.verb(index)
    return verb is not None and verb.kind == "say" and verb.form in ("past", "third")
