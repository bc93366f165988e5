"""Models that only `accounts` uses."""

from __future__ import annotations

import decimal
import uuid
from typing import Annotated

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model
from .._runtime.scalars import DECIMAL_NUMBER, DECIMAL_STRING, INTEGER_STRING


class Account(Model, not_null=("id", "number", "serial", "balance", "rate", "small")):
    id: uuid.UUID | None = None
    number: Annotated[int, INTEGER_STRING] | None = None
    serial: int | None = None
    balance: Annotated[decimal.Decimal, DECIMAL_STRING] | None = None
    rate: Annotated[decimal.Decimal, DECIMAL_NUMBER] | None = None
    small: float | None = None
    """At least 1e-08."""


class AccountDict(TypedDict):
    """What may be given for `Account`."""

    id: NotRequired[uuid.UUID | str]
    number: NotRequired[int | str]
    serial: NotRequired[int]
    balance: NotRequired[decimal.Decimal | str]
    rate: NotRequired[decimal.Decimal | float]
    small: NotRequired[float]
