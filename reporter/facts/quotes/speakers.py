"""Whose name a mention stands for: a full name for a surname, a pronoun or a role, and the position that goes with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reporter.facts.quotes import positions
from reporter.facts.quotes.lexicon import Lexicon
from reporter.facts.quotes.phrases import Mention
from reporter.model.facts import Facts, Organisation, Person
from reporter.model.spans import Span

_SPACE = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"['’]s$")
_MOST_MENTIONS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks."""

    name: str | None
    title: str | None = None
    gender: str = ""
    """m, f or nothing where the text does not say."""
    human: bool = True


# The subjects of the sentences before a place, the nearest first.
Subjects = Callable[[int], Iterator[Mention]]


class Cast:
    """Who can speak in a text."""

    def __init__(self, text: str, facts: Facts, lexicon: Lexicon, bounds: Callable[[int], Span]) -> None:
        self.text = text
        self.lexicon = lexicon
        self.bounds = bounds
        self.people = facts.people
        self.organisations = facts.organisations
        self._person_at: dict[int, Person] = {span.start: person for person in facts.people for span in person.mentions}
        self._body_at: dict[int, Organisation] = {
            span.start: body for body in facts.organisations for span in body.mentions
        }
        self._known: dict[str, Speaker] = {}

    def resolve(self, mention: Mention, subjects: Subjects) -> Speaker | None:
        """Whom a mention names, as far as the text supports it."""
        words = _POSSESSIVE.sub("", _SPACE.sub(" ", mention.span.of(self.text)))
        match mention.kind:
            case "pronoun":
                return self._by_pronoun(words.lower(), mention.span.start, subjects)
            case "role":
                return self._by_role(mention, words)
            case "organisation":
                return self._body(mention, words)
            case _:
                return self._by_name(mention, words)

    def _by_name(self, mention: Mention, words: str) -> Speaker:
        person = self._person_at.get(mention.span.start) or self._person_called(words)
        if person is None and (mention.span.start in self._body_at or self._body_called(words)):
            return self._body(mention, words)
        return self._speaker(person.name if person else words, mention, person)

    def _person_called(self, words: str) -> Person | None:
        """The only person of this surname or full name."""
        wanted = words.casefold().split()
        found = [person for person in self.people if person.name.casefold().split()[-len(wanted) :] == wanted]
        return found[0] if len(found) == 1 else None

    def _body(self, mention: Mention, words: str) -> Speaker:
        """A body by its full name, unless the text names it by its acronym here."""
        body = self._body_at.get(mention.span.start) or self._body_called(words)
        named = body is not None and words != body.acronym
        return Speaker(name=body.name if body and named else words, human=False)

    def _body_called(self, words: str) -> Organisation | None:
        wanted = words.casefold()
        bodies = self.organisations
        exact = [body for body in bodies if wanted in (body.name.casefold(), (body.acronym or "").casefold())]
        found = exact or [body for body in bodies if body.name.casefold().split()[-1:] == wanted.split()[-1:]]
        return found[0] if len(found) == 1 else None

    def _by_pronoun(self, word: str, place: int, subjects: Subjects) -> Speaker | None:
        """The subject of the nearest sentence before that is not known to be of the other sex."""
        kind = self.lexicon.pronouns.get(word, "")
        if kind == "s":
            return None
        for mention in subjects(place):
            if mention.kind == "pronoun":
                continue
            speaker = self.resolve(mention, subjects)
            if speaker and _agrees(speaker, kind):
                return speaker
        return None

    def _by_role(self, mention: Mention, words: str) -> Speaker:
        """The person who holds the position, where one is known to; else the role itself."""
        noun = next((word for word in reversed(words.lower().split()[:6]) if word in self.lexicon.roles), None)
        phrase = mention.phrase.of(self.text)
        definite = phrase.lower().startswith(("the ", "this ")) or phrase[:1].isupper()
        if noun and definite:
            holders = [
                person
                for person in self.people
                if noun in (person.title or "").lower().split() and person.mentions[0].start < mention.span.start
            ]
            if len(holders) == 1:
                return self._speaker(holders[0].name, mention, holders[0])
        gender = self.lexicon.genders.get(noun or "", "")
        return Speaker(name=words, gender=gender)

    def _speaker(self, name: str, mention: Mention, person: Person | None) -> Speaker:
        beside = self._beside(mention) if mention.kind in ("person", "name") else None
        known = self._known.get(name)
        title = known.title if known else self._title(person)
        if beside and (title is None or not positions.is_rank(beside, self.lexicon)):
            title = beside
        gender = (known.gender if known else "") or self._gender(name, mention, title)
        speaker = Speaker(name=name, title=title, gender=gender)
        self._known[name] = speaker
        return speaker

    def _beside(self, mention: Mention) -> str | None:
        bounds = self.bounds(mention.span.start)
        found = positions.beside(self.text, mention.span, mention.phrase, bounds, self.lexicon)
        return _SPACE.sub(" ", found.of(self.text)) if found else None

    def _title(self, person: Person | None) -> str | None:
        """The fullest position printed at any mention: a rank only where there is nothing else."""
        found: list[str] = []
        for span in (person.mentions if person else ())[:_MOST_MENTIONS]:
            bounds = self.bounds(span.start)
            place = positions.beside(self.text, span, span, bounds, self.lexicon)
            if place:
                found.append(_SPACE.sub(" ", place.of(self.text)))
        if person and person.title:
            found.append(_joined(person))
        return next((title for title in found if not positions.is_rank(title, self.lexicon)), next(iter(found), None))

    def _gender(self, name: str, mention: Mention, title: str | None) -> str:
        words = f"{self.text[mention.phrase.start : mention.span.end]} {title or ''}".lower().replace(".", " ").split()
        for word in words:
            gender = self.lexicon.genders.get(word)
            if gender:
                return gender
        surname = re.escape(name.rsplit(maxsplit=1)[-1])
        found = re.search(rf"\b(Mr|Mrs|Ms|Miss|Sir|Dame)\.?\s+(?:[^\W\d_a-z][\w’'-]*\s+)?{surname}\b", self.text)
        return self.lexicon.genders.get(found.group(1).lower(), "") if found else ""


def _joined(person: Person) -> str:
    """Position and body, where the position does not name it."""
    title, body = person.title or "", person.organisation
    return f"{title}, {body}" if body and body not in title else title


def _agrees(speaker: Speaker, kind: str) -> bool:
    """Whether a pronoun can mean somebody."""
    if kind in ("m", "f"):
        return speaker.human and speaker.gender in ("", kind)
    return not speaker.human if kind == "n" else True
