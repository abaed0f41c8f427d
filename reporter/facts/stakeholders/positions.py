"""What stands beside a name and says what the person is."""

from __future__ import annotations

from reporter.facts.stakeholders.bodies import Register
from reporter.facts.stakeholders.offices import is_title, qualifies
from reporter.facts.stakeholders.scene import Scene
from reporter.facts.stakeholders.titles import ARTICLES, Position, parse, shown
from reporter.mentions.names.words import HARD, SPACE
from reporter.model.spans import Span

_JOINING = frozenset(("of", "for", "and", "the", "in", "on", "to", "at", "&", "with"))
_LONGEST = 26
"""Words of a position at most."""
_CALLS = frozenset(
    (
        "ambassador",
        "senator",
        "judge",
        "justice",
        "professor",
        "doctor",
        "king",
        "queen",
        "prince",
        "princess",
        "sen",
        "rep",
        "gov",
    )
)
_SHORT_PLURALS = frozenset(("sens", "reps", "govs"))
_GENERALS = frozenset(
    (
        "attorney",
        "inspector",
        "surgeon",
        "solicitor",
        "secretary",
        "director",
        "consul",
        "auditor",
        "governor",
        "prosecutor",
        "comptroller",
    )
)
"""Positions that end in a word of rank: "Attorney General"."""
_DEPENDENT = frozenset(("to", "for", "of", "with", "by", "on", "about"))
_OCCASIONS = frozenset(("visit", "death", "passing", "occasion", "resignation", "appointment", "arrest", "meeting"))
"""What a headline speaks of, so that the position before it is another’s: "on the Death of President X"."""
_LOWLY = 2
"""Plain words between "of the" and a body at most: "of the conservative Institute"."""
_SPEECH = frozenset(("said", "stated", "says", "added", "noted", "stressed", "explained", "underlined", "told"))
_LEADS = frozenset(("heads", "leads", "chairs", "directs", "headed", "represents", "runs", "manages"))
_FIELDS = 7
"""Words from one field of an office to the last at most."""
_BEFORE_HEAD = 7
"""Words before the noun of a position at most."""
_INTRODUCING = frozenset(
    ("the", "based", "its", "with", "by", "from", "to", "their", "our", "a", "an", "his", "her", "whose")
)
_CLAUSE = 12
"""Words of "who …" that are read at most."""
_LISTED = 12
"""Names, brackets and joining words of a list at most."""
_OPENERS = frozenset((",", "”", '"', "“"))
_DASHES = frozenset((",", "–", "—", "-"))


def after(scene: Scene, register: Register, mentions: list[Span]) -> list[Position]:
    """The positions behind the mentions of one person, in text order."""
    found = [_after(scene, register, scene.place(span.end)) for span in sorted(mentions)]
    return [position for position in found if position is not None]


def before(scene: Scene, register: Register, mentions: list[Span]) -> list[Position]:
    """The positions before the mentions of one person, in text order."""
    found = [_before(scene, register, scene.place(span.start)) for span in sorted(mentions)]
    return [position for position in found if position is not None]


# After the name ---------------------------------------------------------------------------------------------------


def _after(scene: Scene, register: Register, name_end: int) -> Position | None:
    words = scene.words
    place = _behind_town(scene, _behind_suffix(scene, name_end))
    if place >= len(words) or words.owns[place - 1]:
        return None
    low = words.low[place]
    if words.gap[place] >= HARD:
        return _next_line(scene, register, place)
    comma = low == "," and words.low[place + 1 : place + 2] == ["as"]
    if low == "as" or comma:
        return _appointed(scene, register, place + 1 + comma)
    if low in _DASHES:
        return _apposition(scene, register, place + 1)
    if low in {"of", "from", "at", "("}:
        return _belonging(scene, register, place + 1)
    return _without_comma(scene, register, place, name_end)


def _without_comma(scene: Scene, register: Register, place: int, name_end: int) -> Position | None:
    """For example "Jane Doe MP Minister for Health", or a position set off by spaces only."""
    words, lexicon = scene.words, scene.lexicon
    set_off = words.gap[place] > SPACE or place > name_end or words.low[place + 1 : place + 2] in (["of"], ["for"])
    if set_off and words.cap[place] and words.low[place] in lexicon.titles | lexicon.modifiers:
        return parse(scene, register, place, "stakeholders.after-name")
    return None


