"""Which format some bytes are in: by their content first, then by their name."""

from __future__ import annotations

import io
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reporter.errors import FormatError, InputError
from reporter.readers.encodings import decode, is_binary

if TYPE_CHECKING:
    from zipfile import ZipFile

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
FRAGMENT = "text/html; fragment"
"""HTML without a page around it, of which nothing is a menu: only containers say so."""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
MAIL = "message/rfc822"
MAILBOX = "application/mbox"
OUTLOOK = "application/vnd.ms-outlook"
FEED = "application/rss+xml"
ZIP = "application/zip"

SUFFIXES = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".docx": DOCX,
    ".docm": DOCX,
    ".dotx": DOCX,
    ".pdf": PDF,
    ".eml": MAIL,
    ".mht": MAIL,
    ".mhtml": MAIL,
    ".mbox": MAILBOX,
    ".msg": OUTLOOK,
    ".rss": FEED,
    ".atom": FEED,
    ".xml": FEED,
    ".zip": ZIP,
}
KNOWN = ".docx .eml .html .mbox .md .msg .pdf .rss .txt .zip"
"""For messages: one suffix a format."""

_ALIASES = {
    "application/atom+xml": FEED,
    "application/xml": FEED,
    "text/xml": FEED,
    "application/xhtml+xml": HTML,
    "text/x-markdown": MARKDOWN,
    "application/x-zip-compressed": ZIP,
    "multipart/related": MAIL,
}

_PICTURE = "a picture"
# Formats that have no reader, by their first bytes, and what to do with them.
_REFUSED = (
    (rb"{\rtf", "an RTF file", "save it as .docx"),
    (b"\x1f\x8b", "a gzip file", "unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it"),
    (b"\x89PNG", _PICTURE, "the release as text"),
    (b"\xff\xd8\xff", _PICTURE, "the release as text"),
    (b"GIF8", _PICTURE, "the release as text"),
    (b"II*\0", _PICTURE, "the release as text"),
    (b"MM\0*", _PICTURE, "the release as text"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0".encode("utf-16-le")
_ZIP_START = b"PK\x03\x04"
_ZIP_EMPTY = b"PK\x05\x06"
_ZIP_END = b"PK\x05\x06"
_ZIP_END_SIZE = 22
_LONGEST_TYPE = 100
_ODF = "application/vnd.oasis.opendocument"

_SAMPLE = 16_384
_HTML = re.compile(
    r"(?:<!doctype\s+html|<(?:html|head|body|title|meta|div|table|article|main|section|p|h1)[\s>])", re.IGNORECASE
)
_PROLOGUE = re.compile(r"(?:\s+|<\?[^>]{0,500}\?>|<!--.{0,5000}?-->)", re.DOTALL)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|\w{1,20}:feed)[\s>]")
_DOCTYPE = re.compile(r"<!DOCTYPE\s+(\w+)", re.IGNORECASE)
# The head of a message: its first lines are fields, and among them are some that nothing but a message has.
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \t]|\r?$)")
_OF_MESSAGES_NAMES = "mime-version message-id received return-path content-type delivered-to dkim-signature x-mailer"
_OF_MESSAGES = frozenset(_OF_MESSAGES_NAMES.split())
_OF_LETTERS = frozenset(("from", "date", "subject", "to"))
_POSTMARK = re.compile(r"From \S{0,200} .{0,80}\d{4}")


def recognise(content: bytes, name: str, stated: str | None = None) -> str:
    """The media type of a source.

    Args:
        content: All its bytes.
        name: Its path, whose suffix decides where the content leaves a choice.
        stated: What the caller, or the container, says it is.

    Raises:
        InputError: No format claims it, or two do.
    """
    if stated == FRAGMENT:
        return FRAGMENT
    if stated and (known := canonical(stated)):
        return known
    by_suffix = SUFFIXES.get(PurePosixPath(name).suffix.lower())
    certain = list(_certain(content, name))
    if len(certain) > 1:
        raise InputError(name, f"is claimed by {' and '.join(certain)}", remedy="a file that is one thing only")
    if certain:
        return certain[0]
    return _by_suffix(content, name, by_suffix)


def canonical(media_type: str) -> str | None:
    """The name under which a media type is read, or None where nothing reads it."""
    plain = media_type.partition(";")[0].strip().lower()
    plain = _ALIASES.get(plain, plain)
    return plain if plain in SUFFIXES.values() else None


