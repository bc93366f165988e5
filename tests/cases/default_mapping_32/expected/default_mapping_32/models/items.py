"""Models that only `items` uses."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant, OpenUnion, UnknownMember
from .._runtime.models import Model


class Book(Model, constants=("kind",)):
    kind: Annotated[Literal["book"], Constant()] = "book"
    title: str


class BookDict(TypedDict):
    """What may be given for `Book`."""

    kind: NotRequired[Literal["book"]]
    title: str


class Film(Model, constants=("kind",)):
    kind: Annotated[Literal["film"], Constant()] = "film"
    title: str


class FilmDict(TypedDict):
    """What may be given for `Film`."""

    kind: NotRequired[Literal["film"]]
    title: str


class Unsorted(Model, not_null=("kind",)):
    kind: str | None = None
    note: str


class UnsortedDict(TypedDict):
    """What may be given for `Unsorted`."""

    kind: NotRequired[str]
    note: str


class UnknownItem(UnknownMember):
    """A kind of `Item` that this client does not know yet: `raw` holds it."""

    kind: Literal["UNKNOWN"] = "UNKNOWN"


Item: TypeAlias = Annotated[
    Book | Film | Unsorted | UnknownItem,
    OpenUnion(
        "kind",
        {"book": Book, "film": Film, "Unsorted": Unsorted},
        unknown=UnknownItem,
        default=Unsorted,
    ),
]

ItemParam: TypeAlias = (
    Book | BookDict | Film | FilmDict | Unsorted | UnsortedDict | UnknownItem
)
