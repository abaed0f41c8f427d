"""What PDF/UA asks of a file and can be seen without a person, as far as no validator can be installed everywhere."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

CONTAINERS = {"/Document", "/Part", "/Sect", "/Div", "/NonStruct", "/BlockQuote"}
CHILDREN = {
    "/Table": {"/THead", "/TBody", "/TR", "/Caption"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
}


def findings(content: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [*_catalogue(pdf), *_tree(pdf), *_content(pdf), *_annotations(pdf), *_fonts(pdf)]


def walk(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    """The tags in reading order, with their kinds."""
    return _walk(pdf.Root.StructTreeRoot.K[0])


def _walk(tag: Any) -> Iterator[tuple[str, Any]]:
    yield str(tag.S), tag
    for kid in tag.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield from _walk(kid)


def _catalogue(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not root.MarkInfo.Marked:
        yield "not marked"
    if not root.ViewerPreferences.DisplayDocTitle or not str(pdf.docinfo.get("/Title", "")):
        yield "no title"
    if b'pdfuaid:part="1"' not in bytes(root.Metadata.read_bytes()):
        yield "does not say that it is PDF/UA-1"
    yield from (f"has {key}" for key in ("/AcroForm", "/OpenAction", "/AA") if key in root)
    if "/EmbeddedFiles" in root.get("/Names", {}):
        yield "has attachments"


def _tree(pdf: pikepdf.Pdf) -> Iterator[str]:
    everything = list(walk(pdf))
    ids = {str(tag.ID) for _, tag in everything if "/ID" in tag}
    for kind, tag in everything:
        yield from _tag(kind, tag, ids)
    levels = [int(kind[2:]) for kind, _ in everything if kind[:2] == "/H" and kind[2:].isdigit()]
    yield from (f"H{two} after H{one}" for one, two in zip([0, *levels], levels, strict=False) if two > one + 1)


def _tag(kind: str, tag: Any, ids: set[str]) -> Iterator[str]:
    attributes = tag.get("/A", {})
    if kind == "/Figure" and (not str(tag.get("/Alt", "")) or "/BBox" not in attributes):
        yield "a figure without alternative text or box"
    if kind == "/TH" and attributes.get("/Scope") not in ("/Column", "/Row"):
        yield "a head cell without scope"
    yield from (f"no head cell {head}" for head in attributes.get("/Headers", []) if str(head) not in ids)
    for kid in tag.get("/K", []):
        child = str(kid.S) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid else ""
        if child and kind in CHILDREN and child not in CHILDREN[kind]:
            yield f"{child} in {kind}"
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid and kid.P.objgen != tag.objgen:
            yield f"{child} names another parent"
    if isinstance(tag.get("/K"), int) and kind in CONTAINERS:
        yield f"words directly in {kind}"


def _content(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Everything that is painted is a part of the text or an artifact."""
    reachable = {tag.objgen for _, tag in walk(pdf)}
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for place, page in enumerate(pdf.pages):
        owners = parents[int(page.StructParents)]
        marked: list[int | None] = []
        for instruction in pikepdf.parse_content_stream(page):
            operands, command = instruction.operands, str(instruction.operator)
            if command in ("BMC", "BDC"):
                number = int(operands[1].MCID) if command == "BDC" and "/MCID" in operands[1] else None
                if number is None and str(operands[0]) != "/Artifact":
                    yield f"page {place + 1}: marks of no use"
                if number is not None and (owners[number] is None or owners[number].objgen not in reachable):
                    yield f"page {place + 1}: content {number} belongs to no text"
                marked.append(number)
            elif command == "EMC":
                marked.pop()
            elif command in ("Tj", "TJ", "f", "S", "B", "Do", "sh", "f*") and not marked:
                yield f"page {place + 1}: {command} is not marked"


def _annotations(pdf: pikepdf.Pdf) -> Iterator[str]:
    for place, page in enumerate(pdf.pages):
        for annotation in page.get("/Annots", []):
            if not str(annotation.get("/Contents", "")) or "/StructParent" not in annotation:
                yield f"page {place + 1}: a link without words or tag"
            if page.get("/Tabs") != "/S":
                yield f"page {place + 1}: links in no order"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            for part in font.get("/DescendantFonts", [font]):
                descriptor: Any = part.get("/FontDescriptor", {})
                if not any(f"/FontFile{number}" in descriptor for number in ("", "2", "3")):
                    yield f"{font.BaseFont} is not embedded"
