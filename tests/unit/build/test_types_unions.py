"""`anyOf`, `oneOf`, discriminators and enumerations."""

from __future__ import annotations

from typing import Any

import pytest
from clientwright import ir
from clientwright.build.types import Types
from unit.build.schemas import codes, component, ref, types

STRING = {"type": "string"}
INTEGER = {"type": "integer"}
NULL = {"type": "null"}


def of(schema: Any, **components: Any) -> tuple[Types, ir.Type]:
    """The type of a property `value` of an object `Holder`."""
    built = types({**components, "Holder": {"type": "object", "properties": {"value": schema}}})
    model = built.model("Holder")
    assert isinstance(model, ir.ObjectModel)
    return built, model.properties[0].type


def members(built: Types, name: str) -> list[tuple[ir.Type, tuple[Any, ...]]]:
    model = built.model(name)
    assert isinstance(model, ir.UnionModel)
    return [(each.type, each.tags) for each in model.members]


def tagged(tag: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {tag: value, **more}}


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ({"anyOf": [STRING, NULL]}, ir.Nullable(ir.Scalar("string"))),
        ({"anyOf": [STRING, INTEGER]}, ir.ScalarUnion((ir.Scalar("string"), ir.Scalar("integer")))),
        (
            {"type": ["string", "integer", "null"]},
            ir.Nullable(ir.ScalarUnion((ir.Scalar("string"), ir.Scalar("integer")))),
        ),
        ({"oneOf": [INTEGER, {"type": "number"}]}, ir.Scalar("number")),
        ({"oneOf": [{"type": "string", "format": "date"}, STRING]}, ir.Scalar("string")),
        ({"anyOf": [STRING, {"minLength": 3}]}, ir.AnyType()),
        (
            {"type": "string", "anyOf": [{"format": "ipv4"}, {"format": "ipv6"}]},
            ir.Scalar("string"),
        ),
        ({"anyOf": [NULL]}, ir.Scalar("null")),
        ({"anyOf": [STRING, False]}, ir.Scalar("string")),
        ({"anyOf": [STRING, {"const": "auto"}]}, ir.Scalar("string")),
        (
            {"anyOf": [INTEGER, {"const": "inf"}]},
            ir.ScalarUnion((ir.Scalar("integer"), ir.Constant("inf"))),
        ),
        (
            {"anyOf": [{"type": "string", "format": "date-time"}, {"const": "never"}]},
            ir.ScalarUnion((ir.Scalar("date-time", "date-time"), ir.Constant("never"))),
        ),
        ({"anyOf": [STRING, NULL], "format": "binary"}, ir.Nullable(ir.Scalar("binary", "binary"))),
        (
            {"anyOf": [{"type": "string", "format": "date"}, INTEGER], "format": "date-time"},
            ir.ScalarUnion((ir.Scalar("date", "date"), ir.Scalar("integer"))),
        ),
        ({"type": "null", "anyOf": [STRING, NULL]}, ir.Scalar("null")),
        ({"const": "x"}, ir.Constant("x")),
        ({"enum": ["x", None]}, ir.Nullable(ir.Constant("x"))),
        ({"enum": [None]}, ir.Scalar("null")),
        ({"type": "boolean", "enum": [True, False]}, ir.Scalar("boolean")),
        ({"enum": [0, False]}, ir.Named("HolderValue")),
        ({"enum": [1, 1.0]}, ir.Constant(1)),
        ({"enum": ["a", "b", None]}, ir.Nullable(ir.Named("HolderValue"))),
        ({"anyOf": [{"enum": ["a", "b"]}, STRING]}, ir.Named("HolderValue")),
        (
            {"anyOf": [{"oneOf": [STRING, NULL]}, INTEGER]},
            ir.Nullable(ir.ScalarUnion((ir.Scalar("string"), ir.Scalar("integer")))),
        ),
        (
            {
                "anyOf": [
                    {"type": "array", "items": STRING},
                    {"type": "array", "items": STRING, "title": "again"},
                ]
            },
            ir.Array(ir.Scalar("string")),
        ),
    ],
)
def test_small_unions(schema: Any, type_: ir.Type) -> None:
    built, found = of(schema)
    if isinstance(found, ir.ScalarUnion) and isinstance(type_, ir.ScalarUnion):
        assert set(found.members) == set(type_.members)
    else:
        assert found == type_
    assert codes(built) == []


