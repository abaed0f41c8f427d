"""Press releases in, a briefing note out that its reader can defend.

release = reporter.parse("release.txt")
briefing = reporter.brief([release])
paths = reporter.build(["releases/"], formats=["pdf", "docx"], output="out")
"""

from __future__ import annotations

import sys

# `typing` alone takes a third of the time that `reporter --version` has; checkers know the name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from reporter.errors import ReporterError
    from reporter.model.briefing import Briefing
    from reporter.model.facts import Release
    from reporter.pipeline import brief, build, iter_releases, parse, parse_text

__all__ = [
    "Briefing",
    "Release",
    "ReporterError",
    "__version__",
    "brief",
    "build",
    "iter_releases",
    "parse",
    "parse_text",
]

__version__ = "0.1.0"

# Where each public name lives, for the command, which loads them on first use: `reporter --help` must pay for none.
_HOMES = {
    "Briefing": "reporter.model.briefing",
    "Release": "reporter.model.facts",
    "ReporterError": "reporter.errors",
    "brief": "reporter.pipeline",
    "build": "reporter.pipeline",
    "iter_releases": "reporter.pipeline",
    "parse": "reporter.pipeline",
    "parse_text": "reporter.pipeline",
}


def __getattr__(name: str) -> object:
    """A public name, loaded when it is first asked for."""
    if name not in _HOMES:
        message = f"module 'reporter' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415  (like typing above)

    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def _is_command() -> bool:
    """Whether this interpreter runs `reporter …` or `python -m reporter …`, and no program that imports us."""
    words = sys.orig_argv[1:]
    module = words[words.index("-m") + 1 :][:1] if "-m" in words else []
    script = words[0].replace("\\", "/").rpartition("/")[2] if words else ""
    return module == ["reporter"] or script.removesuffix(".exe") == "reporter"


if not _is_command():
    # A program that imports us will read releases: it waits for grammar and word lists now, not at its first release.
    from reporter.pipeline import brief, build, iter_releases, parse, parse_text
    from reporter.pipeline.reading import prepare

    prepare()
