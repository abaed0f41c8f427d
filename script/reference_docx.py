#!/usr/bin/env python3
"""Builds the reference.docx of the house styles that come with `reporter`: the same bytes every time.

    python script/reference_docx.py            # all of them
    python script/reference_docx.py ministry   # one

The files are made to be opened in Word: each shows every named style once. A designer who changes them there need never
run this; it is how the two of ours came about, and how a change to all of them is made. The typeface is embedded (a
subset with Latin, Cyrillic and Greek, under a name of its own as its licence asks), so that a note looks the same on a
machine that does not have it.
"""

from __future__ import annotations

import io
import sys
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from reporter import styles

ROOT = Path(__file__).resolve().parent.parent
STYLES = ROOT / "templates" / "styles"
FONTS = ROOT / "templates" / "fonts"

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STAMP = (1980, 1, 1, 0, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FILES = {"Regular": "Regular", "Bold": "Semibold", "Italic": "It"}
# Basic Latin to Latin Extended-A and the letters of Romanian, accents, Greek, Cyrillic with the letters of Central Asia,
# punctuation and a few signs: what is not among them a program takes from another typeface
GLYPHS = [
    *range(0x20, 0x180), *range(0x218, 0x21C), 0x300, 0x301, 0x302, 0x308, 0x30C, *range(0x370, 0x400), *range(0x400, 0x460),
    *range(0x490, 0x494), 0x49A, 0x49B, 0x4A2, 0x4A3, *range(0x4AE, 0x4B4), 0x4B6, 0x4B7, 0x4BA, 0x4BB, 0x4D8, 0x4D9, 0x4E2,
    0x4E3, 0x4E8, 0x4E9, 0x4EE, 0x4EF, *range(0x2010, 0x2040), 0x20AC, 0x2116, 0x2122, 0x2192, 0x2212, 0x25CF,
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Look:
    """What differs between the reference files. Sizes in points, lengths in twentieths of a point."""

    family: str
    """Of the embedded typeface."""
    faces: str
    """How its files are called: SourceSans3-Regular.ttf and so on."""
    embedded: tuple[str, ...]
    """Those of its faces that the style uses: each adds some 25 kB to every file."""
    instead: str
    """The typeface of a program that reads no embedded ones."""
    size: float
    title: float
    centred: bool
    capitals: bool
    """Headings in small capitals."""
    rules: bool
    """A line under headings, and classification lines."""
    side: int = 1304
    """Margins left and right: 2.3 cm."""


LOOKS = {
    "house": Look(family="Reporter Sans", faces="SourceSans3", embedded=("Regular", "Bold"), instead="Calibri", size=10, title=20, centred=False, capitals=False, rules=False),
    "ministry": Look(family="Reporter Serif", faces="SourceSerif4", embedded=("Regular", "Bold", "Italic"), instead="Cambria", size=10, title=17, centred=True, capitals=True, rules=True, side=1418),
}  # fmt: skip


def main(names: list[str]) -> None:
    """Build the files of these styles, or of all."""
    for name in names or sorted(LOOKS):
        target = STYLES / name / "reference.docx"
        target.write_bytes(_build(LOOKS[name], styles.load(name)))
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")


def _build(look: Look, style: styles.Style) -> bytes:
    """A whole reference.docx."""
    parts: dict[str, bytes] = {name: text.encode() for name, text in _texts(look, style).items()}
    for face in look.embedded:
        parts[f"word/fonts/{face}.odttf"] = _obfuscated(_embedded(look, face), _key(look, face))
    if style.options["logo"]:
        parts["word/media/logo.png"] = style.asset(str(style.options["logo"]).replace(".svg", ".png")).read_bytes()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, STAMP), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _texts(look: Look, style: styles.Style) -> dict[str, str]:
    """Every XML part by name; the content types come first, as programs that sniff files want it."""
    logo = bool(style.options["logo"])
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml", "extended-properties": "docProps/app.xml"}, core=True),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office Word</Application></Properties>',
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{style.title}: reference of styles</dc:title><dc:creator>reporter</dc:creator></cp:coreProperties>',
        "word/document.xml": _document(look),
        "word/_rels/document.xml.rels": _relations({
            "styles": "styles.xml", "numbering": "numbering.xml", "settings": "settings.xml", "fontTable": "fontTable.xml", "footnotes": "footnotes.xml",
            "header:first": "header-first.xml", "header": "header.xml", "footer:first": "footer-first.xml", "footer": "footer.xml",
        }),
        "word/styles.xml": _stylesheet(look, style.palette),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(look),
        "word/_rels/fontTable.xml.rels": _relations({f"font:{face}": f"fonts/{face}.odttf" for face in look.embedded}),
        "word/footnotes.xml": _footnotes(),
        "word/header.xml": _running("hdr", [_classification(look) or _paragraph("Header", "")]),
        "word/header-first.xml": _running("hdr", _letterhead(look) if logo else [_paragraph("Header", "")]),
        **({"word/_rels/header-first.xml.rels": _relations({"image": "media/logo.png"})} if logo else {}),
        "word/footer.xml": _running("ftr", _foot(look)),
        "word/footer-first.xml": _running("ftr", _foot(look)),
    }  # fmt: skip


