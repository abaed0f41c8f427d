"""Direct speech and who speaks."""

from __future__ import annotations

from dataclasses import replace

from reporter.facts.quotes import lexicon
from reporter.facts.quotes.reader import QuoteReader
from reporter.locales import Locale
from reporter.model.blocks import Reading
from reporter.model.facts import Facts


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far with the quotations of a release and a diagnostic for each that has no speaker."""
    found, diagnostics = QuoteReader(reading, facts, lexicon.load(locale)).read()
    return replace(facts, quotes=found, diagnostics=(*facts.diagnostics, *diagnostics)) if found else facts
