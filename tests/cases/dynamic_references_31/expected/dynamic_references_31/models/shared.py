"""Models that several resources use."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Tree(Model, not_null=("children",)):
    children: list[Tree] | None = None


class TreeDict(TypedDict):
    """What may be given for `Tree`."""

    children: NotRequired[Sequence[Tree | TreeDict]]
