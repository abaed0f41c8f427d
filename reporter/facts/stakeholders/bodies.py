"""The organisations of a release: one entry for long form, acronym, short form and "the Ministry"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reporter.facts.stakeholders.scene import Scene
from reporter.language.names import body_words, is_acronym, recased
from reporter.model.facts import Organisation
from reporter.model.mentions import NameMention
from reporter.model.spans import Span

_SMALL = frozenset(("of", "the", "for", "and", "in", "to", "on", "at", "s"))


# Companies go by the first words of their names.
_COMPANIES = frozenset(("names.company", "names.at-exchange", "names.about"))
_BRANDED = _COMPANIES | {"names.repeated-organisation"}
_BRAND = 2
# A place or programme stays one under its acronym and when it is named again.
_OF_MINOR = frozenset(("names.facility", "names.acronym", "names.repeated-organisation"))


@dataclass(slots=True, eq=False)
class Body:
    """An organisation in the making."""

    name: str
    key: tuple[str, ...]
    bare: tuple[str, ...]
    """The key without its country."""
    rule: str
    country: str | None = None
    acronym: str | None = None
    parent: Span | None = None
    minor: bool = False
    """A place or programme, which counts only where somebody works for it."""
    mentions: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Register:
    """The bodies of a release, and which mention is which body's."""

    scene: Scene
    bodies: list[Body] = field(default_factory=list)
    by_form: dict[tuple[str, ...], Body] = field(default_factory=dict)
    by_first: dict[str, list[Body]] = field(default_factory=dict)
    """By the first word of the name under which a body was entered."""
    by_mention: dict[Span, Body] = field(default_factory=dict)
    by_word: dict[str, list[tuple[Span, Body]]] = field(default_factory=dict)
    """Every mention of the bodies that have a word in their names, in text order."""

    @classmethod
    def of(cls, scene: Scene) -> Register:
        """Enters all bodies that the text names."""
        register = cls(scene)
        for mention in sorted(_named(scene.mentions), key=lambda mention: _is_short(scene, mention)):
            register._enter(mention)
        register._refer()
        for body in register.bodies:
            body.mentions.sort()
        register.bodies.sort(key=lambda body: body.mentions[0])
        return register

    def organisations(self, employers: Iterable[Body]) -> tuple[Organisation, ...]:
        """The entries, in the order of the text; places and programmes only where they are somebody’s."""
        used = {id(body) for body in employers}
        return tuple(
            Organisation(
                name=body.name,
                mentions=tuple(body.mentions),
                rule=body.rule,
                acronym=body.acronym,
                parent=self.name_at(body.parent),
                country=body.country,
            )
            for body in self.bodies
            if not body.minor or id(body) in used
        )

    def name_at(self, span: Span | None) -> str | None:
        """What the body of a mention is called."""
        body = self.by_mention.get(span) if span is not None else None
        return body.name if body is not None else None

    def within(self, span: Span) -> Body | None:
        """The body that is named first in a stretch of text."""
        for place in range(self.scene.place(span.start), self.scene.place(span.end)):
            held = self.scene.holders.get(place)
            if held is not None and (body := self.by_mention.get(held[0].span)) is not None:
                return body
        return None

    def find(self, name: str) -> Body | None:
        """The body of a name."""
        key = self._key(name)
        return self.by_form.get(key) or self.by_form.get(tuple(sorted(key)))

    def with_word(self, word: str, country: str | None = None) -> Body | None:
        """The only body whose name holds a word, of a country where one is given."""
        found = {id(body): body for _, body in self.by_word.get(word, ()) if country in {None, body.country}}
        return next(iter(found.values())) if len(found) == 1 else None

    @property
    def issuer(self) -> Body | None:
        """The body that issues the release."""
        issuer = self.scene.facts.issuer
        return (self.within(issuer.span) or self.find(issuer.text)) if issuer is not None else None

    def of_minister(self, field_of_work: str) -> Body | None:
        """The ministry of a minister: of "Internal Affairs"."""
        return self.by_form.get(("ministry", *self._key(field_of_work)))

    def _key(self, name: str) -> tuple[str, ...]:
        """The words that tell a name, with acronyms that need no explanation written out."""
        found: list[str] = []
        for word in body_words(name):
            found += self.scene.lexicon.expansions.get(word, (word,))
        return tuple(word for word in found if word not in _SMALL)

    def _enter(self, mention: NameMention) -> None:
        name = recased(" ".join(mention.span.of(self.scene.text).split()), self.scene.lexicon.expansions)
        country = _country(mention)
        key, bare = self._key(name), self._bare(mention, name)
        body = self._same(name, key, bare, country)
        if body is None:
            body = Body(name, key, bare, mention.rule, country, minor=True)
            self.bodies.append(body)
            self.by_first.setdefault(key[0] if key else "", []).append(body)
        elif _is_fuller(name, body.name):
            body.name, body.key = name, key
        elif body.acronym is None and is_acronym(name) and not is_acronym(body.name):
            body.acronym = name
        body.minor = body.minor and mention.rule in _OF_MINOR
        body.country = body.country or country
        body.parent = body.parent or mention.part_of
        body.mentions.append(mention.span)
        self.by_mention[mention.span] = body
        if mention.acronym:
            body.acronym = body.acronym or mention.acronym
            self.by_form.setdefault(self._key(mention.acronym), body)
            self.by_form.setdefault(body_words(mention.acronym), body)
        short = self._company(key)[:_BRAND] if mention.rule in _COMPANIES else key
        for form in (key, tuple(sorted(key)), bare, *((short,) if len(short) == _BRAND else ())):
            self.by_form.setdefault(form, body)

    def _same(self, name: str, key: tuple[str, ...], bare: tuple[str, ...], country: str | None) -> Body | None:
        forms = [key, tuple(sorted(key))]
        forms += [self._key(other) for other in self.scene.lexicon.other_names.get(name.lower(), ())]
        for form in forms:
            if form in self.by_form:
                return self.by_form[form]
        if len(key) == 1 and (branded := self._branded(key[0])) is not None:
            return branded
        body = self.by_form.get(bare)
        if body is None or (country is not None and body.country is not None and country != body.country):
            return None
        return body if len(bare) > 1 or self._company(key) == self._company(body.key) else None

    def _branded(self, word: str) -> Body | None:
        """The only company whose name begins with a word: "Torvik" is "Torvik Biosciences AB"."""
        if self.scene.lexicon.is_common(word):
            return None
        found = [body for body in self.by_first.get(word, ()) if body.rule in _BRANDED and len(body.key) > 1]
        return found[0] if len(found) == 1 else None

    def _company(self, key: tuple[str, ...]) -> tuple[str, ...]:
        """The key of a company without its legal form."""
        last = len(key)
        while last > 1 and key[last - 1] in self.scene.lexicon.companies:
            last -= 1
        return key[:last]

    def _refer(self) -> None:
        """Gives "the Ministry" to the ministry named last before it."""
        named = ((span, body) for body in self.bodies for span in body.mentions)
        for span, body in sorted(named, key=lambda pair: pair[0]):
            for word in dict.fromkeys(body.key):
                self.by_word.setdefault(word, []).append((span, body))
        for mention in self.scene.mentions:
            if mention.kind == "organisation" and mention.refers:
                meant = self._meant(mention)
                if meant is not None:
                    meant.mentions.append(mention.span)
                    self.by_mention[mention.span] = meant

    def _meant(self, mention: NameMention) -> Body | None:
        place = self.scene.place(mention.span.start)
        if place == 0 or self.scene.words.low[place - 1] not in {"the", "this", "our", "its"}:
            return None
        return self.meant(mention.span.of(self.scene.text).lower(), mention.span.start)

    def meant(self, noun: str, offset: int) -> Body | None:
        """The body that "the university" stands for at an offset."""
        alike = self.by_word.get(noun, [])
        place = bisect_left(alike, offset, key=lambda pair: pair[0].start)
        return alike[max(0, place - 1)][1] if alike else None

    def _bare(self, mention: NameMention, name: str) -> tuple[str, ...]:
        """The key without countries and places, and without the legal form of a company."""
        dropped: list[str] = []
        for inner in mention.inner:
            if inner.kind in {"country", "place"}:
                dropped += self._key(inner.span.of(self.scene.text))
        return self._company(tuple(word for word in self._key(name) if word not in dropped))


def _named(mentions: tuple[NameMention, ...]) -> Iterator[NameMention]:
    """Bodies by name, and those inside the names of others that are more than an acronym."""
    for mention in mentions:
        if mention.kind == "organisation" and not mention.refers:
            yield mention
            for inner in mention.inner:
                if (
                    inner.kind == "organisation"
                    and not inner.refers
                    and inner.span == mention.part_of
                    and inner.rule == "names.body"
                ):
                    yield inner


def _is_short(scene: Scene, mention: NameMention) -> bool:
    """Whether a mention is an acronym or repeats a name, so that it joins another entry rather than opens one."""
    return mention.acronym is None and is_acronym(mention.span.of(scene.text))


def _country(mention: NameMention) -> str | None:
    if mention.code:
        return mention.code
    codes = [inner.code for inner in mention.inner if inner.kind == "country" and inner.code]
    return codes[0] if codes else None


def _is_fuller(name: str, other: str) -> bool:
    """Whether a form says more: in words, and not in capitals only."""
    if name.isupper() != other.isupper():
        return other.isupper() and len(name) >= len(other) // 2
    return len(name) > len(other) and not is_acronym(name)
