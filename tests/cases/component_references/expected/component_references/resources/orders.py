"""Methods of `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import errors, models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, header, path
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_CREATE: Operation[models.Order] = Operation(
    "orders.create",
    "POST",
    "/orders",
    parameters=(header("X-Trace", argument="x_trace"),),
    body=Body("application/json", lambda: models.Order, fields=("id", "part")),
    answers={"200": Answer("application/json", lambda: models.Order)},
    errors={"422": Answer("application/json", lambda: errors.TroubleError)},
)
_GET: Operation[models.Order] = Operation(
    "orders.get",
    "GET",
    "/orders/{order-id}",
    parameters=(path("order-id", argument="order_id"),),
    answers={"200": Answer("application/json", lambda: models.Order)},
)


class Orders(Resource):
    """The methods of `orders`."""

    @overload
    def create(
        self,
        *,
        id: str,
        x_trace: str | Unset = UNSET,
        part: models.Order | models.OrderDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Order: ...

    @overload
    def create(
        self,
        *,
        x_trace: str | Unset = UNSET,
        request: models.Order | models.OrderDict,
        **options: Unpack[CallOptions],
    ) -> models.Order: ...

    def create(
        self,
        *,
        id: str | Unset = UNSET,
        x_trace: str | Unset = UNSET,
        part: models.Order | models.OrderDict | Unset = UNSET,
        request: models.Order | models.OrderDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Order:
        """Call `POST /orders`.

        Args:
            x_trace: Deprecated.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            What was ordered.

        Raises:
            errors.TroubleError: 422. It cannot be ordered.
        """
        # POST /orders: Order -> Order
        return self._client.call(_CREATE, locals())

    def get(self, order_id: str, **options: Unpack[CallOptions]) -> models.Order:
        """Call `GET /orders/{order-id}`.

        Returns:
            The order.
        """
        # GET /orders/{order-id} -> Order
        return self._client.call(_GET, locals())

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
        self.create = raw(resource.create)
        self.get = raw(resource.get)


class OrdersStreaming:
    """The methods of `Orders`, leaving the body of the answer unread."""

    def __init__(self, resource: Orders) -> None:
        self.create = streaming(resource.create)
        self.get = streaming(resource.get)