def _behind_suffix(scene: Scene, place: int) -> int:
    """Over degrees and brackets: "MP", "(R-KS)", ", MD, PhD"."""
    words = scene.words
    if _is_suffix(scene, place):
        place += 1
    while place + 2 < len(words) and words.raw[place] == "," and _is_suffix(scene, place + 1):
        if words.raw[place + 2] not in {",", "("}:
            break
        place += 2
    if (
        place + 2 < len(words)
        and words.raw[place] == "("
        and words.raw[place + 2] == ")"
        and scene.kind(place + 1) is None
    ):
        place += 3
    return place


def _behind_town(scene: Scene, place: int) -> int:
    """Over the town of somebody who is appointed: "Jane Doe of Leeds as director"."""
    words = scene.words
    appointed = words.low[place : place + 1] == ["of"] and words.low[place + 2 : place + 3] == ["as"]
    return place + 2 if appointed and scene.kind(place + 1) in {"place", None} else place


def _is_suffix(scene: Scene, place: int) -> bool:
    words = scene.words
    return place < len(words) and words.cap[place] and words.low[place].rstrip(".") in scene.lexicon.suffixes


def _next_line(scene: Scene, register: Register, place: int) -> Position | None:
    """A position in the line below a name, as mastheads and signatures have it."""
    words, lexicon = scene.words, scene.lexicon
    if words.raw[place] in {"•", "·", "-"} and place + 1 < len(words):
        place += 1
    gap = scene.text[words.end[place - 1] : words.start[place]]
    if gap.count("\n") > 1 or not words.cap[place]:
        return None
    if words.low[place] in lexicon.titles or words.low[place] in lexicon.modifiers:
        return parse(scene, register, place, "stakeholders.next-line")
    return None


def _apposition(scene: Scene, register: Register, place: int) -> Position | None:
    """For example ", Director of the Academy", ", UNODC Regional Adviser,", ", who heads the Academy"."""
    words = scene.words
    if place >= len(words) or words.gap[place] >= HARD:
        return None
    if words.low[place] == "who" and place + 1 < len(words) and words.low[place + 1] in _LEADS:
        return _belonging(scene, register, place + 2)
    if words.low[place] == "who":
        return _on_behalf(scene, register, place)
    if words.raw[place].isdigit() and words.raw[place + 1 : place + 2] == [","]:
        place += 2  # "X, 58, a nurse"
    return parse(scene, register, place, "stakeholders.apposition")


def _on_behalf(scene: Scene, register: Register, place: int) -> Position | None:
    """For example "who led the team on behalf of the Academy"."""
    words = scene.words
    for at in range(place, min(place + _CLAUSE, len(words) - 2)):
        if words.raw[at] in {",", "."} or words.gap[at] >= HARD:
            return None
        if words.low[at : at + 2] == ["behalf", "of"]:
            return _belonging(scene, register, at + 2)
    return None


def _belonging(scene: Scene, register: Register, place: int) -> Position | None:
    """For example "of the Academy"."""
    words = scene.words
    if place < len(words) and words.low[place] == "the":
        place = _over_adjectives(scene, place + 1)
    held = scene.holders.get(place)
    if held is None and place < len(words) and words.low[place] in scene.lexicon.heads and not words.cap[place]:
        body = register.meant(words.low[place], words.start[place])
    elif held is None or held[0].kind != "organisation" or held[1] != place:
        return None
    else:
        body = register.by_mention.get(held[0].span)
    return Position(None, None, body, "stakeholders.belongs") if body is not None else None


def _over_adjectives(scene: Scene, place: int) -> int:
    """The name of a body behind plain words, or the place itself: "conservative Liberty Institute"."""
    words, lexicon = scene.words, scene.lexicon
    for at in range(place, min(place + _LOWLY + 1, len(words))):
        if scene.kind(at) == "organisation":
            return at
        if words.cap[at] or not words.raw[at].isalpha() or words.low[at] in lexicon.function | lexicon.heads.keys():
            return place
    return place


def _appointed(scene: Scene, register: Register, place: int) -> Position | None:
    """For example "as Chief Executive", "as the bank’s new Head of Retail"."""
    words, lexicon = scene.words, scene.lexicon
    for at in range(place, min(place + 5, len(words))):
        low = words.low[at]
        if (words.cap[at] and (low in lexicon.titles or low in lexicon.modifiers)) or is_title(scene, at):
            begin = place if ARTICLES.issuperset(words.low[place:at]) else at
            return parse(scene, register, begin, "stakeholders.appointed")
        if not (
            low in ARTICLES
            or low in {"company", "firm", "second"}
            or low in lexicon.modifiers
            or scene.kind(at) == "organisation"
            or (words.raw[at].isalpha() and lexicon.is_common(low) and is_title(scene, at + 1))
        ):
            return None
    return None


