"""The zip that a Word file is: parts, their types, and the relationships between them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path, PurePosixPath

from lxml import etree

from reporter.writers.docx.wordml import OFFICE, Element, parse, serialise

DOCUMENT = "word/document.xml"
_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES_NS = f"{{{_PACKAGE}/content-types}}"
_RELATIONSHIPS_NS = f"{{{_PACKAGE}/relationships}}"
# The oldest time a zip can state: whoever builds when, the bytes are the same.
_STAMP = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


class Package:
    """The parts of a Word file, by name; what is parsed is written back on saving."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self._parsed: dict[str, Element] = {}
        self._links: dict[tuple[str, str], str] = {}

    @classmethod
    def open(cls, path: Path) -> Package:
        """The package of a file."""
        with zipfile.ZipFile(path) as archive:
            return cls({entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()})

    def part(self, name: str) -> Element:
        """The root element of a part, to be read or changed."""
        if name not in self._parsed:
            self._parsed[name] = parse(self._parts[name])
        return self._parsed[name]

    def find(self, kind: str) -> list[str]:
        """Names of the parts that the document relates to as `styles`, `header` or `footnotes`."""
        rows = self._relationships().iterchildren()
        targets = [str(row.get("Target")) for row in rows if str(row.get("Type")).endswith(f"/{kind}")]
        names = (target.lstrip("/") if target.startswith("/") else f"word/{target}" for target in targets)
        return [name for name in names if name in self._parts]

    def add(self, name: str, content: bytes, media_type: str) -> None:
        """A new part, or another content of one."""
        self._parts[name] = content
        self._parsed.pop(name, None)
        types = self.part(_TYPES)
        if not any(row.get("PartName") == f"/{name}" for row in types):
            etree.SubElement(types, f"{_TYPES_NS}Override", PartName=f"/{name}", ContentType=media_type)

    def add_root(self, kind: str, root: Element, media_type: str) -> str:
        """A new part that the document relates to; its name."""
        name = f"word/{kind}.xml"
        self.add(name, b"", media_type)
        self._parsed[name] = root
        self.relate(kind, f"{kind}.xml")
        return name

    def picture(self, name: str, content: bytes) -> str:
        """A PNG of the document, and the id to show it by."""
        self.add(f"word/media/{name}.png", content, "image/png")
        return self.relate("image", f"media/{name}.png")

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a relationship from the document; one target has one id."""
        key = (kind, target)
        if key not in self._links:
            rows = self._relationships()
            taken = {row.get("Id") for row in rows} if not self._links else set()
            self._links[key] = self._next_id(taken)
            row = etree.SubElement(rows, f"{_RELATIONSHIPS_NS}Relationship", Id=self._links[key])
            row.set("Type", f"{OFFICE}/{kind}")
            row.set("Target", target)
            if external:
                row.set("TargetMode", "External")
        return self._links[key]

    def _next_id(self, taken: set[str | None]) -> str:
        """Ids of our own: `note1`, which no other program gives."""
        number = len(self._links) + 1
        while f"note{number}" in taken:
            number += 1
        return f"note{number}"

    def _relationships(self, part: str = DOCUMENT) -> Element:
        path = PurePosixPath(part)
        return self.part(f"{path.parent}/_rels/{path.name}.rels")

    def save(self) -> bytes:
        """The bytes of the file: the content types first, the other parts by name, no times."""
        for name, root in self._parsed.items():
            self._parts[name] = serialise(root)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(self._parts, key=lambda name: (name != _TYPES, name)):
                entry = zipfile.ZipInfo(name, _STAMP)
                entry.external_attr = _READABLE
                entry.create_system = 3
                archive.writestr(entry, self._parts[name], zipfile.ZIP_DEFLATED)
        return stream.getvalue()
