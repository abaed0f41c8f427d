"""Times whole commands, interleaved, and reports medians: what every benchmark here is made of.

Interleaved, because a machine that is busy for a while must slow all alike; medians, because one slow run says nothing.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence[str]


@dataclass(frozen=True)
class Run:
    """One run of a command: wall seconds, CPU seconds of it and its children, and peak memory in MiB."""

    seconds: float
    cpu: float
    memory: float


def interleaved(commands: Mapping[str, Command], times: int = 5, cwd: Path | None = None) -> dict[str, Run]:
    """The medians of every command; each round runs all of them once."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            runs[name].append(once(command, cwd))
    return {name: _median(found) for name, found in runs.items()}


def once(command: Command, cwd: Path | None = None) -> Run:
    """Run a command to its end.

    Raises:
        RuntimeError: It failed; the message has the end of what it said.
    """
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"{' '.join(command)} ended with {process.returncode}: {said[-2000:].decode('utf-8', 'replace')}"
        raise RuntimeError(message)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _median(runs: list[Run]) -> Run:
    return Run(*(statistics.median(getattr(run, name) for run in runs) for name in ("seconds", "cpu", "memory")))


def table(title: str, runs: Mapping[str, Run], reference: str | None = None) -> None:
    """Print medians, and the ratio to a reference."""
    print(f"\n{title}")
    print(f"  {'':<44} {'ms':>8} {'MiB':>7} {'ratio':>6}")
    for name, run in runs.items():
        ratio = f"{run.seconds / runs[reference].seconds:6.2f}" if reference else ""
        print(f"  {name:<44} {run.seconds * 1000:8.0f} {run.memory:7.0f} {ratio:>6}")
