from __future__ import annotations

from typing import Any

import pytest
from clientwright.diagnostics import Severity
from clientwright.normalise import Normalised
from clientwright.normalise.form import ABSENT, Discriminator, Schema

IT = "#/components/schemas/It"


def it(result: Normalised) -> Schema:
    return result.api.schemas[IT]


def codes(result: Normalised) -> list[tuple[Severity, str]]:
    return [(finding.severity, finding.code) for finding in result.diagnostics]


def test_every_keyword_of_a_plain_object(schema: Any) -> None:
    result = schema(
        {
            "type": "object",
            "title": "T",
            "description": "D",
            "properties": {"a": {"type": "string", "const": None}, "b": True},
            "required": ["a", "a"],
            "additionalProperties": False,
            "patternProperties": {"^x": {"type": "integer"}},
            "propertyNames": {"pattern": "^[a-z]+$"},
            "minProperties": 1,
            "maxProperties": 2.0,
            "readOnly": True,
            "deprecated": True,
            "default": {"a": None},
            "examples": [{"a": 1}],
            "x-own": 1,
        }
    )
    found = it(result)
    assert found.types == ("object",)
    assert (found.title, found.description) == ("T", "D")
    assert found.properties == {"a": f"{IT}/properties/a", "b": f"{IT}/properties/b"}
    assert found.required == ("a",)
    assert result.api.schemas[found.additional_properties or ""].never
    assert found.pattern_properties == (("^x", f"{IT}/patternProperties/^x"),)
    assert result.api.schemas[found.property_names or ""].pattern == "^[a-z]+$"
    assert (found.min_properties, found.max_properties) == (1, 2)
    assert isinstance(found.max_properties, int)
    assert found.read_only and found.deprecated
    assert found.default == {"a": None}
    assert found.examples == ({"a": 1},)
    assert found.extensions == {"x-own": 1}
    assert result.api.schemas[f"{IT}/properties/a"].const is None
    assert result.api.schemas[f"{IT}/properties/b"] == Schema(id=f"{IT}/properties/b")
    assert it(schema({})).const is ABSENT
    assert codes(result) == [(Severity.INFO, "keyword-not-expressed")]


def test_type_lists_nulls_and_unknown_types(schema: Any) -> None:
    assert it(schema({"type": ["string", "null"]})).types == ("string", "null")
    assert it(schema({"type": ["integer", "number"]})).types == ("number",)
    every = ["string", "number", "boolean", "object", "array", "null"]
    assert it(schema({"type": every})).types == ()
    unquoted = schema({"type": ["string", None]})
    assert it(unquoted).types == ("string", "null")
    assert codes(unquoted) == [(Severity.INFO, "type-null")]
    unknown = schema({"type": "any"})
    assert it(unknown).types == ()
    assert codes(unknown) == [(Severity.WARNING, "unknown-type")]
    file = schema({"type": "file"})
    assert (it(file).types, it(file).format) == (("string",), "binary")
    assert codes(file) == [(Severity.WARNING, "type-file")]


@pytest.mark.parametrize(
    ("keywords", "version", "expected"),
    [
        ({"exclusiveMinimum": True, "minimum": 3}, "3.0.3", (None, 3)),
        ({"minimum": 3, "exclusiveMinimum": True}, "3.0.3", (None, 3)),
        ({"minimum": 3, "exclusiveMinimum": False}, "3.0.3", (3, None)),
        ({"minimum": 3, "exclusiveMinimum": 4}, "3.1.0", (3, 4)),
    ],
)
def test_exclusive_bounds_of_all_versions(
    schema: Any, keywords: dict[str, Any], version: str, expected: tuple[Any, Any]
) -> None:
    found = it(schema({"type": "number", **keywords}, version=version))
    assert (found.minimum, found.exclusive_minimum) == expected


@pytest.mark.parametrize(
    ("keywords", "format_", "encoding"),
    [
        ({"format": "binary"}, "binary", ""),
        ({"format": "byte"}, "byte", "base64"),
        ({"format": "base64url"}, "base64url", "base64url"),
        ({"contentMediaType": "application/octet-stream"}, "binary", ""),
        ({"contentMediaType": "image/png"}, "binary", ""),
        ({"contentMediaType": "image/png", "contentEncoding": "base64"}, "", "base64"),
        ({"contentMediaType": "image/svg+xml"}, "", ""),
        ({"contentMediaType": "application/json"}, "", ""),
    ],
)
def test_strings_that_carry_bytes(
    schema: Any, keywords: dict[str, Any], format_: str, encoding: str
) -> None:
    found = it(schema({"type": "string", **keywords}))
    assert (found.format, found.content_encoding) == (format_, encoding)


def test_content_schema_is_kept(schema: Any) -> None:
    result = schema(
        {
            "type": "string",
            "contentMediaType": "application/json",
            "contentSchema": {"type": "object"},
        }
    )
    assert result.api.schemas[it(result).content_schema or ""].types == ("object",)


