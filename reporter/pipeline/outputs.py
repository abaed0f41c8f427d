"""Writes outputs so that each is the old one or the new one, whole, and never over a person's edits.

Beside the outputs stands `.reporter.sha256`, in the format of sha256sum: the digests of what was written last. A file with
another digest has been edited since, or is not ours. While files are being replaced it lists old and new digests, so
that a build killed at any moment leaves nothing that the next one would take for an edit.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from reporter.config import FORMATS
from reporter.errors import OutputError, UsageError

DIGESTS = ".reporter.sha256"
# A temporary file of process 4711: `.briefing.pdf.reporter-4711`.
_LEFTOVER = re.compile(r"^\..+\.reporter-(?P<process>\d+)$")


def write(contents: Mapping[Path, bytes], *, force: bool = False) -> list[Path]:
    """Write every content to its file, replacing only what an earlier build wrote.

    Raises:
        OutputError: A file is not ours or was edited (and `force` is not given), or cannot be written.
    """
    for path in contents:
        _check_place(path)
        if not force:
            _check_ours(path, contents[path])
    for folder in dict.fromkeys(path.parent for path in contents):
        _write_folder(folder, {path.name: content for path, content in contents.items() if path.parent == folder})
    return list(contents)


def _check_place(path: Path) -> None:
    if path.is_symlink():
        raise OutputError(str(path), "is a symbolic link", remedy="remove it, or choose another --output")
    if path.is_dir():
        raise OutputError(str(path), "is a folder", remedy="choose another --output or --name")
    if path.exists() and not path.is_file():
        # A new file would take the place of the device or pipe: root would replace /dev/null.
        raise OutputError(str(path), "is no ordinary file", remedy=f"give -o - and send it there: > {path}")


def _check_ours(path: Path, content: bytes) -> None:
    if not path.exists():
        return
    digest = _digest(_read(path))
    known = {digest for name, digest in read_digests(path.parent) if name == path.name}
    if digest not in known and digest != _digest(content):
        what = "was edited since it was built" if known else "stands there already and was not built here"
        raise OutputError(str(path), what, remedy="move it away, or give --force to overwrite it")


def read_digests(folder: Path) -> list[tuple[str, str]]:
    """Names and digests of what earlier builds wrote to a folder; a name may stand twice."""
    path = folder / DIGESTS
    if path.is_symlink() or not path.is_file():
        return []
    lines = (line.partition("  ") for line in _read(path).decode("utf-8", "replace").split("\n"))
    return [(name, digest) for digest, _, name in lines if name]


def _write_folder(folder: Path, contents: Mapping[str, bytes]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(folder)
        before = read_digests(folder)
        after = {name: _digest(content) for name, content in contents.items()}
        _write_digests(folder, [*before, *after.items()])
        with contextlib.ExitStack() as on_failure:
            ready = {folder / name: _prepared(folder / name, content, on_failure) for name, content in contents.items()}
            for path, temporary in ready.items():
                temporary.replace(path)
            on_failure.pop_all()
        _write_digests(folder, [*((name, digest) for name, digest in before if name not in after), *after.items()])
    except OSError as error:
        where = error.filename or str(folder)
        raise OutputError(str(where), f"cannot be written: {error.strerror or error}") from error


def _prepared(path: Path, content: bytes, on_failure: contextlib.ExitStack) -> Path:
    """A temporary file with the content, beside its target and on the disk, not only in its cache."""
    temporary = path.with_name(f".{path.name}.reporter-{os.getpid()}")
    on_failure.callback(temporary.unlink, missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(temporary, flags, 0o666), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return temporary


def _write_digests(folder: Path, lines: Iterable[tuple[str, str]]) -> None:
    content = "".join(f"{digest}  {name}\n" for name, digest in sorted(set(lines)))
    with contextlib.ExitStack() as on_failure:
        _prepared(folder / DIGESTS, content.encode(), on_failure).replace(folder / DIGESTS)
        on_failure.pop_all()


def _remove_leftovers(folder: Path) -> None:
    """Temporary files of builds that were killed; those of a running process stay."""
    for path in folder.iterdir():
        found = _LEFTOVER.match(path.name)
        if found and not _runs(int(found["process"])):
            path.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError(str(path), f"cannot be read: {error.strerror or error}") from error


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def places(output: str, formats: Sequence[str], name: str) -> dict[str, Path | None]:
    """Where each format goes: a file of the folder, the file that `output` names, or None for standard output.

    Raises:
        UsageError: A file or `-` is given for several formats, or the file's suffix is another format's.
    """
    if output == "-" or _names_a_file(output, formats):
        if len(formats) > 1:
            what = f"{output!r} takes one format, not {len(formats)}"
            raise UsageError("--output", what, remedy="name a folder, or give one --format")
        return {formats[0]: None if output == "-" else Path(output)}
    return {format_: Path(output) / f"{name}.{format_}" for format_ in formats}


def _names_a_file(output: str, formats: Sequence[str]) -> bool:
    path = Path(output)
    if path.is_dir() or output.endswith(("/", os.sep)) or not path.suffix:
        return False
    if path.suffix[1:] in FORMATS and path.suffix[1:] not in formats:
        what = f"{output!r} is the name of a {path.suffix[1:]} file, not of {formats[0]}"
        raise UsageError("--output", what, remedy="let suffix and --format agree, or name a folder")
    return path.suffix[1:] in formats


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[IO[str]]:
    """A text file that takes its place when it is whole; where writing it fails, the old one stays.

    Raises:
        OutputError: It cannot be written.
    """
    _check_place(path)
    temporary = path.with_name(f".{path.name}.reporter-{os.getpid()}")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        temporary.replace(path)
    except OSError as error:
        raise OutputError(str(path), f"cannot be written: {error.strerror or error}") from error
    finally:
        temporary.unlink(missing_ok=True)


def write_once(path: Path, content: str, *, force: bool) -> None:
    """Write a file for a person to edit; one that stands there is only overwritten with `force`.

    Raises:
        OutputError: It stands there, or cannot be written.
    """
    if path.exists() and not force:
        raise OutputError(str(path), "stands there already", remedy="give --force to overwrite it")
    with replacing(path) as file:
        file.write(content)
