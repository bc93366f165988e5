"""Models that only `searches` uses."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import UnrecognizedStr
from .._runtime.models import Model

Colour: TypeAlias = Literal["red", "green"] | UnrecognizedStr


class Search(
    Model,
    not_null=(
        "quoted",
        "limit",
        "share",
        "strict",
        "after",
        "fields",
        "weights",
        "colour",
        "wrong",
    ),
):
    words: str
    quoted: str = 'it\'s "quoted" \\ and ☕'
    limit: int = 20
    share: float = 1
    strict: bool = False
    nothing: str | None = None
    after: datetime.datetime | None = None
    """Default of the server: "2020-01-01T00:00:00Z"."""

    fields: list[str] = ["title", "text"]
    weights: dict[str, float] | None = None
    """Default of the server: {"title": 2}."""

    colour: Colour = "red"
    wrong: int | None = None


class SearchDict(TypedDict):
    """What may be given for `Search`."""

    words: str
    quoted: NotRequired[str]
    limit: NotRequired[int]
    share: NotRequired[float]
    strict: NotRequired[bool]
    nothing: NotRequired[str | None]
    after: NotRequired[datetime.datetime | str]
    fields: NotRequired[Sequence[str]]
    weights: NotRequired[Mapping[str, float]]
    colour: NotRequired[Colour]
    wrong: NotRequired[int]


SearchesSearchOrder: TypeAlias = Literal["up", "down"] | UnrecognizedStr
