"""Models that only `vehicles` uses."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant, OpenUnion, UnknownMember
from .._runtime.models import Model


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


class Bicycle(Model, constants=("kind",), not_null=("basket",)):
    kind: Annotated[Literal["bike"], Constant()] = "bike"
    wheels: int
    basket: bool | None = None


class BicycleDict(TypedDict):
    """What may be given for `Bicycle`."""

    kind: NotRequired[Literal["bike"]]
    wheels: int
    basket: NotRequired[bool]


class TruckBase(Model, constants=("kind",), not_null=("load",)):
    kind: Annotated[Literal["lorry"], Constant()] = "lorry"
    wheels: int
    load: float | None = None


class TruckBaseDict(TypedDict):
    """What may be given for `TruckBase`."""

    kind: NotRequired[Literal["lorry"]]
    wheels: int
    load: NotRequired[float]


class Crane(Model, constants=("kind",), not_null=("load",)):
    kind: Annotated[Literal["Crane"], Constant()] = "Crane"
    wheels: int
    load: float | None = None
    reach: float


class CraneDict(TypedDict):
    """What may be given for `Crane`."""

    kind: NotRequired[Literal["Crane"]]
    wheels: int
    load: NotRequired[float]
    reach: float


class FireEngine(Model, constants=("kind",), not_null=("load",)):
    kind: Annotated[Literal["FireEngine"], Constant()] = "FireEngine"
    wheels: int
    load: float | None = None


class FireEngineDict(TypedDict):
    """What may be given for `FireEngine`."""

    kind: NotRequired[Literal["FireEngine"]]
    wheels: int
    load: NotRequired[float]


class UnknownTruck(UnknownMember):
    """A kind of `Truck` that this client does not know yet: `raw` holds it."""

    kind: Literal["UNKNOWN"] = "UNKNOWN"


Truck: TypeAlias = Annotated[
    TruckBase | Crane | FireEngine | UnknownTruck,
    OpenUnion(
        "kind",
        {"lorry": TruckBase, "Crane": Crane, "FireEngine": FireEngine},
        unknown=UnknownTruck,
    ),
]

TruckParam: TypeAlias = (
    TruckBase
    | TruckBaseDict
    | Crane
    | CraneDict
    | FireEngine
    | FireEngineDict
    | UnknownTruck
)


class UnknownVehicle(UnknownMember):
    """A kind of `Vehicle` that this client does not know yet: `raw` holds it."""

    kind: Literal["UNKNOWN"] = "UNKNOWN"


Vehicle: TypeAlias = Annotated[
    Car | Bicycle | Taxi | Truck | Crane | FireEngine | UnknownVehicle,
    OpenUnion(
        "kind",
        {
            "Car": Car,
            "Taxi": Car,
            "bike": Bicycle,
            "lorry": Truck,
            "Crane": Truck,
            "FireEngine": Truck,
        },
        unknown=UnknownVehicle,
    ),
]

VehicleParam: TypeAlias = (
    CarParam
    | Bicycle
    | BicycleDict
    | Taxi
    | TaxiDict
    | TruckParam
    | Crane
    | CraneDict
    | FireEngine
    | FireEngineDict
    | UnknownVehicle
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
