from __future__ import annotations

from typing import Any

import pytest
from clientwright.diagnostics import Severity
from clientwright.normalise import DroppedOperation, Normalised
from clientwright.normalise.path_template import split_path_key

OK = {"responses": {"204": {"description": "Done"}}}


def codes(result: Normalised) -> list[tuple[Severity, str]]:
    return [(finding.severity, finding.code) for finding in result.diagnostics]


def test_every_method_in_the_order_of_the_document(document: Any) -> None:
    methods = ["trace", "head", "options", "patch", "delete", "post", "put", "get"]
    result = document({"paths": {"/a": dict.fromkeys(methods, OK)}})
    assert [each.method for each in result.api.operations] == [name.upper() for name in methods]
    assert codes(result) == []


def test_query_and_additional_operations_of_3_2(document: Any) -> None:
    item = {"query": OK, "additionalOperations": {"COPY": OK, "no token": OK, "GET": OK}}
    result = document({"paths": {"/a": item}}, version="3.2.0")
    assert [each.method for each in result.api.operations] == ["QUERY", "COPY", "GET"]
    assert codes(result) == [
        (Severity.ERROR, "not-a-method"),
        (Severity.WARNING, "method-has-field"),
    ]
    assert len(result.dropped) == 1


@pytest.mark.parametrize(
    ("key", "path", "variant"),
    [
        ("/a#stream", "/a", "stream"),
        ("/a/{b}#idOrName", "/a/{b}", "idOrName"),
        ("/a?x=1&y=2#z", "/a?x=1&y=2", "z"),
        ("/a#", "/a", ""),
        ("a", "/a", ""),
        ("/a?x={x}&k=v", "/a?k=v", ""),
    ],
)
def test_path_keys_are_taken_apart(document: Any, key: str, path: str, variant: str) -> None:
    operation = {
        **OK,
        "parameters": [{"name": "x", "in": "query", "schema": {}}] if "{x}" in key else [],
    }
    result = document({"paths": {key: {"get": operation}}})
    (found,) = result.api.operations
    assert (found.path_key, found.path, found.variant) == (key, path, variant)


def test_a_query_part_in_a_path_is_told(document: Any) -> None:
    result = document({"paths": {"/a?beta=true": {"get": OK}}})
    assert codes(result) == [(Severity.INFO, "query-in-path")]
    assert split_path_key("/a?b=c").on_the_wire({}) == "/a?b=c"
    assert split_path_key("/a?b=c&d=e").on_the_wire({"b": True, "d": False}) == "/a?d=e"


def test_extensions_between_the_paths_are_no_paths(document: Any) -> None:
    assert document({"paths": {"x-own": 1, "/a": {"get": OK, "x-own": 2}}}).diagnostics == ()


def test_a_path_item_elsewhere_gives_what_is_not_here(document: Any) -> None:
    other = {
        "summary": "theirs",
        "description": "far",
        "parameters": [
            {"name": "id", "in": "path", "required": True, "schema": {"$ref": "#/Id"}},
            {"name": "q", "in": "query", "schema": {}, "description": "far"},
        ],
        "get": {**OK, "operationId": "far"},
        "put": {**OK, "operationId": "theirs"},
    }
    result = document(
        {
            "paths": {
                "/a/{id}": {
                    "$ref": "other.json#/item",
                    "summary": "ours",
                    "parameters": [
                        {"name": "q", "in": "query", "schema": {}, "description": "near"}
                    ],
                    "get": {**OK, "operationId": "near"},
                }
            }
        },
        files={"other.json": {"item": other, "Id": {"type": "string"}}},
    )
    near, theirs = result.api.operations
    assert (near.operation_id, near.summary, near.description) == ("near", "ours", "far")
    assert theirs.operation_id == "theirs"
    assert [(each.name, each.description) for each in theirs.parameters] == [
        ("id", ""),
        ("q", "near"),
    ]
    schema = theirs.parameters[0].schema
    assert result.api.schemas[schema or ""].ref == "other.json#/Id"
    assert codes(result) == [(Severity.WARNING, "duplicate-operation")]
    assert result.dropped == (
        DroppedOperation("far", "other.json#/item/get", "Another one stands before it."),
    )


@pytest.mark.parametrize("item", [3, None, {"$ref": "#/nowhere"}, {"$ref": 1}])
def test_a_path_item_that_cannot_be_read_is_dropped(document: Any, item: Any) -> None:
    result = document({"paths": {"/a": item, "/b": {"get": OK}}})
    assert [each.path for each in result.api.operations] == ["/b"]
    assert [(each.id_or_method_path, each.pointer) for each in result.dropped] == [
        ("/a", "#/paths/~1a")
    ]
    assert [finding.severity for finding in result.diagnostics] == [Severity.ERROR]


def test_a_circle_of_path_items_ends(document: Any) -> None:
    result = document(
        {"paths": {"/a": {"$ref": "#/paths/~1b", "get": OK}, "/b": {"$ref": "#/paths/~1a"}}}
    )
    assert [(each.path, each.method) for each in result.api.operations] == [
        ("/a", "GET"),
        ("/b", "GET"),
    ]
    assert codes(result) == [(Severity.ERROR, "reference-cycle")] * 2


def test_servers_nearest_first(document: Any) -> None:
    result = document(
        {
            "servers": [{"url": "https://root"}],
            "paths": {
                "/a": {
                    "servers": [{"url": "https://item"}],
                    "get": OK,
                    "put": {**OK, "servers": [{"url": "https://own"}]},
                },
                "/b": {"get": OK},
            },
        }
    )
    urls = [[server.url for server in each.servers] for each in result.api.operations]
    assert urls == [["https://item"], ["https://own"], []]
    assert [server.url for server in result.api.servers] == ["https://root"]
