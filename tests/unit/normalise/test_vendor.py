from __future__ import annotations

from typing import Any

import pytest
from clientwright.diagnostics import Severity
from clientwright.normalise.form import ABSENT
from clientwright.normalise.operation_hints import NameRule
from clientwright.normalise.vendor_shapes import errors, ms_enum_names

OWN = "x-clientwright-"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"x-speakeasy-name-override": "list"}, {"name": "list"}),
        ({"x-fern-sdk-method-name": "list"}, {"name": "list"}),
        ({"x-stainless-method": "a.b.list"}, {"name": "list", "group": ["a", "b"]}),
        ({"x-stainless-method": {"path": "$client.me"}}, {"name": "me"}),
        ({"x-speakeasy-group": "a.b"}, {"group": ["a", "b"]}),
        ({"x-fern-sdk-group-name": ["a", "b"]}, {"group": ["a", "b"]}),
        ({"x-fern-sdk-group-name": "a"}, {"group": ["a"]}),
        (
            {
                "x-speakeasy-deprecation-message": "old",
                "x-speakeasy-deprecation-replacement": "new",
            },
            {"deprecation": {"message": "old", "replacement": "new"}},
        ),
        ({"x-deprecated": {"description": "old"}}, {"deprecation": {"message": "old"}}),
        (
            {"x-speakeasy-retries": {"strategy": "none"}},
            {"retries": {"strategy": "none"}},
        ),
        ({"x-fern-retries": {"disabled": True}}, {"retries": False}),
        (
            {"x-speakeasy-errors": {"statusCodes": [404, "5xx"]}},
            {"errors": {"statusCodes": ["404", "5XX"], "override": False}},
        ),
        ({"x-speakeasy-usage-example": True}, {"usage-example": True}),
        (
            {
                "x-fern-streaming": {
                    "format": "sse",
                    "terminator": "[DONE]",
                    "stream-condition": "$request.stream",
                }
            },
            {
                "sse-sentinel": "[DONE]",
                "stream-property": "stream",
                "streaming": {
                    "format": "sse",
                    "terminator": "[DONE]",
                    "stream-condition": "$request.stream",
                },
            },
        ),
        ({"x-fern-streaming": True}, {"streaming": True}),
        (
            {"x-codeSamples": [{"lang": "curl", "source": "curl /", "label": "L"}, {"lang": "x"}]},
            {"samples": [{"lang": "curl", "label": "L", "source": "curl /"}]},
        ),
        (
            {"x-ms-pageable": {"nextLinkName": "next"}},
            {
                "pagination": {
                    "type": "url",
                    "inputs": [],
                    "outputs": {"results": "$.value", "nextUrl": "$.next"},
                }
            },
        ),
        ({"x-stainless-skip": ["go", "java"]}, {"ignore": ["go", "java"]}),
        ({"x-speakeasy-name-override": "a", "x-fern-sdk-method-name": "b"}, {"name": "a"}),
        ({"x-speakeasy-name-override": "a", "x-clientwright-name": "b"}, {"name": "b"}),
    ],
)
def test_hints_on_operations(
    operation: Any, given: dict[str, Any], expected: dict[str, Any]
) -> None:
    answers = {"200": {"description": "", "content": {"application/json": {}}}}
    result = operation({"responses": answers, **given})
    (found,) = result.api.operations
    neutral = {
        key.removeprefix(OWN): value
        for key, value in found.extensions.items()
        if key.startswith(OWN)
    }
    assert neutral == expected
    assert result.diagnostics == ()
    assert found.extensions.items() >= given.items()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"x-enum-varnames": ["A"]}, {"enum-names": ["A"]}),
        ({"x-enumNames": ["A"]}, {"enum-names": ["A"]}),
        ({"x-enum-descriptions": {"a": "A"}}, {"enum-descriptions": {"a": "A"}}),
        (
            {"x-fern-enum": {"a": {"name": "A", "description": "first"}, "b": {}}},
            {"enum-names": {"a": "A"}, "enum-descriptions": {"a": "first"}},
        ),
        (
            {"x-ms-enum": {"name": "Letter", "values": [{"value": "a", "name": "A"}]}},
            {"enum-names": {"a": "A"}, "type-name": "Letter"},
        ),
        ({"x-fern-type-name": "T"}, {"type-name": "T"}),
        ({"x-fern-property-name": "p"}, {"name": "p"}),
        ({"x-speakeasy-unknown-values": "allow"}, {"unknown-values": "allow"}),
        (
            {"x-stainless-naming": {"python": {"type_name": "T"}, "go": {"type_name": "T"}}},
            {"name": "T"},
        ),
        (
            {"x-stainless-pagination-property": {"purpose": "items"}},
            {"pagination-property": {"purpose": "items"}},
        ),
        ({"x-fern-sdk-method-name": "not here"}, {}),
        ({"x-somebody-else": {"name": 1}}, {}),
    ],
)
def test_hints_on_schemas(schema: Any, given: dict[str, Any], expected: dict[str, Any]) -> None:
    result = schema({"type": "string", "enum": ["a", "b"], **given})
    extensions = result.api.schemas["#/components/schemas/It"].extensions
    neutral = {
        key.removeprefix(OWN): value for key, value in extensions.items() if key.startswith(OWN)
    }
    assert neutral == expected
    assert result.diagnostics == ()


