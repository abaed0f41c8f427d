"""A briefing as a note: the section templates of a style run in the words of a locale.

The path: the briefing's lines become plain views (`context`, `lines`), each section's template makes markup of them
(`sections`), and a strict reader makes the typed note of that (`vocabulary`, `tree`). So the words of a release can
never become markup, and every writer is given the same tree.
"""

from __future__ import annotations

from collections.abc import Mapping

from reporter.language.characters import folded
from reporter.locales import Locale
from reporter.model.briefing import Briefing
from reporter.model.note import Note, Section
from reporter.notes import sections
from reporter.notes.context import issuers, view
from reporter.notes.length import Length
from reporter.notes.links import resolved
from reporter.notes.timeline import Timeline, draw
from reporter.notes.tree import sections as read_sections
from reporter.notes.views import NoteView
from reporter.notes.wording import Wording
from reporter.styles import Style

ANNEXES = "annexes"
"""The section of annexes: a style without it keeps everything in the body."""
CHRONOLOGY = "chronology"
TIMELINE = "timeline"
"""The option of a style that switches the figure on."""


def render(
    briefing: Briefing,
    *,
    style: Style,
    locale: Locale,
    length: Length = "standard",
    lines: Mapping[str, str] | None = None,
) -> Note:
    """The note of a briefing.

    Args:
        briefing: All releases, merged.
        style: Which sections, in which order and by which templates.
        locale: In which language; the words of the releases stay as they are.
        length: `brief` for a page, `standard` for a body of two pages with annexes, `full` for everything in its place.
        lines: The editor's words for the head: to, from, reference, classification, comment.

    Raises:
        TemplateError: A section template is wrong; the message names it.
    """
    wording = Wording(locale, style.labels(locale.code))
    timeline = _timeline(briefing, style, wording)
    given = lines or {}
    data = view(briefing, wording, length=length, lines=given, annexes=ANNEXES in style.sections, timeline=timeline)
    return Note(
        title=data.head.title,
        language=locale.code,
        style=style.name,
        sections=_sections(data, style, wording),
        drawings={timeline.asset: timeline.drawing} if timeline else {},
        briefing=briefing,
        date=briefing.date,
        author=folded(given.get("from", "")) or None,
        subject=_subject(data),
        keywords=_keywords(briefing, wording),
        classification=data.head.classification or None,
        labels=wording.labels,
    )


def _timeline(briefing: Briefing, style: Style, wording: Wording) -> Timeline | None:
    wanted = style.options.get(TIMELINE, True) and CHRONOLOGY in style.sections
    period = (briefing.start, briefing.end) if briefing.start and briefing.end else None
    return draw(briefing.chronology, wording, period) if wanted else None


def _sections(data: NoteView, style: Style, wording: Wording) -> tuple[Section, ...]:
    found: list[Section] = []
    for name in style.sections:
        markup = sections.run(name, data, wording.labels, style.templates)
        found += read_sections(markup, f"section template {name}{sections.SUFFIX}")
    return resolved(tuple(found))


def _subject(data: NoteView) -> str | None:
    return next((line.value for line in data.head.lines if line.kind == "coverage"), None)


def _keywords(briefing: Briefing, wording: Wording) -> tuple[str, ...]:
    """Issuers and countries: what one would look a note up by."""
    countries = (wording.country(line.code, line.name) for line in briefing.countries)
    return tuple(dict.fromkeys((*issuers(briefing), *countries)))
