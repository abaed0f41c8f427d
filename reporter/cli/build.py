"""`reporter build`: releases in, one briefing note out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from reporter.cli import messages
from reporter.errors import FindingsError, UsageError

EPILOG = """\
Examples:

reporter build releases/ --format pdf --format docx -o out

reporter build a.pdf b.docx --title "Border security" -o note.docx

reporter build --check      (in CI: exit 1 and a diff when the outputs are stale)
"""

_ALL = "all"
_Sources = Annotated[
    list[str] | None,
    typer.Argument(help="Files, folders or - for standard input; else those of reporter.toml.", show_default=False),
]


def build(  # noqa: PLR0913  (each is a flag of the command)
    sources: _Sources = None,
    *,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", "-f", help="pdf, docx, md, html, json or all; repeat for several.", envvar="REPORTER_FORMAT"
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="Folder, or file, or - (the last two take one format).", envvar="REPORTER_OUTPUT"
        ),
    ] = None,
    name: Annotated[str | None, typer.Option(help="File name without suffix.", envvar="REPORTER_NAME")] = None,
    title: Annotated[str | None, typer.Option(help="Title of the note.", envvar="REPORTER_TITLE")] = None,
    style: Annotated[str | None, typer.Option(help="House style, by name or folder.", envvar="REPORTER_STYLE")] = None,
    locale: Annotated[
        str | None, typer.Option(help="Language of headings, dates and numbers.", envvar="REPORTER_LOCALE")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(help="Date of the note, as 2015-08-19; else of the newest release.", envvar="REPORTER_DATE"),
    ] = None,
    published: Annotated[
        str | None, typer.Option(help='Resolves "today" where a release has no date.', envvar="REPORTER_PUBLISHED")
    ] = None,
    length: Annotated[str | None, typer.Option(help="brief, standard or full.", envvar="REPORTER_LENGTH")] = None,
    pdf_variant: Annotated[
        str | None, typer.Option(help="pdf/ua-1, pdf/a-3u and others.", envvar="REPORTER_PDF_VARIANT")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 with a diff when outputs are stale.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings are fatal, before anything is written.")] = False,
    review: Annotated[bool, typer.Option("--review", help="List everything that the readers have to say.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite outputs that a person has edited.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Build again whenever a source or the style changes.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more.")] = False,
) -> None:
    """Turn releases into one briefing note: PDF, DOCX, Markdown, HTML, JSON."""
    from reporter import config, pipeline  # noqa: PLC0415  (--help must not load them)
    from reporter.pipeline import outputs  # noqa: PLC0415

    given: dict[str, object] = {
        "sources": tuple(sources) if sources else None,
        "formats": _formats(formats, output),
        "name": name,
        "title": title,
        "style": style,
        "locale": locale,
        "date": date,
        "published": published,
        "length": length,
        "pdf_variant": pdf_variant,
        "output": output,
    }
    settings = config.load(Path.cwd(), given)
    if not settings.sources:
        raise UsageError("build", "no sources", remedy="name files or folders, or `sources` in reporter.toml")
    places = outputs.places(settings.output, settings.formats, settings.name)
    voice = messages.Voice(quiet=quiet, verbose=verbose)
    if watch:
        pipeline.watch(settings, places, say=voice.say, report=lambda built: voice.report(built.diagnostics))
        return
    with voice.progress() as advance:
        built = pipeline.render(settings, advance=advance)
    if review:
        sys.stdout.write("".join(f"{line}\n" for line in messages.review(built.diagnostics, built.releases)))
    else:
        voice.report(built.diagnostics)
    if strict:
        messages.refuse_warnings(built.diagnostics)
    _deliver(built.contents, places, voice, check=check, force=force)
    for failure in built.failures:
        voice.complain(failure)
    if built.failures:
        raise typer.Exit(built.failures[0].exit_code)


def _formats(wanted: list[str] | None, output: str | None) -> tuple[str, ...] | None:
    """The formats of the flags; without any, the one that the output's suffix names."""
    from reporter.config import FORMATS  # noqa: PLC0415

    if wanted:
        words = [word for item in wanted for word in item.replace(",", " ").split()]
        unknown = [word for word in words if word not in (*FORMATS, _ALL)]
        if unknown:
            raise UsageError("--format", f"unknown format {unknown[0]!r}", remedy=f"known: {', '.join(FORMATS)}, all")
        return FORMATS if _ALL in words else tuple(dict.fromkeys(words))
    suffix = Path(output).suffix[1:] if output else ""
    return (suffix,) if suffix in FORMATS and output and not Path(output).is_dir() else None


def _deliver(
    contents: dict[str, bytes], places: dict[str, Path | None], voice: messages.Voice, *, check: bool, force: bool
) -> None:
    from reporter.pipeline import outputs, staleness  # noqa: PLC0415

    files = {place: content for name, content in contents.items() if (place := places[name])}
    if check:
        stale = list(staleness.differences(files))
        sys.stdout.write("".join(stale))
        if stale:
            raise FindingsError(
                "build", f"{len(stale)} of {len(files)} outputs are stale", remedy="run it without --check"
            )
        return
    for name, content in contents.items():
        if places[name] is None:
            sys.stdout.buffer.write(content)
    for path in outputs.write(files, force=force):
        voice.say(f"wrote {path}")
