"""How long the command takes to start, beside the least that Python and Typer take."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import measure
import sample

_TRIVIAL = """
import typer
app = typer.Typer()
@app.command()
def one(name: str = "x"):
    "One."
@app.command()
def two(name: str = "x"):
    "Two."
app()
"""


def main() -> None:
    """Print the tables."""
    reporter = str(Path(sys.executable).with_name("reporter"))
    with tempfile.TemporaryDirectory() as folder:
        trivial, release = Path(folder, "trivial.py"), Path(folder, "one.txt")
        trivial.write_text(_TRIVIAL, encoding="utf-8")
        release.write_text(next(sample.texts(1)), encoding="utf-8")
        helps = {"typer app, --help": [sys.executable, str(trivial), "--help"], "reporter --help": [reporter, "--help"]}
        measure.table("Help (goal: 1.3)", measure.interleaved(helps, 9), "typer app, --help")
        versions = {"python -c pass": [sys.executable, "-c", "pass"], "reporter --version": [reporter, "--version"]}
        measure.table("Version (goal: 2)", measure.interleaved(versions, 9), "python -c pass")
        cold = {"reporter parse one.txt": [reporter, "parse", str(release)]}
        measure.table("Cold parse (goal: 350 ms)", measure.interleaved(cold, 9))


if __name__ == "__main__":
    main()
