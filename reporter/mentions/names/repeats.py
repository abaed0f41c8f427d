"""Names that stand again in the text: acronyms, family names, short names, the same words in a headline."""

from __future__ import annotations

from reporter.mentions.names.pieces import Field, Piece
from reporter.mentions.names.words import HARD, SPACE

_SHORTEST = 3
_BRAND = 2
"""Words of a company’s name that are used for short: "Verdant Peaks" for "Verdant Peaks Therapeutics"."""
_COMPANIES = frozenset(("names.company", "names.at-exchange", "names.about"))
_MARKS = frozenset((".", ","))


def find(field: Field) -> None:
    """Puts every later and earlier mention of what was found into its place."""
    table: dict[str, list[tuple[tuple[str, ...], Piece]]] = {}
    for piece in field.pieces():
        if piece.kind in {"person", "organisation"} and not piece.refers:
            for form in _forms(field, piece):
                entries = table.setdefault(form[0], [])
                if all(form != known for known, _ in entries):
                    entries.append((form, piece))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    _mark(field, table)


def _forms(field: Field, piece: Piece) -> list[tuple[str, ...]]:
    """The ways in which a name may be written again, as lower-case words."""
    low = tuple(field.words.low[piece.first : piece.last])
    if piece.kind == "person":
        return [low, *_short(field, piece, low)]
    forms = [low]
    if piece.acronym:
        forms.append(tuple(piece.acronym.lower().split()))
    short = low
    while len(short) > 1 and (short[-1] in _MARKS or short[-1].rstrip(".") in field.lexicon.companies):
        short = short[:-1]
    if piece.rule in _COMPANIES and len(short) > _BRAND and not all(map(field.lexicon.is_common, short[:_BRAND])):
        forms.append(short[:_BRAND])
    if short != low and (len(short) > 1 or short[0] not in field.lexicon.common):
        forms.append(short)
    return forms


def _short(field: Field, piece: Piece, low: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The family name alone, with its particles: "van der Berg"."""
    if len(low) < 2:  # noqa: PLR2004  (it is alone already)
        return []
    particles = field.lexicon.particles
    first = len(low) - 1
    while first > 1 and low[first - 1] in particles:
        first -= 1
    family_first = low[0] in field.lexicon.family_first and field.words.low[piece.first] not in field.lexicon.given
    forms = [low[first:], low[-1:]]
    if family_first:
        forms.append(low[:1])
    return [form for form in forms if len(form[0]) >= 2 and form[0] != "."]  # noqa: PLR2004  (an initial is no name)


def _mark(field: Field, table: dict[str, list[tuple[tuple[str, ...], Piece]]]) -> None:
    words, free = field.words, 0
    for place in words.capitals:
        entries = table.get(words.low[place])
        if entries and place >= free and (entry := _match(field, place, entries)) is not None:
            form, model = entry
            free = place + len(form)
            field.put(Piece(place, free, model.kind, f"names.repeated-{model.kind}"))


def _match(
    field: Field, place: int, entries: list[tuple[tuple[str, ...], Piece]]
) -> tuple[tuple[str, ...], Piece] | None:
    words = field.words
    for form, model in entries:
        last = place + len(form)
        if last > words.size or tuple(words.low[place:last]) != form or not field.free(place, last):
            continue
        if any(words.gap[at] >= HARD or words.owns[at - 1] for at in range(place + 1, last)):
            continue
        if len(form) == 1 and not _alone(field, place, model):
            continue
        return form, model
    return None


def _alone(field: Field, place: int, model: Piece) -> bool:
    """Whether one word is the name again and not the beginning of another: "Smith" but not "Smith Street"."""
    words, lexicon = field.words, field.lexicon
    if model.kind == "organisation":
        return words.raw[place].isupper() or len(words.raw[place]) >= _SHORTEST
    low, after = words.low[place], place + 1
    if words.begins(place) and low in lexicon.common and not words.owns[place]:
        return after < words.size and words.low[after] in {
            "said",
            "added",
            "told",
            "stated",
            "noted",
            "will",
            "has",
            "was",
            "is",
        }
    if words.shout[place]:
        return low not in lexicon.common
    if after < words.size and words.cap[after] and words.gap[after] <= SPACE and not words.owns[place]:
        return words.low[after] in lexicon.function
    return True
