"""A drawing as SVG, to stand inside a page."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from reporter.model.note import Box, Drawing, Label, Line

PALETTE: Mapping[str, str] = {"ink": "#1c2733", "muted": "#5b6877", "accent": "#14568c", "paper": "#ffffff"}
"""Colours where no style gives its own."""


def serialise(drawing: Drawing, alt: str, palette: Mapping[str, str] = PALETTE, font: str = "sans-serif") -> str:
    """The drawing with its alternative text.

    Colours are given twice: as attributes, which every renderer reads, and as classes, which a stylesheet may set anew.

    Args:
        drawing: The geometry, in points.
        alt: What it shows, in words.
        palette: Colours by name.
        font: Families for the labels, as in CSS.
    """
    shapes = "".join(_shape(shape, {**PALETTE, **palette}) for shape in drawing.shapes)
    width, height = _number(drawing.width), _number(drawing.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}" '
        f'width="{width}pt" height="{height}pt" font-family="{escape(font)}">'
        f"<title>{escape(alt)}</title>{shapes}</svg>"
    )


def _shape(shape: Line | Box | Label, palette: Mapping[str, str]) -> str:
    colour = palette.get(shape.colour, palette["ink"])
    if isinstance(shape, Line):
        return _line(shape, colour)
    return _box(shape, colour, palette["paper"]) if isinstance(shape, Box) else _label(shape, colour)


def _line(line: Line, colour: str) -> str:
    dashes = ' stroke-dasharray="3 2"' if line.dashed else ""
    return (
        f'<line class="stroke-{escape(line.colour)}" x1="{_number(line.x1)}" y1="{_number(line.y1)}" '
        f'x2="{_number(line.x2)}" y2="{_number(line.y2)}" stroke="{colour}" stroke-width="{_number(line.width)}"{dashes}/>'
    )


def _box(box: Box, colour: str, paper: str) -> str:
    fill, name = (paper, "paper") if box.hollow else (colour, escape(box.colour))
    # The outline lies inside, so that a hollow box is as large as a filled one.
    inset = 0.6 if box.hollow else 0.0
    outline = f' stroke="{colour}" stroke-width="1.2"' if box.hollow else ""
    stroke = f" stroke-{escape(box.colour)}" if box.hollow else ""
    return (
        f'<rect class="fill-{name}{stroke}" x="{_number(box.x + inset)}" y="{_number(box.y + inset)}" '
        f'width="{_number(box.width - 2 * inset)}" height="{_number(box.height - 2 * inset)}" '
        f'rx="{_number(max(box.radius - inset, 0))}" fill="{fill}"{outline}/>'
    )


def _label(label: Label, colour: str) -> str:
    weight = ' font-weight="600"' if label.strong else ""
    return (
        f'<text class="fill-{escape(label.colour)}" x="{_number(label.x)}" y="{_number(label.y)}" '
        f'font-size="{_number(label.size)}" text-anchor="{label.anchor}" fill="{colour}"{weight}>'
        f"{escape(label.text)}</text>"
    )


def _number(value: float) -> str:
    """At most two decimals, none that are zero."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
