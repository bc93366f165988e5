"""Methods of `items`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_PUT_ITEMS: Operation[list[models.Item]] = Operation(
    "items.put_items",
    "PUT",
    "/items",
    body=Body("application/json", lambda: list[models.Item]),
    answers={"200": Answer("application/json", lambda: list[models.Item])},
)


class Items(Resource):
    """The methods of `items`."""

    def put_items(
        self, *, request: Sequence[models.ItemParam], **options: Unpack[CallOptions]
    ) -> list[models.Item]:
        """Call `PUT /items`.

        Returns:
            The items.
        """
        # PUT /items: list[Item] -> list[Item]
        return self._client.call(_PUT_ITEMS, locals())

    @property
    def with_raw_response(self) -> ItemsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ItemsRaw(self)

    @property
    def with_streaming_response(self) -> ItemsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ItemsStreaming(self)


class ItemsRaw:
    """The methods of `Items`, giving status and headers beside the result."""

    def __init__(self, resource: Items) -> None:
        self.put_items = raw(resource.put_items)


class ItemsStreaming:
    """The methods of `Items`, leaving the body of the answer unread."""

    def __init__(self, resource: Items) -> None:
        self.put_items = streaming(resource.put_items)
