"""Models that only `vehicles` uses."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Constant, Model
from .._runtime.unions import OpenUnion, UnknownMember


class Bicycle(Model, constants=("kind",), not_null=("basket",)):
    kind: Annotated[Literal["bike"], Constant()] = "bike"
    wheels: int
    basket: bool | None = None


class BicycleDict(TypedDict):
    """What may be given for `Bicycle`."""

    kind: NotRequired[Literal["bike"]]
    wheels: int
    basket: NotRequired[bool]


class CarBase(Model, constants=("kind",)):
    kind: Annotated[Literal["Car"], Constant()] = "Car"
    wheels: int
    doors: int


class CarBaseDict(TypedDict):
    """What may be given for `CarBase`."""

    kind: NotRequired[Literal["Car"]]
    wheels: int
    doors: int


class Taxi(Model, constants=("kind",)):
    kind: Annotated[Literal["Taxi"], Constant()] = "Taxi"
    wheels: int
    doors: int
    licence: str


class TaxiDict(TypedDict):
    """What may be given for `Taxi`."""

    kind: NotRequired[Literal["Taxi"]]
    wheels: int
    doors: int
    licence: str


class UnknownCar(UnknownMember):
    """A kind of `Car` that this client does not know yet: `raw` holds it."""

    kind: Literal["UNKNOWN"] = "UNKNOWN"


Car: TypeAlias = Annotated[
    CarBase | Taxi | UnknownCar,
    OpenUnion("kind", {"Car": CarBase, "Taxi": Taxi}, unknown=UnknownCar),
]

CarParam: TypeAlias = CarBase | CarBaseDict | Taxi | TaxiDict | UnknownCar


class UnknownVehicle(UnknownMember):
    """A kind of `Vehicle` that this client does not know yet: `raw` holds it."""

    kind: Literal["UNKNOWN"] = "UNKNOWN"


Vehicle: TypeAlias = Annotated[
    Bicycle | Car | Taxi | UnknownVehicle,
    OpenUnion(
        "kind", {"bike": Bicycle, "Car": Car, "Taxi": Car}, unknown=UnknownVehicle
    ),
]

VehicleParam: TypeAlias = (
    Bicycle | BicycleDict | CarParam | Taxi | TaxiDict | UnknownVehicle
)


class City(Model, constants=("zone",), not_null=("hours",)):
    zone: Annotated[Literal["City"], Constant()] = "City"
    hours: int | None = None


class UnknownTicket(UnknownMember):
    """A kind of `Ticket` that this client does not know yet: `raw` holds it."""

    zone: Literal["UNKNOWN"] = "UNKNOWN"


Ticket: TypeAlias = Annotated[
    City | UnknownTicket, OpenUnion("zone", {"City": City}, unknown=UnknownTicket)
]
