"""Types of the surface: what takes what."""

from __future__ import annotations

import pytest
from clientwright import ir
from clientwright.surface.types import relation, type_json, type_text

NULLABLE = {"any": ["string", "null"]}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("string", "string", "same"),
        ("string", NULLABLE, "wider"),
        (NULLABLE, "string", "narrower"),
        ("string", "integer", "other"),
        ("string", "date-time", "other"),
        ("integer", "number", "wider"),
        ("number", "integer", "narrower"),
        ("string", "any", "wider"),
        ("any", "Pet", "narrower"),
        ("Pet", "Dog", "other"),
        ({"const": "a"}, "string", "wider"),
        ({"const": 1}, "number", "wider"),
        ({"const": True}, "integer", "other"),
        ({"const": None}, NULLABLE, "wider"),
        ({"const": 1}, {"const": 2}, "other"),
        ({"array": "string"}, {"array": NULLABLE}, "wider"),
        ({"map": NULLABLE}, {"map": "string"}, "narrower"),
        ({"array": "string"}, "string", "other"),
        ("string", {"array": "string"}, "other"),
        ({"any": ["a", "b"]}, {"any": ["b", "a"]}, "same"),
        ({"any": ["string", "integer"]}, {"any": ["integer", "null"]}, "other"),
        ({"tuple": ["string", "integer"]}, {"tuple": ["string", "number"]}, "wider"),
        ({"tuple": ["string"]}, {"tuple": ["string", "string"]}, "other"),
        ({"tuple": ["string"], "rest": "any"}, {"tuple": ["string"]}, "other"),
        ({"tuple": ["string"]}, {"tuple": ["string"], "min_items": 0}, "wider"),
        ("string", "", "other"),
    ],
)
def test_relation(old: object, new: object, found: str) -> None:
    assert relation(old, new) == found


def test_every_type_has_its_form() -> None:
    text = ir.Scalar("string")
    names = {"pet": "Pet"}
    forms = {
        ir.AnyType(): ("any", "any"),
        ir.NeverType(): ("never", "never"),
        text: ("string", "string"),
        ir.Constant("x"): ({"const": "x"}, '"x"'),
        ir.Named("pet"): ("Pet", "Pet"),
        ir.Array(ir.Nullable(text)): (
            {"array": {"any": ["string", "null"]}},
            "array of (string | null)",
        ),
        ir.Map(text): ({"map": "string"}, "map of string"),
        ir.Tuple((text, text), min_items=1): (
            {"tuple": ["string", "string"], "min_items": 1},
            "(string, string?)",
        ),
        ir.Tuple((text,), ir.AnyType()): ({"tuple": ["string"], "rest": "any"}, "(string, any...)"),
        ir.Nullable(ir.ScalarUnion((text, ir.Scalar("integer")))): (
            {"any": ["string", "integer", "null"]},
            "string | integer | null",
        ),
    }
    for type_, (form, words) in forms.items():
        assert type_json(type_, names) == form
        assert type_text(form) == words
    assert type_text("") == "nothing"
