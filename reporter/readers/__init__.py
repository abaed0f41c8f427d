"""Bytes of one input format as documents."""

from __future__ import annotations

from collections.abc import Callable

from reporter.model.document import Document, Source
from reporter.readers import text

Reader = Callable[[bytes, Source], Document]

READERS: dict[str, Reader] = {
    "text/plain": text.read,
}
