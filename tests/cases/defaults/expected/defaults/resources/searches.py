"""Methods of `searches`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, query
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_SEARCH: Operation[models.Search] = Operation(
    "searches.search",
    "POST",
    "/searches",
    parameters=(query("page"), query("order")),
    body=Body(
        "application/json",
        lambda: models.Search,
        fields=(
            "words",
            "quoted",
            "limit",
            "share",
            "strict",
            "nothing",
            "after",
            "fields",
            "weights",
            "colour",
            "wrong",
        ),
    ),
    answers={"200": Answer("application/json", lambda: models.Search)},
)


class Searches(Resource):
    """The methods of `searches`."""

    @overload
    def search(
        self,
        *,
        words: str,
        page: int | Unset = UNSET,
        order: models.SearchesSearchOrder | Unset = UNSET,
        quoted: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        share: float | Unset = UNSET,
        strict: bool | Unset = UNSET,
        nothing: str | None | Unset = UNSET,
        after: datetime.datetime | str | Unset = UNSET,
        fields: Sequence[str] | Unset = UNSET,
        weights: Mapping[str, float] | Unset = UNSET,
        colour: models.Colour | Unset = UNSET,
        wrong: int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Search: ...

    @overload
    def search(
        self,
        *,
        page: int | Unset = UNSET,
        order: models.SearchesSearchOrder | Unset = UNSET,
        request: models.Search | models.SearchDict,
        **options: Unpack[CallOptions],
    ) -> models.Search: ...

    def search(
        self,
        *,
        words: str | Unset = UNSET,
        page: int | Unset = UNSET,
        order: models.SearchesSearchOrder | Unset = UNSET,
        quoted: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        share: float | Unset = UNSET,
        strict: bool | Unset = UNSET,
        nothing: str | None | Unset = UNSET,
        after: datetime.datetime | str | Unset = UNSET,
        fields: Sequence[str] | Unset = UNSET,
        weights: Mapping[str, float] | Unset = UNSET,
        colour: models.Colour | Unset = UNSET,
        wrong: int | Unset = UNSET,
        request: models.Search | models.SearchDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Search:
        """Call `POST /searches`.

        Args:
            page: Default of the server: 1.
            order: Default of the server: "up".
            quoted: Default of the server: "it's \\"quoted\\" \\\\ and ☕".
            limit: Default of the server: 20.
            share: Default of the server: 1.
            strict: Default of the server: false.
            after: Default of the server: "2020-01-01T00:00:00Z".
            fields: Default of the server: ["title", "text"].
            weights: Default of the server: {"title": 2}.
            colour: Default of the server: "red".
            request: The whole body at once, in place of its properties one by one.

        Returns:
            What was searched for.
        """
        # POST /searches: Search -> Search
        return self._client.call(_SEARCH, locals())

    @property
    def with_raw_response(self) -> SearchesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return SearchesRaw(self)

    @property
    def with_streaming_response(self) -> SearchesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return SearchesStreaming(self)


class SearchesRaw:
    """The methods of `Searches`, giving status and headers beside the result."""

    def __init__(self, resource: Searches) -> None:
        self.search = raw(resource.search)


class SearchesStreaming:
    """The methods of `Searches`, leaving the body of the answer unread."""

    def __init__(self, resource: Searches) -> None:
        self.search = streaming(resource.search)
