"""What a style.toml may say; anything else is an error that names the place and what would be right."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr, ValidationError

from reporter.errors import TemplateError

_Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]  # chronology, key-figures
_Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]  # #1a4f8b


class Settings(BaseModel):
    """One style.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    base: str | None = None
    sections: tuple[_Name, ...] | None = None
    options: dict[str, StrictBool | StrictInt | StrictStr] = {}
    palette: dict[_Name, _Colour] = {}
    fonts: dict[_Name, str] = {}

    @classmethod
    def read(cls, path: Path, content: dict[str, object]) -> Self:
        """The settings of a file.

        Raises:
            TemplateError: A key is unknown, missing or has the wrong kind of value; all of them are named.
        """
        try:
            return cls.model_validate(content)
        except ValidationError as error:
            raise TemplateError(str(path), _findings(error), remedy=f"known keys: {_KEYS}") from error

    def fit(self, bases: list[Settings], path: Path) -> None:
        """See that every option is one that a base knows, with a value of the same kind.

        Raises:
            TemplateError: One is not.
        """
        known = {key: value for base in reversed(bases) for key, value in base.options.items()}
        for key, value in self.options.items():
            if key not in known:
                raise TemplateError(
                    str(path), f"there is no option {key!r}", remedy=f"known: {', '.join(sorted(known))}"
                )
            if type(value) is not type(known[key]):
                raise TemplateError(str(path), f"option {key!r} is {value!r}", remedy=f"a value like {known[key]!r}")


_KEYS = ", ".join(Settings.model_fields)


def _findings(error: ValidationError) -> str:
    return "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
