"""Whose name a mention stands for: a full name for a surname, a pronoun or a role, and the position that goes with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from reporter.facts.quotes import positions
from reporter.facts.quotes.clause import Mention
from reporter.facts.quotes.lexicon import Lexicon
from reporter.model.facts import Facts, Organisation, Person
from reporter.model.spans import Span

_SPACE = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"['’]s$")
# Given names before a surname: "Maria del Carmen", "J. R."; up to four words.
_GIVEN = r"(?:(?<![\w’'])[^\W\d_a-z][\w.’'-]*[ \u00a0](?:(?:de|da|di|van|von|der|den|bin|al|el|la|le|du|dos)[ \u00a0]){0,2}){1,4}"
# A name that no earlier stage knows is looked for in this much of the text.
_SEARCHED = 20_000
_MOST_MENTIONS = 4
# "They" and "it" mean one of the last two subjects, or nobody knows whom.
_NEAREST = 2
_ADDRESS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks."""

    name: str
    title: str | None = None
    gender: str = ""
    """m, f or nothing where the text does not say."""
    human: bool = True
    several: bool = False
    """Whether these are more than one: villagers."""


_Entity = TypeVar("_Entity", Person, Organisation)

# The subjects of the sentences before a place, the nearest first.
Subjects = Callable[[int], Iterator[Mention]]


class Cast:
    """Who can speak in a text."""

    def __init__(self, text: str, facts: Facts, lexicon: Lexicon, bounds: Callable[[int], Span]) -> None:
        self.text = text
        self.lexicon = lexicon
        self.bounds = bounds
        self._people = _by_last_word(facts.people)
        self._person_at = {span.start: person for person in facts.people for span in person.mentions}
        self._body_at = {span.start: body for body in facts.organisations for span in body.mentions}
        self._bodies = _by_names(facts.organisations)
        self._holders = _by_position(facts.people, lexicon)
        self._titles: dict[str, str | None] = {}
        self._genders: dict[str, str] = {}
        self._full: dict[str, str] = {}

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
        person = self._person_at.get(mention.span.start) or _only(self._people.get(words.casefold().split()[-1], ()))
        if person:
            return self._speaker(self._fullest(person), mention, person)
        if mention.span.start in self._body_at or words.casefold() in self._bodies:
            return self._body(mention, words)
        return self._speaker(self._in_full(words), mention, None)

    def _fullest(self, person: Person) -> str:
        """The name, with the given names printed elsewhere where it is a surname alone."""
        return person.name if " " in person.name else self._in_full(person.name)

    def _body(self, mention: Mention, words: str) -> Speaker:
        """A body by its full name, unless the text names it by its acronym here."""
        body = self._body_at.get(mention.span.start) or _only(self._bodies.get(words.casefold(), ()))
        named = body is not None and words != body.acronym
        return Speaker(name=body.name if body and named else words, human=False)

    def _in_full(self, words: str) -> str:
        """A name of which the text prints the given names elsewhere; ranks and words of address dropped."""
        parts = words.split()
        while len(parts) > 1 and self._is_rank(parts[0]):
            parts = parts[1:]
        if len(parts) > 1:
            return " ".join(parts)
        surname = parts[0]
        if surname not in self._full:
            self._full[surname] = self._search(surname)
        return self._full[surname]

    def _search(self, surname: str) -> str:
        for found in re.finditer(rf"{_GIVEN}{re.escape(surname)}\b", self.text[:_SEARCHED]):
            parts = found.group().split()
            while parts and (self._is_rank(parts[0]) or parts[0].lower() in self.lexicon.determiners):
                parts = parts[1:]
            if len(parts) > 1:
                return " ".join(parts)
        return surname

    def _is_rank(self, word: str) -> bool:
        lower = word.lower().rstrip(".")
        return lower in self.lexicon.honorifics or lower in self.lexicon.ranks or lower in self.lexicon.titles

    def _by_pronoun(self, word: str, place: int, subjects: Subjects) -> Speaker | None:
        """The subject of the nearest sentence before that is not known to be of the other sex."""
        kind = self.lexicon.pronouns.get(word, "")
        if kind == "s":
            return None
        for mention in islice(subjects(place), _NEAREST if kind in ("p", "n") else None):
            speaker = None if mention.kind == "pronoun" else self.resolve(mention, subjects)
            if speaker and _agrees(speaker, kind):
                if kind in ("m", "f"):
                    self._genders[speaker.name] = kind
                return speaker
        return None

    def _by_role(self, mention: Mention, words: str) -> Speaker:
        """The person who holds the position, where one is known to; else the role itself."""
        noun = next((word for word in reversed(words.lower().split()[:6]) if word in self.lexicon.roles), "")
        phrase = mention.phrase.of(self.text)
        if phrase.lower().startswith(("the ", "this ")) or phrase[:1].isupper():
            person = _only([person for person in self._holders.get(noun, ()) if _holds(person, words, mention.span)])
            if person:
                return self._speaker(person.name, mention, person)
        several = words.split(" of ", maxsplit=1)[0].split(" who ", maxsplit=1)[0].endswith("s")
        return Speaker(
            name=words, gender=self.lexicon.genders.get(noun, ""), several=several, human=bool(noun) or several
        )

    def _speaker(self, name: str, mention: Mention, person: Person | None) -> Speaker:
        beside = self._beside(mention.span, mention.phrase) if mention.kind in ("person", "name") else None
        known = self._is_known(name, beside, person) if beside else True
        if beside and not known and not positions.is_rank(beside, self.lexicon) and not _is_shortened(beside, person):
            self._titles[name] = beside
        elif name not in self._titles:
            self._titles[name] = self._title(person) or beside
        title = self._titles[name]
        if not self._genders.get(name):
            self._genders[name] = self._gender(mention, title, person)
        return Speaker(name=name, title=title, gender=self._genders[name])

    def _is_known(self, name: str, beside: str, person: Person | None) -> bool:
        """Whether "Minister" beside a surname is short for the "Minister of Health" of another mention."""
        if " " in beside:
            return False
        if name not in self._titles:
            self._titles[name] = self._title(person)
        return (self._titles[name] or "").lower().removeprefix("the ").startswith(f"{beside.lower()} ")

    def _beside(self, span: Span, phrase: Span) -> str | None:
        found = positions.beside(self.text, span, phrase, self.bounds(span.start), self.lexicon)
        return _SPACE.sub(" ", found.of(self.text)) if found else None

    def _title(self, person: Person | None) -> str | None:
        """The fullest position printed at any mention: a rank only where there is nothing else."""
        if person is None:
            return None
        rank: str | None = None
        for span in person.mentions[:_MOST_MENTIONS]:
            title = self._beside(span, span)
            if title and not positions.is_rank(title, self.lexicon) and not _is_shortened(title, person):
                return title
            rank = rank or title
        if person.title is None or positions.is_rank(person.title, self.lexicon):
            return person.title or rank
        return _joined(person)

    def _gender(self, mention: Mention, title: str | None, person: Person | None) -> str:
        """By the words beside a name that say it: Mr, Ms, spokeswoman."""
        stretches = [self.text[mention.phrase.start : mention.span.start], title or ""]
        mentions = person.mentions[:_MOST_MENTIONS] if person else ()
        stretches += [self.text[max(0, span.start - _ADDRESS) : span.start] for span in (*mentions, mention.span)]
        words = " ".join(stretches).lower().replace(".", " ").split()
        return next((self.lexicon.genders[word] for word in words if word in self.lexicon.genders), "")


