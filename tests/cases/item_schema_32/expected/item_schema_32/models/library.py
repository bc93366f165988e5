"""Models that only `library` uses."""

from __future__ import annotations

from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import UnrecognizedStr
from .._runtime.models import Model


class Book(Model, not_null=("pages",)):
    title: str
    pages: int | None = None


class BookDict(TypedDict):
    """What may be given for `Book`."""

    title: str
    pages: NotRequired[int]


FollowLoansEventEvent: TypeAlias = Literal["lent", "returned"] | UnrecognizedStr


class FollowLoansEvent(Model, not_null=("event", "id")):
    event: FollowLoansEventEvent | None = None
    id: str | None = None
    data: Book
