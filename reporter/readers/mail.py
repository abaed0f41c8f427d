"""E-mail (EML, also MHTML) and mailboxes: headers, the best body, attachments."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from reporter.errors import InputError, LimitError
from reporter.model.document import Source
from reporter.model.limits import Limits
from reporter.readers import dates, letters
from reporter.readers.encodings import decode
from reporter.readers.formats import FRAGMENT, HTML, TEXT
from reporter.readers.metadata import is_web
from reporter.readers.parts import Part

# Headers that may hold the web address of what a message shows.
_ADDRESSES = ("Snapshot-Content-Location", "Archived-At", "X-URL", "Content-Location")
# A line that begins a message of a mailbox: "From sender@example.org Wed May 12 14:05:00 2021".
_POSTMARK = re.compile(rb"^From [^\n]{0,200}\d{4}[^\n]{0,20}\n(?=[A-Za-z-]{1,40}:)", re.MULTILINE)
# Decoding takes time that grows with the square of a header's length.
_LONGEST_HEADER = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What the headers of a message say."""

    subject: str | None
    published: date | None
    sender: str | None
    url: str | None = None


def open_parts(content: bytes, source: Source, limits: Limits) -> Iterator[Part]:
    """The body and the attachments of a message.

    Raises:
        InputError: The message is broken.
        LimitError: A part is larger, or there are more, than the limits allow.
    """
    try:
        message = email.message_from_bytes(content, policy=email.policy.compat32)
        leaves = list(_leaves(message, source, limits))
    except (ValueError, LookupError, RecursionError) as error:
        raise InputError(source.path, f"is a broken message: {error}", remedy="a whole message") from error
    envelope = _envelope(message)
    yield from bodies(_texts(leaves), envelope)
    for number, leaf in enumerate((leaf for leaf in leaves if _is_attachment(leaf)), 1):
        yield attachment(_bytes(leaf), _filename(leaf) or f"part {number}", envelope, limits, source)


def open_mailbox(content: bytes, source: Source, limits: Limits) -> Iterator[Part]:
    """The messages of a mailbox (mbox), in its order.

    Raises:
        LimitError: It has more messages than the limits allow.
    """
    starts = [found.end() for found in _POSTMARK.finditer(content)]
    if len(starts) > limits.entries:
        raise LimitError(source.path, f"has {len(starts):,} messages (limit {limits.entries:,})")
    ends = [found.start() for found in _POSTMARK.finditer(content)][1:]
    for number, (start, end) in enumerate(zip(starts, [*ends, len(content)], strict=True), 1):
        message = re.sub(rb"(?m)^>(>*From )", rb"\1", content[start:end])
        yield Part(content=message, role="entry", name=f"message {number}", media_type="message/rfc822")


def bodies(texts: dict[str, str], envelope: Envelope) -> Iterator[Part]:
    """The better of a message's plain and HTML bodies; plain where it says as much."""
    plain, html = texts.get("text/plain", ""), texts.get("text/html", "")
    if html and not letters.is_whole(plain, html):
        content, media_type = html, HTML if envelope.url else FRAGMENT
    else:
        content, media_type = letters.release(plain, envelope.subject), TEXT
    if content.strip():
        yield Part(
            content=content.encode("utf-8", "replace"),
            role="body",
            media_type=media_type,
            title=letters.headline(envelope.subject),
            published=envelope.published,
            issuer=envelope.sender,
            url=envelope.url,
        )


def attachment(content: bytes, name: str, envelope: Envelope, limits: Limits, source: Source) -> Part:
    """An attached file, which knows what its message knows.

    Raises:
        LimitError: It is larger than the limits allow.
    """
    if len(content) > limits.bytes:
        raise LimitError(source.path, f"its attachment {name!r} has more than {limits.bytes:,} bytes")
    return Part(
        content=content,
        role="attachment",
        name=name,
        published=envelope.published,
        issuer=envelope.sender,
    )


def _leaves(message: Message, source: Source, limits: Limits) -> Iterator[Message]:
    """The parts that hold bytes; an attached message is one part, not its parts."""
    pending = [(message, 0)]
    count = 0
    while pending:
        part, depth = pending.pop()
        count += 1
        if count > limits.parts:
            raise LimitError(source.path, f"has more than {limits.parts:,} parts")
        payload = part.get_payload()
        if isinstance(payload, list) and part.get_content_maintype() == "multipart":
            pending += [(child, depth + 1) for child in reversed(payload) if isinstance(child, Message)]
        else:
            yield part


def _texts(leaves: list[Message]) -> dict[str, str]:
    """The first plain and the first HTML body."""
    texts: dict[str, str] = {}
    for leaf in leaves:
        kind = leaf.get_content_type()
        if kind in {"text/plain", "text/html"} and not _is_attachment(leaf):
            text = decode(_bytes(leaf), _charset(leaf)).text
            texts.setdefault(kind, _unflowed(text) if leaf.get_param("format") == "flowed" else text)
    return texts


def _is_attachment(leaf: Message) -> bool:
    """Whether a part is a file: stated so, or named, or no text at all; pictures never hold a release."""
    if leaf.get_content_maintype() in {"image", "audio", "video", "font"} or leaf.get_content_type() == "text/css":
        return False
    disposition = (leaf.get_content_disposition() or "").lower()
    if disposition == "attachment":
        return True
    return bool(_filename(leaf)) or leaf.get_content_type() not in {"text/plain", "text/html"}


def _bytes(leaf: Message) -> bytes:
    payload = leaf.get_payload()
    if isinstance(payload, list):  # message/rfc822
        return b"\n".join(child.as_bytes() for child in payload if isinstance(child, Message))
    content = leaf.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _charset(leaf: Message) -> str | None:
    charset = leaf.get_param("charset")
    return charset if isinstance(charset, str) else None


def _filename(leaf: Message) -> str | None:
    try:
        name = leaf.get_filename()
    except (ValueError, LookupError):
        return None
    return _unfolded(name.replace("\\", "/").rpartition("/")[2]) if name else None


def _envelope(message: Message) -> Envelope:
    sender = _header(message, "From")
    return Envelope(
        subject=_header(message, "Subject"),
        published=dates.day(_header(message, "Date")),
        sender=(parseaddr(sender)[0] or None) if sender else None,
        url=next((url for name in _ADDRESSES if is_web(url := (_header(message, name) or "").strip("<> "))), None),
    )


def _header(message: Message, name: str) -> str | None:
    """A header's words: encoded words decoded, folded lines joined, broken ones as they are."""
    value = message.get(name)
    if value is None:
        return None
    raw = str(value)[:_LONGEST_HEADER]
    try:
        return _unfolded(str(make_header(decode_header(raw)))) or None
    except (HeaderParseError, LookupError, ValueError):
        return _unfolded(raw) or None


def _unfolded(value: str) -> str:
    return " ".join(value.split())


def _unflowed(text: str) -> str:
    """A body in `format=flowed` (RFC 3676): a line that ends with a space goes on."""
    whole: list[str] = []
    flows = False
    for line in text.replace("\r\n", "\n").split("\n"):
        stuffed = line.removeprefix(" ")
        if flows and not line.startswith(">"):
            whole[-1] += stuffed
        else:
            whole.append(stuffed)
        flows = line.endswith(" ") and line != "-- "
    return "\n".join(whole)
