"""The targets of `script/fuzz`: bytes in, and either a result or an error that names its source.

    python script/fuzz.py targets | TARGET SECONDS | growth

A finding is a crash, or an input that takes longer than `_SLOW` seconds; it is kept in `tests/findings/TARGET/`.
"""

from __future__ import annotations

import contextlib
import hashlib
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from tests.readers import files

_ROOT = Path(__file__).resolve().parents[1]
_SLOW = 5
_LONGEST = 20_000
_GROWTH = (40_000, 160_000)
# Four times the text may take this many times as long: linear with a margin for a busy machine.
_STEEPEST = 8.0
_FINDINGS = _ROOT / "tests" / "findings"
# What the fuzzer watches: our own code, and the libraries in Python that read for it.
_INSTRUMENTED = ["reporter", "pypdf", "oxmsg", "olefile", "markdown_it"]

# What whole files look like: where mutation begins.
_SEEDS: dict[str, list[Callable[[], bytes]]] = {
    "text": [files.TEXT.encode, lambda: files.TEXT.encode("utf-16")],
    "markdown": [files.markdown],
    "html": [files.page],
    "docx": [files.docx],
    "pdf": [files.release_pdf],
    "mail": [files.eml, lambda: files.eml("Dear all,", files.article(), [("a.docx", files.docx(), files.DOCX_TYPE)])],
    "outlook": [files.msg, lambda: files.msg(attachments=[("a.txt", b"text")])],
    "feed": [lambda: files.rss(files.item(files.TITLE, files.article()))],
    "archive": [lambda: files.zipped({"a.txt": files.TEXT, "b.zip": files.zipped({"c.txt": "c"})})],
    "anything": [files.TEXT.encode, files.page, files.eml],
    "vocabulary": [lambda: b"<section id='a'><h2>b</h2><p class='c'>d <a href='https://e.example'>f</a></p></section>"],
    "release": [files.TEXT.encode],
}


def main(arguments: list[str]) -> int:
    """Run one target; 1 where something was found."""
    if arguments == ["targets"]:
        print(" ".join(_SEEDS))
        return 0
    if arguments == ["growth"]:
        return _grow()
    target, seconds = arguments[0], float(arguments[1])
    corpus = _ROOT / ".fuzz" / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, make in enumerate(_SEEDS[target]):
        (corpus / f"seed-{number}").write_bytes(make())
    try:
        import atheris
    except ImportError:
        return _blind(target, corpus, seconds)
    return _guided(atheris, target, corpus, seconds)


def _guided(atheris: Any, target: str, corpus: Path, seconds: float) -> int:
    """Let libFuzzer mutate, led by what the program's own code does with it. Does not return."""
    with atheris.instrument_imports(include=_INSTRUMENTED):
        from tests import found
    read = found.TARGETS[target]
    options = [f"-max_total_time={int(seconds)}", f"-max_len={_LONGEST}", f"-timeout={_SLOW}", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={_kept(target)}/", str(corpus)], read)
    atheris.Fuzz()
    return 0


def _blind(target: str, corpus: Path, seconds: float) -> int:
    """Mutate what there is without knowing what it does."""
    dice = random.Random(target)  # noqa: S311  (a fuzzer, no secret)
    seeds = [path.read_bytes() for path in sorted(corpus.iterdir())]
    end = time.monotonic() + seconds
    count = bad = 0
    while time.monotonic() < end:
        content = _mutated(dice.choice(seeds), dice)[:_LONGEST]
        count += 1
        if (fault := _fault(target, content)) is not None:
            bad += 1
            path = _kept(target) / hashlib.sha256(content).hexdigest()[:16]
            path.write_bytes(content)
            print(f"{target}: {path.relative_to(_ROOT)}\n{fault}", file=sys.stderr)
    print(f"{target}: {count:,} inputs, {bad} findings")
    return 1 if bad else 0


def _kept(target: str) -> Path:
    folder = _FINDINGS / target
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _fault(target: str, content: bytes) -> str | None:
    try:
        with _alarm():
            _targets()[target](content)
    except Exception:  # noqa: BLE001  (whatever it is, it is a finding)
        return traceback.format_exc(limit=-6)
    return None


def _targets() -> dict[str, Callable[[bytes], None]]:
    from tests import found

    return found.TARGETS


@contextlib.contextmanager
def _alarm() -> Iterator[None]:
    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, ring)
    signal.alarm(_SLOW)
    try:
        yield
    finally:
        signal.alarm(0)


