"""Models that only `logs` uses."""

from __future__ import annotations

import datetime

from .._runtime.models import Model


class Entry(Model, not_null=("at",)):
    text: str
    at: datetime.datetime | None = None
