from __future__ import annotations

from datetime import date

import pytest

from reporter.errors import InputError
from reporter.model.document import Document, Source
from reporter.readers import markdown


def read(text: str) -> Document:
    return markdown.read(text.encode(), Source(path="a.md"))


def test_front_matter() -> None:
    document = read(
        "---\ntitle: 'A new ferry'\ndate: 2022-05-09\nurl: https://westmark.example/1\nauthor: Harbour Agency\n---\n\nText.\n"
    )

    assert document.text == "A new ferry\n\nText."
    assert document.published == date(2022, 5, 9)
    assert document.source.url == "https://westmark.example/1"
    assert document.issuer == "Harbour Agency"


def test_a_title_in_the_text_is_not_repeated() -> None:
    assert read("---\ntitle: A\n---\n# A ferry\n\nText.").text == "A ferry\n\nText."


def test_a_rule_is_no_front_matter() -> None:
    assert read("---\nJust a line\n---\n").text == "Just a line"
    assert read("---\n\ntext").text == "text"


def test_marks_are_no_text() -> None:
    document = read(
        "Some *emphasis*, **strong**, `code`, \\*star\\*, [a link](https://x.example) and ![a picture](x.png)."
    )

    assert document.text == "Some emphasis, strong, code, *star*, a link and ."


def test_addresses_behind_links_are_shown() -> None:
    assert read("[Write to us](mailto:press@x.example?subject=a)").text == "Write to us (press@x.example)"
    assert read("<press@x.example> [b@x.example](mailto:b@x.example)").text == "press@x.example b@x.example"


def test_breaks() -> None:
    assert read("one\ntwo  \nthree\\\nfour<br>five").text == "one two\nthree\nfour\nfive"


def test_lists_quotes_tables() -> None:
    document = read("- a\n- b\n  - c\n\n3. d\n4. e\n\n> said\n\n| x | y |\n|---|---|\n| 1 | 2 |\n")

    assert document.text == "• a\n• b\n• c\n3. d\n4. e\n\nsaid\n\nx | y\n1 | 2"
    assert [(mark.kind, mark.level) for mark in document.marks] == [
        ("list", 1), ("list", 1), ("list", 2), ("list", 1), ("list", 1), ("quote", 0), ("row", 0), ("row", 0),
    ]  # fmt: skip


def test_headings() -> None:
    document = read("Label\n\n# Title\n\n# Other\n\n## Contact\n")

    assert [(mark.kind, mark.level) for mark in document.marks] == [
        ("paragraph", 0), ("title", 0), ("heading", 1), ("heading", 2),
    ]  # fmt: skip


def test_html_and_code() -> None:
    assert read("<div>a<br>b<!-- c --></div>\n\n```\ncode\n```\n").text == "a\nb\n\ncode"


def test_origins_are_lines() -> None:
    document = read("---\ntitle: x\n---\n\n# T\n\npara\n\n- item\n")

    assert [origin.line for origin in document.origins] == [5, 7, 9]


def test_binary_data_is_refused() -> None:
    with pytest.raises(InputError, match="zero bytes"):
        markdown.read(b"a\0\0\0\1\2\3\4\5", Source(path="a.md"))


def test_a_contact_card_keeps_its_lines() -> None:
    card = "Olav Brenn\nHarbour Agency\nTel. +47 22 85 50 50"

    assert read(f"Text of it.\n\n{card}").text == f"Text of it.\n\n{card}"
    assert read("Two short lines\nof one sentence.").text == "Two short lines of one sentence."


def test_what_a_picture_shows() -> None:
    document = read("![The berth on the day of its opening](a.jpg)\n\n![logo](b.png)\n\nText of it.")

    assert document.text == "The berth on the day of its opening\n\nText of it."
    assert document.marks[0].kind == "caption"
