"""The command line as a person meets it: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reporter import config
from reporter.pipeline import schemas

SEEDS = Path(__file__).parents[2] / "seeds"
Call = Callable[..., int]


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "release.txt"
    path.write_text(
        "Bridge over the Aa opens\n\nRIGA, 4 May 2021 – The new bridge over the Aa was opened today. “It holds,” said "
        "Mayor Anna Berzina.\n",
        encoding="utf-8",
    )
    return path


def test_one_release_is_one_object(call: Call, release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("parse", release) == 0

    record = json.loads(capsys.readouterr().out)
    assert record["schema"] == "reporter.release/1"
    assert record["title"]["text"] == "Bridge over the Aa opens"
    assert record["source"]["path"] == str(release)


def test_several_releases_are_an_array(call: Call, release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("parse", *sorted(SEEDS.iterdir()), release) == 0

    assert [record["source"]["path"] for record in json.loads(capsys.readouterr().out)][2] == str(release)


def test_a_limit_is_set_by_a_flag(call: Call, release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("parse", release, "--limit", "bytes=20") == 3
    assert "has more than 20 bytes" in capsys.readouterr().err


def test_releases_come_in_the_order_given_one_a_line(call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    paths = sorted(SEEDS.glob("*.txt"), reverse=True)

    assert call("parse", *paths, "--format", "jsonl") == 0

    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["source"]["path"] for line in lines] == [str(path) for path in paths]


def test_explain_shows_rule_words_and_place(call: Call, release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("parse", release, "--explain") == 0

    lines = capsys.readouterr().out
    assert str(release) in lines
    assert "“Bridge over the Aa opens”" in lines
    assert "[quotes." in lines
    assert "@" in lines


def test_output_goes_to_a_file(call: Call, release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "facts.jsonl"

    assert call("parse", release, "-f", "jsonl", "-o", out) == 0

    assert json.loads(out.read_text(encoding="utf-8"))["language"] == "en"
    assert capsys.readouterr().out == ""


def test_published_resolves_today_and_is_no_dateline(
    call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("Ferry timetable changes\n\nThe summer timetable of the ferry begins today.\n", encoding="utf-8")

    assert call("parse", path, "--published", "2021-05-04") == 0

    record = json.loads(capsys.readouterr().out)
    assert [date["value"] for date in record["dates"] if date["text"] == "today"] == ["2021-05-04"]
    assert record["dateline"] is None


def test_one_bad_source_does_not_cost_the_others(
    call: Call, release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("parse", tmp_path / "missing.txt", release) == 0

    said = capsys.readouterr()
    assert json.loads(said.out)["title"]["text"] == "Bridge over the Aa opens"
    assert "missing.txt: there is no such file" in said.err


def test_many_files_are_read_in_order_on_all_cores(
    call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(120):
        text = f"Title number {number}\n\nRIGA, 4 May 2021 – It happened today for the {number} time.\n"
        (tmp_path / f"{number:03}.txt").write_text(text, encoding="utf-8")

    assert call("parse", tmp_path, "--format", "jsonl") == 0

    titles = [json.loads(line)["title"]["text"] for line in capsys.readouterr().out.splitlines()]
    assert titles == [f"Title number {number}" for number in range(120)]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["parse", "nowhere.txt"], 3, "no release could be read"),
        (["parse", "x.txt", "--format", "xml"], 2, "unknown format 'xml' (known: json, jsonl)"),
        (["parse", "x.txt", "--limit", "pages"], 2, "'pages' sets no limit (write it as pages=500)"),
        (["parse", "x.txt", "--limit", "lines=5"], 4, "limits.lines: unknown limit (known: bytes, "),
        (["parse", "x.txt", "--published", "yesterday"], 2, "'yesterday' is no date (write it as 2015-08-19)"),
        (["schema", "note"], 2, "unknown schema 'note'"),
        (["build", "x.txt", "--format", "odt"], 2, "unknown format 'odt' (known: pdf, docx, md, html, json, all)"),
        (["build", "x.txt", "-f", "pdf", "-f", "md", "-o", "-"], 2, "takes one format"),
        (["build", "x.txt", "--length", "endless"], 4, "--length: input should be 'brief', 'standard' or 'full'"),
        (["build", "nowhere.txt"], 3, "nowhere.txt: there is no such file"),
    ],
)
def test_errors_say_what_would_be_right(  # noqa: PLR0913, PLR0917  (a table of cases needs its columns)
    call: Call,
    arguments: list[str],
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    assert call(*arguments) == code
    assert said in capsys.readouterr().err


def test_no_sources_anywhere_is_a_usage_error(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert call("build") == 2
    assert "`sources` in reporter.toml" in capsys.readouterr().err


def test_strict_turns_warnings_into_findings(call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("parse", tmp_path / "missing.txt", SEEDS, "--strict") == 1
    assert "1 warnings under --strict" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["release", "config"])
def test_schemas_are_printed(call: Call, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("schema", name) == 0

    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_releases_keep_their_promise(call: Call, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call("parse", path)

    schemas.SCHEMAS["release"].validate_json(capsys.readouterr().out, strict=True)


def test_doctor_finds_what_is_there(call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    code = call("doctor")

    lines = capsys.readouterr().out
    assert code in (0, 6)
    assert "ok       Python" in lines
    assert ("missing  Pango" in lines) == (code == 6)


def test_doctor_can_be_quiet(call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("doctor", "--quiet") in (0, 6)
    assert capsys.readouterr().out == ""


def test_init_writes_a_configuration_once(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert call("init") == 0
    assert config.load(tmp_path, {}).sources == (str(tmp_path / "releases"),)
    assert call("init") == 7
    assert "stands there already" in capsys.readouterr().err
    assert call("init", "--force") == 0


def test_nothing_loud_when_the_reader_goes_away(release: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m reporter parse {release} --format jsonl | true",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )

    assert "Traceback" not in done.stderr
