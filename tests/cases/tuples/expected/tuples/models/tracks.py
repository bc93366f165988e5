"""Models that only `tracks` uses."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant, OpenUnion, UnknownMember
from .._runtime.models import Model


class Place(Model, constants=("kind",)):
    name: str
    kind: Annotated[Literal["place"], Constant()] = "place"


class PlaceDict(TypedDict):
    """What may be given for `Place`."""

    name: str
    kind: NotRequired[Literal["place"]]


Pair: TypeAlias = tuple[datetime.date, int] | tuple[datetime.date] | tuple[()]

PairParam: TypeAlias = (
    tuple[datetime.date | str, int] | tuple[datetime.date | str] | tuple[()]
)


class UnknownTrackPair(UnknownMember):
    """A kind of `TrackPair` that this client does not know yet: `raw` holds it."""


TrackPair: TypeAlias = Annotated[
    str | Pair | UnknownTrackPair, OpenUnion(unknown=UnknownTrackPair)
]

TrackPairParam: TypeAlias = str | PairParam | UnknownTrackPair


class Track(Model, not_null=("stop", "matrix", "legs", "leader", "marks", "pair")):
    start: tuple[float, float]
    stop: list[Place | datetime.date | str] | None = None
    """A place, when it was reached, and then any words."""

    matrix: list[list[int]] | None = None
    legs: list[tuple[str, int]] | None = None
    leader: tuple[Place, int] | tuple[Place] | tuple[()] | None = None
    """Who leads, and how many follow; a list of none is valid, too."""

    marks: list[str | int] | None = None
    """More lengths than a type says well."""

    pair: TrackPair | None = None


class TrackDict(TypedDict):
    """What may be given for `Track`."""

    start: tuple[float, float]
    stop: NotRequired[Sequence[Place | PlaceDict | datetime.date | str]]
    matrix: NotRequired[Sequence[Sequence[int]]]
    legs: NotRequired[Sequence[tuple[str, int]]]
    leader: NotRequired[
        tuple[Place | PlaceDict, int] | tuple[Place | PlaceDict] | tuple[()]
    ]
    marks: NotRequired[Sequence[str | int]]
    pair: NotRequired[TrackPairParam]