# Package ----------------------------------------------------------------------------------------------------------


def _content_types() -> str:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", "png": "image/png",
                "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont"}  # fmt: skip
    overrides = {
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "word/document.xml": f"{MIME}.document.main+xml",
        **{
            f"word/{part}.xml": f"{MIME}.{part}+xml"
            for part in ("styles", "numbering", "settings", "fontTable", "footnotes")
        },
        **{
            f"word/{part}{first}.xml": f"{MIME}.{part}+xml" for part in ("header", "footer") for first in ("", "-first")
        },
    }
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        + "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items())
        + "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
        + "</Types>"
    )


def _relations(targets: Mapping[str, str], *, core: bool = False) -> str:
    """Relationships by kind (what stands after a colon tells several of one kind apart)."""
    rows = [
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind.split(":")[0]}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    ]
    if core:
        rows.append(f'<Relationship Id="rIdCore" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>')  # fmt: skip
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def _settings() -> str:
    return (
        f'{HEAD}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:embedTrueTypeFonts/><w:saveSubsetFonts/>'
        '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _footnotes() -> str:
    marks = {-1: "separator", 0: "continuationSeparator"}
    rows = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in marks.items()
    )
    return f'{HEAD}<w:footnotes xmlns:w="{WORD}">{rows}</w:footnotes>'


# Typeface ---------------------------------------------------------------------------------------------------------


def _key(look: Look, face: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:reporter:{look.family}:{face}")).upper()


def _embedded(look: Look, face: str) -> bytes:
    """A face with the glyphs of GLYPHS, under the family's own name: the typeface reserves the one it came with."""
    font = TTFont(FONTS / f"{look.faces}-{FILES[face]}.ttf", recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[0, 1, 2, 3, 4, 6, 13, 14])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=GLYPHS)
    cutter.subset(font)
    for record in font["name"].names:
        new = {
            1: look.family,
            2: face,
            3: f"{look.family} {face}",
            4: f"{look.family} {face}",
            6: f"{look.family.replace(' ', '')}-{face}",
        }
        if record.nameID in new:
            record.string = new[record.nameID]
    font["OS/2"].usWeightClass = 700 if "Bold" in face else 400
    font["OS/2"].fsSelection = ("Italic" in face) << 0 | ("Bold" in face) << 5 | (face == "Regular") << 6
    font["head"].macStyle = ("Bold" in face) << 0 | ("Italic" in face) << 1
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def _obfuscated(font: bytes, guid: str) -> bytes:
    """The font as Office Open XML embeds it: the first 32 bytes are XORed with the key, read backwards."""
    mask = bytes.fromhex(guid.replace("-", ""))[::-1] * 2
    return bytes(byte ^ mask[place] for place, byte in enumerate(font[:32])) + font[32:]