def _is_shortened(beside: str, person: Person | None) -> bool:
    """Whether one word beside a name stands for a longer position: "Minister" for "Minister for Health"."""
    title = (person.title or "").lower().split() if person else []
    return " " not in beside and len(title) > 1 and beside.lower() in title


def _only(found: Sequence[_Entity]) -> _Entity | None:
    return found[0] if len(found) == 1 else None


def _by_last_word(people: Sequence[Person]) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for person in people:
        found.setdefault(person.name.casefold().split()[-1], []).append(person)
    return found


def _by_names(bodies: Sequence[Organisation]) -> dict[str, list[Organisation]]:
    """By name, acronym and last word: the Foundation."""
    found: dict[str, list[Organisation]] = {}
    for body in bodies:
        name = body.name.casefold()
        for key in {name, name.split()[-1], (body.acronym or name).casefold()}:
            found.setdefault(key, []).append(body)
    return found


def _by_position(people: Sequence[Person], lexicon: Lexicon) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for person in people:
        for word in set((person.title or "").lower().split()) & lexicon.roles:
            found.setdefault(word, []).append(person)
    return found


def _holds(person: Person, words: str, span: Span) -> bool:
    """Whether somebody named before holds the position of these words: "Secretary General" is no "Major General"."""
    title = (person.title or "").lower().split()
    wanted = words.lower().split(" of ")[0].split(" for ")[0].split()
    return person.mentions[0].start < span.start and all(word in title for word in wanted)


def _joined(person: Person) -> str:
    """Position and body, where the position does not name it."""
    title, body = person.title or "", person.organisation
    return f"{title}, {body}" if body and body not in title else title


def _agrees(speaker: Speaker, kind: str) -> bool:
    """Whether a pronoun can mean somebody."""
    if kind in ("m", "f"):
        return speaker.human and speaker.gender in ("", kind)
    return not speaker.human or (kind == "p" and speaker.several)
