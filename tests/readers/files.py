"""Makes files of every format that is read, whole ones and traps."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# A release, made up: every format below is made from it.
MASTHEAD = "Harbour Agency of Westmark"
LABEL = "Press release"
TITLE = "New berth opens for research vessels of the whole bay"
CAPTION = "The survey ship Petrel at the new berth, Westport, 8 May 2022. (Harbour Agency/Runa Vik)"
BODY = (
    (
        "WESTPORT, 9 May 2022 – A berth for research vessels was opened today in Westport after two years of building "
        "work that employed ninety people and cost 14 million crowns."
    ),
    (
        "“Ships that measure the sea need a home as much as ships that cross it,” said Ida Korhal, Director of the "
        "Harbour Agency. “Now they have one.”"
    ),
    (
        "The berth was paid for by the Regional Fund and will be open to vessels of all countries of the bay from 1 July, "
        "when the first expedition of the year is expected to return."
    ),
)
CONTACT_HEADING = "Press contact"
CONTACT = ("Olav Brenn", "Press Officer, Harbour Agency of Westmark", "Tel. +47 22 85 50 50", "press@harbour.example")
TEXT = "\n\n".join((MASTHEAD, LABEL, TITLE, CAPTION, *BODY, CONTACT_HEADING, "\n".join(CONTACT))) + "\n"


def markdown() -> bytes:
    contact = "  \n".join(CONTACT)
    parts = (f"**{MASTHEAD}**", f"**{LABEL}**", f"# {TITLE}", f"*{CAPTION}*", *BODY, f"## {CONTACT_HEADING}", contact)
    return "\n\n".join(parts).encode()


def article() -> str:
    """The release as HTML, without a page around it."""
    paragraphs = "\n".join(f"<p>{escape(words)}</p>" for words in BODY)
    contact = "<br/>\n".join(escape(line) for line in CONTACT)
    return (
        f"<p>{MASTHEAD}</p><p>{LABEL}</p><h1>{TITLE}</h1>"
        f"<figure><img src='x.jpg' alt='a picture'><figcaption>{CAPTION}</figcaption></figure>"
        f"{paragraphs}<h3>{CONTACT_HEADING}</h3><p>{contact}</p>"
    )


def page(content: str = "", head: str = "") -> bytes:
    """The release on a web page with all that usually stands around one."""
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{TITLE} | Westmark</title>{head}</head><body>"
        "<div class='cookie-consent'><p>We use cookies to make this site better for you.</p><button>OK</button></div>"
        "<header><a href='/'>Home</a></header><nav><ul><li><a href='/a'>About</a></li></ul></nav>"
        f"<main>{content or article()}"
        "<div class='share-links'><a href='#'>Facebook</a></div></main>"
        "<aside><h2>Related news</h2><ul><li><a href='/1'>Crane is inspected</a></li></ul></aside>"
        "<footer><p>© Westmark. All rights reserved.</p></footer></body></html>"
    ).encode()


# Word


def paragraph(text: str, style: str | None = None, *, extra: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "<w:br/>".join(f"<w:t xml:space='preserve'>{escape(line, quote=False)}</w:t>" for line in text.split("\n"))
    return f"<w:p><w:pPr>{properties}{extra}</w:pPr><w:r>{runs}</w:r></w:p>"


def docx(body: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file with this body; without one, the release."""
    content = body or "".join(
        (
            paragraph(MASTHEAD),
            paragraph(LABEL),
            paragraph(TITLE, "Title"),
            paragraph(CAPTION, "Caption"),
            *(paragraph(words) for words in BODY),
            paragraph(CONTACT_HEADING, "Heading2"),
            paragraph("\n".join(CONTACT)),
        )
    )
    document = f"<?xml version='1.0' encoding='UTF-8'?><w:document {W} {MC}><w:body>{content}</w:body></w:document>"
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **(parts or {})})


def zipped(files: Mapping[str, str | bytes], *, stored: bool = False) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


# PDF


@dataclass(frozen=True)
class Drawn:
    """A line of text on a page."""

    text: str
    x: float = 72
    y: float = 700
    size: float = 11
    bold: bool = False


