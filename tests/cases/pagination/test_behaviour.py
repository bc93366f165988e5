"""Pages by number, offset, cursor and link, inputs in the query and in the body: the result is one page, and walks on.

What a page is made of: `x-clientwright-pagination`, which no version of OpenAPI has a field for.
"""

from __future__ import annotations

import asyncio
from types import ModuleType
from typing import Any

import pytest
from support.loopback import Received, Reply, json_reply

METHODS = ["by_page", "by_offset", "by_cursor", "by_link", "bare"]


def pages(request: Received) -> Reply:
    """Three items in two pages, however they are asked for."""
    asked = dict(request.query)
    later = asked.get("page") == "2" or asked.get("offset") == "2" or "token" in asked
    later = later or (bool(request.body) and request.json().get("cursor") == "c2")
    done = asked.get("page") == "3" or asked.get("offset") == "3"
    items: list[Any] = [] if done else [{"id": 3}] if later else [{"id": 1}, {"id": 2}]
    if request.path == "/bare":
        return json_reply(items)
    following = (
        {"cursor": None, "url": None} if later else {"cursor": "c2", "url": "/by-link?token=2"}
    )
    return json_reply({"data": items, "pages": 2, "next": following})


@pytest.mark.parametrize("name", METHODS)
def test_items_of_all_pages(api: Any, server: Any, name: str) -> None:
    server.reply = pages
    assert [item.id for item in getattr(api.items, name)()] == [1, 2, 3]


@pytest.mark.parametrize("name", METHODS)
def test_items_of_all_pages_asynchronously(client: ModuleType, server: Any, name: str) -> None:
    server.reply = pages

    async def walk() -> list[int]:
        async with client.Client(server_url=server.url) as api:
            page = await getattr(api.items, f"{name}_async")()
            return [item.id async for item in page]

    assert asyncio.run(walk()) == [1, 2, 3]


def test_the_result_is_one_page(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = pages
    page = api.items.by_page()
    assert isinstance(page, client.models.Page)
    assert [item.id for item in page.data] == [1, 2]
    assert len(server.requests) == 1
    following = page.next_page()
    assert [item.id for item in following.data] == [3]
    assert following.next_page() is None


def test_the_other_arguments_stay(api: Any, server: Any) -> None:
    server.reply = pages
    list(api.items.by_cursor(size=2))
    assert [request.json() for request in server.requests] == [
        {"size": 2},
        {"size": 2, "cursor": "c2"},
    ]


def test_an_answer_that_is_no_page_comes_as_it_is(api: Any, server: Any) -> None:
    server.reply = json_reply("none today")
    assert api.items.either() == "none today"
    server.reply = pages
    assert [item.id for item in api.items.either().data] == [1, 2]
    assert len(server.requests) == 2
