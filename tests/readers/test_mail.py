"""Messages: bodies, headers, attachments, covering letters, mailboxes, Outlook."""

from __future__ import annotations

from datetime import date

import pytest

from reporter import intake
from reporter.errors import InputError, LimitError
from reporter.model.diagnostics import Diagnostic
from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import letters, mail, outlook
from tests.readers import files
from tests.readers.files import DOCX_TYPE

LETTER = "Dear colleagues,\n\nPlease find our press release attached.\n\nBest regards,\nPress office\n"
OTHER = "A second matter\n\n" + "The Port Council met on Tuesday and decided on other things entirely than ships. " * 8


def items(content: bytes, name: str = "m.eml") -> list[Document | Diagnostic]:
    return list(intake.documents_of(content, intake.source_of(content, name)))


def only(content: bytes, name: str = "m.eml") -> Document:
    [document] = items(content, name)
    assert isinstance(document, Document)
    return document


def paths(content: bytes, name: str = "m.eml") -> list[str]:
    return [item.source.path if isinstance(item, Document) else item.message for item in items(content, name)]


def test_headers() -> None:
    document = only(files.eml(Archived_At="<https://lists.example/1>"))

    assert document.source.path == "m.eml"
    assert document.source.media_type == "message/rfc822"
    assert document.source.url == "https://lists.example/1"
    assert (document.published, document.issuer) == (date(2022, 5, 9), "Press service")
    assert [mark.span.of(document.text) for mark in document.marks] == [files.TITLE]


def test_a_subject_is_the_headline_where_the_text_has_none() -> None:
    text = "\n\n".join(files.BODY)

    assert only(files.eml(text, Subject=f"Fwd: PRESS RELEASE: {files.TITLE}")).text == f"{files.TITLE}\n\n{text}\n"
    assert only(files.eml(text, Subject="Press release no. 12/2022")).text == f"{text}\n"
    assert only(files.eml(text, Subject="")).text == f"{text}\n"


def test_part_of_a_subject_is_the_headline() -> None:
    document = only(files.eml(Subject=f"Westmark: {files.TITLE}"))

    assert [mark.span.of(document.text) for mark in document.marks] == [files.TITLE]


def test_the_plain_body_is_read_where_it_says_as_much() -> None:
    assert only(files.eml(files.TEXT, f"<html>{files.article()}</html>")).text == files.TEXT
    assert only(files.eml("View this message in your browser.", files.article())).text == files.TEXT.strip()
    assert only(files.eml(None, files.article())).text == files.TEXT.strip()
    menu = "<ul>" + "<li><a href='x'>A part of the site</a></li>" * 40 + "</ul>"
    assert only(files.eml(files.TEXT, menu + files.article())).text == files.TEXT
    links = "More <https://x.example/1> and <https://x.example/2> more <https://x.example/3>. " * 20
    assert only(files.eml(links, files.article())).text == files.TEXT.strip()


def test_the_attached_release_wins() -> None:
    content = files.eml(
        LETTER, attachments=[("release.docx", files.docx(), DOCX_TYPE), ("logo.png", b"\x89PNG", "image/png")]
    )
    document = only(content)

    assert document.source.path == "m.eml!release.docx"
    assert document.source.media_type == DOCX_TYPE
    assert document.published == date(2022, 5, 9)


def test_the_same_release_attached_twice_is_read_once() -> None:
    attachments = [("a.pdf", files.release_pdf(), "application/pdf"), ("a.docx", files.docx(), DOCX_TYPE)]

    assert paths(files.eml(LETTER, attachments=attachments)) == ["m.eml!a.docx"]
    assert paths(files.eml(files.TEXT * 2, attachments=attachments[:1])) == ["m.eml!a.pdf"]


def test_several_releases() -> None:
    attachments = [("a.docx", files.docx(), DOCX_TYPE), ("b.txt", OTHER.encode(), "text/plain")]

    assert paths(files.eml(LETTER, attachments=attachments)) == ["m.eml!a.docx", "m.eml!b.txt"]
    assert paths(files.eml(files.TEXT * 2, attachments=attachments[1:])) == ["m.eml", "m.eml!b.txt"]


def test_small_attachments_are_no_releases() -> None:
    assert paths(files.eml(attachments=[("caption.txt", b"A ship.", "text/plain")])) == ["m.eml"]
    assert paths(files.eml("x", attachments=[("caption.txt", b"A ship.", "text/plain")])) == ["m.eml"]
    assert paths(files.eml("", attachments=[("caption.txt", b"A ship.", "text/plain")])) == ["m.eml!caption.txt"]


def test_an_attachment_that_cannot_be_read_is_said() -> None:
    found = paths(files.eml(attachments=[("a.docx", b"PK\x03\x04broken", DOCX_TYPE)]))

    assert "m.eml!a.docx: is a broken ZIP" in found[0]
    assert found[1] == "m.eml"


