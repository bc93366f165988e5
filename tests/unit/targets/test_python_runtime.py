"""What of the runtime a package has: a document with one feature alone brings its module, and works with what it brings."""

from __future__ import annotations

import ast
import datetime
import importlib
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
from clientwright import render
from clientwright.build.streams import DONE
from clientwright.targets.python import PythonOptions, PythonTarget, runtime
from support.documents import Builder, Json, answer, document, json_of, posting
from support.packages import fresh
from support.paths import GENERATED, RUNTIME

CORE = {
    *("__init__", "client", "errors", "models", "operation"),
    *("requests", "responses", "settings"),
}
TEXT = {"type": "string"}
ITEM = {"type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]}
ITEMS = {"type": "array", "items": ITEM}
Use = Callable[[Any, Any, list[httpx.Request]], None]
Answering = Callable[[httpx.Request], httpx.Response]


def ok(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"id": 1})


def parameter(location: str, style: str = "", path: str = "/things", **more: Any) -> Json:
    """A document with one parameter, `p`."""
    schema = {"type": "object", "additionalProperties": TEXT}
    given = {"name": "p", "in": location, "schema": schema, **({"style": style} if style else {})}
    given |= {"required": location == "path", **more}
    operation = {"operationId": "make", "parameters": [given], "responses": {"200": answer(ITEM)}}
    return document({path: {"get": operation}}, openapi="3.2.0")


def target(request: httpx.Request) -> str:
    return unquote(request.url.raw_path.decode())


@dataclass(frozen=True)
class Feature:
    """A document, what it needs beside the core, a use of its client, and how the server answers.

    `use` gets the package, a client and the requests that arrived.
    """

    document: Json
    modules: set[str]
    use: Use
    answer: Answering = ok


def sends(expected: str, /, **given: Any) -> Use:
    def use(package: Any, client: Any, seen: list[httpx.Request]) -> None:
        assert client.make(**given).id == 1
        assert target(seen[0]) == expected

    return use


def sends_cookie(expected: str, /, **given: Any) -> Use:
    def use(package: Any, client: Any, seen: list[httpx.Request]) -> None:
        assert client.make(**given).id == 1
        assert seen[0].headers["cookie"] == expected

    return use


def posts(expected: bytes, /, **given: Any) -> Use:
    def use(package: Any, client: Any, seen: list[httpx.Request]) -> None:
        client.make(**given)
        assert expected in seen[0].read()

    return use


def streams(package: Any, client: Any, seen: list[httpx.Request]) -> None:
    with client.make() as events:
        assert [event.id for event in events] == [1, 2]
    raw = client.with_raw_response.make()
    assert (raw.status_code, [event.id for event in raw.parse()]) == (200, [1, 2])


def walks(package: Any, client: Any, seen: list[httpx.Request]) -> None:
    assert [item.id for item in client.make()] == [1, 2]
    assert [target(request) for request in seen] == ["/things", "/things?page=2", "/things?page=3"]


def page(request: httpx.Request) -> httpx.Response:
    number = int(request.url.params.get("page", 1))
    return httpx.Response(200, json=[{"id": number}] if number < 3 else [])


def walks_objects(package: Any, client: Any, seen: list[httpx.Request]) -> None:
    found = client.make()
    assert [item.id for item in found] == [1, 2]
    assert found.has_next_page() and isinstance(found.data, list)


def object_page(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"data": page(request).json()})


def renews(package: Any, client: Any, seen: list[httpx.Request]) -> None:
    credentials = package.ClientCredentials("me", "hidden")
    with type(client)(credentials, http_client=client._pools[0].get(), server_url=SERVER) as other:
        assert other.make().id == 1
    assert [target(request) for request in seen] == ["/token", "/things"]
    assert seen[1].headers["authorization"] == "Bearer fresh"


def tokens(request: httpx.Request) -> httpx.Response:
    if request.url.path == "/token":
        return httpx.Response(200, json={"access_token": "fresh", "expires_in": 60})
    return ok(request)


def tells_apart(package: Any, client: Any, seen: list[httpx.Request]) -> None:
    assert type(client.make()) is package.models.Cat
    unknown = package.models.UnknownPet({"kind": "newt"})
    assert (unknown.type, unknown.raw) == ("UNKNOWN", {"kind": "newt"})


