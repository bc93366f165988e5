"""Methods of `cinema.showings`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.events import Stream
from .._runtime.lines import LineStream
from .._runtime.operation import Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_FOLLOW: Operation[models.Word] = Operation(
    "cinema.showings.follow",
    "GET",
    "/v1/showings",
    answers={"200": LineStream("application/x-ndjson", lambda: models.Word)},
)


class Showings(Resource):
    """The methods of `cinema.showings`."""

    def follow(self, **options: Unpack[CallOptions]) -> Stream[models.Word]:
        """Call `GET /v1/showings`.

        Returns:
            Showings as they begin.
        """
        # GET /v1/showings -> stream of Word
        return Stream.open(self._client, _FOLLOW, locals())

    @property
    def with_raw_response(self) -> ShowingsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ShowingsRaw(self)

    @property
    def with_streaming_response(self) -> ShowingsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ShowingsStreaming(self)


class ShowingsRaw:
    """The methods of `Showings`, giving status and headers beside the result."""

    def __init__(self, resource: Showings) -> None:
        self.follow = raw(resource.follow)


class ShowingsStreaming:
    """The methods of `Showings`, leaving the body of the answer unread."""

    def __init__(self, resource: Showings) -> None:
        self.follow = streaming(resource.follow)
