"""`reporter build`: releases in, one briefing note out."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli import messages
from reporter.errors import FindingsError, ReporterError, UsageError

if TYPE_CHECKING:
    from reporter.config import Settings

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
    limit: Annotated[
        list[str] | None, typer.Option(help="What one source may cost, as pages=500; see reporter init.")
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
    from reporter import config  # noqa: PLC0415  (--help must not load it)
    from reporter.pipeline import outputs  # noqa: PLC0415  (likewise)

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
        "limits": messages.limits(limit),
        "output": output,
    }
    settings = config.load(Path.cwd(), given)
    if not settings.sources:
        raise UsageError("build", "no sources", remedy="name files or folders, or `sources` in reporter.toml")
    places = outputs.places(settings.output, settings.formats, settings.name)
    voice = messages.Voice(quiet=quiet, verbose=verbose)
    wishes = _Wishes(check=check, strict=strict, review=review, force=force)
    if watch:
        _watch(given, voice, wishes)
    failures = _once(settings, places, voice, wishes)
    if failures:
        raise typer.Exit(failures[0].exit_code)


@dataclass(frozen=True)
class _Wishes:
    """The flags that say what to do with a build."""

    check: bool
    strict: bool
    review: bool
    force: bool


def _once(
    settings: Settings, places: Mapping[str, Path | None], voice: messages.Voice, wishes: _Wishes
) -> Sequence[ReporterError]:
    from reporter import pipeline  # noqa: PLC0415  (--help must not load it)

    with voice.progress() as advance:
        built = pipeline.render(settings, advance=advance)
    if wishes.review:
        sys.stdout.write("".join(f"{line}\n" for line in messages.review(built.diagnostics, built.releases)))
    else:
        voice.report(built.diagnostics)
    if wishes.strict:
        messages.refuse_warnings(built.diagnostics)
    _deliver(built.contents, places, voice, wishes)
    for failure in built.failures:
        voice.complain(failure)
    return built.failures


def _watch(given: Mapping[str, object], voice: messages.Voice, wishes: _Wishes) -> None:
    """Build, and again at every change, in this process, which has everything loaded; an error is told and outlived."""
    from reporter.pipeline import watching  # noqa: PLC0415  (--help must not load it)

    before = watching.stamps(_watched(given))
    _told(given, voice, wishes)
    voice.say("watching; Ctrl-C ends it")
    for changed in watching.changes(lambda: _watched(given), before):
        voice.say(f"changed: {', '.join(map(str, changed))}")
        _told(given, voice, wishes)


def _told(given: Mapping[str, object], voice: messages.Voice, wishes: _Wishes) -> None:
    """Build once; what goes wrong is told, and the next change may mend it."""
    from reporter import config  # noqa: PLC0415  (--help must not load it)
    from reporter.pipeline import outputs  # noqa: PLC0415  (--help must not load it)

    try:
        settings = config.load(Path.cwd(), given)
        _once(settings, outputs.places(settings.output, settings.formats, settings.name), voice, wishes)
    except ReporterError as error:
        voice.complain(error)


def _watched(given: Mapping[str, object]) -> list[Path]:
    """Sources, configuration and house style, as far as they can be told now."""
    from reporter import config, styles  # noqa: PLC0415  (--help must not load them)

    path, _ = config.find(Path.cwd())
    own = [path] if path else []
    try:
        settings = config.load(Path.cwd(), given)
        folders = (Path(settings.styles),) if settings.styles else ()
        return [*own, *map(Path, settings.sources), *styles.load(settings.style, folders=folders).folders]
    except ReporterError:
        return own


def _formats(wanted: list[str] | None, output: str | None) -> tuple[str, ...] | None:
    """The formats of the flags; without any, the one that the output's suffix names."""
    from reporter.config import FORMATS  # noqa: PLC0415  (likewise)

    if wanted:
        words = [word for item in wanted for word in item.replace(",", " ").split()]
        unknown = [word for word in words if word not in (*FORMATS, _ALL)]
        if unknown:
            raise UsageError("--format", f"unknown format {unknown[0]!r}", remedy=f"known: {', '.join(FORMATS)}, all")
        return FORMATS if _ALL in words else tuple(dict.fromkeys(words))
    suffix = Path(output).suffix[1:] if output else ""
    return (suffix,) if suffix in FORMATS and output and not Path(output).is_dir() else None


def _deliver(
    contents: Mapping[str, bytes], places: Mapping[str, Path | None], voice: messages.Voice, wishes: _Wishes
) -> None:
    from reporter.pipeline import outputs, staleness  # noqa: PLC0415  (likewise)

    files = {place: content for name, content in contents.items() if (place := places[name])}
    if wishes.check:
        stale = list(staleness.differences(files))
        sys.stdout.write("".join(stale))
        if stale:
            what = f"{len(stale)} of {len(files)} outputs are stale"
            raise FindingsError("build", what, remedy="run it without --check")
        return
    for name, content in contents.items():
        if places[name] is None:
            sys.stdout.buffer.write(content)
    for path in outputs.write(files, force=wishes.force):
        voice.say(f"wrote {path}")
