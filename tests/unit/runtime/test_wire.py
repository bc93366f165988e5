"""Parameters and bodies on the wire, checked against the tables of the OpenAPI specification."""

from __future__ import annotations

import asyncio
import datetime
import enum
import io
import uuid
from decimal import Decimal
from email.parser import BytesParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime_under_test import operation as wire
from runtime_under_test import styles
from runtime_under_test.bodies import (
    BinaryBody,
    FormBody,
    LinesBody,
    MultipartBody,
    Part,
    TextBody,
)
from runtime_under_test.client import BaseClient
from runtime_under_test.errors import ArgumentError
from runtime_under_test.operation import (
    UNSET,
    Answer,
    Body,
    Operation,
    cookie,
    header,
    path,
    query,
)
from unit.runtime.loopback import Loopback, Received, reply_json

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


def send(server: Loopback, op: Operation[Any], /, **given: Any) -> Received:
    server.replies = [reply_json({})]
    with BaseClient(server_url=server.url) as client:
        client.call(op, given)
    return server.last


def operation(*parameters: Any, template: str = "/x", **settings: Any) -> Operation[Any]:
    method = "POST" if settings else "GET"
    return Operation(
        "op",
        method,
        template,
        parameters=parameters,
        answers={"200": Answer("application/json")},
        **settings,
    )


@pytest.mark.parametrize(
    ("style", "explode", "value", "wanted"),
    [
        ("simple", False, "blue", "/blue"),
        ("simple", False, ARRAY, "/blue,black,brown"),
        ("simple", False, OBJECT, "/R,100,G,200,B,150"),
        ("simple", True, OBJECT, "/R=100,G=200,B=150"),
        ("label", False, "", "/."),
        ("label", False, "blue", "/.blue"),
        ("label", False, ARRAY, "/.blue,black,brown"),
        ("label", True, ARRAY, "/.blue.black.brown"),
        ("label", False, OBJECT, "/.R,100,G,200,B,150"),
        ("label", True, OBJECT, "/.R=100.G=200.B=150"),
        ("matrix", False, "", "/;color"),
        ("matrix", False, "blue", "/;color=blue"),
        ("matrix", False, ARRAY, "/;color=blue,black,brown"),
        ("matrix", True, ARRAY, "/;color=blue;color=black;color=brown"),
        ("matrix", False, OBJECT, "/;color=R,100,G,200,B,150"),
        ("matrix", True, OBJECT, "/;R=100;G=200;B=150"),
        ("simple", False, "a/b?c#d%e f..\\ü", "/a%2Fb%3Fc%23d%25e%20f..%5C%C3%BC"),
        ("simple", False, ["a,b", "c"], "/a%2Cb,c"),
        ("simple", False, "..x", "/..x"),
        ("simple", False, True, "/true"),
        ("simple", False, 1e21, "/1000000000000000000000"),
        ("simple", False, 1e-7, "/0.0000001"),
        ("simple", False, 2.5, "/2.5"),
    ],
)
def test_path(server: Loopback, style: str, explode: bool, value: Any, wanted: str) -> None:
    write = {"label": styles.label, "matrix": styles.matrix}.get(style)
    op = operation(path("color", write=write, explode=explode), template="/{color}")
    if wanted == "/.":
        with pytest.raises(ArgumentError):
            send(server, op, color=value)
    else:
        assert send(server, op, color=value).target == wanted


@pytest.mark.parametrize("value", ["", ".", "..", None, [], {}, float("nan"), "\ud800"])
def test_path_values_that_would_leave_their_segment(server: Loopback, value: Any) -> None:
    with pytest.raises(ArgumentError):
        send(server, operation(path("a"), template="/v1/{a}/b"), a=value)
    assert not server.received


def test_a_path_value_that_is_always_empty(server: Loopback) -> None:
    op = operation(path("a", constant=""), template="/v1/{a}/b")
    assert send(server, op).target == "/v1//b"


def test_dots_that_two_parameters_make_together(server: Loopback) -> None:
    op = operation(path("a"), path("b", allow_reserved=True), template="/v1/{a}{b}")
    with pytest.raises(ArgumentError):
        send(server, op, a=".", b="%2e")
    assert send(server, op, a=".", b="a/b?c#d").target == "/v1/.a%2Fb%3Fc%23d"


def test_a_query_within_the_path_of_the_document(server: Loopback) -> None:
    op = operation(query("level"), path("kind"), template="/a b?mode=fast&acl&kind={kind}&c=d e")
    fixed = "/a%20b?mode=fast&acl&kind=x%26y%2F&c=d%20e"
    assert send(server, op, kind="x&y/").target == fixed
    assert send(server, op, kind="x&y/", level=3).target == f"{fixed}&level=3"
    more = {"extra_query": {"d": 1}}
    assert send(server, operation(template="/a?b=c"), options=more).target == "/a?b=c&d=1"