def test_null_beside_a_union_that_knows_none_is_read_as_nullable() -> None:
    built, found = of({"type": "null", "oneOf": [STRING, {"type": "boolean"}]})
    assert found == ir.Nullable(ir.ScalarUnion((ir.Scalar("string"), ir.Scalar("boolean"))))
    assert codes(built) == ["null-beside-union"]


def test_an_enumeration_takes_in_its_plain_type() -> None:
    built, found = of(
        {"anyOf": [ref("Size"), STRING, NULL]}, Size={"type": "string", "enum": ["s", "m"]}
    )
    assert found == ir.Nullable(ir.Named("Size"))
    assert set(built.finish([])) == {"Size", "Holder"}


def test_titled_constants_are_an_enumeration_with_names() -> None:
    built, found = of(
        {
            "oneOf": [
                {"const": 1, "title": "Low", "description": "slow"},
                {"const": 2, "title": "High"},
            ]
        }
    )
    assert found == ir.Named("HolderValue")
    model = built.model("HolderValue")
    assert isinstance(model, ir.EnumModel)
    assert model.values == (ir.EnumValue(1, "Low", "slow"), ir.EnumValue(2, "High"))


def test_several_lists_of_values_are_one() -> None:
    built, found = of(
        {"anyOf": [ref("A"), {"enum": ["c"]}, {"enum": ["b", "d"]}]}, A={"enum": ["a", "b"]}
    )
    model = built.model("HolderValue")
    assert found == ir.Named("HolderValue")
    assert isinstance(model, ir.EnumModel)
    assert [each.value for each in model.values] == ["a", "b", "c", "d"]


def test_names_and_descriptions_of_values() -> None:
    built, _ = of(
        {
            "enum": ["+1", "-1", None],
            "x-clientwright-enum-names": ["Up", "Down"],
            "x-clientwright-enum-descriptions": {"-1": "not liked"},
        }
    )
    model = built.model("HolderValue")
    assert isinstance(model, ir.EnumModel)
    assert model.values == (ir.EnumValue("+1", "Up"), ir.EnumValue("-1", "Down", "not liked"))


def test_values_of_another_type_are_reported_and_left_out() -> None:
    built, _ = of({"type": "string", "enum": ["a", "b", 3]})
    model = built.model("HolderValue")
    assert isinstance(model, ir.EnumModel)
    assert [each.value for each in model.values] == ["a", "b"]
    assert codes(built) == ["enum-mismatch"]


def test_a_declared_discriminator_with_mapping_and_implicit_names() -> None:
    built, found = of(
        {
            "oneOf": [ref("Cat"), ref("Dog"), ref("Bird")],
            "discriminator": {"propertyName": "kind", "mapping": {"kitty": "Cat", "tom": "Cat"}},
        },
        Cat=tagged("kind", STRING),
        Dog=tagged("kind", STRING),
        Bird=tagged("kind", {"const": "birdie"}),
    )
    assert found == ir.Named("HolderValue")
    assert members(built, "HolderValue") == [
        (ir.Named("Cat"), ("kitty", "tom")),
        (ir.Named("Dog"), ("Dog",)),
        (ir.Named("Bird"), ("birdie",)),
    ]
    kinds = {
        name: model.properties[0].type
        for name in ("Cat", "Dog", "Bird")
        if isinstance(model := built.model(name), ir.ObjectModel)
    }
    assert kinds == {
        "Cat": ir.Scalar("string"),
        "Dog": ir.Constant("Dog"),
        "Bird": ir.Constant("birdie"),
    }
    assert codes(built) == []


def test_the_mapping_wins_over_a_member_and_is_reported() -> None:
    built, _ = of(
        {
            "oneOf": [ref("Cat"), ref("Dog")],
            "discriminator": {"propertyName": "kind", "mapping": {"c": "Cat", "d": "Dog"}},
        },
        Cat=tagged("kind", {"const": "cat"}),
        Dog=tagged("kind", {"const": "d"}),
    )
    assert [tags for _, tags in members(built, "HolderValue")] == [("c",), ("d",)]
    cat = built.model("Cat")
    assert isinstance(cat, ir.ObjectModel)
    assert cat.properties[0].type == ir.Constant("c")
    assert codes(built) == ["discriminator-mismatch"]


