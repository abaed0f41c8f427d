from __future__ import annotations

import hashlib
import os
import subprocess
import sys
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


_DIGESTS = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from reporter import locales, notes, styles, writers
from tests import samples
note = notes.render(samples.many(12), style=styles.load(), locale=locales.load("ru"))
print(*(hashlib.sha256(writers.write(note, styles.load(), form)).hexdigest() for form in ("md", "html", "json")))
"""


def test_the_same_bytes_whatever_the_seed_zone_folder_and_language(tmp_path: Path) -> None:
    root = str(FOLDER.parent.parent)
    found = set()
    for seed, zone, language, folder in (("1", "UTC", "C", root), ("2", "Asia/Tokyo", "ru_RU.UTF-8", str(tmp_path))):
        settings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LANG": language, "PYTHONPATH": root}
        command = [sys.executable, "-c", _DIGESTS, root]
        done = subprocess.run(command, env=settings, cwd=folder, capture_output=True, text=True, check=True)
        found.add(done.stdout)

    assert len(found) == 1
    assert len(next(iter(found)).split()[0]) == hashlib.sha256().digest_size * 2
