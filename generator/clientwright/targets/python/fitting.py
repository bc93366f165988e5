"""Whether a value that the document gives as an example is one of its type; documents err in this more than in anything.

fits({"temperature": 0.3}, Named("CompletionArgs"), models)     True
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from clientwright.ir import (
    AliasModel,
    AnyType,
    Array,
    Constant,
    EnumModel,
    Map,
    Model,
    Named,
    NeverType,
    Nullable,
    ObjectModel,
    Scalar,
    ScalarUnion,
    Tuple,
    Type,
    UnionModel,
)

_JSON: Mapping[str, tuple[type, ...]] = {
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "unix-time": (int, float),
    "decimal": (int, float),
    "binary": (bytes,),
}
# Deeper than any example; an alias that names itself ends here.
_DEPTH = 40


def fits(value: Any, type_: Type, models: Mapping[str, Model], depth: int = 0) -> bool:
    """Say whether a JSON value has the shape of a type: kinds, required properties, constants. Enumerations stay open no longer."""
    if depth > _DEPTH:
        return False
    if isinstance(type_, AnyType):
        return True
    if isinstance(type_, NeverType):
        return False
    if isinstance(type_, Nullable):
        return value is None or fits(value, type_.inner, models, depth + 1)
    if isinstance(type_, Constant):
        return value == type_.value and type(value) is type(type_.value)
    if isinstance(type_, Scalar):
        kinds = _JSON.get(type_.scalar, (str,))
        return isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))
    if isinstance(type_, ScalarUnion):
        return any(fits(value, member, models, depth + 1) for member in type_.members)
    if isinstance(type_, Named):
        return _fits_model(value, models[type_.name], models, depth + 1)
    return _fits_container(value, type_, models, depth + 1)


def _fits_container(
    value: Any, type_: Array | Tuple | Map, models: Mapping[str, Model], depth: int
) -> bool:
    if isinstance(type_, Map):
        if not isinstance(value, Mapping):
            return False
        values = cast(Mapping[str, Any], value).values()
        return all(fits(item, type_.values, models, depth) for item in values)
    if not isinstance(value, list):
        return False
    items = cast(list[Any], value)
    if isinstance(type_, Array):
        return all(fits(item, type_.items, models, depth) for item in items)
    fewest = len(type_.items) if type_.min_items is None else type_.min_items
    return len(items) >= fewest and all(
        fits(item, expected, models, depth)
        for item, expected in zip(items, type_.items, strict=False)
    )


def _fits_model(value: Any, model: Model, models: Mapping[str, Model], depth: int) -> bool:
    if isinstance(model, EnumModel):
        return any(value == item.value and type(value) is type(item.value) for item in model.values)
    if isinstance(model, AliasModel):
        return fits(value, model.type, models, depth)
    if isinstance(model, UnionModel):
        return any(fits(value, member.type, models, depth) for member in model.members)
    return _fits_object(value, model, models, depth)


def _fits_object(value: Any, model: ObjectModel, models: Mapping[str, Model], depth: int) -> bool:
    if not isinstance(value, Mapping):
        return False
    given = cast(Mapping[str, Any], value)
    known = {item.wire_name: item for item in model.properties}
    if model.additional is None and not given.keys() <= known.keys():
        return False
    return all(
        fits(given[name], item.type, models, depth)
        if name in given
        else not item.required or item.constant or item.read_only
        for name, item in known.items()
    )
