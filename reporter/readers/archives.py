"""ZIP files opened with care: what they declare is checked before anything is unpacked, and counted while it is."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from reporter.errors import InputError, LimitError
from reporter.model.limits import Limits

# Small entries pack well without being bombs: a file of blanks, an empty style sheet.
_HARMLESS = 2**20
_CHUNK = 2**16
_ENCRYPTED = 0x1
_SYMLINK, _FORMAT = 0o120000, 0o170000


class Archive:
    """The entries of a ZIP file, within limits.

    Raises:
        InputError: It is broken or encrypted.
        LimitError: It declares, or unpacks to, more than the limits allow.
    """

    def __init__(self, content: bytes, path: str, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise InputError(path, f"is a broken ZIP file: {error}", remedy="a whole file; was it cut?") from error
        self._check()

    def names(self) -> list[str]:
        """The names of its files, sorted; no folders, no symbolic links."""
        named = [info for info in self._zip.infolist() if info.filename]
        return sorted(info.filename for info in named if not info.is_dir() and not _is_link(info))

    def read(self, name: str) -> bytes | None:
        """The bytes of an entry, or None where there is none of this name.

        Raises:
            InputError: It is broken, or packed in a way that is not read.
            LimitError: It unpacks to more than the limits allow.
        """
        if name not in self._zip.NameToInfo:
            return None
        try:
            return b"".join(self._chunks(name))
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise InputError(self._path, f"its entry {name!r} cannot be unpacked: {error}") from error

    def _check(self) -> None:
        entries = self._zip.infolist()
        if len(entries) > self._limits.entries:
            raise LimitError(self._path, f"has {len(entries):,} entries (limit {self._limits.entries:,})")
        if any(info.flag_bits & _ENCRYPTED for info in entries):
            raise InputError(self._path, "is encrypted", remedy="unpack it and give the files inside")
        if sum(info.file_size for info in entries) > self._limits.expanded:
            whole = "as a whole"
            raise self._bomb(whole, self._limits.expanded)
        for info in entries:
            if info.file_size > _HARMLESS and info.file_size > self._limits.ratio * max(1, info.compress_size):
                what = f"its entry {info.filename!r} is packed more than {self._limits.ratio} times"
                raise LimitError(self._path, what, remedy="no document packs so well; a trap, or raise `ratio`")

    def _chunks(self, name: str) -> Iterator[bytes]:
        """The entry piece by piece: headers lie, so what comes out is counted."""
        size = 0
        with self._zip.open(name) as entry:
            while chunk := entry.read(_CHUNK):
                size += len(chunk)
                self._unpacked += len(chunk)
                if size > self._limits.bytes:
                    entry_name = f"its entry {name!r}"
                    raise self._bomb(entry_name, self._limits.bytes)
                if self._unpacked > self._limits.expanded:
                    whole = "as a whole"
                    raise self._bomb(whole, self._limits.expanded)
                yield chunk

    def _bomb(self, what: str, limit: int) -> LimitError:
        return LimitError(
            self._path, f"{what} unpacks to more than {limit:,} bytes", remedy="raise the limit if you trust it"
        )


def _is_link(info: zipfile.ZipInfo) -> bool:
    return (info.external_attr >> 16) & _FORMAT == _SYMLINK
