"""PDF files, read in a process of their own: lines put into reading order, running heads left out, paragraphs made whole."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

from reporter.errors import BackendMissingError, InputError, LimitError
from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import typesetting
from reporter.readers.galley import Galley

_CHILD = Path(__file__).with_name("pdf_pages.py")
# Text of a page costs this many bytes of JSON at most for each character allowed: a place for every letter.
_BYTES_A_CHARACTER = 60
# Pages with fewer characters than this, on average, are pictures of text.
_FEWEST_CHARACTERS = 20


def read(content: bytes, source: Source, limits: Limits | None = None) -> Document:
    """The document of a PDF."""
    limits = limits or Limits()
    about, *pages = _records(content, source, limits)
    _check(about, source, limits)
    galley = Galley(source, limits)
    typesetting.set_pages([_page(page) for page in pages if "pieces" in page], galley)
    document = galley.document()
    _check_text(document, pages)
    return document


def _page(record: dict[str, Any]) -> typesetting.Page:
    pieces = [typesetting.Piece(*piece) for piece in record["pieces"]]
    return typesetting.Page(height=record["height"], pieces=pieces)


def _records(content: bytes, source: Source, limits: Limits) -> list[dict[str, Any]]:
    """What the child says of the file and its pages."""
    numbers = (limits.seconds, limits.memory, limits.pages, _library())
    command = [sys.executable, "-I", str(_CHILD), *map(str, numbers)]
    try:
        done = subprocess.run(  # noqa: S603  (our own script; the file comes on standard input)
            command, input=content, capture_output=True, timeout=limits.seconds, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        raise _slow(source, limits) from None
    if len(done.stdout) > _BYTES_A_CHARACTER * limits.characters:
        raise LimitError(source.path, f"has more text than {limits.characters:,} characters")
    if done.returncode != 0:
        _died(done.returncode, source, limits)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _library() -> str:
    """The folder that pypdf is in, for the child, which is told of nothing else."""
    spec = importlib.util.find_spec("pypdf")
    if spec is None or spec.origin is None:
        what = "pdf"
        raise BackendMissingError(what, "the package pypdf is missing", remedy="pip install pypdf")
    return str(Path(spec.origin).parents[1])


def _died(status: int, source: Source, limits: Limits) -> NoReturn:
    """A child that ended badly: by its processor limit, or as a library may die of a hostile file."""
    if status in {-24, -9}:  # SIGXCPU, SIGKILL
        raise _slow(source, limits)
    raise InputError(source.path, "cannot be read as PDF: the reader failed on it", remedy="print it to a new PDF")


def _slow(source: Source, limits: Limits) -> LimitError:
    return LimitError(
        source.path, f"takes more than {limits.seconds:g} seconds to read", remedy="raise the limit `seconds`"
    )


def _check(about: dict[str, Any], source: Source, limits: Limits) -> None:
    error = about.get("error")
    if error == "encrypted":
        raise InputError(source.path, "is encrypted", remedy="a PDF without a password")
    if error == "memory":
        raise LimitError(source.path, f"needs more than {limits.memory:,} bytes of memory", remedy="raise `memory`")
    if error:
        raise InputError(source.path, f"is a broken PDF: {error}", remedy="a whole file; was it cut?")
    if about["pages"] > limits.pages:
        raise LimitError(
            source.path, f"has {about['pages']:,} pages (limit {limits.pages:,})", remedy="raise the limit `pages`"
        )


def _check_text(document: Document, pages: list[dict[str, Any]]) -> None:
    """A scan is said to be one; a page that broke is an error, for half a release is worse than none."""
    path = document.source.path
    if broken := next((page["error"] for page in pages if "error" in page), None):
        raise InputError(path, f"is a broken PDF: {broken}", remedy="a whole file; was it cut?")
    if len(document.text) >= _FEWEST_CHARACTERS * max(1, len(pages)):
        return
    if any(page["pictures"] for page in pages):
        what = f"is a scan without text ({len(pages)} pages)"
        raise InputError(path, what, remedy="run text recognition on it first, such as ocrmypdf")
    if not document.text:
        raise InputError(path, "is a PDF without text", remedy="the release as text")
