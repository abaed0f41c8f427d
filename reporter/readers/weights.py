"""How much text, running text and how many links every element of a page holds; counted in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

# Elements that never hold words of a release.
_NEVER_NAMES = (
    "script style noscript template iframe object embed applet svg math canvas audio video map area nav button input "
    "select option textarea label dialog menu head title link meta base param source track datalist"
)
NEVER = frozenset(_NEVER_NAMES.split())
_INLINE_NAMES = "b strong i em u span font sup sub abbr time q cite small mark"
_INLINE = frozenset(_INLINE_NAMES.split())
_CARRIER_NAMES = "p div td li section article main blockquote body dd pre"
_CARRIERS = frozenset(_CARRIER_NAMES.split())
_SUBHEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
# A paragraph of running text has this many characters at least, links left out.
_RUNNING = 80
_LINKED_ADDRESSES = ("mailto:", "tel:")


@dataclass(slots=True)
class Weight:
    """What an element and all below it hold; text in characters."""

    text: int = 0
    linked: int = 0
    """Text of links."""
    links: int = 0
    contact: bool = False
    """Whether there is a link to an address or a telephone."""
    heading: bool = False
    """Whether there is an `h1`."""
    subheading: bool = False
    """Whether there is a heading of a lower rank."""
    running: int = 0
    """Text of paragraphs that are no rows of links and no labels."""
    direct: int = 0
    """Text of the element's own line, in elements of a line too."""


def weigh(body: _Element) -> dict[_Element, Weight]:
    """The weight of every element of a page: children before their parents, so that each is looked at once."""
    weights: dict[_Element, Weight] = {}
    for element in reversed(list(body.iter())):
        weight = weights.setdefault(element, Weight())
        _weigh_own(element, weight)
        parent = element.getparent()
        if parent is not None and element is not body:
            _add(weights.setdefault(parent, Weight()), weight, element)
    return weights


def _weigh_own(element: _Element, weight: Weight) -> None:
    tag = element.tag
    if tag in NEVER:
        weight.text = weight.linked = weight.links = weight.running = weight.direct = 0
        return
    own = len((element.text or "").strip())
    weight.text += own
    weight.direct += own
    if tag == "a":
        weight.linked = weight.text
        weight.links += 1
        weight.contact = weight.contact or (element.get("href") or "").lower().startswith(_LINKED_ADDRESSES)
    elif tag == "h1":
        weight.heading = True
    elif tag in _SUBHEADINGS:
        weight.subheading = True
    if tag in _CARRIERS and weight.direct >= _RUNNING:
        weight.running += weight.direct


def _add(parent: Weight, weight: Weight, element: _Element) -> None:
    tail = len((element.tail or "").strip())
    parent.text += weight.text + tail
    parent.linked += weight.linked
    parent.links += weight.links
    parent.contact = parent.contact or weight.contact
    parent.heading = parent.heading or weight.heading
    parent.subheading = parent.subheading or weight.subheading
    parent.running += weight.running
    parent.direct += tail + (weight.text if element.tag in _INLINE else 0)
