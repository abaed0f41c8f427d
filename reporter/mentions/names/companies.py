"""Companies and other bodies that no noun betrays, by what stands beside the name.

A legal form ("Splendid Ideas Inc."), a stock exchange ("Splendid (NYSE: SPL)"), a heading ("About Splendid"), a position
("founder of Splendid", "Splendid spokesperson Jane Doe"), a noun ("the broadcaster Splendid"), the country at the end of
an agency ("Natural Heritage Canada").
"""

from __future__ import annotations

from reporter.language.names import is_acronym
from reporter.mentions.names.phrases import heading_like
from reporter.mentions.names.pieces import Field, Piece
from reporter.mentions.names.words import HARD, SPACE

_INNER = frozenset(("&", "and", "of", "the"))
_LONGEST = 6
"""Words before a legal form at most."""
_SPEECH = frozenset(
    (
        "said",
        "says",
        "announced",
        "announces",
        "added",
        "warned",
        "stated",
        "confirmed",
        "urged",
        "urges",
        "launched",
        "launches",
        "welcomed",
        "welcomes",
        "reported",
        "unveiled",
        "unveils",
        "published",
        "calls",
        "called",
        "reports",
    )
)
_PLACES_OF_WORK = frozenset(("of", "at", "joined", "joins", "joining"))
# Positions of which a field of work or a group follows: "Minister of Agriculture", "winner of the Cup".
_OF_FIELDS = frozenset(
    (
        "minister",
        "mayor",
        "governor",
        "premier",
        "ambassador",
        "resident",
        "bishop",
        "archbishop",
        "sheriff",
        "prefect",
        "secretary",
        "member",
        "winner",
        "professor",
        "lecturer",
        "speaker",
        "victim",
        "survivor",
        "champion",
        "deputy",
        "commissioner",
        "leader",
        "teacher",
        "king",
        "queen",
        "prince",
        "doctor",
    )
)
# Offices of companies only: "Chief Executive of Northern Grid".
_HEADS_OF_COMPANIES = frozenset(("executive", "ceo", "founder", "co-founder", "chairman", "owner", "cfo"))
_SHORT_FORM = 2
"""Letters of a legal form that is a word too where it has no capital: "as", "ab", "nv"."""
# "Leeds-based Acme Ltd": where a company sits is no part of its name.
_SEATED = ("-based", "-headquartered", "-listed", "-owned", "‑based")
_PARTNER = 2
"""Words from "and" to a legal form where one partner stands between them."""
_INITIALS = 2
"""Letters of a person's initials at most."""
_ARTICLES = frozenset(("the", "a", "an"))
_DIRECTIONS = frozenset(
    ("northern", "southern", "eastern", "western", "central", "greater", "new", "modern", "mainland")
)


def find(field: Field) -> None:
    """Puts companies and nameless kinds of bodies into their places."""
    words, lexicon = field.words, field.lexicon
    for bracket in words.brackets:
        _quoted_at_exchange(field, bracket)
    for place in words.capitals:
        low, after = words.low[place], place + 1
        if low in lexicon.companies or low.rstrip(".") in lexicon.companies:
            _before_suffix(field, place)
        elif (held := field.owner[place]) is None:
            _named(field, place)
        elif held.kind == "country":
            _agency(field, place)
        if after < words.size and words.low[after] in lexicon.companies and len(words.low[after]) > _SHORT_FORM:
            _before_suffix(field, after)


def _named(field: Field, place: int) -> None:
    """A capital that nothing has claimed yet."""
    words, lexicon = field.words, field.lexicon
    before = words.low[place - 1] if place and words.gap[place] < HARD else ""
    if words.shout[place] or words.low[place] == "st":
        return
    if before in lexicon.descriptors and words.gap[place] == SPACE:
        _after_descriptor(field, place)
    elif before == "about" and words.cap[place - 1] and words.gap[place - 1] == HARD:
        _heading(field, place)
    elif before in _PLACES_OF_WORK:
        _employer(field, place)
    elif words.raw[place].isupper() and is_acronym(words.raw[place]) and words.raw[place] not in lexicon.no_bodies:
        _actor(field, place)


def _put(field: Field, first: int, last: int, rule: str) -> None:
    if last > first and not heading_like(field, first, last):
        field.put(Piece(first, last, "organisation", rule))


