"""Models that only `events` uses."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, TypeAlias

from .._runtime.markers import Constant, OpenUnion, UnknownMember, UnrecognizedStr
from .._runtime.models import Model


class Delta(Model, not_null=("at",)):
    text: str
    at: datetime.datetime | None = None


class EventsEnvelopesEventStart(Model, constants=("event",)):
    event: Annotated[Literal["start"], Constant()] = "start"
    data: Delta


class EventsEnvelopesEventStopData(Model):
    reason: str


class EventsEnvelopesEventStop(Model, constants=("event",)):
    event: Annotated[Literal["stop"], Constant()] = "stop"
    data: EventsEnvelopesEventStopData


class UnknownEventsEnvelopesEvent(UnknownMember):
    """A kind of `EventsEnvelopesEvent` that this client does not know yet: `raw` holds
    it.
    """

    event: Literal["UNKNOWN"] = "UNKNOWN"


EventsEnvelopesEvent: TypeAlias = Annotated[
    EventsEnvelopesEventStart | EventsEnvelopesEventStop | UnknownEventsEnvelopesEvent,
    OpenUnion(
        "event",
        {"start": EventsEnvelopesEventStart, "stop": EventsEnvelopesEventStop},
        unknown=UnknownEventsEnvelopesEvent,
    ),
]


EventsStatesEvent: TypeAlias = Literal["ready", "busy"] | UnrecognizedStr
