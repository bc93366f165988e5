"""Models that only `queries` uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field
from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Colour(Model, not_null=("r", "g", "b")):
    r: Annotated[int | None, Field(alias="R")] = None
    g: Annotated[int | None, Field(alias="G")] = None
    b: Annotated[int | None, Field(alias="B")] = None


class ColourDict(TypedDict):
    """What may be given for `Colour`."""

    R: NotRequired[int]
    G: NotRequired[int]
    B: NotRequired[int]


class GetDeepFilterSize(Model, not_null=("min", "max")):
    min: int | None = None
    max: int | None = None


class GetDeepFilterSizeDict(TypedDict):
    """What may be given for `GetDeepFilterSize`."""

    min: NotRequired[int]
    max: NotRequired[int]


class GetDeepFilter(Model, not_null=("name", "size", "tags")):
    name: str | None = None
    size: GetDeepFilterSize | None = None
    tags: list[str] | None = None


class GetDeepFilterDict(TypedDict):
    """What may be given for `GetDeepFilter`."""

    name: NotRequired[str]
    size: NotRequired[GetDeepFilterSize | GetDeepFilterSizeDict]
    tags: NotRequired[Sequence[str]]