def _run(field: Field, first: int, most: int = 4) -> int:
    """The end of the capitals that begin here and belong to nobody yet."""
    words, lexicon = field.words, field.lexicon
    last = first
    while last < words.size and last - first < most and words.cap[last] and words.raw[last][0].isalpha():
        if last > first and (words.gap[last] > SPACE or words.owns[last - 1]):
            break
        if field.owner[last] is not None or words.low[last] in lexicon.titles or words.low[last] in lexicon.honorifics:
            break
        if last == first and words.low[last] in lexicon.function:
            break
        last += 1
        if last + 1 < words.size and words.raw[last] == "&" and words.cap[last + 1] and words.gap[last] == SPACE:
            last += 1
    return last


def _unknown(field: Field, first: int, last: int) -> bool:
    """Whether some word is no common one, so that the capitals are a name and not a heading or a field of work."""
    words, lexicon = field.words, field.lexicon
    return any(
        not lexicon.is_common(words.low[at])
        and words.low[at] not in lexicon.modifiers
        and words.raw[at] not in lexicon.no_bodies
        for at in range(first, last)
    )


def _before_suffix(field: Field, suffix: int) -> None:
    """Capitals before a legal form: "Great Ideas Inc", "Müller & Söhne GmbH", "Kowloon Tools Co., Ltd."."""
    words, lexicon = field.words, field.lexicon
    first = suffix - 1 if words.raw[suffix - 1] == "," and words.gap[suffix] == SPACE else suffix
    while first and words.gap[first] <= SPACE and suffix - first < _LONGEST and _part(field, first - 1):
        first -= 1
    first = _behind_position(field, _behind_other(field, first, suffix), suffix)
    while first < suffix and (
        words.low[first].endswith(_SEATED)
        or words.low[first] == "messrs"
        or not words.raw[first][0].isalpha()
        or not words.cap[first]
        or words.low[first] in lexicon.function
    ):
        first += 1
    last = suffix + 1
    if words.low[last : last + 3] == [".", ",", "ltd"]:
        last += 3
    if first < suffix and not words.shout[suffix]:
        field.put(Piece(first, last, "organisation", "names.company"))


def _behind_other(field: Field, first: int, suffix: int) -> int:
    """Behind another company: "Corvane and Blue Anchor Shipping LLC", but not "Smith and Sons Ltd"."""
    for at in range(suffix - 1, first, -1):
        if field.words.low[at] == "and" and suffix - at > _PARTNER:
            return at + 1
    return first


def _behind_position(field: Field, first: int, suffix: int) -> int:
    """Behind an office that a company is named after: "Independent Director of Castle Insurance plc"."""
    for at in range(suffix - 1, first, -1):
        if field.words.low[at] == "of" and field.words.low[at - 1] in field.lexicon.titles:
            return at + 1
    return first


def _part(field: Field, place: int) -> bool:
    words = field.words
    held = field.owner[place]
    if held is not None:
        return not words.owns[place]
    if words.cap[place] or words.low[place] in _INNER:
        return words.raw[place][0].isalpha() or words.raw[place] == "&"
    plain = words.raw[place].isalpha() and words.low[place] not in field.lexicon.function
    return plain and place > 0 and words.cap[place - 1] and words.low[place - 1] not in field.lexicon.function


def _quoted_at_exchange(field: Field, bracket: int) -> None:
    """A name before "(NASDAQ: ABCD)"."""
    words = field.words
    if not bracket or bracket + 1 == words.size:
        return
    ticker = words.raw[bracket + 3] if bracket + 3 < words.size else ""
    if words.raw[bracket + 3 : bracket + 4] == [":"] and words.cap[bracket + 2]:
        field.owner[bracket + 1] = None  # "(Nasdaq Stockholm: ABCD)"
        return
    if words.raw[bracket + 2 : bracket + 3] != [":"] or not words.cap[bracket + 1] or not ticker.isupper():
        return
    field.owner[bracket + 1] = None  # the exchange plays no part
    if field.owner[bracket - 1] is None:
        first = bracket
        while first and _part(field, first - 1) and words.gap[first] <= SPACE and words.cap[first - 1]:
            first -= 1
        if first < bracket and words.low[first] not in field.lexicon.function:
            field.put(Piece(first, bracket, "organisation", "names.at-exchange"))


def _after_descriptor(field: Field, first: int) -> None:
    """The noun before says that it is a body: "the NGO Pravo", "the company Alta Voda"."""
    words = field.words
    if words.cap[first - 1] and not words.raw[first - 1].isupper():
        return
    _put(field, first, _run(field, first), "names.after-descriptor")


