"""Operations, from tiny documents to methods."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from clientwright import ir
from clientwright.diagnostics import Severity
from support.documents import Builder, Json, answer, document, json_of, posting

OK: Json = {"200": {"description": ""}}
STRING: Json = {"type": "string"}
THING: Json = {"type": "object", "properties": {"a": STRING}}


@pytest.fixture
def build(tmp_path: Path) -> Builder:
    return Builder(tmp_path)


def parameter(name: str, in_: str, schema: Any = None, **more: Any) -> Json:
    return {"name": name, "in": in_, "schema": schema or STRING, "required": in_ == "path", **more}


def test_parameters_are_ordered_and_named(build: Builder) -> None:
    operation = build.one(
        document(
            {
                "/a/{bId}/{cId}": {
                    "get": {
                        "responses": OK,
                        "parameters": [
                            parameter("opt", "query"),
                            parameter("cId", "path"),
                            parameter("X-Req", "header", required=True),
                            parameter("bId", "path"),
                            parameter("bId", "cookie"),
                            parameter("Authorization", "header"),
                        ],
                    }
                }
            }
        )
    )
    assert [(p.name, p.wire_name, p.location) for p in operation.parameters] == [
        ("b_id", "bId", "path"),
        ("c_id", "cId", "path"),
        ("x_req", "X-Req", "header"),
        ("opt", "opt", "query"),
        ("b_id_cookie", "bId", "cookie"),
    ]


@pytest.mark.parametrize(
    ("schema", "shape"),
    [
        ({"type": "integer"}, "scalar"),
        ({"type": ["string", "null"]}, "scalar"),
        ({"enum": ["a", "b"]}, "scalar"),
        ({"type": "array", "items": STRING}, "array"),
        ({"anyOf": [{"type": "array", "items": STRING}, {"type": "null"}]}, "array"),
        (THING, "object"),
        ({"additionalProperties": STRING}, "object"),
        ({"allOf": [THING, {"properties": {"b": STRING}}]}, "object"),
        ({"oneOf": [STRING, {"type": "integer"}]}, "scalar"),
        ({"oneOf": [STRING, {"type": "array", "items": STRING}]}, "any"),
        ({"description": "anything"}, "any"),
    ],
)
def test_a_parameter_has_the_shape_of_its_schema(build: Builder, schema: Json, shape: str) -> None:
    operation = build.one(posting(parameters=[parameter("p", "query", schema)]))
    assert operation.parameters[0].shape == shape


def test_constants_and_defaults_of_parameters(build: Builder) -> None:
    operation = build.one(
        posting(
            parameters=[
                parameter("version", "header", {"const": "2"}, required=True),
                parameter("mode", "query", {"type": "string", "enum": ["x"]}),
                parameter("force", "query", {"const": True}),
                parameter("n", "query", {"type": "integer", "default": 3, "maximum": 9}),
                parameter("wrong", "query", {"type": "integer", "default": "three"}),
                parameter("none", "query", {"type": ["string", "null"], "default": None}),
            ]
        )
    )
    by_name = {p.wire_name: p for p in operation.parameters}
    assert by_name["version"].constant and by_name["version"].type == ir.Constant("2")
    assert by_name["mode"].constant
    assert not by_name["force"].constant
    assert (by_name["n"].has_default, by_name["n"].default) == (True, 3)
    assert by_name["n"].constraints == (("maximum", 9),)
    assert not by_name["wrong"].has_default
    assert (by_name["none"].has_default, by_name["none"].default) == (True, None)


def test_a_parameter_described_by_content(build: Builder) -> None:
    built = build(
        posting(
            parameters=[
                {"name": "f", "in": "query", **json_of(THING)},
                {"name": "g", "in": "query", **json_of(STRING, "application/octet-stream")},
            ]
        )
    )
    f, g = built.api.operations[0].parameters
    assert (f.media_type, f.style, f.shape) == ("application/json", "", "object")
    assert g.media_type == "application/json"
    assert built.fates == {"make": "degraded"}
    assert "parameter-media-type" in [item.code for item in built.diagnostics]


def test_an_object_body_is_flattened(build: Builder) -> None:
    operation = build.one(posting({"required": True, **json_of(THING)}))
    assert operation.body is not None
    assert (operation.body.flatten, operation.body.required) == (True, True)
    assert isinstance(operation.body.contents[0].type, ir.Named)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object", "additionalProperties": STRING},
        {"oneOf": [THING, {"type": "object", "properties": {"b": STRING}}]},
        {"type": "array", "items": THING},
        {"type": "object"},
        {"anyOf": [THING, {"type": "null"}]},
        STRING,
    ],
)
def test_other_bodies_are_one_argument(build: Builder, schema: Json) -> None:
    operation = build.one(posting({"required": True, **json_of(schema)}))
    assert operation.body is not None
    assert (operation.body.flatten, operation.body.name) == (False, "request")


def test_a_body_that_may_be_null_or_left_out_is_flattened(build: Builder) -> None:
    operation = build.one(posting(json_of({"anyOf": [THING, {"type": "null"}]})))
    assert operation.body is not None and operation.body.flatten
    assert isinstance(operation.body.contents[0].type, ir.Named)


def test_a_body_whose_field_is_a_parameter_too_stays_whole(build: Builder) -> None:
    source = posting(json_of(THING), parameters=[parameter("a", "query")])
    operation = build.one(source)
    assert operation.body is not None and not operation.body.flatten
    assert operation.parameters[0].name == "a"


def test_a_body_of_a_get_is_honoured(build: Builder) -> None:
    source = document({"/q": {"get": {"requestBody": json_of(THING), "responses": OK}}})
    assert build.one(source).body is not None


def test_the_preferred_media_type_is_first(build: Builder) -> None:
    body: Json = {
        "content": {
            "text/plain": {"schema": STRING},
            "application/x-www-form-urlencoded": {"schema": THING},
            "multipart/form-data": {"schema": THING},
            "application/vnd.x+json": {"schema": THING},
            "application/json; charset=utf-8": {"schema": THING},
        }
    }
    operation = build.one(posting(body))
    assert operation.body is not None
    assert [content.kind for content in operation.body.contents] == [
        "json",
        "json",
        "multipart",
        "form",
        "text",
    ]
    assert operation.body.contents[0].media_type == "application/json; charset=utf-8"


def test_files_are_not_put_into_json_when_there_is_multipart(build: Builder) -> None:
    schema: Json = {"type": "object", "properties": {"f": {"type": "string", "format": "binary"}}}
    body: Json = {
        "content": {
            "application/json": {"schema": schema},
            "multipart/form-data": {"schema": schema},
        }
    }
    operation = build.one(posting(body))
    assert operation.body is not None
    assert [content.kind for content in operation.body.contents] == ["multipart", "json"]


@pytest.mark.parametrize(
    ("media_type", "schema", "kind", "type_"),
    [
        (
            "application/octet-stream",
            {"type": "string", "format": "binary"},
            "binary",
            ir.Scalar("binary"),
        ),
        ("image/png", {}, "binary", ir.Scalar("binary")),
        ("text/plain", STRING, "text", ir.Scalar("string")),
        ("text/plain", THING, "text", ir.Scalar("string")),
        ("text/plain", {"type": "integer"}, "text", ir.Scalar("integer")),
        ("application/x-ndjson", {"type": "integer"}, "json-lines", ir.Array(ir.Scalar("integer"))),
        ("*/*", {"type": "integer"}, "json", ir.Scalar("integer")),
        ("*/*", {"type": "string", "format": "binary"}, "binary", ir.Scalar("binary")),
        ("application/json", {"type": "integer"}, "json", ir.Scalar("integer")),
    ],
)
def test_kinds_of_bodies(
    build: Builder, media_type: str, schema: Json, kind: str, type_: ir.Type
) -> None:
    operation = build.one(posting(json_of(schema, media_type)))
    assert operation.body is not None
    content = operation.body.contents[0]
    assert (content.kind, content.type) == (kind, type_)
    assert "*" not in content.media_type


def test_xml_is_handed_over_as_text_and_reported(build: Builder) -> None:
    built = build(posting(json_of(THING, "application/xml"), {"200": answer(THING, "text/xml")}))
    (operation,) = built.api.operations
    assert operation.body is not None
    assert (operation.body.contents[0].kind, operation.body.contents[0].type) == (
        "xml",
        ir.Scalar("string"),
    )
    assert operation.responses[0].contents[0].type == ir.Scalar("string")
    assert [item.code for item in built.diagnostics] == ["xml-as-text", "xml-as-text"]
    assert built.fates == {"make": "degraded"}


@pytest.mark.parametrize("media_type", ["multipart/form-data", "application/x-www-form-urlencoded"])
@pytest.mark.parametrize(
    "schema",
    [{"type": "string", "format": "binary"}, {"type": "array", "items": {"type": "string"}}],
)
def test_a_form_without_names_takes_any_and_is_reported(
    build: Builder, media_type: str, schema: Json
) -> None:
    built = build(posting(json_of(schema, media_type)))
    (operation,) = built.api.operations
    assert operation.body is not None
    assert operation.body.contents[0].type == ir.Map(ir.AnyType())
    assert [item.code for item in built.diagnostics] == ["form-not-object"]
    assert built.fates == {"make": "degraded"}


def test_a_form_that_is_a_string_takes_that(build: Builder) -> None:
    built = build(posting(json_of({"type": "string"}, "application/x-www-form-urlencoded")))
    (operation,) = built.api.operations
    assert operation.body is not None
    (content,) = operation.body.contents
    assert (content.kind, content.type) == ("text", ir.Scalar("string"))
    assert content.media_type == "application/x-www-form-urlencoded"
    assert built.diagnostics == ()


@pytest.mark.parametrize(
    ("media_type", "held"),
    [("application/yaml", "text"), ("text/plain", "text"), ("application/pdf", "bytes")],
)
def test_a_structure_that_is_not_followed_is_reported(
    build: Builder, media_type: str, held: str
) -> None:
    built = build(posting(json_of(THING, media_type), {"200": answer(THING, media_type)}))
    assert [item.code for item in built.diagnostics] == [f"structure-as-{held}"] * 2
    assert built.fates == {"make": "degraded"}


def test_xml_beside_json_degrades_nothing(build: Builder) -> None:
    body: Json = {
        "content": {"application/xml": {"schema": THING}, "application/json": {"schema": THING}}
    }
    built = build(posting(body))
    assert built.fates == {"make": "generated"}
    assert [item.severity for item in built.diagnostics] == [Severity.INFO]


def parts(
    build: Builder, media_type: str, properties: Json, encoding: Any = None
) -> dict[str, ir.Part]:
    schema: Json = {"type": "object", "properties": properties}
    content = json_of(schema, media_type, **({"encoding": encoding} if encoding else {}))
    body = build.one(posting(content)).body
    assert body is not None
    return {part.property: part for part in body.contents[0].parts}


BINARY: Json = {"type": "string", "format": "binary"}


@pytest.mark.parametrize(
    ("schema", "kind", "media_type", "many"),
    [
        (STRING, "text", "", False),
        ({"type": "array", "items": {"type": "integer"}}, "text", "", True),
        (THING, "json", "application/json", False),
        ({"type": "array", "items": THING}, "json", "application/json", True),
        (BINARY, "file", "", False),
        ({"type": ["string", "null"], "format": "binary"}, "file", "", False),
        ({"type": "array", "items": BINARY}, "file", "", True),
        ({"oneOf": [BINARY, {"type": "array", "items": BINARY}]}, "file", "", True),
        ({"contentMediaType": "application/octet-stream"}, "file", "", False),
        ({"type": "string", "contentMediaType": "image/png"}, "file", "", False),
        (
            {"type": "string", "contentMediaType": "image/png", "contentEncoding": "base64"},
            "text",
            "",
            False,
        ),
        ({"type": "string", "contentEncoding": "binary"}, "file", "", False),
        ({}, "file", "", False),
        ({"anyOf": [STRING, THING]}, "text", "", False),
    ],
)
def test_parts_of_multipart(
    build: Builder, schema: Json, kind: str, media_type: str, many: bool
) -> None:
    part = parts(build, "multipart/form-data", {"p": schema})["p"]
    assert (part.kind, part.media_type, part.many) == (kind, media_type, many)


def test_encodings_of_multipart(build: Builder) -> None:
    found = parts(
        build,
        "multipart/form-data",
        {"a": BINARY, "b": BINARY, "c": STRING, "d": {}, "e": {"type": "array", "items": STRING}},
        {
            "a": {"contentType": "image/png"},
            "b": {"contentType": "image/png, image/jpeg"},
            "c": {"contentType": "application/json"},
            "d": {
                "contentType": "text/csv",
                "headers": {"X-A": {"schema": {"const": "1"}}, "X-B": {"schema": STRING}},
            },
            "e": {"style": "pipeDelimited", "explode": False},
        },
    )
    assert (found["a"].kind, found["a"].media_type) == ("file", "image/png")
    assert (found["b"].kind, found["b"].media_type) == ("file", "")
    assert (found["c"].kind, found["c"].media_type) == ("json", "application/json")
    assert (found["d"].kind, found["d"].media_type, found["d"].headers) == (
        "text",
        "text/csv",
        (("X-A", "1"),),
    )
    assert (found["e"].kind, found["e"].style, found["e"].explode) == (
        "style",
        "pipeDelimited",
        False,
    )


def test_parts_of_forms(build: Builder) -> None:
    found = parts(
        build,
        "application/x-www-form-urlencoded",
        {
            "s": STRING,
            "l": {"type": "array", "items": STRING},
            "o": THING,
            "d": THING,
            "j": {"type": "array", "items": STRING},
        },
        {"d": {"style": "deepObject", "explode": True}, "j": {"contentType": "application/json"}},
    )
    assert [(part.kind, part.style, part.many) for part in found.values()] == [
        ("style", "form", False),
        ("style", "form", False),
        ("json", "", False),
        ("style", "deepObject", False),
        ("json", "", False),
    ]


def test_successes_and_errors(build: Builder) -> None:
    responses: Json = {
        "200": answer(STRING),
        "201": answer({"type": "integer"}),
        "204": answer(STRING),
        "302": answer(STRING),
        "4XX": answer(THING),
        "default": answer(THING),
    }
    operation = build.one(posting(responses=responses))
    assert [(r.status, r.error, len(r.contents)) for r in operation.responses] == [
        ("200", False, 1),
        ("201", False, 1),
        ("204", False, 0),
        ("302", False, 0),
        ("4XX", True, 1),
        ("default", True, 1),
    ]


@pytest.mark.parametrize(
    ("method", "kept"),
    [
        ("get", ["200", "300", "304"]),
        ("head", ["200", "300", "304"]),
        ("post", ["200", "300", "301", "302", "303", "304", "3XX"]),
    ],
)
def test_redirects_beside_a_success_are_followed(
    build: Builder, method: str, kept: list[str]
) -> None:
    statuses = ("200", "300", "301", "302", "303", "304", "307", "308", "3XX")
    empty: Json = {status: {"description": ""} for status in statuses}
    source = document({"/a": {method: {"operationId": "a", "responses": empty}}})
    built = build(source)
    assert [r.status for r in built.api.operations[0].responses] == kept
    found = [f for f in built.diagnostics if f.code == "redirect-followed"]
    assert len(found) == len(statuses) - len(kept)
    del empty["200"]
    alone = build(document({"/a": {method: {"operationId": "a", "responses": empty}}}))
    assert [r.status for r in alone.api.operations[0].responses] == list(statuses[1:])


def test_default_alone_is_the_success_too(build: Builder) -> None:
    operation = build.one(posting(responses={"default": answer(STRING), "404": answer(THING)}))
    assert [(r.status, r.error) for r in operation.responses] == [
        ("2XX", False),
        ("default", True),
        ("404", True),
    ]


def test_declared_errors(build: Builder) -> None:
    source = posting(responses={"200": answer(STRING), "202": answer(THING)})
    source["paths"]["/things"]["post"]["x-clientwright-errors"] = {"statusCodes": ["202"]}
    assert [r.error for r in build.one(source).responses] == [False, True]


def test_a_head_has_no_body(build: Builder) -> None:
    source = document({"/h": {"head": {"responses": {"200": answer(STRING)}}}})
    assert build.one(source).responses[0].contents == ()


def test_headers_of_answers(build: Builder) -> None:
    source = posting(
        responses={
            "200": {
                "description": "",
                "headers": {"X-N": {"schema": {"type": "integer"}, "required": True}},
            }
        }
    )
    (header,) = build.one(source).responses[0].headers
    assert (header.wire_name, header.type, header.required) == ("X-N", ir.Scalar("integer"), True)


def test_security_of_operations(build: Builder) -> None:
    source = document(
        {
            "/a": {"get": {"operationId": "a", "responses": OK}},
            "/b": {"get": {"operationId": "b", "responses": OK, "security": []}},
            "/c": {"get": {"operationId": "c", "responses": OK, "security": [{}, {"Key": []}]}},
        },
        security=[{"Key": []}],
        components={"securitySchemes": {"Key": {"type": "apiKey", "in": "query", "name": "k"}}},
    )
    a, b, c = build(source).api.operations
    assert a.security == (ir.Requirement((("key", ()),)),)
    assert b.security == ()
    assert c.security == (ir.Requirement(()), ir.Requirement((("key", ()),)))


def test_servers_of_operations(build: Builder) -> None:
    own = {"url": "https://{n}.c", "variables": {"n": {"default": "a", "enum": ["a", "b"]}}}
    source = document(
        {
            "/a": {"get": {"operationId": "a", "responses": OK}, "servers": [{"url": "https://p"}]},
            "/b": {"get": {"operationId": "b", "responses": OK}},
            "/c": {"get": {"operationId": "c", "responses": OK, "servers": [own]}},
        },
        servers=[{"url": "https://d", "description": "EU server"}],
    )
    api = build(source).api
    a, b, c = (operation.servers for operation in api.operations)
    assert (a, b) == ((ir.Server("https://p"),), ())
    variable = ir.ServerVariable("n", "n", "a", ("a", "b"))
    assert c == (ir.Server("https://{n}.c", variables=(variable,)),)
    assert [(server.url, server.name) for server in api.servers] == [("https://d", "eu")]


def test_deprecation_samples_and_retries(build: Builder) -> None:
    source = posting(
        **{
            "deprecated": True,
            "x-clientwright-deprecation": {"message": "Old.", "replacement": "make2"},
            "x-codeSamples": [{"lang": "python", "source": "make()"}],
            "x-clientwright-idempotent": True,
        }
    )
    operation = build.one(source)
    assert (operation.doc.deprecated, operation.doc.deprecation, operation.doc.replacement) == (
        True,
        "Old.",
        "make2",
    )
    assert operation.samples == (ir.Sample("python", "make()"),)
    assert operation.retries == ir.Retries()


def test_what_a_target_ignores_is_dropped_and_said(build: Builder) -> None:
    source = posting(**{"x-clientwright-ignore": ["python"]})
    built = build(source, target="python")
    assert built.api.operations == ()
    assert built.fates == {"make": "dropped"}
    assert [item.code for item in built.diagnostics] == ["operation-ignored"]
    assert build(source, target="rust").fates == {"make": "generated"}


def test_a_selection_keeps_names_and_drops_models(build: Builder) -> None:
    def operation(id_: str, tag: str, schema: str) -> Json:
        ref = {"$ref": f"#/components/schemas/{schema}"}
        return {"operationId": id_, "tags": [tag], "responses": {"200": answer(ref)}}

    source = document(
        {
            "/a": {
                "get": operation("x_a_get", "beta.a", "A"),
                "put": operation("x_a_put", "beta.a", "A"),
            },
            "/b": {"get": operation("x_b_get", "b", "B")},
        },
        components={"schemas": {"A": THING, "B": THING}},
    )
    built = build(source, select_tags=("beta",))
    assert [(o.resource, o.name) for o in built.api.operations] == [
        (("beta", "a"), "get"),
        (("beta", "a"), "put"),
    ]
    assert list(built.api.models) == ["A"]
    assert [resource.path for resource in built.api.resources] == [(), ("beta",), ("beta", "a")]
    assert list(built.fates) == ["x_a_get", "x_a_put"]


def test_a_finding_about_a_model_degrades_what_uses_it(build: Builder) -> None:
    conflict: Json = {"allOf": [{"type": "string"}, {"type": "integer"}]}
    source = document(
        {
            "/a": {
                "get": {
                    "operationId": "a",
                    "responses": {"200": answer({"$ref": "#/components/schemas/A"})},
                }
            },
            "/b": {
                "get": {
                    "operationId": "b",
                    "responses": {"200": answer({"$ref": "#/components/schemas/B"})},
                }
            },
        },
        components={
            "schemas": {"A": {"type": "object", "properties": {"c": conflict}}, "B": THING}
        },
    )
    built = build(source)
    assert any(item.severity is not Severity.INFO for item in built.diagnostics)
    assert built.fates == {"a": "degraded", "b": "generated"}


def test_operations_whose_path_items_are_one_keep_apart(build: Builder) -> None:
    item: Json = {"get": {"responses": OK}}
    source = document(
        {"/a": {"$ref": "#/components/pathItems/I"}, "/b": {"$ref": "#/components/pathItems/I"}},
        components={"pathItems": {"I": item}},
    )
    assert [operation.name for operation in build(source).api.operations] == ["get_a", "get_b"]


def test_what_a_component_holds_is_called_after_it_and_not_after_its_first_user(
    build: Builder,
) -> None:
    listed: Json = {"type": "string", "enum": ["a", "b"]}
    source = posting(
        {"$ref": "#/components/requestBodies/Order"},
        {
            "200": {"$ref": "#/components/responses/ManyThings"},
            "404": {"$ref": "#/components/responses/gone"},
            "409": {"$ref": "#/components/responses/TakenError"},
        },
        parameters=[{"$ref": "#/components/parameters/sort-by"}],
    )
    source["components"] |= {
        "requestBodies": {"Order": json_of({"type": "array", "items": THING})},
        "responses": {
            name: answer({"type": "object", "properties": {"how": listed}})
            for name in ("ManyThings", "gone", "TakenError")
        },
        "parameters": {"sort-by": {"name": "sort", "in": "query", "schema": listed}},
    }
    assert set(build(source).api.models) == {
        "SortBy",
        "OrderRequestItem",
        "ManyThingsResponse",
        "ManyThingsResponseHow",
        "GoneResponse",
        "TakenError",
        "GoneResponseHow",
        "TakenErrorHow",
    }
