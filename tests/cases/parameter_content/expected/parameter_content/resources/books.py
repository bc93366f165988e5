"""Methods of `books`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import UNSET, Answer, Operation, Resource, header, path, query
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_FIND_BOOKS: Operation[None] = Operation(
    "books.find_books",
    "GET",
    "/books/{key}",
    parameters=(
        path("key", json=True, codec=lambda: models.Key),
        query("filter", json=True, codec=lambda: models.Filter),
        header("X-Filter", argument="x_filter", json=True, codec=lambda: models.Filter),
        query("note"),
    ),
    answers={"204": Answer(kind="none")},
)


class Books(Resource):
    """The methods of `books`."""

    def find_books(
        self,
        key: models.Key | models.KeyDict,
        *,
        filter: models.Filter | models.FilterDict | Unset = UNSET,
        x_filter: models.Filter | models.FilterDict | Unset = UNSET,
        note: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /books/{key}`."""
        # GET /books/{key} -> None
        return self._client.call(_FIND_BOOKS, locals())

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
        self.find_books = raw(resource.find_books)


class BooksStreaming:
    """The methods of `Books`, leaving the body of the answer unread."""

    def __init__(self, resource: Books) -> None:
        self.find_books = streaming(resource.find_books)
