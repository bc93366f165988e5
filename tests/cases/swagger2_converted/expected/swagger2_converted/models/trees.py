"""Models that only `trees` uses."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Any, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.files import FileInput
from .._runtime.markers import Constant, OpenUnion, UnknownMember, UnrecognizedStr
from .._runtime.models import Model

TreeKind: TypeAlias = Literal["apple", "pear"] | UnrecognizedStr


class Apple(Model, constants=("sort",), not_null=("weight", "colour")):
    sort: Annotated[Literal["Apple"], Constant()] = "Apple"
    weight: float | None = None
    colour: str | None = None


class AppleDict(TypedDict):
    """What may be given for `Apple`."""

    sort: NotRequired[Literal["Apple"]]
    weight: NotRequired[float]
    colour: NotRequired[str]


class UnknownFruit(UnknownMember):
    """A kind of `Fruit` that this client does not know yet: `raw` holds it."""

    sort: Literal["UNKNOWN"] = "UNKNOWN"


Fruit: TypeAlias = Annotated[
    Apple | UnknownFruit, OpenUnion("sort", {"Apple": Apple}, unknown=UnknownFruit)
]

FruitParam: TypeAlias = Apple | AppleDict | UnknownFruit


class Tree(Model, not_null=("planted", "fruit")):
    kind: TreeKind
    planted: datetime.date | None = None
    height: float | None = None
    fruit: list[Fruit] | None = None


class TreeDict(TypedDict):
    """What may be given for `Tree`."""

    kind: TreeKind
    planted: NotRequired[datetime.date | str]
    height: NotRequired[float | None]
    fruit: NotRequired[Sequence[FruitParam]]


class Problem(Model, not_null=("message",)):
    message: str | None = None


class AddPhotoRequest(Model, not_null=("caption", "year")):
    photo: Any
    caption: str | None = None
    year: int | None = None


class AddPhotoRequestDict(TypedDict):
    """What may be given for `AddPhotoRequest`."""

    photo: FileInput
    caption: NotRequired[str]
    year: NotRequired[int]


class PruneTreeRequest(Model, not_null=("hard",)):
    branches: list[str]
    hard: bool | None = None


class PruneTreeRequestDict(TypedDict):
    """What may be given for `PruneTreeRequest`."""

    branches: Sequence[str]
    hard: NotRequired[bool]
