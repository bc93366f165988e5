"""Questions to schemas and types that parameters, bodies and pages ask alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from clientwright.build.defaults import fits_simple
from clientwright.build.json_values import json_type, key_of
from clientwright.build.types import Types
from clientwright.ir import operations as ir
from clientwright.ir.models import AliasModel, EnumModel, ObjectModel, Property
from clientwright.ir.types import (
    AnyType,
    Array,
    Map,
    Named,
    NeverType,
    Nullable,
    Tuple,
    Type,
)
from clientwright.normalise import form

Direction: TypeAlias = Literal["in", "out"]

_DEPTH = 32
_ALIKE_DEPTH = 8
_STRUCTURED: Mapping[str, ir.Shape] = {"array": "array", "object": "object"}


def shape_of(schema: form.SchemaId | None, types: Types) -> ir.Shape:
    """Say which of the shapes that parameter styles distinguish a value of `schema` has.

    `any` when only the value itself can tell. Null has no shape of its own.
    """
    if schema is None:
        return "any"
    found: set[ir.Shape] = set()
    # Each schema once, however many unions hold it: unions of unions would be taken apart again and again.
    seen: set[form.SchemaId] = set()
    waiting = [schema]
    while waiting and len(found) < 2:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        merged = types.merged(here)
        own: set[ir.Shape] = {_shape_of_json(name) for name in merged.types if name != "null"}
        own = own or _implied(merged)
        members = () if own else members_of(merged)
        waiting += [each for each in members if not is_null(types.merged(each))]
        found |= own if own or members else {"any"}
    return found.pop() if len(found) == 1 else "any"


def _shape_of_json(json_type_name: str) -> ir.Shape:
    return _STRUCTURED.get(json_type_name, "scalar")


def _implied(schema: form.Schema) -> set[ir.Shape]:
    """Return the shapes that a schema without `type` speaks of."""
    if schema.const is not form.ABSENT:
        return {_shape_of_json(json_type(schema.const))}
    if schema.enum is not None:
        return {_shape_of_json(json_type(value)) for value in schema.enum if value is not None}
    if schema.properties or schema.additional_properties is not None:
        return {"object"}
    if schema.items is not None or schema.prefix_items:
        return {"array"}
    return set()


def members_of(schema: form.Schema) -> tuple[form.SchemaId, ...]:
    """Return the members of a schema's unions."""
    return (*schema.one_of, *schema.any_of)


def is_null(schema: form.Schema) -> bool:
    """Say whether a merged schema allows null alone."""
    return schema.types == ("null",) or (schema.const is None and not schema.types)


def alike(first: form.SchemaId, second: form.SchemaId, types: Types, depth: int = 0) -> bool:
    """Say whether two schemas describe the same values: they lead to one, or are written the same."""
    if first == second:
        return True
    one, other = types.merged(first), types.merged(second)
    if depth > _ALIKE_DEPTH or _said(one) != _said(other):
        return False
    return all(
        alike(mine, theirs, types, depth + 1)
        for mine, theirs in zip(_below(one), _below(other), strict=True)
    )


def _said(schema: form.Schema) -> tuple[object, ...]:
    return (
        schema.types,
        schema.format,
        key_of(list(schema.enum) if schema.enum is not None else None),
        key_of(None if schema.const is form.ABSENT else [schema.const]),
        tuple(schema.properties),
        frozenset(schema.required),
        schema.items is None,
        schema.additional_properties is None,
        tuple(map(len, (schema.prefix_items, schema.any_of, schema.one_of))),
    )


def _below(schema: form.Schema) -> tuple[form.SchemaId, ...]:
    inner = (schema.items, schema.additional_properties)
    return (
        *schema.properties.values(),
        *(each for each in inner if each is not None),
        *schema.prefix_items,
        *members_of(schema),
    )


def object_members(schema: form.SchemaId, types: Types) -> Iterator[form.Schema]:
    """Yield the merged schemas that a value of `schema` may follow: itself, or the members of its unions without null."""
    seen: set[form.SchemaId] = set()
    waiting = [schema]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        merged = types.merged(here)
        members = members_of(merged)
        if merged.properties or not members:
            yield merged
        waiting += [each for each in reversed(members) if not is_null(types.merged(each))]


def unwrapped(type_: Type, types: Types) -> Type:
    """Return `type_` without null, and aliases replaced by what they stand for."""
    for _ in range(_DEPTH):
        if isinstance(type_, Nullable):
            type_ = type_.inner
        resolved = types.resolve(type_)
        if resolved is type_:
            break
        type_ = resolved
    return type_


def object_model(type_: Type, types: Types) -> ObjectModel | None:
    """Return the object model that `type_` names, None when it is anything else (null included)."""
    resolved = types.resolve(type_)
    if not isinstance(resolved, Named):
        return None
    model = types.model(resolved.name)
    return model if isinstance(model, ObjectModel) else None


def property_named(model: ObjectModel, wire_name: str) -> Property | None:
    """Return the property with that key in JSON."""
    return next((item for item in model.properties if item.wire_name == wire_name), None)


def fits(value: form.Json, type_: Type, types: Types, depth: int = 0) -> bool:
    """Say whether a JSON value is one that `type_` allows, as far as its structure and its enumerations show."""
    if depth > _DEPTH:
        return False
    match type_:
        case AnyType():
            return True
        case NeverType():
            return False
        case Nullable():
            return value is None or fits(value, type_.inner, types, depth + 1)
        case Array():
            return json_type(value) == "array" and all(
                fits(item, type_.items, types, depth + 1) for item in value
            )
        case Tuple():
            return json_type(value) == "array"
        case Map():
            return json_type(value) == "object"
        case Named():
            return _fits_model(value, type_, types, depth)
        case _:
            return fits_simple(value, type_)


def _fits_model(value: form.Json, type_: Named, types: Types, depth: int) -> bool:
    model = types.model(type_.name)
    match model:
        case AliasModel():
            return fits(value, model.type, types, depth + 1)
        case EnumModel():
            return key_of(value) in {key_of(known.value) for known in model.values}
        case ObjectModel():
            return json_type(value) == "object"
        case _:
            return any(fits(value, member.type, types, depth + 1) for member in model.members)
