"""Values for examples, from what the document gives as such, or else from types.

inputs="..."    page_size=1    completion_args={"temperature": 0.5}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clientwright.ir import (
    AliasModel,
    Array,
    Constant,
    EnumModel,
    Map,
    Named,
    Nullable,
    ObjectModel,
    Property,
    Scalar,
    ScalarUnion,
    Tuple,
    Type,
    UnionModel,
)
from clientwright.targets.python import literals
from clientwright.targets.python.arguments import Argument, Arguments
from clientwright.targets.python.types import Registry

_SCALARS: dict[str, Any] = {
    "string": "...",
    "integer": 1,
    "number": 1.5,
    "boolean": True,
    "null": None,
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z",
    "http-date": "Sat, 31 Jan 2026 12:00:00 GMT",
    "unix-time": 1769860800,
    "time": "12:00:00Z",
    "duration": "PT1H",
    "uuid": "123e4567-e89b-42d3-a456-426614174000",
    "decimal-string": "1.50",
    "decimal": 1.5,
    "integer-string": "1",
    "base64": "aGVsbG8=",
    "base64url": "aGVsbG8",
}
_DEPTH = 6


class ExampleWriter:
    """Writes the arguments of a call."""

    def __init__(self, registry: Registry) -> None:
        self._models = registry.models

    def arguments(self, arguments: Arguments) -> list[str]:
        """Write what a call must be given, by position for path parameters."""
        return [
            self._argument(item) if item.positional else f"{item.name}={self._argument(item)}"
            for item in arguments.items
            if item.required
        ]

    def _argument(self, item: Argument) -> str:
        examples: Sequence[Any] = getattr(item.source, "examples", ())
        if self._is_file(item.type):
            return 'b"..."'
        for example in examples:
            if _is_json(example):
                return literals.value(example)
        return literals.value(self.value(item.type))

    def _is_file(self, type_: Type) -> bool:
        inner = type_.inner if isinstance(type_, Nullable) else type_
        return isinstance(inner, Scalar) and inner.scalar == "binary"

    def value(self, type_: Type, depth: int = 0) -> Any:
        """Make a JSON value of a type, as small as it can be."""
        if isinstance(type_, Nullable):
            return self.value(type_.inner, depth)
        if isinstance(type_, Constant):
            return type_.value
        if isinstance(type_, Scalar):
            return _SCALARS.get(type_.scalar, "...")
        if isinstance(type_, ScalarUnion):
            return self.value(type_.members[0], depth)
        if isinstance(type_, Array):
            return [] if depth > _DEPTH else [self.value(type_.items, depth + 1)]
        if isinstance(type_, Tuple):
            return [self.value(item, depth + 1) for item in type_.items]
        if isinstance(type_, Map):
            return {}
        return self._named(type_.name, depth) if isinstance(type_, Named) else {}

    def _named(self, name: str, depth: int) -> Any:
        model = self._models[name]
        if isinstance(model, EnumModel):
            return model.values[0].value if model.values else "..."
        if isinstance(model, UnionModel):
            return self.value(model.members[0].type, depth + 1) if depth <= _DEPTH else {}
        if isinstance(model, AliasModel):
            return self.value(model.type, depth + 1) if depth <= _DEPTH else None
        return self._object(model, depth)

    def _object(self, model: ObjectModel, depth: int) -> dict[str, Any]:
        for example in model.examples:
            if isinstance(example, dict) and _is_json(example):
                return example  # pyright: ignore[reportUnknownVariableType]
        if depth > _DEPTH:
            return {}
        return {
            item.wire_name: self._property(item, depth + 1)
            for item in model.properties
            if (item.required or _is_tag(item)) and not item.read_only
        }

    def _property(self, item: Property, depth: int) -> Any:
        for example in item.examples:
            if _is_json(example):
                return example
        return self.value(item.type, depth)


def _is_tag(item: Property) -> bool:
    return item.constant and item.wire_name == "type"


def _is_json(value: Any) -> bool:
    """Say whether a value can be written in a program as it is."""
    try:
        literals.value(value)
    except (TypeError, RecursionError):
        return False
    return True
