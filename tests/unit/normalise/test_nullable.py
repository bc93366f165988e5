from __future__ import annotations

from typing import Any

import pytest
from clientwright.normalise import Normalised
from clientwright.normalise.form import ABSENT, Schema

IT = "#/components/schemas/It"


def it(result: Normalised) -> Schema:
    return result.api.schemas[IT]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize("keyword", ["nullable", "x-nullable"])
def test_null_joins_the_types(schema: Any, version: str, keyword: str) -> None:
    assert it(schema({"type": "string", keyword: True}, version=version)).types == (
        "string",
        "null",
    )
    assert it(schema({"type": "string", keyword: False}, version=version)).types == ("string",)


def test_null_joins_the_listed_values(schema: Any) -> None:
    found = it(schema({"type": "string", "enum": ["a"], "nullable": True}, version="3.0.3"))
    assert found.enum == ("a", None)
    twice = it(schema({"type": "string", "enum": ["a", None], "nullable": True}, version="3.0.3"))
    assert twice.enum == ("a", None)
    constant = it(schema({"const": "a", "nullable": True}))
    assert (constant.const, constant.enum) == (ABSENT, ("a", None))


@pytest.mark.parametrize(
    ("keywords", "inner"),
    [
        ({"$ref": "#/components/schemas/A"}, f"{IT}/$ref"),
        ({"allOf": [{"$ref": "#/components/schemas/A"}]}, f"{IT}/allOf"),
    ],
)
def test_null_stands_beside_what_cannot_take_it(
    schema: Any, keywords: dict[str, Any], inner: str
) -> None:
    result = schema(
        {**keywords, "nullable": True, "description": "D", "default": None},
        others={"A": {"type": "object"}},
        version="3.0.3",
    )
    found = it(result)
    assert found.any_of == (inner, f"{IT}/nullable")
    assert (found.ref, found.all_of) == (None, ())
    assert (found.description, found.default) == ("D", None)
    within = result.api.schemas[inner]
    assert within.description == ""
    assert within.ref == "#/components/schemas/A" or within.all_of == (f"{IT}/allOf/0",)
    assert result.api.schemas[f"{IT}/nullable"].types == ("null",)
    assert result.diagnostics == ()


def test_null_joins_a_union(schema: Any) -> None:
    result = schema({"oneOf": [{"type": "string"}], "nullable": True}, version="3.0.3")
    assert it(result).one_of == (f"{IT}/oneOf/0", f"{IT}/nullable")


def test_null_joins_a_schema_whose_type_its_keywords_tell(schema: Any) -> None:
    assert it(schema({"properties": {}, "required": ["a"], "nullable": True})).types == (
        "object",
        "null",
    )
    assert it(schema({"items": {}, "nullable": True})).types == ("array", "null")
    assert it(schema({"nullable": True})).types == ()


@pytest.mark.parametrize(
    ("member", "joins"),
    [
        ({"nullable": True}, True),
        ({"nullable": True, "description": "Or nothing.", "x-own": 1}, True),
        ({"nullable": True, "type": "object"}, False),
        ({"nullable": False}, False),
    ],
)
def test_null_joins_by_a_member_that_says_nothing_else(
    schema: Any, member: dict[str, Any], joins: bool
) -> None:
    """To the letter `allOf: [A, {nullable: true}]` allows no null, and its second member would be pointless."""
    result = schema(
        {"allOf": [{"$ref": "#/components/schemas/A"}, member]},
        others={"A": {"type": "object"}},
        version="3.0.3",
    )
    assert (it(result).any_of == (f"{IT}/allOf", f"{IT}/nullable")) is joins
