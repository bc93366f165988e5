"""Models that only `orders` uses."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant, OpenUnion, UnknownMember
from .._runtime.models import Model


class Money(Model, not_null=("paid",)):
    amount: float
    paid: datetime.date | None = None


class MoneyDict(TypedDict):
    """What may be given for `Money`."""

    amount: float
    paid: NotRequired[datetime.date | str]


class OrderRewardPoints(Model):
    points: int


class OrderRewardPointsDict(TypedDict):
    """What may be given for `OrderRewardPoints`."""

    points: int


class UnknownOrderReward(UnknownMember):
    """A kind of `OrderReward` that this client does not know yet: `raw` holds it."""


OrderReward: TypeAlias = Annotated[
    Money | OrderRewardPoints | UnknownOrderReward,
    OpenUnion(unknown=UnknownOrderReward),
]

OrderRewardParam: TypeAlias = (
    Money | MoneyDict | OrderRewardPoints | OrderRewardPointsDict | UnknownOrderReward
)


class OrderWayAir(Model, constants=("kind",), closed=True, not_null=("flight",)):
    kind: Annotated[Literal["air"], Constant()] = "air"
    flight: str | None = None


class OrderWayAirDict(TypedDict):
    """What may be given for `OrderWayAir`."""

    kind: NotRequired[Literal["air"]]
    flight: NotRequired[str]


class OrderWaySea(Model, constants=("kind",), closed=True, not_null=("ship",)):
    kind: Annotated[Literal["sea"], Constant()] = "sea"
    ship: str | None = None


class OrderWaySeaDict(TypedDict):
    """What may be given for `OrderWaySea`."""

    kind: NotRequired[Literal["sea"]]
    ship: NotRequired[str]


class UnknownOrderWay(UnknownMember):
    """A kind of `OrderWay` that this client does not know yet: `raw` holds it."""

    kind: Literal["UNKNOWN"] = "UNKNOWN"


OrderWay: TypeAlias = Annotated[
    OrderWayAir | OrderWaySea | UnknownOrderWay,
    OpenUnion(
        "kind", {"air": OrderWayAir, "sea": OrderWaySea}, unknown=UnknownOrderWay
    ),
]

OrderWayParam: TypeAlias = (
    OrderWayAir | OrderWayAirDict | OrderWaySea | OrderWaySeaDict | UnknownOrderWay
)


class OrderNoteText(Model, closed=True):
    text: str


class OrderNoteTextDict(TypedDict):
    """What may be given for `OrderNoteText`."""

    text: str


class OrderNoteMarks(Model):
    marks: int


class OrderNoteMarksDict(TypedDict):
    """What may be given for `OrderNoteMarks`."""

    marks: int


class UnknownOrderNote(UnknownMember):
    """A kind of `OrderNote` that this client does not know yet: `raw` holds it."""


OrderNote: TypeAlias = Annotated[
    OrderNoteText | OrderNoteMarks | UnknownOrderNote,
    OpenUnion(unknown=UnknownOrderNote),
]

OrderNoteParam: TypeAlias = (
    OrderNoteText
    | OrderNoteTextDict
    | OrderNoteMarks
    | OrderNoteMarksDict
    | UnknownOrderNote
)


class Order(Model, not_null=("reward", "way", "note")):
    reward: OrderReward | None = None
    way: OrderWay | None = None
    note: OrderNote | None = None


class OrderDict(TypedDict):
    """What may be given for `Order`."""

    reward: NotRequired[OrderRewardParam]
    way: NotRequired[OrderWayParam]
    note: NotRequired[OrderNoteParam]
