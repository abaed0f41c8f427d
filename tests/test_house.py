"""The house is as its plan says: tables match the modules on disk, starting up loads nothing heavy."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import reporter
from reporter import facts

ROOT = Path(__file__).parents[1]
HEAVY = ("weasyprint", "docx", "lxml", "jinja2", "phonenumbers", "babel", "pypdf", "trafilatura")


def modules_of(package: str) -> set[str]:
    return {module.name for module in pkgutil.iter_modules([str(ROOT / "reporter" / package)])}


def test_every_fact_is_in_the_table_and_on_the_disk() -> None:
    assert {name for name, _ in facts.FACTS} == modules_of("facts")


@pytest.mark.parametrize("call", [["--help"], ["build", "--help"], ["parse", "-h"], ["--version"]])
def test_asking_for_help_loads_nothing_heavy(call: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "reporter", *call],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.split("\n") if "|" in line}

    assert not loaded & set(HEAVY)


def test_version_is_answered_before_typer_is_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "reporter", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert done.stdout == f"reporter {reporter.__version__}\n"
    assert "typer" not in done.stderr


def test_public_names_are_there() -> None:
    assert all(getattr(reporter, name) is not None for name in reporter.__all__)
    with pytest.raises(AttributeError, match="no attribute 'brew'"):
        _ = reporter.brew


@pytest.mark.parametrize(
    "script", sorted(path.name for path in (ROOT / "script").iterdir() if not path.suffix and path.is_file())
)
def test_scripts_are_posix_shell(script: str) -> None:
    subprocess.run(["sh", "-n", str(ROOT / "script" / script)], check=True)


def test_every_word_list_is_read_by_somebody() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "reporter").rglob("*.py"))
    lists = [path.stem for path in (ROOT / "reporter" / "locales" / "en" / "words").glob("*.txt")]

    assert not [name for name in lists if f'"{name}"' not in code]
