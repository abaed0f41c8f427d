"""What systems add to folders and archives, and what programs leave lying about: no file that a person put there."""

from __future__ import annotations

_NAMES = frozenset({"thumbs.db", "desktop.ini"})
_PREFIXES = (".", "__MACOSX", "~$")


def is_litter(name: str) -> bool:
    """Whether a file, or a folder that it is in, is hidden, a lock, a thumbnail."""
    return any(part.startswith(_PREFIXES) or part.lower() in _NAMES for part in name.split("/"))
