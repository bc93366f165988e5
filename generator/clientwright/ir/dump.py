"""The intermediate representation as JSON, the first target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def to_json(value: Any) -> Any:
    """Turn any value of the representation into plain JSON values; fields that hold their default are left out.

    `kind` stays, since it is what tells types and models apart.
    """
    if is_dataclass(value) and not isinstance(value, type):
        result: dict[str, Any] = {}
        for field in fields(value):
            item = getattr(value, field.name)
            if field.name != "kind" and field.default == item and type(field.default) is type(item):
                continue
            result[field.name] = to_json(item)
        return result
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    return value
