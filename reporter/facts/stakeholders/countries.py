"""The countries of a release, by name, adjective or demonym, also inside the names of bodies."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.facts.stakeholders.scene import Scene
from reporter.model.facts import Country
from reporter.model.mentions import NameMention
from reporter.model.spans import Span

_LANGUAGE_BEFORE = frozenset(("in", "into"))
_LANGUAGE_AFTER = frozenset((",", ".", "and", "or", ";", ")", "”", '"', "language", "languages"))


def gather(scene: Scene) -> tuple[Country, ...]:
    """One entry for every country, in the order of the text."""
    found: dict[str, list[Span]] = {}
    for mention in _flat(scene.mentions):
        if mention.kind == "country" and mention.code and not _misleads(scene, mention):
            found.setdefault(mention.code, []).append(mention.span)
    names = scene.lexicon.country_names
    return tuple(
        Country(code=code, name=names.get(code, code), mentions=tuple(spans), rule="stakeholders.country")
        for code, spans in found.items()
    )


def _flat(mentions: tuple[NameMention, ...]) -> Iterator[NameMention]:
    for mention in mentions:
        yield mention
        if mention.inner:
            yield from _flat(mention.inner)


def _misleads(scene: Scene, mention: NameMention) -> bool:
    """A state of the USA ("Atlanta, Georgia") or a language ("published in French")."""
    words = scene.words
    place = scene.place(mention.span.start)
    if words.low[place] == "georgia" and place > 1 and words.raw[place - 1] == ",":
        before = scene.holders.get(place - 2)
        return before is not None and before[0].code == "US"
    after = scene.place(mention.span.end)
    return (
        place > 0
        and words.low[place - 1] in _LANGUAGE_BEFORE
        and after - place == 1
        and after < len(words)
        and words.low[after] in _LANGUAGE_AFTER
        and not words.low[place].endswith("s")
        and scene.lexicon.is_adjective(words.low[place])
    )
