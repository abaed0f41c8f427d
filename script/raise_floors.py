"""Raises the floors of tests/quality to what the kit measures now, less a margin for one miss; lowers none.

REPORTER_EVAL=…/eval script/raise-floors
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

FLOORS = Path(__file__).parent.parent / "tests" / "quality" / "floors.toml"
MARGIN = 0.5


def main() -> None:
    """Measure, compare, write."""
    kit = Path(os.environ["REPORTER_EVAL"])
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run(
            [sys.executable, str(kit / "score.py"), "--json", out.name], check=True, stdout=subprocess.DEVNULL
        )
        measured = json.loads(Path(out.name).read_bytes())["suites"]
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    lines = ["# Least values of the scoring kit's measures; `script/raise-floors` raises them, nothing lowers them."]
    for suite, result in measured.items():
        lines += ["", f"[{suite}]"]
        for name, measure in result["measures"].items():
            if measure["value"] is not None:
                value = 100.0 if measure["value"] == 100 else round(measure["value"] - MARGIN, 1)  # noqa: PLR2004  (all of it)
                lines.append(f"{name} = {max(value, floors.get(suite, {}).get(name, 0.0))}")
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
