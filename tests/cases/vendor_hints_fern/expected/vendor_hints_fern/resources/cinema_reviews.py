"""Methods of `cinema.reviews`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import errors, models
from .._runtime.events import EventStream, Stream
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_WRITE: Operation[models.Review] = Operation(
    "cinema.reviews.write",
    "POST",
    "/v1/reviews",
    body=Body(
        "application/json", lambda: models.ReviewsWriteRequest, fields=("movie",)
    ),
    answers={"200": Answer("application/json", lambda: models.Review)},
    errors={
        "422": Answer(
            "application/json", lambda: errors.ReviewsWriteUnprocessableContentError
        )
    },
    pinned={"stream": False},
)
_WRITE_STREAM: Operation[models.Word] = Operation(
    "cinema.reviews.write_stream",
    "POST",
    "/v1/reviews",
    body=Body(
        "application/json", lambda: models.ReviewsWriteRequest, fields=("movie",)
    ),
    answers={
        "200": EventStream("text/event-stream", lambda: models.Word, envelope="data")
    },
    errors={
        "422": Answer(
            "application/json", lambda: errors.ReviewsWriteUnprocessableContentError
        )
    },
    pinned={"stream": True},
)


class Reviews(Resource):
    """The methods of `cinema.reviews`."""

    @overload
    def write(self, *, movie: str, **options: Unpack[CallOptions]) -> models.Review: ...

    @overload
    def write(
        self,
        *,
        request: models.ReviewsWriteRequest | models.ReviewsWriteRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Review: ...

    def write(
        self,
        *,
        movie: str | Unset = UNSET,
        request: (
            models.ReviewsWriteRequest | models.ReviewsWriteRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Review:
        """Writes a review and gives it whole.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The review or its words.

        Raises:
            errors.ReviewsWriteUnprocessableContentError: 422. No such movie.
        """
        # POST /v1/reviews: ReviewsWriteRequest -> Review
        return self._client.call(_WRITE, locals())

    @overload
    def write_stream(
        self, *, movie: str, **options: Unpack[CallOptions]
    ) -> Stream[models.Word]: ...

    @overload
    def write_stream(
        self,
        *,
        request: models.ReviewsWriteRequest | models.ReviewsWriteRequestDict,
        **options: Unpack[CallOptions],
    ) -> Stream[models.Word]: ...

    def write_stream(
        self,
        *,
        movie: str | Unset = UNSET,
        request: (
            models.ReviewsWriteRequest | models.ReviewsWriteRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> Stream[models.Word]:
        """Writes a review and gives its words one by one.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The review or its words.

        Raises:
            errors.ReviewsWriteUnprocessableContentError: 422. No such movie.
        """
        # POST /v1/reviews: ReviewsWriteRequest -> stream of Word
        return Stream.open(self._client, _WRITE_STREAM, locals())

    @property
    def with_raw_response(self) -> ReviewsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ReviewsRaw(self)

    @property
    def with_streaming_response(self) -> ReviewsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ReviewsStreaming(self)


class ReviewsRaw:
    """The methods of `Reviews`, giving status and headers beside the result."""

    def __init__(self, resource: Reviews) -> None:
        self.write = raw(resource.write)
        self.write_stream = raw(resource.write_stream)


class ReviewsStreaming:
    """The methods of `Reviews`, leaving the body of the answer unread."""

    def __init__(self, resource: Reviews) -> None:
        self.write = streaming(resource.write)
        self.write_stream = streaming(resource.write_stream)
