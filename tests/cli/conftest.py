"""The command line, called as from a shell."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reporter import cli


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    def call(*arguments: str | Path) -> int:
        monkeypatch.setattr(sys, "argv", ["reporter", *map(str, arguments)])
        try:
            return cli.run()
        except SystemExit as end:
            return int(end.code or 0)

    return call
