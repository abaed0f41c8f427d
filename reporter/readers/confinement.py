"""Has a file read in a process of its own, which is held to limits of time and memory and knows nothing of ours."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

from reporter.errors import BackendMissingError, InputError, LimitError
from reporter.model.document import Source
from reporter.model.limits import Limits

Record = dict[str, Any]

_SCRIPT = Path(__file__).with_name("confined.py")
_LIBRARIES = {"pdf": "pypdf", "msg": "oxmsg"}
_NAMES = {"pdf": "PDF", "msg": "Outlook message"}
# How a process ends that has used up its time: SIGXCPU, or SIGKILL where it did not listen.
_OUT_OF_TIME = {-24, -9}


def records(kind: Literal["pdf", "msg"], content: bytes, source: Source, limits: Limits, most: int) -> list[Record]:
    """What the process found in a file.

    Args:
        kind: What the file is.
        content: Its bytes.
        source: For messages.
        limits: Of time, memory, and of what comes out.
        most: Most pages or attachments that are read.

    Raises:
        InputError: The file is broken or encrypted.
        LimitError: It takes too long, too much memory, or holds too much.
        BackendMissingError: The library that reads it is not installed.
    """
    numbers = (kind, limits.seconds, limits.memory, most, _library(kind))
    command = [sys.executable, "-I", str(_SCRIPT), *map(str, numbers)]
    try:
        done = subprocess.run(  # noqa: S603  (our own script; the file comes on standard input)
            command, input=content, capture_output=True, timeout=limits.seconds, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        raise _slow(source, limits) from None
    if done.returncode in _OUT_OF_TIME:
        raise _slow(source, limits)
    if done.returncode:
        what = f"cannot be read as {_NAMES[kind]}: the reader failed on it"
        raise InputError(source.path, what, remedy="save or print it again")
    if len(done.stdout) > 2 * limits.expanded:
        raise LimitError(source.path, f"holds more than {limits.expanded:,} bytes", remedy="raise the limit `expanded`")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    for record in found:
        _check(record, kind, source, limits)
    return found


def _library(kind: str) -> str:
    """The folder that the library is in, for the process is told of nothing else."""
    name = _LIBRARIES[kind]
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise BackendMissingError(kind, f"the package {name} is missing", remedy="install reporter again")
    return str(Path(spec.origin).parents[1])


def _slow(source: Source, limits: Limits) -> LimitError:
    what = f"takes more than {limits.seconds:g} seconds to read"
    return LimitError(source.path, what, remedy="raise the limit `seconds`")


def _check(record: Record, kind: str, source: Source, limits: Limits) -> None:
    error = record.get("error")
    if error == "encrypted":
        raise InputError(source.path, "is encrypted", remedy=f"a {_NAMES[kind]} without a password")
    if error == "memory":
        raise LimitError(source.path, f"needs more than {limits.memory:,} bytes of memory", remedy="raise `memory`")
    if error:
        raise InputError(source.path, f"is a broken {_NAMES[kind]}: {error}", remedy="a whole file; was it cut?")
