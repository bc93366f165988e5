"""Models that only `payments` uses."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import UnrecognizedStr
from .._runtime.models import Model

PaymentMethod: TypeAlias = Literal["cash", "card", "transfer"] | UnrecognizedStr


class Payment(Model, closed=True, not_null=("card_number", "iban")):
    method: PaymentMethod
    amount: int
    card_number: str | None = None
    iban: str | None = None
    reference: Any = None


class PaymentDict(TypedDict):
    """What may be given for `Payment`."""

    method: PaymentMethod
    amount: int
    card_number: NotRequired[str]
    iban: NotRequired[str]
    reference: NotRequired[Any]