def _mutated(content: bytes, dice: random.Random) -> bytes:
    """The content with a few bytes changed, left out, doubled or moved."""
    made = bytearray(content)
    for _ in range(dice.randrange(1, 6)):
        place = dice.randrange(len(made) + 1)
        length = min(dice.randrange(1, 64), len(made) - place)
        piece = bytes(made[place : place + length])
        kind = dice.randrange(5)
        if kind == 0 and place < len(made):
            made[place] = dice.randrange(256)
        elif kind == 1:
            del made[place : place + length]
        elif kind == 2:  # noqa: PLR2004  (the third kind)
            made[place:place] = piece * dice.randrange(1, 50)
        elif kind == 3:  # noqa: PLR2004  (the fourth kind)
            other = dice.randrange(len(made) + 1)
            made[other:other] = piece
        else:
            made[place:place] = dice.choice(_TOKENS)
    return bytes(made)


_TOKENS = [
    b"<",
    b">",
    b"</",
    b"<!--",
    b"&#x10FFFF;",
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b'"',
    b"'",
    b"\n\n",
    b"PK\x03\x04",
    b"%PDF-",
]
_TOKENS += [
    token.encode()
    for token in ("“", "”", "«", " said ", " 30 February 2020 ", "+1 (", "@", "2021-13-45", "\u202e", "(", "Mr. ")
]


def _grow() -> int:
    """Time every repeated pattern at two lengths; what grows faster than its length is a finding."""
    steep = 0
    for target, unit in _units():
        spent = [_time(target, (unit * (size // len(unit) + 1))[:size]) for size in _GROWTH]
        ratio = spent[1] / max(spent[0], 0.02)
        if ratio > _STEEPEST:
            steep += 1
            print(
                f"growth: {target} {unit!r}: {spent[0]:.2f} s, then {spent[1]:.2f} s for four times the length",
                file=sys.stderr,
            )
    print(f"growth: {steep} findings")
    return 1 if steep else 0


def _units() -> Iterator[tuple[str, bytes]]:
    words = [token for token in _TOKENS if b"\0" not in token]
    words += [
        b" ",
        b"\n",
        b"a",
        b"A",
        b"Aa ",
        b"1",
        b"1 ",
        b"1-",
        b". ",
        b"a.",
        b"-",
        b"> ",
        b"a@",
        b"(a) ",
        b"the Minister of ",
        b"a, ",
    ]
    for unit in words:
        yield "release", unit
    for unit in (b"[", b"![", b"**a", b"> ", b"- a\n", b"|a", b"<a ", b"`", b"~~~\n", b"&amp;", b"\\"):
        yield "markdown", unit
    for unit in (
        b"<p>",
        b"<a href=x>",
        b"</p>",
        b"<b>",
        b"<ul><li>",
        b"&#65;",
        b"<td>",
        b"<h1>x</h1>",
        b"<p>a<br>",
        b"<div class=a>b</div>",
    ):
        yield "html", unit
    for unit in (b"X: y\n", b"--B\n", b"=?utf-8?q?a?= ", b"From a 2022\n", b"> ", b"Dear all,\n"):
        yield "mail", b"From: a\nMessage-ID: b\n" if unit == b"" else unit


def _time(target: str, content: bytes) -> float:
    started = time.process_time()
    _targets()[target](content)
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
