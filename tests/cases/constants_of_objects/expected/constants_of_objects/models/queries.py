"""Models that only `queries` uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Query(Model, constants=("format", "columns", "choice"), not_null=("one_of_two",)):
    text: str
    format: dict[str, Any] = {"type": "table", "header": True}
    columns: list[Any] = ["id", "name"]
    choice: dict[str, Any] = {"a": 1}
    one_of_two: dict[str, Any] | None = None


class QueryDict(TypedDict):
    """What may be given for `Query`."""

    text: str
    format: NotRequired[Mapping[str, Any]]
    columns: NotRequired[Sequence[Any]]
    choice: NotRequired[Mapping[str, Any]]
    one_of_two: NotRequired[Mapping[str, Any]]
