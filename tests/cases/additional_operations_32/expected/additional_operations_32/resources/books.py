"""Methods of `books`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import (
    UNSET,
    Answer,
    Body,
    Operation,
    Resource,
    query as _query,
)
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_QUERY: Operation[list[str]] = Operation(
    "books.query",
    "QUERY",
    "/books",
    body=Body(
        "application/json", lambda: models.BooksQueryRequest, fields=("words", "exact")
    ),
    answers={"200": Answer("application/json", lambda: list[str])},
)
_LINK: Operation[None] = Operation(
    "books.link",
    "LINK",
    "/books",
    parameters=(_query("to", required=True),),
    answers={"204": Answer(kind="none")},
)
_COPY: Operation[int] = Operation(
    "books.copy",
    "COPY",
    "/books",
    body=Body(
        "application/json",
        lambda: models.BooksCopyRequest,
        fields=("to",),
        required=False,
    ),
    answers={"200": Answer("application/json", lambda: int)},
)


class Books(Resource):
    """The methods of `books`."""

    @overload
    def query(
        self,
        *,
        words: Sequence[str],
        exact: bool | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> list[str]: ...

    @overload
    def query(
        self,
        *,
        request: models.BooksQueryRequest | models.BooksQueryRequestDict,
        **options: Unpack[CallOptions],
    ) -> list[str]: ...

    def query(
        self,
        *,
        words: Sequence[str] | Unset = UNSET,
        exact: bool | Unset = UNSET,
        request: (
            models.BooksQueryRequest | models.BooksQueryRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> list[str]:
        """Call `QUERY /books`.

        Args:
            exact: Default of the server: false.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            Books.
        """
        # QUERY /books: BooksQueryRequest -> list[str]
        return self._client.call(_QUERY, locals())

    def link(self, *, to: str, **options: Unpack[CallOptions]) -> None:
        """Call `LINK /books`.

        Returns:
            Linked.
        """
        # LINK /books -> None
        return self._client.call(_LINK, locals())

    def copy(
        self,
        *,
        to: str | Unset = UNSET,
        request: models.BooksCopyRequest | models.BooksCopyRequestDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> int:
        """Call `COPY /books`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            How many there are now.
        """
        # COPY /books: BooksCopyRequest -> int
        return self._client.call(_COPY, locals())

    @property
    def with_raw_response(self) -> BooksRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return BooksRaw(self)

    @property
    def with_streaming_response(self) -> BooksStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return BooksStreaming(self)


class BooksRaw:
    """The methods of `Books`, giving status and headers beside the result."""

    def __init__(self, resource: Books) -> None:
        self.query = raw(resource.query)
        self.link = raw(resource.link)
        self.copy = raw(resource.copy)


class BooksStreaming:
    """The methods of `Books`, leaving the body of the answer unread."""

    def __init__(self, resource: Books) -> None:
        self.query = streaming(resource.query)
        self.link = streaming(resource.link)
        self.copy = streaming(resource.copy)
