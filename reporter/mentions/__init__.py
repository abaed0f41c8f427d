"""What a text names, with spans and unresolved."""

from __future__ import annotations

from reporter.locales import Locale
from reporter.mentions import addresses, names, numbers, phones, times
from reporter.model.document import Document
from reporter.model.mentions import Mentions


def find(document: Document, locale: Locale) -> Mentions:
    """All that the text of a document names."""
    text = document.text
    found_addresses = addresses.find(text, locale)
    found_phones = phones.find(text, locale)
    found_times = times.find(text, locale)
    return Mentions(
        times=found_times,
        names=names.find(text, locale),
        numbers=numbers.find(text, locale),
        phones=found_phones,
        addresses=found_addresses,
    )