def test_a_member_without_the_declared_tag_gets_it() -> None:
    built, _ = of(
        {
            "oneOf": [ref("Cat"), ref("Dog")],
            "discriminator": {"propertyName": "kind", "mapping": {"c": "Cat", "d": "Dog"}},
        },
        Cat={"type": "object", "properties": {"lives": INTEGER}},
        Dog=tagged("kind", {"const": "d"}),
    )
    cat = built.model("Cat")
    assert isinstance(cat, ir.ObjectModel)
    assert [(each.wire_name, each.type) for each in cat.properties] == [
        ("lives", ir.Scalar("integer")),
        ("kind", ir.Constant("c")),
    ]


def test_the_default_mapping() -> None:
    built, _ = of(
        {
            "oneOf": [ref("Cat"), ref("Dog")],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {"c": "Cat"},
                "defaultMapping": "Dog",
            },
        },
        Cat=tagged("kind", STRING),
        Dog=tagged("kind", STRING),
    )
    union = built.model("HolderValue")
    assert isinstance(union, ir.UnionModel)
    assert union.default_member == 1
    assert union.members[0].tags == ("c",)


def test_a_tag_is_inferred_from_constants_that_differ() -> None:
    built, _ = of(
        {"anyOf": [ref("A"), ref("B"), STRING, {"type": "array", "items": STRING}, NULL]},
        A=tagged("type", {"const": "a"}, object={"const": "entry"}, role={"enum": ["x", "y"]}),
        B=tagged("type", {"enum": ["b", "c"]}, object={"const": "entry"}, role={"const": "z"}),
    )
    union = built.model("HolderValue")
    assert isinstance(union, ir.UnionModel)
    assert (union.tag, union.declared) == ("type", False)
    assert [(each.type, each.tags) for each in union.members] == [
        (ir.Named("A"), ("a",)),
        (ir.Named("B"), ("b", "c")),
        (ir.Scalar("string"), ()),
        (ir.Array(ir.Scalar("string")), ()),
    ]


def test_constants_that_meet_are_no_tag() -> None:
    built, _ = of(
        {"anyOf": [ref("A"), ref("B")]},
        A=tagged("type", {"const": "a"}, x=STRING),
        B=tagged("type", {"enum": ["a", "b"]}, y=STRING),
    )
    union = built.model("HolderValue")
    assert isinstance(union, ir.UnionModel)
    assert union.tag == ""


def test_a_named_union_inside_keeps_its_tags_together() -> None:
    built, _ = of(
        {"anyOf": [ref("Inner"), ref("C"), {"oneOf": [ref("D"), ref("C")]}]},
        A=tagged("type", {"const": "a"}),
        B=tagged("type", {"const": "b"}),
        C=tagged("type", {"const": "c"}),
        D=tagged("type", {"const": "d"}),
        Inner={"oneOf": [ref("A"), ref("B")]},
    )
    assert members(built, "HolderValue") == [
        (ir.Named("Inner"), ("a", "b")),
        (ir.Named("C"), ("c",)),
        (ir.Named("D"), ("d",)),
    ]


def test_a_mapping_into_a_nested_union_selects_that_union() -> None:
    built, _ = of(
        {
            "oneOf": [ref("Inner"), ref("C")],
            "discriminator": {"propertyName": "type", "mapping": {"a": "A", "b": "B", "c": "C"}},
        },
        A=tagged("type", STRING),
        B=tagged("type", STRING),
        C=tagged("type", STRING),
        Inner={
            "oneOf": [ref("A"), ref("B")],
            "discriminator": {"propertyName": "type", "mapping": {"a": "A", "b": "B"}},
        },
    )
    assert members(built, "HolderValue") == [
        (ir.Named("Inner"), ("a", "b")),
        (ir.Named("C"), ("c",)),
    ]
    assert codes(built) == []


