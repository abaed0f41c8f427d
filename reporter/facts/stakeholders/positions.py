"""What a person is and of which body, as the words beside the name say."""

from __future__ import annotations

from typing import NamedTuple

from reporter.facts.stakeholders.bodies import Register
from reporter.facts.stakeholders.scene import Scene
from reporter.mentions.names.words import HARD, SPACE
from reporter.model.mentions import NameMention
from reporter.model.spans import Span

_JOINING = frozenset(("of", "for", "and", "the", "in", "on", "to", "at", "&", "with"))
_LINKS = frozenset(("of", "for", "at", "from", "in", "with", "to", "on", "and"))
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "our", "their", "then", "current", "new", "former"))
_LONGEST = 16
"""Words of a position at most."""
_CALLS = frozenset(
    ("ambassador", "senator", "judge", "justice", "professor", "doctor", "king", "queen", "prince", "princess")
)
_SPEECH = frozenset(("said", "stated", "says", "added", "noted", "stressed", "explained", "underlined", "told"))
_LEADS = frozenset(("heads", "leads", "chairs", "directs", "headed", "represents", "runs", "manages"))
_CLOSING = frozenset((",", ".", ":", ";", ")", "(", "–", "-", "—"))
_BEFORE_HEAD = 7
"""Words before the noun of a position at most."""
_DASHES = frozenset((",", "–", "—", "-"))


class Position(NamedTuple):
    """What somebody is."""

    title: str | None
    span: Span | None
    body: str | None
    rule: str
    is_rank: bool = False

    def weight(self) -> int:
        """How much it tells: a position with its body most, a rank least."""
        if self.title is None:
            return 1
        return (2 if self.is_rank else 4) + (self.body is not None)


def read(scene: Scene, register: Register, mentions: list[Span]) -> list[Position]:
    """The positions that stand beside the mentions of one person, in text order."""
    found: list[Position | None] = []
    for span in sorted(mentions):
        found.append(_after(scene, register, scene.place(span.end)))
        found.append(_before(scene, register, scene.place(span.start)))
    return [position for position in found if position is not None]


# After the name ---------------------------------------------------------------------------------------------------


def _after(scene: Scene, register: Register, name_end: int) -> Position | None:
    words = scene.words
    place = _behind_suffix(scene, name_end)
    if place >= len(words) or words.owns[place - 1]:
        return None
    low = words.low[place]
    if words.gap[place] >= HARD:
        return _next_line(scene, register, place)
    if low in _DASHES:
        return _apposition(scene, register, place + 1)
    if low in {"of", "from", "at", "("}:
        return _belonging(scene, register, place + 1)
    if low == "as":
        return _appointed(scene, register, place + 1)
    return _without_comma(scene, register, place, name_end)


def _without_comma(scene: Scene, register: Register, place: int, name_end: int) -> Position | None:
    """For example "Jane Doe MP Minister for Health", or a position set off by spaces only."""
    words, lexicon = scene.words, scene.lexicon
    set_off = words.gap[place] > SPACE or place > name_end
    if set_off and words.cap[place] and words.low[place] in lexicon.titles | lexicon.modifiers:
        return _parse(scene, register, place, "stakeholders.after-name")
    return None


def _behind_suffix(scene: Scene, place: int) -> int:
    """Over degrees and brackets: "MP", "(R-KS)", "PhD"."""
    words = scene.words
    if place < len(words) and words.low[place].rstrip(".") in scene.lexicon.suffixes and words.cap[place]:
        place += 1
    if (
        place + 2 < len(words)
        and words.raw[place] == "("
        and words.raw[place + 2] == ")"
        and scene.kind(place + 1) is None
    ):
        place += 3
    return place


def _next_line(scene: Scene, register: Register, place: int) -> Position | None:
    """A position in the line below a name, as mastheads and signatures have it."""
    words, lexicon = scene.words, scene.lexicon
    if words.raw[place] in {"•", "·", "-"} and place + 1 < len(words):
        place += 1
    gap = scene.text[words.end[place - 1] : words.start[place]]
    if gap.count("\n") > 1 or not words.cap[place]:
        return None
    if words.low[place] in lexicon.titles or words.low[place] in lexicon.modifiers:
        return _parse(scene, register, place, "stakeholders.next-line")
    return None


def _apposition(scene: Scene, register: Register, place: int) -> Position | None:
    """For example ", Director of the Academy", ", UNODC Regional Adviser,", ", who heads the Academy"."""
    words = scene.words
    if place >= len(words) or words.gap[place] >= HARD:
        return None
    if words.low[place] == "who" and place + 1 < len(words) and words.low[place + 1] in _LEADS:
        return _belonging(scene, register, place + 2)
    return _parse(scene, register, place, "stakeholders.apposition")


