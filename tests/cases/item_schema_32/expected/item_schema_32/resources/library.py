"""Methods of `library`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.bodies import LinesBody
from .._runtime.events import EventStream, Stream
from .._runtime.lines import LineStream
from .._runtime.operation import Answer, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_FOLLOW_LOANS: Operation[models.FollowLoansEvent] = Operation(
    "library.follow_loans",
    "GET",
    "/loans",
    answers={
        "200": EventStream(
            "text/event-stream", lambda: models.FollowLoansEvent, envelope="event"
        )
    },
)
_READ_BOOKS: Operation[models.Book] = Operation(
    "library.read_books",
    "GET",
    "/books",
    answers={"200": LineStream("application/jsonl", lambda: models.Book)},
)
_ADD_BOOKS: Operation[None] = Operation(
    "library.add_books",
    "POST",
    "/books",
    body=LinesBody("application/jsonl", lambda: list[models.Book]),
    answers={"204": Answer(kind="none")},
)


class Library(Resource):
    """The methods of `library`."""

    def follow_loans(
        self, **options: Unpack[CallOptions]
    ) -> Stream[models.FollowLoansEvent]:
        """Call `GET /loans`.

        Returns:
            Events, whose data is text that holds a book.
        """
        # GET /loans -> stream of FollowLoansEvent
        return Stream.open(self._client, _FOLLOW_LOANS, locals())

    def read_books(self, **options: Unpack[CallOptions]) -> Stream[models.Book]:
        """Call `GET /books`.

        Returns:
            One book a line.
        """
        # GET /books -> stream of Book
        return Stream.open(self._client, _READ_BOOKS, locals())

    def add_books(
        self,
        *,
        request: Sequence[models.Book | models.BookDict],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /books`.

        Returns:
            Added.
        """
        # POST /books: list[Book] -> None
        return self._client.call(_ADD_BOOKS, locals())

    @property
    def with_raw_response(self) -> LibraryRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return LibraryRaw(self)

    @property
    def with_streaming_response(self) -> LibraryStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return LibraryStreaming(self)


class LibraryRaw:
    """The methods of `Library`, giving status and headers beside the result."""

    def __init__(self, resource: Library) -> None:
        self.follow_loans = raw(resource.follow_loans)
        self.read_books = raw(resource.read_books)
        self.add_books = raw(resource.add_books)


class LibraryStreaming:
    """The methods of `Library`, leaving the body of the answer unread."""

    def __init__(self, resource: Library) -> None:
        self.follow_loans = streaming(resource.follow_loans)
        self.read_books = streaming(resource.read_books)
        self.add_books = streaming(resource.add_books)
