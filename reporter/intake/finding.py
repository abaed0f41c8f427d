"""Finds the files that a user named, and loads their bytes."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reporter.errors import InputError, LimitError
from reporter.intake.diagnoses import said, unreadable
from reporter.model.diagnostics import Diagnostic
from reporter.model.limits import Limits
from reporter.readers import litter

STDIN = "-"
"""Stands for standard input among the sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file that was found, with its bytes."""

    path: str
    """As the user named it, with `/`; `<stdin>`."""
    content: bytes
    named: bool
    """Whether the user named it, or a folder that holds it: what a folder holds besides releases is no error."""


def distinct(sources: Iterable[str | Path], *, limits: Limits | None = None) -> Iterator[Found | Diagnostic]:
    """The files that the sources name, each content once; of a second file with the same bytes only a word."""
    seen: dict[str, str] = {}
    for found in find(sources, limits=limits):
        if isinstance(found, Diagnostic):
            yield found
            continue
        digest = hashlib.sha256(found.content).hexdigest()
        if digest in seen:
            yield said("duplicate", found.path, f"{found.path}: is the same file as {seen[digest]}", "info")
            continue
        seen[digest] = found.path
        yield found


def find(sources: Iterable[str | Path], *, limits: Limits | None = None) -> Iterator[Found | Diagnostic]:
    """The files that the sources name, with their bytes. A source is opened only when its turn comes."""
    limits = limits or Limits()
    for source in sources:
        name = str(source)
        try:
            if name == STDIN:
                yield Found(path="<stdin>", content=_stdin(limits), named=True)
            elif Path(name).is_dir():
                yield from _folder(Path(name), limits)
            else:
                yield Found(path=_shown(Path(name)), content=_file(Path(name), limits), named=True)
        except InputError as error:
            yield unreadable(error)


def _folder(folder: Path, limits: Limits) -> Iterator[Found | Diagnostic]:
    """The files of a folder and its subfolders, sorted; no symbolic link is followed, nothing hidden is read."""
    count = 0
    for path in _walk(folder):
        count += 1
        if count > limits.files:
            raise LimitError(_shown(folder), f"has more than {limits.files:,} files", remedy="raise the limit `files`")
        if path.is_symlink():
            yield said("link-not-followed", _shown(path), f"{_shown(path)}: is a symbolic link, not followed", "info")
            continue
        try:
            yield Found(path=_shown(path), content=_file(path, limits, follow=False), named=False)
        except InputError as error:
            yield unreadable(error)
    if count == 0:
        raise InputError(_shown(folder), "is a folder without files", remedy="a folder with releases")


def _walk(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise InputError(_shown(folder), _reason(error)) from error
    for entry in entries:
        if litter.is_litter(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)


def _file(path: Path, limits: Limits, *, follow: bool = True) -> bytes:
    """The bytes of a regular file; not more than allowed, even where it grows while it is read."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if not follow:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        with open(os.open(path, flags), "rb") as file:  # noqa: PTH123  (a descriptor, opened so that no pipe blocks)
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise InputError(_shown(path), "is no regular file", remedy="a file, a folder, or - for standard input")
            return bounded(file.read(limits.bytes + 1), _shown(path), limits)
    except (OSError, ValueError) as error:
        raise InputError(_shown(path), _reason(error)) from error


def _stdin(limits: Limits) -> bytes:
    return bounded(sys.stdin.buffer.read(limits.bytes + 1), "<stdin>", limits)


def bounded(content: bytes, path: str, limits: Limits) -> bytes:
    """The content, if it is no larger than allowed.

    Raises:
        LimitError: It is larger.
    """
    if len(content) > limits.bytes:
        raise LimitError(path, f"has more than {limits.bytes:,} bytes", remedy="raise the limit `bytes`")
    return content


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    reason = error.strerror if isinstance(error, OSError) else None
    return f"cannot be read: {(reason or str(error)).lower()}"


def _shown(path: Path) -> str:
    return str(PurePosixPath(path.as_posix())).encode("utf-8", "replace").decode("utf-8")
