"""Models that only `readings` uses."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import UnrecognizedStr
from .._runtime.models import Model

ReadingQuality: TypeAlias = Literal["good", "poor"] | UnrecognizedStr


class Station(Model):
    id: str
    opened: datetime.date | None = None


class StationDict(TypedDict):
    """What may be given for `Station`."""

    id: str
    opened: NotRequired[datetime.date | str | None]


class Reading(Model, not_null=("note",)):
    name: str | None
    note: str | None = None
    quality: ReadingQuality | None
    samples: list[float | None] | None = None
    by_hour: dict[str, int | None] | None = None
    station: Station | None = None
    relay: Station | None = None
    backup: Station | None = None


class ReadingDict(TypedDict):
    """What may be given for `Reading`."""

    name: str | None
    note: NotRequired[str]
    quality: ReadingQuality | None
    samples: NotRequired[Sequence[float | None] | None]
    by_hour: NotRequired[Mapping[str, int | None] | None]
    station: NotRequired[Station | StationDict | None]
    relay: NotRequired[Station | StationDict | None]
    backup: NotRequired[Station | StationDict | None]
