"""Plain text: files of any encoding, pasted text, the body of a message."""

from __future__ import annotations

from reporter.errors import InputError
from reporter.locales import identification
from reporter.model.diagnostics import Diagnostic
from reporter.model.document import Document, Origin, Source
from reporter.model.limits import Limits
from reporter.model.spans import Span
from reporter.readers import wrapping
from reporter.readers.characters import clean
from reporter.readers.encodings import decode, is_binary
from reporter.readers.galley import over_characters


def read(content: bytes, source: Source, limits: Limits | None = None) -> Document:
    """The document of a text file.

    Raises:
        InputError: It is no text.
    """
    if is_binary(content):
        raise InputError(source.path, "is no text: it has zero bytes", remedy="a text file in any usual encoding")
    decoded = decode(content)
    return document(decoded.text, source, limits, diagnostics=unreadable(decoded.replaced, decoded.encoding))


def document(
    text: str, source: Source, limits: Limits | None = None, *, diagnostics: tuple[Diagnostic, ...] = ()
) -> Document:
    """The document of a text: cleaned, without marks of e-mail quoting, with hard-wrapped lines joined."""
    limits = limits or Limits()
    if len(text) > limits.characters:
        raise over_characters(source, limits)
    cleaned = clean(text)
    lines = wrapping.joined(wrapping.unquoted(cleaned.split("\n")))
    return Document(
        text="\n".join(line.text for line in lines),
        source=source,
        language=identification.identify(cleaned) or identification.DEFAULT,
        origins=_origins(lines) if len(lines) != cleaned.count("\n") + 1 else (),
        diagnostics=diagnostics,
    )


def unreadable(replaced: int, encoding: str) -> tuple[Diagnostic, ...]:
    """What is to be said of characters that could not be read."""
    if not replaced:
        return ()
    message = f"{replaced:,} characters could not be read as {encoding} and are shown as \ufffd."
    return (Diagnostic(code="characters-replaced", severity="warning", message=message),)


def _origins(lines: list[wrapping.Line]) -> tuple[Origin, ...]:
    origins: list[Origin] = []
    start = 0
    for line in lines:
        end = start + len(line.text) + 1
        origins.append(Origin(span=Span(start, end), line=line.number))
        start = end
    return tuple(origins)
