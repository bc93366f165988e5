"""Models as dataclasses of pydantic: what is in one, and how to make one of what came.

What a user makes is held to its schema by pydantic; what came from a server is made without that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from pydantic.fields import FieldInfo

from .paging import Paged
from .state import came, given_of, remember

Item = TypeVar("Item")

# The type of what stands for a field that is not there; dataclasses have none.
ABSENT: type | None = None
# What stands around the type of a field, and says nothing of its values.
WRAPPERS: tuple[Any, ...] = ()


class Page(Paged[Item]):
    """A page that is an object: derive from it and from the declared type, in this order."""

    _walk: Any = None


def make(type_: type, values: dict[str, Any], further: Mapping[str, Any]) -> Any:
    """Give the object of some fields; those that are required and not there are None."""
    given = frozenset(values)
    value: Any = object.__new__(cast("type[object]", type_))
    for name, field in _fields_of(type_).items():
        if name not in values:
            values[name] = None if field.is_required() else _default_of(field)
    value.__dict__.update(values)
    return remember(value, given, further)


def fields_of(value: Any) -> dict[str, Any]:
    """Give the fields that were there, were given, or are required.

    A default that a user repeats is the same as none.
    """
    given = given_of(value)
    arrived = came(value)
    found: dict[str, Any] = {}
    for name, field in _fields_of(cast("type[object]", type(value))).items():
        held = getattr(value, name)
        default = _default_of(field)
        if field.is_required():
            default = None
        if name in given or held != default or (field.is_required() and not arrived):
            found[name] = held
    return found


def _fields_of(type_: Any) -> dict[str, FieldInfo]:
    return cast("dict[str, FieldInfo]", type_.__pydantic_fields__)


def _default_of(field: FieldInfo) -> Any:
    return field.get_default(call_default_factory=True)


def load(data: bytes) -> Any:
    """Read JSON text. Raises `ValueError`."""
    return json.loads(data)


def dump(value: Any) -> bytes:
    """Write JSON text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
