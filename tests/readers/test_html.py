"""Web pages: what is kept, what is left out, what the page says of itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import InputError, LimitError
from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import html
from tests.readers import files

ONE, TWO, THREE = files.BODY
CONTACT = "Press contact: Olav Brenn, Tel. +47 22 85 50 50, press@harbour.example"
RELEASE = f"{files.TITLE}\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n{CONTACT}"


def read(page: str | bytes) -> Document:
    return html.read(page.encode() if isinstance(page, str) else page, Source(path="a.html"))


def body(content: str) -> str:
    return read(f"<body>{content}</body>").text


WORDPRESS = f"""<!doctype html><html lang="en-GB"><head><title>{files.TITLE} &#8211; Harbour Agency</title></head>
<body class="post-template-default sidebar-right"><div id="page" class="site"><header id="masthead" class="site-header">
<h1 class="site-title"><a href="/">Harbour Agency</a></h1><nav><ul><li><a href="/a">About</a></li></ul></nav></header>
<div class="content-area"><article class="post"><header class="entry-header"><h1 class="entry-title">{files.TITLE}</h1></header>
<div class="entry-content"><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p><p>{CONTACT}</p><div class="sharedaddy"><h3>Share this:</h3>
<ul><li><a href="#">Tweet</a></li></ul></div></div><footer class="entry-footer">Posted in <a href="/c">News</a></footer></article>
<nav class="post-navigation"><a href="/x">Ferry times change in June</a></nav><div id="comments"><h2>Leave a comment</h2></div></div>
<div id="secondary"><section><h2>Recent posts</h2><ul><li><a href="/1">Harbour master retires</a></li></ul></section></div>
<footer>Harbour Agency, <a href="mailto:info@harbour.example">write to us</a></footer></div></body></html>"""

TABLES = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head><body bgcolor=white>
<table><tr><td width=150><a href=1>Home</a><br><a href=2>News</a><br><a href=3>Ships</a></td><td><p><font size=5><b>{files.TITLE}</b>
</font></p><p>{ONE}<p>{TWO}<p>{THREE}<p>{CONTACT}</td></tr></table><center>Copyright 2022 Westmark | <a href=5>Imprint</a></center>
</body></html>"""

BREAKS = f"""<html><body><div id="nav"><a href="a">Home</a> | <a href="b">News</a> | <a href="c">Ships</a></div><div class="txt">
<b>{files.TITLE}</b><br><br>{ONE}<br><br>{TWO}<br><br>{THREE}<br><br>{CONTACT}<br><br></div><div>© Westmark</div></body></html>"""

BUILDER = f"""<html><body><div class="elementor"><div class="elementor-widget elementor-widget-heading"><h1>{files.TITLE}</h1></div>
<div class="elementor-widget"><div class="x"><p>{ONE}</p></div></div><div class="elementor-widget"><div><p>{TWO}</p><p>{THREE}</p></div></div>
<div class="elementor-widget"><p>{CONTACT}</p></div></div><div class="elementor-popup-modal"><p>Sign up now for our newsletter, which
comes every month and tells you all about ships, quays and cranes.</p></div></body></html>"""

SPANS = f"""<html><body><noscript>Enable JavaScript.</noscript><div id="root"><div class="a"><div class="b"><a href=1>Menu</a>
<a href=2>News</a><a href=3>About us</a></div><div class="c"><h2>{files.TITLE}</h2><div><span>{ONE}</span></div><div><span>{TWO}</span></div>
<div><span>{THREE}</span></div><div><span>{CONTACT}</span></div></div><div class="d"><span>Read more</span><a href=4>Master retires</a>
<a href=5>Crane inspected</a><a href=6>Sea day</a></div></div></div></body></html>"""

MAIN = files.page(
    f"<h1>{files.TITLE}</h1><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p><p>{CONTACT}</p><div class='tags'><a href=1>Sea</a></div>"
    "<h2>You may also like</h2><ul><li><a href='/x'>Harbour master retires after thirty years</a></li></ul>"
).decode()


# The portal's own heading is of the first rank, that of the release is not; the page's title says which is which.
PORTAL = f"""<html><head><title>Portal: {files.TITLE}</title></head><body><div><h1>Press releases of the region</h1></div><div class="row">
<div class="c9"><h3>{files.TITLE}</h3><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p><p>{CONTACT}</p></div><div class="csc"><h3>Weitere Meldungen</h3>
<p>Am Freitag wurde der neue Kran im Hafen von Westmark feierlich und mit viel Musik in Betrieb genommen.</p></div></div>
<div>Diese Seite verwendet Cookies.</div></body></html>"""

