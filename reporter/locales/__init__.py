"""One folder a language: word lists to read by and labels to write with.

A word list is `<code>/words/<name>.txt`: one entry a line, columns parted by tabs, `#` opens a comment line. Text files,
because they are split hundreds of times faster than TOML is parsed and a list is read at every start.
Labels are `<code>/labels.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from reporter import resources
from reporter.errors import ModelError


@dataclass(frozen=True)
class Locale:
    """The words of one language."""

    code: str
    folder: Path

    def rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The rows of a word list, each a tuple of its columns; empty where the language has no such list."""
        return _rows(self.folder / "words" / f"{name}.txt")

    def words(self, name: str) -> tuple[str, ...]:
        """The first column of a word list."""
        return _words(self.folder / "words" / f"{name}.txt")

    def table(self, name: str) -> dict[str, str]:
        """First column to second column."""
        return {row[0]: row[1] for row in self.rows(name)}

    @cached_property
    def labels(self) -> dict[str, str]:
        """Words to write with, by key; sections of the file are joined with a dot: `heading.summary`."""
        text = resources.read_text(self.folder / "labels.toml")
        return dict(_flat(tomllib.loads(text)))

    @cached_property
    def reads(self) -> bool:
        """Whether the language has words to read by; some have labels only."""
        return (self.folder / "words").is_dir()


def _flat(table: dict[str, object], prefix: str = "") -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            flat += _flat(value, f"{prefix}{key}.")
        else:
            flat.append((prefix + key, str(value)))
    return flat


@cache
def _words(path: Path) -> tuple[str, ...]:
    """The first column; lists of one column, which may be long, are not parted into rows."""
    text = resources.read_text(path) if path.is_file() else ""
    if "\t" in text:
        return tuple(row[0] for row in _rows(path))
    return tuple(line for line in text.split("\n") if line and line[0] != "#")


@cache
def _rows(path: Path) -> tuple[tuple[str, ...], ...]:
    if not path.is_file():
        return ()
    lines = resources.read_text(path).split("\n")
    return tuple(tuple(line.split("\t")) for line in lines if line and line[0] != "#")


@cache
def codes() -> tuple[str, ...]:
    """The languages there are, sorted."""
    return tuple(sorted(folder.name for folder in resources.locales().iterdir() if (folder / "labels.toml").is_file()))


def every(name: str) -> tuple[str, ...]:
    """A word list in all languages: of each locale that reads, and of those for which such lists are all there is."""
    lists = (load(code).words(name) for code in codes())
    return tuple(
        dict.fromkeys((*_words(resources.locales() / f"{name}.txt"), *(word for words in lists for word in words)))
    )


@cache
def load(code: str) -> Locale:
    """The locale of a language.

    Raises:
        ModelError: There is none of this code.
    """
    folder = resources.locales() / code
    if not (folder / "labels.toml").is_file():
        msg = "locale"
        raise ModelError(msg, f"there is no language {code!r}", remedy=f"known: {', '.join(codes())}")
    return Locale(code, folder)
