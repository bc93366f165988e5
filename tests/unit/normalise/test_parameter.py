from __future__ import annotations

from typing import Any

import pytest
from clientwright.diagnostics import Severity
from clientwright.normalise import Normalised
from clientwright.normalise.form import Parameter, Schema
from clientwright.normalise.parameter_style import LEGAL


def parameters(result: Normalised) -> tuple[Parameter, ...]:
    return result.api.operations[0].parameters


def codes(result: Normalised) -> list[tuple[Severity, str]]:
    return [(finding.severity, finding.code) for finding in result.diagnostics]


def parameter(**fields: Any) -> dict[str, Any]:
    return {"name": "p", "in": "query", "schema": {"type": "string"}, **fields}


@pytest.mark.parametrize(
    ("fields", "version", "expected"),
    [
        ({"in": "query"}, "3.0.3", ("form", True)),
        ({"in": "query", "explode": False}, "3.0.3", ("form", False)),
        ({"in": "query", "style": "spaceDelimited"}, "3.0.3", ("spaceDelimited", False)),
        ({"in": "query", "style": "pipeDelimited", "explode": True}, "3.1.0", ("form", True)),
        ({"in": "query", "style": "deepObject"}, "3.1.0", ("deepObject", True)),
        ({"in": "query", "style": "deepObject", "explode": False}, "3.1.0", ("deepObject", True)),
        ({"in": "path", "required": True}, "3.1.0", ("simple", False)),
        ({"in": "path", "required": True, "style": "label"}, "3.1.0", ("label", False)),
        (
            {"in": "path", "required": True, "style": "matrix", "explode": True},
            "3.1.0",
            ("matrix", True),
        ),
        ({"in": "header"}, "3.1.0", ("simple", False)),
        ({"in": "cookie"}, "3.1.0", ("form", True)),
        ({"in": "cookie", "style": "cookie"}, "3.2.0", ("cookie", True)),
    ],
)
def test_style_and_explode_are_resolved(
    operation: Any, fields: dict[str, Any], version: str, expected: tuple[str, bool]
) -> None:
    result = operation({"parameters": [parameter(**fields)]}, path="/pets/{p}", version=version)
    found = next(each for each in parameters(result) if each.in_ == fields["in"])
    assert (found.style, found.explode) == expected
    assert "illegal-style" not in [code for _, code in codes(result)]


@pytest.mark.parametrize(
    ("in_", "style", "version", "replacement"),
    [
        ("query", "simple", "3.1.0", ("form", True)),
        ("header", "form", "3.1.0", ("simple", False)),
        ("cookie", "cookie", "3.1.0", ("form", True)),
        ("query", "tabDelimited", "3.1.0", ("form", True)),
        ("query", "nonsense", "3.1.0", ("form", True)),
    ],
)
def test_an_illegal_style_is_replaced_and_told(
    operation: Any, in_: str, style: str, version: str, replacement: tuple[str, bool]
) -> None:
    result = operation({"parameters": [parameter(**{"in": in_, "style": style})]}, version=version)
    assert (parameters(result)[0].style, parameters(result)[0].explode) == replacement
    assert codes(result) == [(Severity.WARNING, "illegal-style")]


def test_each_place_has_one_default_and_no_row_twice() -> None:
    keys = [(row.in_, row.style) for row in LEGAL]
    assert len(keys) == len(set(keys))
    assert {row.in_ for row in LEGAL} == {"path", "query", "header", "cookie", "querystring"}


def test_content_takes_the_place_of_the_schema(operation: Any) -> None:
    content = {"application/json": {"schema": {"type": "object"}}}
    result = operation({"parameters": [{"name": "p", "in": "query", "content": content}]})
    found = parameters(result)[0]
    assert found.schema is None
    assert found.content is not None and found.content.name == "application/json"
    assert codes(result) == []
    two = {**content, "text/plain": {}}
    told = operation({"parameters": [{"name": "p", "in": "query", "content": two}]})
    assert codes(told) == [(Severity.WARNING, "several-contents")]


def test_without_schema_and_content_any_value_goes(operation: Any) -> None:
    result = operation({"parameters": [{"name": "p", "in": "query"}]})
    schema = parameters(result)[0].schema
    assert schema is not None and result.api.schemas[schema] == Schema(id=schema)
    assert codes(result) == [(Severity.WARNING, "parameter-without-schema")]


@pytest.mark.parametrize("name", ["Accept", "content-type", "AUTHORIZATION"])
def test_headers_that_the_specification_reserves_are_ignored(operation: Any, name: str) -> None:
    result = operation({"parameters": [parameter(name=name, **{"in": "header"})]})
    assert parameters(result) == ()
    assert codes(result) == [(Severity.INFO, "ignored-header")]


def test_path_item_parameters_are_overridden_by_place_and_name(operation: Any) -> None:
    item = {
        "parameters": [
            parameter(name="a", description="outer"),
            parameter(name="X-Trace", **{"in": "header"}),
            parameter(name="c", **{"in": "cookie"}),
        ]
    }
    own = [
        parameter(name="x-trace", required=True, **{"in": "header"}),
        parameter(name="a", **{"in": "cookie"}),
        parameter(name="a", description="inner"),
    ]
    found = parameters(operation({"parameters": own}, item=item))
    assert [(each.in_, each.name, each.description) for each in found] == [
        ("query", "a", "inner"),
        ("header", "x-trace", ""),
        ("cookie", "c", ""),
        ("cookie", "a", ""),
    ]


