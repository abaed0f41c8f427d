"""Outputs: whole or untouched, and never over a person's edits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reporter.errors import OutputError, UsageError
from reporter.pipeline import outputs, staleness


def test_a_folder_takes_several_formats(tmp_path: Path) -> None:
    assert outputs.places(str(tmp_path), ("pdf", "md"), "note") == {
        "pdf": tmp_path / "note.pdf",
        "md": tmp_path / "note.md",
    }


def test_a_file_takes_one_format(tmp_path: Path) -> None:
    file = str(tmp_path / "x.docx")

    assert outputs.places(file, ("docx",), "note") == {"docx": Path(file)}
    with pytest.raises(UsageError, match="takes one format, not 2"):
        outputs.places(file, ("docx", "pdf"), "note")
    with pytest.raises(UsageError, match="name of a docx file, not of pdf"):
        outputs.places(file, ("pdf",), "note")


def test_standard_output_takes_one_format() -> None:
    assert outputs.places("-", ("md",), "note") == {"md": None}
    with pytest.raises(UsageError, match="takes one format"):
        outputs.places("-", ("md", "pdf"), "note")


def test_a_folder_may_have_a_dot_in_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "notes.md"
    folder.mkdir()

    assert outputs.places(str(folder), ("md",), "note") == {"md": folder / "note.md"}
    assert outputs.places("v1.2", ("md",), "note") == {"md": Path("v1.2/note.md")}


def test_own_outputs_are_replaced(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "note.md"
    outputs.write({path: b"one"})
    outputs.write({path: b"two"})

    assert path.read_bytes() == b"two"
    assert sorted(item.name for item in path.parent.iterdir()) == [outputs.DIGESTS, "note.md"]


def test_edited_outputs_are_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    outputs.write({path: b"one"})
    path.write_bytes(b"one, edited")

    with pytest.raises(OutputError, match=r"was edited since it was built .*--force"):
        outputs.write({path: b"two"})
    assert path.read_bytes() == b"one, edited"

    outputs.write({path: b"two"}, force=True)
    assert path.read_bytes() == b"two"


def test_what_is_not_ours_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(b"a letter")

    with pytest.raises(OutputError, match="was not built here"):
        outputs.write({path: b"one"})
    assert path.read_bytes() == b"a letter"


def test_one_edited_output_stops_all(tmp_path: Path) -> None:
    first, second = tmp_path / "note.docx", tmp_path / "note.md"
    outputs.write({first: b"one", second: b"one"})
    second.write_bytes(b"edited")

    with pytest.raises(OutputError):
        outputs.write({first: b"two", second: b"two"})
    assert first.read_bytes() == b"one"


def test_the_same_content_may_stand_there_already(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(b"one")

    assert outputs.write({path: b"one"}) == [path]


def test_other_outputs_keep_their_digests(tmp_path: Path) -> None:
    outputs.write({tmp_path / "a.md": b"a"})
    outputs.write({tmp_path / "b.md": b"b"})
    outputs.write({tmp_path / "a.md": b"A"})

    assert [name for name, _ in outputs.read_digests(tmp_path)] == ["a.md", "b.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="sha256sum is a Unix program")
def test_digests_are_in_the_format_of_sha256sum(tmp_path: Path) -> None:
    outputs.write({tmp_path / "a.md": b"a"})

    subprocess.run(["sha256sum", "--check", "--strict", outputs.DIGESTS], cwd=tmp_path, check=True, capture_output=True)


def test_devices_and_pipes_are_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)

    with pytest.raises(OutputError, match="is no ordinary file"):
        outputs.write({pipe: b"x"}, force=True)
    with pytest.raises(OutputError, match="is no ordinary file"), outputs.replacing(pipe):
        pass

    assert pipe.is_fifo()


def test_symbolic_links_are_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"mine")
    link = tmp_path / "note.md"
    link.symlink_to(target)

    with pytest.raises(OutputError, match="is a symbolic link"):
        outputs.write({link: b"one"}, force=True)
    assert target.read_bytes() == b"mine"


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "note.md").mkdir()

    with pytest.raises(OutputError, match="is a folder"):
        outputs.write({tmp_path / "note.md": b"one"})


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(OutputError, match=r"out.*cannot be written"):
        outputs.write({tmp_path / "out" / "note.md": b"one"})


def test_a_killed_build_leaves_nothing_that_stops_the_next(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    outputs.write({path: b"one"})
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    leftover = tmp_path / f".note.md.reporter-{dead.pid}"
    leftover.write_bytes(b"half")
    # Killed after it replaced the file and before it wrote the last digests.
    outputs._write_digests(tmp_path, [*outputs.read_digests(tmp_path), ("note.md", outputs._digest(b"two"))])
    path.write_bytes(b"two")

    outputs.write({path: b"three"})

    assert path.read_bytes() == b"three"
    assert not leftover.exists()


def test_temporary_files_of_a_running_build_stay(tmp_path: Path) -> None:
    theirs = tmp_path / f".note.pdf.reporter-{os.getppid()}"
    theirs.write_bytes(b"half")

    outputs.write({tmp_path / "note.md": b"one"})

    assert theirs.exists()


def test_a_stream_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text("old")

    with pytest.raises(UnicodeEncodeError), outputs.replacing(path) as file:
        file.write("new, and a lone surrogate: \ud800")

    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["facts.jsonl"]


def test_a_stream_to_nowhere_is_an_error_with_the_path(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="nowhere"), outputs.replacing(tmp_path / "nowhere" / "x"):
        pass


def test_a_file_for_a_person_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "reporter.toml"
    outputs.write_once(path, "one", force=False)
    with pytest.raises(OutputError, match="stands there already"):
        outputs.write_once(path, "two", force=False)
    outputs.write_once(path, "three", force=True)

    assert path.read_text() == "three"


def test_staleness_is_a_diff_for_text_and_a_word_for_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"same\nold\n")
    (tmp_path / "a.pdf").write_bytes(b"%PDF old")
    (tmp_path / "b.md").write_bytes(b"same\n")

    found = list(
        staleness.differences(
            {
                tmp_path / "a.md": b"same\nnew\n",
                tmp_path / "a.pdf": b"%PDF new",
                tmp_path / "b.md": b"same\n",
                tmp_path / "c.md": b"",
            }
        )
    )

    assert len(found) == 3
    assert "-old\n+new\n" in found[0]
    assert found[1].endswith("a.pdf: is stale\n")
    assert found[2].endswith("c.md: is missing\n")
