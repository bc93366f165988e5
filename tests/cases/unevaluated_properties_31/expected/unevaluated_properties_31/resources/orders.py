"""Methods of `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_ORDER: Operation[models.Order] = Operation(
    "orders.put_order",
    "PUT",
    "/orders",
    body=Body(
        "application/json", lambda: models.Order, fields=("reward", "way", "note")
    ),
    answers={"200": Answer("application/json", lambda: models.Order)},
)


class Orders(Resource):
    """The methods of `orders`."""

    def put_order(
        self,
        *,
        reward: models.OrderRewardParam | Unset = UNSET,
        way: models.OrderWayParam | Unset = UNSET,
        note: models.OrderNoteParam | Unset = UNSET,
        request: models.Order | models.OrderDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Order:
        """Call `PUT /orders`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The order.
        """
        # PUT /orders: Order -> Order
        return self._client.call(_PUT_ORDER, locals())

    @property
    def with_raw_response(self) -> OrdersRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return OrdersRaw(self)

    @property
    def with_streaming_response(self) -> OrdersStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return OrdersStreaming(self)


class OrdersRaw:
    """The methods of `Orders`, giving status and headers beside the result."""

    def __init__(self, resource: Orders) -> None:
        self.put_order = raw(resource.put_order)


class OrdersStreaming:
    """The methods of `Orders`, leaving the body of the answer unread."""

    def __init__(self, resource: Orders) -> None:
        self.put_order = streaming(resource.put_order)
