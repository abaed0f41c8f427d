"""The words of a position: its noun, what stands around it, and the body that it is parted from."""

from __future__ import annotations

from typing import NamedTuple

from reporter.facts.stakeholders import offices
from reporter.facts.stakeholders.bodies import Body, Register
from reporter.facts.stakeholders.offices import is_title, qualifies
from reporter.facts.stakeholders.scene import Scene
from reporter.mentions.names.words import HARD, SPACE
from reporter.model.mentions import NameMention
from reporter.model.spans import Span

_LINKS = frozenset(("of", "for", "at", "from", "in", "with", "to", "on", "and", "&"))
ARTICLES = frozenset(
    (
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "our",
        "their",
        "then",
        "current",
        "new",
        "former",
        "company",
        "first",
        "next",
    )
)
_AGAIN = frozenset(("the", "its", "in", "of", "for"))
_FIELD = 4
"""Words of a field of work between commas at most."""
_LONGEST = 26
"""Words of a position at most."""
_BEFORE_HEAD = 7
"""Words before the noun of a position at most."""
_OWNER = 14
"""Words between a body and "its Director" at most."""
_DESCRIBED = 6
"""Words of a body without a name of its own at most."""
_CLOSING = frozenset((",", ".", ":", ";", ")", "(", "–", "-", "—", "”", '"'))


class Position(NamedTuple):
    """What somebody is."""

    title: str | None
    span: Span | None
    body: Body | None
    rule: str
    is_rank: bool = False
    """A rank or style ("Colonel", "Ambassador"): a position of last resort."""

    def weight(self) -> int:
        """How much it tells: a position with its body most, then one with a capital, a rank, a body alone."""
        if self.title is None:
            return 1
        value = 2 if self.is_rank else 6 if self.title[0].isupper() or self.body is not None else 4
        return value + (self.body is not None) + (not self.is_rank and not _LINKS.isdisjoint(self.title.split()))


def parse(scene: Scene, register: Register, place: int, rule: str, stop: int | None = None) -> Position | None:
    """The position that begins here, parted from its body where it can be; it ends before `stop` where that is given."""
    words = scene.words
    limit = min(len(words), place + _LONGEST) if stop is None else stop
    owner: Body | None = None
    while place < limit and words.low[place] in ARTICLES and words.low[place + 1 : place + 2] != ["majesty"]:
        if words.low[place] == "its":
            owner = _owner(scene, register, place)
        elif words.low[place] == "company" and words.owns[place]:
            owner = _owner(scene, register, place) or register.issuer
        place += 1
    if place < limit and words.owns[place] and not words.cap[place] and words.low[place] in scene.lexicon.heads:
        owner = owner or register.meant(words.low[place], words.start[place])  # "the department’s deputy chief"
        place += 1
    held = scene.holders.get(place)
    if held is not None and is_body(held, place):
        owner, beyond = register.by_mention.get(held[0].span), held[2]
        if beyond >= limit or not _goes_on(scene, beyond):
            alone = stop is None and owner is not None and _closed(scene, beyond)
            return Position(None, None, owner, rule) if alone else None
        place = place if owner is None else beyond  # "House Speaker"
    head = _head(scene, place, limit)
    if head is None:
        return None
    last, body = _end(scene, register, head + 1, (limit, stop is not None), owner)
    if stop is None and body is None:
        if scene.kind(last) == "person" and scene.words.gap[last] < HARD:
            return None
        apart = _department(scene, last) if last < len(words) else last
        last = apart if apart > last and _behind(scene, register, apart) is not None else last
    span = scene.span(place, last)
    body = owner or body or (_behind(scene, register, last) if stop is None else None)
    return Position(shown(scene, span), span, body or _by_office(scene, register, span), rule)


def shown(scene: Scene, span: Span) -> str:
    """The words of a span with white space folded."""
    return " ".join(span.of(scene.text).split())


def is_body(held: tuple[NameMention, int, int], place: int) -> bool:
    """Whether a body’s name begins here."""
    return held[0].kind == "organisation" and held[1] == place


