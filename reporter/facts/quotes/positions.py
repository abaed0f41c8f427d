"""The position that a text prints beside a name: before it, after it, or before a comma and the name."""

from __future__ import annotations

import re
from itertools import pairwise

from reporter.facts.quotes.lexicon import Lexicon
from reporter.language.tokens import Token, tokenise
from reporter.model.spans import Span

_BEFORE = 180
_AFTER = 200
# What stands between a name and a position after it: "Doe, head of", "Doe (head of", "Doe as the body’s first head".
_APPOSED = re.compile(r",\s+|\s+\(|\s+as\s+(?:(?:the|its|his|her)\s+)?(?:\w+[’']s\s+)?(?:(?:new|first|next)\s+)?")
# "MD" of ", MD, PhD, head of".
_DEGREE = re.compile(r",?\s(?P<degree>[A-Z][A-Za-z.]{0,5})(?=,)")
# "(Agritech)" between an office and its body; an acronym is none.
_SPECIFIED = re.compile(r"\([A-Z][a-z]+(?:\s[A-Z][a-z]+)?\)")
_AFTER_FIELD = re.compile(r"\)\s(?:at|of|for|in)\b")
# Further offices or a field behind the comma: ", President and Chief Executive Officer", ", Public Affairs".
_FURTHER = re.compile(
    r",\s((?:[A-Z][\w-]*|and|&)(?:,?\s(?:[A-Z][\w-]*|and|&)){0,9})(?=[.,;:!?()\n“”\"]|\s(?:of|at|for|in|said|says|added|who)\b|$)"
)
# Small words within a position, and those of them that put a place before it.
_LINKS = frozenset({"of", "for", "in", "at", "on", "and", "the", "to", "&", "by", "with", "from"})
# Before the word for a position these begin something else: "met with the president".
_OUTSIDE = frozenset({"with", "by", "from", "to", "against", "about"})
_PLACING = frozenset({"in", "at", "on", "of"})
_STOPS = frozenset(',;:!?()[]“”"«»„…|–—―')
_STOP = re.compile(r'[,;:!?()\[\]“”"«»„…|–—―]')
_RELATIVES = frozenset({"who", "whose", "which", "where"})
# What stands between two sentences that a name and its position never share.
_SENTENCE_END = re.compile(r"[.!?:;]\s+|\n|[“”\"«»]\s*|(?<=[,.?!])[’']\s|\s[–—-]\s|^")


def beside(text: str, name: Span, phrase: Span, bounds: Span, lexicon: Lexicon) -> Span | None:
    """The position printed beside a name, a rank only where there is nothing else; or None.

    Args:
        text: The whole text.
        name: The name.
        phrase: The noun phrase that holds the name.
        bounds: The paragraph.
        lexicon: The words to go by.
    """
    rank: Span | None = None
    for found in (
        after(text, name.end, bounds.end, lexicon),
        _within(text, phrase.start, name.start, lexicon),
        _in_front(text, min(phrase.start, name.start), bounds.start, lexicon),
        _before(text, name.start, bounds.start, lexicon),
    ):
        if found and not is_rank(found.of(text), lexicon):
            return found
        rank = rank or found
    return rank


def is_rank(words: str, lexicon: Lexicon) -> bool:
    """Whether a position is no more than a rank or a word of address: Colonel, Ambassador, Senator."""
    return all(word.strip(".,").lower() in lexicon.ranks or word.lower() in lexicon.ranks for word in words.split())


def after(text: str, start: int, ceiling: int, lexicon: Lexicon) -> Span | None:
    """An apposition: "…, Director of the College"; one that holds no word for a position is none."""
    start = _behind_degrees(text, start, ceiling, lexicon)
    opening = _APPOSED.match(text, start)
    if opening is None:
        return None
    ceiling = min(ceiling, start + _AFTER)
    stop = _STOP.search(text, opening.end(), ceiling)
    passed = 0
    while stop and _is_more(text, opening.end(), stop, ceiling, lexicon):
        passed, stop = stop.end(), _STOP.search(text, stop.end(), ceiling)
    tokens = tokenise(text, opening.end(), stop.end() if stop else ceiling)
    if _is_predicate(tokens, lexicon):
        return None
    end = 0
    while end < len(tokens) and (tokens[end].start < passed or not _ends(tokens, end, lexicon)):
        end += 1
    return None if _is_another(tokens[:end], lexicon) else _position(tokens[:end], lexicon)


