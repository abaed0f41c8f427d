"""Which part of a web page is the release, and which is menu, cookie banner, related news and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.readers import names
from reporter.readers.contacts import opens_contact
from reporter.readers.furniture import HEADINGS, is_furniture, is_unseen, opens_part
from reporter.readers.weights import Weight, weigh
from reporter.readers.xml import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

# Nothing that holds more than this share of a page's running text is furniture, whatever its name.
_TOO_MUCH = 0.4
_NEARLY_ALL = 0.9
_LONGEST_CONTACT = 1_500
_NOTHING = Weight()


class Page:
    """The elements of one page, judged.

    Args:
        body: All of it.
        titles: What the page calls itself in its head.
        whole: It is no page but a fragment, such as a message: nothing is left out but what is never shown.
    """

    def __init__(self, body: _Element, titles: tuple[str, ...] = (), *, whole: bool) -> None:
        self._body = body
        self._weights = weigh(body)
        self._total = max(1, self._weights[body].running)
        self._dropped = set(self._unseen() if whole else self._furniture())
        self.title = self._title(names.of_page(titles))
        """The element that the page's own title repeats, the best of them; the headline, whatever its rank."""
        self.root = body if whole else self._root()
        """The element that holds the release."""
        self.headline = tuple(self._headline())
        """The headline, where it stands in the head of the page and not in the release."""
        self.contacts = tuple(self._contacts())
        """A contact box beside it, where it names no contact itself."""

    def is_dropped(self, element: _Element) -> bool:
        """Whether an element inside the root is none of the release's."""
        return element in self._dropped

    def _weight(self, element: _Element) -> Weight:
        return self._weights.get(element, _NOTHING)

    def _running(self, element: _Element) -> int:
        return self._weight(element).running

    # What is dropped

    def _unseen(self) -> Iterator[_Element]:
        return (element for element in self._body.iter() if is_unseen(element))

    def _furniture(self) -> Iterator[_Element]:
        for element in self._body.iter():
            if element is self._body or self._holds_much(element):
                continue
            if is_furniture(element, self._weight(element)):
                yield element
            elif element.tag in HEADINGS and opens_part(words_of(element)):
                yield from self._part(element)

    def _holds_much(self, element: _Element) -> bool:
        return self._running(element) > _TOO_MUCH * self._total

    def _part(self, heading: _Element) -> Iterator[_Element]:
        """A heading such as "Related news" and all that follows it in the same element, up to the next of its rank."""
        yield heading
        for sibling in heading.itersiblings():
            if sibling.tag in HEADINGS and sibling.tag <= heading.tag:
                return
            if self._holds_much(sibling) or self._weight(sibling).contact:
                return
            yield sibling

    # What is read

    def _root(self) -> _Element:
        """What the page declares as its main part, else the element around most of the running text."""
        for name in ("main", "article"):
            declared = [
                element
                for element in self._body.iter()
                if (element.tag == name or element.get("role") == name) and not self._is_inside_dropped(element)
            ]
            if declared and self._holds_much(best := max(declared, key=self._running)):
                return best
        return self._densest()

    def _is_inside_dropped(self, element: _Element) -> bool:
        return element in self._dropped or any(above in self._dropped for above in element.iterancestors())

    def _densest(self) -> _Element:
        """The smallest element with nearly all running text, then outwards until the heading of the page is in it."""
        root = self._body
        while (inner := self._heaviest_child(root)) is not None:
            if self._running(inner) <= _NEARLY_ALL * self._running(root):
                break
            root = inner
        while not self._has_headline(root) and root is not self._body and (above := root.getparent()) is not None:
            root = above
        return root

    def _has_headline(self, element: _Element) -> bool:
        if self.title is None:
            return self._weight(element).heading
        return self._is_inside_dropped(self.title) or self._holds(element, self.title)

    @staticmethod
    def _holds(element: _Element, inner: _Element) -> bool:
        return element is inner or any(above is element for above in inner.iterancestors())

    def _headline(self) -> Iterator[_Element]:
        if self.title is not None and (self._is_inside_dropped(self.title) or not self._holds(self.root, self.title)):
            yield self.title

    # What it is called

    def _title(self, wanted: frozenset[str]) -> _Element | None:
        """Of the elements whose words are the page's title, the heading of the highest rank, else the first.

        One in the head of the page counts where the release itself does not repeat it.
        """
        longest = max(map(len, wanted), default=0)
        found = [
            element
            for element in (self._body.iter(*names.ELEMENTS) if wanted else ())
            if 0 < self._weight(element).text <= longest
            and names.folded(words_of(element)) in wanted
            and (element.tag in names.HEADINGS or not self._is_inside_dropped(element))
        ]
        return min(found, key=lambda element: (self._is_inside_dropped(element), names.rank(element)), default=None)

    def _heaviest_child(self, element: _Element) -> _Element | None:
        children = [child for child in element if child not in self._dropped]
        return max(children, key=self._running, default=None)

    # Contacts

    def _contacts(self) -> Iterator[_Element]:
        """A box such as "Press contact" in a column beside the release; not those at the foot or head of every page."""
        if self.root is self._body or self._weight(self.root).contact or "@" in words_of(self.root):
            return
        inside = set(self.root.iter())
        for heading in self._body.iter(*HEADINGS, "strong", "b", "dt", "p"):
            if heading in inside or next(heading.iterancestors("header", "footer", "nav"), None) is not None:
                continue
            box = heading.getparent()
            if box is not None and box not in inside and self._is_contact_box(box) and opens_contact(words_of(heading)):
                yield box
                return

    def _is_contact_box(self, box: _Element) -> bool:
        weight = self._weight(box)
        return weight.text <= _LONGEST_CONTACT and (weight.contact or "@" in words_of(box))
