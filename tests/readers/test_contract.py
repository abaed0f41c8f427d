"""What every reader promises, whatever its format."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from importlib import import_module
from itertools import pairwise

import pytest

from reporter import intake, readers
from reporter.errors import InputError
from reporter.model.document import Document
from reporter.model.limits import Limits
from tests.readers import files

FORMATS: dict[str, Callable[[], bytes]] = {
    "release.txt": files.TEXT.encode,
    "release.md": files.markdown,
    "release.html": files.page,
    "release.docx": files.docx,
    "release.pdf": files.release_pdf,
    "release.eml": files.eml,
    "release.msg": files.msg,
    "release.xml": lambda: files.rss(files.item(files.TITLE, files.article())),
    "release.zip": lambda: files.zipped({"release.docx": files.docx()}),
}
WORD = re.compile(r"\w+")


def read(content: bytes, name: str, limits: Limits | None = None) -> Document:
    [document] = intake.documents_of(content, intake.source_of(content, name), limits=limits)
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_words(name: str) -> None:
    document = read(FORMATS[name](), name)

    assert WORD.findall(document.text) == WORD.findall(files.TEXT)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_paragraphs(name: str) -> None:
    paragraphs = [part.strip() for part in read(FORMATS[name](), name).text.split("\n\n")]

    assert paragraphs == files.TEXT.strip().split("\n\n")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "release.txt"])
def test_every_format_marks_the_title(name: str) -> None:
    document = read(FORMATS[name](), name)

    assert [mark.span.of(document.text) for mark in document.marks if mark.kind == "title"] == [files.TITLE]


@pytest.mark.parametrize("name", FORMATS)
def test_text_is_normalised(name: str) -> None:
    text = read(FORMATS[name](), name).text

    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert "\N{NO-BREAK SPACE}" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_origins_have_no_gaps(name: str) -> None:
    document = read(FORMATS[name](), name)

    assert all(one.span.end == two.span.start for one, two in pairwise(document.origins))
    assert all(mark.span.of(document.text).strip() for mark in document.marks)


@pytest.mark.parametrize("name", FORMATS)
def test_digests_are_of_the_bytes(name: str) -> None:
    assert len(read(FORMATS[name](), name).source.sha256) == 64


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.7, 0.98])
def test_truncated_files_give_text_or_say_what_is_wrong(name: str, share: float) -> None:
    whole = FORMATS[name]()
    content = whole[: int(share * len(whole))]

    for item in intake.documents_of(content, intake.source_of(content, name)):
        assert isinstance(item, Document) or (item.severity == "warning" and name in item.message)


@pytest.mark.parametrize("name", FORMATS)
def test_a_text_over_the_limit_is_refused(name: str) -> None:
    content = FORMATS[name]()
    items = list(intake.documents_of(content, intake.source_of(content, name), limits=Limits(characters=200)))

    assert [(item.code, item.where) for item in items if not isinstance(item, Document)] != []
    assert not any(isinstance(item, Document) for item in items)


def test_tables_match_the_modules() -> None:
    named = {name for _, name, _ in pkgutil.iter_modules(readers.__path__)}
    modules = {name: import_module(f"reporter.readers.{name}") for name in named - {"confined"}}
    reading = {name for name, module in modules.items() if hasattr(module, "read")}
    opening = {name for name, module in modules.items() if hasattr(module, "open_parts")}

    assert reading == {name.partition(".")[0] for name in readers.READERS.values()}
    assert opening == {name.partition(".")[0] for name in readers.CONTAINERS.values()}


def test_readers_raise_only_input_errors() -> None:
    for media_type in readers.READERS:
        with pytest.raises(InputError, match=r"^x: "):
            readers.reader(media_type)(b"\0\0\1\xff\xfe" * 50, intake.source_of(b"", "x"), Limits())


def test_only_what_is_needed_is_imported() -> None:
    code = "import sys, reporter.intake; print(*sorted(name for name in sys.modules if name.startswith('reporter.readers.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert {"html", "docx", "pdf", "mail", "feed"}.isdisjoint(name.rpartition(".")[2] for name in done.stdout.split())
