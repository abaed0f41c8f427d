"""Figures: a picture in the line, with its alternative text."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from lxml import etree

from reporter.model.note import Drawing, Figure
from reporter.styles import Style
from reporter.writers.docx import pictures
from reporter.writers.docx.package import Package
from reporter.writers.docx.wordml import OFFICE, Element, clean, run, w

_EMU = 12_700
"""English Metric Units in a point."""

_TWIPS = 20
"""Twips in a point."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WP, _A, _PIC = f"{_DRAWING}/wordprocessingDrawing", f"{_DRAWING}/main", f"{_DRAWING}/picture"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_NAMESPACES = {"wp": _WP, "a": _A, "pic": _PIC}


class Figures:
    """Adds pictures to a package."""

    def __init__(self, package: Package, style: Style, drawings: Mapping[str, Drawing]) -> None:
        self._package = package
        self._style = style
        self._drawings = drawings
        self._numbers = count(1)

    def element(self, figure: Figure, width: int) -> Element | None:
        """The run that shows a drawing, as wide as it is or as the text; None where there is no such drawing."""
        drawing = self._drawings.get(figure.asset)
        if drawing is None:
            return None
        number = next(self._numbers)
        relationship = self._package.picture(pictures.png(drawing, self._style))
        shrunk = min(1.0, width / _TWIPS / drawing.width)
        size = {"cx": str(round(drawing.width * shrunk * _EMU)), "cy": str(round(drawing.height * shrunk * _EMU))}
        return run(w("drawing", _inline(figure, relationship, number, size)))


def _inline(figure: Figure, relationship: str, number: int, size: dict[str, str]) -> Element:
    inline = etree.Element(
        f"{{{_WP}}}inline", dict.fromkeys(("distT", "distB", "distL", "distR"), "0"), nsmap=_NAMESPACES
    )
    _add(inline, _WP, "extent", **size)
    shown = _add(inline, _WP, "docPr", id=str(1000 + number), name=f"Figure {number}", descr=clean(figure.alt))
    if not figure.alt:
        extension = _add(_add(shown, _A, "extLst"), _A, "ext", uri=_DECORATIVE_URI)
        etree.SubElement(extension, f"{{{_DECORATIVE}}}decorative", {"val": "1"}, nsmap={"adec": _DECORATIVE})
    data = _add(_add(inline, _A, "graphic"), _A, "graphicData", uri=_PIC)
    _picture(_add(data, _PIC, "pic"), relationship, number, size)
    return inline


def _picture(picture: Element, relationship: str, number: int, size: dict[str, str]) -> None:
    about = _add(picture, _PIC, "nvPicPr")
    _add(about, _PIC, "cNvPr", id=str(number), name=f"Figure {number}")
    _add(about, _PIC, "cNvPicPr")
    fill = _add(picture, _PIC, "blipFill")
    _add(fill, _A, "blip").set(f"{{{OFFICE}}}embed", relationship)
    _add(_add(fill, _A, "stretch"), _A, "fillRect")
    shape = _add(picture, _PIC, "spPr")
    frame = _add(shape, _A, "xfrm")
    _add(frame, _A, "off", x="0", y="0")
    _add(frame, _A, "ext", **size)
    _add(_add(shape, _A, "prstGeom", prst="rect"), _A, "avLst")


def _add(parent: Element, namespace: str, tag: str, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{namespace}}}{tag}", attributes)