def test_a_mapping_to_a_stranger_is_reported_and_makes_it_a_member() -> None:
    built, _ = of(
        {
            "oneOf": [ref("A"), ref("B")],
            "discriminator": {"propertyName": "type", "mapping": {"a": "A", "b": "B", "c": "C"}},
        },
        A=tagged("type", STRING),
        B=tagged("type", STRING),
        C=tagged("type", STRING),
    )
    assert codes(built) == ["discriminator-mapping"]
    assert members(built, "HolderValue") == [
        (ir.Named("A"), ("a",)),
        (ir.Named("B"), ("b",)),
        (ir.Named("C"), ("c",)),
    ]


def test_members_are_named_after_the_property_that_they_alone_require() -> None:
    def box(name: str) -> dict[str, Any]:
        return {"type": "object", "properties": {name: STRING}, "required": [name]}

    built, _ = of({"oneOf": [box("cancelled"), box("error")]})
    assert [type_ for type_, _ in members(built, "HolderValue")] == [
        ir.Named("HolderValueCancelled"),
        ir.Named("HolderValueError"),
    ]


def test_members_get_names_from_title_tag_kind_and_position() -> None:
    def box(**more: Any) -> dict[str, Any]:
        return {"type": "object", **more}

    built, _ = of(
        {
            "anyOf": [
                box(title="Round Shape", properties={"r": STRING}),
                box(properties={"side": STRING}),
                box(properties={"edge": STRING}),
                {"type": "array", "items": box(properties={"deep": STRING})},
                {"enum": ["none", "all"]},
            ]
        }
    )
    assert [type_ for type_, _ in members(built, "HolderValue")] == [
        ir.Named("HolderValueRoundShape"),
        ir.Named("HolderValueSecond"),
        ir.Named("HolderValueThird"),
        ir.Array(ir.Named("HolderValueItem")),
        ir.Named("HolderValueEnum"),
    ]


def test_types_that_are_listed_together_are_a_union() -> None:
    built, found = of({"type": ["object", "string", "null"], "properties": {"x": STRING}})
    assert found == ir.Nullable(ir.Named("HolderValue"))
    assert [type_ for type_, _ in members(built, "HolderValue")] == [
        ir.Named("HolderValueObject"),
        ir.Scalar("string"),
    ]


def test_a_union_that_holds_itself_beside_properties_ends() -> None:
    built = types(
        {
            "A": {"anyOf": [ref("A"), ref("B")], "properties": {"x": STRING}, "required": ["x"]},
            "B": {"oneOf": [ref("A"), {"type": "object", "properties": {"y": ref("B")}}]},
        }
    )
    models = built.finish([("g", ir.Named("A"), "in")])
    assert {"A", "B"} <= set(models)
    assert "too-complex" not in codes(built)


def test_a_union_that_holds_itself_ends() -> None:
    built = types(
        {
            "Json": {
                "anyOf": [
                    STRING,
                    NULL,
                    {"type": "array", "items": ref("Json")},
                    {"type": "object", "additionalProperties": ref("Json")},
                ]
            },
            "Tree": {"type": "array", "items": ref("Tree")},
            "Node": {"anyOf": [ref("Node"), STRING]},
        }
    )
    assert [type_ for type_, _ in members(built, "Json")] == [
        ir.Scalar("string"),
        ir.Array(ir.Nullable(ir.Named("Json"))),
        ir.Map(ir.Nullable(ir.Named("Json"))),
    ]
    tree = built.model("Tree")
    assert isinstance(tree, ir.AliasModel)
    assert tree.type == ir.Array(ir.Named("Tree"))
    assert built.type_of(component("Node"), ("x",), "in") == ir.Named("Node")
    assert built.resolve(ir.Named("Node")) == ir.Scalar("string")


def test_heirs_that_add_nothing_are_members() -> None:
    built = types(
        {
            "Box": {
                "type": "object",
                "properties": {"kind": STRING},
                "discriminator": {"propertyName": "kind"},
            },
            "Crate": {"allOf": [ref("Box")]},
            "Case": {
                "type": "object",
                "allOf": [ref("Box")],
                "x-clientwright-discriminator-value": "#case",
            },
            "Holder": {"type": "object", "properties": {"box": {"allOf": [ref("Box")]}}},
        }
    )
    assert members(built, "Box") == [
        (ir.Named("Crate"), ("Crate",)),
        (ir.Named("Case"), ("#case",)),
    ]
    holder = built.model("Holder")
    assert isinstance(holder, ir.ObjectModel)
    assert holder.properties[0].type == ir.Named("Box")
