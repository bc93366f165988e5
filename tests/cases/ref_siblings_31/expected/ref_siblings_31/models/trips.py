"""Models that only `trips` uses."""

from __future__ import annotations

from typing import TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Point(Model):
    """A place on the map."""

    x: float
    y: float


class PointDict(TypedDict):
    """What may be given for `Point`."""

    x: float
    y: float


class TripLabelled(Model):
    """A point with a label."""

    x: float
    y: float
    label: str


class TripLabelledDict(TypedDict):
    """What may be given for `TripLabelled`."""

    x: float
    y: float
    label: str


Speed: TypeAlias = int


Code: TypeAlias = str


class Trip(Model, not_null=("goal", "labelled", "speed", "code")):
    start: Point
    """Where the trip begins."""

    goal: Point | None = None
    """Deprecated."""

    labelled: TripLabelled | None = None
    """A point with a label."""

    speed: Speed = 4
    """At least 1."""

    code: Code | None = None
    """At least 2 characters. At most 8 characters."""


class TripDict(TypedDict):
    """What may be given for `Trip`."""

    start: Point | PointDict
    goal: NotRequired[Point | PointDict]
    labelled: NotRequired[TripLabelled | TripLabelledDict]
    speed: NotRequired[Speed]
    code: NotRequired[Code]
