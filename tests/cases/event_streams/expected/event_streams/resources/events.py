"""Methods of `events`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.events import EventStream, Stream
from .._runtime.operation import Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_ENVELOPES: Operation[models.EventsEnvelopesEvent] = Operation(
    "events.envelopes",
    "GET",
    "/envelopes",
    answers={
        "200": EventStream(
            "text/event-stream", lambda: models.EventsEnvelopesEvent, envelope="event"
        )
    },
)
_DATA: Operation[models.Delta] = Operation(
    "events.data",
    "GET",
    "/data",
    answers={
        "200": EventStream("text/event-stream", lambda: models.Delta, envelope="data")
    },
)
_TEXT: Operation[str] = Operation(
    "events.text",
    "GET",
    "/text",
    answers={
        "200": EventStream(
            "text/event-stream",
            lambda: str,
            envelope="data",
            data_encoded=True,
            sentinel="",
        )
    },
)
_STATES: Operation[models.EventsStatesEvent] = Operation(
    "events.states",
    "GET",
    "/states",
    answers={
        "200": EventStream(
            "text/event-stream",
            lambda: models.EventsStatesEvent,
            envelope="data",
            data_encoded=True,
            sentinel="",
        )
    },
)
_UNTIL_OVER: Operation[models.Delta] = Operation(
    "events.until_over",
    "GET",
    "/until_over",
    answers={
        "200": EventStream(
            "text/event-stream", lambda: models.Delta, envelope="data", sentinel="over"
        )
    },
)


class Events(Resource):
    """The methods of `events`."""

    def envelopes(
        self, **options: Unpack[CallOptions]
    ) -> Stream[models.EventsEnvelopesEvent]:
        """Call `GET /envelopes`.

        Returns:
            The schema describes the event with its name.
        """
        # GET /envelopes -> stream of EventsEnvelopesEvent
        return Stream.open(self._client, _ENVELOPES, locals())

    def data(self, **options: Unpack[CallOptions]) -> Stream[models.Delta]:
        """Call `GET /data`.

        Returns:
            The schema describes the data alone.
        """
        # GET /data -> stream of Delta
        return Stream.open(self._client, _DATA, locals())

    def text(self, **options: Unpack[CallOptions]) -> Stream[str]:
        """Call `GET /text`.

        Returns:
            The data is text.
        """
        # GET /text -> stream of str
        return Stream.open(self._client, _TEXT, locals())

    def states(
        self, **options: Unpack[CallOptions]
    ) -> Stream[models.EventsStatesEvent]:
        """Call `GET /states`.

        Returns:
            The data is one of some texts.
        """
        # GET /states -> stream of EventsStatesEvent
        return Stream.open(self._client, _STATES, locals())

    def until_over(self, **options: Unpack[CallOptions]) -> Stream[models.Delta]:
        """Call `GET /until_over`.

        Returns:
            The document says what ends the stream.
        """
        # GET /until_over -> stream of Delta
        return Stream.open(self._client, _UNTIL_OVER, locals())

    @property
    def with_raw_response(self) -> EventsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return EventsRaw(self)

    @property
    def with_streaming_response(self) -> EventsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return EventsStreaming(self)


class EventsRaw:
    """The methods of `Events`, giving status and headers beside the result."""

    def __init__(self, resource: Events) -> None:
        self.envelopes = raw(resource.envelopes)
        self.data = raw(resource.data)
        self.text = raw(resource.text)
        self.states = raw(resource.states)
        self.until_over = raw(resource.until_over)


class EventsStreaming:
    """The methods of `Events`, leaving the body of the answer unread."""

    def __init__(self, resource: Events) -> None:
        self.envelopes = streaming(resource.envelopes)
        self.data = streaming(resource.data)
        self.text = streaming(resource.text)
        self.states = streaming(resource.states)
        self.until_over = streaming(resource.until_over)
