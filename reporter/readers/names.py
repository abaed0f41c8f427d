"""What a page calls itself in its head, and which element says the same in its body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.readers.characters import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ELEMENTS = (*HEADINGS, "p", "div", "span", "td", "th", "b", "strong", "font", "center", "big", "a")
"""Elements that may hold a headline: on old pages, and on those of some systems, it is no heading."""

# Between a headline and the name of the site: "Headline | Site", "Site: Headline", "Headline - Site".
_BORDER = re.compile(r"\s[|–—»«·•/-]\s|\s?(?:::|»|\|)\s?|:\s")
_FEWEST_WORDS = 3
_SHORTEST = 15


def of_page(titles: tuple[str, ...]) -> frozenset[str]:
    """The headlines that a page's titles may hold, folded: each as a whole, and without the site before or after it."""
    return frozenset(name for title in titles for part in _parts(title) if _is_headline(name := folded(part)))


def folded(words: str) -> str:
    """Words for comparison, without differences of case and space."""
    return " ".join(clean(words).split()).casefold()


def rank(element: _Element) -> int:
    """Headings before all else, the highest first."""
    return HEADINGS.index(element.tag) if element.tag in HEADINGS else len(HEADINGS)


def _parts(title: str) -> tuple[str, ...]:
    """The whole; what stands before each border; what stands after it."""
    borders = list(_BORDER.finditer(title))
    return (title, *(title[: found.start()] for found in borders), *(title[found.end() :] for found in borders))


def _is_headline(name: str) -> bool:
    return len(name) >= _SHORTEST and name.count(" ") + 1 >= _FEWEST_WORDS
