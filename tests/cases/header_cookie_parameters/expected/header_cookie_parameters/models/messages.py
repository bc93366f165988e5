"""Models that only `messages` uses."""

from __future__ import annotations

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
