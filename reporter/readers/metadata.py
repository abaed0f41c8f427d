"""What a web page says of itself in its head: address, date, language, site, title."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from reporter.model.document import Source
from reporter.readers import dates

if TYPE_CHECKING:
    from lxml.etree import _Element

# Names of `<meta>`, best first: when the release was published, not when the page was last touched.
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "citation_publication_date",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
    "publishdate",
    "publication_date",
    "sailthru.date",
    "date",
)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title")
_SITES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "author")
# A script of more than this is no description of a page.
_LONGEST_SCRIPT = 200_000
_ARTICLES = frozenset({"newsarticle", "article", "pressrelease", "report", "blogposting", "webpage"})


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the head of a page says."""

    url: str | None = None
    published: date | None = None
    language: str | None = None
    site: str | None = None
    titles: tuple[str, ...] = ()


def of_page(tree: _Element) -> About:
    """Everything that is said of the page."""
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    return About(
        url=_url(tree, meta),
        published=_published(tree, meta, linked),
        language=(tree.get("lang") or meta.get("og:locale") or "").replace("_", "-").split("-")[0].lower() or None,
        site=next((meta[name] for name in _SITES if meta.get(name)), None),
        titles=tuple(dict.fromkeys(_titles(tree, meta, linked))),
    )


def with_url(source: Source, url: str | None) -> Source:
    """The source with the address that the release gives of itself, where none is known."""
    return replace(source, url=url) if url and not source.url else source


def is_web(url: str) -> bool:
    """Whether an address is one that a note may show: http or https with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _meta(tree: _Element) -> dict[str, str]:
    """Content of the `<meta>` elements by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _url(tree: _Element, meta: dict[str, str]) -> str | None:
    base = next((element.get("href") or "" for element in tree.iter("base")), "").strip()
    canonical = [link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()]
    for candidate in (*canonical, meta.get("og:url", ""), base):
        address = _joined(base, candidate.strip())
        if is_web(address):
            return address
    return None


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _published(tree: _Element, meta: dict[str, str], linked: list[dict[str, object]]) -> date | None:
    stated = [str(item.get("datePublished", "")) for item in linked]
    stated += [meta[name] for name in _PUBLISHED if name in meta]
    stated += [element.get("datetime") or "" for element in tree.iter("time") if element.get("pubdate") is not None]
    stated += [
        element.get("datetime") or element.get("content") or ""
        for element in tree.iter("time", "span")
        if element.get("itemprop") == "datePublished"
    ]
    return next((day for value in stated if (day := dates.day(value))), None)


def _titles(tree: _Element, meta: dict[str, str], linked: list[dict[str, object]]) -> Iterator[str]:
    yield from (str(item["headline"]) for item in linked if item.get("headline"))
    yield from (meta[name] for name in _TITLES if name in meta)
    title = tree.find("head/title")
    if title is not None and title.text:
        yield " ".join(title.text.split())


def _linked_data(tree: _Element) -> Iterator[dict[str, object]]:
    """The JSON-LD objects that describe an article."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _LONGEST_SCRIPT:
            continue
        try:
            data = json.loads(script.text)
        except (ValueError, RecursionError):
            continue
        yield from _articles(data)


def _articles(data: object) -> Iterator[dict[str, object]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            kinds = item.get("@type", "")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(str(name).lower() in _ARTICLES for name in names):
                yield item
            if isinstance(item.get("@graph"), list):
                yield from (part for part in item["@graph"] if isinstance(part, dict) and part.get("datePublished"))
