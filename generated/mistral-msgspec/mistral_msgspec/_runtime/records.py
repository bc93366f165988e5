"""Models as structs of msgspec: what is in one, and how to make one of what came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

import msgspec
from msgspec import NODEFAULT, UNSET, UnsetType
from msgspec.structs import FieldInfo

from .paging import Paged
from .state import came, given_of, remember

Item = TypeVar("Item")

# The type of what stands for a field that is not there.
ABSENT: type | None = UnsetType
# What stands around the type of a field, and says nothing of its values.
WRAPPERS: tuple[Any, ...] = ()
_fields: dict[type, tuple[FieldInfo, ...]] = {}


class Record(msgspec.Struct, dict=True):
    """An object of the API. A field that is absent is `msgspec.UNSET`, or has its default in the document."""


class Page(Paged[Item]):
    """A page that is an object: derive from it and from the declared type, in this order."""

    _walk: Any = None


def _fields_of(type_: type) -> tuple[FieldInfo, ...]:
    known = _fields.get(type_)
    if known is None:
        known = _fields[type_] = msgspec.structs.fields(cast(Any, type_))
    return known


def make(type_: type, values: dict[str, Any], further: Mapping[str, Any]) -> Any:
    """Give the object of some fields; those that are required and not there are None."""
    given = frozenset(values)
    for field in _fields_of(type_):
        if field.required and field.name not in values:
            values[field.name] = None
    return remember(type_(**values), given, further)


def fields_of(value: Any) -> dict[str, Any]:
    """Give the fields that were there, were given, or are required.

    A default that a user repeats is the same as none.
    """
    given = given_of(value)
    arrived = came(value)
    found: dict[str, Any] = {}
    for field in _fields_of(cast("type[object]", type(value))):
        held = getattr(value, field.name)
        default = _default_of(field)
        if arrived and default is NODEFAULT:
            default = None
        if field.name in given or (held is not UNSET and held != default):
            found[field.name] = held
    return found


def _default_of(field: FieldInfo) -> Any:
    if field.default_factory is not NODEFAULT:
        return field.default_factory()
    return field.default


def load(data: bytes) -> Any:
    """Read JSON text. Raises `ValueError`."""
    return msgspec.json.decode(data)


def dump(value: Any) -> bytes:
    """Write JSON text."""
    return msgspec.json.encode(value)
