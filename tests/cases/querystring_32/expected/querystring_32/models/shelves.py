"""Models that only `shelves` uses."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class ReadShelfCriteria(Model, not_null=("words",)):
    floor: int
    words: list[str] | None = None


class ReadShelfCriteriaDict(TypedDict):
    """What may be given for `ReadShelfCriteria`."""

    floor: int
    words: NotRequired[Sequence[str]]


class SearchShelvesFilter(Model, not_null=("words",)):
    words: list[str] | None = None


class SearchShelvesFilterDict(TypedDict):
    """What may be given for `SearchShelvesFilter`."""

    words: NotRequired[Sequence[str]]
