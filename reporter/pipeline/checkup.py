"""What is installed, what is missing, and the line that mends it: `reporter doctor`."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from reporter import resources
from reporter.errors import BackendMissingError

# What each package is for, in the order of the path of the data.
_PACKAGES = {
    "typer": "command line",
    "pydantic": "configuration",
    "lxml": "HTML, DOCX",
    "markdown-it-py": "Markdown",
    "pypdf": "PDF in",
    "python-oxmsg": "MSG",
    "charset-normalizer": "old encodings",
    "phonenumbers": "telephone numbers",
    "jinja2": "templates",
    "babel": "dates and numbers of the note",
    "python-docx": "DOCX out",
    "weasyprint": "PDF out",
}
_APT = "apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that the program needs."""

    name: str
    present: bool
    found: str
    remedy: str | None = None


def findings() -> list[Finding]:
    """Everything that the program needs, present or missing."""
    return [*_python(), *map(_package, _PACKAGES), *_files(), _pango()]


def _python() -> Iterator[Finding]:
    yield Finding(name="Python", present=sys.version_info >= (3, 11), found=platform.python_version())


def _package(name: str) -> Finding:
    try:
        return Finding(name=name, present=True, found=f"{version(name)} ({_PACKAGES[name]})")
    except PackageNotFoundError:
        return Finding(
            name=name, present=False, found=_PACKAGES[name], remedy=f"{sys.executable} -m pip install {name}"
        )


def _files() -> Iterator[Finding]:
    folder = resources.templates()
    present = (folder / "styles" / "house" / "style.toml").is_file()
    remedy = None if present else "install reporter again: its templates are missing"
    yield Finding(name="templates", present=present, found=str(folder), remedy=remedy)


def _pango() -> Finding:
    from reporter.writers import pdf  # noqa: PLC0415  (loads WeasyPrint)

    try:
        pdf.check_backend()
    except BackendMissingError as error:
        return Finding(name="Pango", present=False, found=error.what, remedy=_pango_remedy())
    return Finding(name="Pango", present=True, found="PDF can be written")


def _pango_remedy() -> str:
    if sys.platform == "darwin":
        return "brew install pango"
    if sys.platform == "win32":
        return r"install MSYS2, then: pacman -S mingw-w64-ucrt-x86_64-pango; set WEASYPRINT_DLL_DIRECTORIES=C:\msys64\ucrt64\bin"
    if shutil.which("apk"):
        return "apk add pango harfbuzz-subset"
    if shutil.which("dnf"):
        return "dnf install pango"
    return _APT
