"""PDF files: paragraphs, columns, running heads, hyphens, scans, broken ones; and the child that reads them."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from pypdf import PdfReader, PdfWriter

from reporter.errors import BackendMissingError, InputError, LimitError
from reporter.model.document import Document, Source
from reporter.model.limits import Limits
from reporter.readers import confined, confinement, pdf
from tests.readers import files
from tests.readers.files import Drawn

ONE, TWO, THREE = files.BODY
SOURCE = Source(path="a.pdf")


def read(*pages: list[Drawn], picture: bool = False) -> Document:
    return pdf.read(files.pdf(pages, picture=picture), SOURCE)


def column(text: str, x: float = 72, top: float = 700, width: int = 80) -> list[Drawn]:
    return [Drawn(line, x=x, y=top - 14 * n) for n, line in enumerate(files.wrapped(text, width))]


def test_paragraphs_by_distance_and_by_indent() -> None:
    spaced = read([*column(ONE), *column(TWO, top=600)])
    indented = read(
        [*column(ONE), *(Drawn(d.text, 72 + 20 * (n == 0), d.y) for n, d in enumerate(column(TWO, top=658)))]
    )

    assert spaced.text == f"{ONE}\n\n{TWO}"
    assert indented.text == f"{ONE}\n\n{TWO}"


def test_two_columns_under_a_headline() -> None:
    left, right = f"{ONE} {TWO}", f"{THREE} {ONE}"
    page = [Drawn(files.TITLE, y=760, size=20, bold=True), *column(left, width=42), *column(right, x=310, width=42)]

    assert read(page).text == f"{files.TITLE}\n\n{left}\n\n{right}"


def test_columns_drawn_line_by_line() -> None:
    left, right = column(f"{ONE} {TWO}", width=42), column(f"{THREE} {ONE}", x=310, width=42)
    page = [line for pair in zip(left, right, strict=False) for line in pair] + left[len(right) :] + right[len(left) :]

    assert read(page).text == f"{ONE} {TWO}\n\n{THREE} {ONE}"


def test_running_heads_and_page_numbers_are_left_out() -> None:
    def page(number: int, text: str) -> list[Drawn]:
        head, foot = Drawn("Westmark newsroom", 230, 812, 8), Drawn(f"- {number} -", 290, 30, 8)
        return [*column(text), head, foot]

    document = read(page(1, ONE), page(2, TWO), page(3, THREE))

    assert document.text == f"{ONE}\n\n{TWO}\n\n{THREE}"
    assert [origin.page for origin in document.origins] == [1, 2, 3]


def test_the_address_that_a_browser_prints_is_left_out() -> None:
    foot = [Drawn("https://westmark.example/news/1", 30, 20, 7), Drawn("1/1", 550, 20, 7)]
    head = [Drawn("11/21/26, 8:39 PM", 30, 820, 7), Drawn("New berth | Westmark", 250, 820, 7)]

    assert read([*head, *column(ONE), *foot]).text == ONE


def test_a_paragraph_goes_on_over_pages() -> None:
    lines = column(f"{ONE} {TWO} {THREE}")
    first, rest = lines[:3], [Drawn(line.text, y=760 - 14 * n) for n, line in enumerate(lines[3:])]

    assert read(first, rest).text == f"{ONE} {TWO} {THREE}"


def test_short_lines_stay_lines() -> None:
    card = [Drawn(line, y=500 - 14 * n) for n, line in enumerate(files.CONTACT)]

    assert read([*column(ONE), *card]).text == f"{ONE}\n\n" + "\n".join(files.CONTACT)


def test_hyphens() -> None:
    lines = [
        "The agreement on the exploitation of the harbour was signed by the Minis-",
        "ter of Transport of the country, in a well-known hall of the old town, and the low-",
        "lands were well-known to be part of it as the Minister explained to the inter-",
        "national guests who had come from all parts of the bay to be there.",
    ]
    text = read([Drawn(line, y=700 - 14 * n) for n, line in enumerate(lines)]).text

    assert "the Minister of Transport" in text
    assert "the international guests" in text
    assert "lowlands" in text


def test_headings_lists_and_cells() -> None:
    page = [
        Drawn(files.TITLE, y=760, size=20),
        *column(ONE),
        Drawn("Contact", y=620, bold=True),
        Drawn("•", 72, 600),
        Drawn("first item", 90, 600),
        Drawn("• second item", 72, 586),
        Drawn("Office", 72, 560),
        Drawn("+47 22 85 50 50", 300, 560),
        Drawn("Heading of a part", y=530, size=14),
    ]
    document = read(page)

    assert [(mark.kind, mark.span.of(document.text)) for mark in document.marks if mark.kind != "paragraph"] == [
        ("title", files.TITLE),
        ("heading", "Contact"),
        ("list", "• first item"),
        ("list", "• second item"),
        ("heading", "Heading of a part"),
    ]
    assert "Office | +47 22 85 50 50" in document.text


def test_a_line_in_pieces() -> None:
    pieces = [
        Drawn("In ", 72, 700),
        Drawn("the port", 84, 700),
        Drawn("of", 128, 700),
        Drawn("Westmark", 139, 700, bold=True),
    ]

    assert read(pieces).text == "In the port of Westmark"


def test_scans_are_said_to_be_scans() -> None:
    with pytest.raises(InputError, match=r"scan without text \(2 pages\).*ocrmypdf"):
        read([], [], picture=True)
    with pytest.raises(InputError, match="without text"):
        read([])


def test_limits() -> None:
    content = files.pdf([column(ONE)] * 3)
    with pytest.raises(LimitError, match="3 pages"):
        pdf.read(content, SOURCE, Limits(pages=2))
    with pytest.raises(LimitError, match="seconds"):
        pdf.read(content, SOURCE, Limits(seconds=0.01))
    with pytest.raises(InputError, match=r"memory|failed"):
        pdf.read(content, SOURCE, Limits(memory=20_000_000))
    with pytest.raises(LimitError, match="more than 5 characters"):
        pdf.read(content, SOURCE, Limits(characters=5))
    with pytest.raises(LimitError, match="more than 50 bytes"):
        pdf.read(content, SOURCE, Limits(expanded=50))


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.4\ntrailer<</Root 1 0 R>>", files.release_pdf()[:900]])
def test_broken_files(content: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.pdf: is a"):
        pdf.read(content, SOURCE)


def test_encrypted_files() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(files.pdf([column(ONE)]))))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    with pytest.raises(InputError, match="encrypted"):
        pdf.read(made.getvalue(), SOURCE)


def test_rotated_text_is_no_line() -> None:
    content = files.pdf([column(ONE)]).replace(b"1 0 0 1 72 700 Tm", b"0 1 -1 0 72 700 Tm")

    assert "WESTPORT" not in pdf.read(content, SOURCE).text


def test_a_reader_that_dies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for status, message in ((3, "failed on it"), ("-9", "seconds")):
        child = tmp_path / "child.py"
        code = f"sys.exit({status})" if isinstance(status, int) else "os.kill(os.getpid(), 9)"
        child.write_text(f"import os, sys; sys.stdin.buffer.read(); {code}")
        monkeypatch.setattr(confinement, "_SCRIPT", child)
        with pytest.raises(InputError, match=message):
            pdf.read(b"%PDF-", SOURCE)


def test_a_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(BackendMissingError, match="pypdf"):
        pdf.read(b"%PDF-", SOURCE)


def test_the_child_itself() -> None:
    about, page = confined.records("pdf", files.pdf([column(ONE)], picture=True), 5)

    assert about == {"pages": 1}
    assert page["pictures"] is True
    assert page["pieces"][0][1:] == [72.0, 700.0, 11.0, False]
    [broken] = confined.records("pdf", b"nothing", 5)
    assert broken["error"]
    assert list(confined.records("pdf", files.pdf([[], []]), 1)) == [{"pages": 2}]


def test_the_child_as_a_program() -> None:
    script = Path(confined.__file__)
    library = str(Path(pypdf.__file__).parents[1])
    command = [sys.executable, "-I", str(script), "pdf", "5", str(2**30), "5", library]
    done = subprocess.run(command, input=files.pdf([column(ONE)]), capture_output=True, check=True)

    assert done.stdout.startswith(b'{"pages": 1}\n{"height": 842.0')


def test_the_file_knows_its_headline() -> None:
    page = [Drawn("Westmark ONLINE", y=800, size=24), Drawn(files.TITLE, y=760, size=14), *column(ONE)]
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(files.pdf([page]))))
    writer.add_metadata({"/Title": f"{files.TITLE} | Westmark"})
    stream = io.BytesIO()
    writer.write(stream)
    document = pdf.read(stream.getvalue(), SOURCE)

    assert [mark.span.of(document.text) for mark in document.marks if mark.kind == "title"] == [files.TITLE]


def test_related_news_of_a_printed_page_are_left_out() -> None:
    related = [Drawn("Related news", y=500, size=10, bold=True), Drawn("Harbour master retires", y=470, size=9)]
    again = [Drawn("Background", y=440, size=14, bold=True), *column(TWO, top=420)]

    assert read([*column(ONE), *related, *again]).text == f"{ONE}\n\nBackground\n\n{TWO}"
    assert read([*column(ONE), *related]).text == ONE
    assert read([*column(ONE), *related], column(TWO)).text == f"{ONE}\n\n{TWO}"
    assert read([*column(ONE), related[0], Drawn("press@harbour.example", y=470)]).text.endswith(
        "press@harbour.example"
    )
    assert read([*column(ONE), related[0]]).text == ONE


def test_a_telephone_number_broken_at_the_end_of_a_line() -> None:
    lines = ["Olav Brenn, press officer, +47 22", "85 50 50"]

    assert read([*column(ONE), *(Drawn(line, y=500 - 14 * n) for n, line in enumerate(lines))]).text.endswith(
        " ".join(lines)
    )


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    first = [*column(ONE), Drawn("The berth was opened by the Managing", y=560)]

    assert "opened by the Managing director of it." in read(first, [Drawn("director of it.", y=700)]).text


def test_compounds_where_no_word_is_broken() -> None:
    lines = files.wrapped(f"{ONE} {TWO} {THREE}", 40)
    page = [
        Drawn(line, y=760 - 14 * n)
        for n, line in enumerate([*lines[:-1], "The harbour uses many of its megawatt-", "hours each day."])
    ]

    assert "megawatt-hours" in read(page).text


def test_a_headline_in_small_capitals() -> None:
    first, second = "New berth for ships", "opens in the old harbour"
    page = [Drawn(first, y=780, size=24), Drawn(second, y=753, size=19.2), *column(ONE)]

    assert read(page).text.startswith(f"{first} {second}\n\n")