def _behind_degrees(text: str, start: int, ceiling: int, lexicon: Lexicon) -> int:
    """Over degrees and orders behind a name: "Doe, MD, PhD, head of"."""
    while (found := _DEGREE.match(text, start, ceiling)) and found[1].replace(".", "").lower() in lexicon.suffixes:
        start = found.end()
    return start


def _is_more(text: str, start: int, stop: re.Match[str], ceiling: int, lexicon: Lexicon) -> bool:
    """Whether a mark ends no position: "Chairman, President and CEO", "Director, Public Affairs", "Head (Legal) at"."""
    if stop.group() == ")":
        return "(" in text[start : stop.start()] and _AFTER_FIELD.match(text, stop.start(), ceiling) is not None
    before = text[start : stop.start()].split()
    if not before or not _is_role(before[-1], lexicon):
        return False
    if _SPECIFIED.match(text, stop.start(), ceiling):
        return True
    further = _FURTHER.match(text, stop.start(), ceiling)
    if further is None:
        return False
    parts = [part.split() for part in re.split(r",|\sand\s|\s&\s", further[1])]
    if all(part and _is_role(part[-1], lexicon) for part in parts):
        return len(parts) > 1
    return parts[-1][-1].lower() in lexicon.fields if parts[-1] else False


def _is_predicate(tokens: list[Token], lexicon: Lexicon) -> bool:
    """Whether a verb and its object follow the comma: "…, heads the delegation"."""
    if len(tokens) < 2 or not tokens[0].text[0].islower():  # noqa: PLR2004  (the verb and an article)
        return False
    first, second = tokens[0].text.lower(), tokens[1].text.lower()
    return second in lexicon.determiners and first not in lexicon.determiners | lexicon.prepositions


def _is_another(tokens: list[Token], lexicon: Lexicon) -> bool:
    """Whether another person follows the comma: "Doe, actor John Smith and …"."""
    return any(
        first.text.lower() in lexicon.titles and first.text[0].islower() and second.text[0].isupper()
        for first, second in pairwise(tokens)
    )


