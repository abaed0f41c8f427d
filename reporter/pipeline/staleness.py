"""Compares what a build would write with what stands on the disk: `reporter build --check`."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

# Outputs that are text, so that a diff says what changed.
_TEXT = {".md", ".html", ".json"}


def differences(contents: Mapping[Path, bytes]) -> Iterator[str]:
    """A diff for each output that is stale or missing; nothing where all are current."""
    for path, content in contents.items():
        if not path.is_file():
            yield f"{path}: is missing\n"
        elif (old := path.read_bytes()) != content:
            yield _diff(path, old, content) if path.suffix in _TEXT else f"{path}: is stale\n"


def _diff(path: Path, old: bytes, new: bytes) -> str:
    before, after = (content.decode("utf-8", "replace").splitlines(keepends=True) for content in (old, new))
    return "".join(difflib.unified_diff(before, after, str(path), f"{path} (as it would be built)"))
