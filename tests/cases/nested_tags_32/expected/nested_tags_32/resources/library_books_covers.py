"""Methods of `library.books.covers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Answer, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_LIST_COVERS: Operation[None] = Operation(
    "library.books.covers.list_covers",
    "GET",
    "/covers",
    answers={"204": Answer(kind="none")},
)


class Covers(Resource):
    """The methods of `library.books.covers`."""

    def list_covers(self, **options: Unpack[CallOptions]) -> None:
        """Call `GET /covers`."""
        # GET /covers -> None
        return self._client.call(_LIST_COVERS, locals())

    @property
    def with_raw_response(self) -> CoversRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return CoversRaw(self)

    @property
    def with_streaming_response(self) -> CoversStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return CoversStreaming(self)


class CoversRaw:
    """The methods of `Covers`, giving status and headers beside the result."""

    def __init__(self, resource: Covers) -> None:
        self.list_covers = raw(resource.list_covers)


class CoversStreaming:
    """The methods of `Covers`, leaving the body of the answer unread."""

    def __init__(self, resource: Covers) -> None:
        self.list_covers = streaming(resource.list_covers)
