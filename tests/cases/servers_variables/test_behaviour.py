"""Servers of the document, of a path and of an operation, with variables; one that is given goes before all.

Server Object: https://spec.openapis.org/oas/v3.1.1.html#server-object
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import httpx
import pytest
from support.loopback import Reply

CALLS: list[tuple[dict[str, Any], str, str]] = [
    ({}, "plain", "https://eu.example.com/v1/plain"),
    (
        {"server_variables": {"region": "us", "stage": "v2"}},
        "plain",
        "https://us.example.com/v2/plain",
    ),
    ({"server": 1}, "plain", "https://test.example.com/plain"),
    ({}, "on_path", "https://path.example.com/special"),
    ({}, "on_operation", "https://files.example.com/special"),
    ({"server_variables": {"name": "other"}}, "on_operation", "https://other.example.com/special"),
    ({"server_url": "http://127.0.0.1:9/x/"}, "on_operation", "http://127.0.0.1:9/x/special"),
]


@pytest.mark.parametrize(("settings", "method", "url"), CALLS)
def test_server_is_the_one_meant(
    client: ModuleType, settings: dict[str, Any], method: str, url: str
) -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(204)

    with httpx.Client(transport=httpx.MockTransport(answer)) as connection:
        getattr(client.Client(http_client=connection, **settings).calls, method)()
    assert seen == [url]


def test_a_server_for_one_call(client: ModuleType, server: Any) -> None:
    server.reply = Reply(204)
    with client.Client() as api:
        api.calls.plain(server_url=server.url)
    assert server.last.target == "/plain"


@pytest.mark.parametrize(
    "settings", [{"server": 5}, {"server_variables": {"region": "mars"}}, {"server_ulr": "x"}]
)
def test_a_server_that_is_not_there_is_refused(client: ModuleType, settings: Any) -> None:
    with pytest.raises((TypeError, ValueError, client.errors.ClientError)):
        client.Client(**settings).calls.plain()
