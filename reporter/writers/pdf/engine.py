"""WeasyPrint, kept on a short lead: imported late, fetching nothing, its findings taken down."""

from __future__ import annotations

import contextlib
import ctypes.util
import gc
import io
import logging
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, TypeAlias

from reporter.errors import BackendMissingError, UsageError
from reporter.model.diagnostics import Diagnostic
from reporter.styles import Style

_LOGGER = "weasyprint"
_COLLECT_AFTER = 50_000
"""New objects."""

_MISSING_GLYPH = ".notdef glyph"
_SHOWN = 20
"""Characters that a message lists."""

_INSTALL = {
    "darwin": "brew install pango",
    "win32": "install MSYS2, then: pacman -S mingw-w64-ucrt-x86_64-pango",
    "linux": "apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
}

Report: TypeAlias = Callable[[Diagnostic], None]


def printed(html: str, stylesheet: str, style: Style, variant: str, report: Report) -> bytes:
    """The PDF of a page.

    Raises:
        UsageError: There is no such variant.
        BackendMissingError: A library of the system is missing.
    """
    weasyprint = load()
    if variant not in variants():
        raise UsageError("--pdf-variant", f"unknown variant {variant!r}", remedy=f"known: {', '.join(variants())}")
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415  (needs `load`)

    from reporter.writers.pdf import tags  # noqa: PLC0415  (needs `load`)
    from reporter.writers.pdf.fetching import StyleFetcher  # noqa: PLC0415  (needs `load`)

    fetcher = StyleFetcher(style)
    fonts = FontConfiguration()
    with _taking_down(report), _collecting_seldom(), tags.listening() as record:
        css = weasyprint.CSS(string=stylesheet, url_fetcher=fetcher, font_config=fonts)
        document = weasyprint.HTML(string=html, url_fetcher=fetcher).render(stylesheets=[css], font_config=fonts)
        return bytes(document.write_pdf(pdf_variant=variant, finisher=lambda _, pdf: tags.mend(pdf, record)))


def variants() -> tuple[str, ...]:
    """Names of the kinds of PDF that WeasyPrint makes the same way every time."""
    load()
    from weasyprint.pdf import VARIANTS  # noqa: PLC0415  (needs `load`)

    # PDF/X is for printing houses, and its later versions number themselves by chance; `debug` is no format.
    return tuple(sorted(name for name in VARIANTS if name and name.startswith(("pdf/a", "pdf/ua"))))


def load() -> ModuleType:
    """WeasyPrint.

    Raises:
        BackendMissingError: It is not installed, or a library that it needs is not.
    """
    if found := sys.modules.get(_LOGGER):
        return found
    try:
        # What WeasyPrint has to say of a missing library it prints; the error says it better.
        with contextlib.redirect_stdout(io.StringIO()):
            return _imported()
    except (ImportError, OSError) as error:
        remedy = _INSTALL.get(sys.platform, "install Pango 1.44 or newer")
        raise BackendMissingError("pdf", f"WeasyPrint cannot be loaded: {error}", remedy=remedy) from error


def _imported() -> ModuleType:
    """The module, without the search that takes half of its import.

    For each library WeasyPrint first tries names that only Windows and macOS have; looking for those, ctypes runs the
    compiler and the linker, several times. On Linux the right name needs no search. Where it is not found, we search.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError), _without_search():
            return _module()
    return _module()


def _module() -> ModuleType:
    import weasyprint  # noqa: PLC0415  (slow)

    module: ModuleType = weasyprint
    return module


@contextlib.contextmanager
def _without_search() -> Iterator[None]:
    library: Any = ctypes.util
    search = library.find_library
    library.find_library = lambda _: None
    try:
        yield
    finally:
        library.find_library = search


@contextlib.contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Let the many boxes of a page live undisturbed: looking for dead ones as often as usual costs a tenth of the time."""
    thresholds = gc.get_threshold()
    gc.set_threshold(_COLLECT_AFTER, *thresholds[1:])
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)


@contextlib.contextmanager
def _taking_down(report: Report) -> Iterator[None]:
    """Hand WeasyPrint's warnings and errors on, each once, and print none of them."""
    logger = logging.getLogger(_LOGGER)
    handler = _Findings()
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates
    for finding in handler.diagnostics():
        report(finding)


class _Findings(logging.Handler):
    """Keeps what WeasyPrint says; characters that no font has are told together."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._messages: dict[str, None] = {}
        self._missing: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """One finding."""
        if record.msg.startswith(_MISSING_GLYPH) and isinstance(record.args, tuple):
            self._missing[str(record.args[0])] = None
        else:
            self._messages[record.getMessage()] = None

    def diagnostics(self) -> Iterator[Diagnostic]:
        """All findings."""
        for message in self._messages:
            yield Diagnostic(code="pdf-finding", severity="warning", message=message, where="pdf")
        if self._missing:
            shown = " ".join(list(self._missing)[:_SHOWN])
            message = f"no font on this machine has {shown} (install one of their script, such as fonts-noto-core)"
            yield Diagnostic(code="pdf-missing-characters", severity="warning", message=message, where="pdf")