# Before the name --------------------------------------------------------------------------------------------------


def _before(scene: Scene, register: Register, name: int) -> Position | None:
    """For example "Deputy Minister of Finance Lt-General X", "the Head of the Office, Ambassador X"."""
    words = scene.words
    if name and words.low[name - 1] in _DEPENDENT and words.gap[name] < HARD:
        return None  # "an aide to X", "a spokesman for X"
    found = _shared(scene, register, name) or _office(scene, register, name)
    if found is not None:
        return found
    place, rank = _behind_rank(scene, name)
    if place == name and name and words.gap[name] > SPACE + 1:
        return rank
    stop = place
    comma = place > 0 and words.raw[place - 1] == "," and words.gap[place] < HARD
    if comma or (place and words.raw[place - 1] == "." and _is_stray(scene, place - 1)):
        stop = place - 1
    first = _start(scene, stop)
    if first is None or (stop < place and words.raw[stop] == "," and not _is_lead_in(scene, first)):
        return rank
    while first and words.low[first - 1] in ARTICLES:
        first -= 1  # "its" and "the company’s" tell the body
    position = parse(scene, register, first, "stakeholders.before-name", stop)
    return position if position is not None and position.title else rank


def _shared(scene: Scene, register: Register, name: int) -> Position | None:
    """A position in the plural before a list of names: "Senators X (R-Ohio) and Y", "two experts of the Academy, X and Y"."""
    words, lexicon = scene.words, scene.lexicon
    place, body = name, None
    for _ in range(_LISTED):
        at = place - 1
        if at < 0 or words.gap[place] >= HARD:
            return None
        low = words.low[at]
        if at not in scene.holders and low not in lexicon.titles and low.removesuffix("s") in lexicon.titles:
            span = Span(words.start[_widened(scene, at)], words.end[at] - 1)
            return Position(shown(scene, span), span, body, "stakeholders.plural-title")
        held = scene.holders.get(at)
        if held is not None and held[0].kind == "person":
            place = held[1]
        elif held is not None and held[0].kind == "organisation" and body is None and held[2] == place:
            place, body = held[1], register.by_mention.get(held[0].span)
        elif low in {"and", ","} or (body is not None and low in {"of", "from", "the", "at"}):
            place = at
        elif low == "." and words.low[at - 1] in _SHORT_PLURALS:
            span = Span(words.start[at - 1], words.end[at - 1] - 1)
            return Position(shown(scene, span), span, None, "stakeholders.plural-title")
        elif words.raw[at] == ")" and "(" in words.raw[max(0, at - 4) : at]:
            place = max(back for back in range(max(0, at - 4), at) if words.raw[back] == "(")
        else:
            return None
    return None


def _office(scene: Scene, register: Register, name: int) -> Position | None:
    """A body that is called by its head’s position: "United Nations High Commissioner for Refugees X"."""
    held = scene.holders.get(name - 1)
    if held is None or held[0].kind != "organisation" or held[2] != name or scene.words.gap[name] >= HARD:
        return None
    if not scene.lexicon.titles.intersection(scene.words.low[held[1] : held[2]]):
        return None
    body = register.by_mention.get(held[0].span)
    return Position(shown(scene, held[0].span), held[0].span, body, "stakeholders.office")


def _behind_rank(scene: Scene, name: int) -> tuple[int, Position | None]:
    """Over the honorifics, ranks and styles before a name; a rank or style is a position of last resort."""
    words, lexicon = scene.words, scene.lexicon
    place, last = name, name
    while place and words.gap[place] < HARD:
        low = words.low[place - 1].rstrip(".")
        if words.raw[place - 1] in {".", ")", "("} or low == "ret":
            if not _abbreviates(scene, place - 1):
                break
        elif (
            not (words.cap[place - 1] or low == "the")
            or not (
                low in lexicon.honorifics
                or words.low[place - 1] in lexicon.honorifics
                or low in lexicon.ranks
                or low in _CALLS
                or (low == "the" and place < name)
            )
            or (low == "general" and place > 1 and words.low[place - 2] in _GENERALS)
        ):
            break
        elif low in lexicon.honorifics and place == last:
            last -= 1
        elif place > 1 and low in lexicon.titles and words.cap[place - 2] and is_title(scene, place - 2):
            break  # "Detective Constable"
        place -= 1
    while place < name and (words.low[place] in {"the", "."}):
        place += 1
    ranked = [at for at in range(place, name) if words.low[at] in lexicon.ranks or words.low[at] in _CALLS]
    if not ranked:
        return place, None
    stop = ranked[-1] + 1
    stopped = words.raw[stop] == "." and words.gap[stop] == 0
    span = scene.span(_widened(scene, ranked[0]), stop + 1 if stopped else stop)
    return place, Position(shown(scene, span), span, None, "stakeholders.rank", is_rank=True)


