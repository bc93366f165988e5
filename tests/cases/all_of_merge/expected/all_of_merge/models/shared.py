"""Models that several resources use."""

from __future__ import annotations

import datetime

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Timestamps(Model, not_null=("created", "updated")):
    created: datetime.datetime | None = None
    updated: datetime.datetime | None = None


class TimestampsDict(TypedDict):
    """What may be given for `Timestamps`."""

    created: NotRequired[datetime.datetime | str]
    updated: NotRequired[datetime.datetime | str]
