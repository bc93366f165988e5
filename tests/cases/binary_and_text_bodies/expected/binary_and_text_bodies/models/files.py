"""Models that only `files` uses."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Line(Model, not_null=("name", "size")):
    name: str | None = None
    size: int | None = None


class LineDict(TypedDict):
    """What may be given for `Line`."""

    name: NotRequired[str]
    size: NotRequired[int]
