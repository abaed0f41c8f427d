"""Lists of stakeholders: "A, the governments of B and C, as well as the D"."""

from __future__ import annotations

from reporter.facts.roles.cast import Cast, Player

_ARTICLES = frozenset(("the", "both", "its", "their", "partners", "partner", "namely", ":", "a", "an"))
# Words that stand for whom they belong to: "the governments of A and B".
_STAND_INS = frozenset(
    (
        "government",
        "governments",
        "embassy",
        "embassies",
        "mission",
        "missions",
        "delegation",
        "delegations",
        "people",
        "authorities",
        "ministry",
        "ministries",
        "parliament",
        "parliaments",
        "representatives",
        "representative",
        "office",
        "offices",
        "taxpayers",
        "state",
        "states",
    )
)
_JOINS = frozenset((",", "and", "&", "or", ";"))
_BETWEEN = frozenset(("by", "from", "of", "with", "the", "jointly", "also", "both", "to"))
_STEPS = 7
"""Words between the members of a list at most."""


def after(cast: Cast, place: int, limit: int) -> list[Player]:
    """The stakeholders of a list that begins here."""
    found: list[Player] = []
    at = _skip(cast, place, limit)
    while at is not None and at < limit:
        player = cast.holders.get(at)
        if player is None or player.first != at:
            break
        owned = cast.holders.get(player.last) if cast.words.owns[player.last - 1] else None
        player = owned or player  # of "Sweden’s Prison Service" the service is meant
        found.append(player)
        at = _next(cast, player.last, limit)
    return found


def before(cast: Cast, place: int, limit: int) -> list[Player]:
    """The stakeholders of a list that ends before this place, where the list can be a subject."""
    words = cast.words
    found: list[Player] = []
    at = place
    while at > limit:
        at = _over_brackets(cast, at)
        player = cast.holders.get(at - 1)
        if player is None or player.last != at or words.owns[at - 1]:
            break
        found.insert(0, player)
        at = player.first
        if at - 1 > limit and words.low[at - 1] == "the":
            at -= 1
        if at - 1 > limit and words.low[at - 1] in _JOINS:
            at -= 1
            if words.low[at - 1] == "," and words.low[at] in {"and", "or"}:
                at -= 1
        else:
            break
    return found if found and _is_subject(cast, at, limit) else []


def _is_subject(cast: Cast, at: int, limit: int) -> bool:
    """Not behind a preposition, but "the governments of A and B" may be."""
    words = cast.words
    if at <= limit:
        return True
    low = words.low[at - 1]
    if low == "of":
        return words.low[at - 2] in _STAND_INS
    return low not in {
        "by",
        "in",
        "from",
        "for",
        "with",
        "to",
        "at",
        "on",
        "about",
        "against",
        "than",
        "between",
        "within",
        "into",
    }


def _over_brackets(cast: Cast, at: int) -> int:
    """Over "(UNDP)" behind a name, and "in Ukraine" behind that."""
    words = cast.words
    if at > 3 and words.raw[at - 1] == ")" and words.raw[at - 3] == "(":  # noqa: PLR2004  (bracket, acronym, bracket)
        return at - 3
    return at


def _skip(cast: Cast, place: int, limit: int) -> int | None:
    """Over articles and stand-ins to the first member: "the governments of", "representatives of the"."""
    words = cast.words
    at = place
    while at < limit and at not in cast.holders:
        low = words.low[at]
        if low in _STAND_INS and at + 1 < limit and words.low[at + 1] in {"of", "from"}:
            at += 2
        elif low in _ARTICLES or (low == "permanent" and words.low[at + 1] in _STAND_INS):
            at += 1
        else:
            return None
    return at


def _next(cast: Cast, place: int, limit: int) -> int | None:
    """The next member of the list, behind a comma or "and"; brackets are passed over."""
    words = cast.words
    at = place
    if at + 2 < limit and words.raw[at] == "(" and words.raw[at + 2] == ")":
        at += 3
    if at + 1 < limit and words.low[at] == "in" and at + 1 in cast.holders and cast.holders[at + 1].kind == "country":
        at = cast.holders[at + 1].last
    joined = False
    for _ in range(_STEPS):
        if at >= limit:
            return None
        low = words.low[at]
        if low in _JOINS or (low == "as" and words.low[at + 1 : at + 3] == ["well", "as"]):
            joined = True
            at += 1 if low != "as" else 3
        elif not joined and low in {"with", "jointly"}:
            joined = True
            at += 1
        elif joined and low in _BETWEEN:
            at += 1
        else:
            break
    if not joined:
        return None
    return _skip(cast, at, limit)
