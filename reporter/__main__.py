"""python -m reporter, and the command `reporter`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; `--version` alone is answered before anything else is loaded."""
    if sys.argv[1:] == ["--version"]:
        from reporter import __version__  # noqa: PLC0415  (the point of this function)

        sys.stdout.write(f"reporter {__version__}\n")
        return
    from reporter.cli import run  # noqa: PLC0415  (loads typer)

    sys.exit(run())


if __name__ == "__main__":
    main()
