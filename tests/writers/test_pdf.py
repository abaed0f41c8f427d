from __future__ import annotations

import ctypes.util
import functools
import hashlib
import io
import os
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest

from reporter import styles
from reporter.errors import BackendMissingError, UsageError
from reporter.model import walking
from reporter.model.diagnostics import Diagnostic
from reporter.model.note import Figure, Note
from reporter.writers import pdf
from reporter.writers.pdf import engine, page, tags
from tests.writers import pdf_lints, samples
from tests.writers.samples import h, listing, note, p, quote, row, section, table

ROOT = Path(__file__).resolve().parents[2]
STYLES = ("house", "ministry")
HOSTILE = [
    '<script>alert(1)</script> & {{ 7*7 }} ]]> \\22 "; }',
    "x" * 5000,
    "\u0645\u0631\u062d\u0628\u0627 123 \u05e9\u05dc\u05d5\u05dd",
    "e\u0301\u0302\u0303",
    "",
]


@functools.cache
def harbour(style: str) -> bytes:
    return pdf.write(samples.harbour(classification="Restricted"), styles.load(style))


@functools.cache
def long() -> bytes:
    """Everything that may run over a page does."""
    words = "The quick brown fox jumps over the lazy dog near the bank of the river. "
    return pdf.write(
        note(
            section(
                h(1, "Long"),
                h(2, "Table"),
                table(["Date", "What"], *(row(f"{number}", words) for number in range(90))),
                h(2, "List"),
                listing(*([p(words * 2), p(words)] for _ in range(40))),
                h(2, "Text"),
                p(words * 120),
                quote(words * 90, "Jane Roe", lang="fr"),
            )
        ),
        styles.load(),
    )


def printed(*blocks: object, style: styles.Style | None = None, **more: object) -> tuple[bytes, list[Diagnostic]]:
    found: list[Diagnostic] = []
    made: Note = note(section(*blocks), **more)  # type: ignore[arg-type]
    return pdf.write(made, style or styles.load(), report=found.append), found


def text_of(content: bytes) -> str:
    return "\n".join(page_.extract_text() for page_ in pypdf.PdfReader(io.BytesIO(content)).pages)


def kinds(content: bytes) -> Counter[str]:
    with pikepdf.open(io.BytesIO(content)) as opened:
        return Counter(kind for kind, _ in pdf_lints.walk(opened))


@pytest.mark.parametrize("style", STYLES)
def test_it_is_what_pdf_ua_asks_for(style: str) -> None:
    assert pdf_lints.findings(harbour(style)) == []


def test_so_it_is_when_everything_runs_over_pages() -> None:
    assert pdf_lints.findings(long()) == []


def test_what_runs_over_a_page_is_one_in_the_tags() -> None:
    found = kinds(long())

    assert len(pypdf.PdfReader(io.BytesIO(long())).pages) > 8
    assert {kind: found[kind] for kind in ("/Part", "/Sect", "/Table", "/THead", "/TBody", "/BlockQuote")} == {
        "/Part": 1, "/Sect": 1, "/Table": 1, "/THead": 1, "/TBody": 1, "/BlockQuote": 1,
    }  # fmt: skip
    assert (found["/TR"], found["/TH"], found["/TD"]) == (91, 2, 180)
    assert (found["/L"], found["/LI"], found["/Lbl"], found["/LBody"]) == (1, 40, 40, 40)
    assert found["/P"] == 80 + 1 + 2


def test_terms_are_labels_and_passages_have_their_language() -> None:
    with pikepdf.open(io.BytesIO(harbour("house"))) as opened:
        everything = list(pdf_lints.walk(opened))
        languages = [str(tag_.Lang) for kind, tag_ in everything if kind == "/BlockQuote" and "/Lang" in tag_]
        first = next(tag_ for kind, tag_ in everything if kind == "/L")
        items = [[str(kid.S) for kid in item.K] for item in first.K]

    assert languages == ["ru", "ar"]
    assert items == [["/Lbl", "/LBody"]] * 3


def test_links_say_where_they_lead() -> None:
    with pikepdf.open(io.BytesIO(harbour("house"))) as opened:
        annotations = [item for page_ in opened.pages for item in page_.get("/Annots", [])]
        assert {str(item.Contents) for item in annotations} == {"paragraph 2", "link"}
        assert {str(item.A.URI) for item in annotations if "/A" in item} == {"https://example.org/a?b=1&c=2"}


def test_the_outline_is_that_of_the_headings() -> None:
    outline = pypdf.PdfReader(io.BytesIO(harbour("house"))).outline

    names = [item.title for item in outline if not isinstance(item, list)]
    assert names == ["Summary", "Chronology", "Stakeholders", "Quotes", "Sources", "Annex A: contacts"]
    assert ["Organisers"] in [
        [sub.title for sub in item if not isinstance(sub, list)] for item in outline if isinstance(item, list)
    ]


