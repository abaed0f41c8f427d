"""A Word file as python-docx opens it: its parts, what the document relates to, and bytes that tell no time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reporter.writers.docx.wordml import OFFICE, Element, parse, serialise

# The oldest time a zip can state: whoever builds when, the bytes are the same.
_STAMP = (1980, 1, 1, 0, 0, 0)
_TYPES = "[Content_Types].xml"
_READABLE = 0o644 << 16


class Package:
    """The reference's document with the parts that a note changes; what python-docx does not know is parsed here."""

    def __init__(self, path: Path) -> None:
        self.document = Document(str(path))
        self._part = self.document.part
        self._parsed: dict[Part, Element] = {}
        self._links: dict[str, str] = {}

    def root(self, part: Part) -> Element:
        """The root element of a part, to be read or changed."""
        if (known := getattr(part, "element", None)) is not None:
            element: Element = known
            return element
        if part not in self._parsed:
            self._parsed[part] = parse(part.blob)
        return self._parsed[part]

    def find(self, kind: str) -> list[Part]:
        """The parts that the document relates to as `numbering`, `header` or `footnotes`, by name."""
        related = {row.target_part for row in self._part.rels.values() if row.reltype == f"{OFFICE}/{kind}"}
        return sorted(related, key=lambda part: str(part.partname))

    def add(self, kind: str, root: Element, media_type: str) -> Part:
        """A new part that the document relates to."""
        part = Part(PackURI(f"/word/{kind}.xml"), media_type, b"", self._part.package)
        self._part.relate_to(part, f"{OFFICE}/{kind}")
        self._parsed[part] = root
        return part

    def picture(self, content: bytes) -> str:
        """The id to show a PNG of the document by."""
        return str(self._part.get_or_add_image(io.BytesIO(content))[0])

    def link(self, address: str) -> str:
        """The id of a link that leads out of the document; one address has one id."""
        if address not in self._links:  # python-docx looks through all of them
            self._links[address] = self._part.relate_to(address, f"{OFFICE}/hyperlink", is_external=True)
        return self._links[address]

    def save(self) -> bytes:
        """The bytes of the file: the content types first, the other parts by name, no times."""
        for part, root in self._parsed.items():
            part._blob = serialise(root)  # noqa: SLF001  (python-docx has no other way to change such a part)
        saved, stream = io.BytesIO(), io.BytesIO()
        self.document.save(saved)
        with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(parts.namelist(), key=lambda name: (name != _TYPES, name)):
                entry = zipfile.ZipInfo(name, _STAMP)
                entry.external_attr = _READABLE
                entry.create_system = 3
                archive.writestr(entry, parts.read(name), zipfile.ZIP_DEFLATED)
        return stream.getvalue()
