from __future__ import annotations

import stat
import zipfile
from io import BytesIO

import pytest

from reporter import intake
from reporter.errors import InputError, LimitError
from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import archive
from reporter.readers.archives import Archive
from tests.readers import files


def test_files_are_sorted_and_litter_left_out() -> None:
    content = files.zipped(
        {"b.txt": "b", "a/x.txt": "x", "__MACOSX/._b.txt": "no", ".DS_Store": "no", "~$b.docx": "no", "c/": ""}
    )

    assert [part.name for part in archive.open_parts(content, Source(path="x.zip"), Limits())] == ["a/x.txt", "b.txt"]


def test_archives_in_archives() -> None:
    content = files.zipped({"inner.zip": files.zipped({"a.txt": "Some text of a release."}), "z.png": b"\x89PNG\r\n"})
    items = list(intake.documents_of(content, intake.source_of(content, "x.zip")))

    assert [item.source.path for item in items if isinstance(item, Document)] == ["x.zip!inner.zip!a.txt"]
    assert [item.message for item in items if not isinstance(item, Document)] == [
        "x.zip!z.png: is a picture, which is not read (the release as text)"
    ]


def test_depth_is_limited() -> None:
    content = files.zipped({"a.txt": "deep"})
    for _ in range(8):
        content = files.zipped({"n.zip": content})
    [item] = intake.documents_of(content, intake.source_of(content, "x.zip"))

    assert not isinstance(item, Document)
    assert item.code == "source-over-limit"
    assert "more than 5 containers" in item.message


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "C:\\a.txt", "a/../../b.txt", "..\\a.txt"])
def test_names_that_lead_out(name: str) -> None:
    with pytest.raises(InputError, match="leads out"):
        list(archive.open_parts(files.zipped({name: "x"}), Source(path="x.zip"), Limits()))


def test_links_are_not_followed() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archived:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archived.writestr(link, "/etc/passwd")
        archived.writestr("a.txt", "text")

    assert [part.name for part in archive.open_parts(made.getvalue(), Source(path="x.zip"), Limits())] == ["a.txt"]


def test_encrypted_archives() -> None:
    content = bytearray(files.zipped({"a.txt": "x"}))
    central = content.index(b"PK\x01\x02")
    content[central + 8] |= 1
    with pytest.raises(InputError, match="encrypted"):
        Archive(bytes(content), "x.zip", Limits())


def test_limits_are_kept_before_anything_is_unpacked() -> None:
    with pytest.raises(LimitError, match="3 entries"):
        Archive(files.zipped({"a": "", "b": "", "c": ""}), "x.zip", Limits(entries=2))
    with pytest.raises(LimitError, match="as a whole unpacks"):
        Archive(files.zipped({"a": "x" * 2000}), "x.zip", Limits(expanded=1000))
    with pytest.raises(LimitError, match="packed more than 200 times"):
        Archive(files.zipped({"a": b"\0" * 3_000_000}), "x.zip", Limits())
    with pytest.raises(LimitError, match="'a' unpacks to more"):
        Archive(files.zipped({"a": "x" * 2000}), "x.zip", Limits(bytes=1000)).read("a")


def test_what_comes_out_is_counted() -> None:
    opened = Archive(files.zipped({"a": "x" * 600, "b": "y" * 300}), "x.zip", Limits(expanded=1000))
    opened.read("a")
    with pytest.raises(LimitError, match="as a whole"):
        opened.read("a")


def test_headers_that_lie() -> None:
    content = bytearray(files.zipped({"a": b"\0" * 100_000}))
    for place in (content.index(b"PK\x03\x04") + 22, content.index(b"PK\x01\x02") + 24):
        content[place : place + 4] = (10).to_bytes(4, "little")
    with pytest.raises(InputError, match="cannot be unpacked"):
        Archive(bytes(content), "x.zip", Limits()).read("a")


def test_broken_archives() -> None:
    with pytest.raises(InputError, match="broken ZIP"):
        Archive(b"PK\x03\x04nothing", "x.zip", Limits())
    assert Archive(files.zipped({"a": "x"}), "x.zip", Limits()).read("b") is None
