"""The house is as its plan says: tables match the modules on disk, starting up loads nothing heavy."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import reporter
from reporter import errors, facts, styles
from reporter.errors import FormatError, InputError, LimitError, ReporterError
from reporter.intake import diagnoses

ROOT = Path(__file__).parents[1]
_EXCEPTION = re.compile(r"# noqa: [A-Z]")
_EXCEPTION_WITH_REASON = re.compile(r"# noqa: [A-Z\d]+(?:, [A-Z\d]+)*  \(.+\)$")
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


def test_every_word_list_says_what_it_is_and_no_line_stands_twice() -> None:
    for path in (ROOT / "reporter" / "locales").rglob("*.txt"):
        lines = path.read_text(encoding="utf-8").splitlines()
        entries = Counter(line for line in lines if line and not line.startswith("#"))

        assert lines[0].startswith("# "), path.name
        assert not [line for line, count in entries.items() if count > 1 or not line.strip()], path.name


def test_every_word_list_is_in_the_table_of_the_guide() -> None:
    lists = {path.stem for path in (ROOT / "reporter" / "locales" / "en" / "words").glob("*.txt")}
    _, _, section = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("### The word lists\n")
    section, _, _ = section.partition("\n## ")
    listed = {name for cell in re.findall(r"^\| (`[^|]+`) \|", section, re.MULTILINE) for name in cell.split("`")[1::2]}

    assert listed == lists


def test_every_finding_is_in_the_table_of_the_guide() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "reporter").rglob("*.py"))
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    made = {*re.findall(r'\bcode="([a-z-]+)"|\bsaid\("([a-z-]+)"', code)}
    unread = {diagnoses.unreadable(kind("a.xyz", "is wrong")).code for kind in (InputError, FormatError, LimitError)}
    listed = set(re.findall(r"^\| `([a-z]+(?:-[a-z]+)*)` \| (?:warning|info|gap)", guide, re.MULTILINE))

    assert listed == {one or other for one, other in made} | unread


def test_the_exit_codes_are_those_of_the_manual() -> None:
    table = re.findall(r"^\| (\d+) \| ", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ReporterError)]
    tree = dict(re.findall(r"(\w+Error) +(\d)", errors.__doc__ or ""))

    assert {kind.__name__: str(kind.exit_code) for kind in kinds} == tree
    assert set(table) == {*tree.values(), "0", "130"}


def test_every_section_has_a_template_and_stands_in_the_house_style() -> None:
    names = {path.name.removesuffix(".html.j2") for path in (ROOT / "templates" / "sections").glob("[!_]*")}

    assert set(styles.load().sections) == names
    assert all(set(styles.load(name).sections) <= names for name in styles.names())


def test_every_exception_of_the_linter_has_its_reason() -> None:
    paths = (path for room in ("reporter", "script", "tests") for path in (ROOT / room).rglob("*.py"))
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())

    assert not [line for line in lines if _EXCEPTION.search(line) and not _EXCEPTION_WITH_REASON.search(line)]


def test_the_tests_stand_where_the_code_does() -> None:
    rooms = modules_of("")
    tested = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")} - {"quality"}

    assert tested <= rooms
    assert rooms - tested - {"__main__", "errors", "model", "resources"} == {"config", "intake", "styles"}
