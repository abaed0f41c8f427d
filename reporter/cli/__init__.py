"""Arguments in, exit codes out; nothing else."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from reporter.cli import build, inspect, parse, prepare
from reporter.errors import ReporterError

_EPILOG = """\
Examples:

reporter build releases/ --format pdf --format docx -o out

reporter build mail.eml -o note.docx

reporter parse release.txt --explain

Exit codes: 0 ok, 1 findings under --strict or --check, 2 usage, 3 input, 4 configuration or model, 5 template,
6 a library of the system is missing (only its format fails), 7 an output cannot be written, 130 interrupted.
"""

_HELP = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    name="reporter",
    help="Press releases in, a briefing note out that its reader can defend.",
    epilog=_EPILOG,
    context_settings=_HELP,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from reporter import __version__  # noqa: PLC0415  (only when asked)

        typer.echo(f"reporter {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    del version


app.command(name="build", epilog=build.EPILOG)(build.build)
app.command(name="parse", epilog=parse.EPILOG)(parse.parse)
app.command(name="schema")(inspect.schema)
app.command(name="doctor")(inspect.doctor)
app.command(name="init")(prepare.init)
app.add_typer(prepare.styles, name="style")


def run() -> int:
    """Run the command line; the one place where errors become words and exit codes."""
    try:
        app()
    except ReporterError as error:
        sys.stderr.write(f"reporter: {error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output went away (`| head`); nothing more can be said to it, at exit neither.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return 0
