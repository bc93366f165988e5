"""Lists that are walked over all their pages."""

from __future__ import annotations

import asyncio
import gc
import warnings
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from runtime_under_test.models import Model
from runtime_under_test.operation import Answer, Operation, query
from runtime_under_test.pages import Page
from runtime_under_test.paging import PageCall, PagedList, Pagination
from unit.runtime.loopback import Loopback, Received, Reply, reply_json
from unit.runtime.sample_client import Item, Sample

ALL = [{"id": number} for number in range(1, 8)]


class ItemList(Model):
    data: list[Item]
    next_token: str | None = None
    next_url: str | None = None
    has_more: bool | None = None
    total: int | None = None


class ItemListPages(Page[Item], ItemList):
    """As the generator writes it: the declared type, to be walked."""


def query_of(received: Received) -> dict[str, str]:
    return {k: v[0] for k, v in parse_qs(urlsplit(received.target).query).items()}


def operation(pagination: Pagination, type_: Any = ItemListPages) -> Operation[Any]:
    return Operation(
        "list",
        "GET",
        "/items",
        parameters=(query("cursor"), query("page"), query("offset"), query("size")),
        answers={"200": Answer("application/json", lambda: type_)},
        pagination=pagination,
    )


def walk(client: Sample, op: Operation[Any], asynchronous: bool, **given: Any) -> list[int]:
    if not asynchronous:
        return [item.id for item in client.call(op, given)]

    async def run() -> list[int]:
        async with client:
            page = await client.call_async(op, given)
            return [item.id async for item in page]

    return asyncio.run(run())


def by_page(received: Received) -> Reply:
    page = int(query_of(received).get("page", 1))
    return reply_json(ALL[(page - 1) * 3 : page * 3])


def by_offset(received: Received) -> Reply:
    offset = int(query_of(received).get("offset", 0))
    return reply_json({"data": ALL[offset : offset + 3], "total": 7})


def by_cursor(received: Received) -> Reply:
    start = int(query_of(received).get("cursor", "0"))
    following = str(start + 3) if start + 3 < len(ALL) else None
    return reply_json({"data": ALL[start : start + 3], "next_token": following})


@pytest.mark.parametrize("asynchronous", [False, True])
class TestWalk:
    def test_pages_that_are_alike_where_the_total_says_that_there_are_more(
        self, server: Loopback, client: Sample, asynchronous: bool
    ) -> None:
        server.replies = [reply_json({"data": ALL[:2], "total": 6})]
        pages = Pagination("page", "page", items=("data",), total=("total",))
        assert walk(client, operation(pages), asynchronous) == [1, 2, 1, 2, 1, 2]

    def test_arrays_by_page(self, server: Loopback, client: Sample, asynchronous: bool) -> None:
        server.answer = by_page
        op = operation(Pagination("page", "page"), list[Item])
        assert walk(client, op, asynchronous, size=3) == [1, 2, 3, 4, 5, 6, 7]
        assert [query_of(r) for r in server.received] == [
            {"size": "3"},
            {"page": "2", "size": "3"},
            {"page": "3", "size": "3"},
            {"page": "4", "size": "3"},
        ]

    def test_objects_by_offset(self, server: Loopback, client: Sample, asynchronous: bool) -> None:
        server.answer = by_offset
        op = operation(Pagination("offset", "offset", items=("data",), total=("total",)))
        assert walk(client, op, asynchronous) == [1, 2, 3, 4, 5, 6, 7]
        assert len(server.received) == 3

    def test_objects_by_cursor(self, server: Loopback, client: Sample, asynchronous: bool) -> None:
        server.answer = by_cursor
        op = operation(Pagination("cursor", "cursor", items=("data",), next_cursor=("next_token",)))
        assert walk(client, op, asynchronous, cursor="3") == [4, 5, 6, 7]

    def test_by_url(self, server: Loopback, client: Sample, asynchronous: bool) -> None:
        server.replies = [
            reply_json({"data": ALL[:2], "next_url": "/items/next?x=1"}),
            reply_json({"data": ALL[2:3]}),
        ]
        op = operation(Pagination("url", items=("data",), next_url=("next_url",)))
        assert walk(client, op, asynchronous, size=2) == [1, 2, 3]
        assert server.last.target == "/items/next?x=1"
        assert server.last.header("authorization")


