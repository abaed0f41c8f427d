"""What names and shapes say of an element of a page: menu, cookie banner, share buttons, related news, copyright."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reporter import locales
from reporter.readers.weights import NEVER, Weight
from reporter.readers.xml import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_ROLE_NAMES = "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist form"
_ROLES = frozenset(_ROLE_NAMES.split())
# Words of class names and identifiers. What designers call these parts is the same in all languages.
_CLASS_WORDS = (
    "cookie cookies consent gdpr breadcrumb breadcrumbs crumbs share sharing social sociallinks addthis addtoany related "
    "sidebar menu nav navigation navbar topnav subnav newsletter subscribe subscription pagination pager skiplink skiplinks "
    "popup modal overlay comments comment toolbar languages langs switcher tags taglist advert advertisement ads sponsored "
    "recommended recommendations masthead topbar toplinks footer sitefooter siteheader copyright login searchbox toc rating "
    "backtotop"
)
_CLASSES = frozenset(_CLASS_WORDS.split())
# Names that say it as a whole, and only so: a text may have the classes "hidden-xs" and "language-en".
_WHOLE_NAMES = (
    "hidden hide invisible d-none language language-switcher lang search print banner promo print-only noprint"
)
_WHOLE = frozenset(_WHOLE_NAMES.split())
# Parts of names: "visually-hidden", "read-more", "back-to-top".
_PHRASE = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|screen-reader|sr-only|skip-(?:link|to)|read-?more|back-to-top|latest-news|more-news|see-also)"
)
_TEASERS = frozenset(("teaser", "teasers", "promo", "carousel", "slider"))
# Words that, in the same name, say that it is part of the release after all: "media-contact-sidebar".
_UNLESS_WORDS = "contact contacts content article body main page title text story release caption"
_UNLESS = frozenset(_UNLESS_WORDS.split())
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
# Elements of a line are not judged by name, but for those that only screen readers read.
_INLINE = frozenset(("a", "span", "b", "strong", "em", "i", "time", "small", "sup", "sub", "abbr", "q", "cite", "font"))
_WHOLE_PAGES = frozenset(("body", "html", "main", "article"))

# Elements that may be a row of links or a line of copyright.
_LINES = frozenset(("ul", "ol", "div", "p", "td", "center", "section"))
_LIST_OF_LINKS = 0.75
_FEWEST_LINKS = 3
_LONGEST_LINK = 120
_LONGEST_PART_HEADING = 60
_LONGEST_COPYRIGHT = 300
_COPYRIGHT = ("©", "copyright", "(c) ")


def is_furniture(element: _Element, weight: Weight) -> bool:
    """Whether an element that holds no large part of the page's text is none of a release's."""
    tag = element.tag
    if is_unseen(element) or element.get("role") in _ROLES or _is_outer(element, weight):
        return True
    if not weight.heading and (_is_named(element) or (weight.subheading and _is_teaser(element))):
        return True
    return tag in _LINES and (_is_links(weight) or _is_copyright(element, weight))


def is_unseen(element: _Element) -> bool:
    """Whether an element is never shown, or only over the page: code, controls, what is hidden, dialogs."""
    if element.tag in NEVER or element.get("hidden") is not None or element.get("aria-modal") == "true":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def opens_part(heading: str) -> bool:
    """Whether a heading opens what stands beside a release: "Related news"."""
    words = " ".join(heading.split())
    return len(words) <= _LONGEST_PART_HEADING and words.lower().rstrip(": …") in _part_headings()


def _is_outer(element: _Element, weight: Weight) -> bool:
    """Headers, footers and asides of a page; those of an article are its own where they say something."""
    if element.tag not in {"aside", "footer", "header"}:
        return False
    inside = next(element.iterancestors("main", "article"), None) is not None
    if element.tag == "header":
        return element.get("role") == "banner" or not (inside or weight.heading)
    return not (inside and weight.contact)


def _is_named(element: _Element) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".strip()
    if not names or element.tag in _WHOLE_PAGES:
        return False
    return _is_phrase(names) if element.tag in _INLINE else _is_phrase(names) or _are_names(names)


def _is_teaser(element: _Element) -> bool:
    """Whether it shows another page: a card with a heading of its own. A lead may be called a teaser too, without one."""
    return element.tag not in _INLINE and not _TEASERS.isdisjoint(_names_of(element.get("class", "")))


@cache
def _names_of(names: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(names))


@cache
def _is_phrase(names: str) -> bool:
    return _PHRASE.search(names.lower()) is not None


@cache
def _are_names(names: str) -> bool:
    """Whether class names and identifier say furniture."""
    for name in names.split():
        words = _names_of(name)
        if name.lower() in _WHOLE or (words & _CLASSES and not words & _UNLESS):
            return True
    return False


def _is_links(weight: Weight) -> bool:
    """A list of links: a menu, a row of share buttons, tags."""
    if weight.links < _FEWEST_LINKS or weight.contact:
        return False
    return weight.linked >= _LIST_OF_LINKS * weight.text and weight.linked < _LONGEST_LINK * weight.links


def _is_copyright(element: _Element, weight: Weight) -> bool:
    if weight.text > _LONGEST_COPYRIGHT:
        return False
    return words_of(element).strip().lower().startswith(_COPYRIGHT)


@cache
def _part_headings() -> frozenset[str]:
    """Headings such as "Related news", of all languages that have such a list."""
    return frozenset(locales.every("page_parts"))