def test_a_hint_that_cannot_be_read_is_told(operation: Any) -> None:
    result = operation({"x-speakeasy-group": 3})
    assert f"{OWN}group" not in result.api.operations[0].extensions
    (finding,) = result.diagnostics
    assert (finding.severity, finding.code) == (Severity.INFO, "extension-not-read")
    assert finding.pointer == "#/paths/~1pets/get/x-speakeasy-group"


@pytest.mark.parametrize(
    "key", ["x-clientwright-ignore", "x-speakeasy-ignore", "x-stainless-skip", "x-fern-ignore"]
)
def test_what_asks_to_be_ignored_is_left_out(document: Any, key: str) -> None:
    hidden = {"operationId": "hidden", key: True}
    result = document(
        {
            "paths": {
                "/a": {"get": hidden, "put": {"operationId": "shown"}},
                "/b": {key: True, "get": {"operationId": "below"}},
                "/c": {
                    "get": {
                        "operationId": "c",
                        "parameters": [{"name": "q", "in": "query", "schema": {}, key: True}],
                    }
                },
            },
            "components": {"schemas": {"It": {"properties": {"a": {key: True}, "b": {}}}}},
        }
    )
    assert [each.operation_id for each in result.api.operations] == ["shown", "c"]
    assert [each.id_or_method_path for each in result.dropped] == ["hidden", "below"]
    assert result.api.operations[1].parameters == ()
    assert list(result.api.schemas["#/components/schemas/It"].properties) == ["b"]
    assert {(each.severity, each.code) for each in result.diagnostics} == {
        (Severity.INFO, "ignored-by-extension")
    }


def test_our_own_word_on_ignoring_wins(operation: Any) -> None:
    result = operation({"x-clientwright-ignore": False, "x-speakeasy-ignore": True})
    assert len(result.api.operations) == 1


def test_pagination_inputs_find_their_place(operation: Any) -> None:
    fields = {
        "parameters": [{"name": "after", "in": "query", "schema": {}}],
        "requestBody": {"content": {"application/json": {"schema": {}}}},
        "x-fern-pagination": {
            "cursor": "$request.after",
            "step": "$request.size",
            "next_cursor": "$response.page.next",
            "results": "$response.data",
        },
    }
    result = operation(fields, method="post")
    assert result.api.operations[0].extensions[f"{OWN}pagination"] == {
        "type": "cursor",
        "inputs": [
            {"name": "after", "type": "cursor", "in": "parameters"},
            {"name": "size", "type": "limit", "in": "requestBody"},
        ],
        "outputs": {"nextCursor": "$.page.next", "results": "$.data"},
    }


def test_names_of_methods_by_pattern(document: Any) -> None:
    rules = [
        {"operationId": "^get.*Pets$", "methodNameOverride": "get"},
        {"operationId": "exact", "methodNameOverride": "found"},
    ]
    paths = {
        "/a": {"get": {"operationId": "getAllPets"}},
        "/b": {"get": {"operationId": "forgetPets"}},
        "/c": {"get": {"operationId": "inexactly"}},
        "/d": {"get": {"operationId": "getPets", "x-clientwright-name": "own"}},
    }
    result = document({"paths": paths, "x-speakeasy-name-override": rules})
    names = [each.extensions.get(f"{OWN}name") for each in result.api.operations]
    assert names == ["get", None, "found", "own"]
    hostile = [{"operationId": "(a+)+$", "methodNameOverride": "x"}]
    told = document({"x-speakeasy-name-override": hostile})
    assert [each.code for each in told.diagnostics] == ["extension-not-read"]


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("*", "", True),
        ("a*a", "a", False),
        ("a*a", "aa", True),
        ("*b*b*", "abab", True),
        ("*b*b*", "ab", False),
        ("*ab", "abab", True),
        ("ab", "abab", False),
    ],
)
def test_name_patterns(pattern: str, text: str, fits: bool) -> None:
    assert NameRule(pattern, "x").fits(text) is fits


