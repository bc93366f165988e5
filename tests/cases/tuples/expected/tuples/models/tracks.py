"""Models that only `tracks` uses."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Place(Model):
    name: str


class PlaceDict(TypedDict):
    """What may be given for `Place`."""

    name: str


class Track(Model, not_null=("stop", "matrix", "legs")):
    start: tuple[float, float]
    stop: list[Place | datetime.date | str] | None = None
    """A place, when it was reached, and then any words."""

    matrix: list[list[int]] | None = None
    legs: list[tuple[str, int]] | None = None


class TrackDict(TypedDict):
    """What may be given for `Track`."""

    start: tuple[float, float]
    stop: NotRequired[Sequence[Place | PlaceDict | datetime.date | str]]
    matrix: NotRequired[Sequence[Sequence[int]]]
    legs: NotRequired[Sequence[tuple[str, int]]]
