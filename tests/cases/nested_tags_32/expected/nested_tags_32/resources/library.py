"""Methods of `library`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.operation import Answer, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions
    from .library_books import Books

_RULES: Operation[None] = Operation(
    "library.rules", "GET", "/rules", answers={"204": Answer(kind="none")}
)


class Library(Resource):
    """Everything that can be lent."""

    @cached_property
    def books(self) -> Books:
        """Books alone."""
        from .library_books import Books

        return Books(self._client)

    def rules(self, **options: Unpack[CallOptions]) -> None:
        """Call `GET /rules`."""
        # GET /rules -> None
        return self._client.call(_RULES, locals())

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
        self.rules = raw(resource.rules)


class LibraryStreaming:
    """The methods of `Library`, leaving the body of the answer unread."""

    def __init__(self, resource: Library) -> None:
        self.rules = streaming(resource.rules)
