from __future__ import annotations

from datetime import date

import pytest

from reporter import intake
from reporter.errors import InputError, LimitError
from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import feed
from tests.readers import files

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Westmark</title>
<entry><title>First of all</title><link rel="self" href="https://w.example/self"/><link href="https://w.example/1"/>
<published>2022-05-09T10:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content></entry>
<entry><title>Second</title><id>x</id><updated>2022-05-10T10:00:00Z</updated><summary type="text">a &lt; b</summary></entry></feed>"""


def test_rss() -> None:
    content = files.rss(files.item("New berth", "<p>It <b>opened</b>.</p>") + files.item("Other", "plain words"))
    one, two = list(intake.documents_of(content, intake.source_of(content, "news.xml")))

    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert one.text == "New berth\n\nIt opened."
    assert (one.source.path, one.source.url) == ("news.xml!item 1", "https://westmark.example/1")
    assert (one.published, one.issuer) == (date(2022, 5, 9), "Westmark news")
    assert two.text == "Other\n\nplain words"


def test_atom() -> None:
    content = ATOM.encode()
    one, two = list(intake.documents_of(content, intake.source_of(content, "news.atom")))

    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert one.text == "First of all\n\nOne.\n\nTwo."
    assert one.source.url == "https://w.example/1"
    assert two.text == "Second\n\na < b"
    assert (two.published, two.source.url) == (date(2022, 5, 10), None)


def test_a_feed_without_items() -> None:
    with pytest.raises(InputError, match="without items"):
        list(feed.open_parts(files.rss(""), Source(path="x"), Limits()))


def test_too_many_items() -> None:
    with pytest.raises(LimitError, match="3 items"):
        list(feed.open_parts(files.rss("<item/>" * 3), Source(path="x"), Limits(entries=2)))


def test_an_item_without_anything_is_said_to_hold_no_text() -> None:
    content = files.rss("<item><title/></item>")
    [item] = intake.documents_of(content, intake.source_of(content, "x.xml"))

    assert not isinstance(item, Document)
    assert "holds no text" in item.message
