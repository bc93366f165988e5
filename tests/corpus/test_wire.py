"""Requests byte for byte, where the specification says what the bytes are.

The expected lines are written by hand from the tables of styles
(https://spec.openapis.org/oas/v3.2.0.html#style-examples), RFC 6570, RFC 6265 and RFC 7578.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from corpus.calling import member_of
from corpus.conftest import DOCUMENTS
from corpus.packages import Package
from support.loopback import HttpServer, Received, Reply, json_reply

PackageOf = Callable[[Path], Package]


@dataclass(frozen=True)
class Case:
    """A call, and what must be sent. `headers` are those that matter; None for one that must not be there."""

    document: str
    operation: str
    arguments: dict[str, Any]
    line: str
    headers: dict[str, str | None] = field(default_factory=dict[str, str | None])
    body: bytes = b""
    reply: Reply = Reply(204)

    def __str__(self) -> str:
        return f"{self.document}-{self.operation}-{','.join(self.arguments)}"


JSON = {"Content-Type": "application/json"}
BODIES = [
    Case(
        "other_bodies.yaml",
        "put_bytes",
        {"request": b"\x00\xff"},
        "PUT /bytes",
        {"Content-Type": "application/octet-stream", "Content-Length": "2"},
        b"\x00\xff",
        Reply(200, (), b"x"),
    ),
    Case(
        "other_bodies.yaml",
        "put_text",
        {"request": "é"},
        "PUT /text",
        {},
        "é".encode(),
        Reply(200, (("Content-Type", "text/plain; charset=utf-8"),), "ü".encode()),
    ),
    Case(
        "other_bodies.yaml",
        "patch_merge",
        {"name": None},
        "PATCH /merge",
        {"Content-Type": "application/merge-patch+json", "Accept": "application/vnd.patch+json"},
        b'{"name":null}',
        Reply(200, (("Content-Type", "application/vnd.patch+json"),), b"{}"),
    ),
    Case(
        "other_bodies.yaml",
        "post_scalar",
        {"request": None},
        "POST /scalar",
        JSON,
        b"null",
        json_reply(True),
    ),
    Case(
        "other_bodies.yaml", "post_list", {"request": []}, "POST /list", JSON, b"[]", json_reply(0)
    ),
    Case(
        "other_bodies.yaml",
        "post_lines",
        {"request": [{"name": "a"}, {"size": 2}]},
        "POST /lines",
        {"Content-Type": "application/x-ndjson"},
        b'{"name":"a"}\n{"size":2}\n',
    ),
    Case("other_bodies.yaml", "post_optional", {}, "POST /optional", {"Content-Type": None}),
    Case(
        "other_bodies.yaml", "delete_with_body", {"size": 1}, "DELETE /delete", JSON, b'{"size":1}'
    ),
    Case(
        "enums.yaml",
        "put_enums",
        {"numbers": 1},
        "PUT /enums?mode=only",
        JSON,
        b'{"numbers":1,"booleans":true,"constant":"fixed","number_constant":7,"object_constant":{"a":[1]}}',
        json_reply({"numbers": 1, "constant": "fixed"}),
    ),
    Case(
        "newest_32.yaml",
        "query_books",
        {"words": ["a"]},
        "QUERY /books",
        JSON,
        b'{"words":["a"]}',
        json_reply([]),
    ),
    Case("newest_32.yaml", "link_books", {"to": "x/y"}, "LINK /books?to=x%2Fy"),
    Case(
        "swagger2.yaml",
        "listTrees",
        {"kinds": ["a", "b"], "rows": [1, 2], "marks": ["x", "y"]},
        "GET /trees?kinds=a&kinds=b&rows=1,2&marks=x%7Cy",
        {"X-Orchard-Key": "secret-token-1"},
        b"",
        json_reply([]),
    ),
]


@pytest.fixture(params=BODIES, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    return request.param


def method_of(package: Package, client: Any, operation: str) -> Any:
    """The method of an operation, by the name that `inspect` gives it."""
    call = next(e["call"] for e in package.operations if e["operation_id"] == operation)
    return member_of(client, call)


def sent(case: Case, packages: PackageOf) -> Received:
    """Make the call of a case, and give what reached the server."""
    package = packages(DOCUMENTS / case.document)
    with HttpServer(lambda request: case.reply) as server:
        client = package.module.Client(server_url=server.url, retries=None, **package.credentials)
        with client:
            method_of(package, client, case.operation)(**case.arguments)
    return server.last


def test_request_is_what_the_tables_say(case: Case, packages: PackageOf) -> None:
    request = sent(case, packages)
    assert f"{request.method} {request.target}" == case.line
    for name, value in case.headers.items():
        assert request.header(name) == value, name
    if case.body.startswith((b"{", b"[")) and "ndjson" not in (
        case.headers.get("Content-Type") or ""
    ):
        assert request.json() == Received("", "", (), case.body, 0, 0.0).json()
    else:
        assert request.body == case.body


def test_querystring_is_the_whole_query(packages: PackageOf) -> None:
    case = Case(
        "newest_32.yaml",
        "read_shelf",
        {"criteria": {"floor": 2, "words": ["a b", "c"]}, "session": "x"},
        "",
        reply=json_reply({"kind": "map", "note": "n"}),
    )
    request = sent(case, packages)
    assert (
        request.target == "/shelf?floor=2&words=a+b&words=c"
        or request.target == "/shelf?floor=2&words=a%20b&words=c"
    )
    assert request.header("Cookie") == "session=x"


def test_styles_say_nothing_of_parts_in_3_0(packages: PackageOf) -> None:
    arguments: dict[str, Any] = {
        "file": ("a.bin", b"\xff"),
        "files": [b"1"],
        "period": 7,
        "words": ["x", "y"],
        "meta": {"id": 1},
    }
    request = sent(Case("multipart_30.yaml", "upload_styled", arguments, ""), packages)
    found = re.fullmatch("multipart/form-data; boundary=(.+)", request.header("Content-Type") or "")
    assert found
    parts = request.body.split(b"--" + found[1].encode())[1:-1]
    assert [part.replace(b"\r\n", b"|") for part in parts] == [
        b'|Content-Disposition: form-data; name="File"; filename="a.bin"|'
        b"Content-Type: application/octet-stream||\xff|",
        b'|Content-Disposition: form-data; name="Files"; filename="upload"|'
        b"Content-Type: application/octet-stream||1|",
        b'|Content-Disposition: form-data; name="Period"||7|',
        b'|Content-Disposition: form-data; name="Words"||x|',
        b'|Content-Disposition: form-data; name="Words"||y|',
        b'|Content-Disposition: form-data; name="Meta"|Content-Type: application/json||{"id":1}|',
    ]


def test_an_argument_stands_before_a_credential_and_no_key_is_sent_twice(
    packages: PackageOf,
) -> None:
    package = packages(DOCUMENTS / "security.yaml")
    keys = {"header_key": "h", "query_key": "q", "same_key": "q"}
    with (
        HttpServer(lambda request: Reply(204)) as server,
        package.module.Client(server_url=server.url, **keys) as client,
    ):
        call = method_of(package, client, "by_declared")
        call()
        call(x_key="mine", api_key="own")
        plain, own = server.requests
    assert (plain.target, plain.header("X-Key")) == ("/declared?api%20key=q", "h")
    assert (own.target, own.header("X-Key")) == ("/declared?api%20key=own", "mine")


def test_unknown_kind_takes_the_default_mapping(packages: PackageOf) -> None:
    package = packages(DOCUMENTS / "newest_32.yaml")
    reply = json_reply(
        [{"kind": "atlas", "note": "n"}, {"note": "m"}, {"kind": "film", "title": "t"}]
    )
    with (
        HttpServer(lambda request: reply) as server,
        package.module.Client(server_url=server.url) as client,
    ):
        found = method_of(package, client, "query_books")(words=["x"])
    assert [type(item).__name__ for item in found] == ["Unsorted", "Unsorted", "Film"]


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


@pytest.mark.parametrize(
    "method", ["items_by_page", "items_by_offset", "items_by_cursor", "items_by_link", "items_bare"]
)
def test_lists_can_be_walked(packages: PackageOf, method: str) -> None:
    package = packages(DOCUMENTS / "pagination.yaml")
    with HttpServer(pages) as server, package.module.Client(server_url=server.url) as client:
        found = [item.id for item in method_of(package, client, method)()]
    assert found == [1, 2, 3]


SERVERS: list[tuple[dict[str, Any], str, str]] = [
    ({}, "plain", "https://eu.example.com/v1/plain"),
    (
        {"server_variables": {"region": "us", "stage": "v2"}},
        "plain",
        "https://us.example.com/v2/plain",
    ),
    ({"server": 1}, "plain", "https://test.example.com/plain"),
    ({}, "on_path", "https://path.example.com/on-path"),
    ({}, "on_operation", "https://files.example.com/on-path"),
    ({"server_variables": {"name": "other"}}, "on_operation", "https://other.example.com/on-path"),
    ({"server_url": "http://127.0.0.1:9/x/"}, "on_operation", "http://127.0.0.1:9/x/on-path"),
]


@pytest.mark.parametrize(("settings", "method", "url"), SERVERS)
def test_server_is_the_one_meant(
    packages: PackageOf, settings: dict[str, Any], method: str, url: str
) -> None:
    package = packages(DOCUMENTS / "servers.yaml")
    httpx = pytest.importorskip("httpx")
    seen: list[str] = []

    def answer(request: Any) -> Any:
        seen.append(str(request.url))
        return httpx.Response(204)

    with httpx.Client(transport=httpx.MockTransport(answer)) as connection:
        client = package.module.Client(http_client=connection, **settings)
        method_of(package, client, method)()
    assert seen == [url]


def test_wrong_argument_of_the_client_is_an_error(packages: PackageOf) -> None:
    package = packages(DOCUMENTS / "servers.yaml")
    with pytest.raises((TypeError, package.module.errors.ClientError)):
        package.module.Client(server_ulr="http://127.0.0.1:9")
