"""Files that try to break a reader; made here, kept nowhere."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from tests.readers import files
from tests.readers.files import Drawn, W, paragraph

MEGABYTE = 1_000_000


def bomb() -> bytes:
    """A Word file of a few kilobytes that would unpack to 40 MB."""
    body = b"<w:p><w:r><w:t>" + b"a" * 40 * MEGABYTE + b"</w:t></w:r></w:p>"
    return files.docx(body.decode())


def quiet_bomb() -> bytes:
    """An archive whose headers say that its entry is small."""
    content = bytearray(files.zipped({"a.txt": b"a" * 40 * MEGABYTE}))
    for place in (content.index(b"PK\x03\x04") + 22, content.index(b"PK\x01\x02") + 24):
        content[place : place + 4] = struct.pack("<I", 1000)
    return bytes(content)


def laughs() -> bytes:
    """Billion laughs, as a feed."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{entities}]><rss><item><title>&l9;</title></item></rss>'.encode()


def external_entity() -> bytes:
    return files.zipped(
        {
            "word/document.xml": f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}><w:body>&x;</w:body></w:document>'
        }
    )


def pdf_bomb() -> bytes:
    """A page whose stream unpacks to 200 MB."""
    stream = zlib.compress(b" " * 200 * MEGABYTE, 9)
    content = files.pdf([[Drawn("x")]])
    start = content.rindex(b"<< /Length", 0, content.index(b"BT /F"))
    end = content.index(b"endstream", start)
    packed = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\n" % (len(stream), stream)
    return content[:start] + packed + content[end:]


def pdf_cycle() -> bytes:
    """A page tree that is its own child."""
    return files.pdf([[Drawn("x")]]).replace(b"/Kids [7 0 R]", b"/Kids [2 0 R]")


def nested_archives() -> bytes:
    content = files.zipped({"a.txt": "text"})
    for _ in range(50):
        content = files.zipped({"a.zip": content})
    return content


def many_messages() -> bytes:
    return b"From a@b.example Mon May  9 10:00:00 2022\nFrom: a@b.example\nMessage-ID: <1>\n\nText.\n\n" * 5_000


def nested_parts() -> bytes:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000))
    return f"From: a@b.example\nMessage-ID: <1>\n{parts}".encode()


def deep_word() -> bytes:
    table = "<w:tbl><w:tr><w:tc>" * 60 + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * 60
    return files.docx(table)


def circular_styles() -> bytes:
    styles = f"<w:styles {W}><w:style w:styleId='A'><w:basedOn w:val='B'/></w:style><w:style w:styleId='B'><w:basedOn w:val='A'/></w:style></w:styles>"
    return files.docx(paragraph("text", "A"), {"word/styles.xml": styles})


HOSTILE: dict[str, Callable[[], bytes]] = {
    "bomb.docx": bomb,
    "quiet-bomb.zip": quiet_bomb,
    "laughs.xml": laughs,
    "entity.docx": external_entity,
    "bomb.pdf": pdf_bomb,
    "cycle.pdf": pdf_cycle,
    "nested.zip": nested_archives,
    "many.mbox": many_messages,
    "parts.eml": nested_parts,
    "deep.docx": deep_word,
    "circular.docx": circular_styles,
    "divs.html": lambda: b"<div>" * MEGABYTE,
    "siblings.html": lambda: b"<p>a" * 20_000,
    "wide.html": lambda: b"<body>" + b"<ul><li><a href=x>link</a></ul>" * 4_000,
    "attributes.html": lambda: b"<p " + b"a=b " * MEGABYTE + b">x</p>",
    "comment.html": lambda: b"<!-- " * 500_000,
    "styles.eml": lambda: files.eml("x", "<style>" * 100_000),
    "line.txt": lambda: b"word " * 2 * MEGABYTE,
    "lines.txt": lambda: b"\n" * 10 * MEGABYTE,
    "long-word.txt": lambda: b"a" * 10 * MEGABYTE,
    "marks.txt": lambda: "“" .encode() * 30_000,
    "quotes.txt": lambda: b'"a" \'b\' ' * 4_000,
    "brackets.md": lambda: b"[" * 30_000,
    "pictures.md": lambda: b"![" * 20_000,
    "table.md": lambda: b"a|b\n-|-\n" * 3_000,
    "matter.md": lambda: b"---\n" + b"a: b\n" * 20_000,
    "html.md": lambda: b"<!-- " * 30_000,
    "surrogates.txt": lambda: "a\ud800b\udfff".encode("utf-8", "surrogatepass") * 1000,
    "bidi.txt": lambda: "\u202etxt.exe\u202c \u2066\u2067\u200f".encode() * 10_000,
    "marks-of-combination.txt": ("e" + "\u0301" * 30_000).encode,
    "zeros.txt": lambda: b"\0" * MEGABYTE,
    "noise.txt": lambda: bytes(range(256)) * 1000,
    "empty.txt": lambda: b"",
    "empty.pdf": lambda: b"",
    "wrong-suffix.pdf": files.docx,
    "picture.docx": lambda: b"\x89PNG\r\n\x1a\n",
    "polyglot.pdf": lambda: files.release_pdf() + files.zipped({"a.txt": "b"}),
    "postmarks.mbox": lambda: b"From a 2022\n" * 200_000,
    "headers.eml": lambda: b"From: a\nMessage-ID: b\n" + b"X: y\n" * 30_000 + b"\nx",
    "encoded.eml": lambda: b"From: a\nMessage-ID: b\nSubject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nx",
    "dates.xml": lambda: files.rss(f"<item><title>a</title><pubDate>{'1' * 300_000}</pubDate><description>x</description></item>"),
    "json.html": lambda: b"<script type='application/ld+json'>" + b"[" * 190_000 + b"</script><p>x</p>",
    "ole.msg": lambda: files.msg()[:512] + b"\0" * 5000,
    "cut.msg": lambda: files.msg()[:3000],
}  # fmt: skip
