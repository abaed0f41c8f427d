"""reporter.toml and [tool.reporter], validated.

Precedence: flags of the command line > environment (REPORTER_STYLE …) > file > defaults. The file is the nearest
`reporter.toml`, or `pyproject.toml` with a `[tool.reporter]`, of the working folder and those above it.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reporter.errors import ModelError
from reporter.model.limits import Limits

FORMATS = ("pdf", "docx", "md", "html", "json")
Format = Literal["pdf", "docx", "md", "html", "json"]
Length = Literal["brief", "standard", "full"]
PdfVariant = Literal[
    "pdf/ua-1",
    "pdf/ua-2",
    "pdf/a-1a",
    "pdf/a-1b",
    "pdf/a-2a",
    "pdf/a-2b",
    "pdf/a-2u",
    "pdf/a-3a",
    "pdf/a-3b",
    "pdf/a-3u",
]


class _Strict(BaseModel):
    """Unknown keys are errors: a misspelt option must not be silently ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class NoteLines(_Strict):
    """The editor's own words in the head of the note."""

    to: str | None = Field(default=None, description="Whom the note is for.")
    from_: str | None = Field(default=None, alias="from", description="Who sends it.")
    reference: str | None = Field(default=None, description="File reference.")
    classification: str | None = Field(default=None, description="Marking, such as Internal.")
    comment: str | None = Field(default=None, description="A remark of the editor, marked as such.")

    def lines(self) -> dict[str, str]:
        """The lines that are set, by key, in the order of the head."""
        return {key: value for key, value in self.model_dump(by_alias=True).items() if value}


class Settings(_Strict):
    """What a build needs to know."""

    sources: tuple[str, ...] = Field(default=(), description="Files and folders, relative to the file that names them.")
    title: str | None = Field(default=None, description="Title of the note; else made of issuers and period.")
    style: str = Field(default="house", description="House style: a name, or the path of a style's folder.")
    styles: str | None = Field(default=None, description="Folder with house styles of your own; searched first.")
    locale: str = Field(default="en", description="Language of headings, dates and numbers.")
    date: dt.date | None = Field(default=None, description="Date of the note; else of the newest release.")
    published: dt.date | None = Field(default=None, description='Resolves "today" where a release has no date.')
    output: str = Field(default=".", description="Folder for the outputs.")
    name: str = Field(
        default="briefing", description="File name of the outputs, without suffix.", pattern=r"^[^/\\\x00]+$"
    )
    formats: tuple[Format, ...] = Field(default=("pdf",), min_length=1, description="Which outputs to write.")
    length: Length = Field(default="standard", description="brief, standard (annexes where needed) or full.")
    pdf_variant: PdfVariant = Field(default="pdf/ua-1", description="PDF/UA or PDF/A variant.")
    note: NoteLines = Field(default_factory=NoteLines, description="Lines in the head of the note.")
    limits: dict[str, float] = Field(
        default_factory=dict, description="Limits of intake, by name; see `reporter init`."
    )


def load(folder: Path, given: Mapping[str, object]) -> Settings:
    """The settings of the nearest file, with what the call gives laid over them.

    Args:
        folder: The working folder, where the search begins.
        given: Values of flags and environment by the names of `Settings`; None is not given.

    Raises:
        ModelError: The file is no TOML, has an unknown key or a wrong value.
    """
    path, table = find(folder)
    table = _relative_to(path, table)
    laid_over = {**table, **{key: value for key, value in given.items() if value is not None}}
    return validate(laid_over, path, set(given) - {key for key, value in given.items() if value is None})


def find(folder: Path) -> tuple[Path | None, dict[str, Any]]:
    """The nearest configuration file and its table; (None, {}) where there is none."""
    for place in (folder, *folder.parents):
        own = place / "reporter.toml"
        if own.is_file():
            return own, _table(own)
        shared = place / "pyproject.toml"
        if shared.is_file():
            table = _table(shared).get("tool", {}).get("reporter")
            if table is not None:
                return shared, table
    return None, {}


def validate(table: Mapping[str, object], path: Path | None, from_call: set[str]) -> Settings:
    """The settings in a table; an error names file, line, key, what is wrong and what would be right.

    Raises:
        ModelError: A key is unknown, or a value is wrong.
    """
    try:
        return Settings.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"] if not isinstance(part, int))
        where = "--" + key.replace("_", "-") if key.split(".")[0] in from_call or path is None else _where(path, key)
        raise ModelError(
            where, _complaint(key, first["type"], first["msg"]), remedy=_remedy(key, first["type"])
        ) from None


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ModelError(
            str(path), f"not valid TOML: {error}", remedy="mend the line, or see `reporter init`"
        ) from None


def _relative_to(path: Path | None, table: Mapping[str, Any]) -> dict[str, Any]:
    """Paths of the file are relative to the file, not to the folder that the command is called in."""
    result = dict(table)
    if path is None:
        return result
    base = path.parent
    sources = result.get("sources")
    if isinstance(sources, list):
        result["sources"] = [str(base / item) if isinstance(item, str) else item for item in sources]
    for key in ("output", "styles"):
        if isinstance(result.get(key), str):
            result[key] = str(base / result[key])
    return result


def _where(path: Path, key: str) -> str:
    last = re.escape(key.rsplit(".", 1)[-1])
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if re.match(rf"\s*(?:\[.*)?{last}\b", line):
            return f"{path}:{number}: {key}"
    return f"{path}: {key}"


def _complaint(key: str, kind: str, message: str) -> str:
    return "unknown option" if kind == "extra_forbidden" else message[:1].lower() + message[1:] if key else message


def _remedy(key: str, kind: str) -> str | None:
    if kind != "extra_forbidden":
        return None
    known = NoteLines if key.startswith("note.") else Settings
    return "known: " + ", ".join(sorted(field.alias or name for name, field in known.model_fields.items()))


def example() -> str:
    """A commented reporter.toml with every option and its default: what `reporter init` writes."""
    return "\n".join(_example_lines()) + "\n"


def _example_lines() -> Iterator[str]:
    yield "# What `reporter build` does in this folder. Flags and REPORTER_… variables win over this file."
    yield ""
    yield 'sources = ["releases"]'
    for name, field in Settings.model_fields.items():
        if name in ("sources", "note", "limits"):
            continue
        default = field.get_default(call_default_factory=True)
        yield f"# {field.description}"
        yield f"# {name} = {_toml(default)}" if default is not None else f"# {name} = {_EXAMPLES[name]}"
    yield ""
    yield "[note]  # the editor's own words, printed in the head"
    for name, field in NoteLines.model_fields.items():
        yield f'# {field.alias or name} = ""  # {field.description}'
    yield ""
    yield "[limits]  # what intake takes from one source; SECURITY.md says of what each is"
    for limit in fields(Limits):
        yield f"# {limit.name} = {limit.default}"


# What an option without a default could look like.
_EXAMPLES = {"title": '"Weekly briefing"', "date": "2015-08-21", "published": "2015-08-19", "styles": '"styles"'}


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return f'"{value}"'
