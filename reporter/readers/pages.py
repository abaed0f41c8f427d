"""Which part of a web page is the release, and which is menu, cookie banner, related news and the like."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from reporter import locales

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

# Elements that never hold words of a release.
_NEVER = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "map",
        "area",
        "nav",
        "form",
        "button",
        "input",
        "select",
        "option",
        "textarea",
        "label",
        "fieldset",
        "dialog",
        "menu",
        "head",
        "title",
        "link",
        "meta",
        "base",
        "param",
        "source",
        "track",
        "datalist",
    ]
)
_NEVER_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "tablist",
        "form",
    ]
)
# Words of class names and identifiers. What designers call these parts is the same in all languages.
_FURNITURE = frozenset(
    [
        "cookie",
        "cookies",
        "consent",
        "gdpr",
        "breadcrumb",
        "breadcrumbs",
        "crumbs",
        "share",
        "sharing",
        "social",
        "sociallinks",
        "addthis",
        "addtoany",
        "related",
        "sidebar",
        "menu",
        "nav",
        "navigation",
        "navbar",
        "topnav",
        "subnav",
        "newsletter",
        "subscribe",
        "subscription",
        "pagination",
        "pager",
        "skip",
        "skiplink",
        "skiplinks",
        "banner",
        "popup",
        "modal",
        "overlay",
        "comments",
        "comment",
        "toolbar",
        "language",
        "languages",
        "lang",
        "langs",
        "switcher",
        "print",
        "printonly",
        "tags",
        "taglist",
        "advert",
        "advertisement",
        "ads",
        "sponsored",
        "promo",
        "recommended",
        "recommendations",
        "teaser",
        "teasers",
        "masthead",
        "topbar",
        "toplinks",
        "footer",
        "sitefooter",
        "siteheader",
        "copyright",
        "hidden",
        "offscreen",
        "sr",
        "visuallyhidden",
        "login",
        "search",
        "searchbox",
        "toc",
        "widget",
        "widgets",
        "feedback",
        "rating",
        "tools",
        "utility",
        "backtotop",
    ]
)
# Names whose words only together say furniture: "sr-only", "visually-hidden", "read-more", "back-to-top".
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|screen-reader|sr-only|read-?more|back-to-top|latest-news|more-news|see-also)"
)
# Single words of `_FURNITURE` that also name what belongs to a release when they are part of a longer name:
# "press-release-banner-text" is rare, "media-contact-sidebar" and "print-title" are not.
_UNLESS = frozenset(
    ["contact", "contacts", "content", "article", "body", "main", "page", "title", "text", "story", "release"]
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LONGEST_PART_HEADING = 60
# A paragraph of running text has this many characters at least and is not mostly links.
_RUNNING = 80
_MOSTLY_LINKS = 0.5
_LIST_OF_LINKS = 0.75
_FEWEST_LINKS = 3
# Nothing that holds more than this share of a page's running text is furniture, whatever its name.
_TOO_MUCH = 0.4


class Page:
    """The elements of one page, judged."""

    def __init__(self, body: _Element) -> None:
        self._body = body
        self._running = _running_text(body)
        self._total = self._running[body] or 1
        self._dropped = set(self._furniture())
        self.root = self._root()
        """The element that holds the release."""

    def is_dropped(self, element: _Element) -> bool:
        """Whether an element inside the root is none of the release's."""
        return element in self._dropped

    def _furniture(self) -> Iterator[_Element]:
        for element in self._body.iter():
            if self._is_furniture(element):
                yield element
            elif element.tag in _HEADINGS and _opens_part(element):
                yield from self._part(element)

    def _is_furniture(self, element: _Element) -> bool:
        if element.tag in _NEVER:
            return element.tag not in {"form", "fieldset"} or not self._holds_much(element)
        if self._holds_much(element):
            return False
        return _is_named_furniture(element) or (element.tag in {"ul", "ol", "div", "p", "td"} and _is_links(element))

    def _holds_much(self, element: _Element) -> bool:
        return self._running.get(element, 0) > _TOO_MUCH * self._total

    def _part(self, heading: _Element) -> Iterator[_Element]:
        """A heading such as "Related news" and all that follows it in the same element, up to the next of its rank."""
        yield heading
        for sibling in heading.itersiblings():
            if sibling.tag in _HEADINGS and sibling.tag <= heading.tag:
                return
            if self._holds_much(sibling) or _has_contact(sibling):
                return
            yield sibling

    def _root(self) -> _Element:
        """What the page declares as its main part, else the element around most of the running text."""
        for name in ("main", "article"):
            declared = [
                element
                for element in self._body.iter()
                if (element.tag == name or element.get("role") == name) and not self._inside_dropped(element)
            ]
            if declared and self._running.get(best := max(declared, key=self._weight), 0) > _TOO_MUCH * self._total:
                return best
        return self._densest()

    def _weight(self, element: _Element) -> int:
        return self._running.get(element, 0)

    def _inside_dropped(self, element: _Element) -> bool:
        return element in self._dropped or any(above in self._dropped for above in element.iterancestors())

    def _densest(self) -> _Element:
        """The smallest element with nearly all running text, then outwards until the heading of the page is in it."""
        root = self._body
        while (inner := self._heaviest_child(root)) is not None and self._running[inner] > _NEARLY_ALL * self._running[
            root
        ]:
            root = inner
        while root is not self._body and root.find(".//h1") is None:
            above = root.getparent()
            if above is None:
                break
            root = above
        return root if root.find(".//h1") is not None or self._running[root] else self._body

    def _heaviest_child(self, element: _Element) -> _Element | None:
        children = [child for child in element if child in self._running and child not in self._dropped]
        return max(children, key=self._weight, default=None)


