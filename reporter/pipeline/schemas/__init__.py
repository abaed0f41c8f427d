"""JSON Schema of what the program reads and writes: `reporter schema`.

The types are the promise to other programs, so they stand here in full; a test validates real results against them.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from reporter.config import Settings
from reporter.pipeline.schemas.briefings import BriefingRecord
from reporter.pipeline.schemas.releases import ReleaseRecord

SCHEMAS: dict[str, TypeAdapter[Any]] = {
    "release": TypeAdapter(ReleaseRecord),
    "briefing": TypeAdapter(BriefingRecord),
    "config": TypeAdapter(Settings),
}


def schema(name: str) -> dict[str, object]:
    """The JSON Schema of a release, a briefing or the configuration."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **SCHEMAS[name].json_schema(by_alias=True)}