def test_hints_of_the_document_and_its_servers(document: Any) -> None:
    result = document(
        {
            "servers": [{"url": "https://a", "x-fern-server-name": "Production"}],
            "x-fern-idempotency-headers": [{"header": "Idempotency-Key", "name": "key"}],
            "x-fern-global-headers": [{"header": "X-Version", "name": "version", "optional": True}],
        }
    )
    assert result.api.servers[0].name == "Production"
    assert result.api.extensions[f"{OWN}idempotency-header"] == "Idempotency-Key"
    assert result.api.extensions[f"{OWN}globals"] == {
        "parameters": [
            {
                "name": "X-Version",
                "in": "header",
                "required": False,
                "schema": {"type": "string"},
                "x-clientwright-name": "version",
            }
        ]
    }


def test_hints_beside_the_paths_hold_for_the_document(document: Any) -> None:
    result = document(
        {
            "paths": {"x-speakeasy-errors": {"statusCodes": ["4XX"]}, "x-speakeasy-timeout": 1},
            "x-clientwright-timeout": 2,
        }
    )
    assert result.api.extensions[f"{OWN}errors"] == {"statusCodes": ["4XX"], "override": False}
    assert result.api.extensions[f"{OWN}timeout"] == 2


def test_hints_that_say_what_the_specification_can(document: Any) -> None:
    result = document(
        {
            "paths": {
                "/a": {
                    "get": {
                        "x-speakeasy-deprecation-message": "old",
                        "parameters": [
                            {
                                "name": "p",
                                "in": "query",
                                "schema": {"type": "string", "x-stainless-param": "better"},
                            }
                        ],
                    }
                }
            },
            "components": {
                "schemas": {"It": {"x-extensible-enum": ["a", "b"], "x-deprecated": True}}
            },
        }
    )
    (operation,) = result.api.operations
    assert operation.deprecated
    assert operation.parameters[0].extensions[f"{OWN}name"] == "better"
    it = result.api.schemas["#/components/schemas/It"]
    assert it.enum == ("a", "b")
    assert it.deprecated
    assert it.extensions[f"{OWN}unknown-values"] == "allow"


def test_hints_of_a_path_item_hold_for_its_operations(document: Any) -> None:
    item = {"x-speakeasy-group": "a", "get": {}, "put": {"x-speakeasy-group": "b"}, "x-own": 1}
    result = document({"paths": {"/a": item}})
    assert [each.extensions[f"{OWN}group"] for each in result.api.operations] == [["a"], ["b"]]
    assert "x-own" not in result.api.operations[0].extensions


@pytest.mark.parametrize(
    "value",
    [10**5000, {}, [], None, 1.5, True],
    ids=["huge", "object", "array", "null", "fraction", "boolean"],
)
def test_values_of_enumerations_that_are_no_names_are_left_out(value: Any) -> None:
    hint = {"values": [{"value": value, "name": "A"}, {"value": 1, "name": "B"}]}
    assert ms_enum_names(hint) == {"1": "B"}
    assert errors({"statusCodes": [value]}) is ABSENT


@pytest.mark.parametrize(
    ("told", "answers", "code"),
    [
        (
            True,
            {"default": {"description": "", "content": {"application/json": {}}}},
            "nothing-to-stream",
        ),
        (True, {"200": {"description": ""}}, "nothing-to-stream"),
        (
            {"format": "xml"},
            {"200": {"description": "", "content": {"application/json": {}}}},
            "extension-not-read",
        ),
        (
            {"resumable": 1},
            {"200": {"description": "", "content": {"application/json": {}}}},
            "extension-not-read",
        ),
    ],
)
def test_a_stream_that_cannot_be_made_is_told(
    operation: Any, told: Any, answers: dict[str, Any], code: str
) -> None:
    result = operation({"responses": answers, "x-fern-streaming": told})
    assert [finding.code for finding in result.diagnostics] == [code]
