"""Reads `tests/cases/<fact>.<lang>.md`: cases as people write them.

A case is a heading, a fenced text, and a fenced list of what must be found, one value a line:

    ## A name for the case
    ~~~
    text of the release
    ~~~
    ~~~ expect
    one line per value; the fact's test says what a line looks like
    ~~~

An empty expectation means that nothing must be found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n+~~~\n(?P<text>.*?)\n?~~~\n+~~~ expect\n(?P<expected>.*?)~~~$", re.MULTILINE | re.DOTALL
)
_FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    title: str
    text: str
    expected: tuple[str, ...]
    line: int

    def __str__(self) -> str:
        return f"{self.line}-{re.sub(r'[^a-z0-9]+', '-', self.title.lower()).strip('-')}"


def load(fact: str, language: str = "en") -> list[Case]:
    """The cases of a fact, in the order of the file."""
    content = (_FOLDER / f"{fact}.{language}.md").read_text(encoding="utf-8")
    cases = [
        Case(
            title=found["title"],
            text=found["text"],
            expected=tuple(line for line in found["expected"].split("\n") if line),
            line=content.count("\n", 0, found.start()) + 1,
        )
        for found in _CASE.finditer(content)
    ]
    headings = len(re.findall(r"^## ", content, re.MULTILINE))
    assert len(cases) == headings, f"{fact}.{language}.md: {headings} headings, {len(cases)} well-formed cases"
    return cases
