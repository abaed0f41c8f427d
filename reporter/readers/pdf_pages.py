"""Reads the pages of a PDF in a process of its own: run as a script by `pdf.py`, never imported by it.

A PDF parser is the part of this program that hostile files aim at. Here one that hangs, eats memory or dies harms only
itself. The file comes in on standard input; JSON goes out, one line for the file and one a page.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject

_LONGEST_TITLE = 1_000


def main(seconds: float, memory: int, pages: int, library: str) -> int:
    """Read standard input, write the pages to standard output.

    Args:
        seconds: Processor time allowed.
        memory: Address space allowed, in bytes.
        pages: Most pages that are read.
        library: The folder from which pypdf is imported.
    """
    confine(seconds, memory)
    if library not in sys.path:
        sys.path.append(library)
    content = sys.stdin.buffer.read()
    for record in records(content, pages):
        sys.stdout.write(json.dumps(record) + "\n")
    sys.stdout.flush()
    return 0


def confine(seconds: float, memory: int) -> None:
    """Let this process use no more than is allowed; what a system does not offer is left to the parent's clock."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (after the limits are set)

        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def records(content: bytes, most: int) -> Any:
    """One object for the file, then one for every page; or one that says what is wrong."""
    import logging  # noqa: PLC0415  (after the limits are set)

    logging.disable(logging.CRITICAL)
    from pypdf import PdfReader  # noqa: PLC0415  (after the limits are set)
    from pypdf.errors import PyPdfError  # noqa: PLC0415  (after the limits are set)

    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            yield {"error": "encrypted"}
            return
        count = len(reader.pages)
        yield {"pages": count}
        if count <= most:
            for page in reader.pages:
                yield {"height": float(page.mediabox.height), "pieces": _pieces(page), "pictures": _pictures(page)}
    except PyPdfError as error:
        yield {"error": f"{type(error).__name__}: {error}"[:_LONGEST_TITLE]}
    except MemoryError:
        yield {"error": "memory"}
    except RecursionError:
        yield {"error": "nests too deeply"}
    except Exception as error:  # noqa: BLE001  (whatever a hostile file makes the library raise)
        yield {"error": f"{type(error).__name__}: {error}"[:_LONGEST_TITLE]}


def _pieces(page: PageObject) -> list[list[Any]]:
    """Stretches of text with where they begin: text, x, y (upwards), size, whether bold."""
    pieces: list[list[Any]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if not text.strip():
            return
        a, b, c, d = (
            tm[0] * cm[0] + tm[1] * cm[2],
            tm[0] * cm[1] + tm[1] * cm[3],
            tm[2] * cm[0] + tm[3] * cm[2],
            tm[2] * cm[1] + tm[3] * cm[3],
        )
        if abs(b) > abs(a):  # rotated: a watermark, a stamp in the margin
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        name = str((font or {}).get("/BaseFont", "")).lower()
        scale = abs(a * d - b * c) ** 0.5
        heavy = any(word in name for word in ("bold", "black", "heavy", "semibold"))
        pieces.append([text, round(x, 1), round(y, 1), round(size * scale, 1), heavy])

    page.extract_text(visitor_text=visit)
    return pieces


def _pictures(page: PageObject) -> bool:
    """Whether the page holds a picture: without text it is a scan then."""
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources else None
    values = objects.get_object().values() if objects else ()
    return any(value.get_object().get("/Subtype") in ("/Image", "/Form") for value in values)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]))
