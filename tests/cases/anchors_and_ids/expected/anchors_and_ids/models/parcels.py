"""Models that only `parcels` uses."""

from __future__ import annotations

from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import UnrecognizedStr
from .._runtime.models import Model


class Address(Model):
    city: str


class AddressDict(TypedDict):
    """What may be given for `Address`."""

    city: str


Unit: TypeAlias = Literal["mm", "in"] | UnrecognizedStr


class Size(Model, not_null=("width", "unit")):
    width: int | None = None
    unit: Unit | None = None


class SizeDict(TypedDict):
    """What may be given for `Size`."""

    width: NotRequired[int]
    unit: NotRequired[Unit]


class Parcel(Model, not_null=("receiver", "size", "inner")):
    sender: Address
    receiver: Address | None = None
    size: Size | None = None
    inner: Parcel | None = None


class ParcelDict(TypedDict):
    """What may be given for `Parcel`."""

    sender: Address | AddressDict
    receiver: NotRequired[Address | AddressDict]
    size: NotRequired[Size | SizeDict]
    inner: NotRequired[Parcel | ParcelDict]
