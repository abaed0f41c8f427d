"""Cards that stand side by side are read one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reporter.model.spans import Span

# What stands between two columns: three spaces or a tab.
_GAP = re.compile(r"[ \u00a0]{3,}|[ \u00a0]*\t[ \t\u00a0]*")
_LINE = re.compile(r"[^\n]+")


def stretches(text: str, span: Span, is_name: Callable[[Span], bool]) -> Iterator[Span]:
    """A block in the order in which it is to be read: by lines, but by columns where they begin with names."""
    start = span.start
    lines = [_cells(text, Span(*line.span())) for line in _LINE.finditer(text, span.start, span.end)]
    place = 0
    while place < len(lines):
        width = len(lines[place])
        last = place + 1
        while width > 1 and last < len(lines) and len(lines[last]) == width:
            last += 1
        if width > 1 and last - place > 1 and all(map(is_name, lines[place])):
            yield Span(start, lines[place][0].start)
            yield from (line[column] for column in range(width) for line in lines[place:last])
            start = lines[last - 1][-1].end
        place = last
    yield Span(start, span.end)


def _cells(text: str, line: Span) -> list[Span]:
    cells: list[Span] = []
    start = line.start
    for gap in [*_GAP.finditer(text, line.start, line.end), None]:
        end = gap.start() if gap else line.end
        if text[start:end].strip():
            cells.append(Span(start, end))
        start = gap.end() if gap else end
    return cells
