"""Whose name a mention stands for: a full name for a surname, a pronoun or a role, and the position that goes with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reporter.facts.quotes import positions
from reporter.facts.quotes.lexicon import Lexicon
from reporter.facts.quotes.phrases import Mention
from reporter.model.blocks import Reading
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

    def __init__(self, reading: Reading, facts: Facts, lexicon: Lexicon, bounds: Callable[[int], Span]) -> None:
        self.text = reading.text
        names = reading.mentions.names
        self.lexicon = lexicon
        self.bounds = bounds
        self.people = facts.people
        self.organisations = facts.organisations
        self._person_at: dict[int, Person] = {span.start: person for person in facts.people for span in person.mentions}
        self._organisation_at: dict[int, Organisation] = {
            span.start: body for body in facts.organisations for span in body.mentions
        }
        self._named = tuple(name for name in names if name.kind in ("person", "organisation"))
        self._printed = [self._plain(name.span) for name in self._named if name.kind == "person"]
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
        if person:
            return self._speaker(person.name, mention, person)
        body = self._organisation_at.get(mention.span.start) or self._body_called(words)
        if body:
            return Speaker(name=body.name, human=False)
        if " " not in words:
            words = self._in_full(words)
            full = self._body_in_full(words)
            if full != words:
                return Speaker(name=full, human=False)
        return self._speaker(words, mention, None)

    def _person_called(self, words: str) -> Person | None:
        """The only person of this surname or full name."""
        wanted = words.casefold().split()
        found = [person for person in self.people if person.name.casefold().split()[-len(wanted) :] == wanted]
        return found[0] if len(found) == 1 else None

    def _body_called(self, words: str) -> Organisation | None:
        wanted = words.casefold()
        for body in self.organisations:
            if wanted in (body.name.casefold(), (body.acronym or "").casefold()):
                return body
        found = [body for body in self.organisations if body.name.casefold().split()[-1:] == wanted.split()[-1:]]
        return found[0] if len(found) == 1 else None

    def _body_in_full(self, words: str) -> str:
        """The only body whose name ends in these words: "the Foundation"."""
        printed = {
            _SPACE.sub(" ", name.span.of(self.text))
            for name in self._named
            if name.kind == "organisation" and name.span.of(self.text).split()[-1] == words
        } - {words}
        return printed.pop() if len(printed) == 1 else words

    def _body(self, mention: Mention, words: str) -> Speaker:
        body = self._organisation_at.get(mention.span.start) or self._body_called(words)
        return Speaker(name=body.name if body else self._body_in_full(words), human=False)

    def _in_full(self, surname: str) -> str:
        """The fullest name that the text prints with this surname, where all of them are one person's."""
        wanted = surname.casefold()
        found = [words for words in self._printed if words[-1].casefold() == wanted and len(words) > 1]
        given = {words[0][0] for words in found}
        return " ".join(sorted(found, key=len)[-1]) if len(given) == 1 else surname

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
        title = known.title if known else self._title(name, person)
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

    def _title(self, name: str, person: Person | None) -> str | None:
        """The fullest position printed at any mention: a rank only where there is nothing else."""
        found: list[str] = []
        for span in (person.mentions if person else self._places(name))[:_MOST_MENTIONS]:
            bounds = self.bounds(span.start)
            place = positions.beside(self.text, span, span, bounds, self.lexicon)
            if place:
                found.append(_SPACE.sub(" ", place.of(self.text)))
        if person and person.title:
            found.append(person.title)
        return next((title for title in found if not positions.is_rank(title, self.lexicon)), next(iter(found), None))

    def _places(self, name: str) -> list[Span]:
        wanted = name.split()
        return [mention.span for mention in self._named if self._plain(mention.span) == wanted]

    def _plain(self, span: Span) -> list[str]:
        """The words of a name without address and genitive."""
        words = _POSSESSIVE.sub("", span.of(self.text)).split()
        while len(words) > 1 and self._is_rank(words[0]):
            words = words[1:]
        return words

    def _is_rank(self, word: str) -> bool:
        return word.lower().rstrip(".") in self.lexicon.honorifics

    def _gender(self, name: str, mention: Mention, title: str | None) -> str:
        words = f"{self.text[mention.phrase.start : mention.span.end]} {title or ''}".lower().replace(".", " ").split()
        for word in words:
            gender = self.lexicon.genders.get(word)
            if gender:
                return gender
        surname = re.escape(name.rsplit(maxsplit=1)[-1])
        found = re.search(rf"\b(Mr|Mrs|Ms|Miss|Sir|Dame)\.?\s+(?:[^\W\d_a-z][\w’'-]*\s+)?{surname}\b", self.text)
        return self.lexicon.genders.get(found.group(1).lower(), "") if found else ""


def _agrees(speaker: Speaker, kind: str) -> bool:
    """Whether a pronoun can mean somebody."""
    if kind in ("m", "f"):
        return speaker.human and speaker.gender in ("", kind)
    return not speaker.human if kind == "n" else True
