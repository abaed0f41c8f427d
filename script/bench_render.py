"""How long a note takes to be written, beside pandoc, a bare WeasyPrint and docxtpl on the same content.

    script/bench render             # notes of some 4 and 52 pages, and tables of up to 5,000 rows
    script/bench render --long      # and notes of some 520 pages, which takes minutes

Every row is a cold process, as a user starts it. All are given a note that is ready; what reading the releases adds is in
the last row of the small note. Prints a table in Markdown, as the README has it.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from measure import Run

    from reporter.model.note import Note

# What only the tables need is imported by their functions: a row must not wait for it.

_SIZES = {4: 3, 52: 92}
_LONG = {520: 930}
"""Releases that fill so many pages."""

_TIMES = {4: 5, 52: 3, 520: 1}
_ROWS = (500, 5_000)
_FORMATS = ("pdf", "docx", "md")
_GOALS = {
    (4, "pdf"): "0.75",
    (52, "pdf"): "0.60",
    (4, "all"): "0.65",
    (52, "all"): "0.50",
    (52, "docx"): "0.90",
    (520, "docx"): "0.25",
}
_BARE = """
import sys, weasyprint
html, css, out = sys.argv[1:]
fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"file"})
sheet = weasyprint.CSS(filename=css, url_fetcher=fetcher)
weasyprint.HTML(filename=html, url_fetcher=fetcher).write_pdf(out, stylesheets=[sheet], pdf_variant="pdf/ua-1")
"""
_DOCXTPL = """
import pickle, sys, docxtpl
template, content, out = sys.argv[1:]
made = docxtpl.DocxTemplate(template)
made.render({"lines": pickle.load(open(content, "rb"))}, autoescape=True)
made.save(out)
"""
# A row of the command, without the command's words. Its name tells the package that no program imports it that will
# read releases, for which it would get ready grammar and word lists.
_COMMAND = "import sys; sys.path.insert(0, {folder!r}); import bench_render; bench_render.write(sys.argv[1:])"


def main(arguments: list[str]) -> None:
    """Print the tables; or prepare a note, in a process of its own: what a process holds counts as the peak of those it starts."""
    if arguments[:1] == ["prepare"]:
        _prepare(int(arguments[1]), Path(arguments[2]))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = folder / "reporter"
        command.write_text(_COMMAND.format(folder=str(Path(__file__).parent)), encoding="utf-8")
        print("| Note | Output | | ms | MiB | to pandoc | goal |\n|--|--|--|--:|--:|--:|--:|")
        for pages, releases in (_SIZES | (_LONG if "--long" in arguments else {})).items():
            subprocess.run([sys.executable, __file__, "prepare", str(releases), name], check=True)
            _compare(pages, folder / f"note-{releases}.pickle", command)
        _rows(folder, command)


def write(arguments: list[str]) -> None:
    """What a build does when the note is ready."""
    from reporter import styles, writers

    path, *formats = arguments
    note = pickle.loads(Path(path).read_bytes())  # noqa: S301  (written by `_prepare`)
    style = styles.load()
    for form in formats:
        Path(path).with_suffix(writers.WRITERS[form][0]).write_bytes(writers.write(note, style, form))


def _prepare(releases: int, folder: Path) -> None:
    """A note of so many releases, and its content as the peers read it: Markdown, HTML with its stylesheet, a template."""
    import sample

    import reporter
    from reporter import locales, notes, styles, writers
    from reporter.writers.pdf import page

    texts = {f"{place:04}.txt": text for place, text in enumerate(sample.texts(releases))}
    style = styles.load()
    briefing = reporter.brief(reporter.parse_text(text, name=name) for name, text in texts.items())
    note = notes.render(briefing, style=style, locale=locales.load("en"), length="full")
    path = folder / f"note-{releases}.pickle"
    path.write_bytes(pickle.dumps(note))
    fonts = style.asset("fonts/SourceSans3-It.ttf").parent
    css = page.stylesheet(note, style).replace("asset:fonts/", f"file://{fonts}/")
    path.with_suffix(".css").write_text(css, encoding="utf-8")
    path.with_suffix(".page.html").write_text(page.html(note, style), encoding="utf-8")
    path.with_suffix(".source.md").write_bytes(writers.write(note, style, "md"))
    path.with_suffix(".releases").mkdir()
    for name, text in texts.items():
        path.with_suffix(".releases").joinpath(name).write_text(text, encoding="utf-8")
    _template(path)
    if releases == min(_SIZES.values()):
        _prepare_rows(note, folder)


def _template(path: Path) -> None:
    """A template of docxtpl, and the lines of the note's text to fill it with."""
    import docx

    made = docx.Document()
    for line in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
        made.add_paragraph(line)
    made.save(str(path.with_suffix(".template.docx")))
    lines = [line for line in path.with_suffix(".source.md").read_text(encoding="utf-8").split("\n") if line]
    path.with_suffix(".lines").write_bytes(pickle.dumps(lines))


