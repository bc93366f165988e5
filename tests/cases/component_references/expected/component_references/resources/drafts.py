"""Methods of `drafts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Answer, Operation, Resource, path
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_GET: Operation[models.Order] = Operation(
    "drafts.get",
    "GET",
    "/drafts/{order-id}",
    parameters=(path("order-id", argument="order_id"),),
    answers={"200": Answer("application/json", lambda: models.Order)},
)


class Drafts(Resource):
    """The methods of `drafts`."""

    def get(self, order_id: str, **options: Unpack[CallOptions]) -> models.Order:
        """Call `GET /drafts/{order-id}`.

        Returns:
            What was ordered.
        """
        # GET /drafts/{order-id} -> Order
        return self._client.call(_GET, locals())

    @property
    def with_raw_response(self) -> DraftsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return DraftsRaw(self)

    @property
    def with_streaming_response(self) -> DraftsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return DraftsStreaming(self)


class DraftsRaw:
    """The methods of `Drafts`, giving status and headers beside the result."""

    def __init__(self, resource: Drafts) -> None:
        self.get = raw(resource.get)


class DraftsStreaming:
    """The methods of `Drafts`, leaving the body of the answer unread."""

    def __init__(self, resource: Drafts) -> None:
        self.get = streaming(resource.get)
