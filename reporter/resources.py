"""Finds templates and locales, installed or in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def templates() -> Path:
    """The folder of section templates and house styles: beside the package in a checkout, inside it when installed."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"


@cache
def locales() -> Path:
    """The folder that holds one folder a language."""
    return _PACKAGE / "locales"


def read_text(path: Path) -> str:
    """The text of a file of the package."""
    return path.read_text(encoding="utf-8")