def test_references_keep_one_hop(schema: Any) -> None:
    result = schema(
        {"$ref": "#/components/schemas/A", "description": "here", "minProperties": 1},
        others={
            "A": {"$ref": "#/components/schemas/B"},
            "B": {"properties": {"me": {"$ref": "#/components/schemas/B"}}},
        },
    )
    found = it(result)
    assert found.ref == "#/components/schemas/A"
    assert (found.description, found.min_properties) == ("here", 1)
    assert result.api.schemas["#/components/schemas/A"].ref == "#/components/schemas/B"
    assert list(result.api.schemas) == [
        IT,
        "#/components/schemas/A",
        "#/components/schemas/B",
        "#/components/schemas/B/properties/me",
    ]
    assert codes(result) == []


def test_3_0_ignores_most_that_stands_beside_a_reference(schema: Any) -> None:
    result = schema(
        {
            "$ref": "#/components/schemas/A",
            "description": "here",
            "default": 1,
            "minLength": 3,
            "x-own": True,
        },
        others={"A": {}},
        version="3.0.0",
    )
    found = it(result)
    assert (found.description, found.default, found.min_length) == ("here", 1, None)
    assert found.extensions == {"x-own": True}
    assert codes(result) == [(Severity.INFO, "ignored-beside-reference")]


def test_a_reference_to_nothing_allows_any_value(schema: Any) -> None:
    result = schema({"type": "object", "properties": {"a": {"$ref": "#/nowhere"}}})
    assert result.api.schemas[f"{IT}/properties/a"] == Schema(id=f"{IT}/properties/a")
    assert [finding.severity for finding in result.diagnostics] == [Severity.ERROR]
    assert result.diagnostics[0].pointer == f"{IT}/properties/a"


def test_a_reference_to_the_whole_document_is_dropped(schema: Any) -> None:
    result = schema({"$ref": "#"})
    assert it(result).ref is None
    assert codes(result) == [(Severity.ERROR, "reference-to-document")]


def test_references_across_files_resolve_from_where_they_stand(schema: Any) -> None:
    result = schema(
        {"$ref": "other.json#/Pet"},
        files={"other.json": {"Pet": {"items": {"$ref": "#/Name"}}, "Name": {"type": "string"}}},
    )
    assert it(result).ref == "other.json#/Pet"
    assert result.api.schemas["other.json#/Pet/items"].ref == "other.json#/Name"
    assert result.api.schemas["other.json#/Name"].types == ("string",)


def test_dynamic_and_recursive_references(schema: Any) -> None:
    result = schema(
        {
            "$dynamicAnchor": "node",
            "properties": {"next": {"$dynamicRef": "#node"}},
        },
        others={
            "Old": {
                "$recursiveAnchor": True,
                "properties": {
                    "inner": {"$recursiveAnchor": True, "items": {"$recursiveRef": "#"}}
                },
            }
        },
    )
    schemas = result.api.schemas
    assert schemas[f"{IT}/properties/next"].ref == IT
    old = "#/components/schemas/Old"
    assert schemas[f"{old}/properties/inner/items"].ref == old
    assert codes(result) == []


def test_tuples_of_old_drafts(schema: Any) -> None:
    result = schema({"items": [{"type": "string"}, True], "additionalItems": False})
    found = it(result)
    assert found.prefix_items == (f"{IT}/items/0", f"{IT}/items/1")
    assert result.api.schemas[found.items or ""].never
    new = it(schema({"prefixItems": [{}], "items": {"type": "string"}}))
    assert (new.prefix_items, new.items) == ((f"{IT}/prefixItems/0",), f"{IT}/items")


def test_keywords_that_types_cannot_show_are_told(schema: Any) -> None:
    result = schema({"if": {}, "then": {}, "dependentRequired": {"a": ["b"]}, "sprocket": 1})
    assert codes(result) == [
        (Severity.INFO, "keyword-not-expressed"),
        (Severity.INFO, "keyword-not-expressed"),
        (Severity.INFO, "keyword-not-expressed"),
        (Severity.INFO, "unknown-keyword"),
    ]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"enum": "a"}, "wrong-type"),
        ({"enum": []}, "empty-enum"),
        ({"properties": []}, "wrong-type"),
        ({"required": True}, "boolean-required"),
        ({"required": [1]}, "wrong-type"),
        ({"allOf": {}}, "wrong-type"),
        ({"minLength": -1}, "wrong-type"),
        ({"maxItems": 1.5}, "wrong-type"),
        ({"minimum": "1"}, "wrong-type"),
        ({"readOnly": "yes"}, "wrong-type"),
        ({"$ref": 1}, "wrong-type"),
        ({"pattern": ["a"]}, "wrong-type"),
        ({"examples": {}}, "wrong-type"),
        ({"discriminator": {}}, "discriminator-without-property"),
        ({"type": 3}, "wrong-type"),
    ],
)
def test_a_keyword_of_the_wrong_type_is_dropped_alone(schema: Any, value: Any, code: str) -> None:
    result = schema({**value, "title": "kept"})
    assert it(result) == Schema(id=IT, title="kept")
    assert codes(result) == [(Severity.WARNING, code)]


