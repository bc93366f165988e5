"""Results that are one page of a list and can be walked over all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from urllib.parse import urljoin

from .operation import UNSET, Calling, Given, Operation, T, T_co, is_array

if TYPE_CHECKING:
    import httpx
    from typing_extensions import Self

    from .client import BaseClient

Item = TypeVar("Item")


@dataclass(eq=False, repr=False)
class Pagination:
    """How the pages of a list follow each other.

    `kind` is `cursor`, `page`, `offset` or `url`; `argument` the method's argument that asks for another page. The rest are
    paths of attribute names (keys, for maps) into the result; `items` is empty when the result itself is the list.
    `link_header` takes the URL from the header `Link` (RFC 8288).
    """

    kind: str
    argument: str = ""
    _: KW_ONLY
    items: tuple[str, ...] = ()
    next_cursor: tuple[str, ...] = ()
    next_url: tuple[str, ...] = ()
    has_more: tuple[str, ...] = ()
    page_count: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    first_page: int = 1
    link_header: bool = False

    def bind(
        self,
        client: BaseClient,
        op: Operation[Any],
        given: Given,
        value: Any,
        response: httpx.Response,
    ) -> Any:
        """Give a decoded page its place in the walk."""
        page: Any = PagedList[Any](value) if is_array(value) else value
        if isinstance(page, Paged):
            arguments = dict(given)
            previous: Walk | None = arguments.pop("_previous", None)
            # The pages that follow come as plain results, even when this one was asked for in another form.
            options = dict(given.get("options") or {})
            options.pop("_response", None)
            walk = Walk(client, op, {**arguments, "options": options})
            page._walk = walk  # pyright: ignore[reportPrivateUsage]
            walk.seen = len(_items(page)) + (previous.seen if previous else 0)
            walk.digest = hash(response.content)
            walk.following = self._following(page, walk, response, previous)
        return cast(Any, page)

    def _following(
        self, page: Any, walk: Walk, response: httpx.Response, previous: Walk | None
    ) -> Mapping[str, Any] | None:
        """The arguments that ask for the next page, None at the end. A server that repeats itself ends the walk."""
        if _dig(page, self.has_more) is False:
            return None
        if self.kind == "url":
            link = _dig(page, self.next_url)
            if self.link_header:
                link = response.links.get("next", {}).get("url")
            options = walk.given["options"]
            url = _absolute(response.url, link)
            if not url or options.get("_url") == url:
                return None
            return {**walk.given, "options": {**options, "_url": url}}
        current: Any = walk.given.get(self.argument)
        current = None if current is UNSET else current
        following: Any = None
        if self.kind == "cursor":
            following = _dig(page, self.next_cursor)
        elif self.total or self.has_more or self.page_count:
            following = self._number(page, walk.seen, current)
        elif not (previous and previous.digest == walk.digest):
            # Nothing but a page that comes again tells a server that does not heed the number.
            following = self._number(page, walk.seen, current)
        if following in (None, "", current):
            return None
        return {**walk.given, self.argument: following}

    def _number(self, page: Any, seen: int, current: Any) -> int | None:
        """The number or offset of the next page, None at the end; `seen` counts items, `current` was asked for."""
        count, total = len(_items(page)), _dig(page, self.total)
        if not count or (isinstance(total, int) and seen >= total):
            return None
        if self.kind == "offset":
            return int(current or 0) + count
        number = self.first_page if current is None else int(current)
        pages = _dig(page, self.page_count)
        last = isinstance(pages, int) and number - self.first_page + 1 >= pages
        return None if last else number + 1


@dataclass(eq=False, repr=False)
class Walk:
    """Where a page stands: how it was asked for, and with which arguments the next one is.

    `seen` counts the items up to its end; `digest` tells a page that comes again.
    """

    client: BaseClient
    op: Operation[Any]
    given: Given
    seen: int = 0
    digest: int = 0
    following: Mapping[str, Any] | None = None

    def __reduce__(self) -> Any:
        # What is kept of a page elsewhere has no client to go on with.
        return type(None), ()

    def __deepcopy__(self, memo: Any) -> Walk:
        return self

    @property
    def call(self) -> tuple[Operation[Any], Mapping[str, Any]]:
        """The call that gives the next page."""
        return self.op, {**(self.following or {}), "_previous": self}


class Paged(Generic[Item]):
    """What pages of every kind can do. Iterating goes on to the following pages, which are fetched when they are reached."""

    _walk: Any

    def has_next_page(self) -> bool:
        """Whether another page may follow."""
        return self._walk is not None and self._walk.following is not None

    def next_page(self) -> Self | None:
        """Fetch the page that follows, None at the end. Raises what the call itself raises."""
        if not self.has_next_page():
            return None
        return cast("Self", self._walk.client.call(*self._walk.call))

    async def next_page_async(self) -> Self | None:
        """As `next_page`, awaited."""
        if not self.has_next_page():
            return None
        return cast("Self", await self._walk.client.call_async(*self._walk.call))

    def __iter__(self) -> Iterator[Item]:
        return every_item(self)

    async def __aiter__(self) -> AsyncIterator[Item]:
        page: Any = self
        while page is not None:
            for item in _items(page):
                yield item
            page = await page.next_page_async()


class PageCall(Calling[T_co]):
    """A list that is asked for: `await` it to get its first page, or walk over the items of all pages by `async for`."""

    @staticmethod
    def open(client: BaseClient, op: Operation[T], given: Given) -> PageCall[T]:
        """Make a call whose answer is a page: `given` holds its arguments."""
        return PageCall[T](client.call_async(op, given), op.name)

    async def __aiter__(self: PageCall[Paged[Item]]) -> AsyncIterator[Item]:
        async for item in await self:
            yield item


class PagedList(Paged[Item], list[Item]):
    """A page that is an array: a list of its items. `len` and indices are those of this page."""

    _walk: Walk | None = None

    def __reduce__(self) -> Any:
        # Without the items of the pages that follow.
        return PagedList, (self[:],), {"_walk": self._walk}


def every_item(page: Any) -> Iterator[Any]:
    """Walk over the items of a page and of those that follow."""
    while page is not None:
        yield from _items(page)
        page = page.next_page()


def _absolute(base: httpx.URL, link: Any) -> str:
    """The URL of the next page, empty when there is none. What is no URL is refused by the call that wants the page."""
    try:
        return urljoin(str(base), str(link)) if link else ""
    except ValueError:
        return str(link)


def _items(page: Any) -> list[Any]:
    if is_array(page):
        return page[:]
    found = _dig(page, page._walk.op.pagination.items) if page._walk else None
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
