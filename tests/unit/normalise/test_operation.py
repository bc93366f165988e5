from __future__ import annotations

from typing import Any

import pytest
from clientwright.diagnostics import Severity
from clientwright.normalise import Normalised
from clientwright.normalise.form import SecurityRequirement

JSON = {"application/json": {"schema": {"type": "object"}}}


def codes(result: Normalised) -> list[tuple[Severity, str]]:
    return [(finding.severity, finding.code) for finding in result.diagnostics]


def test_what_an_operation_says_of_itself(operation: Any) -> None:
    result = operation(
        {
            "operationId": "list",
            "summary": "S",
            "description": "D",
            "tags": ["a", "b", "a", 3],
            "deprecated": True,
            "externalDocs": {"url": "https://docs"},
            "callbacks": {},
            "x-own": 1,
            "parametrs": [],
        },
        item={"summary": "outer", "description": "outer"},
    )
    (found,) = result.api.operations
    assert (found.operation_id, found.summary, found.description) == ("list", "S", "D")
    assert found.tags == ("a", "b")
    assert found.deprecated
    assert found.external_docs == "https://docs"
    assert found.extensions == {"x-own": 1}
    assert sorted(codes(result)) == [
        (Severity.INFO, "callbacks-not-expressed"),
        (Severity.INFO, "unknown-field"),
        (Severity.WARNING, "wrong-type"),
    ]


def test_an_operation_that_is_no_object_is_dropped(operation: Any) -> None:
    result = operation([])  # type: ignore[arg-type]
    assert result.api.operations == ()
    assert [each.id_or_method_path for each in result.dropped] == ["GET /pets"]


def test_request_bodies(operation: Any) -> None:
    shared = {"Pet": {"content": JSON, "required": True, "description": "far"}}
    result = operation(
        {"requestBody": {"$ref": "#/components/requestBodies/Pet", "description": "near"}},
        method="post",
        document={"components": {"requestBodies": shared}},
    )
    body = result.api.operations[0].request_body
    assert body is not None
    assert (body.required, body.description) == (True, "near")
    assert body.pointer == "#/components/requestBodies/Pet"
    (media,) = body.content
    assert (media.name, media.schema) == (
        "application/json",
        "#/components/requestBodies/Pet/content/application~1json/schema",
    )


@pytest.mark.parametrize(
    ("method", "body", "code"),
    [
        ("post", {}, (Severity.WARNING, "body-without-content")),
        ("post", 3, (Severity.ERROR, "wrong-type")),
        ("trace", {"content": JSON}, (Severity.WARNING, "trace-with-body")),
    ],
)
def test_bodies_that_cannot_be_sent(operation: Any, method: str, body: Any, code: Any) -> None:
    result = operation({"requestBody": body}, method=method)
    assert result.api.operations[0].request_body is None
    assert codes(result) == [code]


def test_encodings(operation: Any) -> None:
    encoding = {
        "file": {
            "contentType": "image/png, image/jpeg",
            "headers": {"X-A": {"schema": {"type": "string"}}, "Content-Type": {"schema": {}}},
        },
        "tags": {"explode": False},
        "deep": {"style": "deepObject", "allowReserved": True},
        "bad": [],
    }
    content = {"multipart/form-data": {"schema": {"type": "object"}, "encoding": encoding}}
    result = operation({"requestBody": {"content": content}}, method="post")
    body = result.api.operations[0].request_body
    assert body is not None
    file, tags, deep = body.content[0].encodings
    assert file.content_types == ("image/png", "image/jpeg")
    assert [header.name for header in file.headers] == ["X-A"]
    assert file.style is None
    assert (tags.style, tags.explode) == ("form", False)
    assert (deep.style, deep.explode, deep.allow_reserved) == ("deepObject", True, True)
    assert codes(result) == [(Severity.INFO, "ignored-header"), (Severity.ERROR, "wrong-type")] or (
        sorted(codes(result)) == [(Severity.ERROR, "wrong-type"), (Severity.INFO, "ignored-header")]
    )


