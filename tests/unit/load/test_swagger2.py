import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from clientwright.diagnostics import Severity
from clientwright.load import Workspace, load
from clientwright.load.swagger2 import convert
from openapi_spec_validator import validate


def document(**members: Any) -> dict[str, Any]:
    return {"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {}, **members}


def operation(members: dict[str, Any], **top: Any) -> tuple[dict[str, Any], list[str]]:
    responses = {"responses": {"200": {"description": "ok"}}}
    tree = document(paths={"/x": {"post": {**responses, **members}}}, **top)
    before = copy.deepcopy(tree)
    converted, found = convert(tree)
    assert tree == before
    return converted["paths"]["/x"]["post"], [each.code for each in found]


def parameter(**members: Any) -> tuple[dict[str, Any], list[str]]:
    converted, found = operation({"parameters": [{"name": "p", **members}]})
    return converted["parameters"][0], found


@pytest.mark.parametrize(
    ("members", "servers"),
    [
        ({}, ["/"]),
        ({"basePath": "/v1/"}, ["/v1"]),
        ({"host": "a.com", "schemes": ["https"]}, ["https://a.com"]),
        ({"host": "a.com:81", "basePath": "v1", "schemes": ["http"]}, ["http://a.com:81/v1"]),
        ({"host": "a.com", "schemes": ["http", "ws", "https"]}, ["https://a.com", "http://a.com"]),
        ({"host": "a.com"}, ["https://a.com"]),
    ],
)
def test_servers(members: dict[str, Any], servers: list[str]) -> None:
    converted, found = convert(document(**members))
    assert [each["url"] for each in converted["servers"]] == servers
    guessed = "host" in members and "schemes" not in members
    assert [each.code for each in found] == ["swagger2-scheme"] * guessed


@pytest.mark.parametrize(
    ("where", "separator", "style", "explode"),
    [
        ("query", None, "form", False),
        ("query", "csv", "form", False),
        ("query", "ssv", "spaceDelimited", False),
        ("query", "pipes", "pipeDelimited", False),
        ("query", "multi", "form", True),
        ("path", "csv", "simple", False),
        ("header", None, "simple", False),
    ],
)
def test_collection_formats(where: str, separator: str | None, style: str, explode: bool) -> None:
    extra = {} if separator is None else {"collectionFormat": separator}
    members = {"in": where, "type": "array", "items": {"type": "integer", "minimum": 1}}
    found, problems = parameter(**members, minItems=2, **extra)
    assert (found["style"], found["explode"], problems) == (style, explode, [])
    assert found["schema"] == {
        "type": "array",
        "items": {"type": "integer", "minimum": 1},
        "minItems": 2,
    }


@pytest.mark.parametrize(
    ("where", "separator", "joined"),
    [
        ("query", "tsv", "tabs"),
        ("path", "ssv", "spaces"),
        ("header", "pipes", "vertical bars"),
        ("header", "multi", "the separator"),
        ("query", 7, "the separator"),
    ],
)
def test_what_no_style_can_express_is_a_string(where: str, separator: object, joined: str) -> None:
    members = {"name": "p", "in": where, "type": "array", "items": {"type": "string"}}
    tree = document(
        paths={"/x": {"get": {"parameters": [{**members, "collectionFormat": separator}]}}}
    )
    converted, (found,) = convert(tree)
    assert converted["paths"]["/x"]["get"]["parameters"][0]["schema"] == {"type": "string"}
    assert found.code == "swagger2-collection-format"
    assert found.pointer == "#/paths/~1x/get/parameters/0/collectionFormat"
    assert joined in found.hint


def test_parameters() -> None:
    found, problems = parameter(
        **{
            "in": "query",
            "description": "d",
            "required": True,
            "type": "integer",
            "format": "int32",
            "default": 1,
            "enum": [1, 2],
            "allowEmptyValue": True,
            "x-example": 2,
            "x-nullable": True,
            "x-other": "o",
        }
    )
    assert problems == []
    assert found == {
        "name": "p",
        "in": "query",
        "description": "d",
        "required": True,
        "allowEmptyValue": True,
        "example": 2,
        "x-other": "o",
        "schema": {
            "type": "integer",
            "format": "int32",
            "default": 1,
            "enum": [1, 2],
            "nullable": True,
        },
    }


def test_oddities_of_parameters_are_reported() -> None:
    assert parameter(**{"in": "path", "type": "string"})[0]["required"] is True
    assert parameter(**{"in": "query", "type": "string", "style": "x"})[1] == [
        "swagger2-unknown-field"
    ]
    nested, problems = parameter(
        **{"in": "query", "type": "array", "items": {"type": "array", "items": {"type": "string"}}}
    )
    assert (nested["schema"]["items"], problems) == ({"type": "string"}, ["swagger2-nested-array"])
    for wrong in (
        {"name": "a", "in": "cookie", "type": "string"},
        {"in": "query"},
        1,
        {"$ref": "#/no"},
    ):
        converted, found = operation({"parameters": [wrong]})
        assert not converted.get("parameters")
        assert found in (["swagger2-parameter"], ["ref-not-found"])


def test_body() -> None:
    body = {"name": "pet", "in": "body", "required": True, "schema": {"$ref": "#/definitions/P"}}
    top = {"definitions": {"P": {"type": "object"}}, "consumes": ["application/json"]}
    found, problems = operation({"parameters": [body]}, **top)
    schema = {"schema": {"$ref": "#/components/schemas/P"}}
    assert found["requestBody"] == {
        "required": True,
        "x-body-name": "pet",
        "content": {"application/json": schema},
    }
    assert problems == []
    own, _ = operation({"parameters": [body], "consumes": ["text/xml", "a/b"]}, **top)
    assert own["requestBody"]["content"] == {"text/xml": schema, "a/b": schema}
    shared, _ = operation(
        {"parameters": [{"$ref": "#/parameters/B"}]}, parameters={"B": body}, definitions={"P": {}}
    )
    assert shared["requestBody"]["content"] == {"application/json": schema}


def test_form() -> None:
    fields = [
        {"name": "file", "in": "formData", "type": "file", "required": True, "description": "d"},
        {"name": "tags", "in": "formData", "type": "array", "items": {"type": "string"}},
    ]
    found, problems = operation({"parameters": fields, "consumes": ["multipart/form-data"]})
    assert problems == []
    assert found["requestBody"] == {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "file": {"type": "string", "format": "binary", "description": "d"},
                        "tags": {"type": "array", "items": {"type": "string"}},
                    },
                    "required": ["file"],
                },
                "encoding": {"tags": {"style": "form", "explode": False}},
            }
        },
    }
    for consumes, media_type, codes in (
        ([], "application/x-www-form-urlencoded", []),
        (["application/json"], "application/x-www-form-urlencoded", ["swagger2-form-media-type"]),
    ):
        found, problems = operation({"parameters": fields[1:], "consumes": consumes})
        assert list(found["requestBody"]["content"]) == [media_type]
        assert "required" not in found["requestBody"]
        assert problems == codes
    found, _ = operation({"parameters": fields[:1]})
    assert list(found["requestBody"]["content"]) == ["multipart/form-data"]


