"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Container

from reporter.model.spans import Span

# A stop, question or exclamation mark, closing marks after it, white space, and what may open a sentence.
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«„(\[]*[^\W_]|\s*$)")
# The word before a full stop: "Lt" of "Lt.", "U.S" of "U.S.".
_LAST_WORD = re.compile(r"[^\s(\[“\"‘']+$")


def split(text: str, span: Span, abbreviations: Container[str]) -> tuple[Span, ...]:
    """The sentences of a stretch of text, without the white space around them.

    Args:
        text: The whole text.
        span: The stretch.
        abbreviations: Words that a full stop does not end a sentence after, in lower case without the last stop.
    """
    sentences: list[Span] = []
    start = span.start
    for found in _END.finditer(text, span.start, span.end):
        if found.end() < span.end and not _ends(text, start, found, abbreviations):
            continue
        _add(sentences, text, start, found.end())
        start = found.end()
    _add(sentences, text, start, span.end)
    return tuple(sentences)


def _add(sentences: list[Span], text: str, start: int, end: int) -> None:
    words = text[start:end]
    stripped = words.strip()
    if stripped:
        begin = start + words.index(stripped[0])
        sentences.append(Span(begin, begin + len(stripped)))


def _ends(text: str, start: int, found: re.Match[str], abbreviations: Container[str]) -> bool:
    if text[found.start()] != "." or found.end() - found.start() > 1:
        return True
    after = text[found.end() :].lstrip()[:2] if found.end() < len(text) else ""
    if after[:1].islower():
        return False
    word = _LAST_WORD.search(text, max(start, found.start() - 24), found.start())
    last = word.group() if word else ""
    # An initial ("J. Smith"), letters with stops ("U.S. Attorney") and known abbreviations do not end a sentence.
    return not (
        last.lower() in abbreviations or (len(last) == 1 and last.isupper()) or re.fullmatch(r"(?:\w\.)+\w", last)
    )
