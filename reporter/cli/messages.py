"""What the command says to people: on standard error, with progress on a terminal only."""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from reporter.errors import FindingsError, ReporterError, UsageError

if TYPE_CHECKING:
    from reporter.model.diagnostics import Diagnostic
    from reporter.model.facts import Release

Write = Callable[[str], object]
Advance = Callable[[str], None]


class Voice:
    """Messages on standard error, as loud as the user wants them."""

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        self._quiet = quiet
        self._verbose = verbose

    def say(self, message: str) -> None:
        """What was done; not under --quiet."""
        if not self._quiet:
            sys.stderr.write(f"{message}\n")

    def complain(self, error: ReporterError) -> None:
        """What failed, though the rest went on."""
        sys.stderr.write(f"reporter: {error}\n")

    def report(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Warnings; infos too under --verbose; nothing under --quiet."""
        for found in diagnostics:
            if self._verbose or (found.severity == "warning" and not self._quiet):
                sys.stderr.write(f"{found.severity}: {_line(found)}\n")

    @contextlib.contextmanager
    def progress(self) -> Iterator[Advance]:
        """A function to call with the name of each source that is done; shows a line on a terminal only."""
        if self._quiet or not sys.stderr.isatty():
            yield lambda _: None
            return
        from rich.console import Console  # noqa: PLC0415  (a terminal only)

        with Console(stderr=True).status("reading") as status:
            yield lambda name: status.update(f"reading {name}")


def _line(found: Diagnostic) -> str:
    named = not found.where or found.message.startswith(found.where)
    return found.message if named else f"{found.where}: {found.message}"


def review(diagnostics: Sequence[Diagnostic], releases: Sequence[Release]) -> Iterator[str]:
    """Every finding with its place and its words, release by release."""
    yield from (f"{found.severity} {found.code}: {_line(found)}" for found in diagnostics if found.span is None)
    for release in releases:
        for found in (*release.document.diagnostics, *release.facts.diagnostics):
            if found.span is not None:
                number = release.text.count("\n", 0, found.span.start) + 1
                words = " ".join(found.span.of(release.text).split())
                path = release.document.source.path
                yield f"{path}:{number}: {found.severity} {found.code}: {found.message} “{words[:100]}”"


def refuse_warnings(diagnostics: Sequence[Diagnostic]) -> None:
    """What --strict means: warnings are fatal, infos are not.

    Raises:
        FindingsError: There are warnings.
    """
    count = sum(found.severity == "warning" for found in diagnostics)
    if count:
        raise FindingsError("build", f"{count} warnings under --strict; nothing was written", remedy="see --review")


def day(flag: str, value: str | None) -> dt.date | None:
    """The date of a flag.

    Raises:
        UsageError: It is no date.
    """
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise UsageError(flag, f"{value!r} is no date", remedy="write it as 2015-08-19") from None


def limits(values: list[str] | None) -> dict[str, float] | None:
    """The limits of `--limit NAME=VALUE`; None where the flag is not given.

    Raises:
        UsageError: One is not of that form.
    """
    if not values:
        return None
    found: dict[str, float] = {}
    for value in values:
        name, _, number = value.partition("=")
        try:
            found[name.strip()] = float(number)
        except ValueError:
            raise UsageError("--limit", f"{value!r} sets no limit", remedy="write it as pages=500") from None
    return found
