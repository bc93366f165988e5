"""Models that several resources use."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Order(Model, not_null=("part",)):
    id: str
    part: Order | None = None


class OrderDict(TypedDict):
    """What may be given for `Order`."""

    id: str
    part: NotRequired[Order | OrderDict]