def test_no_word_of_the_note_is_missing() -> None:
    expected = Counter(" ".join(map(walking.plain_block, samples.harbour().sections)).split())
    text = text_of(pdf.write(samples.harbour(), styles.load()))

    assert {word for word in expected - Counter(text.split()) if word.isascii()} == set()


def test_title_and_properties() -> None:
    reader = pypdf.PdfReader(io.BytesIO(harbour("house")))

    assert reader.metadata is not None
    assert reader.metadata.title == "Briefing note: harbour safety"
    assert reader.metadata.author == "Press office"
    assert str(reader.metadata["/Keywords"]) == "harbour, safety"
    assert str(reader.metadata.creation_date_raw) == "D:20210304000000Z"[: len(str(reader.metadata.creation_date_raw))]


def test_the_foot_counts_pages_in_the_words_of_the_language() -> None:
    many = note(
        *(section(h(2, "A"), cls="annex") for _ in range(1)),
        section(p("b")),
        labels={"writer.page": "{page} von {pages}"},
    )

    assert "1 von 1" in text_of(pdf.write(many, styles.load()))
    assert "1 / 1" in text_of(pdf.write(replace(many, labels=None), styles.load()))


def test_a_ministry_marks_every_page_and_counts_its_paragraphs() -> None:
    text = text_of(harbour("ministry"))

    assert text.count("RESTRICTED") == 2 * len(pypdf.PdfReader(io.BytesIO(harbour("ministry"))).pages)
    assert "1. The harbour reopened" in " ".join(text.split())
    assert "Ministry of External Relations".upper() in text.upper()


def test_references_are_footnotes_where_the_style_wants_them_there() -> None:
    found = kinds(harbour("ministry"))

    assert (found["/Note"], found["/Part"]) == (1, 1)
    assert "PORT 2021-03-02 ¶2; ¶4" in " ".join(text_of(harbour("ministry")).split())
    assert "(PORT" not in text_of(harbour("ministry"))
    assert "(PORT" in text_of(harbour("house"))
    assert kinds(harbour("house"))["/Note"] == 0


def test_the_page_may_be_another(tmp_path: Path) -> None:
    style = _style(tmp_path, '[options]\npage = "Letter"\n')

    box = pypdf.PdfReader(io.BytesIO(pdf.write(samples.harbour(), style))).pages[0].mediabox

    assert (round(float(box.width)), round(float(box.height))) == (612, 792)


def test_hostile_words_come_out_as_words() -> None:
    sections = [
        section(
            h(2, words), p(words), listing(p(words)), quote(words, words), table([words], row(words), caption=words)
        )
        for words in HOSTILE
    ]
    found: list[Diagnostic] = []
    content = pdf.write(
        note(section(h(1, "Title")), *sections, title=HOSTILE[0], classification=HOSTILE[0]),
        styles.load(),
        report=found.append,
    )

    assert found == []
    assert pdf_lints.findings(content) == []
    text = "".join(text_of(content).split())
    assert all(word in text for word in HOSTILE[0].split())
    assert text.count("x") > 5 * len(HOSTILE[1])


def test_characters_that_no_font_has_are_reported_together() -> None:
    content, found = printed(p("\U000f0000 and \U000f0001"), p("\U000f0000"))

    assert [(finding.code, finding.severity) for finding in found] == [("pdf-missing-characters", "warning")]
    assert "has \U000f0000 \U000f0001 (" in found[0].message
    assert pdf_lints.findings(content) == []


def test_500_quotes() -> None:
    content, found = printed(*(quote(f"“Number {number}.”", f"Speaker {number}") for number in range(500)))

    assert not found
    assert kinds(content)["/BlockQuote"] == 500


def test_what_weasyprint_finds_is_reported_once(tmp_path: Path) -> None:
    style = _style(
        tmp_path, "", "p { colour: red } p { colour: red }\n@page { @top-left { content: url(asset:none.svg) } }"
    )

    _, found = printed(p("a"), Figure(asset="timeline", alt=""), style=style)

    assert {finding.code for finding in found} == {"pdf-finding"}
    assert {finding.severity for finding in found} == {"warning"}
    messages = [finding.message for finding in found]
    assert len(messages) == len(set(messages))
    assert any("colour" in message for message in messages)
    assert any("there is no file 'none.svg'" in message for message in messages)
    assert any("no alternative text" in message for message in messages)