def test_responses(operation: Any) -> None:
    result = operation(
        {
            "responses": {
                "200": {
                    "content": {"text/event-stream": {"itemSchema": {"type": "object"}}},
                    "headers": {
                        "X-Next": {"$ref": "#/components/headers/Next", "description": "near"}
                    },
                    "links": {},
                },
                "4xx": {"$ref": "#/components/responses/Error"},
                "default": {"$ref": "#/components/responses/Error", "description": "near"},
                "twice": {},
                "x-own": 1,
            }
        },
        document={
            "components": {
                "responses": {"Error": {"description": "far", "content": JSON}},
                "headers": {"Next": {"schema": {"type": "string"}, "required": True}},
            }
        },
        version="3.2.0",
    )
    ok, error, default = result.api.operations[0].responses
    assert (ok.status, error.status, default.status) == ("200", "4XX", "default")
    assert ok.content[0].item_schema is not None and ok.content[0].schema is None
    assert [(each.name, each.required, each.description) for each in ok.headers] == [
        ("X-Next", True, "near")
    ]
    assert (error.description, default.description) == ("far", "near")
    assert error.pointer == default.pointer == "#/components/responses/Error"
    assert codes(result) == [
        (Severity.INFO, "links-not-expressed"),
        (Severity.ERROR, "not-a-status"),
    ]


def test_media_types_by_reference(operation: Any) -> None:
    result = operation(
        {
            "responses": {
                "200": {"content": {"application/json": {"$ref": "#/components/mediaTypes/J"}}}
            }
        },
        document={"components": {"mediaTypes": {"J": {"schema": {"type": "string"}}}}},
        version="3.2.0",
    )
    (media,) = result.api.operations[0].responses[0].content
    assert (media.name, media.schema) == ("application/json", "#/components/mediaTypes/J/schema")
    assert codes(result) == []


def test_security(document: Any) -> None:
    def secured(value: Any) -> dict[str, Any]:
        return {"get": {"security": value}}

    result = document(
        {
            "components": {
                "securitySchemes": {
                    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                    "token": {"type": "http", "scheme": "Bearer"},
                    "bad": {"type": "magic"},
                }
            },
            "security": [{"key": []}],
            "paths": {
                "/outer": {"get": {}},
                "/none": secured([]),
                "/optional": secured([{}, {"token": ["a"]}]),
                "/both": secured([{"key": [], "token": []}]),
                "/unknown": secured([{"other": []}, {"key": [], "bad": []}]),
            },
        }
    )
    assert [(each.id, each.kind, each.http_scheme) for each in result.api.security_schemes] == [
        ("key", "apiKey", ""),
        ("token", "http", "bearer"),
    ]
    assert result.api.security == (SecurityRequirement((("key", ()),)),)
    assert [each.security for each in result.api.operations] == [
        None,
        (),
        (SecurityRequirement(()), SecurityRequirement((("token", ("a",)),))),
        (SecurityRequirement((("key", ()), ("token", ()))),),
        (SecurityRequirement((("key", ()),)),),
    ]
    assert codes(result) == [
        (Severity.ERROR, "unusable-security-scheme"),
        (Severity.ERROR, "unknown-security-scheme"),
        (Severity.WARNING, "unread-security-scheme"),
    ]


def test_oauth_flows(document: Any) -> None:
    flows = {
        "deviceAuthorization": {
            "deviceAuthorizationUrl": "https://d",
            "tokenUrl": "https://t",
            "scopes": {},
        },
        "clientCredentials": {"tokenUrl": "https://t", "scopes": {"read": "Read", "odd": None}},
        "password": {"scopes": {}},
    }
    scheme = {"type": "oauth2", "flows": flows, "oauth2MetadataUrl": "https://m"}
    result = document({"components": {"securitySchemes": {"o": scheme}}}, version="3.2.0")
    (found,) = result.api.security_schemes
    assert found.oauth2_metadata_url == "https://m"
    assert [flow.kind for flow in found.flows] == [
        "password",
        "clientCredentials",
        "deviceAuthorization",
    ]
    assert found.flows[1].scopes == (("read", "Read"), ("odd", ""))
    assert found.flows[2].device_authorization_url == "https://d"
    assert codes(result) == [(Severity.WARNING, "oauth-flow-without-url")]
