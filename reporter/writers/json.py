"""JSON: the briefing that the note was made from."""

from __future__ import annotations

import json

from reporter.model.note import Note
from reporter.styles import Style


def write(note: Note, style: Style) -> bytes:
    """The object `reporter.briefing/1`, with the title that the note prints."""
    del style
    record = {**note.briefing.to_dict(), "title": note.title}
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
