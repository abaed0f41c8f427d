"""The anchors that GitHub gives to headings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reporter.model.note import Heading, Section
from reporter.model.walking import plain, walk

# What GitHub leaves of a heading: letters, digits, marks, underscores, hyphens and spaces.
_DROPPED = re.compile(r"[^\w\- ]")


def of(sections: Iterable[Section]) -> dict[str, str]:
    """The anchor of every heading with an id: its words in lower case, hyphens for spaces, a number where it comes again."""
    found: dict[str, str] = {}
    seen: dict[str, int] = {}
    for heading in walk(sections):
        if not isinstance(heading, Heading):
            continue
        slug = _DROPPED.sub("", plain(heading.children).lower()).replace(" ", "-")
        count = seen.get(slug, 0)
        seen[slug] = count + 1
        if heading.id:
            found[heading.id] = f"{slug}-{count}" if count else slug
    return found
