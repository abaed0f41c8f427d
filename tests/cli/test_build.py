"""`reporter build` as a person meets it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from reporter.pipeline import schemas

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
Call = Callable[..., int]


def test_all_formats_are_written_beside_one_another(
    call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("build", SEEDS, "--format", "all", "-o", tmp_path / "out") == 0

    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {".reporter.sha256", *(f"briefing.{form}" for form in ("pdf", "docx", "md", "html", "json"))}
    assert capsys.readouterr().out == ""


def test_here_build_alone_works(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert call("build", "--format", "pdf", "-o", tmp_path) == 0
    assert (tmp_path / "briefing.pdf").read_bytes().startswith(b"%PDF")


def test_the_suffix_of_a_file_names_the_format(call: Call, tmp_path: Path) -> None:
    assert call("build", SEEDS, "-o", tmp_path / "note.docx") == 0
    assert (tmp_path / "note.docx").read_bytes().startswith(b"PK")


def test_the_note_goes_to_standard_output(call: Call, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert call("build", SEEDS, "-o", "-", "--format", "md", "--title", "Cyber crime in Dushanbe") == 0

    out = capfdbinary.readouterr().out.decode()
    assert out.startswith("# Cyber crime in Dushanbe\n")
    assert out.endswith("\n")
    assert not out.endswith("\n\n")


def test_flags_win_over_environment_over_file(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "reporter.toml").write_text(
        f'sources = ["{SEEDS}"]\ntitle = "File"\nformats = ["md"]\noutput = "-"\n[note]\nto = "The Minister"\n'
    )
    monkeypatch.chdir(tmp_path)
    titles = []
    for environment, flags in ((None, []), ("Environment", []), ("Environment", ["--title", "Flag"])):
        if environment:
            monkeypatch.setenv("REPORTER_TITLE", environment)
        assert call("build", "-o", "-", *flags) == 0
        out = capfdbinary.readouterr().out.decode()
        titles.append(out.split("\n", 1)[0])

    assert titles == ["# File", "# Environment", "# Flag"]
    assert "The Minister" in out


def test_check_tells_current_from_stale(call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = ("build", SEEDS, "--format", "md", "--format", "docx", "-o", tmp_path)
    assert call(*build, "--check") == 1
    assert "is missing" in capsys.readouterr().out
    call(*build)

    assert call(*build, "--check") == 0
    assert call(*build, "--check", "--title", "Another") == 1

    said = capsys.readouterr()
    assert "+# Another" in said.out
    assert "briefing.docx: is stale" in said.out
    assert "2 of 2 outputs are stale" in said.err
    assert "Another" not in (tmp_path / "briefing.md").read_text(encoding="utf-8")


def test_edits_are_kept_unless_forced(call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = ("build", SEEDS, "--format", "md", "-o", tmp_path)
    call(*build)
    note = tmp_path / "briefing.md"
    note.write_text("edited", encoding="utf-8")

    assert call(*build) == 7
    assert "was edited since it was built" in capsys.readouterr().err
    assert note.read_text(encoding="utf-8") == "edited"
    assert call(*build, "--force") == 0
    assert note.read_text(encoding="utf-8") != "edited"


def test_a_bad_source_is_told_and_stands_in_the_note(
    call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing more")

    assert call("build", SEEDS, broken, "--format", "md", "-o", tmp_path / "note.md") == 0

    assert "broken.pdf" in capsys.readouterr().err
    assert "broken.pdf" in (tmp_path / "note.md").read_text(encoding="utf-8")


def test_strict_refuses_before_anything_is_written(
    call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "missing.txt"

    assert call("build", SEEDS, missing, "--format", "md", "-o", tmp_path / "out", "--strict") == 1

    assert "nothing was written" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_review_lists_findings_with_their_words(call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release = tmp_path / "release.txt"
    release.write_text(
        "Ferry to stay in harbour\n\nPORTO, 4 May 2021 – The ferry stays in harbour for a week.\n\n"
        "“Nobody told us anything about this before this morning, and that is the whole story.”\n",
        encoding="utf-8",
    )

    assert call("build", release, "--format", "md", "-o", tmp_path, "--review") == 0

    lines = capsys.readouterr().out
    assert "release.txt:5: " in lines
    assert "quote-without-speaker" in lines


def test_quiet_is_quiet(call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("build", SEEDS, "--format", "md", "-o", tmp_path, "--quiet") == 0

    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")


@pytest.mark.parametrize(
    ("flags", "code", "said"),
    [
        (["--style", "rococo"], 5, "house, ministry"),
        (["--locale", "xx"], 4, "there is no language 'xx' (known: de, en, fr, ru)"),
        (["--date", "tomorrow"], 4, "--date: "),
    ],
)
def test_a_wrong_wish_names_what_there_is(  # noqa: PLR0913, PLR0917  (a table of cases needs its columns)
    call: Call, flags: list[str], code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("build", SEEDS, "--format", "md", "-o", tmp_path, *flags) == code
    assert said in capsys.readouterr().err


def test_the_briefing_keeps_its_promise(call: Call, tmp_path: Path) -> None:

    call("build", SEEDS, "--format", "json", "-o", tmp_path)
    content = (tmp_path / "briefing.json").read_bytes()

    schemas.SCHEMAS["briefing"].validate_json(content, strict=True)
    assert [entry["key"] for entry in json.loads(content)["releases"]] == ["OSCE 2013-07-03", "OSCE 2015-08-19"]


# A build in a process of its own, with every way out of the machine closed.
_BUILD = """
import hashlib, pathlib, socket, sys
def closed(*_, **__):
    raise AssertionError("a socket was opened")
