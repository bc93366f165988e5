"""Methods of `events`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, query
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_EVENT: Operation[models.Event] = Operation(
    "events.put_event",
    "PUT",
    "/events",
    parameters=(
        query("after"),
        query("day"),
        query("since", codec=lambda: Annotated[datetime.datetime, models.UNIX_TIME]),
    ),
    body=Body(
        "application/json",
        lambda: models.Event,
        fields=(
            "at",
            "on",
            "doors_open",
            "lasts",
            "window",
            "changed",
            "created",
            "measured",
            "reminders",
            "holidays",
            "cancelled",
            "expires",
        ),
    ),
    answers={"200": Answer("application/json", lambda: models.Event)},
)


class Events(Resource):
    """The methods of `events`."""

    def put_event(
        self,
        *,
        after: datetime.datetime | str | Unset = UNSET,
        day: datetime.date | str | Unset = UNSET,
        since: datetime.datetime | float | Unset = UNSET,
        at: datetime.datetime | str | Unset = UNSET,
        on: datetime.date | str | Unset = UNSET,
        doors_open: datetime.time | str | Unset = UNSET,
        lasts: datetime.timedelta | str | Unset = UNSET,
        window: datetime.timedelta | str | int | Unset = UNSET,
        changed: datetime.datetime | str | Unset = UNSET,
        created: datetime.datetime | float | Unset = UNSET,
        measured: datetime.datetime | float | Unset = UNSET,
        reminders: Sequence[datetime.datetime | str] | Unset = UNSET,
        holidays: Mapping[str, datetime.date | str] | Unset = UNSET,
        cancelled: datetime.datetime | str | None | Unset = UNSET,
        expires: Literal["never"] | datetime.datetime | str | None | Unset = UNSET,
        request: models.Event | models.EventDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Event:
        """Call `PUT /events`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The event.
        """
        # PUT /events: Event -> Event
        return self._client.call(_PUT_EVENT, locals())

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
        self.put_event = raw(resource.put_event)


class EventsStreaming:
    """The methods of `Events`, leaving the body of the answer unread."""

    def __init__(self, resource: Events) -> None:
        self.put_event = streaming(resource.put_event)
