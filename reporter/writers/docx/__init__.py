"""A note as a Word file: the package of the style's reference.docx with the note as its text.

Nothing is formatted here. Every paragraph, word and table that looks different has a named style of the reference,
which a designer changes in Word. python-docx opens it, keeps its parts and
properties and saves it; the text is written as XML, which is short, and linear where python-docx is not.
"""

from __future__ import annotations

from reporter.model.note import Note
from reporter.styles import Style
from reporter.styles import reference as reference_styles


def write(note: Note, style: Style) -> bytes:
    """The note as a .docx; the same note and style give the same bytes.

    Raises:
        TemplateError: The reference.docx lacks a style, or is no Word file.
    """
    from reporter.writers.docx import body, furniture, properties  # noqa: PLC0415  (python-docx is only needed here)
    from reporter.writers.docx.package import Package  # noqa: PLC0415  (likewise)

    ids = reference_styles.ids(style.reference_docx)
    package = Package(style.reference_docx)
    body.fill(package, note, style, ids)
    furniture.fill(package, note, style)
    properties.fill(package, note)
    return package.save()