def test_two_bodies_are_reported() -> None:
    body = {"name": "b", "in": "body", "schema": {"type": "string"}}
    field = {"name": "f", "in": "formData", "type": "string"}
    found, problems = operation({"parameters": [field, body]})
    assert found["requestBody"]["x-body-name"] == "b"
    assert problems == ["swagger2-two-bodies"]


def test_parameters_of_the_path_item() -> None:
    shared = [
        {"name": "q", "in": "query", "type": "string"},
        {"name": "b", "in": "body", "schema": {"type": "string"}},
    ]
    own = {"name": "b", "in": "body", "schema": {"type": "integer"}}
    tree = document(paths={"/x": {"parameters": shared, "put": {}, "post": {"parameters": [own]}}})
    item = convert(tree)[0]["paths"]["/x"]
    assert [each["name"] for each in item["parameters"]] == ["q"]
    put, post = (
        item[each]["requestBody"]["content"]["application/json"] for each in ("put", "post")
    )
    assert (put, post) == ({"schema": {"type": "string"}}, {"schema": {"type": "integer"}})


def test_responses() -> None:
    found, problems = operation(
        {
            "produces": ["application/json", "text/plain"],
            "responses": {
                "200": {
                    "description": "ok",
                    "schema": {"type": "string"},
                    "headers": {"X-N": {"type": "array", "items": {"type": "integer"}}},
                    "examples": {"application/json": "e", "x/y": 1},
                    "x-a": 1,
                },
                "204": {"description": "none"},
                "default": {"description": "file", "schema": {"type": "file"}},
                "x-b": 2,
            },
        }
    )
    assert problems == []
    string = {"schema": {"type": "string"}}
    assert found["responses"]["200"] == {
        "x-a": 1,
        "description": "ok",
        "headers": {
            "X-N": {
                "schema": {"type": "array", "items": {"type": "integer"}},
                "style": "simple",
                "explode": False,
            }
        },
        "content": {
            "application/json": {**string, "example": "e"},
            "text/plain": string,
            "x/y": {**string, "example": 1},
        },
    }
    assert found["responses"]["204"] == {"description": "none"}
    assert found["responses"]["x-b"] == 2
    binary = {"schema": {"type": "string", "format": "binary"}}
    assert found["responses"]["default"]["content"]["text/plain"] == binary


