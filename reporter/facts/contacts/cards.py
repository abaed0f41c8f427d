"""Names, roles, bodies and numbers of a contact block, put together to cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reporter.facts.contacts import columns
from reporter.facts.contacts.kinds import is_geographic
from reporter.facts.contacts.phrases import Item, items
from reporter.facts.contacts.wording import Lexicon, pattern, read
from reporter.facts.contacts.zones import Zone
from reporter.model.blocks import Reading
from reporter.model.facts import Contact, Email, Phone
from reporter.model.mentions import AddressMention
from reporter.model.spans import Span, within


@dataclass(slots=True)
class Card:
    """A card while it is being filled."""

    press: bool = True
    names: list[Span] = field(default_factory=list)
    sure: bool = False
    """Whether more than capital letters say that the last name is a person's."""
    role: list[Span] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    address: list[Span] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    emails: list[Email] = field(default_factory=list)
    sites: list[AddressMention] = field(default_factory=list)
    phrases: list[Span] = field(default_factory=list)

    @property
    def reachable(self) -> bool:
        """Whether a number or an address says how to get in touch."""
        return bool(self.phones or self.emails)


class Desk:
    """Fills the cards of one zone, phrase by phrase and number by number."""

    def __init__(self, reading: Reading, zone: Zone, phones: list[Phone], words: Lexicon) -> None:
        self._text = reading.text
        self._zone = zone
        self._words = words
        self._phones = phones
        self._addresses = within(reading.mentions.addresses, zone.span)
        named = within(reading.mentions.names, zone.span)
        self._persons = tuple(name.span for name in named if name.kind == "person")
        self._cards: list[Card] = [Card(press=self._for_press())]
        self._after_address = False
        self._field = False

    def _for_press(self) -> bool:
        """Whether a sentence that asks to get in touch speaks to journalists: "For more information …"."""
        if not self._zone.inline:
            return True
        found = read(self._text, self._zone.span, self._words)
        letters = set(pattern(found))
        to_press = any(word.text.lower() in self._words.press for word in found)
        return to_press or (bool(letters & set("oU")) and "x" not in letters)

    def contacts(self) -> Iterator[Contact]:
        """The cards of the zone that say how to get in touch."""
        for phrase_or_detail in self._in_order():
            if isinstance(phrase_or_detail, Item):
                self._add(phrase_or_detail)
            else:
                self._add_detail(phrase_or_detail)
        self._give_rest()
        for card in self._cards:
            if card.reachable:
                yield from _contacts(self._text, card)

    def _in_order(self) -> Iterator[Item | Phone | AddressMention]:
        for stretch in columns.stretches(self._text, self._zone.span, self._is_name):
            yield from self._in_stretch(stretch)

    def _is_name(self, cell: Span) -> bool:
        return [item.kind for item in items(self._text, cell, self._words, self._persons)] == ["name"]

    def _in_stretch(self, stretch: Span) -> Iterator[Item | Phone | AddressMention]:
        details: list[Phone | AddressMention] = [*within(self._phones, stretch), *within(self._addresses, stretch)]
        start = stretch.start
        for detail in sorted(details, key=lambda found: found.span):
            if detail.span.start >= start:
                yield from items(self._text, Span(start, detail.span.start), self._words, self._persons)
                start = detail.span.end
            yield detail
        yield from items(self._text, Span(start, stretch.end), self._words, self._persons)

    @property
    def _card(self) -> Card:
        return self._cards[-1]

    def _new(self, *, press: bool) -> Card:
        self._cards.append(Card(press=press))
        self._after_address = False
        return self._card

    def _fresh(self) -> Card:
        """The card that a name, role or body belongs to: a new one once the last can be reached."""
        return self._new(press=self._card.press) if self._card.reachable and not self._field else self._card

    def _add_detail(self, detail: Phone | AddressMention) -> None:
        self._after_address = False
        if isinstance(detail, Phone):
            self._card.phones.append(detail)
        elif detail.kind == "email":
            self._card.emails.append(Email(address=detail.value, span=detail.span))
        else:
            self._card.sites.append(detail)

    def _add(self, item: Item) -> None:
        if self._after_address and not item.sure and item.kind in ("phrase", "name", "body") and self._is_place(item):
            self._card.address.append(item.span)
            return
        if self._zone.inline and item.kind == "body" and self._is_clause(item):
            return
        adders = {
            "name": self._add_name,
            "role": self._add_role,
            "body": self._add_body,
            "address": self._add_address,
            "opener": self._open,
            "other-opener": self._open,
            "phrase": self._add_phrase,
        }
        if item.kind == "field":
            self._field = "charge" in item.span.of(self._text).lower() or "person" in item.span.of(self._text).lower()
            return
        adders[item.kind](item)
        self._field = False

    def _is_place(self, item: Item) -> bool:
        words = item.span.of(self._text).lower()
        return words in self._words.places or (
            item.kind != "body" and is_geographic(self._text, item.span, self._words)
        )

    def _is_clause(self, item: Item) -> bool:
        """Whether a phrase of a sentence says more than a name: "Police closed the street"."""
        return "l" in pattern(read(self._text, item.span, self._words))

    def _open(self, item: Item) -> None:
        press = item.kind == "opener"
        if self._card.reachable:
            self._new(press=press)
        self._card.press = press

    def _add_name(self, item: Item) -> None:
        card = self._fresh()
        joined = card.names and self._text[card.names[-1].end : item.span.start].strip() in {"or", "and", "&", "/"}
        if card.names and not joined:
            if not item.sure and not card.body:
                card.body.append(item.span)  # "Jane Roe", and on the next line "Arctic Lift"
                return
            if item.sure and not card.sure and not card.body:
                card.body = [card.names.pop()]  # "Arctic Lift", and on the next line "Jane Roe"
            else:
                card = self._new(press=card.press)
        card.names.append(item.span)
        card.sure = item.sure
        self._after_address = False

    def _add_role(self, item: Item) -> None:
        self._fresh().role.append(item.span)
        self._after_address = False

    def _add_body(self, item: Item) -> None:
        self._fresh().body.append(item.span)
        self._after_address = False

    def _add_address(self, item: Item) -> None:
        card = self._card
        if not card.address:
            card.address += self._street_before(card, item)
        card.address.append(item.span)
        self._after_address = True

    def _street_before(self, card: Card, item: Item) -> list[Span]:
        """The phrases right before a postcode that no word shows to be a street: "Rathausmarkt 1"."""
        taken: list[Span] = []
        end = item.span.start
        for phrase in reversed(card.phrases):
            if self._text[phrase.end : end].strip(" ,\n•"):
                break
            taken.insert(0, phrase)
            end = phrase.start
        while taken and not any(map(str.isdigit, taken[0].of(self._text))):
            taken.pop(0)
        card.phrases = card.phrases[: len(card.phrases) - len(taken)]
        return taken

    def _add_phrase(self, item: Item) -> None:
        words = item.span.of(self._text)
        if self._zone.inline or not any(map(str.isalpha, words)) or words.lower() in self._words.places:
            return
        if self._card.reachable and _opens_line(self._text, item.span):
            self._new(press=self._card.press)
        if not self._card.reachable:
            self._card.phrases.append(item.span)

    def _give_rest(self) -> None:
        """What follows the numbers belongs to the card above: "Person in charge: Ms. Jane Roe", an address."""
        if len(self._cards) == 1 or self._card.reachable or self._zone.inline:
            return
        last, card = self._cards.pop(), self._cards[-1]
        rest = [*last.names, *last.role, *last.body, *last.address]
        ends = [phone.span.end for phone in card.phones] + [email.span.end for email in card.emails]
        parted = not rest or not ends or "\n\n" in self._text[max(ends) : min(rest).start]
        if not parted and not (card.names and last.names):
            card.names = card.names or last.names
            card.role = card.role or last.role
            card.body = card.body or last.body
            card.address = card.address or last.address