def _heading(field: Field, first: int) -> None:
    """A heading of its own line: "About Splendid Ideas"."""
    words = field.words
    last = first
    while last < words.size and words.gap[last] < HARD:
        if not (words.cap[last] or words.low[last] in _INNER) or words.low[last] in field.lexicon.function - _ARTICLES:
            return
        last += 1
    if words.low[first] in _ARTICLES:
        first += 1
    if _unknown(field, first, last) or last - first > 1:
        field.put(Piece(first, last, "organisation", "names.about"))


def _employer(field: Field, first: int) -> None:
    """A name after a position: "founder of Splendid", "Head of Research at Splendid"."""
    words = field.words
    last = _run(field, first)
    headed = last - first > 1 and words.low[first - 1] == "of" and words.low[first - 2] in _HEADS_OF_COMPANIES
    if last == first or not (headed or _unknown(field, first, last)) or words.low[first] in field.lexicon.given:
        return
    if last < words.size and words.cap[last] and words.gap[last] == SPACE and (held := field.owner[last]) is not None:
        if held.kind != "country" or held.adjective or not _position_before(field, first - 1):
            return
        last = held.last  # "Director at Enterprise Lanvia"
    if _position_before(field, first - 1):
        acronym = is_acronym(words.raw[last - 1]) and field.lexicon.is_common(words.low[first])
        first = last - 1 if acronym else first  # "Head of Communications ABC" works for ABC
        _put(field, first, last, "names.employer")


def _position_before(field: Field, place: int) -> bool:
    """Whether the words before "of" or "at" are a position: "Chief Data Officer (CDO) at", "the top role at"."""
    words, lexicon = field.words, field.lexicon
    at = place - 1
    if words.low[place] == "of":
        return at >= 0 and words.low[at] in lexicon.titles - _OF_FIELDS and field.owner[at] is None
    for step in range(at, max(-1, at - 7), -1):
        if words.gap[step + 1] >= HARD or words.raw[step] == "." or field.owner[step] is not None:
            return False
        if words.low[step] in lexicon.titles or words.low[step] in {"role", "position", "post", "career", "job"}:
            return True
    return False


def _actor(field: Field, place: int) -> None:
    """An acronym that acts: "RSPCA inspectors", "the DVSA said", "CRA executive director"."""
    words, lexicon = field.words, field.lexicon
    after = place + 1
    if len(words.raw[place]) > _INITIALS and _beside_body(field, place):
        _put(field, place, after, "names.acronym-in-list")
        return
    if after >= words.size or words.gap[after] > SPACE or len(words.raw[place]) <= _INITIALS:
        return
    low = words.low[after]
    titled = low in lexicon.titles or low.rstrip("s") in lexicon.titles
    if titled or (
        low in lexicon.modifiers and words.low[after + 1 : after + 2] and words.low[after + 1] in lexicon.titles
    ):
        _put(field, place, after, "names.acronym-with-position")
    elif low in _SPEECH or (words.begins(place) and len(low) > _INITIALS + 1 and low.endswith("ed")):
        _put(field, place, after, "names.acronym-that-acts")


def _beside_body(field: Field, place: int) -> bool:
    """Whether an acronym is joined to a body before it: "the Disaster Management Centre and SASSA"."""
    words = field.words
    if place < _INITIALS or words.low[place - 1] != "and" or words.gap[place] > SPACE:
        return False
    held = field.owner[place - 2]
    ends = place + 1 >= words.size or words.gap[place + 1] >= HARD or not words.cap[place + 1]
    return (
        ends and held is not None and held.kind == "organisation" and not held.refers and held.rule != "names.facility"
    )


def _agency(field: Field, place: int) -> None:
    """Fields of work with the country behind them: "Environment and Heritage Canada"."""
    words, lexicon = field.words, field.lexicon
    held = field.owner[place]
    if held is None or held.adjective or held.first != place or words.gap[place] != SPACE:
        return
    first = place
    while first and words.gap[first] <= SPACE:
        low = words.low[first - 1]
        joined = low == "and" and first - 1 > 0 and words.cap[first - 2]
        plain = words.cap[first - 1] and low not in lexicon.given and low not in lexicon.function | _DIRECTIONS
        if field.owner[first - 1] is not None or not (joined or plain) or low in lexicon.titles:
            break
        first -= 1
    while first < place and not words.cap[first]:
        first += 1
    known = any(lexicon.is_common(words.low[at]) and words.cap[at] for at in range(first, place))
    if known and words.cap[place - 1] and place - first >= 2 and words.cap[first] and field.owner[first] is None:  # noqa: PLR2004  ("Eastern Ukraine" is no agency)
        _put(field, first, held.last, "names.agency")