def _compare(pages: int, path: Path, command: Path) -> None:
    """The rows of a note: each format, then all."""
    import measure

    python = sys.executable
    ours = [python, str(command), str(path)]
    found = {form: path.with_suffix(f".{form}") for form in _FORMATS}
    css, html = str(path.with_suffix(".css")), str(path.with_suffix(".page.html"))
    bare = [python, "-c", _BARE, html, css, str(path.with_suffix(".bare.pdf"))]
    template, lines = str(path.with_suffix(".template.docx")), str(path.with_suffix(".lines"))
    filled = [python, "-c", _DOCXTPL, template, lines, str(path.with_suffix(".t.docx"))]
    pandoc = {form: _pandoc(path, form) for form in _FORMATS}
    styled = [*pandoc["pdf"], "--css", css]
    whole = ["sh", "-c", "; ".join(" ".join(f"'{word}'" for word in pandoc[form]) for form in _FORMATS)]
    rows = {
        "pdf": {
            "pandoc, weasyprint": pandoc["pdf"],
            "the same in our stylesheet": styled,
            "bare weasyprint, our HTML": bare,
        },
        "docx": {"pandoc": pandoc["docx"], "docxtpl, text alone": filled},
        "md": {"pandoc": pandoc["md"]},
        "all": {"pandoc, three times": whole},
    }
    for form, peers in rows.items():
        commands = {**peers, "**reporter**": [*ours, *(_FORMATS if form == "all" else (form,))]}
        if (pages, form) == (min(_SIZES), "all"):
            formats = [word for name in _FORMATS for word in ("--format", name)]
            folder = str(path.with_suffix(".releases"))
            releases = [
                str(Path(python).with_name("reporter")),
                "build",
                folder,
                *formats,
                "-o",
                f"{folder}-out",
                "--force",
            ]
            commands["**reporter build**, reading too"] = releases
        _print(f"{pages} pages", form, measure.interleaved(commands, _TIMES[pages]), _GOALS.get((pages, form), ""))
    shown = subprocess.run(["pdfinfo", found["pdf"]], capture_output=True, text=True, check=False).stdout
    pages_made = " ".join(line.split()[-1] for line in shown.split("\n") if line.startswith("Pages"))
    sizes = ", ".join(f"{form} {file.stat().st_size // 1000} kB" for form, file in found.items())
    print(f"\n<!-- {pages} pages: {pages_made} made; {sizes} -->\n", file=sys.stderr)


def _rows(folder: Path, command: Path) -> None:
    """Tables of many rows as DOCX: ten times the rows should take no more than eleven times as long."""
    import measure

    paths = {count: str(folder / f"rows-{count}.pickle") for count in _ROWS}
    commands = {
        f"**reporter**, {count:,} rows": [sys.executable, str(command), path, "docx"] for count, path in paths.items()
    }
    _print("one table", "docx", measure.interleaved(commands, 3), "")


def _prepare_rows(note: Note, folder: Path) -> None:
    """The notes of one long table."""
    from reporter.model.note import Cell, Paragraph, Row, Section, Table, Text

    def row(*words: str) -> Row:
        return Row(cells=tuple(Cell(children=(Paragraph(children=(Text(text=word),)),)) for word in words))

    for count in _ROWS:
        body = tuple(
            row(f"{number}", "A conference on water law opened in the capital", "Here") for number in range(count)
        )
        section = Section(children=(Table(head=(row("Number", "What", "Where"),), body=body),))
        path = folder / f"rows-{count}.pickle"
        path.write_bytes(pickle.dumps(replace(note, sections=(section,), drawings={})))


def _print(note: str, form: str, runs: dict[str, Run], goal: str) -> None:
    first = next(iter(runs.values()))
    for name, run in runs.items():
        own = name == "**reporter**"
        ratio = "" if run is first else f"{run.seconds / first.seconds:.2f}"
        print(
            f"| {note} | {form} | {name} | {run.seconds * 1000:,.0f} | {run.memory:.0f} | {ratio} | {goal if own else ''} |"
        )
    sys.stdout.flush()


def _pandoc(path: Path, form: str) -> list[str]:
    import pypandoc

    weasyprint = str(Path(sys.executable).parent / "weasyprint")
    source, out = str(path.with_suffix(".source.md")), str(path.with_suffix(f".p.{form}"))
    title = f"--metadata=title:{path.stem}"
    engine = [f"--pdf-engine={weasyprint}", "--pdf-engine-opt=--pdf-variant=pdf/ua-1"] if form == "pdf" else []
    return [str(pypandoc.get_pandoc_path()), source, "-f", "gfm", "-s", title, *engine, "-o", out]


if __name__ == "__main__":
    main(sys.argv[1:])
