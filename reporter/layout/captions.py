"""How the caption of a picture is known: by its credit, by how it begins, by who stands where."""

from __future__ import annotations

import re

from reporter.layout.vocabulary import Vocabulary, folded

# "(OSCE/Ozoda N.)", "(Photo by J. Doe)", "[AFP]" at the end of a caption.
_CREDIT = re.compile(r"[(\[](?P<credit>[^()\[\]\n]{2,80})[)\]]\s*\.?$")
_SLASHED = re.compile(r"^[^\W\d_][\w&.’' -]{0,40}\s?/\s?[^\W\d_][\w.’' -]{1,40}$")
# "Image: J. Doe." after the sentence of a caption, "| Photo: J. Doe".
_CREDIT_LABEL = re.compile(r"(?:^|[.!?\])]\s+|\s[|–—-]\s)(?P<label>[^\W\d_©]+|©)(?:\s?[:|–—-]|\s(?=[A-Z©]))")
# "Prosecutor Jane Doe (l) and …".
_POSITION = re.compile(r"\((?:l|r|c|left|right|cent(?:re|er)|front|back|top|bottom|[lrc]-[lrc])\)", re.IGNORECASE)
# These name a picture's source, but that of a text too.
_VAGUE = frozenset({"source", "map", "copyright"})
_LONGEST = 700
_CREDIT_REACH, _CREDIT_LENGTH = 110, 70


def is_caption(text: str, words: Vocabulary) -> bool:
    """Whether a paragraph is a caption."""
    if len(text) > _LONGEST:
        return False
    start = folded(text[:24])
    if start.startswith(words.captions) and any(_opens(start, phrase) for phrase in words.captions):
        return True
    return _credited(text, words) or _POSITION.search(text) is not None


def _opens(start: str, phrase: str) -> bool:
    return start.startswith(phrase) and not (phrase[-1].isalpha() and start[len(phrase) :][:1].isalpha())


def _credited(text: str, words: Vocabulary) -> bool:
    found = _CREDIT.search(text[-_CREDIT_REACH:])
    if found and (_SLASHED.match(found["credit"]) or _is_credit(found["credit"], words)):
        return True
    tail = text[-_CREDIT_REACH:]
    return any(
        _is_credit(label["label"], words) and len(tail) - label.end() <= _CREDIT_LENGTH
        for label in _CREDIT_LABEL.finditer(tail)
        if not label["label"][0].islower() and label["label"].casefold() not in _VAGUE
    )


def _is_credit(phrase: str, words: Vocabulary) -> bool:
    lower = phrase.casefold()
    return any(
        lower.startswith(credit) and not lower[len(credit) : len(credit) + 1].isalpha() for credit in words.credits
    )
