"""Messages saved by Outlook (MSG)."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from reporter.errors import LimitError
from reporter.model.document import Source
from reporter.model.limits import Limits
from reporter.readers import confinement, dates
from reporter.readers.mail import Envelope, attachment, bodies
from reporter.readers.parts import Part

_PICTURES = (".png", ".jpg", ".jpeg", ".gif")


def open_parts(content: bytes, source: Source, limits: Limits) -> Iterator[Part]:
    """The body and the attachments of a message.

    Raises:
        InputError: The message is broken.
        LimitError: It has more attachments than the limits allow.
    """
    message, *attached = confinement.records("msg", content, source, limits, limits.parts)
    if message["attachments"] > limits.parts:
        raise LimitError(source.path, f"has more than {limits.parts:,} attachments")
    envelope = Envelope(
        subject=message["subject"] or None, published=dates.day(message["sent"]), sender=_sender(message["sender"])
    )
    yield from bodies({"text/plain": message["body"], "text/html": message["html"]}, envelope)
    for number, item in enumerate(attached, 1):
        name = item["name"] or f"part {number}"
        if item["content"] and not name.lower().endswith(_PICTURES):
            yield attachment(base64.b64decode(item["content"]), name, envelope, limits, source)


def _sender(sender: str | None) -> str | None:
    return (sender or "").partition("<")[0].strip().strip("\"'") or None
