"""The words beside a quotation that say whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from reporter.facts.quotes import heads, phrases
from reporter.facts.quotes.clause import DASHES, Clause, Mention
from reporter.facts.quotes.lexicon import Verb
from reporter.model.spans import Span

_OPENINGS = frozenset(",.;") | frozenset("”\"’'")
# More words than these between quotation and verb are another sentence.
_LONGEST_REACH = 45
_LONGEST_SIGNATURE = 25
_LONGEST_TAIL = 6
_STATEMENT_REACH = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is said to say something, and by which words."""

    mention: Mention
    cue: Span | None
    rule: str
    close: bool = True
    """Whether nothing stands between these words and the quotation."""


def after(clause: Clause, *, ended: bool) -> Attribution | None:
    """The attribution that follows a quotation: said X; X, head of Y, said; – X; according to X.

    Args:
        clause: The words from the closing mark to the end of the sentence.
        ended: Whether the quotation ended with a full stop, so that new words begin a new sentence.
    """
    start = _skip(clause, 0, _OPENINGS)
    signed = _signature(clause, start)
    if signed:
        return signed
    start = _skip_link(clause, _skip(clause, start, DASHES))
    if start >= len(clause):
        return None
    if clause.tokens[start].text == "according" and clause.lower[start + 1 : start + 2] == ["to"]:
        return _made(phrases.object_after(clause, start + 2), clause.span(start, start + 2), "quotes.according-after")
    verb = clause.verb(start)
    if verb is not None and verb.kind != "call" and _speaks(clause, start) and not clause.is_upper(start):
        found = phrases.object_after(clause, start + 1)
        return _made(found, clause.span(start, start + 1), "quotes.verb-after")
    return _subject_after(clause, start, ended=ended) or _tail(clause, start)


def _skip(clause: Clause, start: int, marks: frozenset[str]) -> int:
    while start < len(clause) and clause.tokens[start].text in marks:
        start += 1
    return start


def _skip_link(clause: Clause, start: int) -> int:
    """Over the link of "… was how Doe described it" and "…, as Doe put it"."""
    if clause.lower[start : start + 2] in (["is", "how"], ["was", "how"], ["is", "what"], ["was", "what"]):
        return start + 2
    return start + 1 if clause.lower[start : start + 1] == ["as"] else start


def _made(mention: Mention | None, cue: Span | None, rule: str, *, close: bool = True) -> Attribution | None:
    return Attribution(mention=mention, cue=cue, rule=rule, close=close) if mention else None


def _signature(clause: Clause, start: int) -> Attribution | None:
    """A name after a dash or in brackets and no verb: “…” – Jane Doe, President."""
    begin = start
    start = _skip(clause, start, DASHES | {"("})
    rest = range(start, len(clause)) if start > begin else None
    if not rest or len(rest) > _LONGEST_SIGNATURE:
        return None
    if any(clause.verb(at) for at in rest):
        return None
    found = phrases.object_after(clause, start)
    named = found is not None and (found.kind == "person" or heads.is_role(clause, found))
    return _made(found, None, "quotes.signature") if named else None


def _subject_after(clause: Clause, start: int, *, ended: bool) -> Attribution | None:
    """The subject and then the verb: “…,” Mr Doe, who chairs the board, told reporters."""
    lexicon = clause.lexicon
    opener = clause.lower[start]
    plain = not (
        clause.is_upper(start) or opener in lexicon.pronouns or opener in lexicon.determiners or opener in lexicon.roles
    )
    for verb in range(start + 1, min(len(clause), start + _LONGEST_REACH)):
        if clause.tokens[verb].text in ";:":
            return None
        if not _speaks(clause, verb):
            continue
        mention = phrases.subject_before(clause, verb)
        if mention is None or not _begins(clause, start, mention):
            continue
        if plain and mention.kind != "person":
            return None
        if ended and not _ends_sentence(clause, verb + 1):
            return None
        return _made(mention, clause.span(verb, verb + 1), "quotes.subject-after")
    return None


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
        before = clause.text[: mention.phrase.start].rstrip()[-1:] if mention.phrase.start else ""
        if before == ",":
            return _made(mention, clause.span(verb, verb + 1), "quotes.tail", close=False)
        return None
    return None


def before(clause: Clause) -> Attribution | None:
    """The attribution that a quotation follows: X said: “…”; X called it a “…”; according to X, “…”."""
    end = len(clause)
    while end and clause.tokens[end - 1].text in DASHES | {",", ":", "…", "(", "["}:
        end -= 1
    if not end:
        return None
    colon = ":" in {token.text for token in clause.tokens[end:]}
    found = _verb_before(clause, end) or according(clause)
    if found is None and colon:
        found = _label(clause, end)
    return found


def according(clause: Clause) -> Attribution | None:
    """According to X, “…”; in the words of X, “…”; for X, “…” is left alone."""
    lower = clause.lower
    for at in range(len(lower) - 2):
        if lower[at] == "according" and lower[at + 1] == "to":
            return _made(phrases.object_after(clause, at + 2), clause.span(at, at + 2), "quotes.according-before")
        if lower[at] == "words" and lower[at + 1] == "of":
            return _made(phrases.object_after(clause, at + 2), None, "quotes.words-of")
    return None


