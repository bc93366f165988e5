"""Models that only `items` uses."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import OpenUnion, UnknownMember
from .._runtime.models import Model
from .._runtime.pages import Page as _Page


class Item(Model):
    id: int


class PageNext(Model):
    cursor: str | None = None
    url: str | None = None


class Page(Model, not_null=("pages", "next")):
    data: list[Item]
    pages: int | None = None
    next: PageNext | None = None


class ByCursorRequest(Model, not_null=("cursor", "size")):
    cursor: str | None = None
    size: int | None = None


class ByCursorRequestDict(TypedDict):
    """What may be given for `ByCursorRequest`."""

    cursor: NotRequired[str]
    size: NotRequired[int]


class UnknownItemsEitherResponse(UnknownMember):
    """A kind of `ItemsEitherResponse` that this client does not know yet: `raw` holds
    it.
    """


ItemsEitherResponse: TypeAlias = Annotated[
    Page | str | UnknownItemsEitherResponse,
    OpenUnion(unknown=UnknownItemsEitherResponse),
]


class PagedPage(_Page[Item], Page):
    """`Page` as one of several pages: iterating goes on to those that follow."""
