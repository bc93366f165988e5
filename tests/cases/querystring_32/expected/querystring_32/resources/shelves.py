"""Methods of `shelves`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import UNSET, Answer, Operation, Resource, cookie, query
from .._runtime.responses import raw, streaming
from .._runtime.styles import plain_cookie, whole_query

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_READ_SHELF: Operation[None] = Operation(
    "shelves.read_shelf",
    "GET",
    "/shelf",
    parameters=(
        query(
            "criteria",
            write=whole_query,
            required=True,
            codec=lambda: models.ReadShelfCriteria,
        ),
        cookie("session", write=plain_cookie),
    ),
    answers={"204": Answer(kind="none")},
)
_SEARCH_SHELVES: Operation[None] = Operation(
    "shelves.search_shelves",
    "GET",
    "/search",
    parameters=(
        query(
            "filter",
            write=whole_query,
            json=True,
            codec=lambda: models.SearchShelvesFilter,
        ),
    ),
    answers={"204": Answer(kind="none")},
)


class Shelves(Resource):
    """The methods of `shelves`."""

    def read_shelf(
        self,
        *,
        criteria: models.ReadShelfCriteria | models.ReadShelfCriteriaDict,
        session: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /shelf`."""
        # GET /shelf -> None
        return self._client.call(_READ_SHELF, locals())

    def search_shelves(
        self,
        *,
        filter: (
            models.SearchShelvesFilter | models.SearchShelvesFilterDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /search`."""
        # GET /search -> None
        return self._client.call(_SEARCH_SHELVES, locals())

    @property
    def with_raw_response(self) -> ShelvesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ShelvesRaw(self)

    @property
    def with_streaming_response(self) -> ShelvesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ShelvesStreaming(self)


class ShelvesRaw:
    """The methods of `Shelves`, giving status and headers beside the result."""

    def __init__(self, resource: Shelves) -> None:
        self.read_shelf = raw(resource.read_shelf)
        self.search_shelves = raw(resource.search_shelves)


class ShelvesStreaming:
    """The methods of `Shelves`, leaving the body of the answer unread."""

    def __init__(self, resource: Shelves) -> None:
        self.read_shelf = streaming(resource.read_shelf)
        self.search_shelves = streaming(resource.search_shelves)
