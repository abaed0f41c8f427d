"""Files that try to break a reader: each is read or refused, with a message that names it, and nothing hangs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reporter import intake
from reporter.model.document import Document
from tests.hostile import HOSTILE

_ROOT = Path(__file__).parents[1]
# In a process of its own: three quarters of a gigabyte and a minute for everything hostile together.
_CONFINED = """
import resource, socket, sys
resource.setrlimit(resource.RLIMIT_AS, (768 * 2**20, 768 * 2**20))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
def refused(*_, **__):
    raise AssertionError("a socket was opened")
socket.socket.__init__ = refused
from reporter import intake
from reporter.model.document import Document
from reporter.pipeline.reading import read_document
for item in intake.load(sys.argv[1:]):
    if isinstance(item, Document):
        read_document(item)
    print(item.source.path if isinstance(item, Document) else item.message)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_every_file_is_read_or_refused(name: str) -> None:
    content = HOSTILE[name]()
    for item in intake.documents_of(content, intake.source_of(content, name)):
        if isinstance(item, Document):
            assert "root:" not in item.text
            assert item.text.encode()
        else:
            assert item.message.startswith(name)
            assert item.code != "reader-failed"


def test_all_together_within_limits_and_without_the_network(tmp_path: Path) -> None:
    for name, make in HOSTILE.items():
        (tmp_path / name).write_bytes(make())
    (tmp_path / "~last.txt").write_text("The release after all the traps.")
    done = subprocess.run(
        [sys.executable, "-c", _CONFINED, str(tmp_path)],
        cwd=_ROOT,
        # Measured, the lines of all traps would take ten times as long; each is measured above.
        env={name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.splitlines()[-1].endswith("~last.txt")
    assert all(name in done.stdout for name in HOSTILE if name != "empty.pdf")