def test_files_without_media_type_are_octets() -> None:
    found, _ = operation({"responses": {"200": {"schema": {"type": "file"}}}})
    assert list(found["responses"]["200"]["content"]) == ["application/octet-stream"]


def test_shared_responses_stay_shared_unless_their_media_types_differ() -> None:
    top = {
        "produces": ["application/json"],
        "responses": {"E": {"description": "e", "schema": {"type": "string"}}},
    }
    ref = {"200": {"$ref": "#/responses/E"}}
    found, _ = operation({"responses": ref}, **top)
    assert found["responses"]["200"] == {"$ref": "#/components/responses/E"}
    found, _ = operation({"responses": ref, "produces": ["text/plain"]}, **top)
    assert list(found["responses"]["200"]["content"]) == ["text/plain"]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string", "x-nullable": True}, {"type": "string", "nullable": True}),
        ({"discriminator": "kind"}, {"discriminator": {"propertyName": "kind"}}),
        ({"type": ["string", "null"]}, {"type": "string", "nullable": True}),
        ({"type": ["string", "integer"]}, {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
        ({"$ref": "#/definitions/S"}, {"$ref": "#/components/schemas/S"}),
        (
            {"$ref": "#/definitions/S", "x-nullable": True},
            {"allOf": [{"$ref": "#/components/schemas/S"}], "nullable": True},
        ),
        (
            {"properties": {"a": {"items": {"$ref": "#/definitions/S"}}, "$ref": {"type": "file"}}},
            {
                "properties": {
                    "a": {"items": {"$ref": "#/components/schemas/S"}},
                    "$ref": {"type": "string", "format": "binary"},
                }
            },
        ),
        (
            {"allOf": [{"additionalProperties": {"x-nullable": False}}]},
            {"allOf": [{"additionalProperties": {"nullable": False}}]},
        ),
        (
            {
                "example": {"$ref": "#/definitions/S", "x-nullable": True},
                "enum": [{"type": "file"}],
            },
            {
                "example": {"$ref": "#/definitions/S", "x-nullable": True},
                "enum": [{"type": "file"}],
            },
        ),
        (True, True),
    ],
)
def test_schemas(schema: Any, expected: Any) -> None:
    tree = document(definitions={"S": schema})
    before = copy.deepcopy(tree)
    assert convert(tree)[0]["components"]["schemas"]["S"] == expected
    assert tree == before


@pytest.mark.parametrize(
    ("scheme", "expected", "codes"),
    [
        (
            {"type": "basic", "description": "d"},
            {"type": "http", "scheme": "basic", "description": "d"},
            [],
        ),
        (
            {"type": "apiKey", "name": "k", "in": "query"},
            {"type": "apiKey", "name": "k", "in": "query"},
            [],
        ),
        (
            {
                "type": "oauth2",
                "flow": "application",
                "tokenUrl": "t",
                "scopes": {"r": "R"},
                "x-a": 1,
            },
            {
                "type": "oauth2",
                "flows": {"clientCredentials": {"tokenUrl": "t", "scopes": {"r": "R"}}},
                "x-a": 1,
            },
            [],
        ),
        (
            {"type": "oauth2", "flow": "x"},
            {"type": "http", "scheme": "bearer"},
            ["swagger2-oauth2-flow"],
        ),
        ({"type": "magic"}, {"type": "magic"}, ["swagger2-security-type"]),
    ],
)
def test_security(scheme: Any, expected: Any, codes: list[str]) -> None:
    converted, found = convert(document(securityDefinitions={"s": scheme}))
    assert converted["components"]["securitySchemes"]["s"] == expected
    assert [each.code for each in found] == codes


@pytest.mark.parametrize(
    ("flow", "name"),
    [("implicit", "implicit"), ("password", "password"), ("accessCode", "authorizationCode")],
)
def test_flows(flow: str, name: str) -> None:
    converted, _ = convert(document(securityDefinitions={"s": {"type": "oauth2", "flow": flow}}))
    assert list(converted["components"]["securitySchemes"]["s"]["flows"]) == [name]


def test_unknown_fields_are_named() -> None:
    tree = document(paths={"/x": {"trace": {}, "get": {"callbacks": {}, "x-a": 1}}}, webhooks={})
    pointers = [each.pointer for each in convert(tree)[1]]
    assert pointers == ["#/paths/~1x/trace", "#/paths/~1x/get/callbacks", "#/webhooks"]


