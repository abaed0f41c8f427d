"""Runs the section templates, in a sandbox and on plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reporter.errors import TemplateError
from reporter.notes.views import NoteView

if TYPE_CHECKING:
    from jinja2 import Environment

SUFFIX = ".html.j2"
LIMIT = 32_000_000
"""Characters that one section may have: a template that runs wild ends before the memory does."""


def run(name: str, view: NoteView, labels: Mapping[str, str], folders: Sequence[Path]) -> str:
    """What one section's template emits.

    Args:
        name: The section: `summary` for summary.html.j2.
        view: The note's data.
        labels: Words to write with.
        folders: Where templates are looked for, the user's first.

    Raises:
        TemplateError: There is no such template, it is wrong, or it asks for what it may not have.
    """
    from jinja2 import TemplateError as JinjaError  # noqa: PLC0415  (heavy, and not needed to parse)
    from jinja2 import TemplateNotFound, TemplateSyntaxError  # noqa: PLC0415  (likewise)

    where = f"section template {name}{SUFFIX}"
    try:
        markup = _environment(tuple(folders)).get_template(name + SUFFIX).render(note=view, labels=labels)
    except TemplateNotFound as error:
        remedy = f"known: {', '.join(known(folders))}"
        raise TemplateError(where, f"there is no template {error.name!r}", remedy=remedy) from error
    except TemplateSyntaxError as error:
        place = f"{where}, line {error.lineno}"
        raise TemplateError(place, error.message or "wrong syntax") from error
    except JinjaError as error:
        raise TemplateError(f"{where}{_line(error)}", error.message or type(error).__name__) from error
    except (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError) as error:
        raise TemplateError(f"{where}{_line(error)}", f"{type(error).__name__}: {error}") from error
    if len(markup) > LIMIT:
        raise TemplateError(where, f"emits {len(markup):,} characters", remedy=f"at most {LIMIT:,}")
    return markup


def known(folders: Sequence[Path]) -> tuple[str, ...]:
    """The sections that there are templates for, sorted."""
    paths = (path for folder in folders for path in folder.glob(f"[!_]*{SUFFIX}"))
    return tuple(sorted({path.name.removesuffix(SUFFIX) for path in paths}))


@cache
def _environment(folders: tuple[Path, ...]) -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined  # noqa: PLC0415  (heavy, and not needed to parse)
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415  (likewise)

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=True,
    )
    environment.globals.clear()
    return environment


def _line(error: BaseException) -> str:
    """Where in a template an error arose: the last frame that belongs to one."""
    found = ""
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(SUFFIX):
            found = f", line {trace.tb_lineno}"
        trace = trace.tb_next
    return found
