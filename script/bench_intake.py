"""Files a second and peak memory by format, beside markitdown and (for web pages) trafilatura, each in a process of its own.

The files are the sample of the benchmarks in every format. Importing is timed apart, for it is paid once.
"""

from __future__ import annotations

import html
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import sample

_COUNT = {"txt": 200, "md": 100, "html": 100, "docx": 100, "eml": 100, "pdf": 20}
_PEERS = {"html": ("markitdown", "trafilatura")}
_ROUNDS = 3
# Seconds after which a reader has shown what it can.
_LONGEST = 5.0


def main() -> None:
    """Print a table: a line for each format and reader."""
    with tempfile.TemporaryDirectory() as folder:
        for suffix, count in _COUNT.items():
            _make(Path(folder) / suffix, suffix, count)
        print(f"  {'':<8} {'':<14} {'files/s':>9} {'ms/file':>9} {'import ms':>10} {'MiB':>6} {'ratio':>7}")
        for suffix in _COUNT:
            _table(Path(folder) / suffix, suffix)


def _table(folder: Path, suffix: str) -> None:
    own = 0.0
    for reader in ("reporter", *_PEERS.get(suffix, ("markitdown",))):
        runs = [run for _ in range(_ROUNDS) if (run := _run(reader, folder))]
        if not runs:
            print(f"  {suffix:<8} {reader:<14} {'not read':>9}")
            continue
        best = min(runs, key=lambda run: run["seconds"])
        rate = best["files"] / best["seconds"]
        own = own or rate
        print(
            f"  {suffix:<8} {reader:<14} {rate:9.0f} {1000 / rate:9.1f} {1000 * best['import']:10.0f} {best['memory']:6.0f} "
            f"{own / rate:6.1f}x"
        )


def _run(reader: str, folder: Path) -> dict[str, float] | None:
    command = [sys.executable, __file__, reader, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


# In the process of one reader


def measured(reader: str, folder: Path) -> None:
    """Read every file of a folder and print the processor time that it took, that of children too."""
    started = _spent()
    read = _READERS[reader]()
    imported = _spent() - started
    paths = sorted(folder.iterdir())
    read(paths[0])
    started = _spent()
    count = 0
    for path in paths:
        if not read(path).strip():
            sys.exit(f"{reader} finds nothing in {path.name}")
        count += 1
        if _spent() - started > _LONGEST:
            break
    seconds = _spent() - started
    print(json.dumps({"files": count, "seconds": seconds, "import": imported, "memory": _peak()}), flush=True)


def _spent() -> float:
    return sum(os.times()[:4])


def _peak() -> float:
    """Peak memory of this process in MiB; what `getrusage` says begins with that of the parent."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kilobytes) / 1024


def _reporter() -> Callable[[Path], str]:
    from reporter import intake
    from reporter.model.document import Document

    return lambda path: "".join(item.text for item in intake.load([path]) if isinstance(item, Document))


def _markitdown() -> Callable[[Path], str]:
    from markitdown import MarkItDown

    converter = MarkItDown()
    return lambda path: str(converter.convert(str(path)).text_content)


def _trafilatura() -> Callable[[Path], str]:
    from trafilatura import extract

    return lambda path: extract(path.read_bytes()) or ""


_READERS = {"reporter": _reporter, "markitdown": _markitdown, "trafilatura": _trafilatura}


# The files


def _make(folder: Path, suffix: str, count: int) -> None:
    folder.mkdir()
    for number, text in enumerate(sample.texts(count)):
        (folder / f"{number:03}.{suffix}").write_bytes(_MAKERS[suffix](text))


def _page(text: str) -> bytes:
    title, *paragraphs = (html.escape(part).replace("\n", "<br>") for part in text.strip().split("\n\n"))
    menu = "".join(f"<li><a href='/{n}'>Part {n} of the site</a></li>" for n in range(40))
    body = "".join(f"<p>{part}</p>" for part in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><title>{title} | Site</title></head><body><nav><ul>{menu}</ul></nav>"
        f"<main><article><h1>{title}</h1>{body}</article></main><aside><h2>Related news</h2><ul>{menu}</ul></aside>"
        f"<footer><ul>{menu}</ul></footer></body></html>"
    ).encode()


def _docx(text: str) -> bytes:
    import docx

    made = docx.Document()
    title, *paragraphs = text.strip().split("\n\n")
    made.add_heading(title, 0)
    for part in paragraphs:
        made.add_paragraph(part)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def _eml(text: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "press@example.org", "list@example.org"
    message["Subject"] = text.partition("\n")[0]
    message["Date"] = "Mon, 09 May 2022 12:00:00 +0200"
    message.set_content(text)
    message.add_alternative(_page(text).decode(), subtype="html")
    return message.as_bytes()


def _pdf(text: str) -> bytes:
    import weasyprint

    made = weasyprint.HTML(string=_page(text).decode()).write_pdf()
    assert isinstance(made, bytes)
    return made


def _markdown(text: str) -> bytes:
    return f"# {text}".encode()


_MAKERS: dict[str, Callable[[str], bytes]] = {
    "txt": str.encode,
    "md": _markdown,
    "html": _page,
    "docx": _docx,
    "eml": _eml,
    "pdf": _pdf,
}


if __name__ == "__main__":
    if sys.argv[1:]:
        measured(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
