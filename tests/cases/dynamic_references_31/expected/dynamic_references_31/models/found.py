"""Models that only `found` uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant
from .._runtime.models import Model


class PageBest(Model):
    hit: Any = None


class Page(Model, not_null=("best", "next")):
    data: list[Any]
    best: PageBest | None = None
    next: str | None = None


class Pet(Model, constants=("kind",)):
    name: str
    kind: Annotated[Literal["pet"], Constant()] = "pet"


class PetDict(TypedDict):
    """What may be given for `Pet`."""

    name: str
    kind: NotRequired[Literal["pet"]]


class PetPageBest(Model, not_null=("hit",)):
    hit: Pet | None = None


class PetPageBestDict(TypedDict):
    """What may be given for `PetPageBest`."""

    hit: NotRequired[Pet | PetDict]


class PetPage(Model, not_null=("best", "next")):
    data: list[Pet]
    best: PetPageBest | None = None
    next: str | None = None


class PetPageDict(TypedDict):
    """What may be given for `PetPage`."""

    data: Sequence[Pet | PetDict]
    best: NotRequired[PetPageBest | PetPageBestDict]
    next: NotRequired[str]


class Town(Model):
    mayor: Pet


class PetTree(Model, not_null=("children", "pet")):
    children: list[PetTree] | None = None
    pet: Pet | None = None


class PageOfTownBest(Model, not_null=("hit",)):
    hit: Town | None = None


class PageOfTown(Model, not_null=("best", "next")):
    data: list[Town]
    best: PageOfTownBest | None = None
    next: str | None = None