def _verb_before(clause: Clause, end: int) -> Attribution | None:
    """The nearest reporting verb to the left, with its subject."""
    participle: tuple[Span, bool] | None = None
    for verb in range(end - 1, max(-1, end - _LONGEST_REACH), -1):
        kind = clause.verb(verb)
        if kind is None or not _fits(clause, verb, end, kind):
            continue
        cue = clause.span(verb, verb + 1)
        mention, rule = _teller(clause, verb, kind)
        if mention:
            close = _is_close(clause, verb, end) or _is_colon(clause, end)
            if participle and rule in ("quotes.verb-before", "quotes.infinitive"):
                cue, close = participle
            return Attribution(mention=mention, cue=cue, rule=rule, close=close)
        if kind.form == "gerund":
            participle = participle or (cue, _is_close(clause, verb, end) or _is_colon(clause, end))
    if participle is None:
        return None
    return _made(phrases.main_subject(clause), participle[0], "quotes.participle", close=participle[1])


def _teller(clause: Clause, verb: int, kind: Verb) -> tuple[Mention | None, str]:
    """Who does what a verb says, and by which rule; nobody where it is passive or hangs on an earlier verb."""
    if clause.lower[verb + 1 : verb + 2] == ["by"]:
        found = phrases.object_after(clause, verb + 2)
        if found:
            return found, "quotes.passive-by"
    if kind.form == "gerund" and not _is_progressive(clause, verb):
        return _writer(clause, verb), "quotes.participle"
    if is_passive(clause, verb, kind.form):
        return None, ""
    if kind.form == "base" and verb and clause.lower[verb - 1] == "to":
        return _of_finite(clause, verb - 1) or phrases.main_subject(clause), "quotes.infinitive"
    return phrases.subject_before(clause, verb), "quotes.verb-before"


def _of_finite(clause: Clause, end: int) -> Mention | None:
    """The subject of "had this to say", "did not fail to point out"."""
    for at in range(end - 1, 0, -1):
        if clause.lower[at] in {"had", "has", "have", "did", "does", "was", "is"}:
            return phrases.subject_before(clause, at)
        if clause.find_breaks(at):
            return None
    return None


def _writer(clause: Clause, verb: int) -> Mention | None:
    """Who stands right before a participle: "with one resident saying"; a letter that says is its writer's."""
    if not verb or clause.lower[verb - 1] in clause.lexicon.prepositions:
        return None
    if clause.find_breaks(verb - 1):
        return phrases.named_before_comma(clause, verb - 1)
    mention = phrases.subject_before(clause, verb)
    words = mention.span.of(clause.text).lower().split() if mention else []
    led = mention is not None and clause.text[: mention.phrase.start].endswith(" with ")
    known = mention is not None and (led or mention.kind != "role" or heads.is_role(clause, mention))
    return mention if known and not set(words) & clause.lexicon.statements else None


def _fits(clause: Clause, verb: int, end: int, kind: Verb) -> bool:
    """Whether a verb reports here: "smiled" beside the words only, "made" and "issued" only a statement."""
    if kind.kind == "act":
        return _is_close(clause, verb, end)
    if kind.kind != "give":
        return True
    return any(word in clause.lexicon.statements for word in clause.lower[verb + 1 : min(end, verb + _STATEMENT_REACH)])


def _is_close(clause: Clause, verb: int, end: int) -> bool:
    """Whether the quotation follows the verb with nothing between but "that", "it" or whom it is told."""
    return end - verb <= 2 or clause.lower[end - 1] == "that"  # noqa: PLR2004  (the verb and one word)


def _is_colon(clause: Clause, end: int) -> bool:
    return end < len(clause) and clause.tokens[end].text == ":"


def _is_progressive(clause: Clause, verb: int) -> bool:
    return verb > 0 and clause.lower[verb - 1] in {"is", "was", "are", "were", "as"}


def is_passive(clause: Clause, verb: int, form: str) -> bool:
    """Whether it "was said" or "were told", so that the subject does not speak."""
    if form not in ("past", "participle"):
        return False
    at = verb - 1
    while at >= 0 and (clause.lower[at].endswith("ly") or clause.lower[at] in {"also", "been", "not", "then"}):
        at -= 1
    return at >= 0 and clause.lower[at] in {"is", "was", "are", "were", "be", "been", "being"}


def _label(clause: Clause, end: int) -> Attribution | None:
    """A colon after a name and no verb: "Minister: “…”", "And from Jane Doe: “…”", "Doe’s reply: “…”"."""
    if end > _LONGEST_SIGNATURE:
        return None
    for at in range(end - 1, -1, -1):
        if clause.lower[at] in {"by", "from"} or (
            clause.lower[at] == "of" and clause.lower[at - 1] in clause.lexicon.statements
        ):
            found = phrases.object_after(clause, at + 1)
            if found and _is_somebody(clause, found):
                return _made(found, None, "quotes.label-from")
    named = next(clause.hints.within(*clause.span(0, end), "person"), None)
    if named:
        span = Span(named.start, named.end)
        return _made(Mention(span=span, kind="person", phrase=clause.span(0, end)), None, "quotes.label")
    found = phrases.main_subject(clause)
    return _made(found, None, "quotes.label") if found and _is_somebody(clause, found) else None


def _is_somebody(clause: Clause, mention: Mention) -> bool:
    """Whether a mention without a verb can be taken for a speaker."""
    words = mention.span.of(clause.text).lower().split()
    if any(word in clause.lexicon.statements or word in clause.lexicon.verbs for word in words):
        return False
    return mention.kind != "role" or heads.is_role(clause, mention) or words[0].endswith("s")


def reports(clause: Clause) -> bool:
    """Whether the words hold a verb of speech at all: asked first, because it is quickly answered."""
    return any(_says(clause, at) for at in range(len(clause)))


def is_bare(clause: Clause) -> bool:
    """Whether the words are "he said", "said Jane Doe, head of …" and no more."""
    start = 0
    while start < len(clause) and clause.tokens[start].text in ".,!?":
        start += 1
    verb = next((at for at in range(start, min(len(clause), start + _LONGEST_REACH)) if _says(clause, at)), None)
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
