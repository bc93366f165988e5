"""Models that only `orders` uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant
from .._runtime.models import Model


class Line(Model, constants=("object",)):
    object: Annotated[Literal["line"], Constant()] = "line"
    item: str


class LineDict(TypedDict):
    """What may be given for `Line`."""

    object: NotRequired[Literal["line"]]
    item: str


class Gift(Model, constants=("wrapped",)):
    wrapped: Annotated[Literal[True], Constant()] = True


class GiftDict(TypedDict):
    """What may be given for `Gift`."""

    wrapped: NotRequired[Literal[True]]


class Order(
    Model,
    constants=("type", "format", "urgent"),
    closed=True,
    not_null=("note", "marks"),
):
    type: Annotated[Literal["order"], Constant()] = "order"
    format: Annotated[Literal[3], Constant()] = 3
    urgent: Annotated[Literal[False], Constant()] = False
    lines: list[Line]
    note: str | None = None
    marks: list[Annotated[Literal["fragile"], Constant()]] | None = None
    gift: Gift | None = None


class OrderDict(TypedDict):
    """What may be given for `Order`."""

    type: NotRequired[Literal["order"]]
    format: NotRequired[Literal[3]]
    urgent: NotRequired[Literal[False]]
    lines: Sequence[Line | LineDict]
    note: NotRequired[str]
    marks: NotRequired[Sequence[Literal["fragile"]]]
    gift: NotRequired[Gift | GiftDict | None]