def _font_table(look: Look) -> str:
    faces = "".join(
        f'<w:embed{face} r:id="rId{number}" w:fontKey="{{{_key(look, face)}}}"/>'
        for number, face in enumerate(look.embedded, start=1)
    )
    family = "roman" if look.capitals else "swiss"
    return (
        f'{HEAD}<w:fonts xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:font w:name="{look.family}"><w:altName w:val="{look.instead}"/>'
        f'<w:charset w:val="00"/><w:family w:val="{family}"/><w:pitch w:val="variable"/>{faces}</w:font></w:fonts>'
    )


# Lists ------------------------------------------------------------------------------------------------------------


def _numbering() -> str:
    bullets = _level_rows(["•", "–", "•"], "bullet", "ListBullet", first=397, step=397)
    numbers = _level_rows(["%1.", "%2.", "%3."], "decimal", "ListNumber", first=397, step=397)
    paragraphs = _level_rows(["%1."], "decimal", "NumberedParagraph", first=567, step=0)
    lists = [("multilevel", bullets), ("multilevel", numbers), ("singleLevel", paragraphs)]
    return (
        f'{HEAD}<w:numbering xmlns:w="{WORD}">'
        + "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{rows}</w:abstractNum>'
            for number, (kind, rows) in enumerate(lists, start=1)
        )
        + "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (1, 2, 3))
        + "</w:numbering>"
    )


def _level_rows(marks: list[str], kind: str, style: str, *, first: int, step: int) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}{level + 1 if level else ""}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{first + level * step}" w:hanging="{first if not level else step}"/></w:pPr></w:lvl>'
        for level, mark in enumerate(marks)
    )


# Styles -----------------------------------------------------------------------------------------------------------


def _stylesheet(look: Look, palette: Mapping[str, str]) -> str:
    colour = {name: value[1:].upper() for name, value in palette.items()}
    fonts = (
        f'<w:rFonts w:ascii="{look.family}" w:hAnsi="{look.family}" w:eastAsia="{look.family}" w:cs="{look.family}"/>'
    )
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="{colour["ink"]}"/>{_size(look.size)}<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    return f'{HEAD}<w:styles xmlns:w="{WORD}">{defaults}{"".join(_style_rows(look, colour))}</w:styles>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _spacing(before: float, after: float, line: int = 264) -> str:
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="{line}" w:lineRule="auto"/>'
    )


def _tint(name: str, colour: Mapping[str, str]) -> str:
    return f'<w:color w:val="{colour[name]}"/>'


def _named(  # noqa: PLR0913  (what a style says)
    kind: str,
    name: str,
    *,
    base: str = "",
    after: str = "",
    ppr: str = "",
    rpr: str = "",
    more: str = "",
    default: bool = False,
) -> str:
    """One style; its id is the name without spaces, as Word makes it."""
    return (
        f'<w:style w:type="{kind}"{" w:default=" + chr(34) + "1" + chr(34) if default else ""} w:styleId="{_identity(name)}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{_identity(base)}"/>' if base else "")
        + (f'<w:next w:val="{_identity(after)}"/>' if after else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{ppr}</w:pPr>" if ppr else "")
        + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
        + more
        + "</w:style>"
    )


def _identity(name: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in name.split())


def _style_rows(look: Look, colour: Mapping[str, str]) -> Iterator[str]:
    yield _named("paragraph", "Normal", default=True)
    yield _named("character", "Default Paragraph Font", default=True)
    yield _named("table", "Normal Table", default=True, more='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>')  # fmt: skip
    yield _named("numbering", "No List", default=True)
    yield from _heading_rows(look, colour)
    yield from _text_rows(look, colour)
    yield from _furniture_rows(look, colour)
    yield from _character_rows(look, colour)
    yield _table_row(colour)


