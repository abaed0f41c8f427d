"""E-mail addresses, web addresses and handles as they stand."""

from __future__ import annotations

from reporter.locales import Locale
from reporter.model.mentions import AddressMention


def find(text: str, locale: Locale) -> tuple[AddressMention, ...]:
    """The mentions of a text, in order and without overlaps."""
    del text, locale
    return ()
