"""Builds that are killed, interrupted, or run out of disk: each output is the old or the new one, whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reporter.pipeline import outputs

_ROOT = Path(__file__).parents[1]
_KILLS = 20


def test_a_killed_build_leaves_whole_outputs(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.killing", str(tmp_path), str(_KILLS)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False, timeout=120)

    assert done.returncode == 0, done.stderr


def _build(folder: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "reporter", "build", "seeds", "--format", "md", "-o", str(folder), *more]


def test_an_interrupt_leaves_the_old_output(tmp_path: Path) -> None:
    outputs.write({tmp_path / "briefing.md": b"old"})
    with subprocess.Popen(_build(tmp_path), cwd=_ROOT, stderr=subprocess.PIPE) as build:
        time.sleep(0.15)
        build.send_signal(signal.SIGINT)
        _, said = build.communicate(timeout=60)

    # 130 by the program itself; by the signal where it came before the program had begun.
    assert build.returncode in {0, 130, -signal.SIGINT, 1}, said
    content = (tmp_path / "briefing.md").read_bytes()
    assert content == b"old" or (build.returncode == 0 and content)
    assert not [path for path in tmp_path.iterdir() if path.name not in {outputs.DIGESTS, "briefing.md"}]


def test_a_full_disk_leaves_the_old_output(tmp_path: Path) -> None:
    outputs.write({tmp_path / "briefing.md": b"old"})
    small = "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from reporter.__main__ import main; "
    small += "resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500)); main()"
    command = [sys.executable, "-c", small, "build", "seeds", "--format", "md", "-o", str(tmp_path)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False, timeout=60)

    assert done.returncode == 7, done.stderr
    assert "cannot be written" in done.stderr
    assert (tmp_path / "briefing.md").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == [outputs.DIGESTS, "briefing.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = subprocess.run(_build(tmp_path), cwd=_ROOT, capture_output=True, text=True, check=False, timeout=60)
    tmp_path.chmod(0o700)

    assert done.returncode == 7
    assert "permission denied" in done.stderr.lower()


def test_a_source_that_is_a_trap_never_costs_the_others(tmp_path: Path) -> None:
    trap = tmp_path / "trap.pdf"
    trap.write_bytes(b"%PDF-1.4 nothing")
    done = subprocess.run(
        _build(tmp_path, str(trap)), cwd=_ROOT, capture_output=True, text=True, check=False, timeout=60
    )

    assert done.returncode == 0, done.stderr
    assert "trap.pdf" in done.stderr
    assert "trap.pdf" in (tmp_path / "briefing.md").read_text()