socket.socket.connect = closed
socket.getaddrinfo = closed
import reporter
paths = reporter.build([sys.argv[1]], formats=["pdf", "docx", "md", "html", "json"], output=sys.argv[2])
for path in paths:
    print(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
"""


def test_the_same_bytes_whatever_the_surroundings_and_no_socket(tmp_path: Path) -> None:
    digests = set()
    for number, surroundings in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LANG": "C"},
            {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"},
        )
    ):
        folder = tmp_path / f"folder {number}"
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", _BUILD, str(SEEDS), str(folder)],
            cwd=folder,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(folder), **surroundings},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        digests.add(done.stdout)

    assert len(digests) == 1
    assert len(digests.pop().splitlines()) == 5


def test_the_order_of_the_sources_does_not_matter(call: Call, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    paths = sorted(SEEDS.iterdir())
    notes = set()
    for order in (paths, paths[::-1], [*paths, paths[0]]):
        assert call("build", *order, "-o", "-", "--format", "md") == 0
        notes.add(capfdbinary.readouterr().out)

    assert len(notes) == 1


def test_watch_builds_again_when_a_source_changes_and_outlives_errors(tmp_path: Path) -> None:
    sources, note = tmp_path / "sources", tmp_path / "note.md"
    sources.mkdir()
    release = sources / "release.txt"
    release.write_text("First title\n\nLIMA, 4 May 2021 – It happened today in Lima.\n", encoding="utf-8")
    command = [sys.executable, "-m", "reporter", "build", str(sources), "-o", str(note), "--watch"]
    # What a shell starts in the background ignores Ctrl-C, and so would what it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            _wait_for(process.stderr, "watching")
            release.write_text("Second title\n\nLIMA, 4 May 2021 – It happened today in Lima.\n", encoding="utf-8")
            _wait_for(process.stderr, "wrote")
            assert "Second title" in note.read_text(encoding="utf-8")
            release.unlink()
            _wait_for(process.stderr, "is a folder without files")
            release.write_text("Third title\n\nLIMA, 4 May 2021 – It happened today in Lima.\n", encoding="utf-8")
            _wait_for(process.stderr, "wrote")
            assert "Third title" in note.read_text(encoding="utf-8")
        finally:
            process.send_signal(signal.SIGINT)
            try:
                assert process.wait(30) == 130
            finally:
                process.kill()


def _wait_for(stream: IO[str], words: str) -> None:
    for line in stream:
        if words in line:
            return
    pytest.fail(f"it never said {words!r}")
