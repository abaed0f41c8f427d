"""How many releases a second are read, on one core and on all; how memory and time grow; peers on the same texts."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import measure
import sample

import reporter


def main() -> None:
    """Print the tables."""
    texts = list(sample.texts(400))
    _rate("reporter, everything", texts, lambda text: reporter.parse_text(text).to_dict())
    _peers(texts[:60])
    _cores()
    _length()
    _memory()


def _rate(name: str, texts: list[str], read: Callable[[str], object]) -> None:
    read(texts[0])
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - started)
    print(f"  {name:<44} {len(texts) / best:8.0f} releases/s on one core")


def _peers(texts: list[str]) -> None:
    try:
        from dateparser.search import search_dates
        from phonenumbers import PhoneNumberMatcher
    except ImportError as error:
        print(f"  (peers left out: {error}; script/bench installs them)")
        return
    base = {"RELATIVE_BASE": datetime(2015, 8, 19)}  # noqa: DTZ001  (a fixed day, not now)
    _rate(
        "dateparser.search_dates, dates alone", texts, lambda text: search_dates(text, languages=["en"], settings=base)
    )
    _rate("libphonenumber matcher, numbers alone", texts, lambda text: list(PhoneNumberMatcher(text, "AT")))


def _cores() -> None:
    command = str(Path(sys.executable).with_name("reporter"))
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(sample.texts(2000)):
            Path(folder, f"{number:04}.txt").write_text(text, encoding="utf-8")
        parse = [command, "parse", folder, "--format", "jsonl", "--quiet"]
        runs = measure.interleaved({"one core": ["taskset", "-c", "0", *parse], "all cores": parse}, 3)
    measure.table("2,000 files (goal on two cores: 1 / 1.7 = 0.59)", runs, "one core")


def _length() -> None:
    print("\nOne release of growing length (linear: ms per kB stays)")
    body = "\n\n".join(sample.texts(600))
    for size in (1_000, 10_000, 100_000, 500_000):
        started = time.process_time()
        reporter.parse_text(body[:size])
        spent = 1000 * (time.process_time() - started)
        print(f"  {size:>9,} characters {spent:9.1f} ms {1000 * spent / size:8.2f} ms per 1,000")


def _memory() -> None:
    print("\nPeak memory (flat: does not grow with the number of releases)")
    for count in (1_000, 5_000, 50_000):
        code = (
            "import sys, resource, json; sys.path.insert(0, 'script'); import sample, reporter\n"
            f"for text in sample.texts({count}): json.dumps(reporter.parse_text(text).to_dict())\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        print(f"  {count:>7,} releases {float(done.stdout):8.0f} MiB")


if __name__ == "__main__":
    main()
