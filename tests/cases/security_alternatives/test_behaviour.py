"""Security schemes: each where it belongs, alternatives by what is given, combinations together, none where none is asked.

Security Requirement Object: https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import Reply

ALL: dict[str, Any] = {
    "bearer_token": "t",
    "basic_auth": ("ada", "pass:word"),
    "header_key": "h",
    "query_key": "q",
    "cookie_key": "c",
    "open_id": "o",
    "hoba": "x=1",
}
BASIC = "Basic YWRhOnBhc3M6d29yZA=="
CALLS: list[tuple[str, dict[str, Any], dict[str, str | None], list[tuple[str, str]]]] = [
    ("default", {}, {"Authorization": "Bearer t", "X-Key": None, "Cookie": None}, []),
    ("none", {}, {"Authorization": None, "X-Key": None, "Cookie": None}, []),
    ("basic", {}, {"Authorization": BASIC}, []),
    ("header", {}, {"X-Key": "h", "Authorization": None}, []),
    ("query", {"a": 1}, {"Authorization": None}, [("a", "1"), ("api key", "q")]),
    ("cookie", {"b": 1}, {"Cookie": "b=1; SID=c"}, []),
    ("both", {}, {"X-Key": "h"}, [("api key", "q")]),
    ("either", {}, {"Authorization": BASIC, "X-Key": None}, []),
    ("mixed", {}, {"Authorization": "Bearer t", "Cookie": "SID=c"}, []),
    ("openid", {}, {"Authorization": "Bearer o"}, []),
    ("tls", {}, {"Authorization": None}, []),
    ("hoba", {}, {"Authorization": "hoba x=1"}, []),
]


@pytest.mark.parametrize(("method", "arguments", "headers", "query"), CALLS)
def test_each_goes_where_it_belongs(
    client: ModuleType, server: Any, method: str, arguments: Any, headers: Any, query: Any
) -> None:
    server.reply = Reply(204)
    with client.Client(server_url=server.url, **ALL) as api:
        getattr(api.doors, method)(**arguments)
    assert {name: server.last.header(name) for name in headers} == headers
    assert server.last.query == query


@pytest.mark.parametrize(
    ("given", "method", "sent"),
    [
        ({"header_key": "h"}, "either", {"X-Key": "h", "Authorization": None}),
        ({"query_key": "q"}, "mixed", {"Authorization": None, "Cookie": None}),
        ({}, "optional", {"Authorization": None}),
        ({"bearer_token": "t"}, "optional", {"Authorization": "Bearer t"}),
    ],
)
def test_the_alternative_that_is_there_is_taken(
    client: ModuleType, server: Any, given: Any, method: str, sent: Any
) -> None:
    server.reply = Reply(204)
    with client.Client(server_url=server.url, **given) as api:
        getattr(api.doors, method)()
    assert {name: server.last.header(name) for name in sent} == sent


def test_a_function_gives_a_fresh_value(client: ModuleType, server: Any) -> None:
    server.reply = Reply(204)
    values = iter(["one", "two"])
    with client.Client(server_url=server.url, bearer_token=lambda: next(values)) as api:
        api.doors.default()
        api.doors.default()
    sent = [request.header("Authorization") for request in server.requests]
    assert sent == ["Bearer one", "Bearer two"]


def test_a_certificate_is_the_connection_s(client: ModuleType) -> None:
    """Mutual TLS is set up in one's own `http_client`."""
    with pytest.raises(TypeError, match="mutual"):
        client.Client(mutual="certificate")


def test_no_secret_is_shown(client: ModuleType, server: Any) -> None:
    server.reply = Reply(401)
    with client.Client(
        server_url=server.url, retries=None, **{**ALL, "query_key": "s3cret"}
    ) as api:
        with pytest.raises(client.errors.ClientError) as raised:
            api.doors.query()
        assert "s3cret" not in f"{api!r} {raised.value} {raised.value!r}"