def reads_scalars(package: Any, client: Any, seen: list[httpx.Request]) -> None:
    found = client.make()
    assert found.at == datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
    assert found.price == Decimal("1.50")
    assert found.model_dump_json() == '{"at":0,"price":"1.50"}'


def listing(result: Json, where: str) -> Json:
    how = {
        "type": "page",
        "inputs": [{"name": "page", "in": "parameters", "type": "page"}],
        "outputs": {"results": where},
    }
    operation = {
        "operationId": "make",
        "parameters": [{"name": "page", "in": "query", "schema": {"type": "integer"}}],
        "responses": {"200": answer(result)},
        "x-clientwright-pagination": how,
    }
    return document({"/things": {"get": operation}})


PETS = {
    "Cat": {"type": "object", "properties": {"kind": {"const": "cat"}}, "required": ["kind"]},
    "Dog": {"type": "object", "properties": {"kind": {"const": "dog"}}, "required": ["kind"]},
    "Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]},
}
SCALARS = {
    "at": {"type": "integer", "format": "unix-time"},
    "price": {"type": "string", "format": "decimal"},
}
SERVER = "http://127.0.0.1"
OAUTH = {
    "security": [{"login": []}],
    "components": {
        "securitySchemes": {
            "login": {
                "type": "oauth2",
                "flows": {"clientCredentials": {"tokenUrl": f"{SERVER}/token", "scopes": {}}},
            }
        }
    },
}
OK = {"200": answer(ITEM)}
FILE = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}
EVENTS = b'data: {"id": 1}\n\ndata: {"id": 2}\n\n'
LINES = b'{"id": 1}\n{"id": 2}\n'


def streaming(data: bytes, kind: str) -> Answering:
    def give(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=httpx.ByteStream(data), headers={"Content-Type": kind})

    return give


def form(media_type: str, schema: Json) -> Json:
    return posting(json_of(schema, media_type), OK)


FEATURES = {
    "json": Feature(posting(json_of(ITEM), OK), set(), posts(b'{"id":5}', id=5)),
    "query in style form": Feature(parameter("query"), set(), sends("/things?a=b", p={"a": "b"})),
    "header": Feature(parameter("header"), set(), sends("/things", p={"a": "b"})),
    "label": Feature(
        parameter("path", "label", "/t/{p}"), {"styles"}, sends("/t/.a,b", p={"a": "b"})
    ),
    "matrix": Feature(
        parameter("path", "matrix", "/t/{p}"), {"styles"}, sends("/t/;p=a,b", p={"a": "b"})
    ),
    "deepObject": Feature(
        parameter("query", "deepObject"), {"styles"}, sends("/things?p[a]=b", p={"a": "b"})
    ),
    "pipeDelimited": Feature(
        parameter("query", "pipeDelimited", explode=False),
        {"styles"},
        sends("/things?p=a|b", p={"a": "b"}),
    ),
    "spaceDelimited": Feature(
        parameter("query", "spaceDelimited", explode=False),
        {"styles"},
        sends("/things?p=a b", p={"a": "b"}),
    ),
    "cookie in style form": Feature(
        parameter("cookie"), set(), sends_cookie("a=b%20c", p={"a": "b c"})
    ),
    "cookie as it is": Feature(
        parameter("cookie", "cookie"), {"styles"}, sends_cookie("a=b c", p={"a": "b c"})
    ),
    "form": Feature(
        form("application/x-www-form-urlencoded", ITEM), {"bodies"}, posts(b"id=5", id=5)
    ),
    "multipart": Feature(
        form("multipart/form-data", FILE), {"bodies", "files"}, posts(b"\r\n\r\nhi\r\n", file=b"hi")
    ),
    "binary": Feature(
        form("application/octet-stream", {}), {"bodies", "files"}, posts(b"hi", request=b"hi")
    ),
    "text": Feature(form("text/plain", TEXT), {"bodies"}, posts(b"hi", request="hi")),
    "events": Feature(
        posting(None, {"200": answer(ITEM, "text/event-stream")}),
        {"events"},
        streams,
        streaming(EVENTS, "text/event-stream"),
    ),
    "lines": Feature(
        posting(None, {"200": answer(ITEM, "application/x-ndjson")}),
        {"events", "lines"},
        streams,
        streaming(LINES, "application/x-ndjson"),
    ),
    "pages that are arrays": Feature(listing(ITEMS, "$"), {"paging"}, walks, page),
    "pages that are objects": Feature(
        listing({"type": "object", "properties": {"data": ITEMS}}, "$.data"),
        {"paging", "pages"},
        walks_objects,
        object_page,
    ),
    "tokens": Feature(
        document({"/things": {"get": {"operationId": "make", "responses": OK}}}, **OAUTH),
        {"oauth"},
        renews,
        tokens,
    ),
    "union": Feature(
        posting(None, {"200": answer({"$ref": "#/components/schemas/Pet"})}, schemas=PETS),
        {"markers"},
        tells_apart,
        lambda request: httpx.Response(200, json={"kind": "cat"}),
    ),
    "scalars": Feature(
        posting(None, {"200": answer({"type": "object", "properties": SCALARS})}),
        {"scalars", "markers"},
        reads_scalars,
        lambda request: httpx.Response(200, json={"at": 0, "price": "1.50"}),
    ),
}


