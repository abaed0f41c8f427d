"""A new house style: the files that a designer changes, ready to be changed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from reporter import resources
from reporter.errors import OutputError, UsageError

# press, press-office-2
_NAME = re.compile(r"[a-z][a-z0-9-]*")


def create(name: str, folder: Path) -> Path:
    """Make a style of the user's own, built on the default one; the folder that holds it.

    Args:
        name: How `--style` will call it.
        folder: Of the user's styles; made where it is missing.

    Raises:
        UsageError: The name is none for a style.
        OutputError: There is such a style already, or the folder cannot be written to.
    """
    if not _NAME.fullmatch(name):
        raise UsageError("style", f"{name!r} is no name", remedy="small letters, digits and hyphens")
    own = folder / name
    starter = resources.templates() / "new-style"
    settings = resources.read_text(starter / "style.toml").replace("TITLE", name.replace("-", " ").capitalize())
    try:
        own.mkdir(parents=True)
        (own / "style.toml").write_text(settings, encoding="utf-8")
        shutil.copyfile(starter / "page.css", own / "page.css")
        shutil.copyfile(resources.templates() / "styles" / "house" / "reference.docx", own / "reference.docx")
    except FileExistsError as error:
        raise OutputError(str(own), "stands there already", remedy="choose another name") from error
    except OSError as error:
        raise OutputError(str(own), f"cannot be written: {error.strerror or error}") from error
    return own