def _heading_rows(look: Look, colour: Mapping[str, str]) -> Iterator[str]:
    strong, stay = "<w:b/><w:bCs/>", "<w:keepNext/><w:keepLines/>"
    capitals = '<w:smallCaps/><w:spacing w:val="14"/>' if look.capitals else ""
    middle = '<w:jc w:val="center"/>' if look.centred else ""
    rule = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="{colour["line"]}"/></w:pBdr>'
        if look.rules
        else ""
    )
    yield _named("paragraph", "Title", base="Normal", after="Body Text", ppr=f"{stay}{_spacing(6, 6, 240)}{middle}", rpr=f"{strong}{_tint('ink', colour)}{_size(look.title)}")  # fmt: skip
    yield _named("paragraph", "heading 1", base="Normal", after="Body Text", ppr=f'{stay}{rule}{_spacing(18, 5, 240)}<w:outlineLvl w:val="0"/>', rpr=f"{strong}{capitals.replace('<w:spacing', _tint('accent', colour) + '<w:spacing') or _tint('accent', colour)}{_size(look.size + 3.5)}")  # fmt: skip
    yield _named("paragraph", "heading 2", base="Normal", after="Body Text", ppr=f'{stay}{_spacing(11, 3, 240)}<w:outlineLvl w:val="1"/>', rpr=f"{strong}{_tint('ink', colour)}{_size(look.size + 1)}")  # fmt: skip
    yield _named("paragraph", "heading 3", base="Normal", after="Body Text", ppr=f'{stay}{_spacing(8, 2, 240)}<w:outlineLvl w:val="2"/>', rpr=f"{strong}{_tint('muted', colour)}{_size(look.size)}")  # fmt: skip
    yield _named("paragraph", "TOC Heading", base="Normal", after="Body Text", ppr=f"{stay}{_spacing(14, 4, 240)}", rpr=f"{strong}{_tint('accent', colour)}{_size(look.size + 1)}")  # fmt: skip
    for level in (1, 2, 3):
        yield _named("paragraph", f"toc {level}", base="Normal", ppr=f'{_spacing(0, 2)}<w:ind w:left="{(level - 1) * 284}"/>')  # fmt: skip


