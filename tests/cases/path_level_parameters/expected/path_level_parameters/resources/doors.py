"""Methods of `doors`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import UNSET, Answer, Operation, Resource, header, path, query
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_LIST: Operation[None] = Operation(
    "doors.list",
    "GET",
    "/rooms/{room}/doors",
    parameters=(path("room"), query("limit"), header("X-Trace", argument="x_trace")),
    answers={"204": Answer(kind="none")},
)
_CLOSE: Operation[None] = Operation(
    "doors.close",
    "DELETE",
    "/rooms/{room}/doors",
    parameters=(
        path("room"),
        query("limit", required=True),
        header("X-Trace", argument="x_trace"),
        query("X-Trace", argument="x_trace_query"),
    ),
    answers={"204": Answer(kind="none")},
)


class Doors(Resource):
    """The methods of `doors`."""

    def list(
        self,
        room: str,
        *,
        limit: int | Unset = UNSET,
        x_trace: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """The doors of a room.

        Args:
            limit: How many doors. Default of the server: 10.
        """
        # GET /rooms/{room}/doors -> None
        return self._client.call(_LIST, locals())

    def close(
        self,
        room: int,
        *,
        limit: models.DoorsCloseLimit,
        x_trace: str | Unset = UNSET,
        x_trace_query: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """The doors of a room."""
        # DELETE /rooms/{room}/doors -> None
        return self._client.call(_CLOSE, locals())

    @property
    def with_raw_response(self) -> DoorsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return DoorsRaw(self)

    @property
    def with_streaming_response(self) -> DoorsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return DoorsStreaming(self)


class DoorsRaw:
    """The methods of `Doors`, giving status and headers beside the result."""

    def __init__(self, resource: Doors) -> None:
        self.list = raw(resource.list)
        self.close = raw(resource.close)


class DoorsStreaming:
    """The methods of `Doors`, leaving the body of the answer unread."""

    def __init__(self, resource: Doors) -> None:
        self.list = streaming(resource.list)
        self.close = streaming(resource.close)
