"""What stops a build, and the exit code it ends with.

ReporterError            1   (never raised itself)
├── FindingsError        1   --strict or --check found something
├── UsageError           2   the call's words do not fit together
├── InputError           3   no source could be read
│   ├── FormatError      3   a source is in a format that holds no releases
│   └── LimitError       3   a source is over a limit of intake
├── ModelError           4   configuration or JSON that does not fit its schema
├── TemplateError        5   a section template or a house style is wrong
├── BackendMissingError  6   a system library is missing: only its format fails
└── OutputError          7   an output could not be written
An interrupt ends with 130.
"""

from __future__ import annotations


class ReporterError(Exception):
    """What a user can mend. Reads *where: what (what would be right)*."""

    exit_code = 1

    def __init__(self, where: str, what: str, *, remedy: str | None = None) -> None:
        self.where = where
        self.what = what
        self.remedy = remedy
        super().__init__(f"{where}: {what}" + (f" ({remedy})" if remedy else ""))


class FindingsError(ReporterError):
    """Something was found under --strict, or an output is stale under --check."""

    exit_code = 1


class UsageError(ReporterError):
    """The words of the call do not fit together."""

    exit_code = 2


class InputError(ReporterError):
    """A source is missing, unreadable, over a limit or of an unknown format."""

    exit_code = 3


class FormatError(InputError):
    """A source is in a format that holds no releases: a picture, a style sheet. In a folder that is no fault."""


class LimitError(InputError):
    """A source is larger, deeper or slower than the limits allow; the limit is named."""


class ModelError(ReporterError):
    """Configuration, or a JSON file, that does not fit its schema."""

    exit_code = 4


class TemplateError(ReporterError):
    """A section template or a house style is wrong."""

    exit_code = 5


class BackendMissingError(ReporterError):
    """A library of the system that one output format needs is missing."""

    exit_code = 6


class OutputError(ReporterError):
    """An output could not be written; what stood there before still does."""

    exit_code = 7