def _owner(scene: Scene, register: Register, place: int) -> Body | None:
    """The body that "its" stands for: the one named last before in the sentence."""
    for at in range(place - 1, max(-1, place - _OWNER), -1):
        held = scene.holders.get(at)
        if held is not None and held[0].kind == "organisation":
            return register.by_mention.get(held[0].span)
        form = scene.words.low[at - 1] in scene.lexicon.companies  # the stop of "Inc." ends no sentence
        if (scene.words.raw[at] == "." and not form) or scene.words.gap[at + 1] >= HARD:
            return None
    return None


def _goes_on(scene: Scene, place: int) -> bool:
    """Whether a body is followed by a position: "UNODC Regional Adviser"."""
    words, lexicon = scene.words, scene.lexicon
    if words.gap[place] >= HARD or scene.kind(place) == "person":
        return False
    if words.cap[place] or words.low[place] in lexicon.titles or words.low[place] in lexicon.modifiers:
        return True
    return qualifies(scene, place)


def _closed(scene: Scene, place: int) -> bool:
    words = scene.words
    return place >= len(words) or words.gap[place] >= HARD or words.raw[place] in _CLOSING


def _behind(scene: Scene, register: Register, comma: int) -> Body | None:
    """The body after a comma: "President and CEO, Splendid Ideas"."""
    words, place = scene.words, comma + 1
    if place >= len(words) or words.raw[comma] != "," or words.gap[place] >= HARD:
        return None
    if words.low[place] == "the":
        place += 1
    held = scene.holders.get(place)
    if held is None or not is_body(held, place) or not _closed(scene, held[2]):
        return None
    return register.by_mention.get(held[0].span)


def _department(scene: Scene, comma: int) -> int:
    """The end of a field of work between commas: ", Public Affairs, Norwich Tidal"; the comma where there is none."""
    words, at = scene.words, comma + 1
    while at < len(words) and at - comma <= _FIELD and at not in scene.holders and words.cap[at]:
        if words.gap[at] > SPACE or words.low[at] in scene.lexicon.function:
            return comma
        at += 1
    return at if comma + 1 < at < len(words) and words.raw[comma] == words.raw[at] == "," else comma


def _head(scene: Scene, first: int, limit: int) -> int | None:
    """The noun of the position: only capitals, modifiers and fields of work may stand before it."""
    for at in range(first, min(limit, first + _BEFORE_HEAD)):
        if scene.words.gap[at] >= HARD and at > first:
            return None
        if is_title(scene, at):
            return at
        if not _leads_to_head(scene, at, limit):
            return None
    return None


def _leads_to_head(scene: Scene, at: int, limit: int) -> bool:
    words, lexicon = scene.words, scene.lexicon
    low, kind = words.low[at], scene.kind(at)
    if kind is not None:
        return kind != "person"
    if low in lexicon.modifiers or low in {"and", "of", "&"} or words.low[at + 1 : at + 2] == ["majesty"]:
        return True
    if low in lexicon.function or not words.raw[at][0].isalpha():
        return False
    return words.cap[at] or (at + 1 < limit and qualifies(scene, at))


def _end(
    scene: Scene, register: Register, place: int, bounds: tuple[int, bool], owner: Body | None
) -> tuple[int, Body | None]:
    """Where the position ends, and the body that its last words name.

    A body that is followed by a further position belongs to the title ("Representative of the OSCE Chairperson"), and so
    does one where another body owns the position ("its Director of the Bureau"). The bounds are a place, and whether the
    position is known to reach it.
    """
    words, last, body = scene.words, place, None
    limit, whole = bounds
    while last < limit and words.gap[last] < HARD:
        link = words.low[last] in _LINKS and not words.cap[last]
        after = last + 1
        while link and after < limit and words.low[after] in _AGAIN:
            after += 1
        if link and after >= limit:
            break
        named, beyond = _named(scene, register, last, after) if link else (None, after)
        inside = beyond < limit and (whole or is_title(scene, beyond))
        if named is not None and owner is None and not inside:
            return (last, named) if body is None else (beyond, body)
        if named is not None:
            body, last = named if owner is None else None, beyond
        elif link and (plain := _plain_body(scene, after, limit)) is not None:
            body, last = body or register.within(scene.span(after, plain)), plain
        elif (onwards := _onwards(scene, last, after if link else None, limit, opens=last == place)) > last:
            last = onwards
        else:
            break
    return _trimmed(scene, min(last, limit), limit), body


