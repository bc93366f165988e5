"""Models that several resources use."""

from __future__ import annotations

import datetime

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Shipment(Model, not_null=("at",)):
    order: str
    at: datetime.datetime | None = None


class ShipmentDict(TypedDict):
    """What may be given for `Shipment`."""

    order: str
    at: NotRequired[datetime.datetime | str]
