"""Objects, maps, arrays, scalars, defaults, directions, groups and names of models."""

from __future__ import annotations

from typing import Any

import pytest
from clientwright import ir
from clientwright.build.types import Types
from unit.build.schemas import api, codes, component, ref, types

STRING = {"type": "string"}


def one(schema: Any, **components: Any) -> tuple[Types, ir.Property]:
    built = types({**components, "Holder": {"type": "object", "properties": {"value": schema}}})
    model = built.model("Holder")
    assert isinstance(model, ir.ObjectModel)
    return built, model.properties[0]


def names(built: Types, model: str) -> dict[str, ir.Type]:
    found = built.model(model)
    assert isinstance(found, ir.ObjectModel)
    return {each.wire_name: each.type for each in found.properties}


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ({"type": "string", "format": "date"}, "date"),
        ({"type": "string", "format": "date-time"}, "date-time"),
        ({"type": "string", "format": "http-date"}, "http-date"),
        ({"type": "string", "format": "date-time-rfc1123"}, "http-date"),
        ({"type": "integer", "format": "unix-time"}, "unix-time"),
        ({"type": "number", "format": "unixtime"}, "unix-time"),
        ({"type": "string", "format": "unixtime"}, "string"),
        ({"type": "integer", "format": "timestamp"}, "integer"),
        ({"type": "string", "format": "dateTime"}, "string"),
        ({"type": "string", "format": "guid"}, "string"),
        ({"type": "string", "format": "time"}, "time"),
        ({"type": "string", "format": "duration"}, "duration"),
        ({"type": "string", "format": "uuid"}, "uuid"),
        ({"type": "string", "format": "decimal"}, "decimal-string"),
        ({"type": "number", "format": "decimal"}, "decimal"),
        ({"type": "string", "format": "int64"}, "integer-string"),
        ({"type": "integer", "format": "int64"}, "integer"),
        ({"type": "string", "format": "byte"}, "base64"),
        ({"type": "string", "contentEncoding": "base64url"}, "base64url"),
        ({"type": "string", "format": "binary"}, "binary"),
        ({"contentMediaType": "image/png"}, "binary"),
        ({"type": "string", "contentMediaType": "application/json"}, "string"),
        ({"type": "string", "format": "email"}, "string"),
    ],
)
def test_formats(schema: Any, kind: str) -> None:
    _, found = one(schema)
    assert isinstance(found.type, ir.Scalar)
    assert found.type.scalar == kind
    assert found.type.format == schema.get("format", "")


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ({}, ir.AnyType()),
        (True, ir.AnyType()),
        ({"type": "object"}, ir.Map(ir.AnyType())),
        ({"type": "object", "additionalProperties": STRING}, ir.Map(ir.Scalar("string"))),
        ({"additionalProperties": {"type": "integer"}}, ir.Map(ir.Scalar("integer"))),
        ({"patternProperties": {"^x": STRING}}, ir.Map(ir.Scalar("string"))),
        (
            {"patternProperties": {"^x": STRING}, "additionalProperties": False},
            ir.Map(ir.Scalar("string")),
        ),
        ({"type": "array"}, ir.Array(ir.AnyType())),
        ({"items": STRING, "uniqueItems": True}, ir.Array(ir.Scalar("string"), unique=True)),
        (
            {"prefixItems": [STRING, {"type": "integer"}], "items": False, "minItems": 2},
            ir.Tuple((ir.Scalar("string"), ir.Scalar("integer"))),
        ),
        (
            {"prefixItems": [STRING, {"type": "integer"}], "items": False},
            ir.Tuple((ir.Scalar("string"), ir.Scalar("integer")), min_items=0),
        ),
        (
            {"prefixItems": [STRING, {"type": "integer"}], "maxItems": 1, "minItems": 1},
            ir.Tuple((ir.Scalar("string"),)),
        ),
        (
            {"type": "array", "prefixItems": [STRING], "items": {"type": "integer"}},
            ir.Tuple((ir.Scalar("string"),), ir.Scalar("integer")),
        ),
        ({"type": ["array", "null"], "items": STRING}, ir.Nullable(ir.Array(ir.Scalar("string")))),
    ],
)
def test_structures_without_a_name(schema: Any, type_: ir.Type) -> None:
    built, found = one(schema)
    assert found.type == type_
    assert codes(built) == []