def _text_rows(look: Look, colour: Mapping[str, str]) -> Iterator[str]:
    yield _named("paragraph", "Body Text", base="Normal", ppr=f"<w:widowControl/>{_spacing(0, 6)}")
    yield _named("paragraph", "Numbered Paragraph", base="Body Text", ppr='<w:numPr><w:numId w:val="3"/></w:numPr>')
    rules = "".join(f'<w:{side} w:val="single" w:sz="{weight}" w:space="5" w:color="{colour[name]}"/>' for side, weight, name in (("top", 8, "accent"), ("bottom", 4, "line")))  # fmt: skip
    tabs = '<w:tabs><w:tab w:val="left" w:pos="1701"/></w:tabs>'
    yield _named("paragraph", "Head Line", base="Normal", ppr=f'{"" if look.rules else f"<w:pBdr>{rules}</w:pBdr>"}{tabs}{_spacing(0, 2)}<w:ind w:left="1701" w:hanging="1701"/>')  # fmt: skip
    yield _named("paragraph", "Card", base="Normal", ppr=f"<w:keepNext/>{_spacing(7, 2)}")
    yield _named("paragraph", "Remark", base="Body Text", ppr=_spacing(2, 6), rpr=f"{_tint('muted', colour)}{_size(look.size - 1.5)}")  # fmt: skip
    yield _named("paragraph", "Definition", base="Normal", ppr=f'<w:tabs><w:tab w:val="left" w:pos="1985"/></w:tabs>{_spacing(0, 2)}<w:ind w:left="1985" w:hanging="1985"/>')  # fmt: skip
    for name, number in (("List Bullet", 1), ("List Number", 2)):
        for level in (1, 2, 3):
            place = f'<w:ilvl w:val="{level - 1}"/>' if level > 1 else ""
            yield _named("paragraph", _leveled(name, level), base="Normal", ppr=f'<w:numPr>{place}<w:numId w:val="{number}"/></w:numPr>{_spacing(0, 4)}')  # fmt: skip
    for level in (1, 2, 3):
        yield _named("paragraph", _leveled("List Continue", level), base="Normal", ppr=f'{_spacing(0, 4)}<w:ind w:left="{397 * level}"/>')  # fmt: skip
    # The line below a quotation has no bar: Word would draw a single one along all quotations that follow one another.
    bar = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="11" w:color="{colour["accent"]}"/></w:pBdr>'
    italic = "<w:i/><w:iCs/>" if look.capitals else ""
    yield _named("paragraph", "Quote", base="Normal", after="Quote Source", ppr=f'<w:keepNext/><w:keepLines/>{"" if look.capitals else bar}{_spacing(6, 0, 276)}<w:ind w:left="{567 if look.capitals else 284}" w:right="567"/>', rpr=f"{italic}{_size(look.size + 0.5)}")  # fmt: skip
    yield _named("paragraph", "Quote Source", base="Normal", after="Body Text", ppr=f'<w:keepLines/>{_spacing(2, 9)}<w:ind w:left="{567 if look.capitals else 284}" w:right="567"/>', rpr=f"{_tint('muted', colour)}{_size(look.size - 1)}")  # fmt: skip
    yield _named("paragraph", "caption", base="Normal", after="Body Text", ppr=f"<w:keepNext/>{_spacing(6, 3, 240)}", rpr=f"{_tint('muted', colour)}{_size(look.size - 1)}")  # fmt: skip
    yield _named("paragraph", "Figure", base="Normal", after="caption", ppr=f"<w:keepNext/>{_spacing(4, 2, 240)}")
    yield _named("paragraph", "Table Text", base="Normal", ppr=_spacing(1.5, 1.5, 247), rpr=_size(look.size - 1))
    yield _named("paragraph", "Table Heading", base="Table Text", ppr=f"<w:keepNext/>{_spacing(1.5, 1.5, 240)}", rpr=f"<w:b/><w:bCs/>{_tint('accent', colour)}{_size(look.size - 1)}")  # fmt: skip
    yield _named(
        "paragraph", "Table Reference", base="Table Text", rpr=f"{_tint('muted', colour)}{_size(look.size - 2)}"
    )
    yield _named("paragraph", "footnote text", base="Normal", ppr=_spacing(0, 1, 240), rpr=f"{_tint('muted', colour)}{_size(look.size - 2)}")  # fmt: skip
    yield _named("paragraph", "Table End", base="Normal", ppr='<w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/>', rpr=_size(4))  # fmt: skip


def _leveled(name: str, level: int) -> str:
    """List Bullet, List Bullet 2, List Bullet 3: as Word calls them."""
    return f"{name} {level}" if level > 1 else name


