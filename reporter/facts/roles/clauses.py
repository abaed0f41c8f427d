"""Roles by clause: "hosted by A", "B and C funded the course", "officers from D and E"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import NamedTuple

from reporter.facts.roles import cues, lists
from reporter.facts.roles.cast import Cast, Player
from reporter.facts.roles.cues import Cue, Cues
from reporter.mentions.names.words import HARD
from reporter.model.blocks import Reading
from reporter.model.facts import RoleKind

# Verbs before which their subject must be somebody who does it to an event, or they mean too much: "supports the view".
_NEED_EVENT = frozenset(("organiser", "host", "supporter", "implementer"))
_REACH = 14
"""Words behind a verb in which its event is looked for."""
_HELPERS = frozenset(
    (
        "has",
        "have",
        "had",
        "will",
        "also",
        "today",
        "yesterday",
        "jointly",
        "then",
        "is",
        "are",
        "was",
        "were",
        "recently",
        "together",
        "both",
        "each",
        "who",
        "which",
        "to",
        "continue",
        "continues",
        "continued",
        "be",
        "been",
    )
)
_SHARED = frozenset(("organiser", "implementer", "funder", "supporter"))
_TEACHING = frozenset(("delivered", "taught", "led", "facilitated", "conducted", "run", "given"))
_MONEY = frozenset(("financial", "funding", "grant", "donation", "funds", "money", "financing"))
_HELP = frozenset(("support", "assistance", "help", "backing", "co-operation", "cooperation"))
_GIVING = frozenset(("donated", "donates", "donate", "granted", "provided", "gave", "allocated", "pledged"))
_DENIALS = frozenset(("not", "never", "no", "without", "neither"))
_GROUP = 6
"""Words of "six senior police officers from" at most."""
_ORIGINS = frozenset(("from", "of", "representing"))
_MEMBERS = frozenset(("members", "leaders", "heads", "chiefs"))
_QUALITIES = 3
"""Words between an adjective and its noun at most: "Chilean forest fire instructors"."""
_SMALL = frozenset(("and", "of", "the", "from", "for", "to", "in", "by", "with", "as"))


def read(cast: Cast, known: Cues, reading: Reading) -> None:
    """Gives the roles that the clauses of the text tell; direct speech and boilerplate tell none.

    The story comes first: what it tells is better evidence than the words of a title or a caption.
    """
    quoted = _Quoted.of(cast)
    for block in (*reading.of_kind("body", "list"), *reading.of_kind("title", "subtitle", "caption")):
        for span in block.sentences or (block.span,):
            first, last = _places(cast, span.start, span.end)
            for begin, end in _unquoted(first, last, quoted):
                _sentence(cast, known, begin, end)


def _places(cast: Cast, start: int, end: int) -> tuple[int, int]:
    return bisect_left(cast.words.start, start), bisect_left(cast.words.start, end)


class _Quoted(NamedTuple):
    """Direct speech as stretches of words, in text order."""

    stretches: list[tuple[int, int]]
    reach: list[int]
    """How far the stretches up to each go."""

    @classmethod
    def of(cls, cast: Cast) -> _Quoted:
        """The direct speech of a text."""
        stretches = [_places(cast, *quote.span) for quote in sorted(cast.facts.quotes, key=lambda quote: quote.span)]
        return cls(stretches, list(accumulate((end for _, end in stretches), max)))


def _unquoted(first: int, last: int, quoted: _Quoted) -> list[tuple[int, int]]:
    """The stretches of a sentence outside direct speech."""
    stretches: list[tuple[int, int]] = []
    begin = first
    for at in range(bisect_right(quoted.reach, first), len(quoted.stretches)):
        start, end = quoted.stretches[at]
        if start >= last:
            break
        if end <= begin:
            continue
        if start > begin:
            stretches.append((begin, start))
        begin = min(end, last)
    if begin < last:
        stretches.append((begin, last))
    return stretches


def _sentence(cast: Cast, known: Cues, first: int, last: int) -> None:
    words = cast.words
    telling = [place for place, low in enumerate(words.low[first:last], first) if low in known.first]
    for place in telling:
        found = cues.at(known, words, place, last)
        if found is not None:
            _apply(cast, known, found[0], (first, place, found[1], last))
        if words.low[place] in known.people and place not in cast.holders:
            _origin(cast, known, (first, place, last))


def _apply(cast: Cast, known: Cues, cue: Cue, at: tuple[int, int, int, int]) -> None:
    first, place, end, last = at
    if _DENIALS & set(cast.words.low[max(first, place - 2) : place]):
        return
    if cue.side == "before":
        _subjects(cast, known, cue, at)
        return
    members = lists.after(cast, end, last)
    role: RoleKind | None = cue.role
    if cue.side == "with":
        role = _verb_role(cast, known, first, place)
    elif cue.side == "thanks":
        role = _thanked_for(cast, members[-1].last, last) if members else None
    if role is None:
        return
    for member in members:
        if cue.side != "with" or not _listed(cast, member):
            _give(cast, member, role, (place, members[-1].last), f"roles.{' '.join(cue.words[:3])}")
    if not members and cue.side == "after" and role == "expert":
        _trainers(cast, known, (first, end, last))


def _listed(cast: Cast, member: Player) -> bool:
    """Whether a partner has its role already as a member of a list: "hosted by A jointly with B"."""
    span = cast.span(member.first, member.last)
    return any(role.evidence.holds(span) for role in cast.roles.get((member.kind, member.number), ()))


def _thanked_for(cast: Cast, place: int, last: int) -> RoleKind | None:
    """What somebody is thanked for: "for their financial contribution", "for the support"."""
    reason = set(cast.words.low[place : min(last, place + _REACH)])
    if "for" not in reason:
        return None
    if reason & _MONEY:
        return "funder"
    return "supporter" if reason & _HELP else None


def _verb_role(cast: Cast, known: Cues, first: int, place: int) -> RoleKind | None:
    """What the verb of the sentence makes of a partner: who organises with somebody makes an organiser of both."""
    for at in range(place - 1, first - 1, -1):
        found = cues.at(known, cast.words, at, place)
        if found is not None and found[0].role in _SHARED and found[0].side != "with":
            return found[0].role
        if cast.words.low[at] in {"organised", "organized", "co-organised", "co-organized", "hosted", "held", "hosts"}:
            return "organiser"
    return None


def _subjects(cast: Cast, known: Cues, cue: Cue, at: tuple[int, int, int, int]) -> None:
    """Whoever stands before an active verb."""
    first, place, end, last = at
    words = cast.words
    start = place
    while start > first and (words.low[start - 1] in _HELPERS or words.low[start - 1].endswith("ly")):
        start -= 1
    if start > first and words.raw[start - 1] == "," and words.low[start : start + 1] in (["which"], ["who"]):
        start -= 1
    passive = {"was", "were", "is", "are", "be", "been"} & set(words.low[start:place])
    if (
        passive
        and cue.words[0] not in {"were", "was", "are", "is", "represented"}
        and words.low[end - 1].endswith("ed")
    ):
        return
    if cue.role in _NEED_EVENT and not _event_follows(cast, known, end, last):
        return
    if end < last and words.low[end] == "by":
        return
    members = lists.before(cast, start, first)
    for member in members:
        _give(cast, member, cue.role, (member.first, end), f"roles.{' '.join(cue.words[:2])}")
    if members and cue.words[0] in _GIVING:
        _receivers(cast, place, end, last)


def _receivers(cast: Cast, place: int, end: int, last: int) -> None:
    """Behind a verb of giving: "donated twelve ambulances to the Ministry of Health"."""
    low = cast.words.low[end : min(last, end + _REACH)]
    if "to" in low:
        for member in lists.after(cast, end + low.index("to") + 1, last):
            _give(cast, member, "recipient", (place, member.last), "roles.given-to")


def _event_follows(cast: Cast, known: Cues, end: int, last: int) -> bool:
    words = cast.words
    for at in range(end, min(last, end + _REACH)):
        if words.low[at] in known.events:
            return True
        if words.raw[at] in {".", ";", ":"}:
            return False
    return False


def _origin(cast: Cast, known: Cues, at: tuple[int, int, int]) -> None:
    """People who come from somewhere: "officers from A and B", "Chilean and Peruvian specialists"."""
    first, noun, last = at
    words = cast.words
    role = known.people[words.low[noun]]
    start = noun + 1
    if words.low[start : start + 3] in ([",", "who", "came"], [",", "who", "come"]):
        start += 3
    members: list[Player] = []
    if start < last and words.low[start] in _ORIGINS and not (words.low[start] == "of" and words.low[noun] in _MEMBERS):
        members = lists.after(cast, start + 1, last)
        begin, end = noun, members[-1].last if members else noun
    if not members:
        members = _adjectives(cast, first, noun)
        begin, end = (members[0].first, noun + 1) if members else (noun, noun)
    if not members:
        return
    if {"observers", "observer"} & set(words.low[end:last]) and "as" in words.low[end:last]:
        role = "observer"
    if role == "participant" and not _takes_part(cast, known, (first, begin, end, last)):
        return
    if role == "participant" and words.low[max(first, begin - 8) : begin].count("by") and _taught(cast, first, begin):
        role = "expert"
    for member in members:
        if member.kind != "person":
            _give(cast, member, role, (min(begin, member.first), end), f"roles.{words.low[noun]}-from")


def _taught(cast: Cast, first: int, place: int) -> bool:
    """Whether "delivered by" stands before: practitioners who teach are experts."""
    low = cast.words.low[first:place]
    return any(verb in _TEACHING and by == "by" for verb, by in pairwise(low))


def _takes_part(cast: Cast, known: Cues, at: tuple[int, int, int, int]) -> bool:
    """Whether the sentence says that they attend: by a verb, or an event that they are "in" or "at"."""
    first, begin, end, last = at
    low = cast.words.low
    if any(low[place] in known.attendance for place in (*range(first, begin), *range(end, last))):
        return True
    near = low[end : min(last, end + 6)]
    return bool(near) and near[0] in {"in", "at", "during"} and _event_follows(cast, known, end, last)


def _adjectives(cast: Cast, first: int, noun: int) -> list[Player]:
    """Countries and bodies before a noun of people: "Chilean and Peruvian border specialists", "OSCE experts"."""
    words = cast.words
    at = noun
    while at > first and noun - at < _QUALITIES and at - 1 not in cast.holders and _qualifies(words.low[at - 1]):
        at -= 1
    players: list[Player] = []
    while at > first and (player := cast.holders.get(at - 1)) is not None and player.last == at:
        if player.kind == "person" or words.owns[at - 1] or words.gap[at] >= HARD:
            break
        players.insert(0, player)
        at = player.first
        if at - 1 > first and words.low[at - 1] in {"and", ","} and at - 2 in cast.holders:
            at -= 1
    return players


def _qualifies(low: str) -> bool:
    return low.isalpha() and low not in _SMALL


def _trainers(cast: Cast, known: Cues, at: tuple[int, int, int]) -> None:
    """Behind "delivered by": "practitioners from A", "Chilean and Peruvian specialists"."""
    _, place, last = at
    words = cast.words
    for noun in range(place, min(last, place + _GROUP)):
        if words.low[noun] in known.people:
            start = noun + 1
            members = lists.after(cast, start + 1, last) if start < last and words.low[start] in _ORIGINS else []
            members = members or _adjectives(cast, place, noun)
            for member in members:
                _give(cast, member, "expert", (place, max(members[-1].last, noun + 1)), "roles.delivered-by")
            return


def _give(cast: Cast, player: Player, role: RoleKind, at: tuple[int, int], rule: str) -> None:
    first, last = min(at[0], player.first), max(at[1], player.last)
    cast.give(player, role, cast.span(first, last), rule.replace(" ", "-"))
    if player.kind == "organisation" and role in {"funder", "supporter", "requester", "recipient", "organiser", "host"}:
        _government(cast, player, role, (first, last), rule)


def _government(cast: Cast, player: Player, role: RoleKind, at: tuple[int, int], rule: str) -> None:
    """What a government does its country does: "a grant from the Government of Japan"."""
    body = cast.facts.organisations[player.number]
    if body.country is None or "government" not in body.name.lower():
        return
    for number, country in enumerate(cast.facts.countries):
        if country.code == body.country:
            cast.give(Player("country", number, *at), role, cast.span(*at), rule.replace(" ", "-"))
