"""Models that only `shapes` uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import OpenUnion, UnknownMember
from .._runtime.models import Model


class Circle(Model, not_null=("colour",)):
    radius: float
    colour: str | None = None


class CircleDict(TypedDict):
    """What may be given for `Circle`."""

    radius: float
    colour: NotRequired[str]


class Rectangle(Model):
    width: float
    height: float


class RectangleDict(TypedDict):
    """What may be given for `Rectangle`."""

    width: float
    height: float


class Square(Model, not_null=("colour",)):
    width: float
    colour: str | None = None


class SquareDict(TypedDict):
    """What may be given for `Square`."""

    width: float
    colour: NotRequired[str]


class UnknownShape(UnknownMember):
    """A kind of `Shape` that this client does not know yet: `raw` holds it."""


Shape: TypeAlias = Annotated[
    Circle | Rectangle | Square | list[float] | str | UnknownShape,
    OpenUnion(unknown=UnknownShape),
]

ShapeParam: TypeAlias = (
    Circle
    | CircleDict
    | Rectangle
    | RectangleDict
    | Square
    | SquareDict
    | Sequence[float]
    | str
    | UnknownShape
)
