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


def test_styles_give_parts_in_3_1(packages: PackageOf) -> None:
    colours = {"r": 1, "g": 2}
    arguments: dict[str, Any] = {
        "many": ["x y", "z"],
        "joined": ["x y", "z"],
        "piped": ["x y", "z"],
        "spread": colours,
        "deep": colours,
    }
    request = sent(Case("multipart_styles.yaml", "upload_styled", arguments, ""), packages)
    found = re.fullmatch("multipart/form-data; boundary=(.+)", request.header("Content-Type") or "")
    assert found
    parts = request.body.split(b"--" + found[1].encode())[1:-1]
    assert [part.replace(b"\r\n", b"|").decode() for part in parts] == [
        f'|Content-Disposition: form-data; name="{name}"||{text}|'
        for name, text in (
            ("many", "x y"),
            ("many", "z"),
            ("joined", "x y,z"),
            ("piped", "x y|z"),
            ("r", "1"),
            ("g", "2"),
            ("deep[r]", "1"),
            ("deep[g]", "2"),
        )
    ]


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