def test_path_parameters_follow_the_template(operation: Any) -> None:
    declared = [
        parameter(name="id", **{"in": "path"}),
        parameter(name="ghost", required=True, **{"in": "path"}),
    ]
    result = operation({"parameters": declared}, path="/pets/{id}/toys/{toy}/{toy}")
    assert [(each.name, each.required, each.in_) for each in parameters(result)] == [
        ("id", True, "path"),
        ("toy", True, "path"),
    ]
    schema = parameters(result)[1].schema
    assert schema is not None and result.api.schemas[schema].types == ("string",)
    assert codes(result) == [
        (Severity.WARNING, "path-parameter-not-required"),
        (Severity.WARNING, "parameter-not-in-path"),
        (Severity.WARNING, "undeclared-path-parameter"),
    ]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ({"in": "query"}, "parameter-without-name"),
        ({"name": "b", "in": "body"}, "unknown-parameter-place"),
        ({"name": "b"}, "unknown-parameter-place"),
        ("string", "wrong-type"),
        ({"$ref": 3}, "wrong-type"),
        ({"$ref": "#/components/parameters/None"}, "ref-not-found"),
    ],
)
def test_a_broken_parameter_is_dropped_alone(operation: Any, broken: Any, code: str) -> None:
    result = operation({"parameters": [broken, parameter()]})
    assert [each.name for each in parameters(result)] == ["p"]
    assert codes(result) == [(Severity.ERROR, code)]


def test_references_are_followed_through_chains_and_files(operation: Any) -> None:
    components = {
        "parameters": {
            "One": {"$ref": "#/components/parameters/Two", "description": "nearest"},
            "Two": {"$ref": "other.json#/Three"},
            "Ring": {"$ref": "#/components/parameters/Ring2"},
            "Ring2": {"$ref": "#/components/parameters/Ring"},
        }
    }
    result = operation(
        {
            "parameters": [
                {"$ref": "#/components/parameters/One"},
                {"$ref": "#/components/parameters/Ring"},
            ]
        },
        document={"components": components},
        files={
            "other.json": {
                "Three": parameter(schema={"$ref": "#/Name"}, description="far"),
                "Name": {"type": "integer"},
            }
        },
    )
    (found,) = parameters(result)
    assert (found.name, found.description) == ("p", "nearest")
    assert found.pointer == "other.json#/Three"
    assert result.api.schemas[found.schema or ""].ref == "other.json#/Name"
    assert codes(result) == [(Severity.ERROR, "reference-cycle")]


def test_flags_that_have_no_meaning_in_their_place(operation: Any) -> None:
    told = [
        parameter(allowReserved=True, **{"in": "header"}),
        parameter(allowEmptyValue=True, **{"in": "cookie"}),
    ]
    result = operation({"parameters": told})
    assert not parameters(result)[0].allow_reserved
    assert not parameters(result)[1].allow_empty_value
    assert codes(result) == [
        (Severity.WARNING, "allow-reserved-not-here"),
        (Severity.WARNING, "allow-empty-value-not-here"),
    ]
    kept = parameters(
        operation({"parameters": [parameter(allowReserved=True, allowEmptyValue=True)]})
    )
    assert kept[0].allow_reserved and kept[0].allow_empty_value


def test_a_whole_query_string(operation: Any) -> None:
    whole = {
        "in": "querystring",
        "name": "q",
        "content": {"application/x-www-form-urlencoded": {"schema": {"type": "object"}}},
    }
    result = operation({"parameters": [whole]}, version="3.2.0")
    assert [each.in_ for each in parameters(result)] == ["querystring"]
    both = operation({"parameters": [whole, parameter()]}, version="3.2.0")
    assert [each.in_ for each in parameters(both)] == ["query"]
    assert codes(both) == [(Severity.WARNING, "query-and-querystring")]


def test_a_whole_query_string_with_a_schema_alone_is_a_form(operation: Any) -> None:
    whole = {"in": "querystring", "schema": {"type": "object"}}
    result = operation({"parameters": [whole, {**whole, "name": "second"}]}, version="3.2.0")
    (found,) = parameters(result)
    assert found.name == "querystring" and found.schema is None
    assert found.content is not None
    assert found.content.name == "application/x-www-form-urlencoded"
    assert result.api.schemas[found.content.schema or ""].types == ("object",)
    assert {code for _, code in codes(result)} == {
        "querystring-without-content",
        "several-querystrings",
    }


def test_one_of_two_equal_parameters_counts(operation: Any) -> None:
    result = operation({"parameters": [parameter(description="a"), parameter(description="b")]})
    assert [each.description for each in parameters(result)] == ["a"]
    assert codes(result) == [(Severity.WARNING, "duplicate-parameter")]


def test_examples_of_all_forms(operation: Any) -> None:
    result = operation(
        {
            "parameters": [
                parameter(
                    example=1,
                    examples={
                        "a": {"value": None, "summary": "S"},
                        "b": {"$ref": "#/components/examples/B"},
                        "c": {"externalValue": "http://example.com/c"},
                        "d": {"dataValue": 3, "serializedValue": "three"},
                    },
                )
            ]
        },
        document={"components": {"examples": {"B": {"value": 2}}}},
        version="3.2.0",
    )
    found = parameters(result)[0].examples
    assert [(each.name, each.value, each.summary, each.serialized) for each in found] == [
        ("", 1, "", None),
        ("a", None, "S", None),
        ("b", 2, "", None),
        ("d", 3, "", "three"),
    ]
    assert codes(result) == [(Severity.INFO, "example-without-value")]