def _onwards(scene: Scene, last: int, linked: int | None, limit: int, *, opens: bool) -> int:
    """The place behind the next words of a position, after a link where there is one; `last` where it ends."""
    further = offices.further(scene, last, limit, linked if opens else None)
    if further > last:
        return further
    after = last if linked is None else linked
    return _past(scene, after) if in_title(scene, after) else last


def _plain_body(scene: Scene, place: int, limit: int) -> int | None:
    """The end of a body without a name of its own: "of the village council", "of the short-term OSCE observer mission"."""
    words, lexicon = scene.words, scene.lexicon
    if words.low[place - 1] != "the":
        return None
    for at in range(place, min(limit, place + _DESCRIBED)):
        low = words.low[at]
        if words.gap[at] >= HARD or low in lexicon.function:
            return None
        if not words.cap[at] and low in lexicon.heads and at > place:
            return at + 1
        if scene.kind(at) in {None, "person"} and (words.cap[at] or not low.replace("-", "").isalpha()):
            return None
    return None


def _trimmed(scene: Scene, last: int, limit: int) -> int:
    """With the bracketed acronym of the last word: "(TCG)"."""
    words = scene.words
    if last + 2 <= limit - 1 and words.raw[last] == "(" and words.raw[last + 2] == ")" and scene.kind(last + 1):
        return last + 3
    return last


def _past(scene: Scene, place: int) -> int:
    held = scene.holders.get(place)
    return held[2] if held is not None else place + 1


def _named(scene: Scene, register: Register, link: int, place: int) -> tuple[Body | None, int]:
    """The body that stands behind "of the", by name or as "the university"; and the place behind it."""
    words = scene.words
    held = scene.holders.get(place)
    if words.low[link] == "and":
        return None, place + 1
    if held is not None and is_body(held, place):
        return register.by_mention.get(held[0].span), held[2]
    noun = words.low[place]
    if held is None and not words.cap[place] and words.low[place - 1] == "the" and noun in scene.lexicon.heads:
        return register.meant(noun, words.start[place]), place + 1
    return None, place + 1


def in_title(scene: Scene, place: int) -> bool:
    """Whether a word can go on in a position: a capital, a country, a word of positions."""
    words, lexicon = scene.words, scene.lexicon
    low = words.low[place]
    held = scene.holders.get(place)
    if words.gap[place] > SPACE:
        return False
    if held is not None:
        return held[0].kind in {"country", "place"} or held[0].refers
    if words.cap[place]:
        return words.raw[place][0].isalpha() and low not in lexicon.function
    return low in lexicon.titles or low in lexicon.modifiers or low in lexicon.heads


def _by_office(scene: Scene, register: Register, span: Span) -> Body | None:
    """The body that an office implies, where the release names it: minister and ministry, ambassador and embassy."""
    title = shown(scene, span)
    held = [scene.holders.get(place) for place in range(scene.place(span.start), scene.place(span.end))]
    codes = [found[0].code for found in held if found is not None and found[0].kind == "country"]
    for link in ("Minister of ", "Minister for "):
        if link in title:
            ministry = register.of_minister(title.split(link, 1)[1].split(" of ")[0])
            return ministry if ministry is not None and (not codes or ministry.country in {None, *codes}) else None
    low = title.lower()
    if "ombuds" in low:
        return register.with_word("ombudsman") or register.with_word("ombudsperson")
    if "ambassador" in low:
        return register.with_word("embassy", codes[0]) if codes else None
    return None
