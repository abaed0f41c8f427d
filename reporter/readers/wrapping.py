"""Undoes what mail programs and editors did to lines: quoting, hard wraps, hyphens at line ends."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

# "> " before a quoted line, also nested ("> > ", ">>").
_QUOTED = re.compile(r"(?:>[ \t]?)+")
# Half of the lines and more: the message is a quotation as a whole, not an answer that quotes a line.
_SHARE_QUOTED = 0.5
# Editors and mail programs wrap at 60 to 80 characters. A text with longer lines has not been wrapped.
_WIDEST = 100
_NARROWEST = 40
_FEWEST_WRAPS = 4
# Of the lines that another follows, those that are full: more than this and the text was wrapped.
_SHARE_FULL = 0.7
_SHARE_LONG = 0.6
# Programs wrap some characters before their column, people where they like.
_SLACK = 4
# A word that breaks at the end of a line: "inter-" + "national", with a hyphen of whatever kind.
_BROKEN_WORD = re.compile(r"[^\W\d_]([-‐\u00ad])")
# Hyphens that only typesetting writes: U+2010 (WeasyPrint, InDesign) and the soft hyphen.
TYPESET = ("‐", "\u00ad")
# A line that opens something of its own: an item of a list, a field of a contact card, a row of a table.
_OPENS = re.compile(r"\s*(?:[-*•▪◦‣·–—]\s|\(?\d{1,2}[.)]\s|[A-Za-z][A-Za-z /-]{0,20}:\s|\||#{1,6}\s)")


class Line(NamedTuple):
    """A line and the number, counted from 1, of the line of the file in which it begins."""

    text: str
    number: int


def unquoted(lines: Sequence[str]) -> list[Line]:
    """The lines without the marks of e-mail quoting, where most of them are quoted."""
    numbered = [Line(line, number) for number, line in enumerate(lines, 1)]
    quoted = sum(line.startswith(">") for line in lines)
    if quoted == 0 or quoted < _SHARE_QUOTED * sum(1 for line in lines if line.strip()):
        return numbered
    return [Line(_QUOTED.sub("", line.text, count=1), line.number) for line in numbered]


def joined(lines: list[Line]) -> list[Line]:
    """The lines with those of a wrapped paragraph as one; as they are where the text was not wrapped."""
    width = wrap_width([line.text for line in lines])
    if width is None:
        return lines
    whole: list[tuple[list[str], int]] = []
    last = ""
    for line in lines:
        if whole and last.strip() and _continues(last, line.text, width):
            # Only the end of what is joined so far is looked at, so that a long paragraph is not copied line by line.
            pieces, after = whole[-1][0], line.text.lstrip()
            pieces[-1] = join(pieces[-1], after).removesuffix(after)
            pieces.append(after)
        else:
            whole.append(([line.text], line.number))
        last = line.text
    return [Line("".join(pieces), number) for pieces, number in whole]


def wrap_width(lines: Sequence[str]) -> int | None:
    """The width at which a text was wrapped, or None where it was not."""
    longest = max(map(len, lines), default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return None
    width = longest - _SLACK
    # Short lines, as of a contact card, say nothing of how the paragraphs were set.
    long = [(line, after) for line, after in itertools.pairwise(lines) if len(line) > _SHARE_LONG * width]
    pairs = [(line, after) for line, after in long if after.strip() and not _OPENS.match(after)]
    full = sum(is_full(line, after, width) for line, after in pairs)
    return width if full >= max(_FEWEST_WRAPS, _SHARE_FULL * len(pairs)) else None


def _continues(line: str, after: str, width: int) -> bool:
    """Whether a line goes on with the next: that would not have fitted, or begins in the middle of a sentence."""
    if _OPENS.match(after) or not after.strip():
        return False
    first = after.split(maxsplit=1)[0]
    return is_full(line, after, width) or (first[0].islower() and "@" not in first and "." not in first[:-1])


def is_full(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one, which is thus no end of a paragraph."""
    following = after.split(maxsplit=1)
    return bool(line.strip() and following) and len(line.rstrip()) + 1 + len(following[0]) > width


def join(line: str, after: str, vocabulary: Iterable[str] = ()) -> str:
    """Two lines of a paragraph as one. A hyphen at the break stays unless it is one that only typesetting puts there.

    Args:
        line: The line above.
        after: The line below.
        vocabulary: Lower-case words of the same text: a word that stands elsewhere in one piece was hyphenated here.
    """
    line = line.rstrip()
    broken = _BROKEN_WORD.fullmatch(line[-2:])
    if broken is None:
        return f"{line} {after}"
    if broken.group(1) in TYPESET or (after[:1].islower() and _one_piece(line, after) in vocabulary):
        return line[:-1] + after
    return line + after


def _one_piece(line: str, after: str) -> str:
    head = line[:-1].rsplit(maxsplit=1)[-1]
    tail = re.match(r"\w+", after)
    return (head + (tail.group() if tail else "")).lower()
