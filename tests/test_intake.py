"""What is found, loaded and read of what a user named."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from reporter import intake
from reporter.model.diagnostics import Diagnostic
from reporter.model.document import Document
from reporter.model.limits import Limits
from reporter.readers import text
from tests.readers import files


def load(*sources: str | Path, limits: Limits | None = None) -> list[Document | Diagnostic]:
    return list(intake.load(sources, limits=limits))


def paths(items: Sequence[Document | Diagnostic], folder: Path) -> list[str]:
    return [item.source.path.removeprefix(f"{folder}/") for item in items if isinstance(item, Document)]


def messages(items: Sequence[Document | Diagnostic], folder: Path) -> list[str]:
    return [item.message.removeprefix(f"{folder}/") for item in items if isinstance(item, Diagnostic)]


def test_one_file_of_each_kind(tmp_path: Path) -> None:
    other = files.TEXT.replace("berth", "quay")
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text(files.TEXT)
    (tmp_path / "b.md").write_bytes(files.markdown())
    (tmp_path / "c.html").write_bytes(files.page())
    (tmp_path / "d.docx").write_bytes(files.docx())
    (tmp_path / "e.pdf").write_bytes(files.release_pdf())
    (tmp_path / "sub" / "f.eml").write_bytes(files.eml())
    (tmp_path / "sub" / "g.msg").write_bytes(files.msg())
    (tmp_path / "sub" / "h.xml").write_bytes(
        files.rss(files.item(files.TITLE, files.article()) + files.item("X", "y z"))
    )
    (tmp_path / "sub" / "i.zip").write_bytes(files.zipped({"j.txt": other}))
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "style.css").write_text("p {}")
    (tmp_path / ".hidden.txt").write_text("x")
    items = load(tmp_path)

    assert paths(items, tmp_path) == [
        "a.txt", "b.md", "c.html", "d.docx", "e.pdf", "sub/f.eml", "sub/g.msg", "sub/h.xml!item 1", "sub/h.xml!item 2",
        "sub/i.zip!j.txt",
    ]  # fmt: skip
    assert [item.severity for item in items if isinstance(item, Diagnostic)] == ["info", "info"]


def test_the_order_is_that_given(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(f"Text of {name}.")

    assert paths(load(tmp_path / "b.txt", tmp_path), tmp_path) == ["b.txt", "a.txt"]


def test_the_same_bytes_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one text")
    (tmp_path / "b.txt").write_text("one text")
    items = load(tmp_path)

    assert paths(items, tmp_path) == ["a.txt"]
    assert messages(items, tmp_path) == [f"b.txt: is the same file as {tmp_path}/a.txt"]


def test_one_bad_source_never_costs_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "b.txt").write_text("A text.")
    items = load(tmp_path / "missing.txt", tmp_path / "a.pdf", tmp_path / "b.txt", tmp_path / "x.xyz")

    assert paths(items, tmp_path) == ["b.txt"]
    [missing, broken, unknown] = [item for item in items if isinstance(item, Diagnostic)]
    assert missing.message == f"{tmp_path}/missing.txt: there is no such file or folder"
    assert broken.where == f"{tmp_path}/a.pdf"
    assert {missing.severity, broken.severity, unknown.severity} == {"warning"}


def test_a_file_of_no_format_is_an_error_only_where_it_was_named(tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_text("some text")

    assert [item.severity for item in load(tmp_path / "a.xyz") if isinstance(item, Diagnostic)] == ["warning"]
    assert [item.severity for item in load(tmp_path) if isinstance(item, Diagnostic)] == ["info"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(files.docx())))
    [document] = load("-")

    assert isinstance(document, Document)
    assert document.source.path == "<stdin>"
    assert document.text == files.TEXT.strip()


def test_links_are_not_followed_out_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("secret")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (folder / "links").symlink_to(tmp_path / "outside")
    (folder / "loop").symlink_to(folder)
    items = load(folder)

    assert paths(items, folder) == []
    assert messages(items, folder) == [
        f"{name}: is a symbolic link, not followed" for name in ("link.txt", "links", "loop")
    ]


def test_a_link_that_the_user_named_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")

    assert paths(load(tmp_path / "link.txt"), tmp_path) == ["link.txt"]


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    assert "is no regular file" in messages(load(tmp_path / "pipe.txt"), tmp_path)[0]


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    assert "cannot be read" in messages(load("a\0b"), tmp_path)[0]
    assert "is a folder without files" in messages(load(tmp_path), tmp_path)[0]
    assert "no such file" in messages(load("\udc80.txt"), tmp_path)[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)

    assert "permission denied" in messages(load(tmp_path / "a.txt"), tmp_path)[0]


def test_a_folder_that_vanishes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    found = intake.find([folder])
    monkeypatch.setattr(os, "scandir", lambda path: (_ for _ in ()).throw(FileNotFoundError(2, "gone", str(path))))

    assert [item.message for item in found if isinstance(item, Diagnostic)] == [
        f"{folder}: there is no such file or folder"
    ]


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("first")
    (tmp_path / "b.txt").write_text("second")
    found = intake.load([tmp_path])
    first = next(found)
    (tmp_path / "b.txt").unlink()

    assert isinstance(first, Document)
    assert [type(item) for item in found] == [Diagnostic]


def test_limits(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"Text of {name}.")

    assert messages(load(tmp_path, limits=Limits(files=2)), tmp_path) == [
        f"{tmp_path}: has more than 2 files (raise the limit `files`)"
    ]
    assert "more than 5 bytes" in messages(load(tmp_path / "a.txt", limits=Limits(bytes=5)), tmp_path)[0]
    [item] = intake.documents_of(b"text", intake.source_of(b"text", "x"), limits=Limits(bytes=3))
    assert isinstance(item, Diagnostic)
    assert item.code == "source-over-limit"


def test_the_date_given_yields_to_that_of_the_metadata() -> None:
    given = date(2020, 1, 1)
    for content, published in ((b"text", given), (files.eml(), date(2022, 5, 9))):
        [document] = intake.documents_of(content, intake.source_of(content, "x"), published=given)
        assert isinstance(document, Document)
        assert document.published == published


def test_a_fault_of_a_reader_never_costs_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> Document:
        raise KeyError("oops")

    monkeypatch.setattr(text, "read", read)
    content = files.zipped({"a.txt": "x", "b.html": "<p>y</p>"})
    failed, document = intake.documents_of(content, intake.source_of(content, "x.zip"))

    assert isinstance(failed, Diagnostic)
    assert failed.code == "reader-failed"
    assert "KeyError: 'oops'" in failed.message
    assert isinstance(document, Document)


def test_what_runs_out_of_memory_is_over_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> Document:
        raise MemoryError

    monkeypatch.setattr(text, "read", read)
    [item] = intake.documents_of(b"text", intake.source_of(b"text", "x"))

    assert isinstance(item, Diagnostic)
    assert "too large" in item.message


def test_a_language_that_is_not_read_is_said() -> None:
    text = "Le ministre a dit que le nouveau port sera ouvert pour tous les navires de la baie et des îles. " * 3
    [document] = intake.documents_of(text.encode(), intake.source_of(b"", "x"))

    assert isinstance(document, Document)
    assert document.language == "fr"
    assert [found.code for found in document.diagnostics] == ["language-not-read"]


def test_blank_text_is_no_release() -> None:
    [item] = intake.documents_of(b"<html><body> </body></html>", intake.source_of(b"", "x.html"))

    assert isinstance(item, Diagnostic)
    assert item.message == "x.html: holds no text"
