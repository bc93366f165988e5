"""Models that only `articles` uses."""

from __future__ import annotations

import datetime
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import UnrecognizedStr
from .._runtime.models import Model

ArticleState: TypeAlias = Literal["used", "broken"] | UnrecognizedStr


class Article(Model, not_null=("created", "updated", "state", "code", "own")):
    """What can be bought."""

    created: datetime.datetime | None = None
    updated: datetime.datetime | None = None
    name: str
    """At least 3 characters. At most 40 characters."""

    price: int
    state: ArticleState | None = None
    code: int | None = None
    own: bool | None = None


class ArticleDict(TypedDict):
    """What may be given for `Article`."""

    created: NotRequired[datetime.datetime | str]
    updated: NotRequired[datetime.datetime | str]
    name: str
    price: int
    state: NotRequired[ArticleState]
    code: NotRequired[int]
    own: NotRequired[bool]
