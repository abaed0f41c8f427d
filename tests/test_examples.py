"""The committed examples are what `script/examples` would write now."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

import reporter

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
# Folder: what its call gives besides the sources; the ministry's note has a configuration of its own.
FLAGS: dict[str, dict[str, object]] = {
    "house": {},
    "fr": {"locale": "fr"},
    "de": {"locale": "de"},
    "ru": {"locale": "ru"},
}
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def words_of_pdf(content: bytes) -> list[str]:
    return [word for page in PdfReader(io.BytesIO(content)).pages for word in page.extract_text().split()]


def words_of_docx(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        tree = ET.fromstring(package.read("word/document.xml"))
    return " ".join(text.text or "" for text in tree.iter(_WORDS)).split()


# The same bytes need the same system libraries; elsewhere the words are the same.
COMPARED: dict[str, Callable[[bytes], object]] = {
    "pdf": words_of_pdf,
    "docx": words_of_docx,
    "md": bytes,
    "html": bytes,
    "json": bytes,
}


@pytest.mark.parametrize("folder", FLAGS)
def test_an_example_is_current(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    for path in reporter.build(["seeds"], formats=list(COMPARED), output=tmp_path, **FLAGS[folder]):
        compared = COMPARED[path.suffix[1:]]
        assert compared(path.read_bytes()) == compared((EXAMPLES / folder / path.name).read_bytes()), path.name


def test_the_ministry_s_example_is_current(tmp_path: Path) -> None:
    subprocess.run(
        [*_command(), "build", "--format", "all", "--output", str(tmp_path), "--quiet"], cwd=EXAMPLES, check=True
    )

    for form, compared in COMPARED.items():
        name = f"briefing.{form}"
        assert compared((tmp_path / name).read_bytes()) == compared((EXAMPLES / "ministry" / name).read_bytes()), name


def _command() -> list[str]:

    return [
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from reporter.__main__ import main; main()",
    ]


def test_every_picture_and_link_of_the_documents_is_there() -> None:

    for document in (ROOT / "README.md", EXAMPLES / "README.md"):
        links = re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8"))
        assert links
        assert not [link for link in links if not (document.parent / link).exists()]
