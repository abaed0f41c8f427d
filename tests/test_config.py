"""reporter.toml: found, laid under the flags, and refused with words that help."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from reporter import config
from reporter.errors import ModelError
from reporter.model.limits import Limits


def written(folder: Path, content: str, name: str = "reporter.toml") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    written(tmp_path, 'style = "outer"')
    inner = tmp_path / "inner" / "deep"
    inner.mkdir(parents=True)
    written(tmp_path / "inner", 'style = "inner"')

    assert config.load(inner, {}).style == "inner"


def test_pyproject_counts_where_it_has_a_table_for_us(tmp_path: Path) -> None:
    written(tmp_path, '[tool.reporter]\nlocale = "fr"', "pyproject.toml")

    assert config.load(tmp_path, {}).locale == "fr"


def test_pyproject_without_a_table_is_passed_over(tmp_path: Path) -> None:
    written(tmp_path, '[tool.reporter]\nlocale = "de"', "pyproject.toml")
    inner = tmp_path / "inner"
    inner.mkdir()
    written(inner, "[tool.other]", "pyproject.toml")

    assert config.load(inner, {}).locale == "de"


def test_what_the_call_gives_wins(tmp_path: Path) -> None:
    written(tmp_path, 'style = "ministry"\ntitle = "From the file"')

    settings = config.load(tmp_path, {"style": "house", "title": None})

    assert (settings.style, settings.title) == ("house", "From the file")


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    written(tmp_path, 'sources = ["in"]\noutput = "out"\nstyles = "mine"')
    inner = tmp_path / "inner"
    inner.mkdir()

    settings = config.load(inner, {})

    assert settings.sources == (str(tmp_path / "in"),)
    assert settings.output == str(tmp_path / "out")
    assert settings.styles == str(tmp_path / "mine")


def test_dates_may_be_written_as_toml_or_as_text(tmp_path: Path) -> None:
    written(tmp_path, 'date = 2015-08-21\npublished = "2015-08-19"')

    settings = config.load(tmp_path, {})

    assert (settings.date, settings.published) == (date(2015, 8, 21), date(2015, 8, 19))


def test_note_lines_keep_the_order_of_the_head(tmp_path: Path) -> None:
    written(tmp_path, '[note]\nreference = "B 7"\nfrom = "Desk"\nto = "Minister"')

    assert list(config.load(tmp_path, {}).note.lines().items()) == [
        ("to", "Minister"),
        ("from", "Desk"),
        ("reference", "B 7"),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('titel = "x"', r"reporter\.toml:1: titel: unknown option \(known: .*title"),
        ('\n[note]\ntoo = "x"', r"reporter\.toml:3: note\.too: unknown option \(known: classification, comment, from"),
        ("date = 7.5", r"reporter\.toml:1: date: "),
        ('formats = ["odt"]', r"reporter\.toml:1: formats: input should be 'pdf', 'docx'"),
        ("formats = []", r"reporter\.toml:1: formats: .*at least 1"),
        ("title = ", r"reporter\.toml: not valid TOML"),
        ('sources = "in"', r"reporter\.toml:1: sources: "),
    ],
)
def test_an_error_names_file_line_key_and_what_would_be_right(tmp_path: Path, content: str, expected: str) -> None:
    written(tmp_path, content)

    with pytest.raises(ModelError, match=expected):
        config.load(tmp_path, {})


def test_an_error_in_a_flag_names_the_flag(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"^--pdf-variant: "):
        config.load(tmp_path, {"pdf_variant": "pdf/x"})


def test_the_example_is_a_configuration_even_when_every_line_is_used() -> None:
    used = "\n".join(line.removeprefix("# ") if " = " in line else line for line in config.example().split("\n"))

    assert config.Settings.model_validate(tomllib.loads(used)).sources == ("releases",)
    assert config.Settings.model_validate(tomllib.loads(config.example())).sources == ("releases",)


def test_the_example_shows_every_option() -> None:
    used = "\n".join(line.removeprefix("# ") if " = " in line else line for line in config.example().split("\n"))
    shown = tomllib.loads(used)

    assert set(shown) == set(config.Settings.model_fields)
    assert set(shown["note"]) == {field.alias or name for name, field in config.NoteLines.model_fields.items()}
    assert Limits(**shown["limits"]) == Limits()
