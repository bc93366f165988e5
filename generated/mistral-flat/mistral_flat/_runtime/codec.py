"""JSON, from bytes to types and back, each read or written once.

The functions raise `pydantic.ValidationError` for what does not fit.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

import pydantic
from pydantic_core import SchemaSerializer, core_schema, from_json

from .models import Model, adapter_of, complete, hold, read_again
from .models import is_model as is_model

_anything: Final = SchemaSerializer(
    core_schema.any_schema(), {"ser_json_bytes": "base64"}
)

# Raises `ValueError` for what is no JSON text.
check_json: Final = from_json
_DUMP: Any = {"by_alias": True, "exclude_unset": True, "warnings": False}


def decode_json(type_: Any, data: bytes) -> Any:
    """Parse JSON text as a type."""
    validator: Any = getattr(type_, "__pydantic_validator__", None)
    try:
        return (validator or adapter_of(type_)).validate_json(data)
    except pydantic.ValidationError as problem:
        return read_again(type_, problem, data, text=True)


def _accept(type_: Any, given: Any) -> Any:
    if isinstance(given, Model):
        complete(given)
        return given
    validator = type_.__pydantic_validator__ if is_model(type_) else adapter_of(type_)
    value = validator.validate_python(given)
    hold(given, value)
    return value


def encode_json(type_: Any, given: Any) -> bytes:
    """Give the JSON text of what a user gave for a type: a model, a dict with wire names, or any other value."""
    value = _accept(type_, given)
    serializer: Any = (
        value.__pydantic_serializer__
        if isinstance(value, Model)
        else adapter_of(type_).serializer
    )
    return cast(bytes, serializer.to_json(value, **_DUMP))


def to_jsonable(type_: Any | None, value: Any) -> Any:
    """Give the plain JSON values (str, int, float, bool, None, list, dict) of a value.

    With a type, the value is held to it first. Without one it goes by the value: models by their wire names, dates
    and times by RFC 3339, bytes in base64.
    """
    if type_ is not None:
        value = _accept(type_, value)
        return adapter_of(type_).dump_python(value, mode="json", **_DUMP)
    if isinstance(value, (str, int, float)) or value is None:
        return value
    complete(value)
    return _anything.to_python(value, mode="json", **_DUMP)


def given_fields(value: Any) -> Mapping[str, Any]:
    """Give the properties of a model by their names in JSON, each as it was given; a dict is as it is."""
    if not isinstance(value, Model):
        return cast("Mapping[str, Any]", value)
    complete(value)
    given = value.model_fields_set
    fields = type(value).model_fields.items()
    named = {
        f.alias or name: getattr(value, name) for name, f in fields if name in given
    }
    return {**(value.model_extra or {}), **named}
