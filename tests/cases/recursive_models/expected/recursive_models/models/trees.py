"""Models that only `trees` uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from typing_extensions import NotRequired, TypeAliasType, TypedDict

from .._runtime.markers import OpenUnion, UnknownMember
from .._runtime.models import Model


class Owner(Model, not_null=("name", "trees")):
    name: str | None = None
    trees: list[Tree] | None = None


class OwnerDict(TypedDict):
    """What may be given for `Owner`."""

    name: NotRequired[str]
    trees: NotRequired[Sequence[Tree | TreeDict]]


class Tree(Model, not_null=("children", "by_name", "owner")):
    value: int
    children: list[Tree] | None = None
    by_name: dict[str, Tree] | None = None
    parent: Tree | None = None
    owner: Owner | None = None


class TreeDict(TypedDict):
    """What may be given for `Tree`."""

    value: int
    children: NotRequired[Sequence[Tree | TreeDict]]
    by_name: NotRequired[Mapping[str, Tree | TreeDict]]
    parent: NotRequired[Tree | TreeDict | None]
    owner: NotRequired[Owner | OwnerDict]


class UnknownValue(UnknownMember):
    """A kind of `Value` that this client does not know yet: `raw` holds it."""


Value = TypeAliasType(
    "Value",
    "Annotated[str | float | bool | list[Value | None] | dict[str, Value | None] | UnknownValue, OpenUnion(unknown=UnknownValue)]",
)

ValueParam = TypeAliasType(
    "ValueParam",
    "str | float | bool | Sequence[ValueParam | None] | Mapping[str, ValueParam | None] | UnknownValue",
)
