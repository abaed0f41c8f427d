"""How much one source may cost."""

from __future__ import annotations

from dataclasses import dataclass

_MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What intake takes from one source before it says no.

    The defaults are far above any press release and far below what would trouble a laptop.
    """

    bytes: int = 32 * _MEBIBYTE
    """Of a file, a part of a message or an archive's entry, unpacked."""
    expanded: int = 128 * _MEBIBYTE
    """Bytes that one archive (a ZIP or Word file) may unpack to, all entries together."""
    ratio: int = 200
    """Bytes unpacked for each byte packed, of one entry; entries under a mebibyte are not asked."""
    entries: int = 2_000
    """Files of an archive, items of a feed."""
    parts: int = 200
    """Parts of one message, multiparts included."""
    depth: int = 5
    """Containers inside one another: an archive in a message in an archive has three."""
    pages: int = 300
    """Of a PDF."""
    characters: int = 500_000
    """Text of one release."""
    files: int = 10_000
    """Files of a folder, subfolders included."""
    elements: int = 100_000
    """Elements of a web page, of a feed, or of one XML part of a Word file."""
    seconds: float = 20.0
    """Processor time and wall time for one PDF or Outlook message, in a process of its own."""
    memory: int = 1024 * _MEBIBYTE
    """Address space of that process, in bytes."""