# No heading at all, as on pages of the last century, and a card that shows another page.
UNRANKED = f"""<html><head><title>{files.TITLE}</title></head><body><table><tr><td><font size=5>Westmark ONLINE</font></td></tr><tr><td>
<center><font size=+2><b>{files.TITLE}</b></font></center><p>{ONE}<p>{TWO}<p>{THREE}<p>{CONTACT}<div class="teaser"><h4>Sea day</h4>
<p>The sea day brings ships, music and cakes to the old harbour again this summer, said the mayor of Westmark.</p></div></td></tr>
</table></body></html>"""

# The headline stands in the banner of the page, the release below without it.
BANNER = f"""<html><head><meta property="og:title" content="{files.TITLE}"></head><body><header role="banner"><h1>{files.TITLE}</h1></header>
<main><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p><p>{CONTACT}</p></main></body></html>"""


@pytest.mark.parametrize("page", [PORTAL, UNRANKED, BANNER])
def test_headline_is_what_the_head_of_the_page_says(page: str) -> None:
    document = read(page)

    assert document.text.endswith(RELEASE)
    assert [mark.span.of(document.text) for mark in document.marks if mark.kind == "title"] == [files.TITLE]


@pytest.mark.parametrize("page", [WORDPRESS, TABLES, BREAKS, BUILDER, SPANS, MAIN])
def test_pages_of_many_makes(page: str) -> None:
    content = page.encode("cp1252") if "windows-1252" in page else page.encode()

    assert read(content).text == RELEASE


def test_a_contact_box_beside_the_release_is_read() -> None:
    page = f"""<body><main><h1>{files.TITLE}</h1><p>{ONE}</p><p>{TWO}</p></main><div class="col"><div class="box"><h3>Media contact</h3>
    <p>Olav Brenn<br>+47 22 85 50 50<br><a href="mailto:press@harbour.example">E-mail</a></p></div><div><h3>Latest news</h3></div></div>
    <footer><b>Contact</b> <a href="mailto:info@harbour.example">Write</a></footer></body>"""

    assert read(page).text.endswith(
        f"{TWO}\n\nMedia contact\n\nOlav Brenn\n+47 22 85 50 50\nE-mail (press@harbour.example)"
    )


def test_a_box_is_not_read_where_the_release_has_a_contact() -> None:
    page = f"""<body><main><h1>{files.TITLE}</h1><p>{ONE}</p><p>{CONTACT}</p></main><div><h3>Contact</h3>x@y.example</div></body>"""

    assert "x@y" not in read(page).text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>a<br>b</p><p> c\n d </p>", "a\nb\n\nc d"),
        ("<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>", "• a\n• b\n• c"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("<li>stray</li>", "• stray"),
        ("<table><tr><th>Name</th><th>Tel</th></tr><tr><td><p>A</p></td><td>1<br>2</td></tr></table>", "Name | Tel\nA | 1 2"),
        ("<table><tr><td><table><tr><td>x</td><td>y</td></tr></table></td><td>z</td></tr></table>", "x | y\n\nz"),
        ("<table><tr><td>only</td></tr></table>", "only"),
        ("<dl><dt>Tel.</dt><dd>1</dd><dd>2</dd><dt>Fax</dt><dd>3</dd></dl>", "Tel. 1\n\n2\n\nFax 3"),
        ("<pre>a\n  b\n\nc</pre>", "a\nb\n\nc"),
        ("<p>He said <q>yes</q>.</p>", "He said “yes”."),
        ("<p>a<script>x</script>b<style>y</style>c<!-- d -->e</p>", "abce"),
        ("<p>one</p>tail<div>two</div>", "one\n\ntail\n\ntwo"),
        ("<p>H<sub>2</sub>O &amp; x&nbsp;y&shy;z</p>", "H2O & x yz"),
        ("<p hidden>a</p><p style='display: none'>b</p><p>c</p>", "c"),
        ("<p>x<span class='visually-hidden'>for readers</span></p>", "x"),
        ("<p class='hidden-xs lang-en'>seen</p>", "seen"),
        ("<p><a href='mailto:a@b.example?subject=x'>write</a></p>", "write (a@b.example)"),
        ("<p><a href='tel:+4722855050'>+47 22 85 50 50</a></p>", "+47 22 85 50 50"),
        ("<p><a href='tel:+4722855050'>call</a></p>", "call (+4722855050)"),
        ("<p><a href='javascript:alert(1)'>click</a></p>", "click"),
        ("<p><span data-cfemail='422302206c27'>[email protected]</span></p>", "a@b.e"),
        ("<p><span data-cfemail='zz22'>kept</span></p>", "kept"),
    ],
)  # fmt: skip
def test_elements(content: str, text: str) -> None:
    assert body(content) == text


