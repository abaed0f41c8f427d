"""Who is said to say something, and by which words."""

from __future__ import annotations

from dataclasses import dataclass

from reporter.facts.quotes.clause import Mention
from reporter.model.spans import Span

# More words than these between a quotation and a verb are another sentence.
LONGEST_REACH = 45
LONGEST_SIGNATURE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is said to say something, and by which words."""

    mention: Mention
    cue: Span | None
    rule: str
    close: bool = True
    """Whether nothing stands between these words and the quotation."""


def made(mention: Mention | None, cue: Span | None, rule: str, *, close: bool = True) -> Attribution | None:
    """An attribution, where there is anybody to attribute to."""
    return Attribution(mention=mention, cue=cue, rule=rule, close=close) if mention else None
