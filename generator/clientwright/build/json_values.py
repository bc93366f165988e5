"""Equality and types of JSON values: https://json-schema.org/draft/2020-12/json-schema-core#section-4.2

Python takes `True` for `1` and has two kinds of number; JSON has one kind of number, which is no boolean.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping

from clientwright.normalise.form import Json

_LONGEST = 60


def json_type(value: Json) -> str:
    """The JSON type of a value: null, boolean, integer, number, string, array or object. `1.0` is an integer."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "integer" if value.is_integer() else "number"
    if isinstance(value, str):
        return "string"
    if isinstance(value, Mapping):
        return "object"
    return "array" if isinstance(value, (list, tuple)) else "string"


def key_of(value: Json) -> Hashable:
    """A key that two values share exactly when they are the same JSON value."""
    kind = json_type(value)
    if kind == "object":
        members = {str(name): key_of(item) for name, item in value.items()}
        return (kind, tuple((name, members[name]) for name in sorted(members)))
    if kind == "array":
        return (kind, tuple(key_of(item) for item in value))
    if kind == "integer":
        return ("number", int(value))
    return (kind, value)


def distinct(values: Iterable[Json]) -> tuple[Json, ...]:
    """The values without repetition, in their order."""
    found: dict[Hashable, Json] = {}
    for value in values:
        found.setdefault(key_of(value), value)
    return tuple(found.values())


def is_of(value: Json, types: Iterable[str]) -> bool:
    """Whether a value has one of the JSON types; an integer is a number as well. No types means any."""
    allowed = tuple(types)
    kind = json_type(value)
    return not allowed or kind in allowed or (kind == "integer" and "number" in allowed)


def shown(value: Json) -> str:
    """A value as JSON for a message, shortened."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
