"""Properties of object models: which must be there, which may be null, and which defaults Python can hold.

prefix: bool = False          an optional property with a default
id: str | None = None         one without
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from clientwright.ir import (
    AliasModel,
    AnyType,
    Array,
    Constant,
    EnumModel,
    Named,
    Nullable,
    ObjectModel,
    Property,
    Scalar,
    ScalarUnion,
    Type,
    UnionModel,
)
from clientwright.targets.python import literals
from clientwright.targets.python.types import Registry

# The JSON values that are Python values of a scalar as they stand.
_KINDS: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


def is_required(item: Property, model: ObjectModel) -> bool:
    """Say whether an object must have the property in every place where the model stands."""
    if item.read_only and model.direction != "out":
        return False
    if item.write_only and model.direction != "in":
        return False
    return item.required


def allows_null(type_: Type, registry: Registry, seen: frozenset[str] = frozenset()) -> bool:
    """Say whether null is a value of a type."""
    if isinstance(type_, (Nullable, AnyType)):
        return True
    if isinstance(type_, Scalar):
        return type_.scalar == "null"
    if isinstance(type_, Constant):
        return type_.value is None
    if isinstance(type_, ScalarUnion):
        return any(allows_null(member, registry, seen) for member in type_.members)
    if isinstance(type_, Named) and type_.name not in seen:
        model = registry.models[type_.name]
        known = seen | {type_.name}
        if isinstance(model, UnionModel):
            return any(allows_null(member.type, registry, known) for member in model.members)
        if isinstance(model, AliasModel):
            return allows_null(model.type, registry, known)
    return False


def default_literal(item: Property, registry: Registry) -> str:
    """Write the default of a property where Python can hold it as it is; `None` for the rest."""
    if item.has_default and _fits(item.default, item.type, registry):
        return literals.value(item.default)
    return "None"


def _fits(value: object, type_: Type, registry: Registry) -> bool:
    """Say whether a JSON value is also the Python value of a type: a date in a string is not."""
    if isinstance(type_, Nullable):
        return value is not None and _fits(value, type_.inner, registry)
    if isinstance(type_, Named):
        model = registry.models[type_.name]
        if isinstance(model, EnumModel):
            return isinstance(value, str) and any(value == item.value for item in model.values)
        return isinstance(model, AliasModel) and _fits(value, model.type, registry)
    if isinstance(type_, Array):
        return isinstance(value, (list, tuple)) and all(
            _fits(entry, type_.items, registry) for entry in cast(Sequence[object], value)
        )
    if isinstance(type_, ScalarUnion):
        return any(_fits(value, member, registry) for member in type_.members)
    if isinstance(type_, Constant):
        return type(value) is type(type_.value) and value == type_.value
    if not isinstance(type_, Scalar):
        return False
    wanted = _KINDS.get(type_.scalar, ())
    return isinstance(value, wanted) and (isinstance(value, bool) == (type_.scalar == "boolean"))