def test_attached_messages_and_archives() -> None:
    forwarded = files.eml("See below.", attachments=[("inner.eml", files.eml(), "application/octet-stream")])
    zipped = files.eml(LETTER, attachments=[("all.zip", files.zipped({"r.txt": files.TEXT}), "application/zip")])

    assert paths(forwarded) == ["m.eml!inner.eml"]
    assert paths(zipped) == ["m.eml!all.zip!r.txt"]


def test_attached_messages_in_their_own_type() -> None:
    inner = files.eml().decode()
    content = (
        "From: a@b.example\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n\n"
        f"See below.\n--B\nContent-Type: message/rfc822\n\n{inner}\n--B--\n"
    )

    assert paths(content.encode()) == ["m.eml!part 1"]


def test_an_empty_message() -> None:
    assert paths(files.eml("")) == ["m.eml: holds no text and no file that can be read"]


def test_encoded_headers_and_bodies() -> None:
    content = (
        b"From: =?utf-8?b?UHJlc3NlIFrDvHJpY2g=?= <a@b.example>\nSubject: =?broken?x?=\nDate: 9 May 2022 10:00 +0200\nMIME-Version: 1.0\n"
        b"Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: 8bit\n\n\x93Z\xfcrich\x94 \x96 said he.\n"
    )
    document = only(content)

    assert document.issuer == "Presse Zürich"
    assert document.text == "“Zürich” – said he.\n"


def test_names_of_files_in_odd_encodings() -> None:
    content = (
        b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n"
        b"Content-Disposition: attachment; filename*=no-such''%FF.txt\n\ntext\n--B--\n"
    )

    assert isinstance(items(content)[0], Document)


def test_flowed_bodies() -> None:
    content = (
        b"From: a@b.example\nTo: c@d.example\nSubject: x\nDate: Mon, 9 May 2022 10:00 +0200\n"
        b"Content-Type: text/plain; format=flowed\n\nOne line that \ngoes on.\n > stuffed\n-- \nsig\n\nlast \n> quoted\n"
    )

    # The line "-- " never flows; what stands below it is the signature.
    assert only(content).text == "One line that goes on.\nstuffed"


def test_pages_saved_as_messages() -> None:
    page = files.page().decode()
    content = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://westmark.example/1\nSubject: x\nDate: Mon, 9 May 2022 10:00 +0200\n"
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html; charset=utf-8\n"
        f"Content-Location: https://westmark.example/1\n\n{page}\n--B\nContent-Type: text/css\n\np {{}}\n--B--\n"
    )
    document = only(content.encode(), "page.mhtml")

    assert document.text == files.TEXT.strip()
    assert document.source.url == "https://westmark.example/1"


def test_mailboxes() -> None:
    box = b"".join(
        b"From a@b.example Mon May  9 10:00:00 2022\n" + files.eml(body) + b"\n" for body in (files.TEXT, OTHER)
    )
    documents = items(box, "box.mbox")

    assert paths(box, "box.mbox") == ["box.mbox!message 1", "box.mbox!message 2"]
    assert isinstance(documents[1], Document)
    assert documents[1].text.startswith("A second matter")
    with pytest.raises(LimitError, match="2 messages"):
        list(mail.open_mailbox(box, Source(path="x"), Limits(entries=1)))


def test_limits() -> None:
    content = files.eml(LETTER, attachments=[(f"{n}.txt", b"x" * 100, "text/plain") for n in range(5)])
    with pytest.raises(LimitError, match="more than 4 parts"):
        list(mail.open_parts(content, Source(path="x"), Limits(parts=4)))
    with pytest.raises(LimitError, match=r"attachment '0\.txt' has more than 50 bytes"):
        list(mail.open_parts(content, Source(path="x"), Limits(bytes=50)))


def test_multiparts_in_multiparts() -> None:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(1000))
    found = items(f"From: a@b.example\nMIME-Version: 1.0\n{deep}\nx".encode())

    assert not isinstance(found[0], Document)


@pytest.mark.parametrize(
    ("body", "rest"),
    [
        ("Dear all,\n\nplease see below.\n\n----\nTitle\n\nText", "Title\n\nText"),
        ("Hello,\nhere it is:\n\nPRESS RELEASE\n\nTitle", "PRESS RELEASE\n\nTitle"),
        ("Good morning Anna\n\nHere it is.\n\nThe Title of It\n\nText", "The Title of It\n\nText"),
        ("Dear all,\n\nno border anywhere", "Dear all,\n\nno border anywhere"),
        (
            "Dear sirs were few at the opening of the berth on Monday, and many of those who came had come by sea.\n---\nx",
            None,
        ),
        ("", ""),
    ],
)
def test_covering_letters(body: str, rest: str | None) -> None:
    assert letters.release(body, "Re: The title of it") == (body if rest is None else rest)


