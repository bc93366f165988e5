"""A client written by hand, as the generator would write it, over the runtime."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from runtime_under_test.client import BaseClient
from runtime_under_test.errors import DeclaredError
from runtime_under_test.events import AsyncStreamCall, EventStream, Stream
from runtime_under_test.models import Model
from runtime_under_test.operation import (
    UNSET,
    Answer,
    Body,
    Operation,
    Resource,
    Scheme,
    path,
    query,
)
from runtime_under_test.responses import raw, raw_async, streaming, streaming_async


class Item(Model):
    id: int
    name: str | None = None


class Problem(Model):
    detail: str


class ProblemError(DeclaredError, model=lambda: Problem):
    data: Problem


class Event(Model):
    event: str
    data: Item


CREATE: Operation[Item] = Operation(
    "create_item",
    "POST",
    "/v1/items",
    body=Body("application/json", lambda: Item, fields=("id", "name")),
    answers={"200": Answer("application/json", lambda: Item)},
    errors={"422": Answer("application/json", lambda: ProblemError)},
)
GET: Operation[Item] = Operation(
    "get_item",
    "GET",
    "/v1/items/{item_id}",
    parameters=(path("item_id"), query("page")),
    answers={"200": Answer("application/json", lambda: Item)},
)
WATCH: Operation[Event] = Operation(
    "watch_items",
    "POST",
    "/v1/items",
    body=Body("application/json", fields=("id", "stream")),
    pinned={"stream": True},
    answers={"200": EventStream("text/event-stream", lambda: Event, envelope="event")},
    errors={"422": Answer("application/json", lambda: ProblemError)},
)


class Items(Resource):
    def create(self, *, id: int, name: Any = UNSET, **options: Any) -> Item:
        return self._client.call(CREATE, locals())

    async def create_async(self, *, id: int, name: Any = UNSET, **options: Any) -> Item:
        return await self._client.call_async(CREATE, locals())

    def get(self, item_id: str, *, page: Any = UNSET, **options: Any) -> Item:
        return self._client.call(GET, locals())

    async def get_async(self, item_id: str, *, page: Any = UNSET, **options: Any) -> Item:
        return await self._client.call_async(GET, locals())

    def watch(self, *, id: int, **options: Any) -> Any:
        return Stream.open(self._client, WATCH, locals())

    def watch_async(self, *, id: int, **options: Any) -> Any:
        return AsyncStreamCall.open(self._client, WATCH, locals())

    @property
    def with_raw_response(self) -> RawItems:
        return RawItems(self)

    @property
    def with_streaming_response(self) -> StreamingItems:
        return StreamingItems(self)


class RawItems:
    def __init__(self, items: Items) -> None:
        self.get = raw(items.get)
        self.get_async = raw_async(items.get_async)
        self.watch = raw(items.watch)
        self.watch_async = raw_async(items.watch_async)


class StreamingItems:
    def __init__(self, items: Items) -> None:
        self.get = streaming(items.get)
        self.get_async = streaming_async(items.get_async)
        self.watch = streaming(items.watch)
        self.watch_async = streaming_async(items.watch_async)


class Sample(BaseClient):
    _package = "sample_client"
    _version = "1.2.3"
    _schemes: ClassVar = {"api_key": Scheme("bearer", env="SAMPLE_API_KEY")}
    _security = (("api_key",),)

    def __init__(self, api_key: str | Callable[[], Any] | None = None, **settings: Any) -> None:
        super().__init__(credentials={"api_key": api_key}, **settings)
        self.items = Items(self)