def test_a_list_that_is_asked_for(server: Loopback, client: Sample) -> None:
    """Is awaited for its first page, also as a task, or walked over at once; it is asked for when that begins."""
    server.answer = by_cursor
    op = operation(Pagination("cursor", "cursor", items=("data",), next_cursor=("next_token",)))

    async def run() -> None:
        async with client:
            assert [i.id async for i in PageCall.open(client, op, {})] == [1, 2, 3, 4, 5, 6, 7]
            page = await PageCall.open(client, op, {"cursor": "3"})
            assert [item.id for item in page.data] == [4, 5, 6]
            task = asyncio.create_task(PageCall.open(client, op, {"cursor": "6"}))
            assert [item.id for item in (await task).data] == [7]
            seen = len(server.received)
            PageCall.open(client, op, {}).close()
            assert len(server.received) == seen

    asyncio.run(run())


def test_the_result_is_the_declared_type(server: Loopback, client: Sample) -> None:
    server.answer = by_cursor
    op = operation(Pagination("cursor", "cursor", items=("data",), next_cursor=("next_token",)))
    page = client.call(op, {})
    assert isinstance(page, ItemList) and page.next_token == "3" and len(page.data) == 3
    assert page.model_dump() == {"data": ALL[:3], "next_token": "3"}
    assert page.has_next_page()
    second = page.next_page()
    assert [item.id for item in second.data] == [4, 5, 6]
    assert second.next_page().next_page() is None


def test_a_list_stays_a_list(server: Loopback, client: Sample) -> None:
    server.answer = by_page
    page = client.call(operation(Pagination("page", "page"), list[Item]), {})
    assert isinstance(page, list) and isinstance(page, PagedList)
    assert len(page) == 3 and page[0].id == 1
    assert [item.id for item in list(page)] == [1, 2, 3, 4, 5, 6, 7]


def test_links_in_headers_go_to_other_origins_without_credentials(
    server: Loopback, client: Sample
) -> None:
    with Loopback() as other:
        link = {"Link": f'<{other.url}/more?p=2>; rel="next"'}
        server.replies = [Reply(200, b'[{"id": 1}]', link)]
        other.replies = [reply_json([{"id": 2}])]
        op = operation(Pagination("url", link_header=True), list[Item])
        assert walk(client, op, False) == [1, 2]
        assert other.last.target == "/more?p=2" and other.last.header("authorization") is None


def test_a_server_that_repeats_itself_ends_the_walk(server: Loopback, client: Sample) -> None:
    server.replies = [reply_json([{"id": 1}])]
    assert walk(client, operation(Pagination("page", "page"), list[Item]), False) == [1, 1]
    server.replies = [reply_json({"data": [{"id": 1}], "next_token": "a"})]
    op = operation(Pagination("cursor", "cursor", items=("data",), next_cursor=("next_token",)))
    assert walk(client, op, False) == [1, 1]
    server.replies = [reply_json({"data": [{"id": 1}], "has_more": False, "next_token": "b"})]
    op = operation(
        Pagination(
            "cursor", "cursor", items=("data",), next_cursor=("next_token",), has_more=("has_more",)
        )
    )
    assert walk(client, op, False) == [1]


def test_a_raw_page_can_be_walked(server: Loopback, client: Sample) -> None:
    server.answer = by_page
    op = operation(Pagination("page", "page"), list[Item])
    found: Any = client.call(op, {"options": {"_response": "raw", "http_headers": {"X-A": "1"}}})
    assert [item.id for item in found.parse()] == [1, 2, 3, 4, 5, 6, 7]
    assert server.last.header("x-a") == "1"


def test_a_model_is_shown_with_its_name_and_what_was_given() -> None:
    item = ItemList(data=[], total=3)
    assert str(item) == repr(item) == f"{item}" == "ItemList(data=[], total=3)"


def test_a_list_that_nobody_awaits_is_named(client: Sample) -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        PageCall.open(client, operation(Pagination("page", "page")), {})
        gc.collect()
    assert ["coroutine 'list' was never awaited" in str(each.message) for each in told] == [True]