@given(st.text(min_size=1).filter(lambda t: t not in (".", "..")))
def test_path_values_come_back_whole(value: str) -> None:
    parameter = path("a")
    try:
        text = wire.simple(parameter, value)
    except ValueError:
        assert any("\ud800" <= char <= "\udfff" for char in value)
        return
    assert unquote(text, errors="strict") == value
    assert not set(text) & set("/?#%\\ ") - {"%"}


@pytest.mark.parametrize(
    ("style", "explode", "value", "wanted"),
    [
        ("form", None, "", "color="),
        ("form", None, "a b&c=d+e", "color=a%20b%26c%3Dd%2Be"),
        ("form", None, ARRAY, "color=blue&color=black&color=brown"),
        ("form", False, ARRAY, "color=blue,black,brown"),
        ("form", False, OBJECT, "color=R,100,G,200,B,150"),
        ("form", None, OBJECT, "R=100&G=200&B=150"),
        ("form", None, [], ""),
        ("form", None, None, ""),
        ("form", None, False, "color=false"),
        ("form", None, ["a", None, "b"], "color=a&color=b"),
        ("spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
        ("spaceDelimited", False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
        ("spaceDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
        ("pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
        ("pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
        ("deepObject", True, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        (
            "deepObject",
            True,
            {"a": {"b": [1, 2]}, "c": None},
            "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2",
        ),
        ("deepObject", True, [{"a": 1}, "x"], "color%5B0%5D%5Ba%5D=1&color%5B1%5D=x"),
    ],
)
def test_query(server: Loopback, style: str, explode: bool | None, value: Any, wanted: str) -> None:
    written = {
        "spaceDelimited": styles.space_delimited,
        "pipeDelimited": styles.pipe_delimited,
        "deepObject": styles.deep_object,
    }
    op = operation(query("color", write=written.get(style), explode=explode))
    assert send(server, op, color=value).target == ("/x?" + wanted if wanted else "/x")


def test_query_reserved_and_empty_and_json(server: Loopback) -> None:
    op = operation(
        query("url", allow_reserved=True),
        query("none", allow_empty=True),
        query("filter", json=True),
        query("expand[]", argument="expand"),
        query("fixed", constant="v1"),
    )
    received = send(
        server, op, url="http://a/%20?b=c#d e%", none=[], filter={"a": ["ü", None]}, expand=["x"]
    )
    assert received.target == (
        "/x?url=http://a/%20?b=c%23d%20e%25&none=&filter=%7B%22a%22%3A%5B%22%C3%BC%22%2Cnull%5D%7D"
        "&expand%5B%5D=x&fixed=v1"
    )
    with pytest.raises(ArgumentError, match="fixed"):
        send(server, op, fixed="v2")


@given(st.text(), st.booleans())
def test_query_values_come_back_whole(value: str, explode: bool) -> None:
    try:
        pair = wire.form(query("näme", explode=explode), value)[0]
    except ValueError:
        return
    assert parse_qsl(pair, keep_blank_values=True, errors="strict") == [("näme", value)]


def test_whole_query_strings(server: Loopback) -> None:
    assert (
        send(
            server, operation(query("q", write=styles.whole_query)), q={"a": "b c", "d": [1, 2]}
        ).target
        == "/x?a=b%20c&d=1&d=2"
    )
    assert (
        send(server, operation(query("q", write=styles.whole_query, json=True)), q={"a": 1}).target
        == "/x?%7B%22a%22%3A1%7D"
    )


class Colour(enum.Enum):
    RED = "red"


def test_values_of_python(server: Loopback) -> None:
    moment = datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.UTC)
    identifier = uuid.UUID(int=5)
    op = operation(query("a"), query("b"), query("c"), query("d"), query("e"))
    received = send(server, op, a=moment, b=identifier, c=Colour.RED, d=Decimal("1.50"), e=UNSET)
    assert parse_qsl(received.target[3:]) == [
        ("a", "2024-05-06T07:08:09Z"),
        ("b", str(identifier)),
        ("c", "red"),
        ("d", "1.50"),
    ]


@pytest.mark.parametrize(
    ("explode", "value", "wanted"),
    [
        (False, "blue", "blue"),
        (False, ARRAY, "blue,black,brown"),
        (False, OBJECT, "R,100,G,200,B,150"),
        (True, OBJECT, "R=100,G=200,B=150"),
        (False, 5, "5"),
        (False, " a\tb ", "a\tb"),
    ],
)
def test_headers(server: Loopback, explode: bool, value: Any, wanted: str) -> None:
    received = send(server, operation(header("X-Color", argument="c", explode=explode)), c=value)
    assert received.header("x-color") == wanted


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0b"])
def test_headers_without_line_breaks(server: Loopback, value: str) -> None:
    with pytest.raises(ArgumentError):
        send(server, operation(header("X-Color", argument="c")), c=value)
    with pytest.raises(ArgumentError):
        send(server, operation(), options={"http_headers": {"X-Color": value}})
    with pytest.raises(ArgumentError):
        send(server, operation(), options={"http_headers": {value: "X-Color"}})
    assert not server.received


def test_cookies(server: Loopback) -> None:
    op = operation(
        cookie("a"), cookie("b", write=styles.plain_cookie), cookie("c", explode=False), cookie("d")
    )
    received = send(server, op, a="x y;z", b="x y", c=ARRAY, d=[1, 2])
    assert received.header("cookie") == "a=x%20y%3Bz; b=x y; c=blue,black,brown; d=1; d=2"


@pytest.mark.parametrize("value", ["x; evil=1", "x\r\nX-Evil: 1", "x\ny", "x\0"])
def test_cookies_stay_one_cookie(server: Loopback, value: str) -> None:
    op = operation(cookie("b", write=styles.plain_cookie))
    for wrong in (value, [value], {"k": value}, {value: "v"}):
        with pytest.raises(ArgumentError):
            send(server, op, b=wrong)
    assert not server.received
    encoded = send(server, operation(cookie("b")), b=value).header("cookie")
    assert encoded is not None and unquote(encoded) == f"b={value}" and ";" not in encoded


def test_form_bodies(server: Loopback) -> None:
    body = FormBody(
        "application/x-www-form-urlencoded",
        fields=("name", "tags", "deep", "meta", "plain", "none"),
        parts=(
            Part("tags", "style", write=styles.pipe_delimited, explode=False),
            Part("deep", "style", write=styles.deep_object),
            Part("meta", "json"),
            Part("kind", constant="v1"),
        ),
    )
    received = send(
        server,
        operation(body=body),
        name="a b&ü",
        tags=["x", "y"],
        deep={"a": {"b": 1}},
        meta={"k": [1]},
        plain=[1, 2],
        none=None,
        options={"extra_body": {"more": True}},
    )
    assert received.header("content-type") == "application/x-www-form-urlencoded"
    assert parse_qsl(received.body.decode()) == [
        ("name", "a b&ü"),
        ("tags", "x|y"),
        ("deep[a][b]", "1"),
        ("meta", '{"k":[1]}'),
        ("plain", "1"),
        ("plain", "2"),
        ("more", "true"),
        ("kind", "v1"),
    ]


MULTIPART = MultipartBody(
    "multipart/form-data",
    fields=("purpose", "file", "files", "meta", "note"),
    parts=(
        Part("purpose"),
        Part("file", "file"),
        Part("files", "file", many=True, media_type="image/png"),
        Part("meta", "json", media_type="application/json", headers={"X-Part": "1"}),
        Part("note", media_type="text/markdown"),
    ),
)


def parts_of(received: Received) -> list[tuple[str | None, str | None, str, bytes, str | None]]:
    content_type = received.header("content-type") or ""
    message = BytesParser().parsebytes(
        b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + received.body
    )
    found = []
    for part in message.walk():
        if part.is_multipart():
            continue
        name = part.get_param("name", header="content-disposition")
        kind = part["content-type"] or ""
        payload: Any = part.get_payload(decode=True)
        found.append((name, part.get_filename(), kind, payload, part["x-part"]))
    return found


@pytest.mark.parametrize("asynchronous", [False, True])
def test_multipart(server: Loopback, tmp_path: Path, asynchronous: bool) -> None:
    file = tmp_path / "data.json"
    file.write_bytes(b"x" * 200_000)
    opened = io.BytesIO(b"skipped:content")
    opened.seek(8)
    given = {
        "purpose": "batch",
        "file": file,
        "files": [b"raw", ("a.txt", opened), ("b", b"b", "text/x", {"X-Part": "2"})],
        "meta": {"a": None},
        "note": UNSET,
    }
    op = operation(body=MULTIPART)
    server.replies = [reply_json({})]
    client = BaseClient(server_url=server.url)

    async def run() -> None:
        async with client:
            await client.call_async(op, given)

    if asynchronous:
        asyncio.run(run())
    else:
        client.call(op, given)
        client.close()
    assert server.last.header("content-length") == str(len(server.last.body))
    assert parts_of(server.last) == [
        ("purpose", None, "", b"batch", None),
        ("file", "data.json", "application/json", b"x" * 200_000, None),
        ("files", "upload", "image/png", b"raw", None),
        ("files", "a.txt", "text/plain", b"content", None),
        ("files", "b", "text/x", b"b", "2"),
        ("meta", None, "application/json", b'{"a":null}', "1"),
    ]


def test_names_in_multipart_stay_in_their_header(server: Loopback) -> None:
    send(server, operation(body=MULTIPART), file=('a"b\r\nX: ü.txt', b"1"))
    assert 'filename="a%22b%0D%0AX: ü.txt"'.encode() in server.last.body
    with pytest.raises(ArgumentError):
        send(server, operation(body=MULTIPART), file=("a", b"1", "text/plain\r\nX: y"))
    for headers in ({"X": "y\r\nZ: 1"}, {"X\r\nZ": "1"}, {"X: 1\nZ": "1"}, {"": "1"}):
        with pytest.raises(ArgumentError):
            send(server, operation(body=MULTIPART), file=("a", b"1", "text/plain", headers))


class Unseekable(io.RawIOBase):
    def __init__(self) -> None:
        self.left = [b"one", b"two"]

    def read(self, size: int = -1) -> bytes:
        return self.left.pop(0) if self.left else b""

    def seekable(self) -> bool:
        return False


def test_files_of_unknown_length_are_streamed(server: Loopback) -> None:
    received = send(server, operation(body=MULTIPART), file=("a", Unseekable()))
    assert received.header("transfer-encoding") == "chunked"
    assert [part[3] for part in parts_of(received)] == [b"onetwo"]


def test_binary_bodies(server: Loopback, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"content")
    op = operation(body=BinaryBody("application/octet-stream"))
    for value in (
        b"content",
        bytearray(b"content"),
        file,
        io.BytesIO(b"content"),
        iter([b"con", b"tent"]),
        [b"content"],
    ):
        received = send(server, op, request=value)
        assert received.body == b"content"
        assert received.header("content-type") == "application/octet-stream"
    with pytest.raises(ArgumentError):
        send(server, op, request=tmp_path / "missing")

    async def pieces() -> Any:
        yield b"con"
        yield b"tent"

    async def run() -> None:
        async with BaseClient(server_url=server.url) as client:
            await client.call_async(op, {"request": pieces()})

    asyncio.run(run())
    assert server.last.body == b"content"


def test_text_bodies_and_alternatives(server: Loopback) -> None:
    op = operation(
        body=Body("application/json"),
        bodies=(BinaryBody("application/octet-stream"), TextBody("text/plain")),
    )
    assert send(server, op, request={"a": 1}).header("content-type") == "application/json"
    assert send(server, op, request=b"\0").header("content-type") == "application/octet-stream"
    received = send(
        server, op, request="hi", options={"http_headers": {"content-type": "text/plain"}}
    )
    assert (received.body, received.header("content-type")) == (b"hi", "text/plain")


def test_json_bodies(server: Loopback) -> None:
    op = operation(body=Body("application/json", fields=("a", ("b_", "b")), required=False))
    assert send(server, op, a=None, b_="ü").body == '{"a":null,"b":"ü"}'.encode()
    received = send(server, op, a=UNSET)
    assert received.body == b"" and received.header("content-type") is None
    assert received.header("content-length") == "0"
    received = send(server, op, request={"a": 1, "c": 2}, a=3, options={"extra_body": {"d": 4}})
    assert received.json() == {"a": 3, "c": 2, "d": 4}
    required = operation(body=Body("application/json", fields=("a",)))
    assert send(server, required).body == b"{}"


def test_parts_of_members_have_the_type_of_a_member(server: Loopback) -> None:
    body = MultipartBody(
        "multipart/form-data",
        fields=("days", "items"),
        parts=(
            Part("days", many=True, codec=lambda: datetime.date),
            Part("items", "json", many=True, codec=lambda: dict[str, int]),
        ),
    )
    received = send(
        server,
        operation(body=body),
        days=[datetime.date(2024, 1, 2), "2024-01-03"],
        items=[{"a": 1}, {"b": 2}],
    )
    assert [(part[0], part[3]) for part in parts_of(received)] == [
        ("days", b"2024-01-02"),
        ("days", b"2024-01-03"),
        ("items", b'{"a":1}'),
        ("items", b'{"b":2}'),
    ]
    assert b"--" in send(server, operation(body=body)).body


def test_lines_and_markup_as_bodies(server: Loopback) -> None:
    lines = operation(body=LinesBody("application/x-ndjson"))
    assert send(server, lines, request=[{"a": 1}, "ü"]).body == '{"a":1}\n"ü"\n'.encode()
    markup = operation(body=TextBody("application/xml"))
    assert send(server, markup, request=b"<a/>").body == b"<a/>"
    assert send(server, markup, request="<ü/>").body == "<ü/>".encode()
