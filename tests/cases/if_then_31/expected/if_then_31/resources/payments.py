"""Methods of `payments`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PAY: Operation[models.Payment] = Operation(
    "payments.pay",
    "POST",
    "/payments",
    body=Body(
        "application/json",
        lambda: models.Payment,
        fields=("method", "amount", "card_number", "iban", "reference"),
    ),
    answers={"200": Answer("application/json", lambda: models.Payment)},
)


class Payments(Resource):
    """The methods of `payments`."""

    @overload
    def pay(
        self,
        *,
        method: models.PaymentMethod,
        amount: int,
        card_number: str | Unset = UNSET,
        iban: str | Unset = UNSET,
        reference: Any | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Payment: ...

    @overload
    def pay(
        self,
        *,
        request: models.Payment | models.PaymentDict,
        **options: Unpack[CallOptions],
    ) -> models.Payment: ...

    def pay(
        self,
        *,
        method: models.PaymentMethod | Unset = UNSET,
        amount: int | Unset = UNSET,
        card_number: str | Unset = UNSET,
        iban: str | Unset = UNSET,
        reference: Any | Unset = UNSET,
        request: models.Payment | models.PaymentDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Payment:
        """Call `POST /payments`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The payment.
        """
        # POST /payments: Payment -> Payment
        return self._client.call(_PAY, locals())

    @property
    def with_raw_response(self) -> PaymentsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return PaymentsRaw(self)

    @property
    def with_streaming_response(self) -> PaymentsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return PaymentsStreaming(self)


class PaymentsRaw:
    """The methods of `Payments`, giving status and headers beside the result."""

    def __init__(self, resource: Payments) -> None:
        self.pay = raw(resource.pay)


class PaymentsStreaming:
    """The methods of `Payments`, leaving the body of the answer unread."""

    def __init__(self, resource: Payments) -> None:
        self.pay = streaming(resource.pay)
