"""Names of people, organisations, countries and places as they stand."""

from __future__ import annotations

from reporter.locales import Locale
from reporter.mentions.names import acronyms, bodies, companies, known, lexicon, people, repeats, words
from reporter.mentions.names.pieces import Field, Piece
from reporter.model.mentions import NameMention
from reporter.model.spans import Span


def find(text: str, locale: Locale) -> tuple[NameMention, ...]:
    """The mentions of a text, in order and without overlaps; names inside a name are its `inner` ones."""
    found = words.of(text)
    field = Field(found, lexicon.of(locale), [None] * len(found))
    known.find(field)
    bodies.find(field)
    acronyms.find(field)
    companies.find(field)
    people.find(field)
    repeats.find(field)
    return tuple(_mention(field, piece) for piece in field.pieces())


def _span(field: Field, piece: Piece) -> Span:
    return Span(field.words.start[piece.first], field.words.end[piece.last - 1])


def _mention(field: Field, piece: Piece) -> NameMention:
    return NameMention(
        span=_span(field, piece),
        kind=piece.kind,
        rule=piece.rule,
        code=piece.code or piece.country,
        acronym=piece.acronym,
        part_of=_span(field, piece.parent) if piece.parent is not None else None,
        refers=piece.refers,
        inner=tuple(_mention(field, inner) for inner in piece.inner),
    )
