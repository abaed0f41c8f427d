"""`reporter schema` and `reporter doctor`: what the program promises, and what it finds on this machine."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from reporter.errors import UsageError


def schema(
    name: Annotated[str, typer.Argument(help="release, briefing or config.")],
) -> None:
    """Print the JSON Schema of a release, a briefing or the configuration."""
    from reporter.pipeline import schemas  # noqa: PLC0415  (--help must not load it)

    if name not in schemas.SCHEMAS:
        raise UsageError("schema", f"unknown schema {name!r}", remedy=f"known: {', '.join(schemas.SCHEMAS)}")
    sys.stdout.write(json.dumps(schemas.schema(name), indent=2, ensure_ascii=False) + "\n")


def doctor(
    *,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing; the exit code tells.")] = False,
) -> None:
    """Show what is installed, what is missing, and the line that mends it."""
    from reporter.pipeline import checkup  # noqa: PLC0415  (--help must not load it)

    findings = checkup.findings()
    if not quiet:
        for finding in findings:
            sys.stdout.write(f"{'ok     ' if finding.present else 'missing'}  {finding.name}: {finding.found}\n")
            if finding.remedy:
                sys.stdout.write(f"         {finding.remedy}\n")
    if not all(finding.present for finding in findings):
        raise typer.Exit(6)