def _widened(scene: Scene, place: int) -> int:
    """With the country or court before a style: "U.S. District Judge", "State Sen."."""
    words, lexicon = scene.words, scene.lexicon
    while place and words.gap[place] <= SPACE and not words.owns[place - 1]:
        held = scene.holders.get(place - 1)
        if held is not None and held[0].kind == "country" and words.low[place] not in lexicon.ranks:
            place = held[1]
        elif held is None and words.cap[place - 1] and words.low[place - 1] in lexicon.modifiers:
            place -= 1
        else:
            break
    return place


def _abbreviates(scene: Scene, place: int) -> bool:
    """Whether a stop or bracket belongs to a rank or honorific: "Lt.", "(ret.)"."""
    words, lexicon = scene.words, scene.lexicon
    raw = words.raw[place]
    if raw in {"(", ")"} or words.low[place] == "ret":
        return "ret" in words.low[max(0, place - 3) : place + 4]
    before = words.low[place - 1] if place else ""
    known = before in lexicon.honorifics or before in lexicon.ranks or before in _CALLS or before == "ret"
    return words.gap[place] == 0 and known


def _is_stray(scene: Scene, stop: int) -> bool:
    """A full stop between position and name that ends no sentence: "stated Minister of Finance. Dr X"."""
    words = scene.words
    first = _start(scene, stop)
    return first is not None and first > 0 and words.low[first - 1] in _SPEECH


def _is_lead_in(scene: Scene, first: int) -> bool:
    """Whether a position before a comma opens with "the", so that the name explains it: "the Mayor, X"."""
    words = scene.words
    return first == 0 or words.begins(first) or words.low[first - 1] in _INTRODUCING or words.owns[first - 1]


def _start(scene: Scene, stop: int) -> int | None:
    """The first word of the position that ends before `stop`."""
    words, lexicon = scene.words, scene.lexicon
    place = stop
    while place and words.gap[place] < HARD and stop - place < _LONGEST:
        held = scene.holders.get(place - 1)
        if held is not None:
            if held[0].kind == "person":
                break
            place = held[1]
        elif words.low[place - 1] in _OCCASIONS:
            break
        elif words.raw[place - 1] in {"(", ")"} or _in_position(scene, place - 1) or _lists(scene, place - 1, stop):
            place -= 1
        else:
            break
    head = next((at for at in range(place, stop) if is_title(scene, at)), None)
    if head is None:
        return None
    first = head
    while first > place and not (
        words.low[first - 1] in _JOINING or words.low[first - 1] in lexicon.function - lexicon.modifiers
    ):
        held = scene.holders.get(first - 1)
        first = held[1] if held is not None else first - 1
    return first


def _lists(scene: Scene, comma: int, stop: int) -> bool:
    """Whether a comma parts fields of one office: "Minister for Culture, Community and Youth"."""
    words = scene.words
    if words.raw[comma] != "," or comma == 0 or not words.cap[comma - 1] or comma + 1 >= stop:
        return False
    following = words.low[comma + 1 : min(stop, comma + _FIELDS)]
    if "and" not in following or not words.cap[comma + 1]:
        return False
    return not any(
        at in scene.holders or words.low[at] in scene.lexicon.titles
        for at in (comma - 1, *range(comma + 1, comma + 2 + following.index("and")))
    )


def _in_position(scene: Scene, place: int) -> bool:
    words, lexicon = scene.words, scene.lexicon
    low = words.low[place]
    if words.cap[place] and words.raw[place][0].isalpha():
        return low not in lexicon.function or low in lexicon.modifiers or low == "the"
    if low in _JOINING or low in lexicon.titles or low in lexicon.modifiers:
        return True
    before = words.low[place - 1] if place else "the"
    after_name = scene.kind(place - 1) in {"organisation", "country"}
    opens = before in ARTICLES or before in _OPENERS or (place > 0 and words.owns[place - 1])
    return (after_name or before in _JOINING or opens) and qualifies(scene, place)
