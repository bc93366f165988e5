"""`allOf`, references with siblings, inheritance."""

from __future__ import annotations

from typing import Any

import pytest
from clientwright import ir
from clientwright.build.types import Types
from unit.build.schemas import api, codes, component, ref, types

STRING = {"type": "string"}


def properties(built: Types, name: str) -> dict[str, ir.Property]:
    model = built.model(name)
    assert isinstance(model, ir.ObjectModel)
    return {each.wire_name: each for each in model.properties}


def test_a_narrowed_property_is_the_constant() -> None:
    built = types(
        {
            "Base": {
                "type": "object",
                "properties": {
                    "stream": {"anyOf": [{"type": "boolean"}, {"type": "null"}], "default": None},
                    "model": STRING,
                },
                "required": ["model"],
            },
            "Request": {
                "allOf": [
                    ref("Base"),
                    {
                        "type": "object",
                        "properties": {
                            "stream": {"type": "boolean", "enum": [False], "default": False}
                        },
                    },
                ]
            },
        }
    )
    found = properties(built, "Request")
    assert found["stream"].type == ir.Constant(False)
    assert found["stream"].constant
    assert (found["stream"].has_default, found["stream"].default) == (True, False)
    assert found["model"].required
    assert properties(built, "Base")["stream"].type == ir.Nullable(ir.Scalar("boolean"))
    assert codes(built) == []


def test_bounds_are_tightened_and_the_last_words_count() -> None:
    built = types(
        {
            "A": {
                "type": "object",
                "properties": {"n": {"type": "number", "minimum": 1, "description": "first"}},
            },
            "B": {
                "allOf": [
                    ref("A"),
                    {
                        "properties": {
                            "n": {
                                "type": "integer",
                                "minimum": 0,
                                "maximum": 5,
                                "description": "last",
                            }
                        }
                    },
                ]
            },
        }
    )
    found = properties(built, "B")["n"]
    assert found.type == ir.Scalar("integer")
    assert found.constraints == (("minimum", 1), ("maximum", 5))
    assert found.doc.description == "last"


def test_a_contradiction_is_reported_and_the_last_one_wins() -> None:
    built = types(
        {
            "A": {"type": "object", "properties": {"x": STRING}},
            "B": {"allOf": [ref("A"), {"properties": {"x": {"type": "integer"}}}]},
        }
    )
    assert properties(built, "B")["x"].type == ir.Scalar("integer")
    assert codes(built) == ["allof-conflict"]


def test_values_in_both_lists_stay() -> None:
    built = types(
        {
            "A": {"type": "object", "properties": {"x": {"enum": ["a", "b", "c"]}}},
            "B": {"allOf": [ref("A"), {"properties": {"x": {"enum": ["c", "b"]}}}]},
        }
    )
    assert properties(built, "B")["x"].type == ir.Named("BX")
    model = built.model("BX")
    assert isinstance(model, ir.EnumModel)
    assert [each.value for each in model.values] == ["c", "b"]


@pytest.mark.parametrize(
    "wrapper",
    [
        {"allOf": [ref("Pet")], "description": "d", "default": {"n": 1}},
        {"allOf": [ref("Pet")], "type": "object"},
        {**ref("Pet"), "description": "d"},
        {"anyOf": [ref("Pet")]},
        {"allOf": [ref("Pet"), {"description": "d"}]},
    ],
)
def test_a_wrapper_is_the_type_that_it_wraps(wrapper: dict[str, Any]) -> None:
    built = types(
        {
            "Pet": {
                "type": "object",
                "properties": {"n": {"type": "integer"}},
                "description": "a pet",
            },
            "Owner": {"type": "object", "properties": {"pet": wrapper}},
        }
    )
    pet = properties(built, "Owner")["pet"]
    assert pet.type == ir.Named("Pet")
    assert pet.doc.description == ("d" if "'d'" in repr(wrapper) else "")
    assert pet.has_default == ("default" in wrapper)
    assert set(built.finish([])) == {"Pet", "Owner"}


def test_the_wrapper_may_be_nullable() -> None:
    built = types(
        {
            "Pet": {"type": "object", "properties": {"n": STRING}},
            "Owner": {
                "type": "object",
                "properties": {
                    "pet": {"anyOf": [{"allOf": [ref("Pet")]}, {"type": "null"}], "default": None}
                },
            },
        }
    )
    assert properties(built, "Owner")["pet"].type == ir.Nullable(ir.Named("Pet"))
    assert properties(built, "Owner")["pet"].has_default


def test_shared_properties_go_into_each_member() -> None:
    built = types(
        {
            "A": {
                "type": "object",
                "properties": {"kind": {"const": "a"}, "x": STRING},
                "required": ["kind"],
            },
            "B": {"type": "object", "properties": {"kind": {"const": "b"}}, "required": ["kind"]},
            "Both": {
                "allOf": [
                    {"oneOf": [ref("A"), ref("B")]},
                    {"type": "object", "properties": {"id": STRING}, "required": ["id"]},
                ]
            },
        }
    )
    union = built.model("Both")
    assert isinstance(union, ir.UnionModel)
    assert [each.type for each in union.members] == [ir.Named("BothA"), ir.Named("BothB")]
    assert (union.tag, [each.tags for each in union.members]) == ("kind", [("a",), ("b",)])
    assert set(properties(built, "BothA")) == {"kind", "x", "id"}
    assert properties(built, "BothB")["id"].required


def test_members_that_contradict_what_stands_beside_are_no_members() -> None:
    built = types(
        {
            "A": {"type": "object", "properties": {"kind": {"const": "a"}}, "required": ["kind"]},
            "B": {"type": "object", "properties": {"kind": {"const": "b"}}, "required": ["kind"]},
            "OnlyA": {"oneOf": [ref("A"), ref("B")], "properties": {"kind": {"const": "a"}}},
        }
    )
    assert built.type_of(component("OnlyA"), ("x",), "out") == ir.Named("A")
    assert codes(built) == []


