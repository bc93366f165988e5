"""Models as dataclasses: what is in one, and how to make one of what came."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any, TypeVar

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
    for field in dataclasses.fields(type_):
        if field.name not in values and _default_of(field) is dataclasses.MISSING:
            values[field.name] = None
    return remember(type_(**values), given, further)


def fields_of(value: Any) -> dict[str, Any]:
    """Give the fields that were there, were given, or are required.

    A default that a user repeats is the same as none.
    """
    given = given_of(value)
    arrived = came(value)
    found: dict[str, Any] = {}
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        default = _default_of(field)
        if arrived and default is dataclasses.MISSING:
            default = None
        if field.name in given or held != default:
            found[field.name] = held
    return found


def _default_of(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def load(data: bytes) -> Any:
    """Read JSON text. Raises `ValueError`."""
    return json.loads(data)


def dump(value: Any) -> bytes:
    """Write JSON text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
