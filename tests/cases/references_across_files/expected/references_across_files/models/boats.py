"""Models that only `boats` uses."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import UnrecognizedStr
from .._runtime.models import Model

Flag: TypeAlias = Literal["fr", "no", "is"] | UnrecognizedStr


class Mooring(Model, not_null=("pier", "since")):
    pier: int | None = None
    since: datetime.date | None = None


class MooringDict(TypedDict):
    """What may be given for `Mooring`."""

    pier: NotRequired[int]
    since: NotRequired[datetime.date | str]


class Boat(Model, not_null=("flag", "mooring", "harbour", "tenders")):
    name: str
    flag: Flag | None = None
    mooring: Mooring | None = None
    harbour: Harbour | None = None
    tenders: list[Boat] | None = None


class BoatDict(TypedDict):
    """What may be given for `Boat`."""

    name: str
    flag: NotRequired[Flag]
    mooring: NotRequired[Mooring | MooringDict]
    harbour: NotRequired[Harbour | HarbourDict]
    tenders: NotRequired[Sequence[Boat | BoatDict]]


class Harbour(Model, not_null=("name", "boats")):
    name: str | None = None
    boats: list[Boat] | None = None


class HarbourDict(TypedDict):
    """What may be given for `Harbour`."""

    name: NotRequired[str]
    boats: NotRequired[Sequence[Boat | BoatDict]]


class Missing(Model, not_null=("near",)):
    wanted: str
    near: list[str] | None = None