def _furniture_rows(look: Look, colour: Mapping[str, str]) -> Iterator[str]:
    width = 11906 - 2 * look.side
    middle = '<w:jc w:val="center"/>' if look.centred else ""
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    small = f"{_tint('muted', colour)}{_size(8.5)}"
    yield _named("paragraph", "header", base="Normal", ppr=tabs, rpr=small)
    yield _named("paragraph", "footer", base="Normal", ppr=tabs, rpr=small)
    yield _named("paragraph", "Classification", base="Normal", ppr=middle, rpr=f'<w:b/><w:bCs/><w:caps/>{_tint("accent", colour)}<w:spacing w:val="10"/>{_size(9.5)}')  # fmt: skip
    yield _named("paragraph", "Letterhead", base="Normal", ppr=f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="8" w:color="{colour["accent"]}"/></w:pBdr>{_spacing(4, 10, 240)}<w:jc w:val="center"/>', rpr=f'<w:smallCaps/>{_tint("ink", colour)}<w:spacing w:val="24"/>{_size(14)}')  # fmt: skip


def _character_rows(look: Look, colour: Mapping[str, str]) -> Iterator[str]:
    yield _named("character", "Strong", rpr="<w:b/><w:bCs/>")
    yield _named("character", "Emphasis", rpr="<w:i/><w:iCs/>")
    yield _named("character", "Intense Emphasis", rpr="<w:b/><w:bCs/><w:i/><w:iCs/>")
    yield _named("character", "Hyperlink", rpr=_tint("accent", colour))
    yield _named("character", "Reference", rpr=f"{_tint('muted', colour)}{_size(look.size - 2)}")
    yield _named("character", "Term", rpr=_tint("muted", colour))
    yield _named("character", "footnote reference", rpr=f'{_tint("accent", colour)}<w:vertAlign w:val="superscript"/>')
    yield _named("character", "Flag", rpr=_tint("muted", colour))


def _table_row(colour: Mapping[str, str]) -> str:
    def border(side: str, weight: int, name: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="{colour[name]}"/>'

    outer = border("top", 8, "accent") + border("bottom", 4, "line") + border("insideH", 4, "line")
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 28), ("left", 57), ("bottom", 28), ("right", 113))
    )
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour["tint"]}"/>'
    return _named(
        "table", "Note Table", base="Normal Table",
        more=f"<w:tblPr><w:tblBorders>{outer}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{border("bottom", 6, "accent")}</w:tcBorders>{shade}</w:tcPr></w:tblStylePr>',
    )  # fmt: skip


# Pages ------------------------------------------------------------------------------------------------------------


def _paragraph(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _placeholder(tag: str) -> str:
    """A content control that the writer fills: title, classification, letterhead, page."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>[{tag}]</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _control(style: str, *tags: str) -> str:
    return _paragraph(style, "<w:r><w:tab/></w:r>".join(_placeholder(tag) for tag in tags))


def _classification(look: Look) -> str:
    return _control("Classification", "classification") if look.rules else ""


def _letterhead(look: Look) -> list[str]:
    return [
        _classification(look),
        _paragraph("Letterhead", f"{_logo()}<w:r><w:br/></w:r>{_placeholder('letterhead')}"),
    ]


def _foot(look: Look) -> list[str]:
    return [_control("Footer", "title", "page"), *([_classification(look)] if look.rules else [])]


def _logo() -> str:
    side = 720000  # 2 cm in English Metric Units
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{side}" cy="{side}"/>'
        '<wp:docPr id="1" name="Logo" descr=""><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr>'
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture"><pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def _running(tag: str, paragraphs: list[str]) -> str:
    return f'{HEAD}<w:{tag} xmlns:w="{WORD}" xmlns:r="{OFFICE}">{"".join(paragraphs)}</w:{tag}>'


def _document(look: Look) -> str:
    """Every paragraph style once, by its own name: what the designer sees. The writer keeps the page's set-up only."""
    shown = ["Classification", "Title", "Head Line", "Heading 1", "Heading 2", "Heading 3", "Body Text", "Numbered Paragraph", "Definition", "List Bullet", "List Bullet 2",
             "List Bullet 3", "List Number", "List Number 2", "Card", "Quote", "Quote Source", "Caption", "Remark", "Table Heading", "Table Text", "TOC Heading", "TOC 1"]  # fmt: skip
    body = "".join(_paragraph(_identity(name), f"<w:r><w:t>{escape(name)}</w:t></w:r>") for name in shown)
    parts = "".join(
        f'<w:{kind}Reference w:type="{when}" r:id="rId{number}"/>'
        for number, (kind, when) in enumerate(
            [("header", "first"), ("header", "default"), ("footer", "first"), ("footer", "default")], start=6
        )
    )
    section = (
        f'<w:sectPr>{parts}<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="1304" w:right="{look.side}" w:bottom="1247" w:left="{look.side}" w:header="624" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    return f'{HEAD}<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{body}{section}</w:body></w:document>'


if __name__ == "__main__":
    main(sys.argv[1:])