def pdf(pages: Sequence[Sequence[Drawn]], *, picture: bool = False) -> bytes:
    """A PDF with these lines, in Helvetica as Windows encodes it."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        (
            b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
            b"stream\n\0\nendstream"
        ),
    ]
    kids = []
    for lines in pages:
        stream = b"\n".join(map(_show, lines))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        images = b"/XObject << /I 5 0 R >>" if picture else b""
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F 3 0 R /B 4 0 R >> %s >> >>"
            % (len(objects), images)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return _assembled(objects)


def _show(line: Drawn) -> bytes:
    words = line.text.encode("cp1252", "replace").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    font = b"B" if line.bold else b"F"
    return b"BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (font, line.size, line.x, line.y, words)


def _assembled(objects: list[bytes]) -> bytes:
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(made)


def wrapped(text: str, width: int = 80) -> list[str]:
    """The lines of a paragraph, wrapped."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def release_pdf() -> bytes:
    """The release on two pages, with running heads and page numbers."""
    blocks = [(MASTHEAD, 11.0, True), (LABEL, 11.0, True), (TITLE, 18.0, True), (CAPTION, 9.0, False)]
    blocks += [(words, 11.0, False) for words in BODY]
    first = [*_column(blocks[:6], 760), Drawn("Westmark | Newsroom", 250, 815, 8), Drawn("Page 1 of 2", 260, 30, 8)]
    rest = _column(blocks[6:], 760)
    foot = rest[-1].y - 30
    card = [Drawn(CONTACT_HEADING, y=foot, bold=True)]
    card += [Drawn(line, y=foot - 16 * n - 20) for n, line in enumerate(CONTACT)]
    second = [*rest, *card, Drawn("Westmark | Newsroom", 250, 815, 8), Drawn("Page 2 of 2", 260, 30, 8)]
    return pdf([first, second])


def _column(blocks: Sequence[tuple[str, float, bool]], top: float) -> list[Drawn]:
    drawn = []
    y = top
    for text, size, bold in blocks:
        for line in wrapped(text, int(900 / size)):
            drawn.append(Drawn(line, y=y, size=size, bold=bold))
            y -= 1.3 * size
        y -= size
    return drawn


# Messages


def eml(
    body: str | None = TEXT,
    html: str | None = None,
    attachments: Sequence[tuple[str, bytes, str]] = (),
    **headers: str,
) -> bytes:
    """A message; `attachments` are name, content and media type."""
    message = EmailMessage()
    stated = {"From": "Press service <press@harbour.example>", "To": "list@news.example", "Subject": TITLE}
    stated["Date"] = "Mon, 09 May 2022 12:00:00 +0200"
    for name, value in {**stated, **headers}.items():
        message[name.replace("_", "-")] = value
    if body is not None:
        message.set_content(body)
    if html is not None:
        message.add_alternative(html, subtype="html")
    for name, content, media_type in attachments:
        main, _, sub = media_type.partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def rss(items: str, extra: str = "") -> bytes:
    return (
        "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        f"<channel><title>Westmark news</title>{extra}{items}</channel></rss>"
    ).encode()


def item(title: str, content: str, link: str = "https://westmark.example/1") -> str:
    return (
        f"<item><title>{escape(title)}</title><link>{link}</link><pubDate>Mon, 09 May 2022 12:00:00 +0200</pubDate>"
        f"<description>A teaser.</description><content:encoded>{escape(content)}</content:encoded></item>"
    )


# Outlook: a compound file with the streams that a message needs

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@dataclass(slots=True)
class _Entry:
    name: str
    kind: int
    content: bytes = b""
    right: int = _FREE
    child: int = _FREE
    start: int = _END


