"""The scoring kit of $REPORTER_EVAL, with floors that only rise (`script/raise-floors`)."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

FLOORS = Path(__file__).parent / "floors.toml"
KIT = os.environ.get("REPORTER_EVAL")


@pytest.mark.skipif(KIT is None, reason="set REPORTER_EVAL to the folder of the scoring kit")
@pytest.mark.parametrize("suite", sorted(tomllib.loads(FLOORS.read_text(encoding="utf-8"))))
def test_no_measure_falls_below_its_floor(suite: str) -> None:
    assert KIT is not None
    score = Path(KIT) / "score.py"

    done = subprocess.run(
        [sys.executable, str(score), suite, "--floors", str(FLOORS)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]


@pytest.mark.skipif(KIT is None, reason="set REPORTER_EVAL to the folder of the scoring kit")
def test_the_seeds_are_read_exactly() -> None:
    assert KIT is not None
    kit = Path(KIT)

    done = subprocess.run(
        [
            sys.executable,
            str(kit / "score.py"),
            "gold",
            "--data",
            str(kit / "seeds"),
            "--floors",
            str(FLOORS.with_name("seeds.toml")),
        ],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