def test_nothing_is_fetched_and_no_other_file_read(tmp_path: Path) -> None:
    secret = tmp_path / "hidden.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    addresses = ["http://127.0.0.1:9/a.png", f"file://{secret}", str(secret), "asset:../hidden.svg", "data:image/png,x"]
    rules = "".join(f"p {{ background: url('{address}') }}" for address in addresses)
    _style(tmp_path, "", f"@import url('http://127.0.0.1:9/a.css'); @import 'file://{secret}'; {rules}")
    script = (
        "import sys; seen = []\n"
        "sys.addaudithook(lambda name, given: seen.append((name, str(given))))\n"
        "from reporter import styles; from reporter.writers import pdf; from tests.writers import samples\n"
        "seen.clear()\n"
        "pdf.write(samples.harbour(), styles.load(sys.argv[1]))\n"
        "print([one for one in seen if one[0].startswith('socket.') and one[0] != 'socket.__new__'])\n"
        "print([one for one in seen if one[0] == 'open' and 'hidden.svg' in one[1]])\n"
        "print([one for one in seen if one[0].startswith(('subprocess', 'os.exec', 'os.posix_spawn', 'urllib'))])\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "own")],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True, capture_output=True, text=True,
    )  # fmt: skip

    assert done.stdout.split("\n") == ["[]", "[]", "[]", ""]


def test_the_same_bytes_everywhere_and_always(tmp_path: Path) -> None:
    script = (
        "import hashlib; from reporter import styles; from reporter.writers import pdf; from tests.writers import samples;"
        "print(hashlib.sha256(pdf.write(samples.harbour(classification='Restricted'), styles.load())).hexdigest())"
    )
    digests = {hashlib.sha256(harbour("house")).hexdigest()}
    for seed, zone, language in (("1", "Asia/Tokyo", "C"), ("2", "America/Lima", "de_DE.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": language, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", script], env=environment, cwd=tmp_path, check=True, capture_output=True, text=True
        )
        digests.add(done.stdout.strip())
    assert len(digests) == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # WeasyPrint forgets to close a profile
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("variant", ["pdf/ua-2", "pdf/a-3u", "pdf/a-2a"])
def test_other_variants(variant: str) -> None:
    content = pdf.write(samples.harbour(), styles.load(), variant=variant)

    with pikepdf.open(io.BytesIO(content)) as opened:
        metadata = bytes(opened.Root.Metadata.read_bytes()).decode()
    assert f'pdf{variant[4:-2].rstrip("-")}id:part="{variant.rstrip("au")[-1]}"' in metadata


def test_an_unknown_variant_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"unknown variant 'pdf/z' \(known: .*pdf/a-3u.*pdf/ua-1"):
        pdf.write(samples.harbour(), styles.load(), variant="pdf/z")
    assert not any("x" in variant for variant in pdf.variants())


def test_a_missing_backend_is_an_error_with_the_line_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf.check_backend()
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    with pytest.raises(BackendMissingError, match=r"pdf: WeasyPrint cannot be loaded: .*\(apt-get install .*libpango"):
        pdf.check_backend()


def test_the_search_for_libraries_is_put_back_and_tried_where_names_do_not_do(monkeypatch: pytest.MonkeyPatch) -> None:

    search = ctypes.util.find_library
    tries: list[bool] = []

    def refusing() -> None:
        tries.append(ctypes.util.find_library is search)
        msg = "cannot load library"
        raise OSError(msg)

    monkeypatch.setattr(engine, "_module", refusing)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)

    with pytest.raises(BackendMissingError, match="cannot load library"):
        engine.load()

    assert tries[-1] is True
    assert ctypes.util.find_library is search


def test_tags_stay_as_they_are_where_weasyprint_cannot_be_listened_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tags, "_BUILD", "_no_such_function")

    content, _ = printed(table(["a"], row("b")))

    assert kinds(content)["/Table"] == 1
    assert "a head cell without scope" in pdf_lints.findings(content)


def test_strings_of_css_hold_any_words() -> None:
    sheet = page.stylesheet(note(title='a "b" \\ </style> \n c'), styles.load())

    assert r'--title: "a \22 b\22  \5c  \3c /style> \a  c";' in sheet


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    (tmp_path / "note.pdf").write_bytes(long())

    subprocess.run(["qpdf", "--check", "note.pdf"], cwd=tmp_path, check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler-utils is not installed")
def test_every_font_is_embedded_as_poppler_sees_it(tmp_path: Path) -> None:
    (tmp_path / "note.pdf").write_bytes(harbour("house"))

    listed = subprocess.run(["pdffonts", "note.pdf"], cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    rows = listed.strip().split("\n")[2:]
    assert rows
    assert all(line.split()[-5] == "yes" for line in rows)


def _style(folder: Path, settings: str, css: str = "") -> styles.Style:
    own = folder / "own"
    own.mkdir()
    (own / "style.toml").write_text(f'title = "Own"\n{settings}', encoding="utf-8")
    (own / "page.css").write_text(css, encoding="utf-8")
    return styles.load(str(own))
