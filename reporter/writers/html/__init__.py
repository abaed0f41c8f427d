"""HTML: the note as a page that carries the releases' own text beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from reporter import resources
from reporter.model.note import Heading, Note, Section
from reporter.model.walking import plain
from reporter.styles import Style
from reporter.writers.html import svg
from reporter.writers.html.blocks import Serialiser
from reporter.writers.html.evidence import Evidence, Links

_STYLESHEET = "screen.css"
# Nothing is fetched, nothing runs: all that the page needs is in it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def body(note: Note, palette: Mapping[str, str] = svg.PALETTE, font: str = "sans-serif") -> str:
    """The note's sections without the releases: what the PDF prints.

    Args:
        note: The note.
        palette: Colours of the figures, by name.
        font: Families of the figures' labels, as in CSS.
    """
    return Serialiser(drawings=note.drawings, palette=palette, font=font).blocks(note.sections)


def write(note: Note, style: Style) -> bytes:
    """The page: one file that asks for nothing else."""
    links = Links(note.briefing)
    serialiser = Serialiser(
        drawings=note.drawings, palette=style.palette, font="inherit", note_attributes=links.attributes
    )
    labels = note.labels or {}
    sections = "\n".join(_sections(note.sections, serialiser, links))
    evidence = Evidence(links, labels, note.language).panel(note.briefing.entries)
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(note.language)}">\n<head>\n{_head(note, style)}\n</head>\n<body>\n'
        f'<a class="skip" href="#note">{escape(labels["writer.skip"])}</a>\n'
        f'<main id="note">\n{sections}\n</main>\n{evidence}\n</body>\n</html>\n'
    )
    return page.encode("utf-8", "replace")


def _sections(sections: Iterable[Section], serialiser: Serialiser, links: Links) -> Iterator[str]:
    for section in sections:
        links.section = next((plain(one.children) for one in section.children if isinstance(one, Heading)), "")
        yield serialiser.block(section)


def _head(note: Note, style: Style) -> str:
    named = {"author": note.author, "description": note.subject, "keywords": ", ".join(note.keywords)}
    lines = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="color-scheme" content="light dark">',
        *(f'<meta name="{name}" content="{escape(value)}">' for name, value in named.items() if value),
        f"<title>{escape(note.title)}</title>",
        f"<style>\n{_css(style)}</style>",
    ]
    return "\n".join(lines)


def _css(style: Style) -> str:
    """The colours of the style, then the stylesheets of its bases and its own."""
    colours = "".join(f"  --{name}: {value};\n" for name, value in style.palette.items())
    paths = (folder / _STYLESHEET for folder in reversed(style.folders))
    sheets = "\n".join(resources.read_text(path) for path in paths if path.is_file())
    return f":root {{\n{colours}}}\n{sheets}".replace("</", "<\\/")
