"""Methods of `items`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, query
from .._runtime.paging import PageCall, Pagination
from .._runtime.responses import raw, raw_async, streaming, streaming_async

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.paging import PagedList
    from .._runtime.settings import CallOptions

_BY_PAGE: Operation[models.PagedPage] = Operation(
    "items.by_page",
    "GET",
    "/by-page",
    parameters=(query("page"),),
    answers={"200": Answer("application/json", lambda: models.PagedPage)},
    pagination=Pagination("page", "page", items=("data",), page_count=("pages",)),
)
_BY_OFFSET: Operation[models.PagedPage] = Operation(
    "items.by_offset",
    "GET",
    "/by-offset",
    parameters=(query("offset"), query("limit")),
    answers={"200": Answer("application/json", lambda: models.PagedPage)},
    pagination=Pagination("offset", "offset", items=("data",)),
)
_BY_CURSOR: Operation[models.PagedPage] = Operation(
    "items.by_cursor",
    "POST",
    "/by-cursor",
    body=Body(
        "application/json", lambda: models.ByCursorRequest, fields=("cursor", "size")
    ),
    answers={"200": Answer("application/json", lambda: models.PagedPage)},
    pagination=Pagination(
        "cursor", "cursor", items=("data",), next_cursor=("next", "cursor")
    ),
)
_BY_LINK: Operation[models.PagedPage] = Operation(
    "items.by_link",
    "GET",
    "/by-link",
    answers={"200": Answer("application/json", lambda: models.PagedPage)},
    pagination=Pagination("url", items=("data",), next_url=("next", "url")),
)
_BARE: Operation[PagedList[models.Item]] = Operation(
    "items.bare",
    "GET",
    "/bare",
    parameters=(query("offset"),),
    answers={"200": Answer("application/json", lambda: list[models.Item])},
    pagination=Pagination("offset", "offset"),
)
_EITHER: Operation[models.ItemsEitherResponse] = Operation(
    "items.either",
    "GET",
    "/either",
    parameters=(query("offset"),),
    answers={"200": Answer("application/json", lambda: models.ItemsEitherResponse)},
)


class Items(Resource):
    """The methods of `items`."""

    def by_page(
        self, *, page: int | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> models.PagedPage:
        """Call `GET /by-page`.

        Args:
            page: At least 1.

        Returns:
            Items.
        """
        # GET /by-page -> PagedPage
        return self._client.call(_BY_PAGE, locals())

    def by_page_async(
        self, *, page: int | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> PageCall[models.PagedPage]:
        """Call `GET /by-page`.

        Args:
            page: At least 1.

        Returns:
            Items.
        """
        # GET /by-page -> PagedPage
        return PageCall.open(self._client, _BY_PAGE, locals())

    def by_offset(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.PagedPage:
        """Call `GET /by-offset`.

        Args:
            offset: At least 0.

        Returns:
            Items.
        """
        # GET /by-offset -> PagedPage
        return self._client.call(_BY_OFFSET, locals())

    def by_offset_async(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> PageCall[models.PagedPage]:
        """Call `GET /by-offset`.

        Args:
            offset: At least 0.

        Returns:
            Items.
        """
        # GET /by-offset -> PagedPage
        return PageCall.open(self._client, _BY_OFFSET, locals())

    def by_cursor(
        self,
        *,
        cursor: str | Unset = UNSET,
        size: int | Unset = UNSET,
        request: models.ByCursorRequest | models.ByCursorRequestDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.PagedPage:
        """Call `POST /by-cursor`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            Items.
        """
        # POST /by-cursor: ByCursorRequest -> PagedPage
        return self._client.call(_BY_CURSOR, locals())

    def by_cursor_async(
        self,
        *,
        cursor: str | Unset = UNSET,
        size: int | Unset = UNSET,
        request: models.ByCursorRequest | models.ByCursorRequestDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> PageCall[models.PagedPage]:
        """Call `POST /by-cursor`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            Items.
        """
        # POST /by-cursor: ByCursorRequest -> PagedPage
        return PageCall.open(self._client, _BY_CURSOR, locals())

    def by_link(self, **options: Unpack[CallOptions]) -> models.PagedPage:
        """Call `GET /by-link`.

        Returns:
            Items.
        """
        # GET /by-link -> PagedPage
        return self._client.call(_BY_LINK, locals())

    def by_link_async(
        self, **options: Unpack[CallOptions]
    ) -> PageCall[models.PagedPage]:
        """Call `GET /by-link`.

        Returns:
            Items.
        """
        # GET /by-link -> PagedPage
        return PageCall.open(self._client, _BY_LINK, locals())

    def bare(
        self, *, offset: int | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> PagedList[models.Item]:
        """Call `GET /bare`.

        Returns:
            Items.
        """
        # GET /bare -> PagedList[Item]
        return self._client.call(_BARE, locals())

    def bare_async(
        self, *, offset: int | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> PageCall[PagedList[models.Item]]:
        """Call `GET /bare`.

        Returns:
            Items.
        """
        # GET /bare -> PagedList[Item]
        return PageCall.open(self._client, _BARE, locals())

    def either(
        self, *, offset: int | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> models.ItemsEitherResponse:
        """Call `GET /either`.

        Returns:
            Items, or a word about them.
        """
        # GET /either -> ItemsEitherResponse
        return self._client.call(_EITHER, locals())

    async def either_async(
        self, *, offset: int | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> models.ItemsEitherResponse:
        """Call `GET /either`.

        Returns:
            Items, or a word about them.
        """
        # GET /either -> ItemsEitherResponse
        return await self._client.call_async(_EITHER, locals())

    @property
    def with_raw_response(self) -> ItemsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ItemsRaw(self)

    @property
    def with_streaming_response(self) -> ItemsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ItemsStreaming(self)


class ItemsRaw:
    """The methods of `Items`, giving status and headers beside the result."""

    def __init__(self, resource: Items) -> None:
        self.by_page = raw(resource.by_page)
        self.by_page_async = raw_async(resource.by_page_async)
        self.by_offset = raw(resource.by_offset)
        self.by_offset_async = raw_async(resource.by_offset_async)
        self.by_cursor = raw(resource.by_cursor)
        self.by_cursor_async = raw_async(resource.by_cursor_async)
        self.by_link = raw(resource.by_link)
        self.by_link_async = raw_async(resource.by_link_async)
        self.bare = raw(resource.bare)
        self.bare_async = raw_async(resource.bare_async)
        self.either = raw(resource.either)
        self.either_async = raw_async(resource.either_async)


class ItemsStreaming:
    """The methods of `Items`, leaving the body of the answer unread."""

    def __init__(self, resource: Items) -> None:
        self.by_page = streaming(resource.by_page)
        self.by_page_async = streaming_async(resource.by_page_async)
        self.by_offset = streaming(resource.by_offset)
        self.by_offset_async = streaming_async(resource.by_offset_async)
        self.by_cursor = streaming(resource.by_cursor)
        self.by_cursor_async = streaming_async(resource.by_cursor_async)
        self.by_link = streaming(resource.by_link)
        self.by_link_async = streaming_async(resource.by_link_async)
        self.bare = streaming(resource.bare)
        self.bare_async = streaming_async(resource.bare_async)
        self.either = streaming(resource.either)
        self.either_async = streaming_async(resource.either_async)