def msg(
    subject: str = TITLE, body: str = TEXT, attachments: Sequence[tuple[str, bytes]] = (), html: bytes | None = None
) -> bytes:
    """A message as Outlook saves it, sent on 9 May 2022."""
    texts: dict[tuple[int, int], bytes] = {
        (0x0037, 0x1F): subject.encode("utf-16-le"),
        (0x0C1A, 0x1F): "Press service".encode("utf-16-le"),
        (0x0C1F, 0x1F): "press@harbour.example".encode("utf-16-le"),
    }
    if body:
        texts[0x1000, 0x1F] = body.encode("utf-16-le")
    if html is not None:
        texts[0x1013, 0x102] = html
    sent = struct.pack("<HHIQ", 0x40, 0x0039, 6, 132965712000000000) + struct.pack("<HHIQ", 0x3, 0x3FDE, 6, 65001)
    head = struct.pack("<8xIIII8x", 0, len(attachments), 0, len(attachments))
    entries = [_Entry("Root Entry", _ROOT)]
    _fill(entries, 0, head, texts, sent)
    storages = []
    for number, (name, content) in enumerate(attachments):
        storages.append(len(entries))
        entries.append(_Entry(f"__attach_version1.0_#{number:08X}", _STORAGE))
        properties = {(0x3701, 0x102): content, (0x3707, 0x1F): name.encode("utf-16-le")}
        _fill(entries, storages[-1], b"\0" * 8, properties, struct.pack("<HHIIxxxx", 0x3, 0x3705, 6, 1))
    for storage in storages:
        _hang(entries, 0, storage)
    return _compound(entries)


def _fill(
    entries: list[_Entry], parent: int, head: bytes, texts: Mapping[tuple[int, int], bytes], fixed: bytes
) -> None:
    properties = head + fixed
    for (identifier, kind), content in texts.items():
        properties += struct.pack("<HHIIxxxx", kind, identifier, 6, len(content) + (2 if kind == 0x1F else 0))
        entries.append(_Entry(f"__substg1.0_{identifier:04X}{kind:04X}", _STREAM, content))
        _hang(entries, parent, len(entries) - 1)
    entries.append(_Entry("__properties_version1.0", _STREAM, properties))
    _hang(entries, parent, len(entries) - 1)


def _hang(entries: list[_Entry], parent: int, number: int) -> None:
    """Put an entry into its parent's tree, which here is a chain to the right."""
    if entries[parent].child == _FREE:
        entries[parent].child = number
        return
    last = entries[parent].child
    while entries[last].right != _FREE:
        last = entries[last].right
    entries[last].right = number


def _compound(entries: list[_Entry]) -> bytes:
    sectors: list[bytes] = []
    chain: list[int] = []
    mini: list[int] = []
    small = b""
    for entry in entries:
        if entry.kind != _STREAM or not entry.content:
            continue
        if len(entry.content) < _CUTOFF:
            entry.start = len(mini)
            count = -(-len(entry.content) // _MINI)
            mini += [*range(entry.start + 1, entry.start + count), _END]
            small += entry.content.ljust(count * _MINI, b"\0")
        else:
            entry.start = _store(sectors, chain, entry.content)
    entries[0].content = small
    entries[0].start = _store(sectors, chain, small)
    mini_start = _store(sectors, chain, struct.pack(f"<{len(mini)}I", *mini), filler=b"\xff")
    mini_count = -(-len(mini) * 4 // _SECTOR)
    directory = _store(sectors, chain, b"".join(map(_directory_entry, entries)))
    tables = 1
    while (len(chain) + tables) * 4 > tables * _SECTOR:
        tables += 1
    fat_start = len(chain)
    chain += [_FAT] * tables
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * _SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, tables, directory, 0, _CUTOFF, mini_start, mini_count, _END, 0)
    places = [fat_start + n for n in range(tables)] + [_FREE] * (109 - tables)
    return head + struct.pack("<109I", *places) + b"".join(sectors) + fat


def _store(sectors: list[bytes], chain: list[int], content: bytes, filler: bytes = b"\0") -> int:
    start = len(chain)
    count = max(1, -(-len(content) // _SECTOR))
    padded = content.ljust(count * _SECTOR, filler)
    sectors += [padded[n * _SECTOR : (n + 1) * _SECTOR] for n in range(count)]
    chain += [*range(start + 1, start + count), _END]
    return start


def _directory_entry(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    head = name.ljust(64, b"\0") + struct.pack("<HBB", len(name) + 2, entry.kind, 1)
    return head + struct.pack("<III16xI8x8xIQ", _FREE, entry.right, entry.child, 0, entry.start, len(entry.content))
