"""What a stylesheet may load: files of its style. No socket is opened, no other file read."""

from __future__ import annotations

import mimetypes
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from reporter.errors import TemplateError
from reporter.styles import Style
from reporter.writers.pdf.page import SCHEME

_TYPES = {".ttf": "font/ttf", ".otf": "font/otf", ".woff": "font/woff", ".woff2": "font/woff2"}
"""What `mimetypes` does not know everywhere."""


class StyleFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Gives files of one style under `asset:`, and refuses every other address."""

    def __init__(self, style: Style) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._style = style

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The file; a refusal ends in a finding, not in a failure."""
        del headers
        if not url.startswith(SCHEME):
            msg = f"only files of the style are loaded, as {SCHEME}NAME"
            raise ValueError(msg)
        try:
            path = self._style.asset(unquote(url.removeprefix(SCHEME)))
        except TemplateError as error:
            raise ValueError(str(error)) from error
        kind = _TYPES.get(path.suffix) or mimetypes.types_map.get(path.suffix, "application/octet-stream")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})
