"""What models remember of how they came, beside their fields: which of them were there, and what their class does not name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

_STATE = "_came_with"
_NOTHING: tuple[frozenset[str], Mapping[str, Any]] = (frozenset(), {})


def remember(value: Any, given: frozenset[str], further: Mapping[str, Any]) -> Any:
    """Note of an object which fields came with it, and what else did; give the object."""
    value.__dict__[_STATE] = (given, further)
    return value


def came(value: Any) -> bool:
    """Say whether an object came from a server."""
    return _STATE in getattr(value, "__dict__", ())


def given_of(value: Any) -> frozenset[str]:
    """Give the names of the fields that came with an object."""
    return cast("frozenset[str]", value.__dict__.get(_STATE, _NOTHING)[0])


def further_of(value: Any) -> Mapping[str, Any]:
    """Give what an object that came from a server holds beside its fields, as JSON values."""
    return cast("Mapping[str, Any]", value.__dict__.get(_STATE, _NOTHING)[1])


def class_of(value: Any) -> type[Any]:
    """Give the class of models that a value is of, or its own."""
    return cast("type[object]", type(value))


def declared(type_: type[Any]) -> type[Any]:
    """Give the class that declares the fields of a class of models."""
    return type_


def make_unknown(type_: Any, raw: Any) -> Any:
    """Give the object that holds the JSON of a union's member that is not known."""
    return type_(raw=raw)


def raw_of(unknown: Any) -> Any:
    """Give the JSON that stands in the place of a union's member that is not known."""
    return unknown.raw
