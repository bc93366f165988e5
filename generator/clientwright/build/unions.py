"""`anyOf` and `oneOf`: https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1

A union is reduced to what a client can tell apart: null becomes a property of the union, members that allow the same are
one, a list of known values takes in the plain type of these values (lists are always open), scalars become one type.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from clientwright import ir
from clientwright.build.combine import allowed_values, common_types
from clientwright.build.findings import Findings
from clientwright.build.json_values import json_type, key_of
from clientwright.build.merge import ANY_ID, Merger, shapes_nothing
from clientwright.build.reduce import Reducer, constants_of, simple_type, simples_of
from clientwright.build.scalars import json_type_of, scalar_of
from clientwright.build.schema_shapes import Shape, inferred_types, plain_shape
from clientwright.build.tags import Discriminators
from clientwright.normalise import form

MAX_DEPTH = 50


@dataclass(slots=True)
class _Members:
    """What a union holds after its nested unions are opened: leaves in order, and whether null or anything may stand."""

    leaves: dict[form.SchemaId, Shape] = field(default_factory=dict[str, Shape])
    opened: set[form.SchemaId] = field(default_factory=set[str])
    nullable: bool = False
    anything: bool = False


class Shapes:
    """The shapes of all schemas, memoised."""

    def __init__(
        self,
        merger: Merger,
        discriminators: Discriminators,
        named: Iterable[form.SchemaId],
        findings: Findings,
    ) -> None:
        self._merger = merger
        self._discriminators = discriminators
        self._named = frozenset(named)
        self._findings = findings
        self._shapes: dict[form.SchemaId, Shape] = {}
        self._active: dict[form.SchemaId, None] = {}
        self._reducer = Reducer(merger, self._stands_alone, self._shapes.__setitem__)

    def _stands_alone(self, schema: form.SchemaId) -> bool:
        return schema in self._named or schema in self._discriminators.originals

    def shape(self, schema: form.SchemaId) -> Shape:
        """The shape of the schema that this one comes down to."""
        place = self._merger.canonical(schema)
        known = self._shapes.get(place)
        if known is not None:
            return known
        merged = self._merger.merged(place)
        if place in self._active:
            return Shape("union", merged)
        if len(self._active) > MAX_DEPTH:
            self._findings.error(
                "too-deep",
                self._merger.pointer(place),
                f"Unions are nested more than {MAX_DEPTH} deep here; any value is accepted.",
                "Give the inner schemas names in components/schemas.",
            )
            return Shape("any", merged)
        self._active[place] = None
        try:
            found = self._shape(place, merged)
        finally:
            del self._active[place]
        self._shapes[place] = found
        return found

    def end(self, schema: form.SchemaId) -> tuple[form.SchemaId, Shape, bool]:
        """The schema at which a chain of unions of one ends, its shape, and whether null may stand as well."""
        place = self._merger.canonical(schema)
        seen: set[form.SchemaId] = set()
        shape = self.shape(place)
        nullable = shape.nullable
        while shape.kind == "same":
            if place in seen:
                self._findings.error(
                    "reference-cycle",
                    self._merger.pointer(place),
                    "These schemas only lead back to themselves; any value is accepted.",
                )
                place = ANY_ID
            seen.add(place)
            place = self._merger.canonical(shape.target) if place != ANY_ID else ANY_ID
            shape = self.shape(place)
            nullable = nullable or shape.nullable
        return place, shape, nullable

    def _shape(self, place: form.SchemaId, merged: form.Schema) -> Shape:
        children = self._discriminators.children.get(place)
        if children:
            told = replace(merged, discriminator=self._discriminators.of[place])
            return Shape("union", told, members=children)
        if not merged.never and (merged.any_of or merged.one_of):
            return self._union(place, merged)
        return plain_shape(merged, self._merger, self._findings)

    def _union(self, place: form.SchemaId, merged: form.Schema) -> Shape:
        keyword = "any_of" if merged.any_of else "one_of"
        given: tuple[form.SchemaId, ...] = getattr(merged, keyword)
        nullable = self._means_nullable(merged, given)
        if nullable:
            merged = replace(merged, types=())
        cleared: dict[str, Any] = {keyword: ()}
        held = [self._merger.merged(each) for each in given]
        if all(_only_requires(each) for each in held):
            return self._conditions(replace(merged, **cleared), held)
        beside = _beside_union(merged, cleared)
        if keyword == "any_of" and beside.unevaluated_properties and self._may_meet(given):
            beside = self._left_open(beside)
        applied = self._apply_all(place, given, beside)
        found = _Members(nullable=nullable)
        for each in applied:
            self._expand(each, place, found)
        if found.anything:
            return Shape("any", merged)
        return self._reducer.reduce(merged, found.leaves, found.nullable)

    def _may_meet(self, members: Sequence[form.SchemaId]) -> bool:
        """Whether a value may follow several members at once: objects that the constants of no property tell apart."""
        held = [self._merger.merged(each) for each in members]
        objects = [each for each in held if each.types in ((), ("object",))]
        if len(objects) < 2:
            return False
        shared = [
            name
            for name in objects[0].properties
            if all(name in each.properties for each in objects)
        ]
        return not any(self._differs(name, objects) for name in shared)

    def _differs(self, name: str, objects: Sequence[form.Schema]) -> bool:
        values = [allowed_values(self._merger.merged(each.properties[name])) for each in objects]
        keys = [key_of(value) for listed in values for value in listed or ()]
        return all(values) and len(keys) == len(set(keys))

    def _left_open(self, beside: form.Schema) -> form.Schema:
        """Without `unevaluatedProperties`, which lets in what any of the members names that a value follows."""
        self._findings.info(
            "keyword-not-expressed",
            self._merger.pointer(beside.id),
            "A value may follow several members of this anyOf at once, so that `unevaluatedProperties` is left to the server.",
        )
        return replace(beside, unevaluated_properties=None)

    def _means_nullable(self, merged: form.Schema, given: Sequence[form.SchemaId]) -> bool:
        """Whether only null may stand beside a union that knows no null: what some converters make of `nullable`."""
        if merged.types != ("null",):
            return False
        if any(not types or "null" in types for types in map(self.json_types, given)):
            return False
        self._findings.warning(
            "null-beside-union",
            self._merger.pointer(merged.id),
            "The type null beside this union allows nothing; it is read as one of its members, or null.",
            'Put `{type: "null"}` among the members, or `nullable: true` in its place (OpenAPI 3.0).',
        )
        return True

    def _conditions(self, merged: form.Schema, held: Sequence[form.Schema]) -> Shape:
        """A union whose members only say which properties must come together: one object, with them optional."""
        always = [name for name in held[0].required if all(name in each.required for each in held)]
        required = tuple(dict.fromkeys((*merged.required, *always)))
        requires = any(each.required for each in held)
        types = merged.types or (("object",) if requires and not inferred_types(merged) else ())
        return self._plain_or_union(replace(merged, required=required, types=types))

    def _plain_or_union(self, merged: form.Schema) -> Shape:
        if merged.any_of or merged.one_of:
            return self._union(merged.id, merged)
        return plain_shape(merged, self._merger, self._findings)

    def _apply_all(
        self, place: form.SchemaId, given: Sequence[form.SchemaId], rest: form.Schema
    ) -> Sequence[form.SchemaId]:
        """The members with what stands beside the union; those that it rules out are left away."""
        if rest.format:
            form_ = self._merger.add_once(form.Schema(id=rest.id, format=rest.format))
            given = [self._formatted(member, rest.format, form_) for member in given]
            rest = replace(rest, format="")
        if shapes_nothing(rest) and not rest.types and not rest.required:
            return given
        beside = self._merger.add_once(rest)
        applied = [
            each for member in given if (each := self._apply(member, rest, beside)) is not None
        ]
        if applied:
            return applied
        self._findings.warning(
            "allof-conflict",
            self._merger.pointer(place),
            "No member of this union fits what stands beside it; what stands beside it is ignored.",
            "Make the schemas agree.",
        )
        return given

    def _formatted(self, member: form.SchemaId, word: str, beside: form.SchemaId) -> form.SchemaId:
        """The member with the format that stands beside the union, where it is a scalar without one of its own."""
        place, shape, _ = self.end(member)
        plain = shape.type
        if not isinstance(plain, ir.Scalar) or plain.format or json_type_of(plain) == "null":
            return member
        held = replace(self._merger.merged(place), format=word)
        if scalar_of(held, json_type_of(plain)).scalar == plain.scalar:
            return member
        return self._merger.conjoin((member, beside), filtering=True)

    def _apply(
        self, member: form.SchemaId, rest: form.Schema, beside: form.SchemaId
    ) -> form.SchemaId | None:
        if rest.unevaluated_properties and self._merger.merged(member).unevaluated_properties:
            # What a member says of its further properties has evaluated them (JSON Schema Core, section 11.3).
            rest = replace(rest, unevaluated_properties=None)
            beside = self._merger.add_once(rest)
        types = self.json_types(member)
        if types and rest.types:
            common = common_types(types, rest.types)
            if common is None:
                return None
            fits = set(common) == set(types)
            if fits and shapes_nothing(rest) and not rest.required:
                return member
            if fits and self._adds_nothing(self._merger.canonical(member), rest):
                return member
        elif types and self._adds_nothing(self._merger.canonical(member), rest):
            return member
        made = self._merger.conjoin((member, beside), filtering=True)
        if self._merger.merged(made).never:
            return None
        if self._merger.is_made(made):
            original = self._merger.canonical(member)
            self._discriminators.originals[made] = self._discriminators.originals.get(
                original, original
            )
        return made

    def _adds_nothing(self, member: form.SchemaId, rest: form.Schema) -> bool:
        """Whether an object already says all that stands beside its union, and says it more exactly."""
        held = self._merger.merged(member)
        bare = replace(rest, properties={}, required=(), discriminator=None)
        if not shapes_nothing(bare) or not set(rest.required) <= set(held.required):
            return False
        return all(
            name in held.properties and self._weaker(weak, held.properties[name])
            for name, weak in rest.properties.items()
        )

    def _weaker(self, weak: form.SchemaId, strong: form.SchemaId) -> bool:
        if self._merger.canonical(weak) == self._merger.canonical(strong):
            return True
        shape, against = self.shape(weak), self.shape(strong)
        listed = {key_of(value) for value in constants_of(shape)}
        if listed:
            strong_values = {key_of(value) for value in constants_of(against)}
            return bool(strong_values) and strong_values <= listed
        if shape.kind == "any":
            return True
        return isinstance(shape.type, ir.Scalar) and self.json_types(strong) == self.json_types(
            weak
        )

    def json_types(self, schema: form.SchemaId) -> tuple[str, ...]:
        """The JSON types that a schema allows; none for any."""
        _, shape, nullable = self.end(schema)
        found = dict.fromkeys(self._types_of(shape))
        if not found:
            return ()
        if nullable:
            found["null"] = None
        return tuple(found)

    def _types_of(self, shape: Shape) -> tuple[str, ...]:
        if shape.kind in ("object", "map"):
            return ("object",)
        if shape.kind in ("array", "tuple"):
            return ("array",)
        if shape.kind == "null":
            return ("null",)
        if shape.kind == "enum":
            return tuple(dict.fromkeys(json_type(value.value) for value in shape.values))
        if shape.kind == "simple":
            return tuple(dict.fromkeys(simple_type(each) for each in simples_of(shape.type)))
        if shape.kind == "union":
            # One level is enough: a union inside a union has been opened, unless it has a name of its own.
            found: dict[str, None] = {}
            for member in shape.members:
                inner = self.shape(member)
                below = ("object",) if inner.kind == "union" else self._types_of(inner)
                if not below:
                    return ()
                found.update(dict.fromkeys(below))
            return tuple(found)
        return ()

    def _expand(self, schema: form.SchemaId, owner: form.SchemaId, found: _Members) -> None:
        """Open a member: nested unions without a name give their members, null and `false` disappear."""
        place, shape, nullable = self.end(schema)
        found.nullable = found.nullable or nullable or shape.kind == "null"
        if shape.kind in ("never", "null") or place == owner:
            return
        if shape.kind == "any":
            found.anything = True
        elif (
            shape.kind == "union"
            and place not in self._named
            and place not in self._discriminators.children
        ):
            if place in found.opened:
                return
            found.opened.add(place)
            for member in shape.members:
                self._expand(member, owner, found)
        else:
            found.leaves.setdefault(place, shape)


def _only_requires(schema: form.Schema) -> bool:
    """Whether a member only says which properties must be there (or bounds their number)."""
    if schema.types not in ((), ("object",)) or not (schema.required or schema.not_ is not None):
        return False
    return shapes_nothing(replace(schema, required=()))


def _beside_union(schema: form.Schema, cleared: dict[str, Any]) -> form.Schema:
    """What stands beside a union, without what only annotates it."""
    return replace(
        schema,
        title="",
        description="",
        default=form.ABSENT,
        examples=(),
        extensions={},
        deprecated=False,
        read_only=False,
        write_only=False,
        discriminator=None,
        **cleared,
    )