def _belonging(scene: Scene, register: Register, place: int) -> Position | None:
    """For example "of the Academy"."""
    words = scene.words
    if place < len(words) and words.low[place] == "the":
        place += 1
    held = scene.holders.get(place)
    if held is None or held[0].kind != "organisation" or held[1] != place:
        return None
    body = register.name_at(held[0].span)
    return Position(None, None, body, "stakeholders.belongs") if body else None


def _appointed(scene: Scene, register: Register, place: int) -> Position | None:
    """For example "as Chief Executive", "as the company’s first Chief People Officer"."""
    words, lexicon = scene.words, scene.lexicon
    for at in range(place, min(place + 5, len(words))):
        low = words.low[at]
        if words.cap[at] and (low in lexicon.titles or low in lexicon.modifiers):
            return _parse(scene, register, at, "stakeholders.appointed")
        if not (
            low in _ARTICLES
            or low in {"first", "next", "company", "firm", "second"}
            or scene.kind(at) == "organisation"
        ):
            return None
    return None


# Before the name --------------------------------------------------------------------------------------------------


def _before(scene: Scene, register: Register, name: int) -> Position | None:
    """For example "Deputy Minister of Finance Lt-General X", "the Head of the Office, Ambassador X"."""
    words = scene.words
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
    position = _parse(scene, register, first, "stakeholders.before-name", stop)
    return position if position is not None and position.title else rank


def _behind_rank(scene: Scene, name: int) -> tuple[int, Position | None]:
    """Over the honorifics, ranks and styles before a name; a rank or style is a position of last resort."""
    words, lexicon = scene.words, scene.lexicon
    place, last = name, name
    while place and words.gap[place] < HARD:
        low = words.low[place - 1].rstrip(".")
        if words.raw[place - 1] in {".", ")", "("} or low == "ret":
            if not _abbreviates(scene, place - 1):
                break
        elif not (words.cap[place - 1] or low == "the") or not (
            low in lexicon.honorifics or low in lexicon.ranks or low in _CALLS or (low == "the" and place < name)
        ):
            break
        elif low in lexicon.honorifics and place == last:
            last -= 1
        place -= 1
    while place < name and (words.low[place] in {"the", "."}):
        place += 1
    ranked = [at for at in range(place, name) if words.low[at] in lexicon.ranks or words.low[at] in _CALLS]
    if not ranked:
        return place, None
    span = scene.span(ranked[0], ranked[-1] + 1)
    return place, Position(_shown(scene, span), span, None, "stakeholders.rank", is_rank=True)


def _abbreviates(scene: Scene, place: int) -> bool:
    """Whether a stop or bracket belongs to a rank or honorific: "Lt.", "(ret.)"."""
    words, lexicon = scene.words, scene.lexicon
    raw = words.raw[place]
    if raw in {"(", ")"} or words.low[place] == "ret":
        return "ret" in words.low[max(0, place - 3) : place + 4]
    before = words.low[place - 1] if place else ""
    return words.gap[place] == 0 and (before in lexicon.honorifics or before in lexicon.ranks or before == "ret")


def _is_stray(scene: Scene, stop: int) -> bool:
    """A full stop between position and name that ends no sentence: "stated Minister of Finance. Dr X"."""
    words = scene.words
    first = _start(scene, stop)
    return first is not None and first > 0 and words.low[first - 1] in _SPEECH


def _is_lead_in(scene: Scene, first: int) -> bool:
    """Whether a position before a comma opens with "the", so that the name explains it: "the Mayor, X"."""
    words = scene.words
    return first == 0 or words.low[first - 1] in {"the", "based"} or words.opens[first] or words.low[first - 1] == "its"


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
        elif words.raw[place - 1] in {"(", ")"} or _in_position(scene, place - 1):
            place -= 1
        else:
            break
    head = next((at for at in range(place, stop) if _is_title(scene, at)), None)
    if head is None:
        return None
    first = head
    while first > place and not (
        words.low[first - 1] in _JOINING or words.low[first - 1] in lexicon.function - lexicon.modifiers
    ):
        held = scene.holders.get(first - 1)
        first = held[1] if held is not None else first - 1
    return first


def _is_title(scene: Scene, place: int) -> bool:
    held = scene.holders.get(place)
    return scene.words.low[place] in scene.lexicon.titles and held is None


def _in_position(scene: Scene, place: int) -> bool:
    words, lexicon = scene.words, scene.lexicon
    low = words.low[place]
    if words.cap[place] and words.raw[place][0].isalpha():
        return low not in lexicon.function or low in lexicon.modifiers or low == "the"
    return low in _JOINING or low in lexicon.titles or low in lexicon.modifiers


# The words of a position ------------------------------------------------------------------------------------------