def test_required_sets_beside_properties_are_one_object() -> None:
    built = types(
        {
            "Search": {
                "type": "object",
                "properties": {"a": STRING, "b": STRING, "c": STRING},
                "required": ["c"],
                "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
            }
        }
    )
    assert {name: each.required for name, each in properties(built, "Search").items()} == {
        "a": False,
        "b": False,
        "c": True,
    }


def test_a_required_property_without_a_schema_is_any_value() -> None:
    built = types({"A": {"type": "object", "properties": {"x": STRING}, "required": ["y"]}})
    found = properties(built, "A")["y"]
    assert (found.type, found.required) == (ir.AnyType(), True)


PETS: dict[str, Any] = {
    "Pet": {
        "type": "object",
        "properties": {"petType": STRING, "name": STRING},
        "required": ["petType"],
        "discriminator": {"propertyName": "petType", "mapping": {"kitty": "Cat"}},
    },
    "Cat": {
        "allOf": [ref("Pet"), {"type": "object", "properties": {"lives": {"type": "integer"}}}]
    },
    "Dog": {
        "allOf": [
            ref("Pet"),
            {"type": "object", "properties": {"bark": STRING, "friend": ref("Pet")}},
        ]
    },
    "Home": {"type": "object", "properties": {"pet": ref("Pet")}},
}


def test_a_base_with_heirs_is_the_union_of_them() -> None:
    built = types(PETS)
    union = built.model("Pet")
    assert isinstance(union, ir.UnionModel)
    assert (union.tag, union.declared) == ("petType", True)
    assert [(each.type, each.tags) for each in union.members] == [
        (ir.Named("Cat"), ("kitty",)),
        (ir.Named("Dog"), ("Dog",)),
    ]
    assert properties(built, "Cat")["petType"].type == ir.Constant("kitty")
    assert properties(built, "Cat")["petType"].required
    assert set(properties(built, "Dog")) == {"petType", "name", "bark", "friend"}
    assert properties(built, "Dog")["friend"].type == ir.Named("Pet")
    assert properties(built, "Home")["pet"].type == ir.Named("Pet")
    assert codes(built) == []


def test_a_base_that_maps_to_itself_is_a_member_too() -> None:
    pet = {
        **PETS["Pet"],
        "discriminator": {"propertyName": "petType", "mapping": {"pet": "Pet", "kitty": "Cat"}},
    }
    built = types({**PETS, "Pet": pet})
    union = built.model("Pet")
    assert isinstance(union, ir.UnionModel)
    assert [(each.type, each.tags) for each in union.members] == [
        (ir.Named("PetBase"), ("pet",)),
        (ir.Named("Cat"), ("kitty",)),
        (ir.Named("Dog"), ("Dog",)),
    ]
    assert properties(built, "PetBase")["petType"].type == ir.Constant("pet")


def test_recursive_schemas_that_are_merged_end() -> None:
    built = types(
        {
            "A": {"allOf": [ref("B")], "properties": {"x": ref("A")}},
            "B": {"type": "object", "properties": {"x": ref("B"), "y": STRING}},
            "C": {"allOf": [ref("C"), {"type": "object", "properties": {"z": STRING}}]},
        }
    )
    assert properties(built, "A")["x"].type == ir.Named("A")
    assert set(properties(built, "C")) == {"z"}
    assert codes(built) == ["allof-cycle"]


def test_references_that_lead_nowhere_are_any_value_and_reported() -> None:
    built = types(
        {
            "A": ref("B"),
            "B": ref("A"),
            "C": ref("Gone"),
            "D": {"oneOf": [ref("E")]},
            "E": {"oneOf": [ref("D")]},
        }
    )
    for name in "ABCDE":
        assert built.type_of(component(name), ("x",), "out") == ir.AnyType()
        assert isinstance(built.model(name), ir.AliasModel)
    assert set(codes(built)) == {"reference-cycle", "missing-schema"}


def test_an_inherited_inline_schema_is_called_after_its_own_place() -> None:
    built = types(
        {
            "Child": {"allOf": [ref("Parent")], "required": ["mode"]},
            "Parent": {"type": "object", "properties": {"mode": {"enum": ["a", "b"]}}},
        }
    )
    assert properties(built, "Child")["mode"].type == ir.Named("ParentMode")
    assert properties(built, "Parent")["mode"].type == ir.Named("ParentMode")


def test_merged_follows_everything() -> None:
    built = Types(
        api(
            {
                "A": {"type": "object", "properties": {"x": STRING}},
                "B": {**ref("A"), "required": ["x"]},
            }
        )
    )
    merged = built.merged(component("B"))
    assert (merged.ref, merged.all_of, merged.required) == (None, (), ("x",))
    assert tuple(merged.properties) == ("x",)


def test_depth_is_no_matter_for_objects_and_a_finding_for_arrays() -> None:
    deep: dict[str, Any] = {"type": "string"}
    arrays: dict[str, Any] = {"type": "string"}
    chain: dict[str, Any] = {"C3000": STRING}
    for number in range(300):
        deep = {"type": "object", "properties": {"p": deep, f"q{number}": STRING}}
        arrays = {"type": "array", "items": arrays}
    chain |= {f"C{number}": {"allOf": [ref(f"C{number + 1}")]} for number in range(3000)}
    built = types({"Deep": deep, "Arrays": arrays, **chain})
    assert len(built.finish([])) == 300 + 1 + 3001
    assert codes(built) == ["too-deep"]
    assert built.type_of(component("C0"), ("x",), "out") == ir.Named("C3000")
