"""Everything that the fuzzers ever found is read again, and no longer breaks anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import found

_CASES = sorted(path for path in found.FOLDER.glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", _CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found(path: Path) -> None:
    found.TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("target", found.TARGETS)
@pytest.mark.parametrize("content", [b"", b"\0", b"\xff\xfe\x00", "“ü\u2028\ud7ff".encode()])
def test_every_target_takes_any_bytes(target: str, content: bytes) -> None:
    found.TARGETS[target](content)