def test_what_may_stand_beside_properties() -> None:
    def holder(**more: Any) -> dict[str, Any]:
        return {"type": "object", "properties": {"a": STRING}, **more}

    built = types(
        {
            "Open": holder(),
            "Closed": holder(additionalProperties=False),
            "Typed": holder(additionalProperties={"type": "integer"}),
            "Unevaluated": holder(unevaluatedProperties=False),
            "Pattern": holder(patternProperties={"^x": STRING}, additionalProperties=False),
            "Nothing": {"type": "object", "additionalProperties": False},
            "Never": {"type": "object", "properties": {"a": STRING, "b": False}},
        }
    )
    additional = {
        name: model.additional
        for name, model in built.finish([]).items()
        if isinstance(model, ir.ObjectModel)
    }
    assert additional == {
        "Open": ir.AnyType(),
        "Closed": None,
        "Typed": ir.Scalar("integer"),
        "Unevaluated": None,
        "Pattern": ir.Scalar("string"),
        "Nothing": None,
        "Never": ir.AnyType(),
    }
    assert set(names(built, "Never")) == {"a"}


def test_inline_schemas_are_named_by_where_they_stand() -> None:
    def box(**more: Any) -> dict[str, Any]:
        return {"type": "object", "properties": more}

    built = types(
        {
            "CreateUserRequest": box(
                address=box(zip=STRING),
                outputs={"type": "array", "items": box(x=STRING)},
                labels={"type": "object", "additionalProperties": box(y=STRING)},
                data={**box(z=STRING), "title": "Data"},
                plan={**box(w=STRING), "title": "Billing Plan"},
                first={**box(u=STRING), "title": "Twin Thing"},
                second={**box(v=STRING), "title": "Twin Thing"},
                forced={**box(t=STRING), "x-clientwright-type-name": "chosen_one"},
            ),
            "create_user_request_address": STRING,
            "createUserRequest": STRING,
            "Renamed": {"type": "string", "x-clientwright-name": "better name"},
        }
    )
    assert list(built.finish([])) == [
        "CreateUserRequestAddressObject",
        "CreateUserRequestOutput",
        "CreateUserRequestLabelsValue",
        "CreateUserRequestData",
        "BillingPlan",
        "CreateUserRequestFirst",
        "CreateUserRequestSecond",
        "ChosenOne",
        "CreateUserRequest",
        "CreateUserRequestAddress",
        "CreateUserRequest2",
        "BetterName",
    ]


def test_property_names() -> None:
    built = types(
        {
            "A": {
                "type": "object",
                "properties": dict.fromkeys(("fooBar", "+1", "-1", "$ref", ""), STRING),
            }
        }
    )
    model = built.model("A")
    assert isinstance(model, ir.ObjectModel)
    assert [(each.name, each.wire_name) for each in model.properties] == [
        ("foo_bar", "fooBar"),
        ("plus_1", "+1"),
        ("minus_1", "-1"),
        ("ref", "$ref"),
        ("empty", ""),
    ]


def test_a_name_in_the_document_for_a_property() -> None:
    _, found = one({"type": "string", "x-clientwright-name": "betterName"})
    assert (found.name, found.wire_name) == ("better_name", "value")


@pytest.mark.parametrize(
    ("schema", "default", "code"),
    [
        ({"type": "integer", "default": 3}, 3, None),
        ({"type": "integer", "default": "3"}, None, "default-mismatch"),
        ({"type": "boolean", "default": 1}, None, "default-mismatch"),
        ({"enum": ["a", "b"], "default": "b"}, "b", None),
        ({"enum": ["a", "b"], "default": "c"}, None, "default-mismatch"),
        ({"type": "array", "items": STRING, "default": []}, [], None),
        ({"type": "array", "items": STRING, "default": [1]}, None, "default-mismatch"),
        ({"type": "object", "default": {"x": 1}}, {"x": 1}, None),
        (
            {"type": "object", "properties": {"x": STRING}, "default": {"x": 1}},
            None,
            "default-mismatch",
        ),
        ({"type": "string", "default": None}, None, "default-null"),
        ({"default": 1.5}, 1.5, None),
        ({"anyOf": [STRING, {"type": "array", "items": STRING}], "default": ["x"]}, ["x"], None),
    ],
)
def test_defaults(schema: Any, default: Any, code: str | None) -> None:
    built, found = one(schema)
    assert (found.default, found.has_default) == (default, code is None)
    assert codes(built) == ([] if code is None else [code])


