"""A document that has one text in every position that takes any, each position in a unit of its own.

A unit that cannot be honoured with such a text (a header named by two lines) must not take the others with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

STRING = {"type": "string"}
OK: dict[str, Any] = {"200": {"description": "Fine."}}


def _answer(schema: Any) -> dict[str, Any]:
    return {"200": {"description": "Fine.", "content": {"application/json": {"schema": schema}}}}


def _json(schema: Any) -> dict[str, Any]:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def _operation(name: str, **more: Any) -> dict[str, Any]:
    return {"operationId": name, "tags": ["all"], "responses": OK, **more}


def pointer(name: str) -> str:
    """A reference to a schema, whatever its name."""
    return "#/components/schemas/" + name.replace("~", "~0").replace("/", "~1").replace("%", "%25")


def _parameters(text: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Positions of parameters: the id of the operation, its method, the operation."""
    for place in ("query", "header", "cookie"):
        parameter = {"name": text, "in": place, "schema": STRING}
        yield f"{place}_name", "get", _operation(f"{place}_name", parameters=[parameter])
    words = {"summary": text, "description": text, "pattern": text, "format": text, "title": text}
    about = {
        "name": "p",
        "in": "query",
        "description": text,
        "example": text,
        "examples": {text: {"summary": text, "description": text, "value": text}},
        "schema": {"type": "string", "default": text, "examples": [text], **words},
    }
    yield "parameter_words", "get", _operation("parameter_words", parameters=[about])
    choice = {"name": "p", "in": "query", "schema": {"type": "string", "enum": [text, "other"]}}
    yield "parameter_enum", "get", _operation("parameter_enum", parameters=[choice])
    only = {"name": "p", "in": "query", "required": True, "schema": {"const": text}}
    yield "parameter_const", "get", _operation("parameter_const", parameters=[only])
    typed = {"name": "p", "in": "query", "content": {text: {"schema": STRING}}}
    yield "parameter_media_type", "get", _operation("parameter_media_type", parameters=[typed])
    odd = {"name": "p", "in": "query", "style": text, "schema": STRING}
    yield "parameter_style", "get", _operation("parameter_style", parameters=[odd])


