"""Types of the surface: plain JSON values, compared by what fits them.

"string"  "date-time"  "any"        a scalar, or anything
"Agent"                             a model, by its public name
{"const": "user"}                   one value
{"array": T}  {"map": T}  {"tuple": [T, ...], "rest": T}  {"tuple": [T, ...], "min_items": 1}
{"any": [T, "null"]}                one of several
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from clientwright.ir import (
    AnyType,
    Array,
    Constant,
    Map,
    Named,
    NeverType,
    Nullable,
    Scalar,
    ScalarUnion,
    Tuple,
    Type,
)

TypeJson: TypeAlias = Any
Relation: TypeAlias = Literal["same", "wider", "narrower", "other"]
_NUMBERS = frozenset({"integer", "number"})


def type_json(type_: Type, names: Mapping[str, str]) -> TypeJson:
    """Give a type of the representation as plain values; `names` are the public names of models."""
    match type_:
        case AnyType():
            return "any"
        case NeverType():
            return "never"
        case Scalar():
            return type_.scalar
        case Constant():
            return {"const": type_.value}
        case Named():
            return names.get(type_.name, type_.name)
        case Array():
            return {"array": type_json(type_.items, names)}
        case Map():
            return {"map": type_json(type_.values, names)}
        case Tuple():
            items = [type_json(item, names) for item in type_.items]
            rest = {} if type_.rest is None else {"rest": type_json(type_.rest, names)}
            fewest = {} if type_.min_items is None else {"min_items": type_.min_items}
            return {"tuple": items, **rest, **fewest}
        case Nullable():
            return {"any": [*_members(type_json(type_.inner, names)), "null"]}
        case ScalarUnion():
            return {"any": [type_json(item, names) for item in type_.members]}


def type_text(type_: TypeJson) -> str:
    """Write a type for people: `array of string | null`."""
    members = _members(type_)
    if len(members) != 1:
        return " | ".join(type_text(item) for item in members)
    if isinstance(type_, str):
        return type_ or "nothing"
    if "const" in type_:
        return json.dumps(type_["const"], ensure_ascii=False)
    for key, words in (("array", "array of"), ("map", "map of")):
        if key in type_:
            inner = type_text(type_[key])
            return f"{words} ({inner})" if " | " in inner else f"{words} {inner}"
    items = [type_text(item) for item in type_.get("tuple", ())]
    for place in range(_fewest(type_), len(items)):
        items[place] += "?"
    if "rest" in type_:
        items.append(f"{type_text(type_['rest'])}...")
    return f"({', '.join(items)})"


def renamed(type_: TypeJson, names: Mapping[str, str]) -> TypeJson:
    """Give a type with other names of models."""
    if isinstance(type_, str):
        return names.get(type_, type_)
    if isinstance(type_, list):
        return [renamed(item, names) for item in type_]  # pyright: ignore[reportUnknownVariableType]
    return {
        key: item if key in ("const", "min_items") else renamed(item, names)
        for key, item in type_.items()  # pyright: ignore[reportUnknownVariableType]
    }


def relation(old: TypeJson, new: TypeJson) -> Relation:
    """Say how a type has changed: `wider` when the new one takes all that the old one took, and more."""
    if old == new:
        return "same"
    takes_old, takes_new = _covers(new, old), _covers(old, new)
    if takes_old and takes_new:
        return "same"
    return "wider" if takes_old else "narrower" if takes_new else "other"


def _members(type_: TypeJson) -> list[TypeJson]:
    if isinstance(type_, Mapping) and "any" in type_:
        return [inner for item in type_["any"] for inner in _members(item)]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return [type_]


def _covers(wide: TypeJson, narrow: TypeJson) -> bool:
    over = _members(wide)
    return all(any(_one_covers(one, item) for one in over) for item in _members(narrow))


def _one_covers(wide: TypeJson, narrow: TypeJson) -> bool:
    if wide == narrow or wide == "any" or narrow == "never":
        return True
    if isinstance(wide, str):
        if isinstance(narrow, str):
            return wide == "number" and narrow == "integer"
        return "const" in narrow and _scalar_takes(wide, narrow["const"])
    if isinstance(narrow, str):
        return False
    for key in ("array", "map"):
        if key in wide and key in narrow:
            return _covers(wide[key], narrow[key])
    if "tuple" in wide and "tuple" in narrow:
        same = len(wide["tuple"]) == len(narrow["tuple"])
        same = same and _fewest(wide) <= _fewest(narrow)
        if same and wide.get("rest") == narrow.get("rest"):
            pairs = zip(wide["tuple"], narrow["tuple"], strict=True)
            return all(_covers(one, other) for one, other in pairs)
    return False


def _fewest(type_: Mapping[str, Any]) -> int:
    """How many positions of a tuple are always there."""
    return type_.get("min_items", len(type_.get("tuple", ())))


def _scalar_takes(scalar: str, value: Any) -> bool:
    if value is None:
        return scalar == "null"
    if isinstance(value, bool):
        return scalar == "boolean"
    if isinstance(value, int):
        return scalar in _NUMBERS
    if isinstance(value, float):
        return scalar == "number"
    return isinstance(value, str) and scalar == "string"
