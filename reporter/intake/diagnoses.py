"""What is said of a source that gave no document."""

from __future__ import annotations

from reporter.errors import FormatError, InputError, LimitError
from reporter.model.diagnostics import Diagnostic, Severity

WITHOUT_READER = "source-without-reader"
_CODES = {FormatError: WITHOUT_READER, LimitError: "source-over-limit"}


def unreadable(error: InputError) -> Diagnostic:
    """What is said of a source that could not be read."""
    code = next((code for kind, code in _CODES.items() if isinstance(error, kind)), "source-unreadable")
    return said(code, error.where, str(error), "warning")


def said(code: str, where: str, message: str, severity: Severity) -> Diagnostic:
    """A diagnostic about a source as a whole."""
    return Diagnostic(code=code, severity=severity, message=message, where=where)
