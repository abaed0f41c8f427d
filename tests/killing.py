"""Kills builds at random moments while they write, and looks at what is left: `python -m tests.killing FOLDER TIMES`."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from reporter.pipeline import outputs

_SIZE = 300_000
_OLD, _NEW = b"old" * _SIZE, b"new" * _SIZE
_NAMES = ("note.md", "note.pdf")
_LONGEST = 0.05


def main(folder: Path, times: int) -> None:
    """Every output must be the old or the new one, and the next build must clear away what is left."""
    for seed in range(times):
        outputs.write(dict.fromkeys((folder / name for name in _NAMES), _OLD))
        _kill_a_writer(folder, random.Random(seed).uniform(0, _LONGEST))
        for name in _NAMES:
            assert (folder / name).read_bytes() in {_OLD, _NEW}, (seed, name)
        outputs.write(dict.fromkeys((folder / name for name in _NAMES), b"next"))
        left = sorted(path.name for path in folder.iterdir())
        assert left == [outputs.DIGESTS, *_NAMES], (seed, left)


def _kill_a_writer(folder: Path, after: float) -> None:
    """A process that writes both outputs over and over, killed after so many seconds."""
    child = os.fork()
    if child == 0:
        while True:
            for content in (_NEW, _OLD):
                outputs.write(dict.fromkeys((folder / name for name in _NAMES), content))
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
