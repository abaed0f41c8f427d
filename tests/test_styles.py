from __future__ import annotations

from pathlib import Path

import pytest

from reporter import styles
from reporter.errors import OutputError, TemplateError, UsageError


def _write(folder: Path, name: str, settings: str, **files: str) -> Path:
    own = folder / name
    own.mkdir(parents=True, exist_ok=True)
    (own / "style.toml").write_text(settings, encoding="utf-8")
    for path, content in files.items():
        (own / path.replace("_css", ".css")).write_text(content, encoding="utf-8")
    return own


def test_the_default_style_names_everything() -> None:
    style = styles.load()

    assert style.name == "house"
    assert style.folders == (style.asset("style.toml").parent,)
    assert "summary" in style.sections
    assert style.options["timeline"] is True


def test_a_style_has_from_its_base_what_it_leaves_out() -> None:
    house, ministry = styles.load(), styles.load("ministry")

    assert set(ministry.sections) == set(house.sections)
    assert ministry.palette["paper"] == house.palette["paper"]
    assert ministry.palette["accent"] != house.palette["accent"]
    assert ministry.options["timeline"] is False


def test_a_users_folder_comes_first_and_may_build_on_the_style_it_hides(tmp_path: Path) -> None:
    own = _write(tmp_path, "house", 'title = "Ours"\nbase = "house"\n', page_css="p { color: red }")

    style = styles.load("house", folders=(tmp_path,))

    assert style.title == "Ours"
    assert style.folders[0] == own.resolve()
    assert style.css.endswith("p { color: red }")
    assert style.sections == styles.load().sections


def test_a_folders_path_is_a_style(tmp_path: Path) -> None:
    own = _write(tmp_path, "press", 'title = "Press"\nsections = ["head", "quotes"]\n')

    assert styles.load(str(own)).sections == ("head", "quotes")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("title = ", "no valid TOML"),
        ("base = 'house'\n", "title: Field required"),
        ("title = 'A'\ncolour = 'red'\n", "colour: Extra inputs are not permitted"),
        ("title = 'A'\n[palette]\nink = 'red'\n", "palette.ink"),
        ("title = 'A'\nsections = ['../head']\n", "sections.0"),
        ("title = 'A'\n[options]\nspeed = 3\n", "there is no option 'speed'"),
        ("title = 'A'\n[options]\ntimeline = 'yes'\n", "option 'timeline' is 'yes' (a value like True)"),
        ("title = 'A'\nbase = 'nowhere'\n", "there is no style 'nowhere' (known: house, ministry, press)"),
        ("title = 'A'\nbase = 'press'\n", "the bases run in a circle at 'press'"),
    ],
)
def test_what_is_wrong_in_a_style_is_named(tmp_path: Path, settings: str, said: str) -> None:
    own = _write(tmp_path, "press", settings)

    with pytest.raises(TemplateError) as raised:
        styles.load("press", folders=(tmp_path,))

    assert str(own / "style.toml") in str(raised.value)
    assert said in str(raised.value)


@pytest.mark.parametrize("name", ["", ".", "..", "../sections", "nothing"])
def test_no_style_outside_the_folders_of_styles(name: str) -> None:
    with pytest.raises(TemplateError, match="there is no style"):
        styles.load(name)


def test_names_are_those_of_the_user_and_ours(tmp_path: Path) -> None:
    _write(tmp_path, "press", 'title = "Press"\n')

    assert styles.names((tmp_path, tmp_path / "missing")) == ("house", "ministry", "press")


def test_assets_are_found_in_the_chain_and_nowhere_else(tmp_path: Path) -> None:
    own = _write(tmp_path, "press", 'title = "Press"\n', page_css="")
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    style = styles.load("press", folders=(tmp_path,))

    assert style.asset("page.css") == own / "page.css"
    assert style.asset("fonts/SourceSans3-It.ttf").is_file()
    for name in ("../secret", "/etc/passwd", "none.svg", ""):
        with pytest.raises(TemplateError, match="there is no file"):
            style.asset(name)


def test_labels_of_a_style_come_from_the_whole_chain(tmp_path: Path) -> None:
    for name, settings, words in [
        ("one", "title='1'", "a = 'A'\n[h]\nb = 'B'"),
        ("two", "title='2'\nbase='one'", "[h]\nb = 'C'"),
    ]:
        (_write(tmp_path, name, settings) / "labels").mkdir()
        (tmp_path / name / "labels" / "fr.toml").write_text(words, encoding="utf-8")

    style = styles.load("two", folders=(tmp_path,))

    assert style.labels("fr") == {"a": "A", "h.b": "C"}
    assert style.labels("de") == {}


def test_sections_are_looked_for_in_the_style_then_in_its_base_then_in_ours() -> None:
    style = styles.load("ministry")

    assert [path.parent.name for path in style.templates] == ["ministry", "house", "templates"]


def test_a_new_style_is_the_default_one_until_it_is_changed(tmp_path: Path) -> None:
    own = styles.create("press-office", tmp_path / "styles")

    made, house = styles.load("press-office", folders=(tmp_path / "styles",)), styles.load()

    assert own == tmp_path / "styles" / "press-office"
    assert sorted(path.name for path in own.iterdir()) == ["page.css", "reference.docx", "style.toml"]
    assert made.title == "Press office"
    assert (made.sections, made.options, made.palette) == (house.sections, house.options, house.palette)
    assert made.reference_docx == own / "reference.docx"


def test_a_new_style_takes_no_others_place(tmp_path: Path) -> None:
    styles.create("press", tmp_path)

    with pytest.raises(OutputError, match="stands there already"):
        styles.create("press", tmp_path)
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        styles.create("press", tmp_path / "file")


@pytest.mark.parametrize("name", ["", "..", "a/b", "Press", "a b", "1"])
def test_a_new_style_has_a_plain_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="is no name"):
        styles.create(name, tmp_path)


def test_what_a_new_style_suggests_is_what_there_is() -> None:
    starter = (styles.load().folders[0].parent.parent / "new-style" / "style.toml").read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") for line in starter.split("\n") if "=" in line]
    house = styles.load()

    suggested = {line.split(" = ")[0] for line in lines}

    assert suggested <= {"title", "base", "sections", *house.options, *house.palette}