def test_parts_of_a_page_end_where_the_release_goes_on() -> None:
    content = "<h2>Related news</h2><p>other</p><h2>Background</h2><p>own</p><h3>See also</h3><p>x <a href='mailto:a@b.example'>w@x.example</a></p>"

    assert body(content) == "Background\n\nown\n\nx w@x.example"


def test_lines_of_copyright_are_left_out() -> None:
    assert body("<p>text</p><div>Copyright 2022 by Westmark</div><p>© Westmark</p>") == "text"


def test_a_page_that_declares_a_main_part_without_text() -> None:
    assert body(f"<main></main><div><p>{ONE}</p></div>") == ONE


def test_marks() -> None:
    document = read(
        "<h1>T</h1><p class='sub-title'>s</p><h2>H</h2><figure><figcaption>c</figcaption></figure><div class='photo-credit'>p</div>"
        "<blockquote><p>q</p></blockquote><address>a</address><ul><li>i<ul><li>j</li></ul></li></ul>"
    )

    assert [(mark.kind, mark.level) for mark in document.marks] == [
        ("title", 0), ("subtitle", 0), ("heading", 2), ("caption", 0), ("caption", 0), ("quote", 0), ("contact", 0),
        ("list", 1), ("list", 2),
    ]  # fmt: skip


def test_a_heading_that_the_page_is_called_after_is_its_title() -> None:
    document = read(f"<title>{files.TITLE} | Site</title><body><h2>{files.TITLE}</h2><h2>About</h2></body>")

    assert [mark.kind for mark in document.marks] == ["title", "heading"]


HEAD = """<html lang="de-CH"><head><base href="https://w.example/news/"><link rel="canonical" href="berth.html">
<meta name="author" content="A"><meta property="og:site_name" content="Harbour"><meta name="date" content="2022-05-10">
<script type="application/ld+json">[{"@type": ["NewsArticle"], "datePublished": "2022-05-09T10:00", "headline": "H"}]</script></head>
<body><p>x</p></body></html>"""


def test_metadata() -> None:
    document = read(HEAD)

    assert document.source.url == "https://w.example/news/berth.html"
    assert document.published == date(2022, 5, 9)
    assert (document.issuer, document.language) == ("Harbour", "de")


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2022-05-09T10:00:00Z'>",
        "<meta name='DC.date' content='2022-05-09'>",
        "<meta itemprop='datePublished' content='Mon, 09 May 2022 10:00:00 GMT'>",
        (
            "<script type='application/ld+json'>{'broken</script><script type='application/ld+json'>{\"@graph\": [{\"datePublished\": "
            '"20220509"}, 1]}</script>'
        ),
        "<script type='application/ld+json'>{}</script><time itemprop='datePublished' datetime='2022-05-09'>x</time>",
        "<time pubdate datetime='2022-05-09'>x</time><meta name='date' content='yesterday'>",
    ],
)
def test_dates_in_the_head(head: str) -> None:
    assert read(f"<html><head>{head}</head><body><p>x</p></body></html>").published == date(2022, 5, 9)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "//[", "https://[x", ""])
def test_only_web_addresses_are_believed(link: str) -> None:
    assert read(f"<head><link rel=canonical href='{link}'></head><body>x</body>").source.url is None


def test_a_fragment_is_read_as_a_whole() -> None:
    content = b"<div class='sidebar'>a</div><p class='newsletter'>b</p>"

    assert html.read_fragment(content, Source(path="x")).text == "a\n\nb"


def test_charsets() -> None:
    assert (
        read("<?xml version='1.0' encoding='koi8-r'?><html><body><p>Село</p></body></html>".encode("koi8-r")).text
        == "Село"
    )
    assert read(b"<meta charset=no-such><p>caf\xe9 caf\xe9 caf\xe9</p>").text.startswith("caf")


def test_too_deep_too_many() -> None:
    with pytest.raises(LimitError, match="deeper than 256"):
        read("<div>" * 300 + "x")
    with pytest.raises(LimitError, match="more than 10 elements"):
        html.read(b"<b>" * 50, Source(path="x"), Limits(elements=10))


def test_nothing() -> None:
    with pytest.raises(InputError, match="holds no text"):
        read("")
    assert read("<html></html>").text == ""


@given(st.text(st.sampled_from("<>/=\"' abdilpruv&;!-h1"), max_size=200))
def test_any_markup_is_read(content: str) -> None:
    try:
        document = read("<p>x</p>" + content)
    except InputError:
        return
    assert isinstance(document.text, str)
