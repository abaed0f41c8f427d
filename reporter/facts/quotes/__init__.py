"""Direct speech and who speaks."""

from __future__ import annotations

from dataclasses import replace

from reporter.facts.quotes import lexicon, reader
from reporter.locales import Locale
from reporter.model.blocks import Reading
from reporter.model.facts import Facts


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far with the quotations of a release and a diagnostic for each that has no speaker."""
    found, diagnostics = reader.read(reading, facts, lexicon.load(locale))
    return replace(facts, quotes=found, diagnostics=(*facts.diagnostics, *diagnostics)) if found else facts