def _contacts(text: str, card: Card) -> Iterator[Contact]:
    names: list[Span | None] = [*card.names] or [None]
    for name in names:
        yield _contact(text, card, name)


def _contact(text: str, card: Card, name: Span | None) -> Contact:
    phrases = [phrase for phrase in card.phrases if not name or phrase.start > name.end or _is_heading(text, phrase)]
    body = card.body or (phrases[:1] if name or card.address else [])
    details: list[Phone | Email | AddressMention] = [*card.phones, *card.emails, *card.sites]
    spans = [*([name] if name else ()), *card.role, *body, *card.address, *(found.span for found in details)]
    return Contact(
        span=Span(min(span.start for span in spans), max(span.end for span in spans)),
        rule="contacts.card",
        name=_words(text, name),
        name_span=name,
        role=_joined(text, card.role),
        role_span=_hull(card.role),
        organisation=_joined(text, body),
        organisation_span=_hull(body),
        address=_joined(text, card.address),
        address_span=_hull(card.address),
        phones=tuple({phone.number: phone for phone in reversed(card.phones)}.values())[::-1],
        emails=tuple({email.address.casefold(): email for email in reversed(card.emails)}.values())[::-1],
        urls=tuple(dict.fromkeys(site.value for site in card.sites if site.kind == "url")),
        handles=tuple(dict.fromkeys(site.value for site in card.sites if site.kind == "handle")),
        press=card.press,
    )


def _opens_line(text: str, span: Span) -> bool:
    """Whether nothing but bullets stands before words on their line."""
    return not any(map(str.isalnum, text[text.rfind("\n", 0, span.start) + 1 : span.start]))


def _is_heading(text: str, span: Span) -> bool:
    """Whether words before a name stand by themselves: "Arctic Fund" on its own line, "Arctic Fund: Jane Roe"."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[start : None if end < 0 else end].strip()
    return line == span.of(text) or text.startswith(":", span.end)


def _words(text: str, span: Span | None) -> str | None:
    return " ".join(span.of(text).split()) if span else None


def _joined(text: str, spans: list[Span]) -> str | None:
    return ", ".join(" ".join(span.of(text).split()) for span in spans) or None


def _hull(spans: list[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].end) if spans else None
