"""One description of a call drives both the plain and the `_async` method."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from support.api import KEY, ApiServer

STREAMS = ("start_stream", "append_stream", "restart_stream")


class Driver:
    """Calls `client.beta.<resource>.<method>` of a new client, and gives the result or, of a stream, its events.

    mode: "sync" or "async".
    """

    def __init__(self, package: Any, mode: str) -> None:
        self.package = package
        self.mode = mode

    def __repr__(self) -> str:
        return self.mode

    def __call__(self, server: ApiServer, call: str, *args: Any, **kwargs: Any) -> Any:
        """Call with a client of the server's key and address; `call` is such as `conversations.start`."""
        return self.with_client({"server_url": server.url}, call, *args, **kwargs)

    def with_client(self, options: dict[str, Any], call: str, *args: Any, **kwargs: Any) -> Any:
        """Call with a client of these arguments."""
        options = {"api_key": KEY, **options}
        resource, method = call.split(".")
        if self.mode == "sync":
            with self.package.Mistral(**options) as client:
                result = getattr(getattr(client.beta, resource), method)(*args, **kwargs)
                if method in STREAMS:
                    with result as events:
                        return list(events)
                return result
        return asyncio.run(self._call_async(options, resource, method, args, kwargs))

    async def _call_async(
        self, options: Any, resource: str, method: str, args: Any, kwargs: Any
    ) -> Any:
        async with self.package.Mistral(**options) as client:
            result = getattr(getattr(client.beta, resource), f"{method}_async")(*args, **kwargs)
            if method in STREAMS:
                async with result as events:
                    return [event async for event in events]
            return await result

    def walk(self, server: ApiServer, call: str, *args: Any, **kwargs: Any) -> list[Any]:
        """Every item of a list, over all its pages."""
        resource, method = call.split(".")
        options = {"api_key": KEY, "server_url": server.url}
        if self.mode == "sync":
            with self.package.Mistral(**options) as client:
                return list(getattr(getattr(client.beta, resource), method)(*args, **kwargs))
        return asyncio.run(self._walk_async(options, resource, method, args, kwargs))

    async def _walk_async(
        self, options: Any, resource: str, method: str, args: Any, kwargs: Any
    ) -> list[Any]:
        async with self.package.Mistral(**options) as client:
            page = await getattr(getattr(client.beta, resource), f"{method}_async")(*args, **kwargs)
            return [item async for item in page]


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
