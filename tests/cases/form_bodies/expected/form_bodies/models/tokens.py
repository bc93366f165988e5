"""Models that only `tokens` uses."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant
from .._runtime.models import Model


class Address(Model, not_null=("zip",)):
    city: str
    zip: str | None = None


class AddressDict(TypedDict):
    """What may be given for `Address`."""

    city: str
    zip: NotRequired[str]


class MakeTokenRequest(
    Model,
    constants=("grant_type",),
    not_null=("age", "tags", "codes", "address", "filter", "when"),
):
    grant_type: Annotated[Literal["client_credentials"], Constant()] = (
        "client_credentials"
    )
    name: str
    age: int | None = None
    tags: list[str] | None = None
    codes: list[int] | None = None
    address: Address | None = None
    filter: Address | None = None
    when: datetime.datetime | None = None


class MakeTokenRequestDict(TypedDict):
    """What may be given for `MakeTokenRequest`."""

    grant_type: NotRequired[Literal["client_credentials"]]
    name: str
    age: NotRequired[int]
    tags: NotRequired[Sequence[str]]
    codes: NotRequired[Sequence[int]]
    address: NotRequired[Address | AddressDict]
    filter: NotRequired[Address | AddressDict]
    when: NotRequired[datetime.datetime | str]
