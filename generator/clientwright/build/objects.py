"""Objects: https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2 and the properties of object models."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace
from typing import Any, Literal, TypeAlias

from clientwright import ir
from clientwright.build.defaults import Defaults
from clientwright.build.documentation import constraints_of, doc_of
from clientwright.build.findings import Findings
from clientwright.build.json_values import shown
from clientwright.build.merge import ANY_ID, Merger
from clientwright.build.names import NAME_EXTENSION, code_names
from clientwright.build.schema_shapes import Shape, closed, only_structure
from clientwright.build.tags import Discriminators
from clientwright.build.unions import Shapes
from clientwright.normalise import form

Direction: TypeAlias = Literal["in", "out"]
TypeOf: TypeAlias = Callable[[form.SchemaId, tuple[str, ...], Direction], ir.Type]


def _told(constraints: tuple[tuple[str, Any], ...], type_: ir.Type) -> tuple[tuple[str, Any], ...]:
    """The constraints that a type does not show: a tuple shows how long it is."""
    inner = type_.inner if isinstance(type_, ir.Nullable) else type_
    if isinstance(inner, ir.Tuple) and inner.rest is None:
        return tuple(each for each in constraints if each[0] not in ("minItems", "maxItems"))
    return constraints


class Objects:
    """Builds the properties of objects."""

    def __init__(
        self,
        merger: Merger,
        shapes: Shapes,
        discriminators: Discriminators,
        findings: Findings,
        named: Container[form.SchemaId],
        type_of: TypeOf,
    ) -> None:
        self._merger = merger
        self._shapes = shapes
        self._discriminators = discriminators
        self._findings = findings
        self._named = named
        self._type_of = type_of
        self._defaults = Defaults(merger, shapes)
        # What is inherited is the same property in each heir, and chains of heirs have it over and over.
        self._built: dict[tuple[str, form.SchemaId, str, bool, Direction | None], ir.Property] = {}

    def properties(
        self, schema: form.SchemaId, shape: Shape, name: str, direction: Direction | None
    ) -> tuple[ir.Property, ...]:
        """The properties of an object model called `name`. With a direction, those of the other one are left out."""
        fields = dict(self._discriminators.fields(schema))
        for required in shape.schema.required:
            fields.setdefault(required, ANY_ID)
        kept = {wire: held for wire, held in fields.items() if not self._left_out(held, direction)}
        given: dict[str, str] = {}
        for wire, held in kept.items():
            wanted = self._merger.get(held).extensions.get(NAME_EXTENSION)
            if isinstance(wanted, str) and wanted:
                given[wire] = wanted
        names = code_names(kept, given)
        required_names = frozenset(shape.schema.required)
        built = (
            self._property(wire, held, names[wire], wire in required_names, name, direction)
            for wire, held in kept.items()
        )
        return tuple(each for each in built if not self._is_never(each))

    def _is_never(self, item: ir.Property) -> bool:
        """Say whether a property can have no value, which leaves nothing to write."""
        if not isinstance(item.type, ir.NeverType):
            return False
        self._findings.info(
            "property-without-values",
            item.pointer,
            f"No value is allowed for the property `{item.wire_name}`; it is left out.",
        )
        return True

    def _left_out(self, schema: form.SchemaId, direction: Direction | None) -> bool:
        if direction is None:
            return False
        merged = self._merger.merged(schema)
        return merged.read_only if direction == "in" else merged.write_only

    def _property(
        self,
        wire: str,
        schema: form.SchemaId,
        name: str,
        required: bool,
        owner: str,
        direction: Direction | None,
    ) -> ir.Property:
        key = (wire, schema, name, required, direction)
        known = self._built.get(key)
        if known is None:
            known = self._new_property(wire, schema, name, required, owner, direction)
            self._built[key] = known
        return known

    def _new_property(
        self,
        wire: str,
        schema: form.SchemaId,
        name: str,
        required: bool,
        owner: str,
        direction: Direction | None,
    ) -> ir.Property:
        place, _, _ = self._shapes.end(schema)
        merged = self._merger.merged(schema)
        inner = self._merger.merged(place)
        type_ = self._type_of(schema, (owner, wire), direction or "out")
        default, has_default = self._default(schema, merged, inner)
        structure = only_structure(inner)
        if structure is not form.ABSENT:
            default, has_default = structure, True
        own = self._annotated(schema, merged, inner, place)
        return ir.Property(
            name=name,
            wire_name=wire,
            type=type_,
            required=required,
            doc=doc_of(own, wire),
            # A constant that may be null as well has two values, and one that only the server writes is not ours
            # to send: neither goes out unasked.
            constant=(isinstance(type_, ir.Constant) or structure is not form.ABSENT)
            and not merged.read_only,
            has_default=has_default,
            default=default,
            read_only=merged.read_only,
            write_only=merged.write_only,
            constraints=_told(constraints_of(merged) or constraints_of(inner), type_),
            examples=merged.examples or (inner.examples if place not in self._named else ()),
            pointer=self._merger.pointer(schema) if schema != ANY_ID else "",
        )

    def _annotated(
        self, schema: form.SchemaId, merged: form.Schema, inner: form.Schema, place: form.SchemaId
    ) -> form.Schema:
        """The schema whose words are the property's: what a named type says of itself stands with that type."""
        if place not in self._named:
            return inner if not merged.description and not merged.title else merged
        if schema == place:
            return form.Schema(id=schema, deprecated=merged.deprecated)
        held = self._merger.get(schema)
        inline = [self._merger.get(each) for each in held.all_of]
        said = [each.description for each in inline if each.ref is None and each.description]
        description = held.description or (said[-1] if said else "")
        return replace(held, description=description, deprecated=merged.deprecated)

    def _default(
        self, schema: form.SchemaId, merged: form.Schema, inner: form.Schema
    ) -> tuple[form.Json, bool]:
        value = merged.default if merged.default is not form.ABSENT else inner.default
        if value is form.ABSENT:
            return None, False
        if self._defaults.fits(value, schema):
            return value, True
        if value is None:
            self._findings.info(
                "default-null",
                self._merger.pointer(schema),
                "The default is null, which the schema does not allow; it is read as no default.",
            )
        else:
            self._findings.warning(
                "default-mismatch",
                self._merger.pointer(schema),
                f"The default {shown(value)} is no value that the schema allows; it is left out.",
                "Correct the default or the type.",
            )
        return None, False

    def additional(self, shape: Shape, name: str, direction: Direction) -> ir.Type | None:
        """The type of properties that have no name, None when there are none."""
        merged = shape.schema
        if closed(merged, self._merger) and not merged.pattern_properties:
            return None
        return self.values(shape, (name, "value"), direction)

    def values(self, shape: Shape, place: tuple[str, ...], direction: Direction) -> ir.Type:
        """The type of the values of a map, or of an object's further properties."""
        merged = shape.schema
        kinds = [schema for _, schema in merged.pattern_properties]
        if merged.additional_properties is not None and not closed(merged, self._merger):
            kinds.append(merged.additional_properties)
        elif merged.pattern_properties and not closed(merged, self._merger):
            kinds = kinds if not merged.properties and len(kinds) == 1 else [*kinds, ANY_ID]
        types = dict.fromkeys(self._type_of(kind, place, direction) for kind in kinds)
        types.pop(ir.NeverType(), None)
        if len(types) == 1:
            return next(iter(types))
        if len(types) > 1 and ir.AnyType() not in types:
            union = form.Schema(id=merged.id, any_of=tuple(kinds))
            return self._type_of(self._merger.add_once(union), place, direction)
        if len(types) > 1:
            self._findings.info(
                "pattern-properties",
                self._merger.pointer(merged.id),
                "Properties without a pattern may be anything, so those with one are read as any value too.",
                "Write `additionalProperties: false` when there are no others.",
            )
        return ir.AnyType()