@pytest.mark.parametrize("wrong", [None, 1, "x", [], [1], {"a": None}, {"a": [1]}])
def test_wrong_shapes_do_not_end_the_conversion(wrong: Any) -> None:
    for name in ("paths", "definitions", "parameters", "responses", "securityDefinitions", "host",
                 "basePath", "schemes", "consumes", "produces", "info", "tags"):  # fmt: skip
        convert(document(**{name: wrong}))
    for name in ("parameters", "responses", "consumes", "schemes", "tags"):
        convert(document(paths={"/x": {"get": {name: wrong}, "parameters": wrong}}))
        convert(document(paths={"/x": wrong}))
    for name in ("schema", "items", "type", "collectionFormat", "in", "required"):
        for where in ("query", "body", "formData"):
            operation({"parameters": [{"name": "p", "in": where, "type": "array", name: wrong}]})
    for name in ("schema", "headers", "examples"):
        operation({"responses": {"200": {name: wrong}}})


TEXT = """swagger: "2.0"
info: {title: T, version: "1"}
host: example.com
schemes: [https]
paths:
  /pets/{id}:
    parameters: [{$ref: '#/parameters/Id'}]
    get:
      responses:
        "200":
          description: ok
          schema: {$ref: 'shared/models.yaml#/Pet'}
        "404": {$ref: 'shared/models.yaml#/NotFound'}
    put:
      parameters:
        - {$ref: 'shared/models.yaml#/Body'}
      responses:
        "200": {description: ok, schema: {$ref: '#/paths/~1pets~1{id}/get/responses/200/schema'}}
  /more: {$ref: 'shared/models.yaml#/More'}
parameters:
  Id: {name: id, in: path, required: true, type: string}
definitions:
  Local:
    type: object
    properties:
      name: {type: string}
"""
SHARED = """
Pet: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string},
  friend: {$ref: '#/Pet'}, local: {$ref: '../api.yaml#/definitions/Local'}}}
NotFound: {description: no, schema: {$ref: '#/Pet'}}
Body: {name: body, in: body, schema: {$ref: '#/Pet'}}
More: {get: {responses: {"200": {$ref: '#/NotFound'}}}}
"""


@pytest.fixture
def space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(tmp_path)
    Path("api.yaml").write_text(TEXT)
    Path("shared").mkdir()
    Path("shared/models.yaml").write_text(SHARED)
    return load("api.yaml")


def test_across_files(space: Workspace) -> None:
    assert space.version == "2.0"
    assert space.diagnostics == ()
    paths = space.root.tree["paths"]
    shared_pet = {"schema": {"$ref": "shared/models.yaml#/Pet"}}
    item = paths["/pets/{id}"]
    assert item["get"]["responses"]["404"]["content"] == {"application/json": shared_pet}
    assert item["put"]["requestBody"]["content"] == {"application/json": shared_pet}
    more = paths["/more"]["get"]["responses"]["200"]
    assert more["content"] == {"application/json": shared_pet}
    pet = space.resolve(space.root.root, "shared/models.yaml#/Pet")
    assert pet.value["discriminator"] == {"propertyName": "kind"}
    local = space.resolve(pet.child("properties").child("local"), "../api.yaml#/definitions/Local")
    assert local.value["type"] == "object"


def test_references_into_moved_places(space: Workspace) -> None:
    put = space.root.root.child("paths").child("/pets/{id}").child("put")
    schema = (
        put.child("responses")
        .child("200")
        .child("content")
        .child("application/json")
        .child("schema")
    )
    target = space.resolve(schema, schema.value["$ref"])
    assert target.value == {"$ref": "shared/models.yaml#/Pet"}


def test_positions_are_those_of_the_original(space: Workspace) -> None:
    root = space.root.root
    name = (
        root.child("components").child("schemas").child("Local").child("properties").child("name")
    )
    found = space.diagnose(name, Severity.INFO, "x", "m")
    assert (found.pointer, found.line) == ("#/definitions/Local/properties/name", 26)
    content = (
        root.child("paths")
        .child("/pets/{id}")
        .child("get")
        .child("responses")
        .child("200")
        .child("content")
    )
    found = space.diagnose(
        content.child("application/json").child("schema"), Severity.INFO, "x", "m"
    )
    assert found.pointer == "#/paths/~1pets~1%7Bid%7D/get/responses/200/schema"
    assert found.line == 12
    assert (
        space.diagnose(root.child("servers").child(0), Severity.INFO, "x", "m").pointer == "#/host"
    )


def test_what_comes_out_is_valid() -> None:
    tree = yaml.safe_load(TEXT.replace("shared/models.yaml#/Pet", "#/definitions/Local"))
    for path in ("/more",):
        del tree["paths"][path]
    del tree["paths"]["/pets/{id}"]["put"]["parameters"]
    del tree["paths"]["/pets/{id}"]["get"]["responses"]["404"]
    converted, found = convert(tree)
    validate(converted)
    assert found == ()
