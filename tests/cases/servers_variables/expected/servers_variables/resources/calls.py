"""Methods of `calls`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Answer, Operation, Resource, Server
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_PLAIN: Operation[None] = Operation(
    "calls.plain", "GET", "/plain", answers={"204": Answer(kind="none")}
)
_ON_PATH: Operation[None] = Operation(
    "calls.on_path",
    "GET",
    "/special",
    answers={"204": Answer(kind="none")},
    servers=(Server("https://path.example.com"),),
)
_ON_OPERATION: Operation[None] = Operation(
    "calls.on_operation",
    "POST",
    "/special",
    answers={"204": Answer(kind="none")},
    servers=(Server("https://{name}.example.com", variables={"name": ("files", ())}),),
)


class Calls(Resource):
    """The methods of `calls`."""

    def plain(self, **options: Unpack[CallOptions]) -> None:
        """Call `GET /plain`."""
        # GET /plain -> None
        return self._client.call(_PLAIN, locals())

    def on_path(self, **options: Unpack[CallOptions]) -> None:
        """Call `GET /special`."""
        # GET /special -> None
        return self._client.call(_ON_PATH, locals())

    def on_operation(self, **options: Unpack[CallOptions]) -> None:
        """Call `POST /special`."""
        # POST /special -> None
        return self._client.call(_ON_OPERATION, locals())

    @property
    def with_raw_response(self) -> CallsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return CallsRaw(self)

    @property
    def with_streaming_response(self) -> CallsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return CallsStreaming(self)


class CallsRaw:
    """The methods of `Calls`, giving status and headers beside the result."""

    def __init__(self, resource: Calls) -> None:
        self.plain = raw(resource.plain)
        self.on_path = raw(resource.on_path)
        self.on_operation = raw(resource.on_operation)


class CallsStreaming:
    """The methods of `Calls`, leaving the body of the answer unread."""

    def __init__(self, resource: Calls) -> None:
        self.plain = streaming(resource.plain)
        self.on_path = streaming(resource.on_path)
        self.on_operation = streaming(resource.on_operation)
