"""E-mail addresses, web addresses and handles as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reporter.locales import Locale
from reporter.model.mentions import AddressMention
from reporter.model.spans import Span

# "press.office+en@example.org"; the part before the sign is at most 64 characters long (RFC 5321).
_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@]|\.\w)")
_LONGEST_BEFORE_SIGN = 64
# "press (at) example (dot) org", "press[at]example.org".
_SPELT_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64} ?[(\[{<] ?(?:at|AT|@) ?[)\]}>] ?[\w-]{1,63}(?:(?:\.| ?[(\[{<] ?(?:dot|DOT|\.) ?[)\]}>] ?)[\w-]{1,63}){1,8}"
)
_SPELT_AT = re.compile(r" ?[(\[{<] ?(?:at|@) ?[)\]}>] ?", re.IGNORECASE)
_SPELT_DOT = re.compile(r" ?[(\[{<] ?(?:dot|\.) ?[)\]}>] ?", re.IGNORECASE)
# "https://example.org/a?b=c", "www.example.org/news".
_URL = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"“”«»|]{2,2000}", re.IGNORECASE)
# "example.org", "news.example.int/roca": only under domains that are no words of a language.
_BARE_URL = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}(?:org|com|net|int|gov|edu|mil|info|eu)(?:\.[a-z]{2})?(?![\w@]|\.\w)(?:/[^\s<>\"“”«»|]{0,2000})?"
)
# What a text must hold to be searched: a fast test, since most releases hold no address.
_URL_SIGNS = ("://", "www.", "WWW.")
_DOMAINS = (".org", ".com", ".net", ".int", ".gov", ".edu", ".mil", ".info", ".eu")
_AT_SIGNS = tuple(bracket + sign for bracket in "([{<" for sign in ("at", "AT", " at", " AT", "@"))
# "@example_press": no mail address, no code.
_HANDLE = re.compile(r"@(?<![\w@./+-]@)(\w{2,30})(?![\w@]|\.\w)")
# What closes a sentence rather than an address.
_CLOSING = ".,;:!?'’”\"*_"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def find(text: str, locale: Locale) -> tuple[AddressMention, ...]:
    """The mentions of a text, in order and without overlaps."""
    del locale  # addresses are written the same in every language
    return tuple(_without_overlaps(sorted(_all(text), key=lambda found: (found.span.start, -found.span.end))))


def _all(text: str) -> Iterator[AddressMention]:
    if "@" in text:
        yield from _emails(text)
        yield from _handles(text)
    if any(sign in text for sign in _AT_SIGNS):
        yield from _spelt_emails(text)
    yield from _urls(text)


def _emails(text: str) -> Iterator[AddressMention]:
    sign, done = text.find("@"), 0
    while sign >= 0 and (found := _EMAIL.search(text, max(done, sign - _LONGEST_BEFORE_SIGN))):
        value = found.group().lstrip(".+'-")
        start = found.end() - len(value)
        if not value.startswith("@"):
            yield AddressMention(span=Span(start, found.end()), kind="email", value=value, rule="addresses.email")
        done = found.end()
        sign = text.find("@", done)


def _spelt_emails(text: str) -> Iterator[AddressMention]:
    for found in _SPELT_EMAIL.finditer(text):
        value = _SPELT_DOT.sub(".", _SPELT_AT.sub("@", found.group(), count=1))
        yield AddressMention(span=Span(*found.span()), kind="email", value=value, rule="addresses.spelt-email")


def _handles(text: str) -> Iterator[AddressMention]:
    for found in _HANDLE.finditer(text):
        yield AddressMention(span=Span(*found.span()), kind="handle", value=found.group(), rule="addresses.handle")


def _urls(text: str) -> Iterator[AddressMention]:
    for pattern, rule, signs in ((_URL, "addresses.url", _URL_SIGNS), (_BARE_URL, "addresses.domain", _DOMAINS)):
        if not any(sign in text for sign in signs):
            continue
        for found in pattern.finditer(text):
            value = _without_closing(found.group())
            span = Span(found.start(), found.start() + len(value))
            yield AddressMention(span=span, kind="url", value=value, rule=rule)


def _without_closing(url: str) -> str:
    """The address without the marks of the sentence around it: a closing bracket that it did not open, a full stop."""
    while url and (
        url[-1] in _CLOSING or (url[-1] in _BRACKETS and url.count(url[-1]) > url.count(_BRACKETS[url[-1]]))
    ):
        url = url[:-1]
    return url


def _without_overlaps(found: Iterable[AddressMention]) -> Iterator[AddressMention]:
    end = 0
    for mention in found:
        if mention.span.start >= end:
            yield mention
            end = mention.span.end
