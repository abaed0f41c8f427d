"""Plain text: encodings, characters, wrapped and quoted lines."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import InputError, LimitError
from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import text, wrapping
from reporter.readers.characters import clean, without
from reporter.readers.encodings import decode, is_binary

SENTENCE = "The café’s owner – a Łódź man – said: “Šarūnas, naïve as ever, paid 20 €.”"
LATIN = (
    "Der Präsident begrüßte die Gäste in Zürich und würdigte die „schöne“ Übereinkunft, über die künftig geprüft würde."
)


def read(content: bytes | str) -> Document:
    return text.read(content if isinstance(content, bytes) else content.encode(), Source(path="a.txt"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)).text == SENTENCE


def test_old_encodings_are_detected() -> None:
    assert read((LATIN * 5).encode("cp1252")).text == LATIN * 5


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    assert decode("Кыргызстан".encode("koi8-r"), "koi8-r").text == "Кыргызстан"
    assert decode("“a”".encode("cp1252"), "iso-8859-1").text == "“a”"
    assert decode(b"\x93a\x94 caf\xe9, caf\xe9, caf\xe9", "no-such-encoding").replaced == 0


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    found = decode("“ö” “ä” é".encode() + b"\xe2\x80")

    assert (found.encoding, found.replaced) == ("utf-8", 1)
    assert read("“ö” “ä” é".encode() + b"\xe2\x80").diagnostics[0].code == "characters-replaced"


def test_nothing_is_detected_in_noise() -> None:
    assert decode(bytes(range(128, 256))).text


def test_binary_data_is_no_text() -> None:
    assert is_binary(b"\x7fELF\0\0\0\1\2\3\4")
    assert not is_binary("ü".encode("utf-16"))
    assert not is_binary(b"")
    with pytest.raises(InputError, match="zero bytes"):
        read(b"ab\0\0\0\1\2\3")


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c\x0bd\x0ce\x85f", "a\nb\n\nc\nd\n\ne\nf"),
        ("a\u00a0b\u202fc\u2003d\u3000e", "a b c d e"),
        ("inter\u00adnational, inter\u00ad\n  national", "international, international"),
        ("\u202eevil\u202c \u200bzero\ufeff\u2066x\u2069", "evil zerox"),
        ("\x93so\x94 \x96 he", "“so” – he"),
        ("bell\x07 del\x7f nul\0", "bell del nul"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("e\u0301", "é"),
        ("👩‍👩‍👧 می‌خواهم", "👩‍👩‍👧 می‌خواهم"),  # joiners carry meaning
        ("tab\tstays", "tab\tstays"),
        ("\uf0b7 item", "• item"),
        ("\ufb01rst o\ufb03cer", "first officer"),
    ],
)
def test_characters(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_is_cleaned_once(raw: str) -> None:
    cleaned = clean(raw)

    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned
    cleaned.encode()


def test_without() -> None:
    assert without("a<!--b-->c<!--d-->e<!--f", "<!--", "-->") == "ace<!--f"


WRAPPED = """The Ministry of Harbours announced on Monday that the ferry to the
northern islands will sail twice a day from the first of June, which
the mayors of the islands had asked for since the spring of last year
when the old ship was taken out of service after a fire in its engine.

“We kept our word,” said the Minister. The co-operation with the well-
known shipyard will go on.

Contact:
Anna Holm
Tel: +47 22 85 50 50
"""


def test_wrapped_lines_are_joined() -> None:
    document = read(WRAPPED)
    paragraphs = document.text.split("\n\n")

    assert paragraphs[0].startswith("The Ministry of Harbours announced on Monday that the ferry to the northern")
    assert paragraphs[0].count("\n") == 0
    assert "the well-known shipyard" in paragraphs[1]
    assert paragraphs[2] == "Contact:\nAnna Holm\nTel: +47 22 85 50 50\n"


def test_lines_keep_their_numbers() -> None:
    document = read(WRAPPED)
    contact = document.text.index("Anna Holm")
    [origin] = [origin for origin in document.origins if origin.span.start <= contact < origin.span.end]

    assert origin.line == WRAPPED.split("\n").index("Anna Holm") + 1


RAGGED = """        FOR IMMEDIATE RELEASE

NEW FERRY TO THE NORTHERN ISLANDS WILL SAIL TWICE A DAY
FROM THE FIRST OF JUNE

WESTPORT, 9 May 2022 - The Ministry of Harbours announced today
that the ferry to the northern islands will sail twice a day from
the first of June. The decision follows two years of talks with
the mayors of the islands, who had asked for it since the spring
of 2020.

   * The first ship leaves at 6 a.m. and arrives three hours
     later.
   * The second one leaves at noon.

"We kept our word," said the Minister, Ida Korhal. "The islands
are nearer now."

Olav Brenn, Press Officer
Tel: +47 22 85 50 50
press@harbour.example
"""


def test_lines_wrapped_by_hand_are_joined() -> None:
    parts = read(RAGGED).text.split("\n\n")

    assert parts[1].count("\n") == 1
    assert parts[2].endswith("since the spring of 2020.")
    assert (
        parts[3]
        == "   * The first ship leaves at 6 a.m. and arrives three hours later.\n   * The second one leaves at noon."
    )
    assert parts[4].endswith('"The islands are nearer now."')
    assert parts[5].count("\n") == 3


def test_unwrapped_text_is_left_alone() -> None:
    release = "Title\n\n" + "word " * 60 + "\nTel: 1\nFax: 2\n"

    assert read(release).text == release
    assert read(release).origins == ()


def test_quoted_mail_is_unquoted() -> None:
    quoted = "".join(f"> {line}\n" for line in ("Title of it", "", "Text of it.")) + ">> deeper\n"

    assert read(quoted).text == "Title of it\n\nText of it.\ndeeper\n"
    assert read("> one\nno\nno\nno").text == "> one\nno\nno\nno"


@pytest.mark.parametrize(
    ("line", "after", "joined"),
    [
        ("plain", "text", "plain text"),
        ("the well-", "known one", "the well-known one"),
        ("inter‐", "national", "international"),
        ("Minis\u00ad", "try", "Ministry"),
        ("interna-", "tional law", "international law"),
        ("2014-", "2020", "2014- 2020"),
    ],
)
def test_join(line: str, after: str, joined: str) -> None:
    assert wrapping.join(line, after, {"international"}) == joined


def test_empty_lines_do_not_wrap() -> None:
    assert wrapping.wrap_width([]) is None
    assert not wrapping.is_full("", "x", 10)


def test_the_limit_of_characters() -> None:
    with pytest.raises(LimitError, match="more than 10 characters"):
        text.read(b"x" * 11, Source(path="a.txt"), Limits(characters=10))


@given(st.text(max_size=300))
def test_any_text_is_a_document(raw: str) -> None:
    document = text.document(raw, Source(path="x"))

    assert all(0 <= origin.span.start <= origin.span.end for origin in document.origins)
