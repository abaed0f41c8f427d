"""Bytes as text, whatever their encoding."""

from __future__ import annotations

import codecs
from typing import NamedTuple

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
# Of the bytes of an English text in UTF-16 nearly every second is zero; of binary data hardly so.
_SHARE_OF_ZEROS = 0.3
_SHARE_READABLE = 0.95
# The single-byte and East Asian encodings that releases still come in; asking only for these keeps guesses sane.
_LEGACY = [
    *(f"cp125{n}" for n in range(9)),
    *(f"iso8859_{n}" for n in (1, 2, 5, 7, 9, 13, 15)),
    *("koi8_r", "koi8_u", "cp437", "cp850", "mac_roman", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]


class Decoded(NamedTuple):
    """A text and how it was read."""

    text: str
    encoding: str
    replaced: int
    """Characters that could not be read and stand as U+FFFD."""


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """The text of some bytes: by byte order mark, as UTF-8, as declared, or as a detector thinks best."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lenient(content, encoding)
    if wide := _wide(content):
        return _lenient(content, wide)
    try:
        return Decoded(content.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        return _legacy(content, declared)


def is_binary(content: bytes) -> bool:
    """Whether these bytes are no text in any encoding: zero bytes that are not those of UTF-16 or UTF-32."""
    if any(content.startswith(mark) for mark, _ in _MARKS) or _wide(content):
        return False
    return b"\0" in content[:_SAMPLE]


def _wide(content: bytes) -> str | None:
    """UTF-16 without a byte order mark, told by where its zero bytes stand."""
    sample = content[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs == 0:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd >= _SHARE_OF_ZEROS * pairs and even == 0:
        return _if_readable(sample, "utf-16-le")
    if even >= _SHARE_OF_ZEROS * pairs and odd == 0:
        return _if_readable(sample, "utf-16-be")
    return None


def _if_readable(sample: bytes, encoding: str) -> str | None:
    """The encoding, if what it makes of the sample is no heap of control characters."""
    text = sample.decode(encoding, "replace")
    readable = sum(character.isprintable() or character.isspace() for character in text)
    return encoding if readable >= _SHARE_READABLE * len(text) else None


def _legacy(content: bytes, declared: str | None) -> Decoded:
    as_utf8 = _lenient(content, "utf-8")
    read = sum(not character.isascii() for character in as_utf8.text) - as_utf8.replaced
    if read > as_utf8.replaced:  # UTF-8 with a few broken bytes, or cut in the middle of a character
        return as_utf8
    if declared and (found := _strict(content, declared)):
        return found
    return _lenient(content, _detected(content))


def _strict(content: bytes, encoding: str) -> Decoded | None:
    # What pages call ISO 8859-1 is read as windows-1252, as every browser does.
    name = "cp1252" if encoding.strip().lower() in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else encoding.strip()
    try:
        return Decoded(content.decode(name), name.lower(), 0)
    except (LookupError, UnicodeError, ValueError):
        return None


def _lenient(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _detected(content: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (slow to import, rarely needed)

    best = from_bytes(content[:_SAMPLE], cp_isolation=_LEGACY, preemptive_behaviour=False).best()
    return best.encoding if best else "cp1252"
