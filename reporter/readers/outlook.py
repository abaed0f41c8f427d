"""Messages saved by Outlook (MSG)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.errors import InputError, LimitError
from reporter.model.document import Source
from reporter.model.limits import Limits
from reporter.readers.encodings import decode
from reporter.readers.mail import Envelope, attachment, bodies
from reporter.readers.parts import Part


def open_parts(content: bytes, source: Source, limits: Limits) -> Iterator[Part]:
    """The body and the attachments of a message."""
    import io  # noqa: PLC0415  (only this format needs it)

    from oxmsg import Message  # noqa: PLC0415  (only this format needs it)

    try:
        message = Message.load(io.BytesIO(content))
        envelope = Envelope(
            subject=message.subject or None,
            published=message.sent_date.date() if message.sent_date else None,
            sender=_sender(message.sender),
        )
        texts = {"text/plain": message.body or "", "text/html": _text(message.html_body)}
        attached = [(item.file_bytes, item.file_name) for item in message.attachments]
    except Exception as error:  # the library raises whatever a broken file makes it run into
        raise InputError(source.path, f"is a broken Outlook message: {error}", remedy="a whole message") from error
    if len(attached) > limits.parts:
        raise LimitError(source.path, f"has more than {limits.parts:,} attachments")
    yield from bodies(texts, envelope)
    for number, (file, name) in enumerate(attached, 1):
        if file and not (name or "").lower().endswith((".png", ".jpg", ".jpeg", ".gif")):
            yield attachment(file, name or f"part {number}", envelope, limits, source)


def _text(html: str | bytes | None) -> str:
    return decode(html).text if isinstance(html, bytes) else html or ""


def _sender(sender: str | None) -> str | None:
    name = (sender or "").partition("<")[0].strip().strip("\"'")
    return name or None
