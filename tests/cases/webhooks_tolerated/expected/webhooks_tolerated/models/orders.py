"""Models that only `orders` uses."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Order(Model, not_null=("url",)):
    url: str | None = None


class OrderDict(TypedDict):
    """What may be given for `Order`."""

    url: NotRequired[str]
