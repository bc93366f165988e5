"""Methods of `orders`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, header, query
from .._runtime.responses import raw, raw_async, streaming, streaming_async

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_CREATE_ORDER: Operation[models.Order] = Operation(
    "orders.create_order",
    "POST",
    "/orders",
    parameters=(
        query("api-version", argument="api_version", constant="2024-01"),
        header("X-Kind", argument="x_kind", constant="order"),
    ),
    body=Body(
        "application/json",
        lambda: models.Order,
        fields=("lines", "type", "format", "urgent", "note", "marks", "gift"),
    ),
    answers={"200": Answer("application/json", lambda: models.Order)},
)


class OrdersResource(Resource):
    """The methods of `orders`."""

    @overload
    def create_order(
        self,
        *,
        lines: Sequence[models.Line | models.LineDict],
        api_version: Literal["2024-01"] | Unset = UNSET,
        x_kind: Literal["order"] | Unset = UNSET,
        type: Literal["order"] | Unset = UNSET,
        format: Literal[3] | Unset = UNSET,
        urgent: Literal[False] | Unset = UNSET,
        note: str | Unset = UNSET,
        marks: Sequence[Literal["fragile"]] | Unset = UNSET,
        gift: models.Gift | models.GiftDict | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Order: ...

    @overload
    def create_order(
        self,
        *,
        api_version: Literal["2024-01"] | Unset = UNSET,
        x_kind: Literal["order"] | Unset = UNSET,
        request: models.Order | models.OrderDict,
        **options: Unpack[CallOptions],
    ) -> models.Order: ...

    def create_order(
        self,
        *,
        lines: Sequence[models.Line | models.LineDict] | Unset = UNSET,
        api_version: Literal["2024-01"] | Unset = UNSET,
        x_kind: Literal["order"] | Unset = UNSET,
        type: Literal["order"] | Unset = UNSET,
        format: Literal[3] | Unset = UNSET,
        urgent: Literal[False] | Unset = UNSET,
        note: str | Unset = UNSET,
        marks: Sequence[Literal["fragile"]] | Unset = UNSET,
        gift: models.Gift | models.GiftDict | None | Unset = UNSET,
        request: models.Order | models.OrderDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Order:
        """Call `POST /orders`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The order.
        """
        # POST /orders: Order -> Order
        return self._client.call(_CREATE_ORDER, locals())

    @overload
    async def create_order_async(
        self,
        *,
        lines: Sequence[models.Line | models.LineDict],
        api_version: Literal["2024-01"] | Unset = UNSET,
        x_kind: Literal["order"] | Unset = UNSET,
        type: Literal["order"] | Unset = UNSET,
        format: Literal[3] | Unset = UNSET,
        urgent: Literal[False] | Unset = UNSET,
        note: str | Unset = UNSET,
        marks: Sequence[Literal["fragile"]] | Unset = UNSET,
        gift: models.Gift | models.GiftDict | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Order: ...

    @overload
    async def create_order_async(
        self,
        *,
        api_version: Literal["2024-01"] | Unset = UNSET,
        x_kind: Literal["order"] | Unset = UNSET,
        request: models.Order | models.OrderDict,
        **options: Unpack[CallOptions],
    ) -> models.Order: ...

    async def create_order_async(
        self,
        *,
        lines: Sequence[models.Line | models.LineDict] | Unset = UNSET,
        api_version: Literal["2024-01"] | Unset = UNSET,
        x_kind: Literal["order"] | Unset = UNSET,
        type: Literal["order"] | Unset = UNSET,
        format: Literal[3] | Unset = UNSET,
        urgent: Literal[False] | Unset = UNSET,
        note: str | Unset = UNSET,
        marks: Sequence[Literal["fragile"]] | Unset = UNSET,
        gift: models.Gift | models.GiftDict | None | Unset = UNSET,
        request: models.Order | models.OrderDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Order:
        """Call `POST /orders`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The order.
        """
        # POST /orders: Order -> Order
        return await self._client.call_async(_CREATE_ORDER, locals())

    @property
    def with_raw_response(self) -> OrdersResourceRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return OrdersResourceRaw(self)

    @property
    def with_streaming_response(self) -> OrdersResourceStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return OrdersResourceStreaming(self)


class OrdersResourceRaw:
    """The methods of `OrdersResource`, giving status and headers beside the result."""

    def __init__(self, resource: OrdersResource) -> None:
        self.create_order = raw(resource.create_order)
        self.create_order_async = raw_async(resource.create_order_async)


class OrdersResourceStreaming:
    """The methods of `OrdersResource`, leaving the body of the answer unread."""

    def __init__(self, resource: OrdersResource) -> None:
        self.create_order = streaming(resource.create_order)
        self.create_order_async = streaming_async(resource.create_order_async)
