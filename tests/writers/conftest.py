from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def validate() -> Callable[[Path], list[str]]:
    """Errors that the Open XML SDK finds in a file; `script/validators` brings it."""
    local = _ROOT / "node_modules" / ".bin" / "ooxml-validator"
    program = os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator") or (local.exists() and str(local))
    if not program:
        pytest.skip("ooxml-validator is not installed (script/validators brings it)")

    def errors(path: Path) -> list[str]:
        done = subprocess.run([program, str(path)], capture_output=True, text=True, check=False, timeout=60)
        return [str(error) for error in json.loads(done.stdout)["errors"]]

    return errors
