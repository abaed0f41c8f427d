"""`reporter init` and `reporter style`: what a user sets up once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

styles = typer.Typer(help="House styles: list them, or make one of your own.", no_args_is_help=True)


def init(
    *,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a reporter.toml that stands there.")] = False,
) -> None:
    """Write a commented reporter.toml into this folder."""
    from reporter import config  # noqa: PLC0415  (--help must not load it)
    from reporter.pipeline import outputs  # noqa: PLC0415  (likewise)

    path = Path("reporter.toml")
    outputs.write_once(path, config.example(), force=force)
    sys.stderr.write(f"wrote {path}\n")


@styles.command("list")
def list_styles() -> None:
    """Show the house styles there are."""
    from reporter import styles as house_styles  # noqa: PLC0415  (likewise)

    for name in house_styles.names():
        sys.stdout.write(f"{name}\n")


@styles.command("new")
def new_style(
    name: Annotated[str, typer.Argument(help="Name of the new style.")],
    *,
    folder: Annotated[Path, typer.Option("--folder", help="Folder of your styles.")] = Path("styles"),
) -> None:
    """Copy what a designer changes into a new style."""
    from reporter import styles as house_styles  # noqa: PLC0415  (likewise)

    sys.stderr.write(f"wrote {house_styles.create(name, folder)}\n")
