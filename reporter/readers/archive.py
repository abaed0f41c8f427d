"""ZIP archives: every file inside is a source of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from reporter.errors import InputError
from reporter.model.document import Source
from reporter.model.limits import Limits
from reporter.readers.archives import Archive
from reporter.readers.litter import is_litter
from reporter.readers.parts import Part

# A drive of Windows at the beginning of a name: C:, c:\
_DRIVE = re.compile(r"[A-Za-z]:(?:[\\/]|$)")


def open_parts(content: bytes, source: Source, limits: Limits) -> Iterator[Part]:
    """The files of an archive in the order of their names. Nothing is unpacked to disk.

    Raises:
        InputError: A file's name leads out of the archive.
    """
    archive = Archive(content, source.path, limits)
    for name in archive.names():
        if _leads_out(name):
            raise InputError(source.path, f"holds {name!r}, which leads out of it", remedy="an archive without a trap")
        if not is_litter(name):
            yield Part(content=archive.read(name) or b"", role="entry", name=name)


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or _DRIVE.match(name) is not None
