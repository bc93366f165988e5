"""Models that only `labels` uses."""

# pyright: reportIncompatibleVariableOverride=false
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field
from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Label(Model, closed=True):
    text: str


class LabelDict(TypedDict):
    """What may be given for `Label`."""

    text: str


class BoxLoose(Model, not_null=("a",)):
    a: str | None = None


class BoxLooseDict(TypedDict):
    """What may be given for `BoxLoose`."""

    a: NotRequired[str]


class Box(Model, not_null=("free", "counts", "nested", "loose")):
    name: str
    free: dict[str, Any] | None = None
    anything: Any = None
    counts: dict[str, int] | None = None
    nested: dict[str, dict[str, list[str]]] | None = None
    loose: BoxLoose | None = None
    __pydantic_extra__: dict[str, Label] = Field(init=False)


class BoxDict(TypedDict):
    """What may be given for `Box`."""

    name: str
    free: NotRequired[Mapping[str, Any]]
    anything: NotRequired[Any]
    counts: NotRequired[Mapping[str, int]]
    nested: NotRequired[Mapping[str, Mapping[str, Sequence[str]]]]
    loose: NotRequired[BoxLoose | BoxLooseDict]