@pytest.mark.parametrize("value", [None, 1, "string", []])
def test_what_is_no_schema_allows_any_value(schema: Any, value: Any) -> None:
    result = schema({"items": value}) if not isinstance(value, list) else schema(value)
    assert codes(result) == [(Severity.ERROR, "not-a-schema")]


def test_discriminator_targets(schema: Any) -> None:
    result = schema(
        {
            "oneOf": [{"$ref": "#/components/schemas/Cat"}],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {
                    "cat": "Cat",
                    "dog": "#/components/schemas/Dog",
                    "fox": "other.json#/Fox",
                    "gnu": "Gnu",
                },
                "defaultMapping": "Cat",
            },
        },
        others={"Cat": {}, "Dog": {}},
        files={"other.json": {"Fox": {"title": "Fox"}}},
        version="3.2.0",
    )
    assert it(result).discriminator == Discriminator(
        "kind",
        (
            ("cat", "#/components/schemas/Cat"),
            ("dog", "#/components/schemas/Dog"),
            ("fox", "other.json#/Fox"),
        ),
        "#/components/schemas/Cat",
    )
    assert result.api.schemas["other.json#/Fox"].title == "Fox"
    assert [finding.severity for finding in result.diagnostics] == [Severity.WARNING]
    assert result.diagnostics[0].pointer == f"{IT}/discriminator/mapping/gnu"


def test_discriminator_written_as_a_string(schema: Any) -> None:
    result = schema({"discriminator": "kind"})
    assert it(result).discriminator == Discriminator("kind")
    assert codes(result) == [(Severity.WARNING, "discriminator-string")]


def test_deep_nesting_needs_no_stack(schema: Any) -> None:
    depth = 80
    value: Any = {"type": "string"}
    for _ in range(depth):
        value = {"items": value}
    result = schema(value)
    assert len(result.api.schemas) == depth + 1
    chain = {f"S{n}": {"$ref": f"#/components/schemas/S{n + 1}"} for n in range(5000)}
    long = schema({"$ref": "#/components/schemas/S0"}, others={**chain, "S5000": {}})
    assert len(long.api.schemas) == 5002
    assert codes(long) == []


def test_dynamic_references_name_what_the_way_to_them_says(schema: Any) -> None:
    result = schema(
        {"$id": "names", "$ref": "list", "$defs": {"t": {"$dynamicAnchor": "T", "type": "string"}}},
        others={
            "List": {
                "$id": "list",
                "items": {"$dynamicRef": "#T"},
                "$defs": {"t": {"$dynamicAnchor": "T", "type": "integer"}},
            },
            # No resource of its own, and nothing that it says of T.
            "Pair": {"properties": {"a": {"$ref": "names"}, "b": {"$ref": "list"}}},
        },
    )
    schemas = result.api.schemas
    copied = schemas[it(result).ref or ""]
    assert copied.id == "#/components/schemas/List of t"
    assert schemas[copied.items or ""].ref == f"{IT}/$defs/t"
    assert schemas["#/components/schemas/List/items"].ref == "#/components/schemas/List/$defs/t"
    pair = "#/components/schemas/Pair/properties"
    assert schemas[f"{pair}/a"].ref == IT
    assert schemas[f"{pair}/b"].ref == "#/components/schemas/List"
    assert codes(result) == []


def test_dynamic_references_without_a_dynamic_anchor_are_plain(schema: Any) -> None:
    result = schema(
        {"$id": "names", "$ref": "list", "$defs": {"t": {"$dynamicAnchor": "T", "type": "string"}}},
        others={
            "List": {
                "$id": "list",
                "items": {"$dynamicRef": "#T"},
                "$defs": {"t": {"$anchor": "T", "type": "integer"}},
            }
        },
    )
    assert it(result).ref == "#/components/schemas/List"


def test_ways_to_dynamic_references_may_not_multiply(schema: Any) -> None:
    """Each step of a chain may fill in each of many names, one way or another."""
    names = [f"n{number}" for number in range(12)]
    others: dict[str, Any] = {
        "End": {
            "$id": "end",
            "properties": {name: {"$dynamicRef": f"#{name}"} for name in names},
            "$defs": {name: {"$dynamicAnchor": name} for name in names},
        }
    }
    for number, name in enumerate(names):
        below = f"step{number + 1}" if number + 1 < len(names) else "end"
        others[f"Step{number}"] = {
            "$id": f"step{number}",
            "properties": {
                way: {
                    "$id": f"{way}{number}",
                    "$ref": below,
                    "$defs": {name: {"$dynamicAnchor": name, "const": way}},
                }
                for way in ("left", "right")
            },
        }
    result = schema({"$ref": "step0"}, others=others)
    assert [code for _, code in codes(result)] == ["dynamic-references"]


@pytest.mark.parametrize("keyword", ["$dynamicRef", "$recursiveRef"])
def test_a_second_reference_is_told(schema: Any, keyword: str) -> None:
    result = schema({"$ref": "#/components/schemas/A", keyword: "#"}, others={"A": {}})
    assert codes(result) == [(Severity.WARNING, "second-reference")]