def test_null_as_a_default_where_null_may_stand() -> None:
    built, found = one({"type": ["string", "null"], "default": None})
    assert (found.type, found.has_default, found.default) == (
        ir.Nullable(ir.Scalar("string")),
        True,
        None,
    )
    assert codes(built) == []


def test_components_without_a_structure_are_aliases() -> None:
    built = types(
        {
            "Plain": STRING,
            "List": {"type": "array", "items": ref("Plain")},
            "Other": ref("List"),
            "Maybe": {"anyOf": [ref("List"), {"type": "null"}]},
            "Constant": {"const": 1},
            "Anything": {},
        }
    )
    models = built.finish([])
    assert {
        name: model.type for name, model in models.items() if isinstance(model, ir.AliasModel)
    } == {
        "Plain": ir.Scalar("string"),
        "List": ir.Array(ir.Named("Plain")),
        "Other": ir.Named("List"),
        "Maybe": ir.Named("List"),
        "Constant": ir.Constant(1),
        "Anything": ir.AnyType(),
    }
    assert built.type_of(component("Other"), ("x",), "out") == ir.Named("List")
    assert built.type_of(component("Maybe"), ("x",), "out") == ir.Nullable(ir.Named("List"))
    assert built.type_of(None, ("x",), "out") == ir.AnyType()
    assert {model.schema for model in models.values()} == set(models)


def test_a_nullable_component_is_the_model_that_it_describes() -> None:
    built = types(
        {
            "Maybe": {
                "description": "perhaps",
                "anyOf": [{"type": "object", "properties": {"x": STRING}}, {"type": "null"}],
            },
            "Id": {"oneOf": [{"type": "string", "format": "uuid"}, {"type": "null"}]},
            "Holder": {"type": "object", "properties": {"maybe": ref("Maybe"), "id": ref("Id")}},
        }
    )
    models = built.finish([])
    assert set(models) == {"Maybe", "Id", "Holder"}
    assert isinstance(models["Maybe"], ir.ObjectModel)
    assert (models["Maybe"].doc.description, models["Maybe"].schema) == ("perhaps", "Maybe")
    assert names(built, "Holder") == {
        "maybe": ir.Nullable(ir.Named("Maybe")),
        "id": ir.Nullable(ir.Named("Id")),
    }


SPLIT: dict[str, Any] = {
    "User": {
        "type": "object",
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "name": STRING,
            "password": {"type": "string", "writeOnly": True},
        },
        "required": ["id", "name", "password"],
    },
    "Team": {
        "type": "object",
        "properties": {"users": {"type": "array", "items": ref("User")}, "tag": ref("Tag")},
    },
    "Tag": {"type": "object", "properties": {"made": {"type": "string", "readOnly": True}}},
}


def test_schemas_with_required_read_only_properties_have_a_model_for_each_direction() -> None:
    built = types(SPLIT)
    assert built.type_of(component("Team"), ("x",), "out") == ir.Named("Team")
    assert built.type_of(component("Team"), ("x",), "in") == ir.Named("TeamInput")
    assert set(names(built, "User")) == {"id", "name"}
    assert set(names(built, "UserInput")) == {"name", "password"}
    assert names(built, "TeamInput") == {
        "users": ir.Array(ir.Named("UserInput")),
        "tag": ir.Named("Tag"),
    }
    assert built.type_of(component("Tag"), ("x",), "in") == ir.Named("Tag")
    tag = built.model("Tag")
    assert isinstance(tag, ir.ObjectModel)
    assert tag.properties[0].read_only
    models = built.finish(
        [("teams", ir.Named("TeamInput"), "in"), ("teams", ir.Named("Team"), "out")]
    )
    assert {name: model.direction for name, model in models.items()} == {
        "UserInput": "in",
        "User": "out",
        "TeamInput": "in",
        "Team": "out",
        "Tag": "both",
    }


