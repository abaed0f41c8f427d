"""A drawing as a PNG, with Pillow alone: no Pango is needed for a Word file."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reporter.model.note import Box, Drawing, Label, Line
from reporter.styles import Style

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SCALE = 4
"""Pixels for a point: 288 a inch, sharp in print."""

_SMOOTHING = 2
"""The picture is drawn so many times larger and then reduced, for smooth edges."""

_DASH, _GAP = 3.0, 2.0
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def png(drawing: Drawing, style: Style) -> bytes:
    """The picture of a drawing, in the colours and type of a style."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  (only notes with figures need it)

    zoom = SCALE * _SMOOTHING
    size = (max(1, round(drawing.width * SCALE)), max(1, round(drawing.height * SCALE)))
    image = Image.new("RGB", (size[0] * _SMOOTHING, size[1] * _SMOOTHING), style.palette["paper"])
    canvas = _Canvas(ImageDraw.Draw(image), style, zoom)
    for shape in drawing.shapes:
        canvas.draw(shape)
    stream = io.BytesIO()
    reduced = image.resize(size, Image.Resampling.BOX).quantize(64, dither=Image.Dither.NONE)
    reduced.save(stream, "PNG", optimize=True, dpi=(72 * SCALE, 72 * SCALE))
    return stream.getvalue()


class _Canvas:
    """Draws shapes, given in points, on an image of more pixels."""

    def __init__(self, draw: ImageDraw, style: Style, zoom: int) -> None:
        self._draw = draw
        self._style = style
        self._zoom = zoom

    def draw(self, shape: Line | Box | Label) -> None:
        """One shape."""
        match shape:
            case Line():
                self._line(shape)
            case Box():
                self._box(shape)
            case Label():
                self._label(shape)

    def _line(self, line: Line) -> None:
        width = max(1, round(line.width * self._zoom))
        for x1, y1, x2, y2 in _dashes(line) if line.dashed else ((line.x1, line.y1, line.x2, line.y2),):
            self._draw.line(self._pixels(x1, y1, x2, y2), fill=self._colour(line.colour), width=width)

    def _box(self, box: Box) -> None:
        corners = self._pixels(box.x, box.y, box.x + box.width, box.y + box.height)
        radius = min(box.radius, box.width / 2, box.height / 2) * self._zoom
        fill, outline = self._colour(box.colour), None
        if box.hollow:
            fill, outline = self._colour("paper"), fill
        self._draw.rounded_rectangle(corners, radius, fill=fill, outline=outline, width=round(1.2 * self._zoom))

    def _label(self, label: Label) -> None:
        path = self._style.asset(self._style.fonts["strong" if label.strong else "regular"])
        font = _font(path, round(label.size * self._zoom))
        place = (label.x * self._zoom, label.y * self._zoom)
        self._draw.text(
            place, label.text, fill=self._colour(label.colour), font=font, anchor=_ANCHORS[label.anchor], features=None
        )

    def _colour(self, name: str) -> str:
        return self._style.palette.get(name, self._style.palette["ink"])

    def _pixels(self, *points: float) -> tuple[float, ...]:
        return tuple(point * self._zoom for point in points)


@cache
def _font(path: Path, size: int) -> FreeTypeFont:
    from PIL import ImageFont  # noqa: PLC0415  (likewise)

    # The basic layout is the same everywhere; the other one depends on a library that may be missing.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _dashes(line: Line) -> list[tuple[float, float, float, float]]:
    length = ((line.x2 - line.x1) ** 2 + (line.y2 - line.y1) ** 2) ** 0.5
    if not length:
        return []
    along_x, along_y = (line.x2 - line.x1) / length, (line.y2 - line.y1) / length
    starts = [step * (_DASH + _GAP) for step in range(int(length / (_DASH + _GAP)) + 1)]
    return [
        (
            line.x1 + along_x * start,
            line.y1 + along_y * start,
            line.x1 + along_x * min(start + _DASH, length),
            line.y1 + along_y * min(start + _DASH, length),
        )
        for start in starts
    ]