def _by_suffix(content: bytes, name: str, by_suffix: str | None) -> str:
    """For what looks like plain text, or like nothing."""
    if not content.strip():
        raise InputError(name, "is empty")
    if is_binary(content):
        raise _nothing(name) if by_suffix is None else _contradiction(name, "binary data")
    if by_suffix in {TEXT, MARKDOWN, HTML}:
        return by_suffix
    if by_suffix is not None:
        raise _contradiction(name, "plain text")
    suffix = PurePosixPath(name).suffix
    if suffix and not _is_stream(name) and " " not in suffix:
        raise _nothing(name)
    return TEXT


def _is_stream(name: str) -> bool:
    return name.startswith("<") or "!item " in name or "!message " in name


def _contradiction(name: str, looks: str) -> InputError:
    suffix = PurePosixPath(name).suffix.lower()
    return InputError(
        name, f"its name says {suffix}, its content is {looks}", remedy="a whole file; rename it if the name is wrong"
    )


def _nothing(name: str) -> FormatError:
    return FormatError(name, "no reader for this format", remedy=f"known: {KNOWN.replace(' ', ', ')}")


def _certain(content: bytes, name: str) -> list[str]:
    """The formats whose signature the content bears."""
    for signature, what, remedy in _REFUSED:
        if content.startswith(signature):
            refused = FormatError if what == _PICTURE else InputError
            raise refused(name, f"is {what}, which is not read", remedy=remedy)
    claims = [claim for claim in (_pdf(content), _ole(content, name), _zipped(content, name)) if claim]
    return claims or [claim for claim in [_marked_up(content)] if claim]


def _pdf(content: bytes) -> str | None:
    # Some programs write a few bytes before the header; readers look for it in the first kilobyte.
    start = content[:1024].find(b"%PDF-")
    return PDF if start == 0 or (start > 0 and is_binary(content)) else None


def _ole(content: bytes, name: str) -> str | None:
    if not content.startswith(_OLE):
        return None
    if _PROPERTIES in content or name.lower().endswith(".msg"):
        return OUTLOOK
    raise InputError(name, "is an old Office file (.doc), which is not read", remedy="save it as .docx")


def _zipped(content: bytes, name: str) -> str | None:
    """A Word file or an archive; also where the ZIP hangs at the end of something else, which makes it a trap."""
    if not content.startswith((_ZIP_START, _ZIP_EMPTY)):
        ends_as_zip = content[-_ZIP_END_SIZE:].startswith(_ZIP_END)
        return ZIP if ends_as_zip else None
    import zipfile  # noqa: PLC0415  (only this format needs it)

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist()[:10_000])
            kind = archive.read("mimetype")[:100].decode("ascii", "replace") if _is_odf(archive) else ""
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError) as error:
        raise InputError(name, f"is a broken ZIP or Word file: {error}", remedy="a whole file; was it cut?") from error
    if "word/document.xml" in names:
        return DOCX
    if kind.startswith(_ODF):
        raise InputError(name, "is an OpenDocument file, which is not read", remedy="save it as .docx")
    if "[Content_Types].xml" in names:
        raise InputError(name, "is an Office file but no Word document, and is not read", remedy="a .docx file")
    return ZIP


def _is_odf(archive: ZipFile) -> bool:
    info = archive.NameToInfo.get("mimetype")
    return info is not None and info.file_size <= _LONGEST_TYPE and info.compress_type == 0


def _marked_up(content: bytes) -> str | None:
    """Web page, feed or message, by their first characters."""
    if is_binary(content):
        return None
    sample = decode(content[:_SAMPLE]).text.lstrip("\ufeff")
    if _is_message(sample):
        return MAILBOX if _POSTMARK.match(sample) else MAIL
    place = 0
    while prologue := _PROLOGUE.match(sample, place):
        place = prologue.end()
    if (doctype := _DOCTYPE.match(sample, place)) and doctype.group(1).lower() != "html":
        return FEED if sample.lstrip().startswith("<?xml") else None
    if _HTML.match(sample, place):
        return HTML
    return FEED if _FEED.match(sample, place) else None


def _is_message(sample: str) -> bool:
    names: set[str] = set()
    for number, line in enumerate(sample.split("\n")):
        if number == 0 and _POSTMARK.match(line):
            continue
        if line.startswith((" ", "\t")) and names:
            continue
        field = _FIELD.match(line)
        if field is None:
            break
        names.add(field.group(1).lower())
    return bool(names & _OF_MESSAGES and names & _OF_LETTERS) or names >= _OF_LETTERS
