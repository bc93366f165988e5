"""Models that only `events` uses."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Lenient
from .._runtime.models import Model
from .._runtime.scalars import DURATION, HTTP_DATE, UNIX_TIME


class Event(
    Model,
    not_null=(
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
    ),
):
    at: datetime.datetime | None = None
    on: datetime.date | None = None
    doors_open: datetime.time | None = None
    lasts: Annotated[datetime.timedelta, DURATION] | None = None
    window: (
        Annotated[Annotated[datetime.timedelta, DURATION] | int, Lenient()] | None
    ) = None
    changed: Annotated[datetime.datetime, HTTP_DATE] | None = None
    created: Annotated[datetime.datetime, UNIX_TIME] | None = None
    measured: Annotated[datetime.datetime, UNIX_TIME] | None = None
    reminders: list[datetime.datetime] | None = None
    holidays: dict[str, datetime.date] | None = None
    cancelled: datetime.datetime | None = None
    expires: Annotated[Literal["never"] | datetime.datetime, Lenient()] | None = None


class EventDict(TypedDict):
    """What may be given for `Event`."""

    at: NotRequired[datetime.datetime | str]
    on: NotRequired[datetime.date | str]
    doors_open: NotRequired[datetime.time | str]
    lasts: NotRequired[datetime.timedelta | str]
    window: NotRequired[datetime.timedelta | str | int]
    changed: NotRequired[datetime.datetime | str]
    created: NotRequired[datetime.datetime | float]
    measured: NotRequired[datetime.datetime | float]
    reminders: NotRequired[Sequence[datetime.datetime | str]]
    holidays: NotRequired[Mapping[str, datetime.date | str]]
    cancelled: NotRequired[datetime.datetime | str | None]
    expires: NotRequired[Literal["never"] | datetime.datetime | str | None]
