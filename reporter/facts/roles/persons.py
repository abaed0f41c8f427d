"""Roles of people by what other facts say: speakers, contacts, trainers, the newly appointed."""

from __future__ import annotations

from bisect import bisect_left

from reporter.facts.roles.cast import Cast, Player
from reporter.language.names import same_body, same_person, traits
from reporter.model.facts import Quote

_TEACH = frozenset(("trainer", "instructor", "expert", "facilitator", "lecturer"))
_APPOINTED = frozenset(
    ("appointed", "elected", "named", "nominated", "promoted", "designated", "re-elected", "reappointed")
)
_APPOINTS = frozenset(
    (
        "appoints",
        "appointed",
        "names",
        "named",
        "elects",
        "elected",
        "nominates",
        "nominated",
        "promotes",
        "promoted",
        "hires",
        "hired",
        "reappoints",
    )
)
_BEING = frozenset(("was", "been", "is", "were"))
# Of people whose names begin alike only so many are compared with a name: where there are more, the text is a list.
_MOST_ALIKE = 100


def read(cast: Cast) -> None:
    """Gives people and speaking bodies their roles."""
    by_trait: dict[str, list[int]] = {}
    for number, person in enumerate(cast.facts.people):
        for trait in traits(person.name):
            by_trait.setdefault(trait, []).append(number)
    for quote in cast.facts.quotes:
        if quote.speaker is not None:
            _speaker(cast, quote, quote.speaker, by_trait)
    for number in range(len(cast.facts.people)):
        player = Player("person", number, 0, 0)
        _expert(cast, player)
        _subject(cast, player)
    for contact in cast.facts.contacts:
        if contact.name is not None and contact.name_span is not None:
            for number in _bearers(cast, contact.name, by_trait):
                cast.give(Player("person", number, 0, 0), "contact", contact.name_span, "roles.contact")


def _bearers(cast: Cast, name: str, by_trait: dict[str, list[int]]) -> list[int]:
    """The places of the people whose name is a spelling of this one."""
    numbers = sorted({number for trait in traits(name) for number in by_trait.get(trait, [])[-_MOST_ALIKE:]})
    return [number for number in numbers if same_person(cast.facts.people[number].name, name)]


def _speaker(cast: Cast, quote: Quote, speaker: str, by_trait: dict[str, list[int]]) -> None:
    evidence = quote.speaker_span or quote.span
    for number in _bearers(cast, speaker, by_trait)[:1]:
        cast.give(Player("person", number, 0, 0), "speaker", evidence, "roles.quoted")
        return
    for number, body in enumerate(cast.facts.organisations):
        if same_body(body.name, speaker) or (body.acronym is not None and body.acronym == speaker):
            cast.give(Player("organisation", number, 0, 0), "speaker", evidence, "roles.quoted")
            return


def _expert(cast: Cast, player: Player) -> None:
    """A trainer by position."""
    person = cast.facts.people[player.number]
    if person.title is not None and person.title_span is not None and _TEACH & set(person.title.lower().split()):
        cast.give(player, "expert", person.title_span, "roles.expert-by-position")


def _subject(cast: Cast, player: Player) -> None:
    """Whom the release is about: "X was appointed", "Splendid Ideas names X as"."""
    words = cast.words
    for span in cast.facts.people[player.number].mentions:
        held = _place(cast, span.start)
        last = _place(cast, span.end)
        before = words.low[held - 1] if held else ""
        following = words.low[last : last + 4]
        passive = len(following) > 1 and following[0] in _BEING | {"has"} and _APPOINTED & set(following[1:3])
        active = before in _APPOINTS and bool({"as", "to", "chief", "president", "director", ","} & set(following[:2]))
        if passive or active:
            first = held - 1 if active else held
            cast.give(
                player, "subject", cast.span(first, min(last + 3, len(words)) if passive else last), "roles.appointed"
            )
            return


def _place(cast: Cast, offset: int) -> int:
    return bisect_left(cast.words.start, offset)
