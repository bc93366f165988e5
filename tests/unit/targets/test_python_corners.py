"""Documents that few write: what becomes of them when they are generated and called."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
from clientwright import render
from clientwright.targets.python import PythonOptions, PythonTarget
from support.documents import Builder, Json, answer, document, json_of, posting
from support.packages import fresh

SERVER = "http://server.example"
STYLES = ["pydantic", "dataclasses", "msgspec", "typed-dict"]


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def written(folder: Path, source: Json, **options: Any) -> str:
    """Generate a package into a folder and give its name."""
    if (style := options.get("models_style", "pydantic")) != "pydantic":
        options = {"models": "datamodel-code-generator", **options, "models_style": style}
    settled = PythonOptions(**{"package": "corner", "client_class": "Corner", **options})
    api = Builder(folder)(source).api
    render.write(folder / "out", render.render(PythonTarget().files(api, settled)).files)
    return settled.package


@contextmanager
def generated(folder: Path, source: Json, **options: Any) -> Iterator[ModuleType]:
    name = written(folder, source, **options)
    with fresh(folder / "out", name) as package:
        yield package


@contextmanager
def talking(package: Any, reply: Any = None) -> Iterator[tuple[Any, list[httpx.Request]]]:
    """A client whose server always gives one reply, and what it was sent."""
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=reply)

    http = httpx.Client(transport=httpx.MockTransport(handle))
    with package.Corner(http_client=http, server_url=SERVER) as client:
        yield client, seen


@pytest.mark.parametrize(
    ("client_class", "base"), [("Client", "ClientError"), ("SDK", "SDKClientError")]
)
def test_the_base_of_errors_has_a_name_of_its_own(
    tmp_path: Path, client_class: str, base: str
) -> None:
    with generated(tmp_path, posting(), client_class=client_class) as package:
        errors = package.errors
        assert getattr(package, base) is getattr(errors, base) is errors.ClientError
        assert (
            issubclass(errors.SDKError, errors.ClientError)
            and errors.SDKError is not errors.ClientError
        )
        source = Path(str(errors.__file__)).read_text(encoding="utf-8")
        assert "\nClientError = " not in source
        assert (f"\n{base} = ClientError\n" in source) is (base != "ClientError")


def test_a_class_called_any(tmp_path: Path) -> None:
    held = {"type": "object", "properties": {"at": {"type": "string"}}}
    source = posting(responses={"200": answer(ref("Any"))}, schemas={"Any": held})
    with generated(tmp_path, source) as package, talking(package, {"at": "noon"}) as (client, _):
        found = client.make()
        assert (type(found).__name__, found.at) == ("AnyModel", "noon")
        assert package.models.AnyModel is type(found)


def tagged(value: str, *more: Json) -> Json:
    own: Json = {"type": "object", "properties": {value: {"type": "integer"}}}
    return {"allOf": [*more, own]}


def test_a_tag_of_what_the_mapping_alone_names(tmp_path: Path) -> None:
    kind = {"type": "string", "enum": ["a", "b", "c"]}
    base = {"type": "object", "required": ["type"], "properties": {"type": kind}}
    mapping = {name.lower(): f"#/components/schemas/{name}" for name in "ABC"}
    event = {
        "oneOf": [ref("A"), ref("B")],
        "discriminator": {"propertyName": "type", "mapping": mapping},
    }
    members = {name: tagged(name.lower(), ref("Base")) for name in "ABC"}
    source = posting(
        responses={"200": answer(ref("Event"))},
        schemas={"Base": base, **members, "Event": event},
    )
    with (
        generated(tmp_path, source) as package,
        talking(package, {"type": "c", "c": 1}) as (client, _),
    ):
        found = client.make()
        assert isinstance(found, package.models.C)
        assert package.models.C.wire_constants__ == {"type": "c"}


def test_a_discriminator_leads_past_one_in_between(tmp_path: Path) -> None:
    def discriminator(**mapping: str) -> Json:
        targets = {key: f"#/components/schemas/{name}" for key, name in mapping.items()}
        return {"discriminator": {"propertyName": "t", "mapping": targets}}

    base = {"type": "object", "required": ["t"], "properties": {"t": {"type": "string"}}}
    schemas = {
        "Base": {**base, **discriminator(u="User", g="Group")},
        "Mid": {**tagged("mid", ref("Base")), **discriminator(u="User")},
        "User": tagged("user", ref("Mid")),
        "Group": tagged("group", ref("Mid")),
    }
    source = posting(responses={"200": answer(ref("Base"))}, schemas=schemas)
    with generated(tmp_path, source) as package:
        for tag, name in (("g", "Group"), ("u", "User")):
            with talking(package, {"t": tag}) as (client, _):
                assert type(client.make()).__name__ == name


PICK = {
    "Near": {"type": "object", "properties": {"near": {"type": "integer"}}},
    "Far": {"type": "object", "properties": {"far": {"type": "integer"}}},
    "Pick": {"oneOf": [ref("Near"), ref("Far")]},
}
SAMPLED = {
    "Near": PICK["Near"],
    "Sampled": {
        "type": "object",
        "required": ["sample"],
        "properties": {"sample": {"const": "random"}},
    },
    "Pick": {"oneOf": [ref("Near"), ref("Sampled")]},
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("schemas", [PICK, SAMPLED], ids=["plain", "constants"])
def test_an_object_of_which_nothing_is_known_is_no_member(
    tmp_path: Path, style: str, schemas: Json
) -> None:
    body = json_of({"type": "object", "properties": {"pick": ref("Pick")}})
    held = answer({"type": "object", "properties": {"pick": ref("Pick")}, "title": "Held"})
    source = posting(body, responses={"200": held}, schemas=schemas)
    with (
        generated(tmp_path, source, models_style=style) as package,
        talking(package, {"pick": {"else": 1}}) as (client, seen),
    ):
        with pytest.raises(package.errors.ArgumentError):
            client.make(pick={"naer": 1})
        assert not seen
        found = client.make(pick={"near": 1})
        assert json.loads(seen[0].content) == {"pick": {"near": 1}}
        pick = found["pick"] if isinstance(found, dict) else found.pick
        raw = pick["raw"] if isinstance(pick, dict) else pick.raw
        assert raw == {"else": 1}


@pytest.mark.parametrize("style", STYLES[1:])
def test_a_tag_of_the_outer_union_comes_first(tmp_path: Path, style: str) -> None:
    def item(kind: str, content: Json, *required: str) -> Json:
        properties = {"type": {"const": kind}, "content": content}
        return {"type": "object", "required": ["content", *required], "properties": properties}

    listed = {"type": "array", "items": {"type": "integer"}}
    schemas = {
        "Easy": item("message", {"type": "string"}),
        "Strict": item("message", listed, "type"),
        "Other": item("other", listed, "type"),
        "Item": {
            "oneOf": [ref("Strict"), ref("Other")],
            "discriminator": {"propertyName": "type"},
        },
        "Input": {
            "oneOf": [ref("Easy"), ref("Item")],
            "discriminator": {
                "propertyName": "type",
                "mapping": {"message": "#/components/schemas/Easy"},
            },
        },
    }
    body = json_of(
        {"type": "object", "properties": {"items": {"type": "array", "items": ref("Input")}}}
    )
    given = [{"type": "message", "content": "hi"}]
    with generated(tmp_path, posting(body, schemas=schemas), models_style=style) as package:
        with talking(package) as (client, seen):
            client.make(items=given)
        assert json.loads(seen[0].content) == {"items": given}


def test_lines_are_written_as_their_type_says(tmp_path: Path) -> None:
    item = {
        "type": "object",
        "required": ["id"],
        "properties": {
            "kind": {"const": "index"},
            "id": {"type": "string"},
            "raw": {"type": "string", "contentEncoding": "base64url"},
        },
    }
    body = {"content": {"application/x-ndjson": {"itemSchema": item}}}
    source = {**posting(body), "openapi": "3.2.0"}
    with generated(tmp_path, source) as package, talking(package) as (client, seen):
        client.make(request=[{"id": "1", "raw": b"\xff\xfe"}])
        (line,) = seen[0].content.splitlines()
        assert json.loads(line) == {"kind": "index", "id": "1", "raw": "__4"}
        with pytest.raises(package.errors.ArgumentError):
            client.make(request=[{}])


@pytest.mark.parametrize("media_type", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_fields_that_may_be_objects_keep_their_name(tmp_path: Path, media_type: str) -> None:
    held = {"type": "object", "properties": {"z": {"type": "string"}}}
    schema = {
        "type": "object",
        "properties": {"u": {"oneOf": [{"type": "string"}, held]}, "a": {}},
    }
    source = posting(json_of(schema, media_type))
    with generated(tmp_path, source) as package, talking(package) as (client, seen):
        client.make(u={"z": "q"}, a={"k": 1})
        client.make(u="text", a=1)
        objects, scalars = (each.read() for each in seen)
    if media_type.startswith("multipart"):
        assert b'name="u"\r\nContent-Type: application/json\r\n\r\n{"z":"q"}' in objects
        assert b"\r\n\r\ntext\r\n" in scalars
    else:
        assert objects == b"u=%7B%22z%22%3A%22q%22%7D&a=%7B%22k%22%3A1%7D"
        assert scalars == b"u=text&a=1"


@pytest.mark.parametrize("style", STYLES)
def test_decimals_are_sent_exactly_or_not_at_all(tmp_path: Path, style: str) -> None:
    price = {"type": "number", "format": "decimal"}
    body = json_of({"type": "object", "properties": {"price": price}})
    with generated(tmp_path, posting(body), models_style=style) as package:
        with talking(package) as (client, seen):
            client.make(price=Decimal("1.10"))
            with pytest.raises(package.errors.ArgumentError, match="digits would be lost"):
                client.make(price=Decimal("12345678901234567.89"))
        assert [json.loads(each.content) for each in seen] == [{"price": 1.1}]


def test_own_tests_of_typed_dicts(tmp_path: Path) -> None:
    held = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}
    source = posting(responses={"200": answer(ref("Held"))}, schemas={"Held": held})
    written(tmp_path, source, models_style="typed-dict", tests=True)
    tests = "".join(path.read_text() for path in (tmp_path / "out" / "tests").glob("test_*.py"))
    assert "assert isinstance(result, dict)" in tests


def test_an_unknown_property_called_like_a_field(tmp_path: Path) -> None:
    held = {"type": "object", "properties": {"_id": {"type": "string"}}}
    source = posting(responses={"200": answer(ref("Held"))}, schemas={"Held": held})
    with generated(tmp_path, source) as package:
        with talking(package, {"_id": "a", "id": "b"}) as (client, _):
            assert client.make().model_dump() == {"_id": "a", "id": "b"}
        with talking(package, {"id": 5}) as (client, _):
            assert client.make().model_extra == {"id": 5}
        assert package.models.Held.model_validate({"id": 5}).id is None
        assert package.models.Held(id="c").model_dump() == {"_id": "c"}


def test_an_array_that_lists_what_its_items_list(tmp_path: Path) -> None:
    values = {"enum": ["a", "b"]}
    sort = {"type": "array", **values, "items": {"type": "string", **values}}
    source = posting(parameters=[{"name": "sort", "in": "query", "schema": sort}])
    with generated(tmp_path, source) as package, talking(package) as (client, seen):
        client.make(sort=["a", "b"])
        assert seen[0].url.query == b"sort=a&sort=b"
    resources = (tmp_path / "out" / "corner" / "client.py").read_text(encoding="utf-8")
    assert "sort: Sequence[" in resources


def test_a_method_is_written_as_the_document_writes_it(tmp_path: Path) -> None:
    operation = {"operationId": "make", "responses": {"204": {"description": ""}}}
    source = document({"/x": {"additionalOperations": {"purge": operation}}}, openapi="3.2.0")
    with generated(tmp_path, source) as package, talking(package) as (client, seen):
        client.make()
    assert seen[0].method == "purge"