def _bodies(text: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    def body(name: str, schema: Any) -> tuple[str, str, dict[str, Any]]:
        return name, "post", _operation(name, requestBody=_json(schema))

    yield body("body_property", {"type": "object", "properties": {text: STRING}})
    required = {"type": "object", "required": [text], "properties": {text: STRING}}
    yield body("body_required", required)
    yield body("body_const", {"type": "object", "properties": {"kind": {"const": text}}})
    yield body("body_enum", {"type": "object", "properties": {"e": {"enum": [text, "other"]}}})
    whole = {"type": "object", "properties": {"d": {"type": "string", "default": text}}}
    yield body("body_default", whole)
    kept = {
        "type": "object",
        "properties": {"d": {"default": {text: [text]}}},
        "example": {text: text},
    }
    yield body("body_structures", kept)
    for name, media in (
        ("form_property", "application/x-www-form-urlencoded"),
        ("multipart_property", "multipart/form-data"),
    ):
        content = {
            "schema": {"type": "object", "properties": {text: STRING}},
            "encoding": {text: {"contentType": text, "headers": {text: {"schema": STRING}}}},
        }
        found = {"required": True, "description": text, "content": {media: content}}
        yield name, "post", _operation(name, requestBody=found)
    typed = {"required": True, "content": {text: {"schema": {"type": "string"}}}}
    yield "body_media_type", "post", _operation("body_media_type", requestBody=typed)
    half = {"required": True, "content": {f"application/{text}": {"schema": {"type": "object"}}}}
    yield "body_half_media_type", "post", _operation("body_half_media_type", requestBody=half)


def _answers(text: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    def answer(name: str, responses: Any) -> tuple[str, str, dict[str, Any]]:
        return name, "get", _operation(name, responses=responses)

    named = {"type": "object", "properties": {text: STRING}}
    yield answer("answer_property", _answer(named))
    union = {
        "oneOf": [{"$ref": "#/components/schemas/Tagged"}, {"$ref": "#/components/schemas/Other"}],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {text: "#/components/schemas/Tagged", "other": "#/components/schemas/Other"},
        },
    }
    yield answer("answer_mapping", _answer(union))
    by_name = {
        "oneOf": [{"$ref": "#/components/schemas/ByText"}, {"$ref": "#/components/schemas/Other"}],
        "discriminator": {"propertyName": text, "mapping": {"x": text, "y": f"{text}#/x"}},
    }
    yield answer("answer_discriminator", _answer(by_name))
    inferred = {
        "anyOf": [
            {
                "type": "object",
                "required": ["t"],
                "properties": {"t": {"const": text}, "a": STRING},
            },
            {
                "type": "object",
                "required": ["t"],
                "properties": {"t": {"const": "zz"}, "b": STRING},
            },
        ]
    }
    yield answer("answer_inferred", _answer(inferred))
    told = {
        "description": text,
        "headers": {text: {"description": text, "schema": STRING}},
        "content": {text: {"schema": STRING}},
        "links": {text: {"operationId": text, "description": text}},
    }
    yield answer("answer_words", {"200": told})
    yield answer("answer_status", {"200": {"description": "Fine."}, text: {"description": text}})
    failed = {
        "description": text,
        "content": {"application/json": {"schema": {"$ref": pointer(text)}}},
    }
    yield answer("answer_error", {**OK, "422": failed})
    yield answer("answer_reference", _answer({"$ref": pointer(text)}))
    events = {"description": text, "content": {"text/event-stream": {"itemSchema": named}}}
    yield answer("answer_events", {"200": events})


def _operations(text: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    yield "operation_id", "get", {**_operation("x"), "operationId": text, "tags": ["all"]}
    words = {
        "summary": text,
        "description": text,
        "externalDocs": {"url": text, "description": text},
    }
    yield "operation_words", "get", _operation("operation_words", **words)
    yield "operation_tag", "get", {**_operation("operation_tag"), "tags": [text]}
    old = {"deprecated": True, "x-deprecation-message": text, "x-deprecated": text}
    yield "operation_deprecated", "get", _operation("operation_deprecated", **old)
    hints = {
        "x-speakeasy-name-override": text,
        "x-speakeasy-group": text,
        "x-fern-sdk-method-name": text,
        "x-fern-sdk-group-name": [text, text],
        "x-stainless-naming": {text: text},
        "x-codeSamples": [{"lang": text, "label": text, "source": text}],
        f"x-{text}": text,
    }
    yield "operation_hints", "get", _operation("operation_hints", **hints)
    pages = {
        "x-speakeasy-pagination": {
            "type": "cursor",
            "inputs": [{"name": text, "in": "parameters", "type": "cursor"}],
            "outputs": {"results": f"$.{text}", "nextCursor": f"$['{text}']"},
        }
    }
    yield "operation_pages", "get", _operation("operation_pages", **pages)
    servers = [{"url": text, "description": text, "name": text}]
    yield "operation_servers", "get", _operation("operation_servers", servers=servers)
    yield "operation_security", "get", _operation("operation_security", security=[{text: [text]}])
    for place in ("header", "query", "cookie"):
        name = f"key_{place}"
        yield name, "get", _operation(name, security=[{name: []}])
    yield "oauth", "get", _operation("oauth", security=[{"oauth": [text]}])
    back = {text: {text: {"post": _operation(f"back_{text}")}}}
    yield "callbacks", "get", _operation("callbacks", callbacks=back)


def _schemas(text: str) -> dict[str, Any]:
    words = {"title": text, "description": text, "$comment": text, "externalDocs": {"url": text}}
    return {
        text: {"type": "object", "properties": {"a": STRING}},
        "Words": {
            "type": "object",
            **words,
            "example": text,
            "properties": {"a": {"type": "string", **words, "pattern": text, "example": text}},
        },
        "Titled": {
            "type": "object",
            "properties": {"inner": {"type": "object", "title": text, "properties": {"a": STRING}}},
        },
        "Choice": {
            "type": "string",
            "enum": ["one", text],
            "description": text,
            "x-enum-varnames": [text, text],
            "x-enum-descriptions": [text, text],
        },
        "Mixed": {"enum": [text, 1, None, {text: text}, [text]]},
        "Constants": {"type": "object", "properties": {"c": {"const": {text: [text]}}}},
        "Map": {
            "type": "object",
            "additionalProperties": STRING,
            "patternProperties": {text: STRING},
        },
        "Format": {
            "type": "string",
            "format": text,
            "contentMediaType": text,
            "contentEncoding": text,
        },
        "Identified": {"$anchor": text, "type": "object", "properties": {"a": STRING}},
        "Tagged": {"type": "object", "properties": {"kind": STRING, "tagged": STRING}},
        "Other": {"type": "object", "properties": {"kind": STRING, "other": STRING}},
        "ByText": {"type": "object", "properties": {text: STRING, "by_text": STRING}},
    }


def _paths(text: str) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for source in (_parameters, _bodies, _answers, _operations):
        for name, method, operation in source(text):
            paths[f"/{name}"] = {method: operation}
    paths[f"/path{text}"] = {"summary": text, "description": text, "get": _operation("path_key")}
    paths[f"/variant#{text}"] = {"get": _operation("path_variant")}
    paths[f"{text}"] = {"get": _operation("path_bare")}
    named = {"name": text, "in": "path", "required": True, "schema": STRING}
    paths[f"/named/{{{text}}}"] = {"get": _operation("path_named", parameters=[named])}
    value = {"name": "v", "in": "path", "required": True, "schema": STRING}
    paths["/value/{v}/end"] = {"get": _operation("path_value", parameters=[value])}
    value = {"name": "X-Value", "in": "header", "required": True, "schema": STRING}
    paths["/header_value"] = {"get": _operation("header_value", parameters=[value])}
    all_schemas = {
        "type": "object",
        "properties": {name: {"$ref": pointer(name)} for name in _schemas(text)},
    }
    paths["/schemas"] = {"get": _operation("schemas", responses=_answer(all_schemas))}
    return paths


def document(text: str) -> dict[str, Any]:
    """The document with a text in every position."""
    scheme = {"type": "apiKey", "name": text, "description": text}
    flows = {
        "clientCredentials": {"tokenUrl": text, "refreshUrl": text, "scopes": {text: text}},
        "authorizationCode": {"authorizationUrl": text, "tokenUrl": text, "scopes": {text: text}},
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": text,
            "summary": text,
            "description": text,
            "termsOfService": text,
            "version": text,
            "contact": {"name": text, "url": text, "email": text},
            "license": {"name": text, "identifier": text, "url": text},
        },
        "jsonSchemaDialect": text,
        "externalDocs": {"url": text, "description": text},
        "servers": [
            {"url": "https://api.example.com/base", "description": text},
            {"url": text, "description": text, "name": text},
            {
                "url": "https://{v}.example.com",
                "variables": {"v": {"default": text, "enum": [text, "b"], "description": text}},
            },
        ],
        "tags": [
            {"name": "all", "description": text, "summary": text, "externalDocs": {"url": text}},
            {"name": text, "description": text},
        ],
        "paths": _paths(text),
        "webhooks": {text: {"post": _operation("hook")}},
        "components": {
            "schemas": _schemas(text),
            "securitySchemes": {
                text: {
                    "type": "http",
                    "scheme": "bearer",
                    "bearerFormat": text,
                    "description": text,
                },
                "key_header": {**scheme, "in": "header"},
                "key_query": {**scheme, "in": "query"},
                "key_cookie": {**scheme, "in": "cookie"},
                "oauth": {"type": "oauth2", "flows": flows, "description": text},
                "open_id": {"type": "openIdConnect", "openIdConnectUrl": text},
                "scheme": {"type": "http", "scheme": text},
            },
            "examples": {text: {"value": text}},
            "parameters": {text: {"name": text, "in": "query", "schema": STRING}},
            "headers": {text: {"schema": STRING, "description": text}},
        },
        f"x-{text}": {text: text},
    }


def positions() -> int:
    """How many strings of the document are the text, keys among them."""
    mark = "Mark7"

    def count(value: Any) -> int:
        if isinstance(value, dict):
            return sum((mark in key) + count(item) for key, item in value.items())
        if isinstance(value, list):
            return sum(count(item) for item in value)
        return isinstance(value, str) and mark in value

    return count(document(mark))


def dangling(text: str) -> dict[str, Any]:
    """A document that refers to a text, which is nothing that is there."""
    responses = {"200": {"$ref": text}}
    schema = {"properties": {"a": {"$ref": f"#/components/schemas/{text}~2%"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/a": {"get": {"responses": responses}, "post": {"responses": _answer(schema)}}},
    }
