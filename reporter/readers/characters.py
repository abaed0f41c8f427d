"""Characters as the rest of the program expects them: NFC, plain spaces, no control or bidi marks."""

from __future__ import annotations

import re
import unicodedata

# What a fast test finds before anything is translated: all that `_CLEANED` names, and surrogates.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\uf0a7\uf0b7\uf0d8\uf0fc\uf076\ufb00-\ufb06\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
# A word broken by an invisible hyphen at the end of a line: "inter\u00ad\nnational".
_SOFT_BREAK = re.compile("\u00ad[ \t]*\n[ \t]*")

_NEWLINES = {"\r\n": "\n", "\r": "\n", "\x0b": "\n", "\x0c": "\n\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n\n"}
# Bullets of the fonts Symbol and Wingdings, which have no characters of their own.
_BULLETS = "\uf0a7\uf0b7\uf0d8\uf0fc\uf076"
# "ﬁ" and the like, as PDF files draw them.
_LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
_SURROGATES = range(0xD800, 0xE000)
# Control characters where windows-1252 has quotation marks and dashes.
_C1 = range(0x80, 0xA0)
_REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    r"""The text in NFC with `\n` as newline, without control, bidi and other invisible characters.

    Spaces of every width become one plain space each, so that rules need to know only that one. Control characters
    that only a file in windows-1252 can have meant become what they meant. Lone surrogates become U+FFFD.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if not text.isascii():
        text = _SOFT_BREAK.sub("", text)
    if _ODD.search(text):
        text = _ODD.sub(_replacement, text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def fold(line: str) -> str:
    """A line with every run of white space as one space."""
    return " ".join(line.split())


def without(text: str, begin: str, end: str) -> str:
    """The text without all that stands between these marks, and without the marks; linear, unlike a regular expression."""
    kept: list[str] = []
    place = 0
    while (start := text.find(begin, place)) >= 0 and (stop := text.find(end, start)) >= 0:
        kept.append(text[place:start])
        place = stop + len(end)
    return "".join([*kept, text[place:]])


def _replacement(found: re.Match[str]) -> str:
    character = found.group()
    if character in _NEWLINES:
        return _NEWLINES[character]
    if character in _BULLETS:
        return "•"
    if character in _LIGATURES:
        return unicodedata.normalize("NFKC", character)
    code = ord(character)
    if code in _SURROGATES:
        return _REPLACEMENT
    if code in _C1:
        return bytes([code]).decode("cp1252", "ignore")
    return " " if character.isspace() else ""
