"""Models that only `books` uses."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Key(Model):
    shelf: int


class KeyDict(TypedDict):
    """What may be given for `Key`."""

    shelf: int


class Filter(Model, not_null=("since",)):
    all: list[str]
    since: datetime.date | None = None


class FilterDict(TypedDict):
    """What may be given for `Filter`."""

    all: Sequence[str]
    since: NotRequired[datetime.date | str]
