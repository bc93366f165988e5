"""Defaults: https://json-schema.org/draft/2020-12/json-schema-validation#section-9.2

A default is kept when it could be a value of its schema. This is no validation: bounds and patterns are the server's.
"""

from __future__ import annotations

from clientwright import ir
from clientwright.build.json_values import is_of, json_type, key_of
from clientwright.build.merge import Merger
from clientwright.build.scalars import json_type_of
from clientwright.build.schema_shapes import Shape
from clientwright.build.unions import Shapes
from clientwright.normalise import form

_MAX_DEPTH = 12


class Defaults:
    """Says whether values fit schemas."""

    def __init__(self, merger: Merger, shapes: Shapes) -> None:
        self._merger = merger
        self._shapes = shapes

    def fits(self, value: form.Json, schema: form.SchemaId, depth: int = 0) -> bool:
        """Whether a value is one that the schema describes."""
        if depth > _MAX_DEPTH:
            return True
        _, shape, nullable = self._shapes.end(schema)
        if shape.kind in ("any", "never"):
            return shape.kind == "any"
        if value is None:
            return nullable or shape.kind == "null"
        if shape.kind == "simple":
            return fits_simple(value, shape.type)
        if shape.kind == "enum":
            return key_of(value) in {key_of(each.value) for each in shape.values}
        if shape.kind == "union":
            return any(self.fits(value, member, depth + 1) for member in shape.members)
        return self._fits_structure(value, shape, depth)

    def _fits_structure(self, value: form.Json, shape: Shape, depth: int) -> bool:
        schema = shape.schema
        if shape.kind in ("array", "tuple"):
            if json_type(value) != "array":
                return False
            rest = schema.items
            positions = [
                *schema.prefix_items,
                *([rest] * max(0, len(value) - len(schema.prefix_items))),
            ]
            return all(
                each is None or self.fits(item, each, depth + 1)
                for item, each in zip(value, positions, strict=False)
            )
        if shape.kind in ("object", "map"):
            if json_type(value) != "object":
                return False
            return all(name in value for name in schema.required) and all(
                self.fits(value[name], each, depth + 1)
                for name, each in schema.properties.items()
                if name in value
            )
        return False


def fits_simple(value: form.Json, type_: ir.Type | None) -> bool:
    """Whether a value is one of a scalar, a constant, or a union of them."""
    if isinstance(type_, ir.Constant):
        return key_of(value) == key_of(type_.value)
    if isinstance(type_, ir.Scalar):
        return is_of(value, (json_type_of(type_),)) or (
            # Seconds since 1970 may have a fraction.
            type_.scalar == "unix-time" and is_of(value, ("number",))
        )
    return isinstance(type_, ir.ScalarUnion) and any(
        fits_simple(value, each) for each in type_.members
    )
