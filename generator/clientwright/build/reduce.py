"""What is left of a union's members once those that a client cannot tell apart are one.

A list of known values takes in the plain type of these values (lists are always open), several lists become one, scalars of
one JSON type become one. Structures (objects, arrays, maps) stay, unless they are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeAlias

from clientwright import ir
from clientwright.build.enums import unite_values
from clientwright.build.json_values import json_type, key_of
from clientwright.build.merge import Merger
from clientwright.build.scalars import json_type_of, unite
from clientwright.build.schema_shapes import Shape, simple_union
from clientwright.ir.types import ScalarKind
from clientwright.normalise import form

_STRUCTURES = frozenset({"object", "map", "array", "tuple", "union"})

_WRITTEN: frozenset[ScalarKind] = frozenset(
    {"date", "date-time", "http-date", "time", "duration", "uuid"}
)
"""Scalars that are written in a form of their own, which other text does not have."""

_Standing: TypeAlias = "tuple[form.SchemaId, ir.Scalar | ir.Constant]"


class Reducer:
    """Reduces the leaves of a union. `distinct` schemas are never taken for another; `remember` stores a made shape."""

    def __init__(
        self,
        merger: Merger,
        distinct: Callable[[form.SchemaId], bool],
        remember: Callable[[form.SchemaId, Shape], None],
    ) -> None:
        self._merger = merger
        self._is_distinct = distinct
        self._remember = remember

    def reduce(
        self, merged: form.Schema, leaves: dict[form.SchemaId, Shape], nullable: bool
    ) -> Shape:
        """The shape of a union with these leaves, in their order."""
        members = self._distinct(leaves)
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
                order.update((made, None) for made, _ in scalars.get(place, ()))
        result = tuple(order)
        simple = [each for ids in scalars.values() for each in ids]
        if not result:
            kind = "null" if nullable else "any" if not leaves else "never"
            return Shape(kind, merged, type=ir.Scalar("null") if kind == "null" else None)
        if (
            len(result) == 1
            and enum is not None
            and not simple
            and len(taken) > 1
            and self._merger.is_made(result[0])
        ):
            return Shape("enum", merged, nullable, values=enum)
        if len(result) == 1 and merged.discriminator is None:
            return Shape("same", merged, nullable, target=result[0])
        if len(simple) == len(result):
            return Shape("simple", merged, nullable, simple_union(*(each for _, each in simple)))
        return Shape("union", merged, nullable, members=result)

    def _distinct(self, leaves: dict[form.SchemaId, Shape]) -> dict[form.SchemaId, Shape]:
        found: dict[Hashable, form.SchemaId] = {}
        for place, shape in leaves.items():
            key = self._print(place, 0) if shape.kind in _STRUCTURES else place
            found.setdefault(key, place)
        return {place: leaves[place] for place in found.values()}

    def _print(self, schema: form.SchemaId, depth: int) -> Hashable:
        """A key that inline schemas of the same structure share."""
        place = self._merger.canonical(schema)
        if depth > 3 or self._is_distinct(place):
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
            simple_type(each)
            for shape in members.values()
            for each in simples_of(shape.type)
            if isinstance(each, ir.Scalar)
        }
        if not taken and (len(single) < 2 or self._covered(members, single, plain)):
            return None, {}
        lists: list[tuple[ir.EnumValue, ...]] = []
        for shape in members.values():
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
        kinds = {simple_type(each) for place in single for each in simples_of(members[place].type)}
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
        self._remember(made, Shape("enum", self._merger.get(made), values=values))
        return made

    def _scalars(
        self,
        members: dict[form.SchemaId, Shape],
        enum: tuple[ir.EnumValue, ...] | None,
        taken: dict[form.SchemaId, None],
    ) -> dict[form.SchemaId, list[_Standing]]:
        """For each simple member, what stands for it: nothing where another member has it already."""
        listed = {json_type(value.value) for value in enum or ()}
        simple = [
            (place, each)
            for place, shape in members.items()
            if place not in taken
            for each in simples_of(shape.type)
        ]
        plain = unite(each for _, each in simple if isinstance(each, ir.Scalar))
        plain = tuple(each for each in plain if json_type_of(each) not in listed)
        # No instant is called "never": a constant that is no value of the scalar stands beside it.
        kinds = {json_type_of(each) for each in plain if each.scalar not in _WRITTEN}
        found: dict[form.SchemaId, list[_Standing]] = {}
        done: set[Hashable] = set()
        for place, each in simple:
            if isinstance(each, ir.Constant):
                if simple_type(each) in kinds or (
                    simple_type(each) == "integer" and "number" in kinds
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
            mark = (
                (type(standing).__name__, key_of(standing.value))
                if isinstance(standing, ir.Constant)
                else standing
            )
            if mark in done:
                continue
            done.add(mark)
            made = self._standing(place, members[place], standing)
            found.setdefault(place, []).append((made, standing))
        return found

    def _standing(
        self, place: form.SchemaId, shape: Shape, simple: ir.Scalar | ir.Constant
    ) -> form.SchemaId:
        if shape.type == simple:
            return place
        made = self._merger.add(form.Schema(id=place))
        self._remember(made, Shape("simple", self._merger.get(made), type=simple))
        return made


def constants_of(shape: Shape) -> tuple[Any, ...]:
    """The values that a shape allows, where it lists them."""
    if shape.kind == "enum":
        return tuple(value.value for value in shape.values)
    return (shape.type.value,) if isinstance(shape.type, ir.Constant) else ()


def simples_of(type_: ir.Type | None) -> tuple[ir.Scalar | ir.Constant, ...]:
    """The members of a scalar union; a scalar or a constant by itself; nothing for other types."""
    if isinstance(type_, (ir.Scalar, ir.Constant)):
        return (type_,)
    return type_.members if isinstance(type_, ir.ScalarUnion) else ()


def simple_type(simple: ir.Scalar | ir.Constant) -> str:
    """The JSON type of a scalar or constant."""
    return json_type_of(simple) if isinstance(simple, ir.Scalar) else json_type(simple.value)
