"""Methods of `queries`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_RUN_QUERY: Operation[models.Query] = Operation(
    "queries.run_query",
    "POST",
    "/queries",
    body=Body(
        "application/json",
        lambda: models.Query,
        fields=("text", "format", "columns", "choice", "one_of_two"),
    ),
    answers={"200": Answer("application/json", lambda: models.Query)},
)


class Queries(Resource):
    """The methods of `queries`."""

    @overload
    def run_query(
        self,
        *,
        text: str,
        format: Mapping[str, Any] | Unset = UNSET,
        columns: Sequence[Any] | Unset = UNSET,
        choice: Mapping[str, Any] | Unset = UNSET,
        one_of_two: Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Query: ...

    @overload
    def run_query(
        self,
        *,
        request: models.Query | models.QueryDict,
        **options: Unpack[CallOptions],
    ) -> models.Query: ...

    def run_query(
        self,
        *,
        text: str | Unset = UNSET,
        format: Mapping[str, Any] | Unset = UNSET,
        columns: Sequence[Any] | Unset = UNSET,
        choice: Mapping[str, Any] | Unset = UNSET,
        one_of_two: Mapping[str, Any] | Unset = UNSET,
        request: models.Query | models.QueryDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Query:
        """Call `POST /queries`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The query.
        """
        # POST /queries: Query -> Query
        return self._client.call(_RUN_QUERY, locals())

    @property
    def with_raw_response(self) -> QueriesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return QueriesRaw(self)

    @property
    def with_streaming_response(self) -> QueriesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return QueriesStreaming(self)


class QueriesRaw:
    """The methods of `Queries`, giving status and headers beside the result."""

    def __init__(self, resource: Queries) -> None:
        self.run_query = raw(resource.run_query)


class QueriesStreaming:
    """The methods of `Queries`, leaving the body of the answer unread."""

    def __init__(self, resource: Queries) -> None:
        self.run_query = streaming(resource.run_query)
