"""What a stage has to say about a document, as a typed value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reporter.model.spans import Span

Severity = Literal["warning", "info"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding about one source. `--strict` makes warnings fatal, never infos."""

    code: str
    """Stable, in words and hyphens: `quote-without-speaker`."""
    severity: Severity
    message: str
    """A sentence for the person who builds the note."""
    span: Span | None = None
    where: str | None = None
    """The source's path where the finding is not about a place in a text."""
