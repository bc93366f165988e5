"""Methods of `reports`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from .. import models
from .._runtime.events import AsyncStreamCall, EventStream, Stream
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, path
from .._runtime.responses import raw, raw_async, streaming, streaming_async

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_MAKE: Operation[models.Report] = Operation(
    "reports.make",
    "POST",
    "/reports",
    body=Body(
        "application/json", lambda: models.ReportRequest, fields=("place", "stream")
    ),
    answers={"200": Answer("application/json", lambda: models.Report)},
)
_MAKE_STREAM: Operation[models.ReportEvent] = Operation(
    "reports.make_stream",
    "POST",
    "/reports",
    body=Body(
        "application/json",
        lambda: models.ReportStreamRequest,
        fields=("place", "stream"),
    ),
    answers={
        "200": EventStream(
            "text/event-stream", lambda: models.ReportEvent, envelope="event"
        )
    },
)
_BY_NAME: Operation[models.Report] = Operation(
    "reports.by_name",
    "GET",
    "/reports/{id}",
    parameters=(path("id"),),
    answers={"200": Answer("application/json", lambda: models.Report)},
)


class Reports(Resource):
    """The methods of `reports`."""

    @overload
    def make(
        self,
        *,
        place: str,
        stream: Literal[False] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Report: ...

    @overload
    def make(
        self,
        *,
        request: models.ReportRequest | models.ReportRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Report: ...

    def make(
        self,
        *,
        place: str | Unset = UNSET,
        stream: Literal[False] | Unset = UNSET,
        request: models.ReportRequest | models.ReportRequestDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Report:
        """Call `POST /reports`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The report.
        """
        # POST /reports: ReportRequest -> Report
        return self._client.call(_MAKE, locals())

    @overload
    async def make_async(
        self,
        *,
        place: str,
        stream: Literal[False] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Report: ...

    @overload
    async def make_async(
        self,
        *,
        request: models.ReportRequest | models.ReportRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Report: ...

    async def make_async(
        self,
        *,
        place: str | Unset = UNSET,
        stream: Literal[False] | Unset = UNSET,
        request: models.ReportRequest | models.ReportRequestDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Report:
        """Call `POST /reports`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The report.
        """
        # POST /reports: ReportRequest -> Report
        return await self._client.call_async(_MAKE, locals())

    @overload
    def make_stream(
        self,
        *,
        place: str,
        stream: Literal[True] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> Stream[models.ReportEvent]: ...

    @overload
    def make_stream(
        self,
        *,
        request: models.ReportStreamRequest | models.ReportStreamRequestDict,
        **options: Unpack[CallOptions],
    ) -> Stream[models.ReportEvent]: ...

    def make_stream(
        self,
        *,
        place: str | Unset = UNSET,
        stream: Literal[True] | Unset = UNSET,
        request: (
            models.ReportStreamRequest | models.ReportStreamRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> Stream[models.ReportEvent]:
        """Call `POST /reports`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The report, as it is written.
        """
        # POST /reports: ReportStreamRequest -> stream of ReportEvent
        return Stream.open(self._client, _MAKE_STREAM, locals())

    @overload
    def make_stream_async(
        self,
        *,
        place: str,
        stream: Literal[True] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncStreamCall[models.ReportEvent]: ...

    @overload
    def make_stream_async(
        self,
        *,
        request: models.ReportStreamRequest | models.ReportStreamRequestDict,
        **options: Unpack[CallOptions],
    ) -> AsyncStreamCall[models.ReportEvent]: ...

    def make_stream_async(
        self,
        *,
        place: str | Unset = UNSET,
        stream: Literal[True] | Unset = UNSET,
        request: (
            models.ReportStreamRequest | models.ReportStreamRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncStreamCall[models.ReportEvent]:
        """Call `POST /reports`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The report, as it is written.
        """
        # POST /reports: ReportStreamRequest -> stream of ReportEvent
        return AsyncStreamCall.open(self._client, _MAKE_STREAM, locals())

    def by_name(self, id: str, **options: Unpack[CallOptions]) -> models.Report:
        """Call `GET /reports/{id}`.

        Returns:
            The report.
        """
        # GET /reports/{id} -> Report
        return self._client.call(_BY_NAME, locals())

    async def by_name_async(
        self, id: str, **options: Unpack[CallOptions]
    ) -> models.Report:
        """Call `GET /reports/{id}`.

        Returns:
            The report.
        """
        # GET /reports/{id} -> Report
        return await self._client.call_async(_BY_NAME, locals())

    @property
    def with_raw_response(self) -> ReportsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ReportsRaw(self)

    @property
    def with_streaming_response(self) -> ReportsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ReportsStreaming(self)


class ReportsRaw:
    """The methods of `Reports`, giving status and headers beside the result."""

    def __init__(self, resource: Reports) -> None:
        self.make = raw(resource.make)
        self.make_async = raw_async(resource.make_async)
        self.make_stream = raw(resource.make_stream)
        self.make_stream_async = raw_async(resource.make_stream_async)
        self.by_name = raw(resource.by_name)
        self.by_name_async = raw_async(resource.by_name_async)


class ReportsStreaming:
    """The methods of `Reports`, leaving the body of the answer unread."""

    def __init__(self, resource: Reports) -> None:
        self.make = streaming(resource.make)
        self.make_async = streaming_async(resource.make_async)
        self.make_stream = streaming(resource.make_stream)
        self.make_stream_async = streaming_async(resource.make_stream_async)
        self.by_name = streaming(resource.by_name)
        self.by_name_async = streaming_async(resource.by_name_async)
