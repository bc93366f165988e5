"""Requests byte for byte, where the specification says what the bytes are.

The expected lines are written by hand from the tables of styles
(https://spec.openapis.org/oas/v3.2.0.html#style-examples), RFC 6570, RFC 6265 and RFC 7578.
"""

from __future__ import annotations

import datetime
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
RGB = {"R": 100, "G": 200, "B": 150}


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


def path(operation: str, line: str, **arguments: Any) -> Case:
    return Case("path_styles.yaml", operation, arguments, f"GET {line}")


def query(operation: str, line: str, **arguments: Any) -> Case:
    return Case("query_styles.yaml", operation, arguments, f"GET {line}")


COLOURS = ["blue", "black", "brown"]
PATHS = [
    path(
        "path_simple",
        "/simple/a%2Fb%20c/blue,black,brown/R,100,G,200,B,150/R=100,G=200,B=150",
        text="a/b c",
        list=COLOURS,
        object=RGB,
        spread=RGB,
    ),
    path(
        "path_simple",
        "/simple/..%2Fx/x%2Cy,z/R,1/R=1",
        text="../x",
        list=["x,y", "z"],
        object={"R": 1},
        spread={"R": 1},
    ),
    path(
        "path_label",
        "/label/.blue/.blue,black,brown/.blue.black.brown/.R,100,G,200,B,150/.R=100.G=200.B=150",
        text="blue",
        list=COLOURS,
        spread_list=COLOURS,
        object=RGB,
        spread=RGB,
    ),
    path(
        "path_matrix",
        "/matrix/;text=blue/;list=blue,black,brown/;spreadList=blue;spreadList=black;spreadList=brown"
        "/;object=R,100,G,200,B,150/;R=100;G=200;B=150",
        text="blue",
        list=COLOURS,
        spread_list=COLOURS,
        object=RGB,
        spread=RGB,
    ),
    path(
        "path_kinds",
        "/kinds/7-true/2026-02-03.6f1b1c7e-7d43-4d0a-9f3c-2b6f5a1e9c11",
        number=7,
        flag=True,
        day=datetime.date(2026, 2, 3),
        uuid="6f1b1c7e-7d43-4d0a-9f3c-2b6f5a1e9c11",
    ),
    path("path_with_query", "/fixed?mode=fast&level=3", level=3),
    path("path_with_query", "/fixed?mode=fast"),
]
QUERIES = [
    query("query_form", "/form?kind=colour"),
    query("query_form", "/form?kind=colour&text=a%20b%26c%3Dd%2Be%23%C3%A9", text="a b&c=d+e#é"),
    query("query_form", "/form?kind=colour&number=0.00001&flag=false", number=0.00001, flag=False),
    query("query_form", "/form?kind=colour&number=1000000000000000000000", number=1e21),
    query("query_form", "/form?kind=colour&list=blue&list=black&list=brown", list=COLOURS),
    query("query_form", "/form?kind=colour", list=[]),
    query("query_form", "/form?kind=colour&commas=blue,black,brown", commas=COLOURS),
    query("query_form", "/form?kind=colour&commas=a%2Cb,c", commas=["a,b", "c"]),
    query("query_form", "/form?kind=colour&object=R,100,G,200,B,150", object=RGB),
    query("query_form", "/form?kind=colour&R=100&G=200&B=150", spread=RGB),
    query("query_form", "/form?kind=colour&empty=", empty=""),
    query("query_form", "/form?kind=colour&text=", text=""),
    query(
        "query_form",
        "/form?kind=colour&when=2026-02-03T04%3A05%3A06Z",
        when=datetime.datetime(2026, 2, 3, 4, 5, 6, tzinfo=datetime.UTC),
    ),
    query("query_delimited", "/delimited?spaces=blue%20black%20brown", spaces=COLOURS),
    query("query_delimited", "/delimited?pipes=1%7C2%7C3", pipes=[1, 2, 3]),
    query("query_delimited", "/delimited?pipeObject=R%7C100%7CG%7C200%7CB%7C150", pipe_object=RGB),
    query(
        "query_deep",
        "/deep?filter%5Bname%5D=a%20b&filter%5Bsize%5D%5Bmin%5D=1&filter%5Btags%5D=x&filter%5Btags%5D=y",
        filter={"name": "a b", "size": {"min": 1}, "tags": ["x", "y"]},
    ),
    query(
        "query_reserved",
        "/reserved?path=/a/b?c=:[]@!$&'()*+,;%20%23",
        path="/a/b?c=:[]@!$&'()*+,; #",
    ),
    query("query_reserved", "/reserved?odd%20name%5B%5D=1&odd%20name%5B%5D=2", odd_name=["1", "2"]),
    query(
        "query_content",
        "/content?filter=%7B%22all%22%3A%5B%22a%22%2C%22%C3%A9%22%5D%7D&note=a%20b",
        filter={"all": ["a", "é"]},
        note="a b",
    ),
]
HEADERS = [
    Case(
        "headers_cookies.yaml",
        "send_headers",
        {
            "x_text": "plain, text",
            "x_list": [1, 2, 3],
            "x_object": RGB,
            "x_spread": RGB,
            "x_flag": True,
        },
        "GET /headers",
        {
            "X-Text": "plain, text",
            "X-List": "1,2,3",
            "X-Object": "R,100,G,200,B,150",
            "X-Spread": "R=100,G=200,B=150",
            "X-Flag": "true",
            "X-Version": "2026-01-01",
        },
    ),
    Case(
        "headers_cookies.yaml",
        "send_cookies",
        {"session": "a b;c", "visits": 3, "list": ["x", "y"]},
        "GET /cookies",
        {"Cookie": "session=a%20b%3Bc; theme=dark; visits=3; list=x,y"},
    ),
    Case(
        "query_styles.yaml",
        "query_content",
        {"x_filter": {"all": ["é"]}},
        "GET /content",
        {"X-Filter": '{"all":["\\u00e9"]}'},
    ),
]
JSON = {"Content-Type": "application/json"}
BODIES = [
    Case(
        "form_bodies.yaml",
        "send_form",
        {
            "name": "Ada & co",
            "age": 7,
            "tags": ["x y", "z"],
            "codes": [1, 2],
            "address": {"city": "Brest"},
            "filter": {"city": "Nîmes", "zip": "30"},
            "when": datetime.datetime(2026, 2, 3, 4, 5, 6, tzinfo=datetime.UTC),
        },
        "POST /form",
        {"Content-Type": "application/x-www-form-urlencoded"},
        b"grant_type=client_credentials&name=Ada%20%26%20co&age=7&tags=x%20y&tags=z&codes=1,2"
        b"&address=%7B%22city%22%3A%22Brest%22%7D&filter%5Bcity%5D=N%C3%AEmes&filter%5Bzip%5D=30"
        b"&when=2026-02-03T04%3A05%3A06Z",
        json_reply({"city": "Brest"}),
    ),
    Case(
        "form_bodies.yaml",
        "send_either",
        {"city": "Brest"},
        "POST /either",
        JSON,
        b'{"city":"Brest"}',
    ),
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
        "directions.yaml",
        "create_user",
        {"name": "Ada", "password": "x", "profile": {"bio": "y"}},
        "POST /users",
        JSON,
        b'{"name":"Ada","password":"x","profile":{"bio":"y"}}',
        json_reply({"id": 1, "name": "Ada", "profile": {"slug": "ada"}}),
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


@pytest.fixture(params=[*PATHS, *QUERIES, *HEADERS, *BODIES], ids=str)
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


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_value_that_leaves_its_segment_is_refused(packages: PackageOf, value: str) -> None:
    """Percent-encoding does not help: `%2E%2E` is a dot segment as well (WHATWG URL, double-dot URL path segment)."""
    package = packages(DOCUMENTS / "path_styles.yaml")
    arguments = {"text": value, "list": ["a"], "object": RGB, "spread": RGB}
    with (
        HttpServer(lambda request: Reply(204)) as server,
        package.module.Client(server_url=server.url) as client,
    ):
        with pytest.raises(package.module.errors.ArgumentError):
            method_of(package, client, "path_simple")(**arguments)
        assert not server.requests


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


MULTIPART = (
    rb'--BOUNDARY\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nimport\r\n',
    rb'--BOUNDARY\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhello\r\n',
    rb'--BOUNDARY\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"id":1}\r\n',
    rb'--BOUNDARY\r\nContent-Disposition: form-data; name="labels"\r\n\r\nx\r\n',
    rb'--BOUNDARY\r\nContent-Disposition: form-data; name="labels"\r\n\r\ny\r\n',
    rb'--BOUNDARY\r\nContent-Disposition: form-data; name="records"\r\nContent-Type: application/json\r\n\r\n{"id":2}\r\n',
    rb'--BOUNDARY\r\nContent-Disposition: form-data; name="pages"; filename="p1"\r\nContent-Type: application/octet-stream\r\n\r\n1\r\n',
    rb'--BOUNDARY\r\nContent-Disposition: form-data; name="pages"; filename="p2"\r\nContent-Type: application/octet-stream\r\n\r\n2\r\n',
    rb'--BOUNDARY\r\nContent-Disposition: form-data; name="cover"; filename="c"\r\nContent-Type: image/png\r\n\r\n\x89\r\n',
    rb'--BOUNDARY\r\nContent-Disposition: form-data; name="urgent"\r\n\r\ntrue\r\n',
)


def test_parts_are_labelled_and_whole(packages: PackageOf) -> None:
    case = Case(
        "multipart_bodies.yaml",
        "upload",
        {
            "file": ("a.txt", b"hello"),
            "meta": {"id": 1},
            "labels": ["x", "y"],
            "records": [{"id": 2}],
            "pages": [("p1", b"1"), ("p2", b"2")],
            "cover": ("c", b"\x89"),
            "urgent": True,
        },
        "",
        reply=json_reply({"id": 1}, 201),
    )
    request = sent(case, packages)
    found = re.fullmatch("multipart/form-data; boundary=(.+)", request.header("Content-Type") or "")
    assert found
    body = request.body.replace(found[1].encode(), b"BOUNDARY")
    for part in MULTIPART:
        expected = part.replace(rb"\r\n", b"\r\n").replace(rb"\x89", b"\x89")
        assert expected in body, f"{expected!r} is not in {body!r}"
    assert body.endswith(b"\r\n--BOUNDARY--\r\n")
    assert body.count(b"--BOUNDARY") == len(MULTIPART) + 1


def test_parts_of_any_name_may_be_files(packages: PackageOf) -> None:
    parts = {"file": b"\xff", "pages": [("a.txt", b"1"), b"2"], "note": "n", "meta": {"id": 1}}
    case = Case("multipart_bodies.yaml", "upload_free", {"request": parts}, "")
    request = sent(case, packages)
    found = re.fullmatch("multipart/form-data; boundary=(.+)", request.header("Content-Type") or "")
    assert found
    assert request.body.replace(found[1].encode(), b"BOUNDARY") == (
        b'--BOUNDARY\r\nContent-Disposition: form-data; name="file"; filename="upload"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n\xff\r\n"
        b'--BOUNDARY\r\nContent-Disposition: form-data; name="pages"; filename="a.txt"\r\n'
        b"Content-Type: text/plain\r\n\r\n1\r\n"
        b'--BOUNDARY\r\nContent-Disposition: form-data; name="pages"; filename="upload"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n2\r\n"
        b'--BOUNDARY\r\nContent-Disposition: form-data; name="note"\r\n\r\nn\r\n'
        b'--BOUNDARY\r\nContent-Disposition: form-data; name="meta"\r\n'
        b'Content-Type: application/json\r\n\r\n{"id":1}\r\n'
        b"--BOUNDARY--\r\n"
    )


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


def test_head_gives_its_headers(packages: PackageOf) -> None:
    package = packages(DOCUMENTS / "answers.yaml")
    reply = Reply(200, (("X-Count", "3"),))
    with (
        HttpServer(lambda request: reply) as server,
        package.module.Client(server_url=server.url) as client,
    ):
        raw = client.pets.with_raw_response.pet_exists()
        assert raw.headers["X-Count"] == "3"
        assert raw.status_code == 200
        assert client.pets.pet_exists() is None


@pytest.mark.parametrize(("status", "kind"), [(404, "NotFoundError"), (418, None), (503, None)])
def test_ranges_of_statuses_raise_what_they_declare(
    packages: PackageOf, status: int, kind: str | None
) -> None:
    package = packages(DOCUMENTS / "answers.yaml")
    errors = package.module.errors
    reply = json_reply({"title": "no", "status": status}, status)
    with (
        HttpServer(lambda request: reply) as server,
        package.module.Client(server_url=server.url, retries=None) as client,
        pytest.raises(errors.ClientError) as raised,
    ):
        method_of(package, client, "pet_get")()
    assert raised.value.status_code == status
    assert raised.value.data.title == "no"


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
