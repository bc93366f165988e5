"""A path key's fragment names a variant: it shares the URL, has its own body and answer, and is never sent.

The Paths Object has no fragments (https://spec.openapis.org/oas/v3.1.0.html#paths-object), so a key that differs in its
fragment alone is another entry of it.
"""

from __future__ import annotations

import asyncio
from types import ModuleType
from typing import Any

from support.loopback import Reply, json_reply
from support.sse import write_events

WORDS = [("word", {"text": "Fog"}), ("end", {"text": "."})]


def test_each_variant_sends_its_own_value(client: ModuleType, server: Any) -> None:
    server.reply = lambda request: (
        Reply(200, (("Content-Type", "text/event-stream"),), stream=write_events(WORDS))
        if request.json()["stream"]
        else json_reply({"text": "Fog."})
    )
    with client.Weather(server_url=server.url) as weather:
        assert weather.reports.make(place="Brest").text == "Fog."
        with weather.reports.make_stream(place="Brest") as events:
            got = [(event.event, event.data.text) for event in events]
    assert got == [("word", "Fog"), ("end", ".")]
    assert [request.target for request in server.requests] == ["/reports", "/reports"]
    assert [request.json() for request in server.requests] == [
        {"place": "Brest", "stream": False},
        {"place": "Brest", "stream": True},
    ]
    assert [request.header("Accept") for request in server.requests] == [
        "application/json",
        "text/event-stream",
    ]


def test_async(client: ModuleType, server: Any) -> None:
    server.reply = Reply(
        200, (("Content-Type", "text/event-stream"),), stream=write_events(WORDS, end="\r")
    )

    async def read() -> list[str]:
        async with (
            client.Weather(server_url=server.url) as weather,
            weather.reports.make_stream_async(place="Brest") as events,
        ):
            return [event.data.text async for event in events]

    assert asyncio.run(read()) == ["Fog", "."]


def test_any_fragment_works(client: ModuleType, server: Any) -> None:
    server.reply = json_reply({"text": "Rain."})
    with client.Weather(server_url=server.url) as weather:
        assert weather.reports.by_name("a#b").text == "Rain."
    assert server.last.target == "/reports/a%23b"
