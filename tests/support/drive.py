"""One description of a call drives both the plain and the `_async` method."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from support import spec
from support.api import KEY, ApiServer

STREAMS = ("start_stream", "append_stream", "restart_stream")


RENAMED = {"get_history": "history", "get_messages": "messages"}
"""Names that an overlay gives, with what the operationId ends in."""


class Driver:
    """Calls `client.beta.<resource>.<method>` of a new client, and gives the result or, of a stream, its events.

    mode: "sync" or "async". Tests name methods as the default style has them; drivers of other styles translate.
    """

    chooses_by_stream = False
    """Whether the value of `stream` says which operation is called."""
    takes_fields = True
    """Whether properties of a body are arguments."""

    def __init__(self, package: Any, mode: str) -> None:
        self.package = package
        self.mode = mode

    def __repr__(self) -> str:
        return self.mode

    def client(self, options: dict[str, Any]) -> Any:
        """A new client."""
        return self.package.Mistral(**options)

    def start(self, client: Any, call: str, args: Any, kwargs: Any) -> Any:
        """Begin a call: what the method gives, not awaited and not entered."""
        resource, method = call.split(".")
        suffix = "_async" if self.mode == "async" else ""
        return getattr(getattr(client.beta, resource), f"{method}{suffix}")(*args, **kwargs)

    def __call__(self, server: ApiServer, call: str, *args: Any, **kwargs: Any) -> Any:
        """Call with a client of the server's key and address; `call` is such as `conversations.start`."""
        return self.with_client({"server_url": server.url}, call, *args, **kwargs)

    def with_client(self, options: dict[str, Any], call: str, *args: Any, **kwargs: Any) -> Any:
        """Call with a client of these arguments."""
        options = {"api_key": KEY, **options}
        if self.mode == "sync":
            with self.client(options) as client:
                result = self.start(client, call, args, kwargs)
                if is_stream(call):
                    with result as events:
                        return list(events)
                return result
        return asyncio.run(self._call_async(options, call, args, kwargs))

    async def _call_async(self, options: Any, call: str, args: Any, kwargs: Any) -> Any:
        async with self.client(options) as client:
            result = self.start(client, call, args, kwargs)
            if is_stream(call):
                async with result as events:
                    return [event async for event in events]
            return await result

    def walk(self, server: ApiServer, call: str, *args: Any, **kwargs: Any) -> list[Any]:
        """Every item of a list, over all its pages."""
        options = {"api_key": KEY, "server_url": server.url}
        if self.mode == "sync":
            with self.client(options) as client:
                return list(self.start(client, call, args, kwargs))
        return asyncio.run(self._walk_async(options, call, args, kwargs))

    async def _walk_async(self, options: Any, call: str, args: Any, kwargs: Any) -> list[Any]:
        async with self.client(options) as client:
            page = await self.start(client, call, args, kwargs)
            return [item async for item in page]


class ClassDriver(Driver):
    """The style with a class of its own for asynchronous calls, and `stream=True` for streams."""

    chooses_by_stream = True

    def client(self, options: dict[str, Any]) -> Any:
        kind = self.package.AsyncMistral if self.mode == "async" else self.package.Mistral
        return kind(**options)

    def start(self, client: Any, call: str, args: Any, kwargs: Any) -> Any:
        resource, method = call.split(".")
        if is_stream(call):
            method, kwargs = method.removesuffix("_stream"), {"stream": True, **kwargs}
        return getattr(getattr(client.beta, resource), method)(*args, **kwargs)


class FlatDriver(Driver):
    """The style with a class per tag, methods named by operationId, and each body as one argument."""

    takes_fields = False

    def start(self, client: Any, call: str, args: Any, kwargs: Any) -> Any:
        resource, method = call.split(".")
        name = f"agents_api_v1_{resource}_{RENAMED.get(method, method)}"
        operation = spec.operations()[name]
        given = {key: value for key, value in kwargs.items() if value is not self.package.UNSET}
        if operation.body_schema is not None and "request" not in given:
            apart = {item["name"] for item in operation.parameters} | CALL_OPTIONS
            body = {key: given.pop(key) for key in list(given) if key not in apart}
            given["request"] = body
        suffix = "_async" if self.mode == "async" else ""
        return getattr(getattr(client, f"beta_{resource}"), f"{name}{suffix}")(*args, **given)


CALL_OPTIONS = frozenset(
    {
        *("retries", "server_url", "timeout_ms", "http_headers"),
        *("extra_query", "extra_body", "idempotency_key"),
    }
)

DRIVERS: dict[str, type[Driver]] = {
    "mistral": Driver,
    "mistral-httpx2": Driver,
    "mistral-msgspec": Driver,
    "mistral-dataclasses": Driver,
    "mistral-async": ClassDriver,
    "mistral-flat": FlatDriver,
}
"""How a test calls each flavour that has the operations of the document."""


def is_stream(call: str) -> bool:
    """Whether a method, as the default style names it, gives a stream."""
    return call.split(".")[1] in STREAMS


def raises_before_sending(
    server: ApiServer, run: Callable[[], Any], problem: type[BaseException]
) -> BaseException:
    """Run what must raise, and make sure that nothing reached the server."""
    before = len(server.requests)
    try:
        run()
    except problem as raised:
        assert len(server.requests) == before, "the request was sent all the same"
        return raised
    raise AssertionError(f"nothing was raised, {len(server.requests) - before} requests were sent")
