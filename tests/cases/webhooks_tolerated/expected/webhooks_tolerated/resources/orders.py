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

_CREATE_ORDER: Operation[None] = Operation(
    "orders.create_order",
    "POST",
    "/orders",
    body=Body("application/json", lambda: models.Order, fields=("url",)),
    answers={"204": Answer(kind="none")},
)


class Orders(Resource):
    """The methods of `orders`."""

    def create_order(
        self,
        *,
        url: str | Unset = UNSET,
        request: models.Order | models.OrderDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /orders`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            Ordered.
        """
        # POST /orders: Order -> None
        return self._client.call(_CREATE_ORDER, locals())

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
        self.create_order = raw(resource.create_order)


class OrdersStreaming:
    """The methods of `Orders`, leaving the body of the answer unread."""

    def __init__(self, resource: Orders) -> None:
        self.create_order = streaming(resource.create_order)
