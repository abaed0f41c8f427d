"""Telephone numbers as anybody can dial them: with the country code, checked against the numbering plans."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from reporter.model.blocks import Reading
from reporter.model.facts import Facts, Phone
from reporter.model.mentions import PhoneMention

# "CH-3003 Berne", "D-10117 Berlin": the sign of a country before a postcode.
_SIGN = re.compile(r"\b([A-Z]{1,2})-\d{4,5}\b")
_SIGNS = {
    "D": "DE",
    "A": "AT",
    "F": "FR",
    "I": "IT",
    "B": "BE",
    "L": "LU",
    "E": "ES",
    "P": "PT",
    "S": "SE",
    "N": "NO",
    "H": "HU",
}
# The end of the host in a mail or web address: "ch" of "info@eda.admin.ch".
_HOST_END = re.compile(r"(?:@|//|^www\.)[^/?#]*?\.([a-z]{2,4})(?=[/?#:]|$)", re.IGNORECASE)
_DOMAINS = {"uk": "GB", "gov": "US", "mil": "US", "edu": "US"}
_NO_COUNTRY = frozenset(("eu", "tv", "io", "me", "co", "fm", "ai", "ws", "cc", "to", "ly", "su"))
# "(202) 555-0143", "202.555.0143": written as only the countries of +1 write them.
_AMERICAN = re.compile(r"(?:1[ .\-])?\(?[2-9]\d{2}\)?[ .\-–]{0,2}[2-9]\d{2}[ .\-–]\d{4}")
# One or more words with a capital: "Dushanbe", "New York".
_CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+){0,2}")
# "(51-1) 622-2300": the country stands before the area, only the plus is missing.
_BRACKETED = re.compile(r"\(\d{1,3}[ \-–]\d")
# Country codes of two digits (ITU E.164); those of one are 1 and 7, all others have three.
_TWO_DIGITS = frozenset(
    (
        20,
        27,
        *range(30, 35),
        36,
        39,
        40,
        41,
        *range(43, 50),
        *range(51, 59),
        *range(60, 67),
        81,
        82,
        84,
        86,
        *range(90, 96),
        98,
    )
)
# Argentina, Mexico, Brazil: numbers are dialled otherwise from abroad.
_DIALLED_OTHERWISE = ("+54", "+52", "+55")
_CACHED = 4096


def regions(reading: Reading, facts: Facts, places: Mapping[str, str]) -> tuple[str, ...]:
    """Countries (ISO 3166-1 alpha-2) that a number without country code may be of, the likeliest first."""
    if all(mention.digits.startswith("+") for mention in reading.mentions.phones):
        return ()
    return tuple(dict.fromkeys(_hints(reading, facts, places)))


def _hints(reading: Reading, facts: Facts, places: Mapping[str, str]) -> Iterator[str]:
    for sign in _SIGN.findall(reading.text):
        yield _SIGNS.get(sign, sign)
    printed = (mention.digits for mention in reading.mentions.phones if mention.digits.startswith("+"))
    yield from _by_frequency(filter(None, map(_region_of, printed)))
    hosts = (address.value for address in reading.mentions.addresses if address.kind != "handle")
    yield from _by_frequency(filter(None, map(_country_of_host, hosts)))
    if facts.dateline and facts.dateline.country:
        yield facts.dateline.country
    elif facts.dateline and facts.dateline.place:
        yield from filter(None, (places.get(facts.dateline.place.partition(",")[0].lower()),))
    if facts.issuer:
        yield from filter(None, (places.get(word.lower()) for word in _CAPITALISED.findall(facts.issuer.text)))
    yield from _only(reading, places)


def _only(reading: Reading, places: Mapping[str, str]) -> tuple[str, ...]:
    """The country of all places, countries and bodies that a text names, where it is one."""
    codes: set[str] = set()
    for name in reading.mentions.names:
        words = name.span.of(reading.text)
        if name.kind != "person":
            codes |= set(filter(None, map(places.get, (words.lower(), *words.lower().split()))))
    return tuple(codes) if len(codes) == 1 else ()


def local(text: str, places: Mapping[str, str]) -> tuple[str, ...]:
    """Countries of the places that a stretch of text names: an address, an office in a city."""
    named = (places.get(word.lower()) for word in _CAPITALISED.findall(text))
    return tuple(dict.fromkeys(filter(None, named)))


def _by_frequency(found: Iterable[str]) -> list[str]:
    return [region for region, _ in Counter(found).most_common()]


def _country_of_host(address: str) -> str | None:
    found = _HOST_END.search(address)
    if not found:
        return None
    end = found[1].lower()
    return _DOMAINS.get(end) or (end.upper() if len(end) == len("ch") and end not in _NO_COUNTRY else None)


def phone(mention: PhoneMention, text: str, likely: tuple[str, ...]) -> Phone:
    """The number of a mention with its country code, where one of the likely countries makes it a valid number."""
    printed = mention.span.of(text)
    number = (
        mention.digits
        if _is_international(mention.digits)
        else _dialled(mention.digits, likely, american=bool(_AMERICAN.fullmatch(printed)))
    )
    if number is None and _BRACKETED.match(printed):
        number = _dialled("+" + mention.digits, (), american=False)
    return Phone(
        number=number or mention.digits,
        span=mention.span,
        rule=f"contacts.{mention.rule.partition('.')[2]}",
        kind=mention.kind,
        extension=mention.extension,
    )


def _is_international(digits: str) -> bool:
    """Whether a number is printed as it is dialled from abroad: "+41 31 …", but not "+41 031 …".

    Spares most texts the numbering plans, which take longer to load than the text to read.
    """
    if not digits.startswith("+") or digits.startswith(_DIALLED_OTHERWISE):
        return False
    code = 1 if digits[1] in "17" else 2 if int(digits[1:3]) in _TWO_DIGITS else 3
    return digits[1 + code : 2 + code] != "0"


@lru_cache(_CACHED)
def _region_of(digits: str) -> str | None:
    import phonenumbers  # noqa: PLC0415  (heavy: only where a text holds a number)

    try:
        region: str | None = phonenumbers.region_code_for_number(phonenumbers.parse(digits))
    except phonenumbers.NumberParseException:
        return None
    return region


@lru_cache(_CACHED)
def _dialled(digits: str, likely: tuple[str, ...], *, american: bool) -> str | None:
    """E.164, or None where the number is valid in none of the countries."""
    import phonenumbers  # noqa: PLC0415  (heavy: only where a text holds a number)

    candidates: tuple[str | None, ...] = (
        (None,) if digits.startswith("+") else (*likely, *(("US",) if american else ()))
    )
    for region in candidates:
        try:
            number = phonenumbers.parse(digits, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return None
