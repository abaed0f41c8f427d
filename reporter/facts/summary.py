"""The sentences a reader needs."""

from __future__ import annotations

from dataclasses import replace

from reporter.locales import Locale
from reporter.model.blocks import Reading
from reporter.model.facts import Facts, SummarySentence

_SENTENCES = 3


def find(reading: Reading, facts: Facts, locale: Locale) -> Facts:
    """The facts found so far, with the summary."""
    del locale
    sentences = [span for block in reading.of_kind("body") for span in block.sentences][:_SENTENCES]
    summary = tuple(
        SummarySentence(text=" ".join(span.of(reading.text).split()), span=span, rule="summary.lead")
        for span in sentences
    )
    return replace(facts, summary=summary)
