"""Words as Markdown that reads back as these words, with no more backslashes than mdformat would leave.

The rules are those of mdformat 1.0 with mdformat-gfm, so that formatting the note changes nothing in it.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from html.entities import html5
from urllib.parse import quote

# &#38; &#x26; &amp;
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[Xx][0-9A-Fa-f]{1,6}|([A-Za-z][A-Za-z0-9]*));")
# A "<" that may open a tag or an autolink: anywhere but before a space.
_LESS_THAN = re.compile(r"<(?=[^ ]|$)")
_BRACKET = re.compile(r"[\[\]]")
_TILDES = re.compile(r"~~+")
# What GitHub links by itself, where a word may begin: www.example.org, https://example.org/a?b=c, press@example.org
_AUTOLINK = re.compile(
    r"(?:(?<=[\s*_~(])|^)"
    r"(?:(?P<url>(?:www\.|https?://)[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+[^\s<]*)"
    r"|(?:mailto:|xmpp:)?(?P<email>[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+))"
)
# Marks at the end of an address that belong to the sentence.
_TRAILING = "?!.,:;*_~'\"\\)]”’»"
# Characters that may stand in an address as they are; all others are percent-encoded.
_SAFE = "!#$&'*+,-./:;=?@_~%"
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")

_HEADING = re.compile(r"#{1,6}(?: |$)")
_BULLET = re.compile(r"[-*+](?: |$)")
_NUMBER = re.compile(r"([0-9]+)([.)])(?= |$)")
_CHECKBOX = re.compile(r"\[([ xX])\]")
_RULE_LENGTH = 3


def words(text: str, *, before_link: bool = False) -> str:
    """A stretch of words between two marks of Markdown, on one line."""
    text = text.replace("\\", "\\\\")
    text = _escape_around(text, "*", _star_is_safe)
    text = _escape_around(text, "_", _underscore_is_safe)
    text = _brackets(text)
    text = _LESS_THAN.sub(r"\\<", text).replace("`", "\\`")
    text = _REFERENCE.sub(_reference, text)
    if before_link and text.endswith("!"):
        text = text[:-1] + "\\!"
    return _TILDES.sub(_tildes, text)


def line(text: str) -> str:
    """A line of a paragraph, of which the inlines are done: nothing at its start may make it another block."""
    text = text.strip()  # also of no-break spaces, which stay inside a line
    if _HEADING.match(text) or text.startswith(">") or _BULLET.match(text):
        text = f"\\{text}"
    text = _NUMBER.sub(r"\1\\\2", text, count=1) if _NUMBER.match(text) else text
    bare = text.replace(" ", "")
    for mark in "*-_":
        if len(bare) >= _RULE_LENGTH and not bare.strip(mark):
            text = text.replace(mark, f"\\{mark}", 1)
    for mark in "-=":
        if text and not text.strip(mark):
            text = text.replace(mark, f"\\{mark}", 1)
    if text and not text.strip("|-: "):
        text = text.replace("-", "\\-", 1)
    return _CHECKBOX.sub(r"\\[\1\\]", text, count=1) if _CHECKBOX.match(text) else text


def addresses(text: str) -> list[tuple[int, int, str]]:
    """Web and mail addresses that GitHub would link by itself: where they stand, and what they lead to.

    They are written as links, for inside one no mark needs a backslash that the address would then carry.
    """
    found: list[tuple[int, int, str]] = []
    for address in _AUTOLINK.finditer(text):
        shown = address.group() if address["email"] else _without_marks(address.group())
        if address["email"]:
            href = f"mailto:{address['email']}"
        else:
            href = shown if shown.startswith("http") else f"http://{shown}"
        found.append((address.start(), address.start() + len(shown), destination(href)))
    return found


def destination(href: str) -> str:
    """The address of a link; what would need brackets or backslashes is percent-encoded."""
    plain = _REFERENCE.sub(lambda found: f"%26{found.group()[1:]}", _BAD_ESCAPE.sub("%25", href))
    return quote(plain, safe=_SAFE)


def may_emphasise(first: str, last: str, before: str, after: str) -> bool:
    """Whether asterisks around words are read as emphasis: next to letters they are not where marks stand inside.

    Args:
        first: The first character inside.
        last: The last one.
        before: The character before, empty at the start of a line.
        after: The character after, empty at the end.
    """
    if not first or not last or first.isspace() or last.isspace():
        return False
    opens = not _is_mark(first) or not before or before.isspace() or _is_mark(before)
    closes = not _is_mark(last) or not after or after.isspace() or _is_mark(after)
    return opens and closes


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _without_marks(address: str) -> str:
    while address and address[-1] in _TRAILING:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address


def _escape_around(text: str, mark: str, is_safe: object) -> str:
    if mark not in text:
        return text
    assert callable(is_safe)
    padded = f"\n{text}\n"
    return "".join(
        f"\\{mark}" if letter == mark and not is_safe(padded[at], padded[at + 2], at in (0, len(text) - 1)) else letter
        for at, letter in enumerate(text)
    )


def _star_is_safe(before: str, after: str, at_edge: bool) -> bool:
    return not at_edge and before.isspace() and after.isspace()


def _underscore_is_safe(before: str, after: str, at_edge: bool) -> bool:
    if at_edge:
        return False
    if before.isspace() and after.isspace():
        return True
    return not (_breaks_words(before) or _breaks_words(after))


def _breaks_words(character: str) -> bool:
    return character.isspace() or _is_mark(character)


def _brackets(text: str) -> str:
    """Brackets escaped where they could make a link; a pair by itself cannot, for the note has no link definitions."""
    places: list[int] = []
    opened: int | None = None
    for found in _BRACKET.finditer(text):
        at = found.start()
        if found.group() == "[":
            places += [] if opened is None else [opened]
            opened = at
        elif opened is None:
            places.append(at)
        else:
            places += [opened, at] if text[at + 1 : at + 2] in (":", "(") else []
            opened = None
    places += [] if opened is None else [opened]
    return _backslashed(text, sorted(places))


def _backslashed(text: str, places: list[int]) -> str:
    """The text with a backslash before each of these places."""
    bounds = [0, *places, len(text)]
    return "\\".join(text[start:end] for start, end in itertools.pairwise(bounds))


def _reference(found: re.Match[str]) -> str:
    name = found[1]
    return found.group() if name and f"{name};" not in html5 else f"\\{found.group()}"


def _tildes(found: re.Match[str]) -> str:
    """Two tildes need one backslash; more could still strike words through, so each has its own."""
    run = found.group()
    return f"\\{run}" if len(run) == len("~~") else "\\~" * len(run)