def test_groups() -> None:
    def box(**more: Any) -> dict[str, Any]:
        return {"type": "object", "properties": more}

    built = types(
        {
            "Pet": box(food=ref("Food"), shared=ref("Shared"), self=ref("Pet")),
            "Food": box(x=STRING),
            "Shop": box(shared=ref("Shared")),
            "Shared": box(deep=ref("Deep")),
            "Deep": box(x=STRING),
            "UnusedOfPet": box(food=ref("Food")),
            "UnusedOfBoth": box(toy=ref("Toy"), till=ref("Till")),
            "Toy": box(x=STRING),
            "Till": box(x=STRING),
            "Unused": box(x=STRING),
        }
    )
    models = built.finish(
        [
            ("pets", ir.Array(ir.Named("Pet")), "out"),
            ("pets", ir.Named("Toy"), "in"),
            ("shop", ir.Nullable(ir.Named("Shop")), "out"),
            ("shop", ir.Map(ir.Named("Till")), "out"),
        ]
    )
    assert {name: (model.group, model.direction) for name, model in models.items()} == {
        "Food": ("pets", "out"),
        "Deep": ("shared", "out"),
        "Shared": ("shared", "out"),
        "Pet": ("pets", "out"),
        "Shop": ("shop", "out"),
        "UnusedOfPet": ("pets", "none"),
        "Toy": ("shared", "in"),
        "Till": ("shared", "out"),
        "UnusedOfBoth": ("shared", "none"),
        "Unused": ("shared", "none"),
    }
    order = list(models)
    assert order.index("Deep") < order.index("Shared") < order.index("Pet")


def test_inline_schemas_of_operations_get_the_place_that_the_caller_gives() -> None:
    place = "#/paths/~1users/post/requestBody/content/application~1json/schema"
    built = Types(
        api(
            {"User": {"type": "object", "properties": {"x": STRING}}},
            {
                place: {
                    "type": "object",
                    "properties": {"tags": {"type": "array", "items": {"enum": ["a", "b"]}}},
                }
            },
        )
    )
    assert built.type_of(place, ("create_user", "request"), "in") == ir.Named("CreateUserRequest")
    assert names(built, "CreateUserRequest") == {"tags": ir.Array(ir.Named("CreateUserRequestTag"))}
    assert built.model("CreateUserRequest").inline
    assert built.type_of(place, ("another", "place"), "out") == ir.Named("CreateUserRequest")


def test_what_a_component_points_to_in_another_file_has_the_components_name() -> None:
    built = Types(
        api(
            {
                "Pet": {"$ref": "pets.yaml#/Animal"},
                "Home": {"type": "object", "properties": {"p": ref("Pet")}},
            },
            {
                "pets.yaml#/Animal": {
                    "type": "object",
                    "properties": {"food": {"$ref": "pets.yaml#/$defs/Food"}},
                },
                "pets.yaml#/$defs/Food": {"type": "object", "properties": {"x": STRING}},
            },
        )
    )
    assert set(built.finish([])) == {"Pet", "Home", "Food"}
    assert names(built, "Home") == {"p": ir.Named("Pet")}


def test_the_same_document_gives_the_same_models() -> None:
    assert list(types(SPLIT).finish([]).items()) == list(types(SPLIT).finish([]).items())


def test_an_inherited_property_is_built_once() -> None:
    """A chain in which each schema adds a property has them over and over."""
    steps: dict[str, Any] = {"S0": {"type": "object", "properties": {"p0": STRING}}}
    for number in range(1, 4):
        own = {"type": "object", "properties": {f"p{number}": {"type": "array", "items": STRING}}}
        steps[f"S{number}"] = {"allOf": [ref(f"S{number - 1}"), own]}
    steps["Odd"] = {"allOf": [ref("S1"), {"type": "object", "required": ["p0"]}]}
    built = types(steps)

    def properties(name: str) -> dict[str, ir.Property]:
        model = built.model(name)
        assert isinstance(model, ir.ObjectModel)
        return {each.wire_name: each for each in model.properties}

    last = properties("S3")
    assert list(last) == ["p0", "p1", "p2", "p3"]
    for number in range(4):
        assert last[f"p{number}"] is properties(f"S{number}")[f"p{number}"]
    assert properties("Odd")["p0"].required
    assert not last["p0"].required


@pytest.mark.parametrize(
    ("names", "models"),
    [
        (("io.acme.v1.Pod", "io.acme.v2.Pod"), ["V1Pod", "V2Pod"]),
        (("io.acme.Pod", "Pod"), ["IoAcmePod", "Pod"]),
        (("io.acme.Pod",), ["IoAcmePod"]),
        (("Acme.Pot", "Acme.Pod"), ["Pot", "Pod"]),
    ],
)
def test_a_namespace_of_all_components_is_in_no_name(
    names: tuple[str, ...], models: list[str]
) -> None:
    built = types({name: {"type": "object", "properties": {"a": {}}} for name in names})
    assert [built.type_of(component(name), (), "out") for name in names] == [
        ir.Named(model) for model in models
    ]