LONG = " ".join(files.BODY)


@pytest.mark.parametrize(
    ("body", "rest"),
    [
        # The letter ends with its signature, above a masthead, whatever parts it from the release.
        (f"Dear all,\n\nsee below.\n\nBest regards\n\nIna Roth\nEditor\n\nHarbour Agency\n\nThe Title of It\n\n{LONG}",
         f"Harbour Agency\n\nThe Title of It\n\n{LONG}"),
        (f"Hello,\n\nsee below.\n\nKind regards,\nIna Roth\nTel. 5550123\n\n\nHarbour Agency\n{LONG}", f"Harbour Agency\n{LONG}"),
        (f"Guten Tag\n\nanbei die Meldung.\n\nMit freundlichen Grüßen\nIna Roth\n\n{LONG}", LONG),
        ("Dear all,\n\nno release follows.\n\nBest regards\n\nIna", "Dear all,\n\nno release follows.\n\nBest regards\n\nIna"),
        # A headline wrapped by hand; figures are no label.
        ("Dear all\n\nHere it is.\n\nThe Title\nof It\n\nText", "The Title\nof It\n\nText"),
        ("Dear all,\n\n2018 | 44\n\nno border", "Dear all,\n\n2018 | 44\n\nno border"),
    ],
)  # fmt: skip
def test_covering_letters_without_a_rule(body: str, rest: str) -> None:
    assert letters.release(body, "Re: The title of it") == rest


@pytest.mark.parametrize(
    "below",
    [
        "\n-- \nIna Roth\nEditor, Harbour Agency\nTel. +47 22 85 50 51\n",
        "\n____________________________\nPress mailing list\nhttps://lists.example/listinfo/press\n",
        "\n\nThis e-mail and any attachments are confidential. If you have received it in error, delete it.\n\nYou are receiving this\n",
        "\nPlease consider the environment before printing this e-mail\n\n--\nIna Roth\n",
    ],
)  # fmt: skip
def test_what_programs_put_below(below: str) -> None:
    assert letters.release(f"View this email in your browser\n\n{LONG}\n{below}", None).strip() == LONG


def test_a_release_that_talks_of_lists_stays_whole() -> None:
    text = f"{LONG}\n\nThe agency has closed its mailing list.\n"

    assert letters.release(text, None) == text


def test_covering_letters_in_html() -> None:
    letter = "<p>Dear colleagues,</p><p>please find our release below.</p><p>Press office</p><p>------</p>"
    document = only(files.eml(None, letter + files.article()))

    assert document.text == files.TEXT.strip()
    assert [mark.span.of(document.text) for mark in document.marks if mark.kind == "title"] == [files.TITLE]
    assert (document.origins[0].span.start, document.origins[-1].span.end) == (0, len(document.text))
    assert [found.code for found in document.diagnostics] == ["letter-left-out"]


def test_forwarded_headers() -> None:
    block = "-----Original Message-----\nFrom: A\nSent: Monday\nTo: B\nSubject: x\n\n"

    assert letters.release(f"FYI\n\n{block}{OTHER}", None) == f"\n{OTHER}"
    assert letters.release(f"FYI\n\n{block}short", None).startswith("FYI")
    assert letters.release("From: a\nText of it", None) == "From: a\nText of it"


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("RE: [EXTERNAL] FW: A new berth", "A new berth"),
        ("Media release: A new berth", "A new berth"),
        ("Westmark: a new berth", "Westmark: a new berth"),
        ("PRESS RELEASE", None),
        ("Press release:", None),
        ("Fwd:", None),
        (None, None),
    ],
)
def test_subjects(subject: str | None, headline: str | None) -> None:
    assert letters.headline(subject) == headline


def test_outlook() -> None:
    document = only(files.msg(), "m.msg")

    assert document.text == files.TEXT
    assert (document.published, document.issuer) == (date(2022, 5, 9), "Press service")
    assert document.source.media_type == "application/vnd.ms-outlook"


def test_outlook_attachments_and_html() -> None:
    attached = files.msg(body=LETTER, attachments=[("r.docx", files.docx()), ("logo.PNG", b"\x89PNG")])

    assert paths(attached, "m.msg") == ["m.msg!r.docx"]
    assert only(files.msg(body="", html=files.article().encode()), "m.msg").text == files.TEXT.strip()


def test_broken_outlook_messages() -> None:
    with pytest.raises(InputError, match="broken Outlook message"):
        list(outlook.open_parts(files.msg()[:1500], Source(path="m.msg"), Limits()))
    with pytest.raises(LimitError, match="more than 0 attachments"):
        list(outlook.open_parts(files.msg(attachments=[("a", b"b")]), Source(path="m.msg"), Limits(parts=0)))
