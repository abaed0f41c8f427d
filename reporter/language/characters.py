"""Characters that a document may show: what no format can print is replaced or dropped, once."""

from __future__ import annotations

import re
import unicodedata

# Control characters (NUL, vertical tab, escape …) and the separators of lines and paragraphs: a space stands for them.
_BREAKS = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)))
# What turns or hides text: zero-width space and word joiner, byte order mark, direction marks, embeddings, overrides
# and isolates, tag characters. Joiners (U+200C, U+200D) stay: Persian and emoji are spelt with them.
_HIDDEN = "\u200b\u200e\u200f\u2060-\u2064\u2066-\u2069\u202a-\u202e\u061c\ufeff\U000e0000-\U000e007f"
# Halves of surrogate pairs and code points that are no characters.
_BROKEN = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
_UNPRINTABLE = re.compile(f"[{re.escape(_BREAKS)}{_HIDDEN}{_BROKEN}]")
_SPACES = re.compile(r"\s+")


def printable(text: str) -> str:
    """The text without control characters, direction overrides, invisible and broken characters, in Unicode NFC.

    Line breaks and tabs become spaces like every other control character.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub(_replacement, text))


def folded(text: str) -> str:
    """The printable text, white space folded to single spaces, none at the ends."""
    return _SPACES.sub(" ", printable(text)).strip()


def _replacement(found: re.Match[str]) -> str:
    character = found.group()
    if character in _BREAKS:
        return " "
    return "" if unicodedata.category(character) == "Cf" else "\ufffd"
