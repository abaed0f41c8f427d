"""Builds again whenever a source, the configuration or the house style changes: `reporter build --watch`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

Stamps = dict[Path, tuple[int, int]]
# Seconds between two looks: short against the time that a person needs to look up, long against what a look costs.
_PAUSE = 0.25


def changes(places: Callable[[], Iterable[Path]], before: Stamps, *, pause: float = _PAUSE) -> Iterator[Sequence[Path]]:
    """What changed, each time that something did; ends never.

    Args:
        places: The files and folders to watch, asked for anew at every look.
        before: How they were before the first build, so that a change during a build is not missed.
        pause: Seconds between two looks.
    """
    while True:
        time.sleep(pause)
        now = stamps(places())
        changed = sorted(path for path in {*before, *now} if before.get(path) != now.get(path))
        if changed:
            before = now
            yield changed


def stamps(places: Iterable[Path]) -> Stamps:
    """Time and size of every file in the places; hidden files, such as those of an editor, are left out."""
    found: Stamps = {}
    for place in places:
        for path in place.rglob("*") if place.is_dir() else (place,):
            if path.name.startswith("."):
                continue
            try:
                state = path.stat()
            except OSError:
                continue
            if path.is_file():
                found[path] = (state.st_mtime_ns, state.st_size)
    return found
