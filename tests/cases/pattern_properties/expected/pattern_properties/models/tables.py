"""Models that only `tables` uses."""

# pyright: reportIncompatibleVariableOverride=false
from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypeAlias

from pydantic import Field
from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import OpenUnion, UnknownMember
from .._runtime.models import Model


class TableMarks(Model, not_null=("title",)):
    title: str | None = None


class TableMarksDict(TypedDict):
    """What may be given for `TableMarks`."""

    title: NotRequired[str]


class Column(Model):
    width: int


class ColumnDict(TypedDict):
    """What may be given for `Column`."""

    width: int


class UnknownTableValue(UnknownMember):
    """A kind of `TableValue` that this client does not know yet: `raw` holds it."""


TableValue: TypeAlias = Annotated[
    Column | int | UnknownTableValue, OpenUnion(unknown=UnknownTableValue)
]

TableValueParam: TypeAlias = Column | ColumnDict | int | UnknownTableValue


class Table(Model, not_null=("headings", "marks", "colours")):
    name: str
    headings: dict[str, int] | None = None
    marks: TableMarks | None = None
    colours: dict[str, float] | None = None
    __pydantic_extra__: dict[str, TableValue] = Field(init=False)


class TableDict(TypedDict):
    """What may be given for `Table`."""

    name: str
    headings: NotRequired[Mapping[str, int]]
    marks: NotRequired[TableMarks | TableMarksDict]
    colours: NotRequired[Mapping[str, float]]
