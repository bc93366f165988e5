"""What kind of type a schema describes, before any type is built or named.

https://spec.openapis.org/oas/v3.2.0.html#schema-object. A shape is known from a schema and its union members alone, so that
recursive schemas end: nothing here looks into properties or items.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from clientwright import ir
from clientwright.build.combine import allowed_values
from clientwright.build.enums import values_of
from clientwright.build.findings import Findings
from clientwright.build.json_values import json_type
from clientwright.build.merge import Merger
from clientwright.build.scalars import SCALAR_TYPES, is_bytes, scalar_of, unite
from clientwright.normalise import form

Kind: TypeAlias = Literal[
    "any", "never", "null", "simple", "enum", "object", "map", "array", "tuple", "union", "same"
]


@dataclass(frozen=True, slots=True)
class Shape:
    """The kind of a schema.

    `schema` is the merged schema. `simple` kinds (scalars, scalar unions, constants) carry their `type`, `enum` its
    `values`, `union` the ids of its `members`, and `same` in `target` the schema that it comes down to.
    `nullable` says that null may stand here as well.
    """

    kind: Kind
    schema: form.Schema
    nullable: bool = False
    type: ir.Type | None = None
    values: tuple[ir.EnumValue, ...] = ()
    members: tuple[form.SchemaId, ...] = ()
    target: form.SchemaId = ""


def plain_shape(schema: form.Schema, merger: Merger, findings: Findings) -> Shape:
    """The shape of a merged schema whose `anyOf` and `oneOf` are left aside."""
    if schema.never:
        return Shape("never", schema)
    if allowed_values(schema) is not None:
        return listed_shape(schema, merger, findings)
    types = inferred_types(schema)
    nullable = "null" in types
    kinds = tuple(kind for kind in types if kind != "null")
    if not kinds:
        return Shape(
            "null" if nullable else "any", schema, type=ir.Scalar("null") if nullable else None
        )
    if len(kinds) == 1 and kinds[0] in SCALAR_TYPES:
        return Shape("simple", schema, nullable, scalar_of(schema, kinds[0]))
    if all(kind in SCALAR_TYPES for kind in kinds):
        return Shape(
            "simple", schema, nullable, simple_union(*(scalar_of(schema, kind) for kind in kinds))
        )
    if len(kinds) > 1:
        members = tuple(merger.add(_restricted(schema, kind)) for kind in kinds)
        return Shape("union", replace(schema, types=()), nullable, members=members)
    if kinds == ("array",):
        return Shape("tuple" if schema.prefix_items else "array", schema, nullable)
    return Shape(_object_kind(schema, merger), schema, nullable)


def simple_union(*members: ir.Scalar | ir.Constant) -> ir.Type:
    """Scalars and constants as one type."""
    scalars = unite(each for each in members if isinstance(each, ir.Scalar))
    constants = tuple(each for each in members if isinstance(each, ir.Constant))
    united = (*constants, *scalars)
    return united[0] if len(united) == 1 else ir.ScalarUnion(united)


def listed_shape(schema: form.Schema, merger: Merger, findings: Findings) -> Shape:
    """The shape of a schema with `const` or `enum`."""
    found = values_of(schema, merger.pointer(schema.id), findings)
    nullable = any(value.value is None for value in found)
    values = tuple(value for value in found if value.value is not None)
    kinds = {json_type(value.value) for value in values}
    if not values:
        return Shape("null", schema, type=ir.Scalar("null"))
    if only_structure(schema) is not form.ABSENT:
        return plain_shape(replace(_bare(schema), types=tuple(kinds)), merger, findings)
    if kinds & {"object", "array"}:
        findings.info(
            "enum-of-structures",
            merger.pointer(schema.id),
            "Listed objects and arrays are not checked; any value of their type is accepted.",
        )
        free = replace(schema, enum=None, const=form.ABSENT)
        return plain_shape(
            replace(free, types=free.types or _types_of_kinds(kinds, nullable)), merger, findings
        )
    if len(values) == 1:
        return Shape("simple", schema, nullable, ir.Constant(values[0].value))
    if kinds == {"boolean"}:
        return Shape("simple", schema, nullable, ir.Scalar("boolean"))
    return Shape("enum", schema, nullable, values=values)


def only_structure(schema: form.Schema) -> form.Json:
    """The one object or array that a schema allows, `ABSENT` where it is anything else."""
    values = allowed_values(schema)
    if values is not None and len(values) == 1 and json_type(values[0]) in ("object", "array"):
        return values[0]
    return form.ABSENT


def _bare(schema: form.Schema) -> form.Schema:
    """A schema of the same words that says nothing of its values."""
    return form.Schema(
        id=schema.id,
        title=schema.title,
        description=schema.description,
        deprecated=schema.deprecated,
        read_only=schema.read_only,
    )


def _types_of_kinds(kinds: set[str], nullable: bool) -> tuple[str, ...]:
    return (*sorted(kinds), *(("null",) if nullable else ()))


def inferred_types(schema: form.Schema) -> tuple[str, ...]:
    """The JSON types of a schema; where it does not say, those that its other keywords make sense for."""
    if schema.types:
        return schema.types
    if schema.properties or schema.required or schema.pattern_properties:
        return ("object",)
    if schema.additional_properties is not None or schema.unevaluated_properties is not None:
        return ("object",)
    if schema.items is not None or schema.prefix_items:
        return ("array",)
    if schema.content_encoding or is_bytes(schema) or schema.format == "binary":
        return ("string",)
    return ()


def closed(schema: form.Schema, merger: Merger) -> bool:
    """Whether no property may stand in the object but those that the schema names."""
    # `additionalProperties` leaves nothing unevaluated: JSON Schema Core, section 11.3.
    rest = schema.additional_properties or schema.unevaluated_properties
    return rest is not None and merger.merged(rest).never


def _object_kind(schema: form.Schema, merger: Merger) -> Kind:
    """A map where no property is named; a closed object without properties is an object that is always empty."""
    if schema.properties or schema.required:
        return "object"
    return "map" if schema.pattern_properties or not closed(schema, merger) else "object"


def _restricted(schema: form.Schema, kind: str) -> form.Schema:
    """The schema for the values of one JSON type alone, with the keywords that concern them."""
    bare = form.Schema(id=schema.id, types=(kind,))
    if kind == "object":
        return replace(
            bare,
            properties=schema.properties,
            required=schema.required,
            additional_properties=schema.additional_properties,
            unevaluated_properties=schema.unevaluated_properties,
            pattern_properties=schema.pattern_properties,
            property_names=schema.property_names,
        )
    if kind == "array":
        return replace(
            bare,
            items=schema.items,
            prefix_items=schema.prefix_items,
            unique_items=schema.unique_items,
        )
    return replace(
        bare,
        format=schema.format,
        content_encoding=schema.content_encoding,
        content_media_type=schema.content_media_type,
    )
