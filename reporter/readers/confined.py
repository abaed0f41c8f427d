"""Reads PDF pages and Outlook messages in a process of its own: run as a script by `confinement`, never imported by a reader.

Parsers of such files are the part of this program that hostile files aim at. Here one that hangs, eats memory or dies
harms only itself. The file comes in on standard input; JSON goes out, a line for each thing found. It knows nothing of
the rest of the program, so that it starts quickly.
"""

from __future__ import annotations

import base64
import contextlib
import io
import json
import logging
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

Records = Iterator[dict[str, Any]]

_LONGEST_MESSAGE = 500


def main(kind: str, seconds: float, memory: int, most: int, library: str) -> int:
    """Read standard input, write what was found to standard output.

    Args:
        kind: `pdf` or `msg`.
        seconds: Processor time allowed.
        memory: Address space allowed, in bytes.
        most: Most pages, or attachments, that are read.
        library: The folder from which libraries are imported.
    """
    confine(seconds, memory)
    logging.disable(logging.CRITICAL)
    if library not in sys.path:
        sys.path.append(library)
    content = sys.stdin.buffer.read()
    for record in records(kind, content, most):
        sys.stdout.write(json.dumps(record) + "\n")
    sys.stdout.flush()
    return 0


def confine(seconds: float, memory: int) -> None:
    """Let this process use no more than is allowed; what a system does not offer is left to the parent's clock."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (not on Windows)

        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def records(kind: str, content: bytes, most: int) -> Records:
    """What was found; then, where reading ended early, one that says why."""
    try:
        yield from _READERS[kind](content, most)
    except MemoryError:
        yield {"error": "memory"}
    except RecursionError:
        yield {"error": "it nests too deeply"}
    except Exception as error:  # noqa: BLE001  (whatever a hostile file makes a library raise is the file's fault)
        yield {"error": f"{type(error).__name__}: {error}"[:_LONGEST_MESSAGE]}


# PDF


def pdf(content: bytes, most: int) -> Records:
    """One object for the file, then one for every page."""
    from pypdf import PdfReader  # noqa: PLC0415  (its folder is known only now)

    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        yield {"error": "encrypted"}
        return
    count = len(reader.pages)
    title = _title(reader)
    yield {"pages": count, "title": title} if title else {"pages": count}
    if count <= most:
        for page in reader.pages:
            yield {"height": float(page.mediabox.height), "pieces": _pieces(page), "pictures": _pictures(page)}


def _title(reader: PdfReader) -> str:
    """What the file calls itself; a browser writes the page's title there."""
    try:
        return str((reader.metadata and reader.metadata.title) or "")[:_LONGEST_MESSAGE]
    except Exception:  # noqa: BLE001  (a file with broken properties still has its pages)
        return ""


def _pieces(page: PageObject) -> list[list[Any]]:
    """Stretches of text with where they begin: text, x, y (upwards), size, whether bold."""
    pieces: list[list[Any]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if not text.strip():
            return
        a, b = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
        c, d = tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3]
        if abs(b) > abs(a):  # rotated: a watermark, a stamp in the margin
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        name = str((font or {}).get("/BaseFont", "")).lower()
        heavy = any(word in name for word in ("bold", "black", "heavy"))
        pieces.append([text, round(x, 1), round(y, 1), round(size * abs(a * d - b * c) ** 0.5, 1), heavy])

    page.extract_text(visitor_text=visit)
    return pieces


def _pictures(page: PageObject) -> bool:
    """Whether the page holds a picture: without text it is a scan then."""
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources else None
    values = objects.get_object().values() if objects else ()
    return any(value.get_object().get("/Subtype") in ("/Image", "/Form") for value in values)


# Outlook


def msg(content: bytes, most: int) -> Records:
    """One object for the message, then one for every attachment."""
    from oxmsg import Message  # noqa: PLC0415  (its folder is known only now)

    message = Message.load(io.BytesIO(content))
    html = message.html_body
    yield {
        "subject": message.subject,
        "sender": message.sender,
        "sent": message.sent_date.date().isoformat() if message.sent_date else None,
        "body": message.body or "",
        "html": html.decode("utf-8", "replace") if isinstance(html, bytes) else html or "",
        "attachments": len(message.attachments),
    }
    if len(message.attachments) <= most:
        for item in message.attachments:
            yield {"name": item.file_name, "content": base64.b64encode(item.file_bytes or b"").decode("ascii")}


_READERS: dict[str, Callable[[bytes, int], Records]] = {"pdf": pdf, "msg": msg}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]))
