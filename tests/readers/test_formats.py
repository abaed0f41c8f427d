"""Which format some bytes are in."""

from __future__ import annotations

import pytest

from reporter.errors import InputError
from reporter.readers import CONTAINERS, READERS, formats
from reporter.readers.formats import recognise
from tests.readers import files

ALL = {
    formats.TEXT: b"Some text.",
    formats.HTML: files.page(),
    formats.DOCX: files.docx(),
    formats.PDF: files.release_pdf(),
    formats.MAIL: files.eml(),
    formats.OUTLOOK: files.msg(),
    formats.FEED: files.rss(""),
    formats.ZIP: files.zipped({"a.txt": "x"}),
}


@pytest.mark.parametrize("media_type", ALL)
def test_content_tells(media_type: str) -> None:
    assert recognise(ALL[media_type], "<stdin>") == media_type


@pytest.mark.parametrize("media_type", [kind for kind in ALL if kind != formats.TEXT])
@pytest.mark.parametrize("name", ["a.txt", "a.xyz", "a"])
def test_content_tells_more_than_the_name(media_type: str, name: str) -> None:
    assert recognise(ALL[media_type], name) == media_type


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\xef\xbb\xbf  <!-- x --><!DOCTYPE HTML PUBLIC><html>", formats.HTML),
        ("<?xml version='1.0'?><!DOCTYPE html><html/>".encode("utf-16"), formats.HTML),
        (b"<p>fragment", formats.HTML),
        (b"<atom:feed>", formats.FEED),
        (b"<?xml version='1.0'?><rdf:RDF>", formats.FEED),
        (b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x 'y'>]><rss/>", formats.FEED),
        (b"From a@b.example Mon May  9 10:00:00 2022\nFrom: a@b.example\nMessage-ID: <1>\n\nx", formats.MAILBOX),
        (b"Received: by x\n from y\nFrom: a\n\nx", formats.MAIL),
        (b"From: a\nTo: b\nDate: c\nSubject: d\n\nx", formats.MAIL),
        (b"Date: 9 May\nContact: me\n\nFOR RELEASE", formats.TEXT),
        (b"<3 ships", formats.TEXT),
        (b"junk\0\0\1%PDF-1.4", formats.PDF),
    ],
)
def test_beginnings(content: bytes, media_type: str) -> None:
    assert recognise(content, "<stdin>") == media_type


def test_names_tell_what_content_cannot() -> None:
    assert recognise(b"# Title", "a.md") == formats.MARKDOWN
    assert recognise(b"plain", "a.html") == formats.HTML
    assert recognise(b"plain", "README") == formats.TEXT
    assert recognise(b"plain", "dir.d/no. 12 of May") == formats.TEXT


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"plain", "a.xyz", r"a\.xyz: no reader for this format \(known: \.docx, \.eml, "),
        (b"\0\1\2\3\4", "a.bin", "no reader for this format"),
        (b"plain", "a.pdf", r"its name says \.pdf, its content is plain text"),
        (b"\0\1\2\3\4", "a.docx", "its content is binary data"),
        (b"  \n", "a.txt", "is empty"),
        (b"", "a.pdf", "is empty"),
        (b"{\\rtf1 x}", "a.rtf", "RTF"),
        (b"\x1f\x8bxx", "a.gz", "gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 word", "a.doc", r"old Office file.*save it as \.docx"),
        (b"PK\x03\x04cut", "a.docx", "broken ZIP or Word file"),
        (files.zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "a.xlsx", "no Word document"),
        (files.zipped({"mimetype": "application/vnd.oasis.opendocument.text"}, stored=True), "a.odt", "OpenDocument"),
        (files.release_pdf() + files.zipped({"a": "b"}), "a.pdf", "claimed by application/pdf and application/zip"),
    ],
)  # fmt: skip
def test_what_is_refused(content: bytes, name: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        recognise(content, name)


def test_what_is_stated_is_believed() -> None:
    assert recognise(b"<html>", "a.html", "text/plain; charset=utf-8") == formats.TEXT
    assert recognise(b"<html>", "a.html", "application/xhtml+xml") == formats.HTML
    assert recognise(b"<html>", "a.html", "image/png") == formats.HTML


def test_known_suffixes_have_readers() -> None:
    assert {*READERS, *CONTAINERS} - {formats.FRAGMENT} == set(formats.SUFFIXES.values())
    assert all(suffix in formats.SUFFIXES for suffix in formats.KNOWN.split())
