"""`nullable` of OpenAPI 3.0: https://spec.openapis.org/oas/v3.0.4.html#schema-nullable

The specification gives it an effect beside `type` alone. Documents use it beside `$ref`, `allOf`, `oneOf` and `enum` too, in 3.1
as well, and always mean that null is allowed as well; that is how it is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from typing import Any

from clientwright.load import Location
from clientwright.normalise.fields import as_array, as_object
from clientwright.normalise.form import ABSENT, Json, Schema
from clientwright.normalise.worklist import SchemaWorklist

_ANNOTATIONS = frozenset(
    {
        "title",
        "description",
        "default",
        "read_only",
        "write_only",
        "deprecated",
        "examples",
        "extensions",
    }
)
"""Fields that describe a schema and restrict nothing; they stay outside when null is added around a schema."""


_WORDS = frozenset(
    {
        "title",
        "description",
        "default",
        "example",
        "examples",
        "readOnly",
        "writeOnly",
        "deprecated",
    }
)


def says_nullable(values: Mapping[str, Json]) -> bool:
    """Tell whether authors mean a schema to allow null: by `nullable` in it, or in a member of `allOf` that says nothing else.

    To the letter, `allOf: [{$ref: ...}, {nullable: true}]` allows no null, and the second member would be pointless.
    """
    if values.get("nullable") is True or values.get("x-nullable") is True:
        return True
    members = [as_object(member) for member in as_array(values.get("allOf")) or ()]
    return any(
        member is not None
        and member.get("nullable") is True
        and all(key == "nullable" or key in _WORDS or key.startswith("x-") for key in member)
        for member in members
    )


_BRANCH = re.compile(r"/(?:anyOf|oneOf)/\d+\Z")


def allow_null(schemas: SchemaWorklist, schema: Schema, place: Location) -> Schema:
    """`schema`, which stands at `place`, with null allowed as well.

    Where that needs a union (`$ref`, `allOf`), its members are schemas of their own under ids that no schema of a document
    can have: `<id>/$ref` or `<id>/allOf`, and `<id>/nullable` for null.
    """
    null_id = f"{schema.id}/nullable"
    if _BRANCH.search(schema.id) and not _restricts(schema):
        # `anyOf: [{$ref: ...}, {nullable: true}]` is how 3.0 documents write "or null"; read as any value, the
        # branch would make the other pointless.
        return replace(schema, types=("null",))
    if schema.ref is not None or schema.all_of or schema.not_ is not None:
        inner_id = f"{schema.id}/{'$ref' if schema.ref is not None else 'allOf'}"
        schemas.put(_without_annotations(schema, inner_id), place)
        schemas.put(Schema(id=null_id, types=("null",)), place)
        return Schema(
            id=schema.id,
            any_of=(inner_id, null_id),
            **_fields(schema, _ANNOTATIONS),
        )
    changes: dict[str, Any] = {}
    if schema.any_of or schema.one_of:
        schemas.put(Schema(id=null_id, types=("null",)), place)
        if schema.any_of:
            changes["any_of"] = (*schema.any_of, null_id)
        if schema.one_of:
            changes["one_of"] = (*schema.one_of, null_id)
    if schema.const is not ABSENT and schema.const is not None:
        changes["const"] = ABSENT
        changes["enum"] = (schema.const, None)
    elif schema.enum is not None and None not in schema.enum:
        changes["enum"] = (*schema.enum, None)
    types = schema.types or _implied_types(schema)
    if types and "null" not in types:
        changes["types"] = (*types, "null")
    return replace(schema, **changes) if changes else schema


def _restricts(schema: Schema) -> bool:
    """Tell whether a schema says more than annotations."""
    bare = Schema(id=schema.id)
    kept = frozenset(item.name for item in dataclass_fields(schema)) - _ANNOTATIONS - {"id"}
    return _fields(schema, kept) != _fields(bare, kept)


def _implied_types(schema: Schema) -> tuple[str, ...]:
    """The type that a schema without `type` is about, going by its other keywords."""
    if (
        schema.properties
        or schema.required
        or schema.additional_properties
        or schema.pattern_properties
    ):
        return ("object",)
    if schema.items or schema.prefix_items:
        return ("array",)
    return ()


def _without_annotations(schema: Schema, id_: str) -> Schema:
    kept = frozenset(item.name for item in dataclass_fields(schema)) - _ANNOTATIONS - {"id"}
    return Schema(id=id_, **_fields(schema, kept))


def _fields(schema: Schema, names: frozenset[str]) -> dict[str, Any]:
    return {name: getattr(schema, name) for name in sorted(names)}
