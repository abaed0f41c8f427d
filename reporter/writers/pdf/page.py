"""The page that is printed: the note's HTML, and a stylesheet of what the style's settings say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from reporter.language.breaking import kept, kept_date
from reporter.language.shortening import shortened
from reporter.model.note import Note, Table
from reporter.model.walking import walk
from reporter.styles import Style
from reporter.styles.columns import widths
from reporter.writers import html as html_writer

SCHEME = "asset:"
"""Of the addresses of a style's files in its stylesheet: `url(asset:logo.svg)`."""

_RUNNING_TITLE = 80
"""Characters."""

# What parts the words of `Page {page} of {pages}`.
_SLOT = re.compile(r"\{(pages?)\}")
_PLAIN_PAGE = "{page} / {pages}"
# What may not stand in a string of CSS as it is.
_SPECIAL = re.compile(r'["\\<\x00-\x1f\x7f]')
_LINE = 102
"""Characters of a table on a page, about."""

_PADDING = 210
"""Of a cell, in hundredths of a character."""

# A table up to where its columns are described: `<table class="people">`, its caption included.
_TABLE = re.compile(r"<table[^>]*>(?:\s*<caption>.*?</caption>)?", re.DOTALL)
# The references of a line, and the brackets that part them from it: ` <span class="references">(<a …>…</a>)</span>`
_REFERENCES = re.compile(r' ?<span class="references">\((.*?)\)</span>')
# A date and the tag before it: `<time datetime="2013-07-03">3 July 2013`; what is inserted into a sentence is one too
_DATE = re.compile(r'(<time[^>]*>|<span class="insertion">)([^<]+)')
# What stands between two tags; a `>` in words or attributes is escaped.
_TEXT = re.compile(r">[^<]+")
# So much of a word as no line needs whole. References to characters stay whole.
_LONG_WORD = re.compile(r"[^\s&;]{60}")
_FACES = {
    "regular": "font-weight: 400; font-style: normal",
    "italic": "font-weight: 400; font-style: italic",
    "strong": "font-weight: 600; font-style: normal",
    "strong-italic": "font-weight: 600; font-style: italic",
}


def html(note: Note, style: Style) -> str:
    """The whole document."""
    body = _with_columns(html_writer.body(note, style.palette, style.fonts["family"]), note)
    if style.options["references"] == "footnotes":
        body = _REFERENCES.sub(r'<span class="footnote">\1</span>', body)
    body = _TEXT.sub(_broken_well, _DATE.sub(lambda found: found[1] + kept_date(found[2]), body))
    numbered = ' class="numbered-paragraphs"' if style.options["numbered_paragraphs"] else ""
    letterhead = escape(str(style.options["letterhead"]))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(note.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(note.title)}</title>\n{''.join(_metadata(note))}</head>\n<body>\n"
        + (f'<div class="letterhead">{letterhead}</div>\n' if letterhead else "")
        + f"<main{numbered}>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _with_columns(body: str, note: Note) -> str:
    """The tables with columns as wide as their words ask."""
    tables = (part for part in walk(note.sections) if isinstance(part, Table))
    return _TABLE.sub(lambda found: found[0] + _columns(next(tables)), body)


def _columns(table: Table) -> str:
    sizes = widths(table, 100 * _LINE, character=100, padding=_PADDING)
    return "<colgroup>" + "".join(f'<col style="width: {size / _LINE:.1f}%">' for size in sizes) + "</colgroup>"


def _broken_well(found: re.Match[str]) -> str:
    """Text that says where its lines may break; an endless word is not searched for a place."""
    return _LONG_WORD.sub("\\g<0>\N{ZERO WIDTH SPACE}", kept(found[0]))


def _metadata(note: Note) -> Iterator[str]:
    words = {
        "author": note.author,
        "description": note.subject,
        "keywords": ", ".join(note.keywords),
        "generator": "reporter",
        "dcterms.created": note.date.isoformat() if note.date else None,
        "dcterms.modified": note.date.isoformat() if note.date else None,
    }
    for name, value in words.items():
        if value:
            yield f'<meta name="{name}" content="{escape(value)}">\n'


def stylesheet(note: Note, style: Style) -> str:
    """Fonts, and variables for what a page.css takes from settings and note; then the style's stylesheets."""
    variables = {
        "family": _string(style.fonts["family"]),
        "title": _string(shortened(note.title, _RUNNING_TITLE)),
        "classification": _string(note.classification or ""),
        "page-of-pages": _page_of_pages(note),
        "page-size": str(style.options["page"]),
        **style.palette,
    }
    rules = " ".join(f"--{name}: {value};" for name, value in variables.items())
    size = f"@page {{ size: {style.options['page']} }}"
    return "\n".join((*_faces(style), size, f":root {{ {rules} }}", style.css))


def _faces(style: Style) -> Iterator[str]:
    family = _string(style.fonts["family"])
    for face, look in _FACES.items():
        if face in style.fonts:
            yield f"@font-face {{ font-family: {family}; src: url({_string(SCHEME + style.fonts[face])}); {look} }}"


def _page_of_pages(note: Note) -> str:
    """`"Page " counter(page) " of " counter(pages)`: the value of a `content`."""
    words = _SLOT.split((note.labels or {}).get("writer.page", _PLAIN_PAGE))
    return " ".join(f"counter({part})" if place % 2 else _string(part) for place, part in enumerate(words))


def _string(words: str) -> str:
    """A string of CSS."""
    return '"' + _SPECIAL.sub(lambda found: f"\\{ord(found.group()):x} ", words) + '"'
