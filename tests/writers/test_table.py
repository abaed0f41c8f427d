from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from reporter import locales, notes, styles, writers
from reporter.errors import UsageError
from tests import samples

FOLDER = Path(writers.__file__).parent


def test_the_table_names_the_modules_on_disk() -> None:
    modules = {path.stem for path in FOLDER.iterdir() if not path.name.startswith("_")}

    assert {module.rpartition(".")[2] for _, module in writers.WRITERS.values()} == modules
    assert all(callable(import_module(module).write) for _, module in writers.WRITERS.values())


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_every_writer_gives_bytes(form: str) -> None:
    note = notes.render(samples.briefing(), style=styles.load(), locale=locales.load("en"))

    assert writers.write(note, styles.load(), form)


def test_an_unknown_format_names_those_there_are() -> None:
    note = notes.render(samples.briefing(), style=styles.load(), locale=locales.load("en"))

    with pytest.raises(UsageError, match=r"there is no format 'odt' \(known: pdf, docx, md, html, json\)"):
        writers.write(note, styles.load(), "odt")