def _ends(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    token = tokens[at]
    word = token.text.lower()
    if token.text in _STOPS or word in _RELATIVES or word in {"today", "yesterday"}:
        return True
    if token.text == ".":
        return not at or tokens[at - 1].text.lower() not in lexicon.abbreviations
    verb = lexicon.verbs.get(word)
    forms = ("past", "third", "gerund") if at else ("past", "gerund")
    return verb is not None and verb.form in forms and token.text[0].islower()


def _position(tokens: list[Token], lexicon: Lexicon) -> Span | None:
    """The span of tokens that hold a word for a position; what a stray full stop parts from it is a rank."""
    for at, token in enumerate(tokens):
        if token.text == "." and any(_is_role(other.text, lexicon) for other in tokens[:at]):
            rest = tokens[at + 1 :]
            if rest and all(_is_role(other.text, lexicon) for other in rest):
                tokens = tokens[:at]
                break
    role = next((at for at, token in enumerate(tokens) if _is_role(token.text, lexicon)), None)
    if role is None or any(token.text.lower() in _OUTSIDE for token in tokens[:role]):
        return None
    while len(tokens) > 1 and tokens[-1].text.lower() in lexicon.prepositions:
        tokens = tokens[:-1]
    return Span(tokens[0].start, tokens[-1].end)


def _is_role(word: str, lexicon: Lexicon) -> bool:
    lower = word.lower()
    return lower in lexicon.titles or lower.split("-")[0] in lexicon.titles


def _within(text: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """What stands before the name in its own noun phrase: "OSCE police adviser", "Deputy Minister of Justice"."""
    tokens = tokenise(text, start, end) if start < end else []
    skipped = lexicon.determiners | lexicon.before_subject
    while tokens and (tokens[0].text.lower() in skipped or tokens[0].text in _STOPS | {"."}):
        tokens = tokens[1:]
    if len(tokens) > 1 and tokens[0].text.lower() in lexicon.honorifics - lexicon.titles:
        tokens = tokens[1:]
    while tokens and (
        tokens[-1].text.lower() in lexicon.honorifics | lexicon.determiners or tokens[-1].text in _STOPS | {"."}
    ):
        tokens = tokens[:-1]
    if tokens and tokens[0].text.lower() in lexicon.prepositions:
        return None
    for at, (first, second) in enumerate(pairwise(tokens)):
        if first.text.lower() in lexicon.titles and first.text[0].islower() and second.text[0].isupper():
            tokens = tokens[: at + 1]  # "gardener Jane", where the name is taken for a surname alone
            break
    return _position(tokens, lexicon)


def _in_front(text: str, end: int, floor: int, lexicon: Lexicon) -> Span | None:
    """A position, a comma and then the name: "The head of the council, Jane Doe"."""
    floor = max(floor, end - _BEFORE)
    before = text[floor:end].rstrip()
    while before and is_rank(before.split()[-1], lexicon):
        before = before[: before.rindex(before.split()[-1])].rstrip()
    if not before.endswith(","):
        return None
    stop = floor + len(before) - 1
    start = max((found.end() for found in _SENTENCE_END.finditer(text, floor, stop)), default=floor)
    comma = text.rfind(",", start, stop)
    tokens = tokenise(text, max(start, comma + 1), stop)
    while tokens and tokens[0].text.lower() in lexicon.before_subject:
        tokens = tokens[1:]
    # After a comma only "the head of …" or "her lawyer" begins something new; "Roe, a member of the board, Doe" does not.
    if comma >= 0 and not (tokens and tokens[0].text.lower() in lexicon.determiners - {"a", "an"}):
        return None
    tokens = _last_phrase(tokens, lexicon)
    verbs = (lexicon.verbs.get(token.text.lower()) for token in tokens)
    return None if any(verb and verb.form == "past" for verb in verbs) else _position(tokens, lexicon)


def _last_phrase(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The noun phrase at the end of a segment: what follows the last article that no link joins to the words before."""
    while tokens and tokens[0].text.lower() in lexicon.before_subject:
        tokens = tokens[1:]
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].text.lower() not in lexicon.determiners:
            continue
        before = tokens[at - 1].text.lower() if at else ""
        rest = tokens[at + 1 :]
        if (
            before not in _LINKS
            or before in _OUTSIDE
            or (before == "and" and any(_is_role(token.text, lexicon) for token in rest))
        ):
            return rest
    return tokens


def _before(text: str, end: int, floor: int, lexicon: Lexicon) -> Span | None:
    """The words with a capital right before the name: "Chief Inspector", "Deputy Minister of Internal Affairs"."""
    window = text[max(floor, end - _BEFORE) : end]
    tokens = tokenise(text, end - len(window) + max(map(window.rfind, ',;:"“”')) + 1, end)
    first, role = len(tokens), None
    while first:
        token = tokens[first - 1]
        lower = token.text.lower()
        following = tokens[first] if first < len(tokens) else None
        if (following.start if following else end) - token.end > 1:  # columns of a masthead
            break
        if _is_role(lower, lexicon):
            role = first - 1
        elif lower in _LINKS:
            if role is not None:
                # "In Vienna Ambassador …": what stands between is a place; "by Bonn Police Chief …" is not.
                first = role if lower in _PLACING else first
                break
        elif not (token.text[0].isupper() or (token.text == "." and following and _is_role(following.text, lexicon))):
            break
        first -= 1
    return _within(text, tokens[first].start, end, lexicon) if first < len(tokens) else None
