"""Models that only `books` uses."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class BooksQueryRequest(Model, not_null=("exact",)):
    words: list[str]
    exact: bool = False


class BooksQueryRequestDict(TypedDict):
    """What may be given for `BooksQueryRequest`."""

    words: Sequence[str]
    exact: NotRequired[bool]


class BooksCopyRequest(Model, not_null=("to",)):
    to: str | None = None


class BooksCopyRequestDict(TypedDict):
    """What may be given for `BooksCopyRequest`."""

    to: NotRequired[str]
