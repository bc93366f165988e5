"""Results that are one page of a list and can be walked over all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import httpx2 as httpx

from .operation import Operation, Pagination
from .unset import UNSET
from .wire import is_array

if TYPE_CHECKING:
    from typing_extensions import Self

    from .client import BaseClient

Item = TypeVar("Item")


class Walk:
    """Where a page stands: how it was asked for, and with which arguments the next one is."""

    def __init__(
        self, client: BaseClient, op: Operation[Any], given: Mapping[str, Any]
    ) -> None:
        self.client = client
        self.op = op
        self.given = given
        self.seen = 0
        self.digest = 0
        self.following: Mapping[str, Any] | None = None

    def look_ahead(
        self,
        how: Pagination,
        page: Any,
        response: httpx.Response,
        previous: Walk | None,
    ) -> None:
        """Find out whether a page follows, and its arguments. A server that repeats itself ends the walk."""
        count = len(_items(page))
        self.seen = count + (previous.seen if previous else 0)
        self.digest = hash(response.content)
        if _dig(page, how.has_more) is False:
            return
        if how.kind == "url":
            url = _dig(page, how.next_url) if how.next_url else None
            if how.link_header:
                url = response.links.get("next", {}).get("url")
            options = dict(self.given.get("options") or {})
            url = _absolute(response.url, url)
            if url and options.get("_url") != url:
                self.following = {**self.given, "options": {**options, "_url": url}}
            return
        current: Any = self.given.get(how.argument)
        if current is UNSET:
            current = None
        following: Any = None
        if how.kind == "cursor":
            following = _dig(page, how.next_cursor)
        elif count and not (previous and previous.digest == self.digest):
            total = _dig(page, how.total)
            if isinstance(total, int) and self.seen >= total:
                return
            if how.kind == "offset":
                following = int(current or 0) + count
            else:
                number = how.first_page if current is None else int(current)
                pages = _dig(page, how.page_count)
                if isinstance(pages, int) and number - how.first_page + 1 >= pages:
                    return
                following = number + 1
        if following not in (None, "", current):
            self.following = {**self.given, how.argument: following}


class Paged(Generic[Item]):
    """What pages of every kind can do. Iterating goes on to the following pages, which are fetched when they are reached."""

    _walk: Any

    def has_next_page(self) -> bool:
        """Whether another page may follow."""
        return self._walk is not None and self._walk.following is not None

    def next_page(self) -> Self | None:
        """Fetch the page that follows, None at the end. Raises what the call itself raises."""
        return cast("Self | None", _fetch(self._walk))

    async def next_page_async(self) -> Self | None:
        """As `next_page`, awaited."""
        return cast("Self | None", await _fetch_async(self._walk))

    def __iter__(self) -> Iterator[Item]:
        return every_item(self)

    async def __aiter__(self) -> AsyncIterator[Item]:
        page: Any = self
        while page is not None:
            for item in _items(page):
                yield item
            page = await _fetch_async(page._walk)


class PagedList(Paged[Item], list[Item]):
    """A page that is an array: a list of its items. `len` and indices are those of this page."""

    _walk: Walk | None = None


def bind(
    client: BaseClient,
    op: Operation[Any],
    given: Mapping[str, Any],
    value: Any,
    response: httpx.Response,
) -> Any:
    """Give a decoded page its place in the walk."""
    how = op.pagination
    if how is None:
        return value
    if is_array(value):
        value = PagedList[Any](value)
    if isinstance(value, Paged):
        given = dict(given)
        previous: Walk | None = given.pop("_previous", None)
        # The pages that follow come as plain results, even when this one was asked for in another form.
        options = dict(given.get("options") or {})
        options.pop("_response", None)
        given["options"] = options
        walk = Walk(client, op, given)
        value._walk = walk  # pyright: ignore[reportPrivateUsage]
        walk.look_ahead(how, cast(Any, value), response, previous)
    return cast(Any, value)


def every_item(page: Any) -> Iterator[Any]:
    """Walk over the items of a page and of those that follow, which are fetched when they are reached."""
    while page is not None:
        yield from _items(page)
        page = _fetch(page._walk)


def _fetch(walk: Walk | None) -> Any:
    if walk is None or walk.following is None:
        return None
    return walk.client.call(walk.op, {**walk.following, "_previous": walk})


async def _fetch_async(walk: Walk | None) -> Any:
    if walk is None or walk.following is None:
        return None
    return await walk.client.call_async(walk.op, {**walk.following, "_previous": walk})


def _absolute(base: httpx.URL, link: Any) -> str:
    """The URL of the next page, empty when there is none. What is no URL is refused by the call that wants the page."""
    try:
        return (
            str(base.join(link)) if isinstance(link, str) and link else str(link or "")
        )
    except (httpx.InvalidURL, ValueError):
        return cast(str, link)


def _items(page: Any) -> list[Any]:
    if is_array(page):
        return page[:]
    how: Pagination | None = page._walk.op.pagination if page._walk else None
    found = _dig(page, how.items) if how is not None else None
    return found if is_array(found) else []


def _dig(value: Any, path: tuple[str, ...]) -> Any:
    """Follow a path of attribute names and keys; None when it leads nowhere or is empty."""
    found: Any = value if path else None
    for name in path:
        if isinstance(found, Mapping):
            found = cast(Any, found).get(name)
        else:
            found = getattr(found, name, None)
    return found
