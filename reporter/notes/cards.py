"""Contact cards: numbers as they are dialled, addresses as links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reporter.language.characters import folded
from reporter.model.briefing import ContactLine, Entry
from reporter.model.facts import Phone
from reporter.notes.views import ContactLineView, LinkView
from reporter.notes.vocabulary import is_address
from reporter.notes.wording import Wording

_PHONE_KINDS = ("office", "mobile", "fax", None)
_SHORTEST_GROUP = 3
"""Digits of a last group that may stand for a number: fewer could be taken for an extension."""


class Cards:
    """Makes the lines of cards."""

    def __init__(self, entries: Mapping[str, Entry], wording: Wording) -> None:
        self._entries = entries
        self._wording = wording

    def lines(self, line: ContactLine) -> Iterable[ContactLineView]:
        """Numbers by kind, then mail, web and postal addresses."""
        label = self._wording.labels
        for kind in _PHONE_KINDS:
            numbers = dict.fromkeys(self._number_of(one, line) for one in line.phones if one.kind == kind)
            if numbers:
                values = tuple(LinkView(text=words) for words in _stems(list(numbers)))
                yield ContactLineView(label=label[f"contact.{kind or 'phone'}"], values=values)
        if line.emails:
            links = tuple(linked(one, f"mailto:{one}") for one in line.emails)
            yield ContactLineView(label=label["contact.email"], values=links)
        if line.urls:
            yield ContactLineView(label=label["contact.url"], values=tuple(map(_web, line.urls)))
        if line.address:
            yield ContactLineView(label=label["contact.address"], values=(LinkView(text=folded(line.address)),))

    def _number_of(self, phone: Phone, line: ContactLine) -> str:
        """In international form; one whose country is not known as it is printed."""
        if phone.number.startswith("+"):
            return _international(phone.number)
        texts = (self._entries[one.release].release.text for one in line.references if one.release in self._entries)
        printed = (folded(phone.span.of(text)) for text in texts)
        return next((words for words in printed if _digits(words) == _digits(phone.number)), folded(phone.number))


def _web(url: str) -> LinkView:
    """A web address; one without a scheme is linked where it says that it is one."""
    return linked(url, f"https://{url}") if url.startswith("www.") else linked(url)


def linked(words: str, href: str | None = None) -> LinkView:
    """Words that are a link, where the address is one that a note may have."""
    href = href or words
    return LinkView(text=folded(words), href=href if is_address(href) and not href.startswith("#") else "")


def _stems(numbers: Sequence[str]) -> list[str]:
    """Numbers that differ in their last group only as one: +992 372 26 5014 / 5015."""
    found: list[str] = []
    for number in numbers:
        stem, _, last = number.rpartition(" ")
        before, _, group = found[-1].split(" / ")[0].rpartition(" ") if found else ("", "", "")
        if stem and stem == before and len(group) == len(last) >= _SHORTEST_GROUP:
            found[-1] += f" / {last}"
        else:
            found.append(number)
    return found


def _digits(words: str) -> str:
    return "".join(letter for letter in words if letter.isdecimal())


def _international(number: str) -> str:
    """A number as it is dialled from abroad: +992 372 26 5014."""
    import phonenumbers  # noqa: PLC0415  (heavy, and not needed without numbers)

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return folded(number)
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
