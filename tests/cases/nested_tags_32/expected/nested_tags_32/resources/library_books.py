"""Methods of `library.books`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.operation import Answer, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions
    from .library_books_covers import Covers

_LIST_BOOKS: Operation[None] = Operation(
    "library.books.list_books", "GET", "/books", answers={"204": Answer(kind="none")}
)


class Books(Resource):
    """Books alone."""

    @cached_property
    def covers(self) -> Covers:
        """The methods of `library.books.covers`."""
        from .library_books_covers import Covers

        return Covers(self._client)

    def list_books(self, **options: Unpack[CallOptions]) -> None:
        """Call `GET /books`."""
        # GET /books -> None
        return self._client.call(_LIST_BOOKS, locals())

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
        self.list_books = raw(resource.list_books)


class BooksStreaming:
    """The methods of `Books`, leaving the body of the answer unread."""

    def __init__(self, resource: Books) -> None:
        self.list_books = streaming(resource.list_books)
