"""RSS and Atom files: every item is a release."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reporter.errors import InputError, LimitError
from reporter.model.document import Source
from reporter.model.limits import Limits
from reporter.readers import dates, xml
from reporter.readers.formats import FRAGMENT
from reporter.readers.metadata import is_web
from reporter.readers.parts import Part

if TYPE_CHECKING:
    from lxml.etree import _Element

# Local names: RSS 0.9 to 2.0, RDF and Atom put the same things into different namespaces. Best first.
_CONTENT = ("encoded", "content", "description", "summary")
_PUBLISHED = ("pubDate", "published", "date", "issued", "updated")


def open_parts(content: bytes, source: Source, limits: Limits) -> Iterator[Part]:
    """The items of a feed, in its order.

    Raises:
        InputError: It is broken, or has no items.
        LimitError: It has more items than the limits allow.
    """
    root = xml.parse(content, source.path, limits, recover=True)
    items = [element for element in root.iter() if _name(element) in {"item", "entry"}]
    if len(items) > limits.entries:
        raise LimitError(source.path, f"has {len(items):,} items (limit {limits.entries:,})")
    if not items:
        raise InputError(source.path, "is a feed without items")
    site = _site(root)
    for number, item in enumerate(items, 1):
        yield Part(
            content=_content(item).encode("utf-8", "replace"),
            role="item",
            name=f"item {number}",
            media_type=FRAGMENT,
            title=_text(item, "title"),
            published=next((day for name in _PUBLISHED if (day := dates.day(_text(item, name)))), None),
            issuer=site,
            url=_url(item),
        )


def _name(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(parent: _Element, name: str) -> str | None:
    for child in parent:
        if _name(child) == name:
            return " ".join(xml.words_of(child).split()) or None
    return None


def _content(item: _Element) -> str:
    """The longest of what the item says of itself: many feeds have a teaser beside the whole text."""
    found = [_html(child) for child in item if _name(child) in _CONTENT]
    return max(found, key=len, default="")


def _html(element: _Element) -> str:
    if len(element):  # Atom's type="xhtml": elements, not escaped text
        from lxml import etree  # noqa: PLC0415  (only this format needs it)

        return "".join(etree.tostring(child, encoding="unicode") for child in element)
    text = element.text or ""
    if element.get("type") == "text":
        return text.replace("&", "&amp;").replace("<", "&lt;")
    return text


def _url(item: _Element) -> str | None:
    links = [child for child in item if _name(child) == "link"]
    links.sort(key=lambda link: link.get("rel", "alternate") != "alternate")
    candidates = [(link.get("href") or link.text or "").strip() for link in links] + [_text(item, "guid") or ""]
    return next((url for url in candidates if is_web(url)), None)


def _site(root: _Element) -> str | None:
    channel = next((element for element in root.iter() if _name(element) in {"channel", "feed"}), None)
    return None if channel is None else _text(channel, "title")