def _parse(scene: Scene, register: Register, place: int, rule: str, stop: int | None = None) -> Position | None:
    """The position that begins here, parted from its body where it can be; it ends before `stop` where that is given."""
    words = scene.words
    limit = min(len(words), place + _LONGEST) if stop is None else stop
    while place < limit and words.low[place] in _ARTICLES:
        place += 1
    held = scene.holders.get(place)
    owner: str | None = None
    if held is not None and held[0].kind == "organisation" and held[1] == place:
        owner, place = register.name_at(held[0].span), held[2]
        if place >= limit or not _goes_on(scene, place):
            alone = stop is None and owner is not None and _closed(scene, place)
            return Position(None, None, owner, rule) if alone else None
    head = _head(scene, place, limit)
    if head is None:
        return None
    last, body = _end(scene, register, head + 1, limit)
    if stop is None and body is None and scene.kind(last) == "person":
        return None
    span = scene.span(place, last)
    title = _shown(scene, span)
    body = owner or body or (_body_behind(scene, register, last) if stop is None else None)
    return Position(title, span, body or _ministry(register, title), rule)


def _goes_on(scene: Scene, place: int) -> bool:
    """Whether a body is followed by a position: "UNODC Regional Adviser"."""
    words, lexicon = scene.words, scene.lexicon
    if words.gap[place] >= HARD or scene.kind(place) == "person":
        return False
    return words.cap[place] or words.low[place] in lexicon.titles or words.low[place] in lexicon.modifiers


def _closed(scene: Scene, place: int) -> bool:
    words = scene.words
    return place >= len(words) or words.gap[place] >= HARD or words.raw[place] in _CLOSING


def _body_behind(scene: Scene, register: Register, comma: int) -> str | None:
    """For example "President and CEO, Splendid Ideas"."""
    words, place = scene.words, comma + 1
    if place >= len(words) or words.raw[comma] != "," or words.gap[place] >= HARD:
        return None
    if words.low[place] == "the":
        place += 1
    held = scene.holders.get(place)
    if held is None or held[0].kind != "organisation" or held[1] != place or not _closed(scene, held[2]):
        return None
    return register.name_at(held[0].span)


def _head(scene: Scene, first: int, limit: int) -> int | None:
    """The noun of the position: only capitals, modifiers and fields of work may stand before it."""
    for at in range(first, min(limit, first + _BEFORE_HEAD)):
        if scene.words.gap[at] >= HARD and at > first:
            return None
        if _is_title(scene, at):
            return at
        if not _leads_to_head(scene, at, limit):
            return None
    return None


def _leads_to_head(scene: Scene, at: int, limit: int) -> bool:
    words, lexicon = scene.words, scene.lexicon
    low, kind = words.low[at], scene.kind(at)
    if kind is not None:
        return kind != "person"
    if low in lexicon.modifiers or low in {"and", "of", "&"}:
        return True
    if low in lexicon.function or not words.raw[at][0].isalpha():
        return False
    return words.cap[at] or (at + 1 < limit and _is_title(scene, at + 1))


def _end(scene: Scene, register: Register, place: int, limit: int) -> tuple[int, str | None]:
    """Where the position ends, and the body that its last words name.

    A body that is followed by a further position belongs to the title: "Representative of the OSCE Chairperson".
    """
    words, last, body = scene.words, place, None
    while last < limit and words.gap[last] < HARD:
        if words.low[last] in _LINKS and not words.cap[last]:
            after = last + 2 if last + 1 < limit and words.low[last + 1] in {"the", "its"} else last + 1
            held = scene.holders.get(after) if after < limit else None
            if held is not None and _is_body(held, after) and words.low[last] != "and":
                named = register.name_at(held[0].span)
                if not (held[2] < limit and _is_title(scene, held[2])):
                    return (last, named) if body is None else (held[2], body)
                body, last = named, held[2] + 1
            elif after < limit and _in_title(scene, after):
                last = after
            else:
                break
        elif _in_title(scene, last):
            held = scene.holders.get(last)
            last = held[2] if held is not None else last + 1
        else:
            break
    return min(last, limit), body


def _is_body(held: tuple[NameMention, int, int], place: int) -> bool:
    return held[0].kind == "organisation" and held[1] == place


def _in_title(scene: Scene, place: int) -> bool:
    words, lexicon = scene.words, scene.lexicon
    low, kind = words.low[place], scene.kind(place)
    if words.gap[place] > SPACE + 1:
        return False
    if kind is not None:
        return kind in {"country", "place"}
    if words.cap[place]:
        return words.raw[place][0].isalpha() and low not in lexicon.function
    return low in lexicon.titles or low in lexicon.modifiers


def _ministry(register: Register, title: str) -> str | None:
    """The ministry of a minister, where the release names it."""
    for link in ("Minister of ", "Minister for "):
        if link in title:
            body = register.of_minister(title.split(link, 1)[1])
            return body.name if body is not None else None
    return None


def _shown(scene: Scene, span: Span) -> str:
    return " ".join(span.of(scene.text).split())
