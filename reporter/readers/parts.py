"""What a container holds: a message's body and attachments, a feed's items, an archive's files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Role = Literal["body", "attachment", "item", "entry"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Bytes that a container holds, with what the container says of them."""

    content: bytes
    role: Role
    name: str | None = None
    """After the `!` of the path; None for what is the container itself, such as a message's body."""
    media_type: str | None = None
    """As the container states it for certain; None lets the content tell."""
    title: str | None = None
    """Subject or item title: the headline, where the text itself has none."""
    published: date | None = None
    issuer: str | None = None
    """Sender or site; a hint."""
    url: str | None = None