@contextmanager
def generated(folder: Path, source: Json) -> Any:
    options = PythonOptions(package="one_feature", client_class="One")
    api = Builder(folder)(source).api
    render.write(folder / "out", render.render(PythonTarget().files(api, options)).files)
    with fresh(folder / "out", options.package) as package:
        yield package


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_brings_its_module_and_works(name: str, tmp_path: Path) -> None:
    feature = FEATURES[name]
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return feature.answer(request)

    with generated(tmp_path, feature.document) as package:
        found = {path.stem for path in runtime_of(package).glob("*.py")}
        assert found - CORE == feature.modules
        assert found >= CORE
        import_all(package)
        http = httpx.Client(transport=httpx.MockTransport(handle))
        with package.One(http_client=http, server_url=SERVER) as client:
            feature.use(package, client, seen)


def runtime_of(package: ModuleType) -> Path:
    return Path(str(package.__file__)).parent / "_runtime"


def import_all(package: ModuleType) -> None:
    """Import every module of a package: none may want one that was left out."""
    root = Path(str(package.__file__)).parent
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        importlib.import_module(".".join((package.__name__, *parts)).removesuffix(".__init__"))


@pytest.mark.parametrize("folder", sorted(GENERATED.parent.iterdir()), ids=lambda path: path.name)
def test_nothing_wants_a_module_that_was_left_out(folder: Path) -> None:
    (root,) = [path.parent for path in folder.glob("*/__init__.py") if path.parent.name != "tests"]
    with fresh(folder, root.name) as package:
        import_all(package)
    for path in root.rglob("*.py"):
        for module in wanted_by(path):
            if "_runtime" not in module.parts:
                continue
            assert module.with_suffix(".py").is_file() or module.is_dir(), f"{path}: {module}"


def wanted_by(path: Path) -> list[Path]:
    """The modules that a module imports relatively, those for checkers and those of functions too."""
    found: list[Path] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = path.parents[node.level - 1]
            found += [
                base.joinpath(*(node.module or alias.name).split(".")) for alias in node.names
            ]
    return found


def test_the_core_names_nothing_that_is_optional() -> None:
    optional = {path.stem for path in RUNTIME.glob("*.py")} - CORE
    wrong = [
        f"{name} -> {module.stem}"
        for name in sorted(CORE)
        for module in wanted_by(RUNTIME / f"{name}.py")
        if module.stem in optional
    ]
    assert len(optional) >= 8
    assert wrong == []


def test_what_the_target_and_the_runtime_both_know_is_the_same() -> None:
    """The data that ends a stream, and the classes of statuses: a document's default must be the runtime's."""
    with fresh(RUNTIME.parent, "runtime"):
        events = importlib.import_module("runtime.events")
        errors = importlib.import_module("runtime.errors")
        assert events.EventStream().sentinel == runtime.SENTINEL == DONE
        for status in range(100, 600):
            text = str(status)
            known = runtime.STATUS_ERRORS.get(text) or runtime.STATUS_ERRORS.get(
                text[0], "SDKError"
            )
            assert errors.status_class(status).__name__ == known
