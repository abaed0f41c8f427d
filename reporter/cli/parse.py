"""`reporter parse`: releases in, their facts out."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from reporter.cli import messages
from reporter.errors import FindingsError, InputError, UsageError

if TYPE_CHECKING:
    from reporter.pipeline.reading import Printed

EPILOG = """\
Examples:

reporter parse release.txt

reporter parse releases/ --format jsonl -o facts.jsonl

reporter parse release.txt --explain     (which rule found what, in which words)
"""


def parse(  # noqa: PLR0913  (each is a flag of the command)
    sources: Annotated[list[str], typer.Argument(help="Files, folders or - for standard input.")],
    *,
    form: Annotated[
        str, typer.Option("--format", "-f", help="json, or jsonl: one object a line, as each is done.")
    ] = "json",
    output: Annotated[str, typer.Option("--output", "-o", help="File, or - for standard output.")] = "-",
    published: Annotated[str | None, typer.Option(help='Resolves "today" where a release has no date.')] = None,
    limit: Annotated[
        list[str] | None, typer.Option(help="What one source may cost, as pages=500; see reporter init.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the rule and the words behind every value.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when there are warnings.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more.")] = False,
) -> None:
    """Read releases and print what they say, every value with its place in the text."""
    from reporter import pipeline  # noqa: PLC0415  (--help must not load it)
    from reporter.pipeline import reading  # noqa: PLC0415  (likewise)

    if form not in ("json", "jsonl"):
        raise UsageError("--format", f"unknown format {form!r}", remedy="known: json, jsonl")
    day = messages.day("--published", published)
    limits = pipeline.limits_of(messages.limits(limit) or {})
    voice = messages.Voice(quiet=quiet, verbose=verbose)
    shape = "explain" if explain else form
    with voice.progress() as advance, _opened(output) as write:
        read = reading.iter_printed(sources, shape, published=day, limits=limits, advance=advance)
        count = _Count()
        printed = count.lines(read, voice)
        for line in _array(printed) if shape == "json" else printed:
            write(line)
    if not count.releases:
        raise InputError("parse", "no release could be read", remedy="see the messages above")
    if strict and count.warnings:
        raise FindingsError("parse", f"{count.warnings} warnings under --strict")


class _Count:
    """What went by on the way from the sources to the output."""

    def __init__(self) -> None:
        self.releases = 0
        self.warnings = 0

    def lines(self, read: Iterable[Printed], voice: messages.Voice) -> Iterator[str]:
        """The printed releases; what there is to say of them is said."""
        for line, diagnostics in read:
            self.warnings += sum(found.severity == "warning" for found in diagnostics)
            voice.report(diagnostics)
            if line is not None:
                self.releases += 1
                yield line


def _array(objects: Iterable[str]) -> Iterator[str]:
    """One object as it is; several as a JSON array, so that the whole output is JSON."""
    before = ""
    several = False
    for after in objects:
        if before:
            yield ("" if several else "[\n") + before.rstrip("\n") + ",\n"
            several = True
        before = after
    yield before + ("]\n" if several else "")


@contextlib.contextmanager
def _opened(output: str) -> Iterator[messages.Write]:
    """A function that writes a line: to standard output, or to a file that appears when it is whole."""
    if output == "-":
        yield sys.stdout.write
        return
    from reporter.pipeline import outputs  # noqa: PLC0415  (likewise)

    with outputs.replacing(Path(output)) as file:
        yield _writer(file)


def _writer(file: IO[str]) -> messages.Write:
    return file.write
