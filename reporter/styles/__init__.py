"""House styles, discovered and validated.

A house style is a folder: `style.toml` names its sections, options and colours; `page.css` is how the PDF looks,
`reference.docx` how the Word file looks; `sections/*.html.j2` and `labels/<language>.toml` replace single templates and
words; whatever else it holds (a logo, fonts) its stylesheet may use as `asset:NAME`. What a style leaves out it has
from its base. Styles of the user's folders come before the ones that `reporter` brings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reporter import resources
from reporter.errors import TemplateError
from reporter.styles.making import create

__all__ = ["DEFAULT", "Option", "Style", "create", "load", "names"]

DEFAULT = "house"
_SETTINGS = "style.toml"
_Value = TypeVar("_Value")

Option = bool | int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A house style with everything it has from its bases."""

    name: str
    title: str
    """For people: `reporter style list` shows it."""
    folders: tuple[Path, ...]
    """The style's own folder, then its base's, and so on."""
    sections: tuple[str, ...]
    """Names of the section templates, in the order of the note."""
    options: Mapping[str, Option]
    """By name; the default style names every option there is, and explains it."""
    palette: Mapping[str, str]
    """Colours as #rrggbb by name: ink, muted, accent, paper and what else a style's stylesheet wants."""
    fonts: Mapping[str, str]
    """The name of the `family`, and its files as asset names: regular, italic, strong, strong-italic."""
    css: str
    """The stylesheets of the PDF: the base's first, the style's own last."""

    @property
    def templates(self) -> tuple[Path, ...]:
        """Where section templates are looked for, in this order."""
        return (*(folder / "sections" for folder in self.folders), resources.templates() / "sections")

    @property
    def reference_docx(self) -> Path:
        """The Word file whose styles, page and header the DOCX takes."""
        return self.asset("reference.docx")

    def asset(self, name: str) -> Path:
        """A file of the style, of its bases, or of the templates that come with `reporter`; never one outside.

        Raises:
            TemplateError: There is no such file.
        """
        roots = (*self.folders, resources.templates())
        for root in roots:
            path = (root / name).resolve()
            if path.is_relative_to(root.resolve()) and path.is_file():
                return path
        where = f"style {self.name}"
        raise TemplateError(where, f"there is no file {name!r}", remedy=f"put it into {roots[0]}")

    def labels(self, language: str) -> dict[str, str]:
        """The style's own words for labels of a language, by key, to go before the locale's."""
        words: dict[str, str] = {}
        for folder in reversed(self.folders):
            path = folder / "labels" / f"{language}.toml"
            if path.is_file():
                words |= _flat(_toml(path))
        return words


def load(name: str = DEFAULT, *, folders: tuple[Path, ...] = ()) -> Style:
    """The house style of a name, or of a folder's path.

    Args:
        name: A name, or a path to a folder with a style.toml.
        folders: The user's own folders of styles, searched first.

    Raises:
        TemplateError: There is no such style, or its style.toml is wrong.
    """
    from reporter.styles.settings import Settings  # noqa: PLC0415  (pydantic is slow to import)

    chain = _chain(name, folders)
    settings = [Settings.read(folder / _SETTINGS, _toml(folder / _SETTINGS)) for folder in chain]
    for place, folder in enumerate(chain[:-1], start=1):
        settings[place - 1].fit(settings[place:], folder / _SETTINGS)
    return Style(
        name=chain[0].name,
        title=settings[0].title,
        folders=chain,
        sections=next(own.sections for own in settings if own.sections is not None),
        options=_joined([own.options for own in settings]),
        palette=_joined([own.palette for own in settings]),
        fonts=_joined([own.fonts for own in settings]),
        css="\n".join(_stylesheet(folder) for folder in reversed(chain)),
    )


def names(folders: tuple[Path, ...] = ()) -> tuple[str, ...]:
    """The names of all styles there are, sorted."""
    roots = (root for root in (*folders, _own()) if root.is_dir())
    return tuple(sorted({path.parent.name for root in roots for path in root.glob(f"*/{_SETTINGS}")}))


def _own() -> Path:
    return resources.templates() / "styles"


def _chain(name: str, folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """The folder of a style, then its base's; a folder that names itself as base means the next one of that name."""
    chain: list[Path] = []
    wanted: str | None = name
    while wanted is not None:
        folder = _find(wanted, folders, taken=chain)
        chain.append(folder)
        base = _toml(folder / _SETTINGS).get("base", None if folder == _own() / DEFAULT else DEFAULT)
        wanted = None if base is None else str(base)
    return tuple(chain)


def _find(name: str, folders: tuple[Path, ...], *, taken: list[Path]) -> Path:
    if not taken and (Path(name) / _SETTINGS).is_file():
        return Path(name).resolve()
    for root in (*folders, _own()):
        folder = (root / name).resolve()
        if folder.parent == root.resolve() and folder not in taken and (folder / _SETTINGS).is_file():
            return folder
    where = str(taken[-1] / _SETTINGS) if taken else "style"
    what = f"the bases run in a circle at {name!r}" if name in names(folders) else f"there is no style {name!r}"
    raise TemplateError(where, what, remedy=f"known: {', '.join(names(folders))}")


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(resources.read_text(path))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TemplateError(str(path), f"no valid TOML: {error}", remedy="see templates/styles/house") from error


def _stylesheet(folder: Path) -> str:
    path = folder / "page.css"
    return resources.read_text(path) if path.is_file() else ""


def _joined(tables: list[dict[str, _Value]]) -> dict[str, _Value]:
    """One table of several, of which the first has the last word."""
    return {key: value for table in reversed(tables) for key, value in table.items()}


def _flat(table: dict[str, object], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        flat |= _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key: str(value)}
    return flat
