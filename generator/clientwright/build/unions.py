"""`anyOf` and `oneOf`: https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1

A union is reduced to what a client can tell apart: null becomes a property of the union, members that allow the same are
one, a list of known values takes in the plain type of these values (lists are always open), scalars become one type.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from clientwright import ir
from clientwright.build.combine import common_types
from clientwright.build.enums import unite_values
from clientwright.build.findings import Findings
from clientwright.build.json_values import json_type, key_of
from clientwright.build.merge import ANY_ID, Merger, shapes_nothing
from clientwright.build.scalars import json_type_of, unite
from clientwright.build.schema_shapes import Shape, inferred_types, plain_shape, simple_union
from clientwright.build.tags import Discriminators
from clientwright.normalise import form

MAX_DEPTH = 50
_STRUCTURES = frozenset({"object", "map", "array", "tuple", "union"})


@dataclass(slots=True)
class _Members:
    """What a union holds after its nested unions are opened: leaves in order, and whether null or anything may stand."""

    leaves: dict[form.SchemaId, Shape] = field(default_factory=dict[str, Shape])
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
            return Shape("union", merged, members=children)
        if not merged.never and (merged.any_of or merged.one_of):
            return self._union(place, merged)
        return plain_shape(merged, self._merger, self._findings)

    def _union(self, place: form.SchemaId, merged: form.Schema) -> Shape:
        keyword = "any_of" if merged.any_of else "one_of"
        given: tuple[form.SchemaId, ...] = getattr(merged, keyword)
        cleared: dict[str, Any] = {keyword: ()}
        rest = _without_annotations(replace(merged, **cleared))
        held = [self._merger.merged(each) for each in given]
        if all(_only_requires(each) for each in held):
            return self._conditions(replace(merged, **cleared), held)
        applied = self._apply_all(place, given, rest)
        found = _Members()
        for each in applied:
            self._expand(each, place, found)
        if found.anything:
            return Shape("any", merged)
        return self._reduce(merged, found)

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
        if shapes_nothing(rest) and not rest.types and not rest.required:
            return given
        beside = self._merger.add(rest)
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

    def _apply(
        self, member: form.SchemaId, rest: form.Schema, beside: form.SchemaId
    ) -> form.SchemaId | None:
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
        bare = replace(rest, properties={}, required=(), discriminator=None, format="")
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
        if shape.kind == "enum" and (
            against.kind == "enum" or isinstance(against.type, ir.Constant)
        ):
            listed = {key_of(value.value) for value in shape.values}
            return {key_of(value) for value in constants_of(against)} <= listed
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
            return tuple(dict.fromkeys(_simple_type(each) for each in _simples(shape.type)))
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
            for member in shape.members:
                self._expand(member, owner, found)
        else:
            found.leaves.setdefault(place, shape)

    def _reduce(self, merged: form.Schema, found: _Members) -> Shape:
        members = self._distinct(found.leaves)
        enum, taken = self._listed(members)
        scalars = self._scalars(members, enum, taken)
        listing = self._enum_id(merged, enum, taken) if enum is not None else ""
        order: dict[form.SchemaId, None] = {}
        for place, shape in members.items():
            if shape.kind in _STRUCTURES:
                order[place] = None
            elif place in taken:
                order[listing] = None
            else:
                order.update(dict.fromkeys(scalars.get(place, ())))
        result = tuple(order)
        simple = [each for ids in scalars.values() for each in ids]
        if not result:
            kind = "null" if found.nullable else "any" if not found.leaves else "never"
            return Shape(kind, merged, type=ir.Scalar("null") if kind == "null" else None)
        if (
            len(result) == 1
            and enum is not None
            and not simple
            and len(taken) > 1
            and self._merger.is_made(result[0])
        ):
            return Shape("enum", merged, found.nullable, values=enum)
        if len(result) == 1:
            return Shape("same", merged, found.nullable, target=result[0])
        if len(simple) == len(result):
            types = [self.shape(each).type for each in result]
            united = simple_union(
                *(each for each in types if isinstance(each, (ir.Scalar, ir.Constant)))
            )
            return Shape("simple", merged, found.nullable, united)
        return Shape("union", merged, found.nullable, members=result)

    def _distinct(self, leaves: dict[form.SchemaId, Shape]) -> dict[form.SchemaId, Shape]:
        found: dict[Hashable, form.SchemaId] = {}
        for place, shape in leaves.items():
            key = self._print(place, 0) if shape.kind in _STRUCTURES else place
            found.setdefault(key, place)
        return {place: leaves[place] for place in found.values()}

    def _print(self, schema: form.SchemaId, depth: int) -> Hashable:
        """A key that inline schemas of the same structure share."""
        place = self._merger.canonical(schema)
        if depth > 3 or place in self._named or place in self._discriminators.originals:
            return place
        held = self._merger.merged(place)
        below = [*held.properties.values(), *held.prefix_items, *held.any_of, *held.one_of]
        below += [each for each in (held.items, held.additional_properties) if each is not None]
        return (
            held.types,
            held.format,
            held.content_encoding,
            key_of(None if held.const is form.ABSENT else [held.const]),
            key_of(list(held.enum) if held.enum is not None else None),
            tuple(held.properties),
            frozenset(held.required),
            len(held.prefix_items),
            (len(held.any_of), len(held.one_of)),
            (held.items is None, held.additional_properties is None, held.pattern_properties),
            tuple(self._print(each, depth + 1) for each in below),
        )

    def _listed(
        self, members: dict[form.SchemaId, Shape]
    ) -> tuple[tuple[ir.EnumValue, ...] | None, dict[form.SchemaId, None]]:
        """The known values of the union and the members that list them."""
        taken = {place: None for place, shape in members.items() if shape.kind == "enum"}
        single = {
            place: None for place, shape in members.items() if isinstance(shape.type, ir.Constant)
        }
        plain = {
            _simple_type(each)
            for shape in members.values()
            for each in _simples(shape.type)
            if isinstance(each, ir.Scalar)
        }
        if not taken and (len(single) < 2 or self._covered(members, single, plain)):
            return None, {}
        lists: list[tuple[ir.EnumValue, ...]] = []
        for place, shape in members.items():
            if shape.kind == "enum":
                lists.append(shape.values)
            elif isinstance(shape.type, ir.Constant):
                doc = shape.schema.description
                lists.append(
                    (
                        ir.EnumValue(
                            shape.type.value, shape.schema.title, doc, shape.schema.deprecated
                        ),
                    )
                )
        taken.update(single)
        values = unite_values(lists)
        return (values, taken) if len(values) > 1 else (None, {})

    @staticmethod
    def _covered(
        members: dict[form.SchemaId, Shape], single: Iterable[form.SchemaId], plain: set[str]
    ) -> bool:
        kinds = {_simple_type(each) for place in single for each in _simples(members[place].type)}
        return not kinds or (len(kinds) > 1 and bool(plain))

    def _enum_id(
        self,
        merged: form.Schema,
        values: tuple[ir.EnumValue, ...],
        taken: dict[form.SchemaId, None],
    ) -> form.SchemaId:
        """The one member that lists the values, or a schema made of several."""
        if len(taken) == 1:
            return next(iter(taken))
        made = self._merger.add(
            form.Schema(id=merged.id, enum=tuple(each.value for each in values))
        )
        self._shapes[made] = Shape("enum", self._merger.get(made), values=values)
        return made

    def _scalars(
        self,
        members: dict[form.SchemaId, Shape],
        enum: tuple[ir.EnumValue, ...] | None,
        taken: dict[form.SchemaId, None],
    ) -> dict[form.SchemaId, tuple[form.SchemaId, ...]]:
        """For each simple member, the schemas that stand for it: none where another member has it already."""
        listed = {json_type(value.value) for value in enum or ()}
        simple = [
            (place, each)
            for place, shape in members.items()
            if place not in taken
            for each in _simples(shape.type)
        ]
        plain = unite(each for _, each in simple if isinstance(each, ir.Scalar))
        plain = tuple(each for each in plain if json_type_of(each) not in listed)
        kinds = {json_type_of(each) for each in plain}
        found: dict[form.SchemaId, list[form.SchemaId]] = {}
        done: set[Hashable] = set()
        for place, each in simple:
            if isinstance(each, ir.Constant):
                if _simple_type(each) in kinds or (
                    _simple_type(each) == "integer" and "number" in kinds
                ):
                    continue
                standing: ir.Scalar | ir.Constant = each
            else:
                kind = json_type_of(each)
                wide = next((one for one in plain if json_type_of(one) == kind), None)
                wide = wide or next(
                    (one for one in plain if kind == "integer" and json_type_of(one) == "number"),
                    None,
                )
                if wide is None:
                    continue
                standing = wide
            if standing in done:
                continue
            done.add(standing)
            found.setdefault(place, []).append(self._standing(place, members[place], standing))
        return {place: tuple(ids) for place, ids in found.items()}

    def _standing(
        self, place: form.SchemaId, shape: Shape, simple: ir.Scalar | ir.Constant
    ) -> form.SchemaId:
        if shape.type == simple:
            return place
        made = self._merger.add(form.Schema(id=place))
        self._shapes[made] = Shape("simple", self._merger.get(made), type=simple)
        return made


def constants_of(shape: Shape) -> tuple[Any, ...]:
    """The values that a shape allows, where it lists them."""
    if shape.kind == "enum":
        return tuple(value.value for value in shape.values)
    return (shape.type.value,) if isinstance(shape.type, ir.Constant) else ()


def _simples(type_: ir.Type | None) -> tuple[ir.Scalar | ir.Constant, ...]:
    if isinstance(type_, (ir.Scalar, ir.Constant)):
        return (type_,)
    return type_.members if isinstance(type_, ir.ScalarUnion) else ()


def _simple_type(simple: ir.Scalar | ir.Constant) -> str:
    return json_type_of(simple) if isinstance(simple, ir.Scalar) else json_type(simple.value)


def _only_requires(schema: form.Schema) -> bool:
    """Whether a member only says which properties must be there (or bounds their number)."""
    bare = replace(schema, required=())
    return (
        shapes_nothing(bare)
        and schema.types in ((), ("object",))
        and (bool(schema.required) or schema.not_ is not None)
    )


def _without_annotations(schema: form.Schema) -> form.Schema:
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
    )