_NEARLY_ALL = 0.9


def _running_text(body: _Element) -> dict[_Element, int]:
    """Characters of running text in every element: of its own words and those below it, links left out."""
    sizes: dict[_Element, int] = defaultdict(int)
    for element in body.iter(
        "p", "div", "td", "li", "section", "article", "main", "blockquote", "span", "body", "dd", "pre"
    ):
        own = len((element.text or "").strip()) + sum(
            len((child.tail or "").strip()) + (0 if child.tag not in _INLINE else len("".join(child.itertext())))
            for child in element
        )
        if element.tag != "span" and own >= _RUNNING:
            sizes[element] += own
            for above in element.iterancestors():
                sizes[above] += own
    sizes[body] += 0
    return sizes


_INLINE = frozenset(
    ["b", "strong", "i", "em", "u", "span", "font", "sup", "sub", "abbr", "time", "q", "cite", "small", "mark"]
)


def _is_named_furniture(element: _Element) -> bool:
    if element.tag in {"aside", "footer"}:
        return not _has_contact(element)
    if element.tag == "header":
        return next(element.iter("h1"), None) is None or element.get("role") == "banner"
    if element.get("role") in _NEVER_ROLES or element.get("hidden") is not None or element.get("aria-modal"):
        return True
    if (style := element.get("style")) and _HIDDEN.search(style):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}".strip()
    return bool(names) and element.tag not in {"body", "html", "main", "article"} and _names_furniture(names)


@cache
def _names_furniture(names: str) -> bool:
    """Whether class names and identifier say furniture."""
    if _FURNITURE_NAMES.search(names.lower()):
        return True
    for name in names.split():
        words = {word.lower() for word in _WORD.findall(name)}
        if words & _FURNITURE and not words & _UNLESS:
            return True
    return False


def _is_links(element: _Element) -> bool:
    """A list of links: a menu, a row of share buttons, tags."""
    links = element.findall(".//a")
    if len(links) < _FEWEST_LINKS or any((link.get("href") or "").startswith(("mailto:", "tel:")) for link in links):
        return False
    linked = sum(len("".join(link.itertext()).strip()) for link in links)
    total = len("".join("".join(element.itertext()).split()))
    return linked >= _LIST_OF_LINKS * total and linked < _LONGEST_LINK * len(links)


_LONGEST_LINK = 120


def _has_contact(element: _Element) -> bool:
    return any((link.get("href") or "").startswith(("mailto:", "tel:")) for link in element.iter("a"))


def _opens_part(heading: _Element) -> bool:
    words = " ".join("".join(heading.itertext()).split())
    return len(words) <= _LONGEST_PART_HEADING and words.lower().rstrip(": …") in _part_headings()


@cache
def _part_headings() -> frozenset[str]:
    """Headings such as "Related news", of all languages that have such a list."""
    return frozenset(word for code in locales.codes() for word in locales.load(code).words("page-parts"))
