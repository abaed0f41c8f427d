"""How long a note takes to be written, beside pandoc and a bare WeasyPrint on the same content.

    script/bench render             # notes of some 4 and 52 pages
    script/bench render --long      # and of some 520, which takes minutes

Every row is a cold process, as a user starts it. All are given a note that is ready: reading releases is another bench.
"""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from reporter import styles, writers

# What only the tables need is imported by their functions: a row must not wait for it.

_SIZES = {"4 pages": 2, "52 pages": 28}
_LONG = {"520 pages": 280}
_FORMATS = ("pdf", "docx", "md")
_BARE = """
import sys, weasyprint
html, css, out = sys.argv[1:]
fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"file"})
sheet = weasyprint.CSS(filename=css, url_fetcher=fetcher)
weasyprint.HTML(filename=html, url_fetcher=fetcher).write_pdf(out, stylesheets=[sheet], pdf_variant="pdf/ua-1")
"""


def main(arguments: list[str]) -> None:
    """Write one note, where a row of the tables asks for it; else print the tables."""
    if arguments[:1] == ["write"]:
        write(Path(arguments[1]), arguments[2:])
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, releases in (_SIZES | (_LONG if "--long" in arguments else {})).items():
            compare(name, prepare(releases, Path(folder)), 5 if releases < max(_SIZES.values()) else 3)


def write(path: Path, formats: list[str]) -> None:
    """What a build does when the note is ready."""
    note = pickle.loads(path.read_bytes())  # noqa: S301  (written by `prepare`)
    style = styles.load()
    for form in formats:
        path.with_suffix(writers.WRITERS[form][0]).write_bytes(writers.write(note, style, form))


def prepare(releases: int, folder: Path) -> Path:
    """A note of so many releases, and its content as the peers read it: Markdown, and HTML with its stylesheet."""
    import sample

    import reporter
    from reporter import locales, notes
    from reporter.writers.pdf import page

    briefing = reporter.brief(
        reporter.parse_text(text, name=f"{place}.txt") for place, text in enumerate(sample.texts(releases))
    )
    style = styles.load()
    note = notes.render(briefing, style=style, locale=locales.load("en"), length="full")
    path = folder / f"note-{releases}.pickle"
    path.write_bytes(pickle.dumps(note))
    css = page.stylesheet(note, style).replace(
        "asset:fonts/", f"file://{style.asset('fonts/SourceSans3-It.ttf').parent}/"
    )
    path.with_suffix(".css").write_text(css, encoding="utf-8")
    path.with_suffix(".page.html").write_text(page.html(note, style), encoding="utf-8")
    path.with_suffix(".source.md").write_bytes(writers.write(note, style, "md"))
    return path


def compare(name: str, path: Path, times: int) -> None:
    """One table for each format, and one for all."""
    import measure

    ours = [sys.executable, __file__, "write", str(path)]
    tools = Path(sys.executable).parent
    pandoc, weasyprint = _pandoc(), str(tools / "weasyprint")
    title = f"--metadata=title:{path.stem}"
    source, css, page_html = (str(path.with_suffix(suffix)) for suffix in (".source.md", ".css", ".page.html"))
    engine = [f"--pdf-engine={weasyprint}", "--pdf-engine-opt=--pdf-variant=pdf/ua-1"]
    peers = {
        "pdf": [pandoc, source, "-f", "gfm", "-s", title, "--css", css, *engine, "-o", str(path.with_suffix(".p.pdf"))],
        "docx": [pandoc, source, "-f", "gfm", "-s", title, "-o", str(path.with_suffix(".p.docx"))],
        "md": [pandoc, source, "-f", "gfm", "-t", "gfm", "-o", str(path.with_suffix(".p.md"))],
    }
    bare = [sys.executable, "-c", _BARE, page_html, css, str(path.with_suffix(".bare.pdf"))]
    for form in _FORMATS:
        rows = {f"pandoc {form}": peers[form], f"reporter {form}": [*ours, form]}
        if form == "pdf":
            rows["weasyprint, the same HTML"] = bare
        measure.table(f"{name}: {form}", measure.interleaved(rows, times), f"pandoc {form}")
    whole = "; ".join(" ".join(map(_quoted, peers[form])) for form in _FORMATS)
    rows = {"pandoc, three times": ["sh", "-c", whole], "reporter, once": [*ours, *_FORMATS]}
    measure.table(f"{name}: pdf, docx and md", measure.interleaved(rows, times), "pandoc, three times")
    pages = subprocess.run(["pdfinfo", path.with_suffix(".pdf")], capture_output=True, text=True, check=False).stdout
    print("  ", " ".join(line for line in pages.split("\n") if line.startswith("Pages")))
    print("  ", ", ".join(f"{path.with_suffix(f'.{form}').stat().st_size // 1000} kB {form}" for form in _FORMATS))


def _pandoc() -> str:
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except ImportError:
        found = shutil.which("pandoc")
        if found is None:
            sys.exit("pandoc is not installed")
        return found


def _quoted(word: str) -> str:
    return f"'{word}'"


if __name__ == "__main__":
    main(sys.argv[1:])
