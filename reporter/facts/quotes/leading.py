"""The words before a quotation that say whose it is."""

from __future__ import annotations

from reporter.facts.quotes import heads, phrases
from reporter.facts.quotes.attribution import LONGEST_REACH, LONGEST_SIGNATURE, Attribution, made
from reporter.facts.quotes.clause import DASHES, Clause, Mention
from reporter.facts.quotes.lexicon import Verb
from reporter.model.spans import Span

_STATEMENT_REACH = 7


def before(clause: Clause) -> Attribution | None:
    """The attribution that a quotation follows: X said: “…”; X called it a “…”; according to X, “…”."""
    end = len(clause)
    while end and clause.tokens[end - 1].text in DASHES | {",", ":", "…", "(", "["}:
        end -= 1
    if not end:
        return None
    colon = ":" in {token.text for token in clause.tokens[end:]}
    found = _verb_before(clause, end) or according(clause) or _remark_by(clause, end)
    if found is None and colon:
        found = _label(clause, end)
    return found


def according(clause: Clause) -> Attribution | None:
    """According to X, “…”; in the words of X, “…”; for X, “…” is left alone."""
    lower = clause.lower
    for at in range(len(lower) - 2):
        if lower[at] == "according" and lower[at + 1] == "to":
            return made(phrases.object_after(clause, at + 2), clause.span(at, at + 2), "quotes.according-before")
        if lower[at] == "words" and lower[at + 1] == "of":
            return made(phrases.object_after(clause, at + 2), None, "quotes.words-of")
    return None


def _remark_by(clause: Clause, end: int) -> Attribution | None:
    """Words by X that “…”; a claim from X that “…”."""
    for at in range(end - 2):
        if clause.lower[at] in clause.lexicon.statements and clause.lower[at + 1] in {"by", "from"}:
            if "that" in clause.lower[at + 2 : end]:
                return made(phrases.object_after(clause, at + 2), clause.span(at, at + 1), "quotes.statement-by")
            return None
    return None


def _verb_before(clause: Clause, end: int) -> Attribution | None:
    """The nearest reporting verb to the left, with its subject."""
    participle: tuple[Span, bool] | None = None
    inner: Attribution | None = None
    for verb in range(end - 1, max(-1, end - LONGEST_REACH), -1):
        kind = clause.verb(verb)
        if kind is None or not _fits(clause, verb, end, kind):
            continue
        cue = clause.span(verb, verb + 1)
        mention, rule = _teller(clause, verb, kind)
        if mention and inner and not (_is_telling(clause, mention) and _governs(clause, verb, inner)):
            return inner
        if mention:
            close = _is_close(clause, verb, end) or _is_colon(clause, end)
            if participle and rule in ("quotes.verb-before", "quotes.infinitive"):
                cue, close = participle
            found = Attribution(mention=mention, cue=cue, rule=rule, close=close)
            if mention.kind == "role" and rule == "quotes.verb-before" and not _is_telling(clause, mention):
                inner = found  # "X said the emails revealed “…”": X perhaps
                continue
            return found
        if kind.form == "gerund":
            participle = participle or (cue, _is_close(clause, verb, end) or _is_colon(clause, end))
    if participle is None or inner:
        return inner or _inverted(clause, end)
    return made(phrases.main_subject(clause), participle[0], "quotes.participle", close=participle[1])


def _is_telling(clause: Clause, mention: Mention) -> bool:
    """Whether a mention is somebody, or something written by somebody."""
    words = mention.span.of(clause.text).lower().split()
    return mention.kind != "role" or heads.is_role(clause, mention) or not clause.lexicon.statements.isdisjoint(words)


def _governs(clause: Clause, verb: int, inner: Attribution) -> bool:
    """Whether the subject of another verb follows a verb of saying with no mark between: "said the emails revealed"."""
    return not any(
        clause.find_breaks(at)
        for at in range(verb + 1, len(clause))
        if clause.tokens[at].start < inner.mention.phrase.start
    )


def _inverted(clause: Clause, end: int) -> Attribution | None:
    """A verb between commas with whoever speaks behind it: "By noon, said an aide, “…”"."""
    for verb in range(1, end - 1):
        kind = clause.verb(verb)
        if kind and kind.kind == "say" and kind.form == "past" and clause.tokens[verb - 1].text == ",":
            found = phrases.object_after(clause, verb + 1)
            ends = found is not None and found.phrase.end == clause.tokens[end - 1].end
            return made(found, clause.span(verb, verb + 1), "quotes.inverted") if ends else None
    return None


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
    mention = phrases.subject_before(clause, verb)
    bare = kind.kind == "act" and verb == len(clause) - 1
    if bare and mention and mention.kind == "role" and not heads.is_role(clause, mention):
        return None, ""  # "the clinic opened “under a tree”"
    return mention, "quotes.verb-before"


def _of_finite(clause: Clause, end: int) -> Mention | None:
    """The subject of "likes to say", "had this to say", "is quick to point out"."""
    own = phrases.subject_before(clause, end - 1) if end > 1 else None
    if own and (own.kind in ("person", "pronoun", "name") or heads.is_role(clause, own)):
        return own
    for at in range(end - 1, 0, -1):
        if clause.lower[at] in {"had", "has", "have", "did", "does", "was", "is"}:
            return phrases.subject_before(clause, at)
        if clause.find_breaks(at):
            return None
    return None


def _writer(clause: Clause, verb: int) -> Mention | None:
    """Who stands right before a participle: "with one resident saying"; a letter that says is its writer's."""
    for at in range(verb - 1, max(-1, verb - _STATEMENT_REACH), -1):
        if clause.find_breaks(at):
            break
        if clause.lower[at] == "with":
            return heads.head(clause, at + 1, verb)
    if not verb or clause.lower[verb - 1] in clause.lexicon.prepositions:
        return None
    if clause.find_breaks(verb - 1):
        return phrases.named_before_comma(clause, verb - 1)
    mention = phrases.subject_before(clause, verb)
    words = mention.span.of(clause.text).lower().split() if mention else []
    known = mention is not None and (mention.kind != "role" or heads.is_role(clause, mention))
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
    if end > LONGEST_SIGNATURE:
        return None
    named = next(clause.hints.within(*clause.span(0, end), "person"), None)
    if named:
        span = Span(named.start, named.end)
        return made(Mention(span=span, kind="person", phrase=clause.span(0, end)), None, "quotes.label")
    for at in range(end - 1, -1, -1):
        if clause.lower[at] in {"by", "from"} or (
            clause.lower[at] == "of" and clause.lower[at - 1] in clause.lexicon.statements
        ):
            found = phrases.object_after(clause, at + 1)
            if found and _is_somebody(clause, found):
                return made(found, None, "quotes.label-from")
    found = phrases.main_subject(clause)
    return made(found, None, "quotes.label") if found and _is_somebody(clause, found) else None


def _is_somebody(clause: Clause, mention: Mention) -> bool:
    """Whether a mention without a verb can be taken for a speaker."""
    words = mention.span.of(clause.text).lower().split()
    if any(word in clause.lexicon.statements or word in clause.lexicon.verbs for word in words):
        return False
    return mention.kind != "role" or heads.is_role(clause, mention) or words[0].endswith("s")
