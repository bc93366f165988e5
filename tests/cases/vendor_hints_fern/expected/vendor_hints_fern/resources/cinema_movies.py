"""Methods of `cinema.movies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import UNSET, Answer, Operation, Resource, header, query
from .._runtime.paging import Pagination
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_LIST: Operation[models.PagedMoviesListResponse] = Operation(
    "cinema.movies.list",
    "GET",
    "/v1/movies",
    parameters=(query("page"), header("X-Trace-Header", argument="trace")),
    answers={"200": Answer("application/json", lambda: models.PagedMoviesListResponse)},
    pagination=Pagination("page", "page", items=("items",)),
)


class Movies(Resource):
    """The methods of `cinema.movies`."""

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        trace: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.PagedMoviesListResponse:
        """Call `GET /v1/movies`.

        Returns:
            A page of movies.
        """
        # GET /v1/movies -> PagedMoviesListResponse
        return self._client.call(_LIST, locals())

    @property
    def with_raw_response(self) -> MoviesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return MoviesRaw(self)

    @property
    def with_streaming_response(self) -> MoviesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return MoviesStreaming(self)


class MoviesRaw:
    """The methods of `Movies`, giving status and headers beside the result."""

    def __init__(self, resource: Movies) -> None:
        self.list = raw(resource.list)


class MoviesStreaming:
    """The methods of `Movies`, leaving the body of the answer unread."""

    def __init__(self, resource: Movies) -> None:
        self.list = streaming(resource.list)
