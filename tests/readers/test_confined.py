"""The process that reads PDF files and Outlook messages, run here in this one, unconfined."""

from __future__ import annotations

import base64
import io
import json
import logging
import resource
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from reporter.errors import InputError, LimitError
from reporter.model.document import Source
from reporter.model.limits import Limits
from reporter.readers import confined, confinement
from tests.readers import files


def test_the_whole_of_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(confined, "confine", lambda *_: None)
    # That process falls silent for good; this one must not.
    monkeypatch.setattr(logging, "disable", lambda _: None)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(files.release_pdf())))

    assert confined.main("pdf", 5, 2**30, 5, "/no/such/folder") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == {"pages": 2}
    assert len(lines) == 3


def test_what_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    confined.confine(2.5, 2**30)

    assert limits[resource.RLIMIT_CPU] == (3, 4)
    assert limits[resource.RLIMIT_AS] == (2**30, 2**30)
    assert limits[resource.RLIMIT_FSIZE] == (0, 0)


def test_a_system_without_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    confined.confine(1, 1)


def test_messages() -> None:
    about, attached = confined.records("msg", files.msg(attachments=[("a.txt", b"text")]), 5)

    assert (about["subject"], about["sent"], about["attachments"]) == (files.TITLE, "2022-05-09", 1)
    assert (attached["name"], base64.b64decode(attached["content"])) == ("a.txt", b"text")
    assert len(list(confined.records("msg", files.msg(attachments=[("a", b"b")] * 3), 2))) == 1


def test_encrypted_pages() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(files.release_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)

    assert list(confined.records("pdf", made.getvalue(), 5)) == [{"error": "encrypted"}]


def test_rotated_pieces_are_left_out() -> None:
    content = files.pdf([[files.Drawn("seen"), files.Drawn("turned", y=600)]]).replace(
        b"1 0 0 1 72 600", b"0 1 -1 0 72 600"
    )
    _, page = confined.records("pdf", content, 5)

    assert [piece[0].strip() for piece in page["pieces"]] == ["seen"]


@pytest.mark.parametrize(
    ("raised", "said"), [(MemoryError, "memory"), (RecursionError, "it nests too deeply"), (OSError, "OSError: x")]
)
def test_what_goes_wrong(monkeypatch: pytest.MonkeyPatch, raised: type[BaseException], said: str) -> None:
    def read(*_: object) -> Iterator[dict[str, Any]]:
        raise raised("x")

    monkeypatch.setitem(confined._READERS, "pdf", read)

    assert list(confined.records("pdf", b"", 5)) == [{"error": said}]
    with pytest.raises(InputError):
        confinement._check({"error": said}, "pdf", Source(path="x"), Limits())


def test_a_process_that_does_not_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    script = tmp_path / "script.py"
    script.write_text("import os\nos.kill(os.getpid(), 24)\n")
    monkeypatch.setattr(confinement, "_SCRIPT", script)
    with pytest.raises(LimitError, match="more than 20 seconds"):
        confinement.records("pdf", b"", Source(path="x"), Limits(), 1)
